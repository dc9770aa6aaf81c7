"""What the use cases need from the outside: a store, a clock, ids. Adapters implement these."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol

from leads.domain.alarms import Contact, Reached
from leads.domain.answers import Answer
from leads.domain.booking import Booking
from leads.domain.calibration import Calibration
from leads.domain.consent import Consent, ConsentState, Medium
from leads.domain.conversation import Conversation, Message
from leads.domain.facts import Signal
from leads.domain.handoff import Handoff, HandoffReason, HandoffState
from leads.domain.ladder import Odds
from leads.domain.lead import Lead
from leads.domain.learnt import Estimate, Example, Learnt, Quality, Scale, Weight
from leads.domain.ledger import LedgerEntry
from leads.domain.matrix import Axis
from leads.domain.outcomes import Outcome
from leads.domain.rep import Rep
from leads.domain.topics import Topic
from leads.domain.traits import Rule, Traits
from leads.domain.versions import History, Publication, Version

__all__ = [
    "Alarms",
    "Bookings",
    "Calibrations",
    "Clock",
    "Consents",
    "Conversations",
    "Dialogue",
    "Dialogues",
    "Effects",
    "Erasing",
    "FactRecords",
    "Handoffs",
    "Idempotency",
    "Inbox",
    "InboxItem",
    "LeadFilter",
    "Leads",
    "NewId",
    "Nowhere",
    "Outbox",
    "OutboxItem",
    "Outcomes",
    "Places",
    "Remembered",
    "Reps",
    "ScoringVersions",
    "Session",
    "Sessions",
    "Sightings",
    "Statistics",
    "Store",
    "Work",
]

Clock = Callable[[], datetime]
NewId = Callable[[], str]


class Places(Protocol):
    """Time zones (IANA names) of places. All of them are guesses: people are told the zone they are shown."""

    def zone_of_number(self, number: str) -> str | None:
        """The zone a phone number (E.164) belongs to."""
        ...

    def zones_of_country(self, country: str) -> Sequence[str]:
        """Every zone of a country (ISO 3166 alpha-2), the main one first; none for no country."""
        ...


class Nowhere:
    """Places where nothing is known of any."""

    def zone_of_number(self, number: str) -> str | None:  # noqa: ARG002 - the port's signature
        """None."""
        return None

    def zones_of_country(self, country: str) -> Sequence[str]:  # noqa: ARG002 - the port's signature
        """None."""
        return ()


@dataclass(frozen=True, slots=True)
class LeadFilter:
    """What a list of leads shows; None means any. `query` is sought in name, company, e-mail and phone."""

    quadrant: str | None = None
    temperature: str | None = None
    stage: str | None = None
    tag: str | None = None
    owner_id: str | None = None
    source: str | None = None
    query: str | None = None


class Leads(Protocol):
    """Leads and what identifies them."""

    def add(self, lead: Lead) -> None: ...
    def get(self, lead_id: str, *, lock: bool = False) -> Lead | None:
        """`lock` keeps others from changing it until the transaction ends."""
        ...

    def save(self, lead: Lead) -> None: ...
    def page(self, wanted: LeadFilter, *, after: str | None, limit: int) -> list[Lead]:
        """Newest first; `after` is the id of the last lead of the page before."""
        ...

    def count(self, *, besides: str | None = None) -> int:
        """How many there are; `besides` leaves out those scored under that version of the model."""
        ...

    def in_order(self, *, after: str | None, limit: int, besides: str | None = None) -> list[Lead]:
        """Oldest first, from above `after`; `besides` as in `count`."""
        ...

    def held(self, lead_ids: Collection[str]) -> Mapping[str, Lead]:
        """Those that exist, by id, locked until the transaction ends."""
        ...

    def save_all(self, leads: Collection[Lead]) -> None:
        """`save` of many leads."""
        ...

    def forgotten(self, *, silent_since: datetime, limit: int) -> list[str]:
        """Leads without owner, open handoff, follow-up or reason, that nothing happened to since then."""
        ...

    def count_forgotten(self, *, silent_since: datetime) -> int:
        """How many `forgotten` would find without a limit."""
        ...

    def identify(self, lead_id: str, kind: str, value: str, *, verified: bool, at: datetime) -> None:
        """Note that this address or sender is theirs; the first lead to have it keeps it."""
        ...

    def by_identity(self, kind: str, value: str) -> Lead | None: ...


class FactRecords(Protocol):
    """Append-only: answers, signals and the score ledger. Whoever is not found has an empty list."""

    def add_answers(self, lead_id: str, answers: Iterable[Answer]) -> None: ...
    def answers(self, lead_id: str) -> list[Answer]: ...
    def answers_of(self, lead_ids: Collection[str]) -> Mapping[str, list[Answer]]: ...
    def add_signal(self, lead_id: str, signal: Signal) -> bool:
        """Whether it was new; a signal of the same id is kept once."""
        ...

    def signals(self, lead_id: str) -> list[Signal]: ...
    def signals_of(self, lead_ids: Collection[str]) -> Mapping[str, list[Signal]]: ...
    def add_ledger(self, lead_id: str, entries: Iterable[LedgerEntry]) -> None: ...
    def add_ledgers(self, entries: Mapping[str, Iterable[LedgerEntry]]) -> None:
        """`add_ledger` of many leads."""
        ...

    def ledger(self, lead_id: str) -> list[LedgerEntry]: ...
    def ledgers_of(self, lead_ids: Collection[str]) -> Mapping[str, list[LedgerEntry]]: ...


class Sightings(Protocol):
    """Signals of visitors who have not talked to us, by the visitor's id."""

    def add(self, visitor: str, signal: Signal) -> bool:
        """Whether it was new; a signal of the same id is kept once."""
        ...

    def of_visitor(self, visitor: str) -> list[Signal]: ...
    def delete_of_visitor(self, visitor: str) -> None: ...
    def delete_before(self, at: datetime) -> int: ...


