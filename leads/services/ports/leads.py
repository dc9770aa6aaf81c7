"""Where leads are kept, with what is known of them and what became of them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from leads.domain.answers import Answer
from leads.domain.facts import Signal
from leads.domain.lead import Lead
from leads.domain.ledger import LedgerEntry
from leads.domain.outcomes import Outcome
from leads.domain.topics import Topic

__all__ = ["Erasing", "FactRecords", "LeadFilter", "Leads", "Outcomes", "Sightings"]


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
