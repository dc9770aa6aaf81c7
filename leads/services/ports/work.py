"""The store, and one transaction in it."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from leads.services.ports.desk import Bookings, Handoffs, Reps, Sessions
from leads.services.ports.leads import Erasing, FactRecords, Leads, Outcomes, Sightings
from leads.services.ports.scoring import Alarms, Calibrations, ScoringVersions
from leads.services.ports.sending import Consents, Outbox
from leads.services.ports.talks import Conversations, Dialogues, Effects, Inbox

__all__ = ["Idempotency", "Remembered", "Store", "Work"]


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