class Alarms(Protocol):
    """What alarms are made of."""

    def reached(self, line: int, *, since: datetime) -> list[Reached]:
        """Leads whose interest first reached this line since then."""
        ...

    def contacts(self, *, since: datetime, until: datetime, window: timedelta) -> list[Contact]:
        """The first contact with each lead in this span, with the page views so long before and after it."""
        ...


class Erasing(Protocol):
    """Taking out what somebody wants gone. Nothing else ever deletes facts."""

    def answers(self, lead_id: str, topic: Topic, *, reason: str) -> None:
        """Delete every answer to a topic; ledger lines they brought say `reason` instead of their own."""
        ...

    def signal(self, lead_id: str, signal_id: str) -> bool:
        """Delete one thing a lead did; whether it was there."""
        ...

    def visitor(self, sender: str) -> None:
        """Delete what is known of a visitor of the site who has not talked to us."""
        ...

    def lead(self, lead_id: str) -> None:
        """Delete a lead and all that is theirs. Where they did not want to hear from us, that stands."""
        ...


class Conversations(Protocol):
    """Conversations and their transcripts."""

    def add(self, conversation: Conversation) -> None: ...
    def get(self, conversation_id: str, *, lock: bool = False) -> Conversation | None:
        """`lock` keeps others from changing it until the transaction ends."""
        ...

    def by_sender(self, channel: str, sender: str, *, lock: bool = False) -> Conversation | None: ...
    def of_lead(self, lead_id: str) -> list[Conversation]: ...
    def of_leads(self, lead_ids: Collection[str]) -> Mapping[str, list[Conversation]]: ...
    def save(self, conversation: Conversation) -> None: ...
    def add_messages(self, messages: Iterable[Message]) -> None: ...
    def messages(self, conversation_id: str, *, after: int = 0, limit: int = 500) -> list[Message]: ...
    def last_bot_message(self, conversation_id: str) -> Message | None: ...
    def times_said(self, conversation_id: str, texts: Sequence[str]) -> Mapping[str, int]:
        """How often the bot has said each of these texts, word for word."""
        ...

    def replies_to(self, inbox_id: str) -> list[Message]: ...


@dataclass(frozen=True, slots=True)
class InboxItem:
    """A message as it arrived; `seq` is its place in the conversation's transcript."""

    id: str
    channel: str
    external_id: str
    conversation_id: str
    seq: int
    text: str
    received_at: datetime
    payload: str | None = None  # what a pressed button stands for
    metadata: Mapping[str, Any] = field(default_factory=dict)
    state: str = "new"
    attempts: int = 0
    lease: str | None = None


class Inbox(Protocol):
    """Messages that were acknowledged and wait for their turn."""

    def find(self, channel: str, external_id: str) -> InboxItem | None: ...
    def get(self, inbox_id: str) -> InboxItem | None: ...
    def add(self, item: InboxItem) -> None: ...
    def lease_next(
        self, conversation_id: str, *, lease: str, now: datetime, until: datetime
    ) -> InboxItem | None:
        """The oldest waiting message of this conversation, or None when there is none or another has it."""
        ...

    def finish(self, inbox_id: str, *, lease: str, state: str) -> bool:
        """Close a message; False when this lease is not in force: a fence against late turns."""
        ...

    def waiting(self, *, now: datetime, limit: int) -> list[str]:
        """Conversations with a message to work on, oldest first."""
        ...


