"""A lead as a whole: what is kept, what follows from it now, and what hangs on it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from leads.domain.answers import Answer, Standing, Text
from leads.domain.booking import Booking, BookingState
from leads.domain.consent import Consent, ConsentState, Medium
from leads.domain.conversation import Author, Conversation, Message
from leads.domain.facts import Signal, SignalKind
from leads.domain.handoff import Handoff, HandoffReason, HandoffState
from leads.domain.lead import Channel, Lead
from leads.domain.matrix import Scores
from leads.domain.rep import Rep
from leads.domain.topics import Topic
from leads.services.assess import facts_of, rescore
from leads.services.core import Core
from leads.services.errors import ConversationNotFound, LeadNotFound
from leads.services.ports import LeadFilter
from leads.services.views import (
    Place,
    lead_of_conversation,
    lead_of_sender,
    page,
    transcript_of,
    transcript_page,
    view,
)
from tests.leads.conftest import Clock

AddLead = Callable[..., Lead]
AddRep = Callable[..., Rep]


def talk(core: Core, lead: Lead, conversation_id: str, *, lines: int = 0, **changes: object) -> Conversation:
    """A conversation with this many messages, all of them from now."""
    now = core.clock()
    begun = Conversation(
        conversation_id, lead.id, Channel.WIDGET, conversation_id, created_at=now, updated_at=now
    )
    conversation = replace(begun, **changes)  # type: ignore[arg-type]
    with core.store.writing() as work:
        work.conversations.add(conversation)
        work.conversations.add_messages(
            Message(conversation_id, seq, Author.VISITOR, f"{conversation_id} {seq}", at=now)
            for seq in range(1, lines + 1)
        )
    return conversation


def test_a_bare_lead(core: Core, add_lead: AddLead) -> None:
    lead = add_lead()
    seen = view(core, lead.id)
    assert seen.lead == lead
    assert seen.scores == Scores(0, 0)
    assert (seen.conversation, seen.booking, seen.handoff) == (None, None, None)
    assert seen.consent == {Medium.SMS: ConsentState.UNKNOWN, Medium.EMAIL: ConsentState.UNKNOWN}


def test_nobody(core: Core) -> None:
    for look in (view, transcript_of):
        with pytest.raises(LeadNotFound):
            look(core, "nobody")


def test_the_conversation_that_moved_last(core: Core, add_lead: AddLead, clock: Clock) -> None:
    lead = add_lead()
    talk(core, lead, "older", updated_at=clock() + timedelta(minutes=1))
    talk(core, lead, "newer")
    seen = view(core, lead.id).conversation
    assert seen is not None
    assert seen.id == "older"


def test_the_meeting_that_is_to_take_place(
    core: Core, add_lead: AddLead, add_rep: AddRep, clock: Clock
) -> None:
    add_rep("rep-1")
    lead = add_lead()
    off = Booking(
        "off",
        lead.id,
        "rep-1",
        clock(),
        clock() + timedelta(minutes=30),
        "UTC",
        created_at=clock() + timedelta(minutes=1),
        state=BookingState.CANCELLED,
    )
    on = replace(off, id="on", created_at=clock(), state=BookingState.BOOKED)
    with core.store.writing() as work:
        work.bookings.add(off)
    assert view(core, lead.id).booking == off
    with core.store.writing() as work:
        work.bookings.add(on)
    seen = view(core, lead.id)
    assert seen.booking == on
    assert seen.reps["rep-1"].name == "Rep-1"


def test_the_handoff_that_is_not_done(core: Core, add_lead: AddLead, clock: Clock) -> None:
    lead = add_lead()
    first = Handoff("h1", lead.id, None, HandoffReason.ASKED, HandoffState.OPEN, None, clock(), clock())
    later = clock() + timedelta(minutes=1)
    done = Handoff("h2", lead.id, None, HandoffReason.HOT, HandoffState.DONE, None, later, later)
    with core.store.writing() as work:
        work.handoffs.add(done)
    assert view(core, lead.id).handoff == done
    with core.store.writing() as work:
        work.handoffs.add(first)
    assert view(core, lead.id).handoff == first


def test_consent_is_that_of_their_own_addresses(core: Core, add_lead: AddLead, clock: Clock) -> None:
    lead = add_lead(phone="+4915123456789", email="ana@example.org")
    said = [
        (Medium.SMS, "+4915123456789", ConsentState.OPTED_OUT),
        (Medium.EMAIL, "ben@example.org", ConsentState.OPTED_IN),
    ]
    with core.store.writing() as work:
        for medium, address, state in said:
            work.consents.add(Consent(address, medium, address, None, state, "", "sms", at=clock()))
    assert view(core, lead.id).consent == {
        Medium.SMS: ConsentState.OPTED_OUT,
        Medium.EMAIL: ConsentState.UNKNOWN,
    }


class TestLedger:
    def test_time_is_in_it_before_anybody_writes_it_down(
        self, core: Core, add_lead: AddLead, clock: Clock
    ) -> None:
        lead = add_lead()
        with core.store.writing() as work:
            work.facts.add_signal(lead.id, Signal("bought", SignalKind.PURCHASE, at=clock()))
            rescore(core, work, lead, facts_of(work, lead.id))
        assert view(core, lead.id).ledger == ()
        clock.advance(timedelta(days=70))
        seen = view(core, lead.id)
        assert seen.scores.interest > 0
        assert seen.scores == seen.assessment.scores
        with core.store.reading() as work:
            assert work.facts.ledger(lead.id) == []

    def test_it_is_the_score_under_whatever_facts_came_meanwhile(
        self, core: Core, add_lead: AddLead, clock: Clock
    ) -> None:
        lead = add_lead()
        answer = Answer("a1", Topic.ROLE, Standing.GIVEN, Text("CEO"), "CEO", "m1", at=clock())
        with core.store.writing() as work:  # a fact nobody has scored yet
            work.facts.add_answers(lead.id, [answer])
        seen = view(core, lead.id)
        assert seen.scores == seen.assessment.scores != Scores(0, 0)


class TestPages:
    def test_a_page_and_where_to_go_on(self, core: Core, add_lead: AddLead) -> None:
        leads = [add_lead(f"lead-{number}") for number in range(5)]
        first, after = page(core, LeadFilter(), after=None, limit=3)
        last, end = page(core, LeadFilter(), after=after, limit=3)
        assert [seen.lead for seen in [*first, *last]] == leads[::-1]
        assert (after, end) == ("lead-2", None)

    def test_no_leads_are_a_page_too(self, core: Core) -> None:
        assert page(core, LeadFilter(), after=None, limit=3) == ([], None)


class TestTranscripts:
    @pytest.fixture
    def lead(self, core: Core, add_lead: AddLead, clock: Clock) -> Lead:
        """Somebody who began to talk on one channel and went on on another."""
        lead = add_lead()
        talk(core, lead, "web", lines=3)
        talk(core, lead, "sms", lines=2, created_at=clock() + timedelta(hours=1))
        talk(core, add_lead("other"), "another's", lines=2)
        return lead

    ALL = ("web 1", "web 2", "web 3", "sms 1", "sms 2")

    def test_conversations_follow_each_other(self, core: Core, lead: Lead) -> None:
        assert tuple(message.text for message in transcript_of(core, lead.id)) == self.ALL

    @pytest.mark.parametrize("limit", range(1, 7))
    def test_pages_make_up_the_whole(self, core: Core, lead: Lead, limit: int) -> None:
        said: list[str] = []
        after: Place | None = None
        while True:
            messages, after = transcript_page(core, lead.id, after=after, limit=limit)
            assert len(messages) <= limit
            said += [message.text for message in messages]
            if after is None:
                break
        assert tuple(said) == self.ALL

    def test_P6_a_place_in_another_conversation_leads_nowhere_else(self, core: Core, lead: Lead) -> None:
        messages, _ = transcript_page(core, lead.id, after=Place("another's", 1), limit=10)
        assert tuple(message.text for message in messages) == self.ALL


class TestSenders:
    @pytest.mark.parametrize("channel", [Channel.REST, Channel.WIDGET, Channel.SMS])
    def test_a_sender_of_any_channel(self, core: Core, add_lead: AddLead, channel: Channel) -> None:
        lead = add_lead()
        talk(core, lead, "c1", channel=channel, sender="+4915123456789")
        assert lead_of_sender(core, "+4915123456789") == lead.id
        assert lead_of_sender(core, "c1") == lead.id
        assert lead_of_conversation(core, "c1") == lead.id

    @pytest.mark.parametrize("sender", ["", "%", "_1", "c*", "C1", "c1 "])
    def test_S07_a_sender_is_exact(self, core: Core, add_lead: AddLead, sender: str) -> None:
        talk(core, add_lead(), "c1")
        with pytest.raises(LeadNotFound):
            lead_of_sender(core, sender)
        with pytest.raises(ConversationNotFound):
            lead_of_conversation(core, sender)
