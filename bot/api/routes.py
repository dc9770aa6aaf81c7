"""The routes of the lead API."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from sanic import Blueprint, HTTPResponse, Request, json

from bot.api.idempotency import Once
from bot.api.openapi import document
from bot.api.requests import (
    BookingIn,
    DispositionIn,
    LeadIn,
    LeadPatch,
    RescheduleIn,
    SignalIn,
    json_body,
    lead_fields,
    parse,
)
from bot.api.shapes import booking_shape, lead_shape, ledger_shape, message_shape, slot_shape
from bot.hub import Hub
from bot.server.auth import require_token
from bot.server.errors import BadRequest
from leads.domain.booking import Booking, Slot, SlotTaken
from leads.domain.lead import Channel, Lead
from leads.services import booking, intake, views
from leads.services.core import Core
from leads.services.intake import LeadChanges
from leads.services.ports import LeadFilter
from leads.services.views import LeadView

__all__ = ["api_blueprint"]

Handler = Callable[..., Coroutine[Any, Any, HTTPResponse]]
MAX_PAGE = 200


def api_blueprint(*, core: Core, hub: Hub, token: str, public_url: str) -> Blueprint:
    """`/api/…`, for whoever has the API token; its description is open."""
    blueprint = Blueprint("api", url_prefix="/api")
    calls = _Calls(core, hub)
    once = Once(core)

    @blueprint.get("/openapi.json")
    async def openapi(_: Request) -> HTTPResponse:
        return json(document(public_url))

    @blueprint.on_request
    async def authorise(request: Request) -> None:
        if not request.path.endswith("/openapi.json"):
            require_token(request, token)

    def repeatable(handler: Handler) -> Handler:
        async def handle(request: Request, **params: str) -> HTTPResponse:
            return await once.run(request, lambda: handler(request, **params))

        handle.__name__ = handler.__name__
        return handle

    routes: list[tuple[str, str, Handler]] = [
        ("GET", "/leads", calls.list_leads),
        ("POST", "/leads", repeatable(calls.create_lead)),
        ("GET", "/leads/<lead_id:str>", calls.get_lead),
        ("PATCH", "/leads/<lead_id:str>", repeatable(calls.patch_lead)),
        ("POST", "/leads/<lead_id:str>/signals", repeatable(calls.add_signal)),
        ("POST", "/leads/<lead_id:str>/disposition", repeatable(calls.dispose)),
        ("GET", "/leads/<lead_id:str>/ledger", calls.ledger),
        ("GET", "/leads/<lead_id:str>/transcript", calls.transcript),
        ("GET", "/conversations/<sender:str>/lead", calls.lead_of_sender),
        ("GET", "/slots", calls.slots),
        ("POST", "/bookings", repeatable(calls.book)),
        ("PATCH", "/bookings/<booking_id:str>", repeatable(calls.reschedule)),
        ("DELETE", "/bookings/<booking_id:str>", repeatable(calls.cancel)),
    ]
    for method, path, handler in routes:
        blueprint.add_route(handler, path, methods=[method], name=f"{method}{path}".replace("/", "_"))
    return blueprint


class _Calls:
    """What the routes do: each reads a request, calls one use case, and shapes the answer."""

    def __init__(self, core: Core, hub: Hub) -> None:
        self._core = core
        self._hub = hub

    async def list_leads(self, request: Request) -> HTTPResponse:
        """A page of leads, newest first."""
        limit = _limit(request)
        arguments = request.args
        wanted = LeadFilter(
            quadrant=arguments.get("quadrant"),
            temperature=arguments.get("temperature"),
            stage=arguments.get("stage"),
            tag=arguments.get("tag"),
            owner_id=arguments.get("owner"),
            source=arguments.get("source"),
            query=arguments.get("q"),
        )
        found = await asyncio.to_thread(self._page, wanted, arguments.get("after"), limit)
        items = [self._shape(view) for view in found[:limit]]
        return json({"items": items, "next": items[-1]["id"] if len(found) > limit else None})

    async def create_lead(self, request: Request) -> HTTPResponse:
        """A new lead."""
        wanted = parse(LeadIn, lead_fields(request))
        lead_id = await asyncio.to_thread(
            lambda: intake.create_lead(
                self._core,
                channel=Channel.API,
                told=wanted.told(),
                source=wanted.source.as_source(),
                timezone=wanted.timezone,
                language=wanted.language,
            )
        )
        return await self._lead(lead_id, status=201)

    async def get_lead(self, _: Request, lead_id: str) -> HTTPResponse:
        """One lead."""
        return await self._lead(lead_id)

    async def patch_lead(self, request: Request, lead_id: str) -> HTTPResponse:
        """Change a lead; what is not named stays."""
        wanted = parse(LeadPatch, lead_fields(request))
        changes = LeadChanges(
            told=wanted.told(),
            stage=wanted.stage,
            tags=tuple(wanted.tags) if wanted.tags is not None else None,
            owner_id=wanted.owner,
            timezone=wanted.timezone,
            language=wanted.language,
        )
        await asyncio.to_thread(intake.change_lead, self._core, lead_id, changes)
        return await self._lead(lead_id)

    async def add_signal(self, request: Request, lead_id: str) -> HTTPResponse:
        """Something the lead did; answers with the lead as it is after it."""
        signal = parse(SignalIn, json_body(request))
        at = signal.instant(self._core.clock())
        await asyncio.to_thread(
            lambda: intake.add_signal(self._core, lead_id, kind=signal.kind, at=at, data=signal.data)
        )
        return await self._lead(lead_id, status=201)

    async def dispose(self, request: Request, lead_id: str) -> HTTPResponse:
        """Let a lead leave the pipeline."""
        wanted = parse(DispositionIn, json_body(request))
        await asyncio.to_thread(
            lambda: intake.dispose(
                self._core,
                lead_id,
                way_out=wanted.exit,
                reason=wanted.reason,
                note=wanted.note,
                actor="api",
            )
        )
        return await self._lead(lead_id)

    async def ledger(self, _: Request, lead_id: str) -> HTTPResponse:
        """Every line of the score."""
        lines = await asyncio.to_thread(views.ledger_of, self._core, lead_id)
        return json({"items": [ledger_shape(line) for line in lines], "next": None})

    async def transcript(self, _: Request, lead_id: str) -> HTTPResponse:
        """What was said, in order."""
        lines = await asyncio.to_thread(views.transcript_of, self._core, lead_id)
        return json({"items": [message_shape(line) for line in lines], "next": None})

    async def lead_of_sender(self, _: Request, sender: str) -> HTTPResponse:
        """The lead behind a REST, widget or SMS sender."""
        return await self._lead(await asyncio.to_thread(views.lead_of_sender, self._core, sender))

    async def slots(self, request: Request) -> HTTPResponse:
        """Free slots to offer a lead."""
        lead_id = request.args.get("lead")
        if not lead_id:
            raise BadRequest("Name the lead the slots are for: ?lead=…", field="lead")
        found = await asyncio.to_thread(booking.offer_slots, self._core, lead_id)
        return json({"items": await self._slot_shapes(found, lead_id), "next": None})

    async def book(self, request: Request) -> HTTPResponse:
        """Book a slot: 201, or 409 with fresh ones."""
        wanted = parse(BookingIn, json_body(request))
        try:
            made = await asyncio.to_thread(lambda: booking.book(self._core, wanted.lead, slot_id=wanted.slot))
        except SlotTaken as taken:
            return await self._taken(taken, wanted.lead)
        return await self._booking(made, status=201)

    async def reschedule(self, request: Request, booking_id: str) -> HTTPResponse:
        """Move a meeting: 200, or 409 with fresh slots."""
        wanted = parse(RescheduleIn, json_body(request))
        try:
            moved = await asyncio.to_thread(
                lambda: booking.reschedule(self._core, booking_id, slot_id=wanted.slot)
            )
        except SlotTaken as taken:
            meeting = await asyncio.to_thread(booking.meeting, self._core, booking_id)
            return await self._taken(taken, meeting.lead.id)
        return await self._booking(moved)

    async def cancel(self, _: Request, booking_id: str) -> HTTPResponse:
        """Call a meeting off."""
        return await self._booking(await asyncio.to_thread(booking.cancel, self._core, booking_id))

    async def _lead(self, lead_id: str, *, status: int = 200) -> HTTPResponse:
        found = await asyncio.to_thread(views.view, self._core, lead_id)
        self._hub.publish(lead_id)
        return json(self._shape(found), status=status)

    async def _booking(self, made: Booking, *, status: int = 200) -> HTTPResponse:
        meeting = await asyncio.to_thread(booking.meeting, self._core, made.id)
        self._hub.publish(meeting.lead.id)
        return json(booking_shape(meeting.booking, meeting.rep), status=status)

    async def _taken(self, taken: SlotTaken, lead_id: str) -> HTTPResponse:
        error = {"code": "slot_taken", "message": "This slot has just been taken; here are others."}
        fresh = await self._slot_shapes(taken.alternatives, lead_id)
        return json({"error": error, "alternatives": fresh}, status=409)

    async def _slot_shapes(self, slots: tuple[Slot, ...], lead_id: str) -> list[dict[str, Any]]:
        found = await asyncio.to_thread(views.view, self._core, lead_id)
        zone = found.lead.timezone or "UTC"
        return [slot_shape(slot, found.reps.get(slot.rep_id), zone) for slot in slots]

    def _page(self, wanted: LeadFilter, after: str | None, limit: int) -> list[LeadView]:
        with self._core.store.reading() as work:
            page: list[Lead] = work.leads.page(wanted, after=after, limit=limit + 1)
            return [views.view_in(self._core, work, lead) for lead in page]

    def _shape(self, found: LeadView) -> dict[str, Any]:
        thresholds = self._core.model.thresholds
        return lead_shape(found, (thresholds.fit, thresholds.interest))


def _limit(request: Request) -> int:
    given = request.args.get("limit", "50")
    if not given.isdecimal() or not 1 <= int(given) <= MAX_PAGE:
        raise BadRequest(f"limit must be a whole number from 1 to {MAX_PAGE}.", field="limit")
    return int(given)
