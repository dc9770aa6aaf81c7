"""The methods every address takes beside its own: HEAD where there is a GET, and OPTIONS."""

from collections.abc import Iterator
from contextlib import suppress
from types import SimpleNamespace

from sanic import HTTPResponse, Request, Sanic, empty
from sanic.config import Config
from sanic.constants import HTTP_METHODS
from sanic.exceptions import MethodNotAllowed, SanicException

from bot.server.errors import SENTENCES, error_response

__all__ = ["add_common_methods"]

App = Sanic[Config, SimpleNamespace]


def add_common_methods(app: App) -> None:
    """Answer HEAD as GET without its body; OPTIONS, and any wrong method, with those that are right."""

    @app.signal("http.routing.before")
    async def read_head_as_get(request: Request) -> None:
        if request.method == "HEAD":  # what goes out is cut to its headers, whatever the route makes of it
            request.method = "GET"

    @app.exception(MethodNotAllowed)
    async def wrong_method(request: Request, _: MethodNotAllowed) -> HTTPResponse:
        headers = {"Allow": ", ".join(sorted({*_methods_of(request), "OPTIONS"}))}
        if request.method == "OPTIONS":
            return empty(headers=headers)
        return error_response(405, "method_not_allowed", SENTENCES[405], headers=headers)


def _methods_of(request: Request) -> Iterator[str]:
    """The methods that the path takes; Sanic does not say where a part of it is a parameter."""
    for method in map(str, HTTP_METHODS):
        with suppress(SanicException):
            request.app.router.get(request.path, method, request.headers.get("host"))
            yield from ("GET", "HEAD") if method == "GET" else (method,)
