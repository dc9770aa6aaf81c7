"""The OpenAPI description of the lead API: request bodies from their models, answers written out once."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from bot.api.requests import BookingIn, DispositionIn, LeadIn, LeadPatch, RescheduleIn, SignalIn
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

__all__ = ["document"]

Json = dict[str, Any]

REQUESTS: tuple[type[BaseModel], ...] = (
    LeadIn,
    LeadPatch,
    SignalIn,
    DispositionIn,
    BookingIn,
    RescheduleIn,
)
COMPONENTS = "#/components/schemas/"
FILTERS = ("quadrant", "temperature", "stage", "tag", "owner", "source", "q", "after")


def document(public_url: str) -> Json:
    """The OpenAPI 3.1 document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Bantam lead API",
            "version": "1",
            "description": "Leads, their scores and meetings. Lists come in pages: pass `next` as `after`.",
        },
        "servers": [{"url": public_url}],
        "security": [{"token": []}],
        "paths": _paths(),
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": _schemas(),
        },
    }


def _paths() -> Json:
    lead, booking = _path_parameter("lead_id"), _path_parameter("booking_id")
    query = [_query(name) for name in FILTERS] + [
        _query("limit", {"type": "integer", "minimum": 1, "maximum": 200})
    ]
    return {
        "/api/leads": {
            "get": _operation("List leads, newest first", {"200": _list("Lead")}, parameters=query),
            "post": _operation(
                "Add a lead",
                {"201": _ref("Lead")},
                body=_body(
                    "LeadIn", "application/json", "application/x-www-form-urlencoded", "application/xml"
                ),
                is_unsafe=True,
            ),
        },
        "/api/leads/{lead_id}": {
            "get": _operation("One lead", {"200": _ref("Lead")}, parameters=[lead]),
            "patch": _operation(
                "Change a lead",
                {"200": _ref("Lead")},
                parameters=[lead],
                body=_body("LeadPatch"),
                is_unsafe=True,
            ),
        },
        "/api/leads/{lead_id}/signals": {
            "post": _operation(
                "Note something the lead did",
                {"201": _ref("Lead")},
                parameters=[lead],
                body=_body("SignalIn"),
                is_unsafe=True,
            )
        },
        "/api/leads/{lead_id}/disposition": {
            "post": _operation(
                "Let a lead leave the pipeline",
                {"200": _ref("Lead")},
                parameters=[lead],
                body=_body("DispositionIn"),
                is_unsafe=True,
            )
        },
        "/api/leads/{lead_id}/ledger": {
            "get": _operation("Every line of its scores", {"200": _list("LedgerLine")}, parameters=[lead])
        },
        "/api/leads/{lead_id}/transcript": {
            "get": _operation("What was said", {"200": _list("Message")}, parameters=[lead])
        },
        "/api/conversations/{sender}/lead": {
            "get": _operation(
                "The lead behind a sender", {"200": _ref("Lead")}, parameters=[_path_parameter("sender")]
            )
        },
        "/api/slots": {
            "get": _operation(
                "Free slots for a lead", {"200": _list("Slot")}, parameters=[_query("lead", required=True)]
            )
        },
        "/api/bookings": {
            "post": _operation(
                "Book a slot",
                {"201": _ref("Booking"), "409": _ref("SlotTaken")},
                body=_body("BookingIn"),
                is_unsafe=True,
            )
        },
        "/api/bookings/{booking_id}": {
            "patch": _operation(
                "Move a meeting",
                {"200": _ref("Booking"), "409": _ref("SlotTaken")},
                parameters=[booking],
                body=_body("RescheduleIn"),
                is_unsafe=True,
            ),
            "delete": _operation(
                "Call a meeting off", {"200": _ref("Booking")}, parameters=[booking], is_unsafe=True
            ),
        },
    }


def _operation(
    summary: str,
    answers: Mapping[str, Json],
    *,
    parameters: list[Json] | None = None,
    body: Json | None = None,
    is_unsafe: bool = False,
) -> Json:
    refusals = ("400", "401", "404", "422") if is_unsafe else ("400", "401", "404")
    responses = {
        status: {"description": summary, "content": {"application/json": {"schema": schema}}}
        for status, schema in {**answers, **dict.fromkeys(refusals, _ref("Error"))}.items()
    }
    key = {
        "name": "Idempotency-Key",
        "in": "header",
        "schema": {"type": "string", "maxLength": 200},
        "description": "The same key and body give the first result again.",
    }
    operation: Json = {
        "summary": summary,
        "parameters": [*(parameters or []), *([key] if is_unsafe else [])],
        "responses": responses,
    }
    return operation | ({"requestBody": body} if body else {})


def _body(name: str, *types: str) -> Json:
    kinds = types or ("application/json",)
    return {"required": True, "content": {kind: {"schema": _ref(name)} for kind in kinds}}


def _ref(name: str) -> Json:
    return {"$ref": f"{COMPONENTS}{name}"}


def _list(name: str) -> Json:
    items = {"type": "array", "items": _ref(name)}
    return _object({"items": items, "next": _nullable({"type": "string"})})


def _path_parameter(name: str) -> Json:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def _query(name: str, schema: Json | None = None, *, required: bool = False) -> Json:
    return {"name": name, "in": "query", "required": required, "schema": schema or {"type": "string"}}


