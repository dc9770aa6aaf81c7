"""Meetings with reps: offering free slots, booking one, calling it off, moving it.

Everything here agrees on what is free; the store has the last word, for whoever else may write to it.
"""

from collections.abc import Callable, Collection, Container, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from leads.domain import booking as meetings
from leads.domain.availability import offer
from leads.domain.booking import Booking, BookingNotFound, BookingState, Slot, SlotTaken, parse_slot_id
from leads.domain.lead import Lead, Stage
from leads.domain.rep import Rep
from leads.domain.zones import zone_or_utc
from leads.services.core import Core
from leads.services.diary import free_by_rep, is_free
from leads.services.errors import LeadNotFound
from leads.services.mail import Occasion
from leads.services.mailing import tell_of_meeting
from leads.services.ports import Work

__all__ = [
    "OFFERED",
    "Meeting",
    "book",
    "book_in",
    "cancel",
    "cancel_in",
    "free_times",
    "free_times_in",
    "invite_in",
    "meeting",
    "meeting_of",
    "offer_in",
    "offer_slots",
    "reschedule",
    "reschedule_in",
]

OFFERED = 3


@dataclass(frozen=True, slots=True)
class Meeting:
    """A booking with the people who meet."""

    booking: Booking
    rep: Rep
    lead: Lead


def offer_slots(core: Core, lead_id: str, *, count: int = OFFERED) -> tuple[Slot, ...]:
    """Free slots for this lead, in order of time. Raises LeadNotFound."""
    with core.store.reading() as work:
        return offer_in(core, work, _lead(work, lead_id), count=count)


def free_times(core: Core, lead_id: str) -> tuple[Slot, ...]:
    """Every time at which this lead could meet somebody, each once, in order. Raises LeadNotFound."""
    with core.store.reading() as work:
        return free_times_in(core, work, _lead(work, lead_id))


def free_times_in(core: Core, work: Work, lead: Lead) -> tuple[Slot, ...]:
    """`free_times` inside an open transaction."""
    by_start: dict[datetime, Slot] = {}
    for slots in _open_to(core, work, lead).values():
        for slot in slots:
            by_start.setdefault(slot.start, slot)
    return tuple(by_start[start] for start in sorted(by_start))


def book(core: Core, lead_id: str, *, slot_id: str) -> Booking:
    """Book a slot. Raises LeadNotFound, NotBookable for what is no slot, and SlotTaken with fresh ones."""
    slot = parse_slot_id(slot_id)
    with core.store.writing() as work:
        return book_in(core, work, _lead(work, lead_id), slot)


def cancel(core: Core, booking_id: str) -> Booking:
    """Call a meeting off; doing so again changes nothing. Raises BookingNotFound."""
    with core.store.writing() as work:
        return cancel_in(core, work, booking_id)


def reschedule(core: Core, booking_id: str, *, slot_id: str) -> Booking:
    """Move a meeting to another slot, perhaps of another rep.

    Raises BookingNotFound, NotBookable for what is no slot or a meeting that was cancelled, and SlotTaken
    with fresh slots; the meeting is then where it was.
    """
    slot = parse_slot_id(slot_id)
    with core.store.writing() as work:
        return reschedule_in(core, work, booking_id, slot)


def meeting(core: Core, booking_id: str) -> Meeting:
    """A booking, whatever its state, with its rep and its lead. Raises BookingNotFound."""
    with core.store.reading() as work:
        booking = work.bookings.get(booking_id)
        if booking is None:
            raise BookingNotFound
        rep = work.reps.get(booking.rep_id)
        lead = work.leads.get(booking.lead_id)
    if rep is None or lead is None:
        raise BookingNotFound
    return Meeting(booking, rep, lead)


def meeting_of(core: Core, work: Work, lead_id: str) -> Booking | None:
    """The lead's next meeting that is not over."""
    now = core.clock()
    pending = (
        booking
        for booking in work.bookings.of_lead(lead_id)
        if booking.state is BookingState.BOOKED and booking.end > now
    )
    return min(pending, key=lambda booking: booking.start, default=None)


