"""E-mails that go out: to whom, when, and never about what is over."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from leads.domain.booking import Booking, Slot
from leads.domain.consent import Consent, ConsentState, Medium
from leads.domain.delivery import MAX_ATTEMPTS
from leads.domain.handoff import HandoffReason
from leads.domain.lead import Lead
from leads.domain.rep import Rep
from leads.services import booking, handoffs
from leads.services.core import Core
from leads.services.mail import NotMailed, Occasion, Side
from leads.services.mailing import LEASE, REMINDERS, Claimed, claim, settle
from tests.leads.conftest import Clock

AddRep = Callable[..., Rep]
AddLead = Callable[..., Lead]
THURSDAY = Slot("rep-1", datetime(2026, 11, 26, 9, tzinfo=UTC), datetime(2026, 11, 26, 9, 30, tzinfo=UTC))
FRIDAY = Slot("rep-1", THURSDAY.start + timedelta(days=1), THURSDAY.end + timedelta(days=1))
AWAY = NotMailed("451 try later", may_pass=True)
UNKNOWN = NotMailed("550 no such user", may_pass=False)


def told(core: Core) -> list[tuple[Occasion, Side]]:
    """Send everything that is due; what that was."""
    sent = []
    while claimed := claim(core):
        for one in claimed:
            settle(core, one, None, jitter=0.5)
            sent.append((one.letter.occasion, one.letter.side))
    return sorted(sent)


def standing(core: Core, address: str) -> list[tuple[str, str, str | None]]:
    with core.store.reading() as work:
        items = work.outbox.to_recipient("email", address, limit=50)
    return [(item.body["event"], item.state, item.error) for item in items]


@pytest.fixture
def booked(core: Core, add_rep: AddRep, add_lead: AddLead) -> Booking:
    add_rep()
    return booking.book(core, add_lead().id, slot_id=THURSDAY.id)


def test_both_sides_hear_of_a_meeting_once(core: Core, booked: Booking) -> None:
    assert told(core) == [
        (Occasion.MEETING_BOOKED, Side.PROSPECT),
        (Occasion.MEETING_BOOKED, Side.REP),
    ]
    assert told(core) == []


def test_a_prospect_is_reminded_a_day_and_an_hour_before(core: Core, clock: Clock, booked: Booking) -> None:
    told(core)
    for before in REMINDERS:
        clock.now = booked.start - before - timedelta(seconds=1)
        assert told(core) == []
        clock.now = booked.start - before
        assert told(core) == [(Occasion.MEETING_REMINDER, Side.PROSPECT)]


def test_a_meeting_that_is_near_has_only_the_reminders_that_still_lie_ahead(
    core: Core, clock: Clock, add_rep: AddRep, add_lead: AddLead
) -> None:
    add_rep()
    clock.now = THURSDAY.start - timedelta(hours=5)
    booking.book(core, add_lead().id, slot_id=THURSDAY.id)
    told(core)
    clock.now = THURSDAY.start - timedelta(minutes=59)
    assert told(core) == [(Occasion.MEETING_REMINDER, Side.PROSPECT)]


def test_reminders_die_with_the_old_time(core: Core, clock: Clock, booked: Booking) -> None:
    booking.reschedule(core, booked.id, slot_id=FRIDAY.id)
    told(core)
    clock.now = THURSDAY.start - timedelta(minutes=59)
    assert told(core) == []
    clock.now = FRIDAY.start - timedelta(days=1)
    assert told(core) == [(Occasion.MEETING_REMINDER, Side.PROSPECT)]
    clock.now = FRIDAY.start - timedelta(minutes=59)
    assert told(core) == [(Occasion.MEETING_REMINDER, Side.PROSPECT)]


def test_nobody_is_reminded_of_a_meeting_that_is_off(core: Core, clock: Clock, booked: Booking) -> None:
    told(core)
    booking.cancel(core, booked.id)
    assert told(core) == [
        (Occasion.MEETING_CANCELLED, Side.PROSPECT),
        (Occasion.MEETING_CANCELLED, Side.REP),
    ]
    clock.now = booked.start - timedelta(minutes=30)
    assert told(core) == []


def test_only_the_newest_of_several_changes_is_told(core: Core, booked: Booking) -> None:
    booking.reschedule(core, booked.id, slot_id=FRIDAY.id)
    booking.cancel(core, booked.id)
    assert {occasion for occasion, _ in told(core)} == {Occasion.MEETING_CANCELLED}
    assert ("meeting_booked", "blocked", "stale") in standing(core, "lead-1@example.org")


def test_what_waited_until_the_meeting_was_over_is_not_told(
    core: Core, clock: Clock, booked: Booking
) -> None:
    clock.now = booked.start
    assert told(core) == []


def test_who_opted_out_of_mail_gets_none_and_the_rep_still_does(core: Core, booked: Booking) -> None:
    consent = Consent(
        "consent-1",
        Medium.EMAIL,
        "lead-1@example.org",
        "lead-1",
        ConsentState.OPTED_OUT,
        wording="no more mails please",
        channel="widget",
        at=core.clock(),
    )
    with core.store.writing() as work:
        work.consents.add(consent)
    assert told(core) == [(Occasion.MEETING_BOOKED, Side.REP)]
    assert ("meeting_booked", "blocked", "opted_out") in standing(core, "lead-1@example.org")


def open_handoff(core: Core, lead: Lead, reason: HandoffReason = HandoffReason.HOT) -> str:
    with core.store.writing() as work:
        handoffs.open_in(core, work, lead, conversation_id=None, reason=reason)
        handoff = work.handoffs.find(lead.id, reason)
    assert handoff is not None
    return handoff.id


def readers(core: Core) -> list[str]:
    return sorted(claimed.letter.recipient for claimed in claim(core))


def test_the_owner_hears_of_a_handoff(core: Core, add_rep: AddRep, add_lead: AddLead) -> None:
    add_rep("rep-1")
    add_rep("rep-2")
    open_handoff(core, add_lead(owner_id="rep-2"))
    assert readers(core) == ["rep-2@example.com"]


@pytest.mark.parametrize("owner", [None, "rep-3"], ids=["nobody's", "its owner left"])
def test_everybody_hears_of_a_lead_that_nobody_has(
    core: Core, add_rep: AddRep, add_lead: AddLead, owner: str | None
) -> None:
    add_rep("rep-1")
    add_rep("rep-2")
    add_rep("rep-3", active=False)
    open_handoff(core, add_lead(owner_id=owner))
    assert readers(core) == ["rep-1@example.com", "rep-2@example.com"]


def test_a_handoff_that_somebody_took_is_not_news(core: Core, add_rep: AddRep, add_lead: AddLead) -> None:
    add_rep()
    handoffs.claim(core, handoff_id=open_handoff(core, add_lead()), rep_id="rep-1")
    assert readers(core) == []


def test_a_handoff_that_is_opened_again_is_news_again(
    core: Core, clock: Clock, add_rep: AddRep, add_lead: AddLead
) -> None:
    add_rep()
    lead = add_lead()
    handoff_id = open_handoff(core, lead)
    assert told(core) == [(Occasion.HANDOFF, Side.REP)]
    handoffs.claim(core, handoff_id=handoff_id, rep_id="rep-1")
    handoffs.give_back(core, handoff_id=handoff_id, rep_id="rep-1")
    clock.now += timedelta(minutes=5)
    open_handoff(core, lead)
    assert told(core) == [(Occasion.HANDOFF, Side.REP)]


def test_whoever_steps_in_is_told_nothing(core: Core, add_rep: AddRep, add_lead: AddLead) -> None:
    add_rep()
    open_handoff(core, add_lead(), HandoffReason.STEPPED_IN)
    assert readers(core) == []


def only(claimed: list[Claimed]) -> Claimed:
    (one,) = claimed
    return one


def test_what_may_pass_is_tried_again_each_time_later_and_not_for_ever(
    core: Core, clock: Clock, add_rep: AddRep, add_lead: AddLead
) -> None:
    add_rep()
    open_handoff(core, add_lead())
    waits = []
    for attempt in range(MAX_ATTEMPTS):
        settle(core, only(claim(core)), AWAY, jitter=1.0)
        with core.store.reading() as work:
            (item,) = work.outbox.to_recipient("email", "rep-1@example.com", limit=5)
        if attempt < MAX_ATTEMPTS - 1:
            waits.append(item.due_at - clock.now)
            assert claim(core) == []
            clock.now = item.due_at
    assert waits == sorted(waits)
    assert standing(core, "rep-1@example.com") == [("handoff", "failed", AWAY.why)]


def test_what_will_not_pass_is_not_tried_again(
    core: Core, clock: Clock, add_rep: AddRep, add_lead: AddLead
) -> None:
    add_rep()
    open_handoff(core, add_lead())
    settle(core, only(claim(core)), UNKNOWN, jitter=0.5)
    clock.now += timedelta(days=1)
    assert claim(core) == []
    assert standing(core, "rep-1@example.com") == [("handoff", "failed", UNKNOWN.why)]


def test_a_letter_whose_sender_died_is_sent_by_the_next_one_under_the_same_id(
    core: Core, clock: Clock, add_rep: AddRep, add_lead: AddLead
) -> None:
    add_rep()
    open_handoff(core, add_lead())
    died = only(claim(core))
    assert claim(core) == []
    clock.now += LEASE
    assert only(claim(core)).letter.id == died.letter.id
