"""The console's own files, read once: what is not among them cannot be asked for."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sanic import HTTPResponse, Request
from sanic.exceptions import NotFound
from sanic.response import raw

__all__ = ["address", "serve"]

FOLDER = Path(__file__).parent / "static"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
A_YEAR = 365 * 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class _File:
    content: bytes
    type: str
    version: str


def _read(path: Path) -> _File:
    content = path.read_bytes()
    return _File(content, TYPES[path.suffix], hashlib.sha256(content).hexdigest()[:12])


_files = {path.name: _read(path) for path in FOLDER.iterdir() if path.suffix in TYPES}


def address(name: str) -> str:
    """Where a page finds a file; a changed file has a new address, so that it can be kept for ever."""
    return f"/console/static/{name}?v={_files[name].version}"


async def serve(request: Request, name: str) -> HTTPResponse:
    """One of the files, by its exact name. Raises NotFound."""
    file = _files.get(name)
    if file is None:
        raise NotFound
    is_this_version = request.args.get("v") == file.version
    age = f"max-age={A_YEAR}, immutable" if is_this_version else "max-age=0"
    return raw(file.content, content_type=file.type, headers={"Cache-Control": f"public, {age}"})