class Effects(Protocol):
    """Results of actions by (message, action): what makes running them again a no-op."""

    def get(self, message_id: str, action: str) -> Mapping[str, Any] | None: ...
    def put(self, message_id: str, action: str, result: Mapping[str, Any], *, at: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The engine's memory of a conversation: a short list of its own events, and a version to fence with."""

    conversation_id: str
    events: Sequence[Mapping[str, Any]]
    version: int


class Dialogues(Protocol):
    """Where the engine's memory is kept."""

    def get(self, conversation_id: str) -> Dialogue | None: ...
    def save(self, dialogue: Dialogue) -> None: ...


@dataclass(frozen=True, slots=True)
class OutboxItem:
    """Something to be sent once the transaction that decided it is committed."""

    id: str
    kind: str
    key: str
    recipient: str
    body: Mapping[str, Any]
    due_at: datetime
    created_at: datetime
    lead_id: str | None = None
    state: str = "pending"
    attempts: int = 0
    provider_id: str | None = None
    status: str | None = None
    error: str | None = None


class Outbox(Protocol):
    """What waits to be sent, and what became of it."""

    def add(self, item: OutboxItem) -> None:
        """An item whose key is already there is left as it is."""
        ...

    def claim(self, kind: str, *, now: datetime, until: datetime, limit: int) -> list[OutboxItem]:
        """Due items of a kind, and those whose sender died; they are ours until the lease ends."""
        ...

    def is_due(self, kind: str, *, now: datetime) -> bool:
        """Whether there is anything of this kind to claim."""
        ...

    def mark(self, item: OutboxItem) -> None: ...
    def by_provider_id(self, provider_id: str) -> OutboxItem | None: ...
    def to_recipient(self, kind: str, recipient: str, *, limit: int) -> list[OutboxItem]: ...
    def record_status(self, provider_id: str, status: str, *, error: str | None, at: datetime) -> bool:
        """Whether this status of this message is news."""
        ...

    def statuses(self, provider_id: str) -> list[str]: ...


class Consents(Protocol):
    """The append-only consent record."""

    def add(self, consent: Consent) -> None: ...
    def in_force(self, medium: Medium, address: str) -> ConsentState: ...
    def all_in_force(
        self, addresses: Collection[tuple[Medium, str]]
    ) -> Mapping[tuple[Medium, str], ConsentState]:
        """For many addresses; nothing for those never asked."""
        ...

    def of_lead(self, lead_id: str) -> list[Consent]: ...


class Bookings(Protocol):
    """Meetings. `add` and `save` raise SlotTaken when the rep is already booked then: the store decides."""

    def add(self, booking: Booking) -> None: ...
    def save(self, booking: Booking) -> None: ...
    def get(self, booking_id: str, *, lock: bool = False) -> Booking | None: ...
    def of_lead(self, lead_id: str) -> list[Booking]: ...
    def of_leads(self, lead_ids: Collection[str]) -> Mapping[str, list[Booking]]: ...
    def between(self, start: datetime, end: datetime) -> list[Booking]:
        """Booked meetings that touch this span."""
        ...


class Handoffs(Protocol):
    """The queue of leads that need a person."""

    def add(self, handoff: Handoff) -> bool:
        """Whether it was new: a lead has one for each reason."""
        ...

    def get(self, handoff_id: str, *, lock: bool = False) -> Handoff | None: ...
    def find(self, lead_id: str, reason: HandoffReason) -> Handoff | None: ...
    def save(self, handoff: Handoff) -> None: ...
    def of_lead(self, lead_id: str) -> list[Handoff]: ...
    def of_leads(self, lead_ids: Collection[str]) -> Mapping[str, list[Handoff]]: ...
    def readiest(self, state: HandoffState, *, limit: int) -> list[tuple[Handoff, Lead]]:
        """Handoffs in this state with their leads: the readiest leads first, then those who wait longest."""
        ...

    def cases(self, state: HandoffState, *, limit: int) -> int:
        """How many conversations, or leads without one, have one of the `limit` oldest in this state."""
        ...


class Outcomes(Protocol):
    """The append-only record of what became of leads, and what else tells it."""

    def add(self, outcome: Outcome) -> None: ...
    def of_leads(self, lead_ids: Collection[str]) -> Mapping[str, list[Outcome]]: ...
    def ended(self, *, after: str | None, limit: int) -> list[Lead]:
        """Leads with an outcome or a purchase, by id, from above the id `after`."""
        ...

    def first_contacts(self, lead_ids: Collection[str]) -> Mapping[str, datetime]:
        """When a person first wrote to or met each of these leads; those with none are not in it."""
        ...


class Calibrations(Protocol):
    """What was learnt from outcomes, time after time."""

    def add(self, calibration: Calibration) -> None: ...
    def latest(self) -> Calibration | None: ...


class Reps(Protocol):
    """The sales team."""

    def add(self, rep: Rep) -> None: ...
    def save(self, rep: Rep) -> None: ...
    def get(self, rep_id: str) -> Rep | None: ...
    def by_email(self, email: str) -> Rep | None: ...
    def all(self) -> list[Rep]: ...


@dataclass(frozen=True, slots=True)
class Session:
    """A browser session of the console; only the hash of its id is kept. No rep means not logged in."""

    id_hash: str
    rep_id: str | None
    csrf: str
    created_at: datetime
    seen_at: datetime


class Sessions(Protocol):
    """Console sessions."""

    def add(self, session: Session) -> None: ...
    def get(self, id_hash: str) -> Session | None: ...
    def touch(self, id_hash: str, *, at: datetime) -> None: ...
    def delete(self, id_hash: str) -> None: ...
    def delete_of_rep(self, rep_id: str) -> None: ...
    def delete_begun_before(self, at: datetime) -> int: ...


@dataclass(frozen=True, slots=True)
class Remembered:
    """The first answer to a call with an idempotency key."""

    request_hash: str
    status: int
    response: Any


class Idempotency(Protocol):
    """First answers by idempotency key."""

    def get(self, key: str) -> Remembered | None: ...
    def put(self, key: str, remembered: Remembered, *, at: datetime) -> None: ...
    def delete_before(self, at: datetime) -> int: ...


class ScoringVersions(Protocol):
    """The versions of the scoring model, and the append-only record of which was put in force."""

    def history(self) -> History: ...
    def id_in_force(self) -> str | None:
        """The id of the version published last; None before the first."""
        ...

    def add(self, version: Version) -> None: ...
    def remove(self, version_id: str) -> None:
        """Forget a version that was never published."""
        ...

    def publish(self, publication: Publication) -> None: ...


class Statistics(Odds, Protocol):
    """Learning from outcomes, some of which are won and some lost. Intervals hold the truth with LEVEL."""

    def learn(self, examples: Sequence[Example], rules: Sequence[Rule], *, version: str) -> Learnt:
        """What these outcomes teach about the rules of one version of the file."""
        ...

    def scales(self, learnt: Learnt) -> Mapping[Axis, Scale]:
        """What a point of each axis is worth."""
        ...

    def weights(self, learnt: Learnt, examples: Sequence[Example]) -> Sequence[Weight]:
        """What each rule turned out to be worth, in the order of the file."""
        ...

    def quality(self, examples: Sequence[Example], rules: Sequence[Rule]) -> Quality:
        """How good the chances are for leads that were left out."""
        ...

    def chance(self, learnt: Learnt, traits: Traits) -> Estimate:
        """The chance of winning a lead with these traits."""
        ...


class Work(Protocol):
    """One transaction: everything done through it is kept together or not at all."""

    @property
    def leads(self) -> Leads: ...
    @property
    def facts(self) -> FactRecords: ...
    @property
    def sightings(self) -> Sightings: ...
    @property
    def alarms(self) -> Alarms: ...
    @property
    def erasing(self) -> Erasing: ...
    @property
    def conversations(self) -> Conversations: ...
    @property
    def inbox(self) -> Inbox: ...
    @property
    def effects(self) -> Effects: ...
    @property
    def dialogues(self) -> Dialogues: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def consents(self) -> Consents: ...
    @property
    def bookings(self) -> Bookings: ...
    @property
    def handoffs(self) -> Handoffs: ...
    @property
    def outcomes(self) -> Outcomes: ...
    @property
    def calibrations(self) -> Calibrations: ...
    @property
    def reps(self) -> Reps: ...
    @property
    def scoring(self) -> ScoringVersions: ...
    @property
    def sessions(self) -> Sessions: ...
    @property
    def idempotency(self) -> Idempotency: ...

    def lock(self, name: str) -> None:
        """Wait until nobody else holds this name, and hold it until the transaction ends."""
        ...

    def audit(
        self, actor: str, action: str, *, lead_id: str | None, detail: Mapping[str, Any], at: datetime
    ) -> None:
        """Note who did what."""
        ...


class Store(Protocol):
    """Where everything is kept. Both contexts are for one short piece of work, off the event loop."""

    def reading(self) -> AbstractContextManager[Work]: ...
    def writing(self) -> AbstractContextManager[Work]: ...