def offer_in(
    core: Core,
    work: Work,
    lead: Lead,
    *,
    exclude: Collection[datetime] = (),
    among: Container[datetime] | None = None,
    count: int = OFFERED,
    near: datetime | None = None,
) -> tuple[Slot, ...]:
    """`offer_slots` inside an open transaction, without any that start at an instant in `exclude`.

    The lead's owner is offered alone while they have time; otherwise whoever had the fewest meetings lately
    comes first. With `among`, only what starts at one of these instants; with `near`, slots close to that
    instant are preferred to early ones.
    """
    free = _open_to(core, work, lead, exclude)
    if among is not None:
        free = {rep_id: [slot for slot in slots if slot.start in among] for rep_id, slots in free.items()}
    return offer(free, prospect_zone=zone_or_utc(lead.timezone), count=count, near=near)


def book_in(core: Core, work: Work, lead: Lead, slot: Slot) -> Booking:
    """`book` inside an open transaction, which can go on after SlotTaken.

    The rep becomes the owner of a lead that has none, and whoever is to meet us has qualified.
    """
    booking = Booking(
        id=core.new_id(),
        lead_id=lead.id,
        rep_id=slot.rep_id,
        start=slot.start,
        end=slot.end,
        timezone=zone_or_utc(lead.timezone).key,
        created_at=core.clock(),
    )
    _place(core, work, lead, booking, write=work.bookings.add)
    work.leads.save(_qualified(lead, booking))
    tell_of_meeting(core, work, lead, booking, Occasion.MEETING_BOOKED)
    return booking


def _qualified(lead: Lead, booking: Booking) -> Lead:
    owned = replace(lead, owner_id=lead.owner_id or booking.rep_id, updated_at=booking.created_at)
    if lead.stage is Stage.CONVERTED:
        return owned
    return replace(owned, stage=Stage.QUALIFIED, nurture=None, disposition=None)


def cancel_in(core: Core, work: Work, booking_id: str) -> Booking:
    """`cancel` inside an open transaction."""
    booking = _locked(work, booking_id)
    cancelled = meetings.cancel(booking)
    if cancelled != booking:
        work.bookings.save(cancelled)
        tell_of_meeting(core, work, _lead(work, booking.lead_id), cancelled, Occasion.MEETING_CANCELLED)
    return cancelled


def reschedule_in(core: Core, work: Work, booking_id: str, slot: Slot) -> Booking:
    """`reschedule` inside an open transaction, which can go on after SlotTaken."""
    booking = _locked(work, booking_id)
    moved = meetings.reschedule(booking, slot)
    if moved != booking:
        lead = _lead(work, booking.lead_id)
        _place(core, work, lead, moved, write=work.bookings.save)
        tell_of_meeting(core, work, lead, moved, Occasion.MEETING_MOVED)
    return moved


def invite_in(core: Core, work: Work, lead: Lead, booking: Booking) -> None:
    """Mail the meeting to an address that was not known when it was booked. Nobody is mailed twice."""
    tell_of_meeting(core, work, lead, booking, Occasion.MEETING_BOOKED)


def _open_to(
    core: Core, work: Work, lead: Lead, exclude: Collection[datetime] = ()
) -> Mapping[str, Sequence[Slot]]:
    """The free slots of whoever may meet this lead, in the order in which their turn is."""
    free = {
        rep_id: [slot for slot in slots if slot.start not in exclude]
        for rep_id, slots in free_by_rep(core, work).items()
    }
    owned = free.get(lead.owner_id or "")
    return {owned[0].rep_id: owned} if owned else free


def _place(core: Core, work: Work, lead: Lead, booking: Booking, *, write: Callable[[Booking], None]) -> None:
    """Write a booking if its time is free; SlotTaken with alternatives if not."""
    # One at a time for each rep: room around meetings and the daily cap are more than the constraint can see,
    # and writers that exclude each other would wait for each other.
    work.lock(f"rep:{booking.rep_id}")
    try:
        if not is_free(core, work, booking):
            raise SlotTaken
        write(booking)
    except SlotTaken as error:
        raise SlotTaken(alternatives=offer_in(core, work, lead, near=booking.start)) from error


def _lead(work: Work, lead_id: str) -> Lead:
    lead = work.leads.get(lead_id)
    if lead is None:
        raise LeadNotFound
    return lead


def _locked(work: Work, booking_id: str) -> Booking:
    booking = work.bookings.get(booking_id, lock=True)
    if booking is None:
        raise BookingNotFound
    return booking
