"""A lead's history in order."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from leads.domain.facts import Signal, SignalKind
from leads.domain.handoff import HandoffReason
from leads.domain.lead import Channel
from leads.domain.rep import Rep
from leads.services import booking, handoffs, hearing, inbox, intake
from leads.services.assess import facts_of, rescore
from leads.services.core import Core
from leads.services.errors import LeadNotFound
from leads.services.hearing import Spoken
from leads.services.inbox import Accepted, Inbound
from leads.services.timeline import Scored, timeline
from tests.leads.conftest import Clock


def say(core: Core, text: str, *, number: int) -> Accepted:
    accepted = inbox.accept(core, Inbound(Channel.WIDGET, external_id=f"m{number}", sender="ana", text=text))
    hearing.hear(core, Spoken(accepted.conversation_id, accepted.inbox_id, text))
    return accepted


def test_a_cause_comes_before_what_it_led_to(core: Core, add_rep: Callable[..., Rep], clock: Clock) -> None:
    add_rep()
    lead_id = say(core, "my e-mail is ana@acme.example", number=1).lead_id
    clock.advance(timedelta(minutes=1))
    with core.store.writing() as work:
        lead = work.leads.get(lead_id)
        assert lead is not None
        work.facts.add_signal(lead_id, Signal("s1", SignalKind.QUOTE_REQUEST, clock()))
        lead, _ = rescore(core, work, lead, facts_of(work, lead_id))
        handoffs.open_in(core, work, lead, conversation_id=None, reason=HandoffReason.STUCK)
    clock.advance(timedelta(minutes=1))
    booking.book(core, lead_id, slot_id=booking.offer_slots(core, lead_id)[0].id)
    kinds = [type(moment.what).__name__ for moment in timeline(core, lead_id)]
    assert kinds == ["Message", "Scored", "Signal", "Scored", "Handoff", "Booking", "OutboxItem"]


def test_messages_of_one_instant_keep_their_numbers(core: Core) -> None:
    for number in range(1, 13):
        lead_id = say(core, f"message {number}", number=number).lead_id
    texts = [getattr(moment.what, "text", None) for moment in timeline(core, lead_id)]
    assert [text for text in texts if text] == [f"message {number}" for number in range(1, 13)]


def test_what_moved_no_score_is_left_to_the_ledger(core: Core, clock: Clock) -> None:
    lead_id = say(core, "hello", number=1).lead_id
    visits = 8  # more than count
    for _ in range(visits):
        clock.advance(timedelta(minutes=1))
        with core.store.writing() as work:
            intake.add_signal(core, work, lead_id, kind=SignalKind.PAGE_VIEW, at=clock(), data={})
    moments = timeline(core, lead_id)
    scored = [moment.what for moment in moments if isinstance(moment.what, Scored)]
    assert 0 < len(scored) < visits
    assert all(one.points for one in scored)


def test_what_was_scored_together_is_told_together(core: Core) -> None:
    lead_id = say(core, "we are 120 people, a software company in Germany", number=1).lead_id
    (scored,) = [moment.what for moment in timeline(core, lead_id) if isinstance(moment.what, Scored)]
    assert len(scored.changes) > 1


def test_a_lead_that_is_not_there(core: Core) -> None:
    with pytest.raises(LeadNotFound):
        timeline(core, "nobody")
