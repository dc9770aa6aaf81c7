"""Where is kept what leaves the house, and who may be written to."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from leads.domain.consent import Consent, ConsentState, Medium

__all__ = ["Consents", "Outbox", "OutboxItem"]


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
