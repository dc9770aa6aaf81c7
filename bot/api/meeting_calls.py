"""What the lead API does with meetings: calls that read a request at once, and return what is left to do."""

import re
from collections.abc import Sequence
from typing import Any

from sanic import Request

from bot.api.bodies import json_body
from bot.api.idempotency import Answer, Effect
from bot.api.lead_calls import Look
from bot.api.queries import only
from bot.api.requests import ID, BookingIn, RescheduleIn, parse
from bot.api.shapes import booking_shape, slot_shape
from leads.domain.booking import Booking, BookingNotFound, Slot, SlotTaken, parse_slot_id
from leads.domain.lead import Lead
from leads.services import booking
from leads.services.core import Core
from leads.services.errors import LeadNotFound
from leads.services.ports import Work

__all__ = ["MeetingCalls"]

Json = dict[str, Any]


class MeetingCalls:
    """Calls about slots and bookings."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def slots(self, request: Request) -> Look:
        """Free slots to offer to a lead."""
        lead_id = only(request, "lead")

        def look() -> Json:
            with self._core.store.reading() as work:
                lead = work.leads.get(lead_id)
                if lead is None:
                    raise LeadNotFound
                free = booking.offer_in(self._core, work, lead)
                return {"items": _slots(work, free, lead), "next": None}

        return look

    def book(self, request: Request) -> Effect:
        """A meeting in the slot that was picked, or fresh slots when it is gone."""
        wanted = parse(BookingIn, json_body(request))
        slot = parse_slot_id(wanted.slot)

        def effect(work: Work) -> Answer:
            lead = work.leads.get(wanted.lead, lock=True)
            if lead is None:
                raise LeadNotFound
            try:
                made = booking.book_in(self._core, work, lead, slot)
            except SlotTaken as taken:
                return _taken(work, taken, lead)
            return _answer(work, made, status=201)

        return effect

    def move(self, request: Request, booking_id: str) -> Effect:
        """A meeting in another slot, or fresh slots when that is gone."""
        known, wanted = _id(booking_id), parse(RescheduleIn, json_body(request))
        slot = parse_slot_id(wanted.slot)

        def effect(work: Work) -> Answer:
            try:
                moved = booking.reschedule_in(self._core, work, known, slot)
            except SlotTaken as taken:
                return _taken(work, taken, _lead_of(work, known))
            return _answer(work, moved)

        return effect

    def cancel(self, _: Request, booking_id: str) -> Effect:
        """A meeting that was called off."""
        known = _id(booking_id)
        return lambda work: _answer(work, booking.cancel_in(self._core, work, known))


def _answer(work: Work, made: Booking, *, status: int = 200) -> Answer:
    return Answer(status, booking_shape(made, work.reps.get(made.rep_id)), changed=made.lead_id)


def _taken(work: Work, taken: SlotTaken, lead: Lead) -> Answer:
    error = {"code": "slot_taken", "message": str(taken)}
    return Answer(409, {"error": error, "alternatives": _slots(work, taken.alternatives, lead)})


def _slots(work: Work, slots: Sequence[Slot], lead: Lead) -> list[Json]:
    reps = {rep.id: rep for rep in work.reps.all()}
    return [slot_shape(slot, reps.get(slot.rep_id), lead.timezone or "UTC") for slot in slots]


def _lead_of(work: Work, booking_id: str) -> Lead:
    meeting = work.bookings.get(booking_id)
    lead = work.leads.get(meeting.lead_id) if meeting else None
    if lead is None:
        raise BookingNotFound
    return lead


def _id(given: str) -> str:
    """An id that may be one of ours; nothing else gets as far as the store. Raises BookingNotFound."""
    if not re.fullmatch(ID, given):
        raise BookingNotFound
    return given
