"""What the API answers, as JSON Schema: the shapes of `bot.api.shapes`, exactly."""

from collections.abc import Iterable, Mapping
from typing import Any

from leads.domain.answers import AuthorityLevel, Period
from leads.domain.bant import Criterion, Temperature
from leads.domain.booking import BookingState
from leads.domain.consent import ConsentState
from leads.domain.conversation import Author, ConversationState
from leads.domain.handoff import HandoffReason, HandoffState
from leads.domain.lead import Channel, DispositionReason, Stage
from leads.domain.ledger import Axis, Kind
from leads.domain.matrix import Quadrant
from leads.domain.topics import Topic
from leads.services.leaving import WayOut

__all__ = ["ANSWERS", "COMPONENTS", "TEXT", "list_of", "ref"]

Json = dict[str, Any]

COMPONENTS = "#/components/schemas/"


def ref(name: str) -> Json:
    """A reference to a schema of the document."""
    return {"$ref": f"{COMPONENTS}{name}"}


def list_of(name: str) -> Json:
    """A page of these."""
    return _object({"items": _array(ref(name)), "next": MAYBE_TEXT})


def _object(properties: Mapping[str, Json]) -> Json:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _array(items: Json) -> Json:
    return {"type": "array", "items": items}


def _maybe(schema: Json) -> Json:
    return {"anyOf": [schema, {"type": "null"}]}


def _one_of(names: Iterable[str]) -> Json:
    return {"type": "string", "enum": [str(name) for name in names]}


TEXT: Json = {"type": "string"}
INSTANT: Json = {"type": "string", "format": "date-time", "pattern": "Z$"}
COUNT: Json = {"type": "integer"}
FLAG: Json = {"type": "boolean"}
SCORE: Json = {"type": "integer", "minimum": 0, "maximum": 100}
MAYBE_TEXT = _maybe(TEXT)
MAYBE_NUMBER = _maybe({"type": "number"})
MAYBE_COUNT = _maybe(COUNT)
MAYBE_DAY = _maybe({"type": "string", "format": "date"})
STATUS = _one_of(Criterion)
CONSENT = _one_of(ConsentState)
PERSON = _object({"id": TEXT, "name": MAYBE_TEXT})
PROBLEM: Json = {
    "type": "object",
    "properties": {"code": TEXT, "message": TEXT, "field": TEXT},
    "required": ["code", "message"],
    "additionalProperties": False,
}
SLOT: Mapping[str, Json] = {"id": TEXT, "rep": PERSON, "start": INSTANT, "end": INSTANT, "timezone": TEXT}

CONTACT = _object(
    dict.fromkeys(("name", "email", "phone", "company", "role", "country", "timezone"), MAYBE_TEXT)
    | {"language": TEXT}
)
FIRMOGRAPHICS = _object(
    {
        "employees": _object({"low": MAYBE_COUNT, "high": MAYBE_COUNT, "text": MAYBE_TEXT}),
        "revenue": _object(
            {"low": MAYBE_NUMBER, "high": MAYBE_NUMBER, "currency": MAYBE_TEXT, "text": MAYBE_TEXT}
        ),
        "industry": MAYBE_TEXT,
    }
)
BUDGET = _object(
    {
        "status": STATUS,
        "low": MAYBE_NUMBER,
        "high": MAYBE_NUMBER,
        "currency": MAYBE_TEXT,
        "period": _maybe(_one_of(Period)),
        "text": MAYBE_TEXT,
    }
)
BANT = _object(
    {
        "budget": BUDGET,
        "authority": _object(
            {"status": STATUS, "level": _maybe(_one_of(AuthorityLevel)), "text": MAYBE_TEXT}
        ),
        "need": _object({"status": STATUS, "current_solution": MAYBE_TEXT, "text": MAYBE_TEXT}),
        "timeframe": _object(
            {"status": STATUS, "earliest": MAYBE_DAY, "latest": MAYBE_DAY, "text": MAYBE_TEXT}
        ),
    }
)
SCORES = _object(
    {
        "fit": SCORE,
        "interest": SCORE,
        "fit_threshold": COUNT,
        "interest_threshold": COUNT,
        "quadrant": _one_of(Quadrant),
        "temperature": _one_of(Temperature),
        "model": TEXT,
    }
)
HANDOFF = _object(
    {
        "id": TEXT,
        "reason": _one_of(HandoffReason),
        "state": _one_of(HandoffState),
        "rep": MAYBE_TEXT,
        "at": INSTANT,
    }
)
DISPOSITION = _object(
    {"exit": _one_of(WayOut), "reason": _maybe(_one_of(DispositionReason)), "note": MAYBE_TEXT, "at": INSTANT}
)
SOURCE = _object(
    {
        "kind": MAYBE_TEXT,
        "utm": {"type": "object", "additionalProperties": TEXT},
        "referrer": MAYBE_TEXT,
    }
)
LEAD = _object(
    {
        "id": TEXT,
        "created_at": INSTANT,
        "channel": _one_of(Channel),
        "contact": CONTACT,
        "firmographics": FIRMOGRAPHICS,
        "bant": BANT,
        "scores": SCORES,
        "stage": _one_of(Stage),
        "tags": _array(TEXT),
        "owner": _maybe(PERSON),
        "routing": _object({"rule": MAYBE_TEXT, "why": MAYBE_TEXT}),
        "booking": _maybe(ref("Booking")),
        "handoff": _maybe(HANDOFF),
        "nurture": _maybe(_object({"path": TEXT, "next_touch": MAYBE_DAY, "missing": _array(TEXT)})),
        "disposition": _maybe(DISPOSITION),
        "consent": _object({"sms": CONSENT, "email": CONSENT}),
        "source": SOURCE,
        "conversation": _object({"asking": _maybe(_one_of(Topic)), "state": _one_of(ConversationState)}),
    }
)

#: Every answer by its name.
ANSWERS: Mapping[str, Json] = {
    "Error": _object({"error": PROBLEM}),
    "Erased": _object({"id": TEXT, "erased": {"type": "boolean"}}),
    "Slot": _object(SLOT),
    "SlotTaken": _object({"error": PROBLEM, "alternatives": _array(ref("Slot"))}),
    "Booking": _object({**SLOT, "lead": TEXT, "state": _one_of(BookingState), "sequence": COUNT}),
    "LedgerLine": _object(
        {
            "axis": _one_of(Axis),
            "points": COUNT,
            "reason": TEXT,
            "kind": _one_of(Kind),
            "source": TEXT,
            "rule": TEXT,
            "model": TEXT,
            "at": INSTANT,
        }
    ),
    "Outlook": _object(
        {
            "possible": FLAG,
            "answers": _array(
                _object(
                    {
                        "topic": _one_of(Topic),
                        "axis": _maybe(_one_of(Axis)),
                        "points": COUNT,
                        "reason": MAYBE_TEXT,
                    }
                )
            ),
            "scores": _maybe(_object({"fit": SCORE, "interest": SCORE})),
            "quadrant": _maybe(_one_of(Quadrant)),
            "temperature": _maybe(_one_of(Temperature)),
        }
    ),
    "Message": _object(
        {
            "conversation": TEXT,
            "seq": COUNT,
            "author": _one_of(Author),
            "name": MAYBE_TEXT,
            "text": TEXT,
            "buttons": _array(_object({"id": TEXT, "title": TEXT})),
            "at": INSTANT,
        }
    ),
    "Lead": LEAD,
}
