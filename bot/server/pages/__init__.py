"""What a visitor's browser loads from us: the landing page, and the widget for it and for other sites."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sanic import Blueprint, HTTPResponse, Request, empty, raw

from bot.server.errors import BadRequest
from bot.server.origins import Origins

__all__ = ["pages_blueprint"]

PAGES = Path(__file__).parent
WIDGET = PAGES.parents[2] / "widget" / "static"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
PAGE_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@dataclass(frozen=True, slots=True)
class File:
    """A file to serve, read once."""

    content: bytes
    kind: str
    etag: str


def pages_blueprint(*, origins: Origins) -> Blueprint:
    """`/`, `/widget.js` and what the two load. Only files that were there at the start are ever served."""
    blueprint = Blueprint("pages")
    widget, pages = _files(WIDGET), _files(PAGES)
    landing = pages.pop("landing.html")
    blueprint.middleware("request")(origins.check)
    blueprint.middleware("response")(origins.answer)

    @blueprint.get("/")
    async def welcome(request: Request) -> HTTPResponse:
        return _serve(request, landing, PAGE_HEADERS)

    @blueprint.get("/widget.js")
    async def loader(request: Request) -> HTTPResponse:
        return _serve(request, widget["widget.js"])

    @blueprint.get("/widget/<name:str>")
    async def module(request: Request, name: str) -> HTTPResponse:
        return _serve(request, widget.get(name))

    @blueprint.get("/pages/<name:str>")
    async def part(request: Request, name: str) -> HTTPResponse:
        return _serve(request, pages.get(name))

    return blueprint


def _files(folder: Path) -> dict[str, File]:
    return {path.name: _read(path) for path in folder.iterdir() if path.suffix in TYPES}


def _read(path: Path) -> File:
    content = path.read_bytes()
    return File(content, TYPES[path.suffix], f'"{hashlib.sha256(content).hexdigest()[:20]}"')


def _serve(request: Request, file: File | None, extra: dict[str, str] | None = None) -> HTTPResponse:
    if file is None:
        raise BadRequest("There is nothing at this address.", code="not_found", status=404)
    # Browsers ask each time: the widget's modules must always be of one version.
    headers = {
        "Cache-Control": "no-cache",
        "ETag": file.etag,
        "X-Content-Type-Options": "nosniff",
        **(extra or {}),
    }
    if request.headers.get("if-none-match") == file.etag:
        return empty(status=304, headers=headers)
    return raw(file.content, content_type=file.kind, headers=headers)
