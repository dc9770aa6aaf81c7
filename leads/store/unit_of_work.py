"""The store as the use cases see it: one transaction with all its tables."""

import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from leads.store import schema
from leads.store.alarm_rows import AlarmRows
from leads.store.database import Database
from leads.store.desk_rows import BookingRows, HandoffRows, RepRows, SessionRows
from leads.store.erasing_rows import ErasingRows
from leads.store.lead_rows import FactRows, LeadRows
from leads.store.outcome_rows import CalibrationRows, OutcomeRows
from leads.store.pseudonyms import Pseudonyms
from leads.store.scoring_rows import ScoringRows
from leads.store.sending_rows import ConsentRows, IdempotencyRows, OutboxRows
from leads.store.sighting_rows import SightingRows
from leads.store.talk_rows import ConversationRows, DialogueRows, EffectRows, InboxRows

__all__ = ["SqlStore"]


class SqlWork:
    """One transaction on one connection."""

    def __init__(self, connection: Connection, pseudonyms: Pseudonyms) -> None:
        self._connection = connection
        self._pseudonyms = pseudonyms

    @cached_property
    def leads(self) -> LeadRows:
        """Leads and identities."""
        return LeadRows(self._connection)

    @cached_property
    def facts(self) -> FactRows:
        """Answers, signals, ledger."""
        return FactRows(self._connection)

    @cached_property
    def alarms(self) -> AlarmRows:
        """Counts for alarms."""
        return AlarmRows(self._connection)

    @cached_property
    def erasing(self) -> ErasingRows:
        """What is deleted on demand."""
        return ErasingRows(self._connection, self._pseudonyms)

    @cached_property
    def sightings(self) -> SightingRows:
        """Signals of visitors who have not talked to us."""
        return SightingRows(self._connection)

    @cached_property
    def conversations(self) -> ConversationRows:
        """Conversations and transcripts."""
        return ConversationRows(self._connection)

    @cached_property
    def inbox(self) -> InboxRows:
        """Acknowledged messages."""
        return InboxRows(self._connection)

    @cached_property
    def effects(self) -> EffectRows:
        """Results of actions."""
        return EffectRows(self._connection)

    @cached_property
    def dialogues(self) -> DialogueRows:
        """The engine's memory."""
        return DialogueRows(self._connection)

    @cached_property
    def outbox(self) -> OutboxRows:
        """What waits to be sent."""
        return OutboxRows(self._connection)

    @cached_property
    def consents(self) -> ConsentRows:
        """The consent record."""
        return ConsentRows(self._connection, self._pseudonyms)

    @cached_property
    def bookings(self) -> BookingRows:
        """Meetings."""
        return BookingRows(self._connection)

    @cached_property
    def handoffs(self) -> HandoffRows:
        """The queue for people."""
        return HandoffRows(self._connection)

    @cached_property
    def outcomes(self) -> OutcomeRows:
        """What became of leads."""
        return OutcomeRows(self._connection)

    @cached_property
    def calibrations(self) -> CalibrationRows:
        """What was learnt from that."""
        return CalibrationRows(self._connection)

    @cached_property
    def reps(self) -> RepRows:
        """The sales team."""
        return RepRows(self._connection)

    @cached_property
    def scoring(self) -> ScoringRows:
        """Versions of the scoring model."""
        return ScoringRows(self._connection)

    @cached_property
    def sessions(self) -> SessionRows:
        """Console sessions."""
        return SessionRows(self._connection)

    @cached_property
    def idempotency(self) -> IdempotencyRows:
        """First answers to API calls."""
        return IdempotencyRows(self._connection)

    def lock(self, name: str) -> None:
        """Hold a name until the transaction ends; SQLite's single writer holds every name already."""
        if self._connection.dialect.name != "sqlite":
            self._connection.execute(sa.select(sa.func.pg_advisory_xact_lock(sa.func.hashtext(name))))

    def audit(
        self, actor: str, action: str, *, lead_id: str | None, detail: Mapping[str, Any], at: datetime
    ) -> None:
        """Append to the audit record."""
        row = {
            "id": uuid.uuid4().hex,
            "actor": actor,
            "action": action,
            "lead_id": lead_id,
            "detail": dict(detail),
            "at": at,
        }
        self._connection.execute(sa.insert(schema.audit), row)


class SqlStore:
    """The lead store. Call it off the event loop: every call may wait for the disk.

    `key` is a secret: with it, a refusal of somebody who was erased is known again, and nothing else of them.
    """

    def __init__(self, database: Database, *, key: str = "") -> None:
        self.database = database
        self._pseudonyms = Pseudonyms(key)

    @contextmanager
    def reading(self) -> Iterator[SqlWork]:
        """Look; nothing is kept."""
        with self.database.reading() as connection:
            yield SqlWork(connection, self._pseudonyms)

    @contextmanager
    def writing(self) -> Iterator[SqlWork]:
        """One transaction."""
        with self.database.writing() as connection:
            yield SqlWork(connection, self._pseudonyms)
