"""The OpenAPI description of the lead API: what it takes from the models of requests, what it answers."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from bot.api.queries import FILTERS, MOST_LEADS, MOST_MESSAGES
from bot.api.requests import BookingIn, DispositionIn, LeadIn, LeadPatch, OutcomeIn, RescheduleIn, SignalIn
from bot.api.schemas import ANSWERS, COMPONENTS, TEXT, list_of, ref
from leads.domain.bant import Temperature
from leads.domain.lead import Stage
from leads.domain.matrix import Quadrant

__all__ = ["document"]

Json = dict[str, Any]

REQUESTS: tuple[type[BaseModel], ...] = (
    LeadIn,
    LeadPatch,
    SignalIn,
    DispositionIn,
    OutcomeIn,
    BookingIn,
    RescheduleIn,
)
CHOICES = {"quadrant": Quadrant, "temperature": Temperature, "stage": Stage}
ABOUT = """Leads, their scores and their meetings. Lists come in pages: pass `next` as `after`. A bad request
gets a 4xx that says what is wrong, and nothing of it is kept. Unsafe calls may carry an `Idempotency-Key`:
the same key and body give the first answer again, the same key with another body 422. Words in place of a
value, such as `"budget": "about 50k euros"`, are read as if the prospect had said them."""


def document(public_url: str) -> Json:
    """The OpenAPI 3.1 document."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Bantam lead API", "version": "1", "description": ABOUT},
        "servers": [{"url": public_url}],
        "security": [{"token": []}],
        "paths": {"/api/openapi.json": {"get": _description()}, **_leads(), **_meetings()},
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": {**_requests(), **ANSWERS},
        },
    }


def _leads() -> Json:
    lead = _path("lead_id")
    one = "/api/leads/{lead_id}"
    filters = [_query(name, _choice(name)) for name in FILTERS]
    return {
        "/api/leads": {
            "get": _look(
                "listLeads", "Leads, newest first", list_of("Lead"), [*filters, *_paging(MOST_LEADS)]
            ),
            "post": _change(
                "createLead",
                "Add a lead",
                {"201": ref("Lead")},
                body=_body(
                    "LeadIn", "application/json", "application/x-www-form-urlencoded", "application/xml"
                ),
            ),
        },
        one: {
            "get": _look("getLead", "One lead", ref("Lead"), [lead]),
            "patch": _change(
                "changeLead", "Change a lead", {"200": ref("Lead")}, [lead], body=_body("LeadPatch")
            ),
        },
        f"{one}/signals": {
            "post": _change(
                "addSignal",
                "Note something a lead did",
                {"201": ref("Lead")},
                [lead],
                body=_body("SignalIn"),
            )
        },
        f"{one}/disposition": {
            "post": _change(
                "disposeOfLead",
                "Let a lead leave the pipeline",
                {"200": ref("Lead")},
                [lead],
                body=_body("DispositionIn"),
            )
        },
        f"{one}/outcome": {
            "post": _change(
                "noteOutcome",
                "Note that a lead's deal was won or lost",
                {"200": ref("Lead")},
                [lead],
                body=_body("OutcomeIn"),
            )
        },
        f"{one}/erase": {
            "post": _change(
                "eraseLead", "Erase a lead and all that is theirs", {"200": ref("Erased")}, [lead]
            )
        },
        f"{one}/ledger": {
            "get": _look(
                "getLedger",
                "Every line of a lead's scores, now or at a moment, as they are or under another version",
                list_of("LedgerLine"),
                [lead, _query("at", TEXT | {"format": "date-time"}), _query("model", TEXT)],
            )
        },
        f"{one}/outlook": {
            "get": _look(
                "getOutlook",
                "The fewest answers that would make a lead one for sales",
                ref("Outlook"),
                [lead],
            )
        },
        f"{one}/transcript": {
            "get": _look(
                "getTranscript",
                "What was said with a lead",
                list_of("Message"),
                [lead, *_paging(MOST_MESSAGES)],
            )
        },
        "/api/conversations/{sender}/lead": {
            "get": _look(
                "getLeadOfSender",
                "The lead behind a REST, widget or SMS sender",
                ref("Lead"),
                [_path("sender")],
            )
        },
    }


def _meetings() -> Json:
    booking = _path("booking_id")
    return {
        "/api/slots": {
            "get": _look(
                "offerSlots",
                "Free slots to offer to a lead",
                list_of("Slot"),
                [_query("lead", TEXT, required=True)],
            )
        },
        "/api/bookings": {
            "post": _change(
                "book",
                "Book a slot",
                {"201": ref("Booking"), "409": ref("SlotTaken")},
                body=_body("BookingIn"),
            )
        },
        "/api/bookings/{booking_id}": {
            "patch": _change(
                "moveBooking",
                "Move a meeting to another slot",
                {"200": ref("Booking"), "409": ref("SlotTaken")},
                [booking],
                body=_body("RescheduleIn"),
            ),
            "delete": _change("cancelBooking", "Call a meeting off", {"200": ref("Booking")}, [booking]),
        },
    }


def _description() -> Json:
    answers = {"200": {"description": "This document", "content": _json({"type": "object"})}}
    return {"operationId": "describe", "summary": "This document", "security": [], "responses": answers}


def _look(name: str, summary: str, answer: Json, parameters: Sequence[Json] = ()) -> Json:
    return _operation(name, summary, {"200": answer}, parameters)


def _change(
    name: str,
    summary: str,
    answers: Mapping[str, Json],
    parameters: Sequence[Json] = (),
    *,
    body: Json | None = None,
) -> Json:
    key = {
        "name": "Idempotency-Key",
        "in": "header",
        "schema": {"type": "string", "minLength": 1, "maxLength": 200},
    }
    operation = _operation(name, summary, answers, [*parameters, key])
    return operation | ({"requestBody": body} if body else {})


def _operation(name: str, summary: str, answers: Mapping[str, Json], parameters: Sequence[Json]) -> Json:
    good = {status: {"description": summary, "content": _json(schema)} for status, schema in answers.items()}
    refused = {"description": "Refused; nothing is kept", "content": _json(ref("Error"))}
    responses = {**good, "4XX": refused}
    return {"operationId": name, "summary": summary, "parameters": list(parameters), "responses": responses}


def _body(name: str, *types: str) -> Json:
    kinds = types or ("application/json",)
    return {"required": True, "content": {kind: {"schema": ref(name)} for kind in kinds}}


def _json(schema: Json) -> Json:
    return {"application/json": {"schema": schema}}


def _path(name: str) -> Json:
    return {"name": name, "in": "path", "required": True, "schema": TEXT}


def _query(name: str, schema: Json, *, required: bool = False) -> Json:
    return {"name": name, "in": "query", "required": required, "schema": schema}


def _paging(most: int) -> list[Json]:
    return [_query("after", TEXT), _query("limit", {"type": "integer", "minimum": 1, "maximum": most})]


def _choice(name: str) -> Json:
    return {"type": "string", "enum": [str(one) for one in CHOICES[name]]} if name in CHOICES else TEXT


def _requests() -> Json:
    schemas: Json = {}
    for model in REQUESTS:
        schema = model.model_json_schema(ref_template=COMPONENTS + "{model}")
        schemas |= schema.pop("$defs", {})
        schemas[model.__name__] = schema
    return schemas
