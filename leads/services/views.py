"""Looking at leads whole: facts, scores and what hangs on them, for the API and the console."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from leads.domain.bant import Temperature
from leads.domain.booking import Booking, BookingState
from leads.domain.consent import WRITING, ConsentState, Medium
from leads.domain.conversation import Conversation, Message
from leads.domain.facts import Facts
from leads.domain.followup import unchecked
from leads.domain.handoff import Handoff, HandoffState
from leads.domain.lead import Channel, Lead
from leads.domain.ledger import Change, LedgerEntry, changes, totals
from leads.domain.matrix import Scores
from leads.domain.model import ScoringModel
from leads.domain.next_steps import Suggestion, next_step
from leads.domain.outlook import Outlook, outlook
from leads.domain.rep import Rep
from leads.domain.topics import Topic
from leads.services.assess import Assessment, assess, zone_of
from leads.services.core import Core
from leads.services.errors import ConversationNotFound, LeadNotFound
from leads.services.ports import LeadFilter, Work

__all__ = [
    "LeadView",
    "Place",
    "lead_of_conversation",
    "lead_of_sender",
    "next_step_of",
    "outlook_of",
    "page",
    "transcript_of",
    "transcript_page",
    "unchecked_of",
    "view",
    "view_in",
    "views_in",
]

ALL_MESSAGES = 10_000


@dataclass(frozen=True, slots=True)
class LeadView:
    """One lead with everything that the contract's JSON and the lead card show, under the model in force."""

    lead: Lead
    model: ScoringModel
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


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the transcript of a lead: after this message."""

    conversation_id: str
    seq: int


def view(core: Core, lead_id: str) -> LeadView:
    """The lead as it stands now. Raises LeadNotFound."""
    with core.store.reading() as work:
        return view_in(core, work, _lead(work, lead_id))


def page(
    core: Core, wanted: LeadFilter, *, after: str | None, limit: int
) -> tuple[list[LeadView], str | None]:
    """Leads, newest first, from below the one of the id `after`; and the `after` of the next page, if any."""
    with core.store.reading() as work:
        leads = work.leads.page(wanted, after=after, limit=limit + 1)
        return views_in(core, work, leads[:limit]), leads[limit - 1].id if len(leads) > limit else None


def view_in(core: Core, work: Work, lead: Lead) -> LeadView:
    """`view` of a lead at hand, inside an open transaction."""
    return views_in(core, work, [lead])[0]


def views_in(core: Core, work: Work, leads: Sequence[Lead]) -> list[LeadView]:
    """`view_in` of many leads, in their order; the store is asked as often as for one."""
    ids = [lead.id for lead in leads]
    answers, signals = work.facts.answers_of(ids), work.facts.signals_of(ids)
    ledgers, conversations = work.facts.ledgers_of(ids), work.conversations.of_leads(ids)
    bookings, handoffs = work.bookings.of_leads(ids), work.handoffs.of_leads(ids)
    consents = work.consents.all_in_force([address for lead in leads for address in _addresses(lead).items()])
    reps = {rep.id: rep for rep in work.reps.all()}
    now, model = core.clock(), core.model

    def seen(lead: Lead) -> LeadView:
        facts = Facts.of(answers[lead.id], signals=signals[lead.id])
        here = now.astimezone(zone_of(lead))
        addresses = _addresses(lead)
        assessment = assess(facts, model, now=here)
        return LeadView(
            lead=lead,
            model=model,
            assessment=assessment,
            ledger=_as_of_now(ledgers[lead.id], assessment, model, here),
            conversation=next(iter(conversations[lead.id]), None),
            booking=_current_booking(bookings[lead.id]),
            handoff=_current_handoff(handoffs[lead.id]),
            reps=reps,
            consent={
                medium: consents.get((medium, addresses.get(medium, "")), ConsentState.UNKNOWN)
                for medium in WRITING
            },
        )

    return [seen(lead) for lead in leads]


def outlook_of(core: Core, view: LeadView) -> Outlook | None:
    """What it would take to make this lead one for sales; None where no answer would."""
    return outlook(view.assessment.facts, view.model, core.clock().astimezone(zone_of(view.lead)))


def next_step_of(view: LeadView, rep: Rep) -> Suggestion | None:
    """What this rep does next with a lead; None where the scoring file has no step for it."""
    assessed = view.assessment
    return next_step(
        view.model.next_steps,
        assessed.facts,
        quadrant=assessed.quadrant,
        temperature=assessed.temperature,
        bant=assessed.bant,
        rep=rep.name,
    )


def unchecked_of(view: LeadView) -> tuple[Topic, ...]:
    """What has to be found out before anybody may call this lead cold; nothing for one that is not."""
    if view.assessment.temperature is not Temperature.COLD:
        return ()
    return unchecked(view.assessment.facts, view.model)


def transcript_of(core: Core, lead_id: str) -> list[Message]:
    """What was said with a lead, conversation by conversation, each in order. Raises LeadNotFound."""
    return transcript_page(core, lead_id, after=None, limit=ALL_MESSAGES)[0]


def transcript_page(
    core: Core, lead_id: str, *, after: Place | None, limit: int
) -> tuple[list[Message], Place | None]:
    """Part of `transcript_of`, and where to go on when there is more. Raises LeadNotFound.

    A place that is in none of the lead's conversations is before them all.
    """
    with core.store.reading() as work:
        _lead(work, lead_id)
        begun = sorted(work.conversations.of_lead(lead_id), key=lambda talk: (talk.created_at, talk.id))
        ids = [conversation.id for conversation in begun]
        start = ids.index(after.conversation_id) if after and after.conversation_id in ids else 0
        found: list[Message] = []
        for conversation_id in ids[start:]:
            seen = after.seq if after and after.conversation_id == conversation_id else 0
            wanted = limit + 1 - len(found)
            if wanted > 0:
                found += work.conversations.messages(conversation_id, after=seen, limit=wanted)
    if len(found) <= limit:
        return found, None
    last = found[limit - 1]
    return found[:limit], Place(last.conversation_id, last.seq)


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


def lead_of_conversation(core: Core, conversation_id: str) -> str:
    """The id of the lead a conversation is with. Raises ConversationNotFound."""
    with core.store.reading() as work:
        conversation = work.conversations.get(conversation_id)
    if conversation is None:
        raise ConversationNotFound
    return conversation.lead_id


def _lead(work: Work, lead_id: str) -> Lead:
    lead = work.leads.get(lead_id)
    if lead is None:
        raise LeadNotFound
    return lead


def _addresses(lead: Lead) -> dict[Medium, str]:
    known = {Medium.SMS: lead.phone, Medium.EMAIL: lead.email}
    return {medium: address for medium, address in known.items() if address}


def _as_of_now(
    written: list[LedgerEntry], assessment: Assessment, model: ScoringModel, now: datetime
) -> tuple[Change, ...]:
    """What is written, and what time alone has changed since: lines that nobody needs to write down."""
    return (*written, *changes(written, assessment.lines, model=model.version, at=now))


def _current_booking(bookings: list[Booking]) -> Booking | None:
    booked = [booking for booking in bookings if booking.state is BookingState.BOOKED]
    return next(reversed(booked or bookings), None)


def _current_handoff(handoffs: list[Handoff]) -> Handoff | None:
    pending = [handoff for handoff in handoffs if handoff.state is not HandoffState.DONE]
    return next(reversed(pending or handoffs), None)
