"""Offering, booking, cancelling and moving meetings, on both databases."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from leads.domain.booking import Booking, BookingNotFound, BookingState, NotBookable, Slot, SlotTaken
from leads.domain.lead import Lead
from leads.domain.rep import Rep
from leads.services import booking
from leads.services.core import Core
from leads.services.errors import LeadNotFound
from leads.services.links import manage_link

AddRep = Callable[..., Rep]
AddLead = Callable[..., Lead]
HALF_HOUR = timedelta(minutes=30)


def at(text: str, rep_id: str = "rep-1") -> Slot:
    start = datetime.fromisoformat(text).replace(tzinfo=UTC)
    return Slot(rep_id, start, start + HALF_HOUR)


TUESDAY_NINE = at("2026-11-24 09:00")


def mails(core: Core, recipient: str) -> list[tuple[str, int]]:
    """Event and sequence of every mail to somebody, but for reminders (see test_mailing)."""
    with core.store.reading() as work:
        items = work.outbox.to_recipient("email", recipient, limit=100)
    told = [(item.body["event"], item.body["sequence"]) for item in items]
    return [(event, sequence) for event, sequence in told if event != "meeting_reminder"]


def stored(core: Core, booking_id: str) -> Booking:
    return booking.meeting(core, booking_id).booking


def test_an_offer_has_three_free_slots_on_different_days(
    core: Core, add_rep: AddRep, add_lead: AddLead
) -> None:
    add_rep()
    lead = add_lead()
    slots = booking.offer_slots(core, lead.id)
    assert len({slot.start.astimezone(ZoneInfo("Europe/Berlin")).date() for slot in slots}) == 3
    assert all(slot.start >= core.clock() for slot in slots)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"active": False}, id="left"),
        pytest.param({"bookable": False}, id="takes no meetings"),
        pytest.param({"hours": {}}, id="no hours"),
        pytest.param({"hours": {"mon": ("nine to five",)}}, id="hours that make no sense"),
        pytest.param({"timezone": "Mars/Olympus_Mons"}, id="zone that does not exist"),
    ],
)
def test_only_reps_who_can_be_met_are_offered(
    core: Core, add_rep: AddRep, add_lead: AddLead, changes: dict[str, Any]
) -> None:
    lead = add_lead()
    add_rep("rep-1", **changes)
    assert booking.offer_slots(core, lead.id) == ()
    add_rep("rep-2")
    assert {slot.rep_id for slot in booking.offer_slots(core, lead.id)} == {"rep-2"}


def test_all_free_times_are_told_once_each_and_in_order(
    core: Core, add_rep: AddRep, add_lead: AddLead
) -> None:
    add_rep("rep-1")
    add_rep("rep-2")
    lead = add_lead()
    starts = [slot.start for slot in booking.free_times(core, lead.id)]
    assert starts == sorted(set(starts))
    assert set(booking.offer_slots(core, lead.id)) <= set(booking.free_times(core, lead.id))
    booked = booking.book(core, lead.id, slot_id=booking.offer_slots(core, lead.id)[0].id)
    left = booking.free_times(core, lead.id)
    assert {slot.rep_id for slot in left} == {booked.rep_id}, "the owner's times alone"
    assert booked.start not in {slot.start for slot in left}


def test_others_can_be_asked_for(core: Core, add_rep: AddRep, add_lead: AddLead) -> None:
    add_rep()
    lead = add_lead()
    first = booking.offer_slots(core, lead.id)
    with core.store.reading() as work:
        second = booking.offer_in(core, work, lead, exclude=[slot.start for slot in first])
    assert len(second) == 3
    assert set(first).isdisjoint(second)


def test_a_leads_owner_is_offered_alone_while_they_have_time(
    core: Core, add_rep: AddRep, add_lead: AddLead
) -> None:
    add_rep("rep-1")
    owner = add_rep("rep-2")
    lead = add_lead(owner_id="rep-2")
    assert {slot.rep_id for slot in booking.offer_slots(core, lead.id)} == {"rep-2"}
    with core.store.writing() as work:
        work.reps.save(replace(owner, active=False))
    assert {slot.rep_id for slot in booking.offer_slots(core, lead.id)} == {"rep-1"}


def test_meetings_go_round(core: Core, add_rep: AddRep, add_lead: AddLead) -> None:
    for rep_id in ("rep-1", "rep-2", "rep-3"):
        add_rep(rep_id)
    met: Counter[str] = Counter()
    for number in range(9):
        lead = add_lead(f"lead-{number}")
        slot = booking.offer_slots(core, lead.id)[0]
        met[booking.book(core, lead.id, slot_id=slot.id).rep_id] += 1
    assert met == {"rep-1": 3, "rep-2": 3, "rep-3": 3}


def test_a_booking_is_kept_and_both_sides_are_told(core: Core, add_rep: AddRep, add_lead: AddLead) -> None:
    add_rep()
    add_lead(timezone="Pacific/Auckland")
    made = booking.book(core, "lead-1", slot_id=TUESDAY_NINE.id)
    meeting = booking.meeting(core, made.id)
    assert meeting.booking == made
    assert (made.slot, made.timezone, made.state, made.sequence) == (
        TUESDAY_NINE,
        "Pacific/Auckland",
        BookingState.BOOKED,
        0,
    )
    assert (meeting.rep.id, meeting.lead.owner_id) == ("rep-1", "rep-1")
    assert mails(core, "lead-1@example.org") == [("meeting_booked", 0)]
    assert mails(core, "rep-1@example.com") == [("meeting_booked", 0)]


def test_who_has_no_address_gets_no_mail_and_a_meeting(
    core: Core, add_rep: AddRep, add_lead: AddLead
) -> None:
    add_rep()
    add_lead(email=None, timezone=None)
    made = booking.book(core, "lead-1", slot_id=TUESDAY_NINE.id)
    assert made.timezone == "UTC"
    assert mails(core, "rep-1@example.com") == [("meeting_booked", 0)]


def test_an_owner_stays_the_owner(core: Core, add_rep: AddRep, add_lead: AddLead) -> None:
    add_rep("rep-1")
    add_rep("rep-2")
    add_lead(owner_id="rep-2")
    made = booking.book(core, "lead-1", slot_id=TUESDAY_NINE.id)
    assert booking.meeting(core, made.id).lead.owner_id == "rep-2"


def test_a_lost_slot_comes_with_others_that_can_be_booked(
    core: Core, add_rep: AddRep, add_lead: AddLead
) -> None:
    add_rep()
    for lead_id in ("lead-1", "lead-2"):
        add_lead(lead_id)
    booking.book(core, "lead-1", slot_id=TUESDAY_NINE.id)
    with pytest.raises(SlotTaken) as refused:
        booking.book(core, "lead-2", slot_id=TUESDAY_NINE.id)
    assert len(refused.value.alternatives) == 3
    assert TUESDAY_NINE not in refused.value.alternatives
    for slot in refused.value.alternatives:
        assert booking.book(core, "lead-2", slot_id=slot.id).slot == slot


def test_the_same_time_with_somebody_else_is_an_alternative(
    core: Core, add_rep: AddRep, add_lead: AddLead
) -> None:
    for name in ("1", "2"):
        add_rep(f"rep-{name}")
        add_lead(f"lead-{name}")
    booking.book(core, "lead-1", slot_id=TUESDAY_NINE.id)
    with pytest.raises(SlotTaken) as refused:
        booking.book(core, "lead-2", slot_id=TUESDAY_NINE.id)
    assert at("2026-11-24 09:00", "rep-2") in refused.value.alternatives


def test_losing_a_slot_leaves_the_rest_of_the_transaction(
    core: Core, add_rep: AddRep, add_lead: AddLead
) -> None:
    add_rep()
    lead = add_lead()
    booking.book(core, lead.id, slot_id=TUESDAY_NINE.id)
    with core.store.writing() as work:
        work.leads.save(replace(lead, tags=("kept",)))
        with pytest.raises(SlotTaken):
            booking.book_in(core, work, lead, TUESDAY_NINE)
    with core.store.reading() as work:
        kept = work.leads.get(lead.id)
    assert kept is not None
    assert kept.tags == ("kept",)


@pytest.mark.parametrize(
    "slot",
    [
        pytest.param(at("2026-11-24 07:30"), id="before hours"),
        pytest.param(at("2026-11-24 16:00"), id="after hours"),
        pytest.param(at("2026-11-28 09:00"), id="weekend"),
        pytest.param(at("2026-11-24 09:10"), id="off the grid"),
        pytest.param(at("2026-11-23 08:30"), id="too soon"),
        pytest.param(at("2026-11-20 09:00"), id="past"),
        pytest.param(at("2027-06-01 09:00"), id="too far ahead"),
        pytest.param(at("2026-11-24 09:00", "rep-2"), id="rep who left"),
        pytest.param(at("2026-11-24 09:00", "nobody"), id="nobody's"),
        pytest.param(Slot("rep-1", TUESDAY_NINE.start, TUESDAY_NINE.end + HALF_HOUR), id="too long"),
    ],
)
def test_a_slot_that_was_never_free_is_refused_with_others(
    core: Core, add_rep: AddRep, add_lead: AddLead, slot: Slot
) -> None:
    add_rep("rep-1")
    add_rep("rep-2", active=False)
    add_lead()
    with pytest.raises(SlotTaken) as refused:
        booking.book(core, "lead-1", slot_id=slot.id)
    assert refused.value.alternatives
    assert mails(core, "lead-1@example.org") == []


def test_what_is_no_slot_is_refused(core: Core, add_rep: AddRep, add_lead: AddLead) -> None:
    add_rep()
    add_lead()
    with pytest.raises(NotBookable):
        booking.book(core, "lead-1", slot_id="tomorrow")


def test_strangers_book_nothing(core: Core, add_rep: AddRep) -> None:
    add_rep()
    with pytest.raises(LeadNotFound):
        booking.book(core, "nobody", slot_id=TUESDAY_NINE.id)
    with pytest.raises(LeadNotFound):
        booking.offer_slots(core, "nobody")


def test_cancelling_frees_the_time_and_tells_both_once(
    core: Core, add_rep: AddRep, add_lead: AddLead
) -> None:
    add_rep()
    add_lead("lead-1")
    add_lead("lead-2")
    made = booking.book(core, "lead-1", slot_id=TUESDAY_NINE.id)
    cancelled = booking.cancel(core, made.id)
    assert booking.cancel(core, made.id) == cancelled == stored(core, made.id)
    assert (cancelled.state, cancelled.sequence) == (BookingState.CANCELLED, 1)
    for address in ("lead-1@example.org", "rep-1@example.com"):
        assert mails(core, address) == [("meeting_booked", 0), ("meeting_cancelled", 1)]
    assert booking.book(core, "lead-2", slot_id=TUESDAY_NINE.id).slot == TUESDAY_NINE


def test_moving_keeps_the_booking_and_frees_its_old_time(
    core: Core, add_rep: AddRep, add_lead: AddLead
) -> None:
    add_rep()
    add_lead("lead-1")
    add_lead("lead-2")
    made = booking.book(core, "lead-1", slot_id=TUESDAY_NINE.id)
    later = at("2026-11-25 13:00")
    moved = booking.reschedule(core, made.id, slot_id=later.id)
    assert moved == stored(core, made.id) == replace(made, start=later.start, end=later.end, sequence=1)
    assert mails(core, "lead-1@example.org") == [("meeting_booked", 0), ("meeting_moved", 1)]
    assert booking.book(core, "lead-2", slot_id=TUESDAY_NINE.id).slot == TUESDAY_NINE


def test_a_meeting_can_move_to_another_rep(core: Core, add_rep: AddRep, add_lead: AddLead) -> None:
    add_rep("rep-1")
    add_rep("rep-2")
    add_lead()
    made = booking.book(core, "lead-1", slot_id=TUESDAY_NINE.id)
    moved = booking.reschedule(core, made.id, slot_id=at("2026-11-24 09:00", "rep-2").id)
    assert (moved.id, moved.rep_id) == (made.id, "rep-2")


def test_moving_to_a_taken_slot_leaves_the_meeting_where_it_was(
    core: Core, add_rep: AddRep, add_lead: AddLead
) -> None:
    add_rep()
    add_lead("lead-1")
    add_lead("lead-2")
    made = booking.book(core, "lead-1", slot_id=TUESDAY_NINE.id)
    other = booking.book(core, "lead-2", slot_id=at("2026-11-24 10:00").id)
    with pytest.raises(SlotTaken) as refused:
        booking.reschedule(core, made.id, slot_id=other.slot.id)
    assert refused.value.alternatives
    assert stored(core, made.id) == made


def test_moving_to_where_it_is_changes_nothing(core: Core, add_rep: AddRep, add_lead: AddLead) -> None:
    add_rep()
    add_lead()
    made = booking.book(core, "lead-1", slot_id=TUESDAY_NINE.id)
    assert booking.reschedule(core, made.id, slot_id=TUESDAY_NINE.id) == made
    assert mails(core, "lead-1@example.org") == [("meeting_booked", 0)]


def test_F34_a_cancelled_meeting_cannot_be_moved(core: Core, add_rep: AddRep, add_lead: AddLead) -> None:
    add_rep()
    add_lead()
    made = booking.book(core, "lead-1", slot_id=TUESDAY_NINE.id)
    cancelled = booking.cancel(core, made.id)
    with pytest.raises(NotBookable):
        booking.reschedule(core, made.id, slot_id=at("2026-11-25 13:00").id)
    assert stored(core, made.id) == cancelled


@pytest.mark.parametrize("change", [booking.cancel, booking.meeting], ids=["cancel", "look"])
def test_there_is_no_such_booking(core: Core, change: Callable[[Core, str], object]) -> None:
    with pytest.raises(BookingNotFound, match="no such booking"):
        change(core, "nothing")
    with pytest.raises(BookingNotFound):
        booking.reschedule(core, "nothing", slot_id=TUESDAY_NINE.id)


def test_the_next_meeting_is_the_first_that_is_neither_over_nor_off(
    core: Core, clock: Any, add_rep: AddRep, add_lead: AddLead
) -> None:
    add_rep()
    add_lead()
    days = ("2026-11-26 09:00", "2026-11-24 09:00", "2026-11-25 09:00")
    third, first, second = (booking.book(core, "lead-1", slot_id=at(day).id) for day in days)

    def upcoming() -> Booking | None:
        with core.store.reading() as work:
            return booking.meeting_of(core, work, "lead-1")

    assert upcoming() == first
    clock.now = first.end
    assert upcoming() == second
    booking.cancel(core, second.id)
    assert upcoming() == third
    booking.cancel(core, third.id)
    assert upcoming() is None


def test_a_meeting_has_a_link(core: Core, add_rep: AddRep, add_lead: AddLead) -> None:
    add_rep()
    add_lead()
    made = booking.book(core, "lead-1", slot_id=TUESDAY_NINE.id)
    assert manage_link(core, made) == f"https://bantam.example/meetings/{made.id}"
