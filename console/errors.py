"""Refusals and failures as pages: what happened, in a sentence, and where to go from here."""

import structlog
from sanic import Blueprint, HTTPResponse, Request
from sanic.exceptions import SanicException

from console.pages import render
from leads.services.errors import HandoffTaken, InvalidField, NotClaimed, NotFound

__all__ = ["add_error_pages"]

log = structlog.get_logger()

TITLES = {
    400: "That did not work",
    401: "Please log in",
    403: "Not allowed",
    404: "Nothing here",
    409: "Somebody was faster",
    413: "Too large",
    500: "Something went wrong",
}
NOT_FOUND = "There is nothing at this address. It may have been removed."
FAILED = "Something went wrong here; it has been noted. Try again in a moment."


def add_error_pages(blueprint: Blueprint) -> None:
    """Give the routes of this blueprint error pages. What went wrong inside is logged, not told."""
    blueprint.exception(NotFound)(_not_found)
    blueprint.exception(HandoffTaken, NotClaimed)(_too_late)
    blueprint.exception(InvalidField)(_invalid)
    blueprint.exception(SanicException)(_refused)
    blueprint.exception(Exception)(_failed)


async def _not_found(request: Request, _: NotFound) -> HTTPResponse:
    return _page(request, 404, NOT_FOUND)


async def _too_late(request: Request, error: HandoffTaken | NotClaimed) -> HTTPResponse:
    return _page(request, 409, str(error))


async def _invalid(request: Request, error: InvalidField) -> HTTPResponse:
    return _page(request, 422, str(error))


async def _refused(request: Request, error: SanicException) -> HTTPResponse:
    status = error.status_code
    return _page(request, status, NOT_FOUND if status == 404 else str(error))


async def _failed(request: Request, _: Exception) -> HTTPResponse:
    log.exception("console.failed", method=request.method, route=request.route and request.route.path)
    return _page(request, 500, FAILED)


def _page(request: Request, status: int, sentence: str) -> HTTPResponse:
    title = TITLES.get(status, TITLES[400])
    return render(request, "error.html", status=status, title=title, sentence=sentence)
