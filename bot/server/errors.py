"""Errors as clients see them: a status, a code, and a sentence that helps."""

from collections.abc import Mapping
from http import HTTPStatus
from types import SimpleNamespace

import structlog
from sanic import HTTPResponse, Request, Sanic, json
from sanic.config import Config
from sanic.exceptions import SanicException

from leads.domain.booking import BookingNotFound, NotBookable
from leads.services.errors import InvalidField, NotFound

__all__ = ["SENTENCES", "BadRequest", "add_error_handlers", "error_response"]

log = structlog.get_logger()

App = Sanic[Config, SimpleNamespace]

SENTENCES = {
    400: "This request cannot be understood.",
    404: "There is nothing at this address.",
    405: "This address does not take that method.",
    408: "The request took too long to arrive.",
    413: "The request is too large.",
    417: "This expectation cannot be met.",
    426: "This address speaks WebSocket only.",
    503: "Busy right now; please try again in a moment.",
}


class BadRequest(Exception):
    """A request that is refused, and why; `field` names the part that is wrong."""

    def __init__(
        self,
        message: str,
        *,
        field: str | None = None,
        code: str = "bad_request",
        status: int = 400,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.field = field
        self.code = code
        self.status = status
        self.headers = headers


def error_response(
    status: int,
    code: str,
    message: str,
    *,
    field: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> HTTPResponse:
    """The one shape of an error: `{"error": {"code", "message", "field"?}}`."""
    error = {"code": code, "message": message} | ({"field": field} if field else {})
    return json({"error": error}, status=status, headers=dict(headers or {}))


def add_error_handlers(app: App) -> None:
    """Turn every refusal and failure into that shape. What went wrong inside is logged, not told."""

    @app.exception(BadRequest)
    async def refused(_: Request, error: BadRequest) -> HTTPResponse:
        return error_response(error.status, error.code, str(error), field=error.field, headers=error.headers)

    @app.exception(NotFound)
    async def not_found(_: Request, error: NotFound) -> HTTPResponse:
        return error_response(404, "not_found", str(error))

    @app.exception(BookingNotFound)
    async def no_booking(_: Request, error: BookingNotFound) -> HTTPResponse:
        return error_response(404, "not_found", str(error))

    @app.exception(InvalidField)
    async def invalid(_: Request, error: InvalidField) -> HTTPResponse:
        return error_response(400, "invalid", str(error), field=error.field)

    @app.exception(NotBookable)
    async def not_bookable(_: Request, error: NotBookable) -> HTTPResponse:
        return error_response(400, "not_bookable", str(error), field="slot")

    @app.exception(SanicException)
    async def http_error(_: Request, error: SanicException) -> HTTPResponse:
        status = HTTPStatus(error.status_code)
        code = status.phrase.lower().replace(" ", "_").replace("-", "_")
        sentence = SENTENCES.get(status, status.description or "This did not work.")
        return error_response(status, code, sentence, headers=error.headers)

    @app.exception(Exception)
    async def failed(request: Request, _: Exception) -> HTTPResponse:
        log.exception("request.failed", method=request.method, route=request.route and request.route.path)
        return error_response(500, "internal_error", "Something went wrong here; it has been noted.")