def _object(properties: Json) -> Json:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _nullable(schema: Json) -> Json:
    return {"anyOf": [schema, {"type": "null"}]}


def _one_of(names: Any) -> Json:
    return {"type": "string", "enum": [str(name) for name in names]}


def _schemas() -> Json:
    schemas: Json = {}
    for model in REQUESTS:
        schema = model.model_json_schema(ref_template=COMPONENTS + "{model}")
        schemas |= schema.pop("$defs", {})
        schemas[model.__name__] = schema
    return schemas | _answers()


def _answers() -> Json:
    text, instant = {"type": "string"}, {"type": "string", "format": "date-time"}
    maybe_text, maybe_number = _nullable(text), _nullable({"type": "number"})
    maybe_date = _nullable({"type": "string", "format": "date"})
    person = _object({"id": text, "name": maybe_text})
    status = _one_of(Criterion)
    return {
        "Error": _object(
            {"error": {"type": "object", "properties": {"code": text, "message": text, "field": text}}}
        ),
        "Slot": _object({"id": text, "rep": person, "start": instant, "end": instant, "timezone": text}),
        "SlotTaken": _object(
            {"error": {"type": "object"}, "alternatives": {"type": "array", "items": _ref("Slot")}}
        ),
        "Booking": _object(
            {
                "id": text,
                "lead": text,
                "rep": person,
                "start": instant,
                "end": instant,
                "timezone": text,
                "state": _one_of(BookingState),
                "sequence": {"type": "integer"},
            }
        ),
        "LedgerLine": _object(
            {
                "axis": _one_of(Axis),
                "points": {"type": "integer"},
                "reason": text,
                "kind": _one_of(Kind),
                "source": text,
                "rule": text,
                "model": text,
                "at": instant,
            }
        ),
        "Message": _object(
            {
                "conversation": text,
                "seq": {"type": "integer"},
                "author": _one_of(Author),
                "name": maybe_text,
                "text": text,
                "buttons": {"type": "array", "items": _object({"id": text, "title": text})},
                "at": instant,
            }
        ),
        "Lead": _object(
            {
                "id": text,
                "created_at": instant,
                "channel": _one_of(Channel),
                "contact": _object(
                    dict.fromkeys(
                        ("name", "email", "phone", "company", "role", "country", "timezone", "language"),
                        maybe_text,
                    )
                ),
                "firmographics": _object(
                    {
                        "employees": _object({"low": maybe_number, "high": maybe_number, "text": maybe_text}),
                        "revenue": _object(
                            {
                                "low": maybe_number,
                                "high": maybe_number,
                                "currency": maybe_text,
                                "text": maybe_text,
                            }
                        ),
                        "industry": maybe_text,
                    }
                ),
                "bant": _object(
                    {
                        "budget": _object(
                            {
                                "status": status,
                                "low": maybe_number,
                                "high": maybe_number,
                                "currency": maybe_text,
                                "period": _nullable(_one_of(Period)),
                                "text": maybe_text,
                            }
                        ),
                        "authority": _object(
                            {
                                "status": status,
                                "level": _nullable(_one_of(AuthorityLevel)),
                                "text": maybe_text,
                            }
                        ),
                        "need": _object(
                            {"status": status, "current_solution": maybe_text, "text": maybe_text}
                        ),
                        "timeframe": _object(
                            {
                                "status": status,
                                "earliest": maybe_date,
                                "latest": maybe_date,
                                "text": maybe_text,
                            }
                        ),
                    }
                ),
                "scores": _object(
                    {
                        "fit": {"type": "integer", "minimum": 0, "maximum": 100},
                        "interest": {"type": "integer", "minimum": 0, "maximum": 100},
                        "fit_threshold": {"type": "integer"},
                        "interest_threshold": {"type": "integer"},
                        "quadrant": _one_of(Quadrant),
                        "temperature": _one_of(Temperature),
                        "model": text,
                    }
                ),
                "stage": _one_of(Stage),
                "tags": {"type": "array", "items": text},
                "owner": _nullable(person),
                "routing": _object({"rule": maybe_text, "why": maybe_text}),
                "booking": _nullable(_ref("Booking")),
                "handoff": _nullable(
                    _object(
                        {
                            "id": text,
                            "reason": _one_of(HandoffReason),
                            "state": _one_of(HandoffState),
                            "rep": maybe_text,
                            "at": instant,
                        }
                    )
                ),
                "nurture": _nullable(
                    _object(
                        {"path": text, "next_touch": maybe_date, "missing": {"type": "array", "items": text}}
                    )
                ),
                "disposition": _nullable(
                    _object(
                        {
                            "exit": text,
                            "reason": _nullable(_one_of(DispositionReason)),
                            "note": maybe_text,
                            "at": instant,
                        }
                    )
                ),
                "consent": _object({"sms": _one_of(ConsentState), "email": _one_of(ConsentState)}),
                "source": _object({"kind": maybe_text, "utm": {"type": "object"}, "referrer": maybe_text}),
                "conversation": _object(
                    {"asking": _nullable(_one_of(Topic)), "state": _one_of(ConversationState)}
                ),
            }
        ),
    }
