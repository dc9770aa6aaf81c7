"""Query strings of lists: filters, and where a page begins and ends. Every refusal names the parameter."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sanic import Request

from bot.api.requests import ID
from bot.server.errors import BadRequest
from leads.domain.bant import Temperature
from leads.domain.lead import Stage
from leads.domain.matrix import Quadrant
from leads.services.inbox import clean_text
from leads.services.ports import LeadFilter
from leads.services.views import Place

__all__ = [
    "FILTERS",
    "MOST_LEADS",
    "MOST_MESSAGES",
    "LeadList",
    "lead_list",
    "message_list",
    "moment_and_model",
    "only",
]

FILTERS = ("quadrant", "temperature", "stage", "tag", "owner", "source", "q")
MOST_LEADS = 200
USUAL_LEADS = 50
MOST_MESSAGES = 1000
LONGEST_VALUE = 320
EARLIEST = 1970
PLACE = re.compile(r"([A-Za-z0-9_-]{1,64})\.([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class LeadList:
    """A page of leads that is asked for."""

    wanted: LeadFilter
    after: str | None
    limit: int


def lead_list(request: Request) -> LeadList:
    """What `GET /api/leads` is asked for. Raises BadRequest."""
    given = _arguments(request, (*FILTERS, "after", "limit"))
    after = given.get("after")
    if after is not None and not re.fullmatch(ID, after):
        raise _invalid("after", "must be the next of another page")
    wanted = LeadFilter(
        quadrant=_one_of(Quadrant, given, "quadrant"),
        temperature=_one_of(Temperature, given, "temperature"),
        stage=_one_of(Stage, given, "stage"),
        tag=given.get("tag"),
        owner_id=given.get("owner"),
        source=given.get("source"),
        query=given.get("q"),
    )
    return LeadList(wanted, after, _limit(given, most=MOST_LEADS, usual=USUAL_LEADS))


def message_list(request: Request) -> tuple[Place | None, int]:
    """From where on a transcript is asked for, and how much of it. Raises BadRequest."""
    given = _arguments(request, ("after", "limit"))
    limit = _limit(given, most=MOST_MESSAGES, usual=MOST_MESSAGES)
    after = given.get("after")
    if after is None:
        return None, limit
    place = PLACE.fullmatch(after)
    if place is None:
        raise _invalid("after", "must be the next of another page")
    return Place(place[1], int(place[2])), limit


def moment_and_model(request: Request) -> tuple[datetime | None, str | None]:
    """At which moment, and under which version of the model, scores are asked for. Raises BadRequest."""
    given = _arguments(request, ("at", "model"))
    return _instant(given, "at"), given.get("model")


def only(request: Request, name: str) -> str:
    """The one parameter a call takes, and needs. Raises BadRequest."""
    given = _arguments(request, (name,)).get(name)
    if given is None:
        raise _invalid(name, "is required")
    return given


def _arguments(request: Request, known: Iterable[str]) -> dict[str, str]:
    """What is given, by name; empty values say nothing."""
    given: dict[str, str] = {}
    for name, values in request.args.items():
        if name not in known:
            raise BadRequest("There is no such parameter.", field=name, code="invalid")
        if len(values) > 1:
            raise BadRequest("This parameter is there twice.", field=name, code="invalid")
        value = values[0].strip()
        if value != clean_text(value) or len(value) > LONGEST_VALUE:
            raise _invalid(name, f"must be text of at most {LONGEST_VALUE} characters")
        if value:
            given[name] = value
    return given


def _one_of(choices: type[StrEnum], given: dict[str, str], name: str) -> str | None:
    value = given.get(name)
    if value is not None and value not in set(choices):
        raise _invalid(name, f"must be one of {', '.join(choices)}")
    return value


def _instant(given: dict[str, str], name: str) -> datetime | None:
    value = given.get(name)
    if value is None:
        return None
    try:
        instant = datetime.fromisoformat(value)
    except ValueError:
        raise _no_instant(name) from None
    if instant.tzinfo is None or instant.year < EARLIEST:
        raise _no_instant(name)
    return instant


def _no_instant(name: str) -> BadRequest:
    return _invalid(name, "must be a date and time with its zone, such as 2026-11-23T09:00:00Z")


def _limit(given: dict[str, str], *, most: int, usual: int) -> int:
    limit = given.get("limit", str(usual))
    if not re.fullmatch(r"[1-9][0-9]{0,3}", limit) or int(limit) > most:
        raise _invalid("limit", f"must be a whole number from 1 to {most}")
    return int(limit)


def _invalid(name: str, what: str) -> BadRequest:
    return BadRequest(f"{name} {what}.", field=name, code="invalid")
