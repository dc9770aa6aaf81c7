"""Looking at a lead whole: facts, scores and what hangs on it, for the API and the console."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from leads.domain.booking import Booking, BookingState
from leads.domain.consent import ConsentState, Medium
from leads.domain.conversation import Conversation, Message
from leads.domain.facts import Facts
from leads.domain.handoff import Handoff, HandoffState
from leads.domain.lead import Channel, Lead
from leads.domain.ledger import Change, LedgerEntry, changes, totals
from leads.domain.matrix import Scores
from leads.domain.model import ScoringModel
from leads.domain.rep import Rep
from leads.domain.scoring import score_lines
from leads.services.assess import Assessment, assess, facts_of, zone_of
from leads.services.core import Core
from leads.services.errors import LeadNotFound
from leads.services.ports import Work

__all__ = ["LeadView", "lead_of_sender", "ledger_of", "transcript_of", "view", "view_in"]


@dataclass(frozen=True, slots=True)
class LeadView:
    """One lead with everything that the contract's JSON and the lead card show."""

    lead: Lead
    assessment: Assessment
    ledger: tuple[Change, ...]
    conversation: Conversation | None
    booking: Booking | None
    handoff: Handoff | None
    reps: Mapping[str, Rep]
    consent: Mapping[Medium, ConsentState]

    @property
    def scores(self) -> Scores:
        """The sums of the ledger."""
        return totals(self.ledger)


def view(core: Core, lead_id: str) -> LeadView:
    """The lead as it stands now. Raises LeadNotFound."""
    with core.store.reading() as work:
        lead = work.leads.get(lead_id)
        if lead is None:
            raise LeadNotFound
        return view_in(core, work, lead)


def view_in(core: Core, work: Work, lead: Lead) -> LeadView:
    """`view` of a lead at hand, inside an open transaction."""
    now = core.clock()
    facts = facts_of(work, lead.id)
    conversations = work.conversations.of_lead(lead.id)
    return LeadView(
        lead=lead,
        assessment=assess(facts, core.model, now=now.astimezone(zone_of(lead))),
        ledger=_as_of_now(work.facts.ledger(lead.id), facts, core.model, now.astimezone(zone_of(lead))),
        conversation=conversations[0] if conversations else None,
        booking=_current_booking(work.bookings.of_lead(lead.id)),
        handoff=_current_handoff(work.handoffs.of_lead(lead.id)),
        reps={rep.id: rep for rep in work.reps.all()},
        consent={
            Medium.SMS: _consent(work, Medium.SMS, lead.phone),
            Medium.EMAIL: _consent(work, Medium.EMAIL, lead.email),
        },
    )


def ledger_of(core: Core, lead_id: str) -> tuple[Change, ...]:
    """The lead's ledger as of now. Raises LeadNotFound."""
    return view(core, lead_id).ledger


def transcript_of(core: Core, lead_id: str) -> list[Message]:
    """Everything said with a lead, conversation by conversation, each in order. Raises LeadNotFound."""
    with core.store.reading() as work:
        if work.leads.get(lead_id) is None:
            raise LeadNotFound
        conversations = sorted(work.conversations.of_lead(lead_id), key=lambda talk: talk.created_at)
        return [
            message
            for conversation in conversations
            for message in work.conversations.messages(conversation.id, limit=10_000)
        ]


def lead_of_sender(core: Core, sender: str) -> str:
    """The id of the lead behind a REST, widget or SMS sender. Raises LeadNotFound."""
    with core.store.reading() as work:
        for channel in (Channel.REST, Channel.WIDGET, Channel.SMS):
            conversation = work.conversations.by_sender(channel, sender)
            if conversation is not None:
                return conversation.lead_id
        # A widget's visitor is known outside by the id of the conversation.
        conversation = work.conversations.get(sender)
        if conversation is None:
            raise LeadNotFound
        return conversation.lead_id


def _as_of_now(
    written: list[LedgerEntry], facts: Facts, model: ScoringModel, now: datetime
) -> tuple[Change, ...]:
    """What is written, and what time alone has changed since: lines that nobody needs to write down."""
    due = changes(written, score_lines(facts, model, now), model=model.version, at=now)
    return (*written, *due)


def _current_booking(bookings: list[Booking]) -> Booking | None:
    booked = [booking for booking in bookings if booking.state is BookingState.BOOKED]
    return next(reversed(booked or bookings), None)


def _current_handoff(handoffs: list[Handoff]) -> Handoff | None:
    pending = [handoff for handoff in handoffs if handoff.state is not HandoffState.DONE]
    return next(reversed(pending or handoffs), None)


def _consent(work: Work, medium: Medium, address: str | None) -> ConsentState:
    return work.consents.in_force(medium, address) if address else ConsentState.UNKNOWN
