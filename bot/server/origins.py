"""Which sites may carry the widget: the Origin that browsers send, against the allow-list."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from sanic import HTTPResponse, Request

from bot.server.errors import BadRequest

__all__ = ["Origins"]


class Origins:
    """Our own pages, and the sites on the list, such as `https://www.example.com`."""

    def __init__(self, allowed: Iterable[str], *, public_url: str) -> None:
        ours = urlsplit(public_url)
        self._allowed = {f"{ours.scheme}://{ours.netloc}", *(origin.rstrip("/") for origin in allowed)}

    async def check(self, request: Request) -> None:
        """Refuse a page of any other site. Programs other than browsers send no Origin, and need none."""
        origin = request.headers.get("origin")
        if origin is not None and not self._is_allowed(request, origin):
            raise BadRequest("This site may not use the chat.", code="origin_not_allowed", status=403)

    async def answer(self, request: Request, response: HTTPResponse) -> None:
        """Let the page that asked read the answer."""
        origin = request.headers.get("origin")
        response.headers["Vary"] = "Origin"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        if origin is not None and self._is_allowed(request, origin):
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Access-Control-Expose-Headers"] = "Retry-After"

    def _is_allowed(self, request: Request, origin: str) -> bool:
        # A page that was served by this very host is ours, by whatever name it was reached.
        return origin in self._allowed or urlsplit(origin).netloc == request.headers.get("host")
