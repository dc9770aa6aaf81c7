"""What leaves the house: the outbox, delivery statuses, consents; and first answers to API calls."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from leads.domain.consent import Consent, ConsentState, Medium
from leads.services.ports import OutboxItem, Remembered
from leads.store import schema
from leads.store.pseudonyms import Pseudonyms
from leads.store.rows import insert, insert_if_new, select_by, update

__all__ = ["ConsentRows", "IdempotencyRows", "OutboxRows"]


_DUE = sa.and_(schema.outbox.c.state == "pending", schema.outbox.c.due_at <= sa.bindparam("now"))
_ABANDONED = sa.and_(schema.outbox.c.state == "sending", schema.outbox.c.lease_until <= sa.bindparam("now"))
_IS_DUE = sa.and_(schema.outbox.c.kind == sa.bindparam("kind"), sa.or_(_DUE, _ABANDONED))
_ANY_DUE = sa.select(schema.outbox.c.id).where(_IS_DUE).limit(1)


class OutboxRows:
    """The `outbox` and `sms_statuses` tables."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, item: OutboxItem) -> None:
        """Insert unless the key is there already."""
        insert_if_new(self._connection, schema.outbox, _outbox_row(item))

    def claim(self, kind: str, *, now: datetime, until: datetime, limit: int) -> list[OutboxItem]:
        """Take due items of a kind, and those whose sender's lease ran out."""
        table = schema.outbox
        query = (
            sa.select(table)
            .where(_IS_DUE)
            .order_by(table.c.due_at, table.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        rows = self._connection.execute(query, {"kind": kind, "now": now}).all()
        taken = {"state": "sending", "lease_until": until, "attempts": table.c.attempts + 1}
        if rows:
            ids = [row.id for row in rows]
            self._connection.execute(sa.update(table).where(table.c.id.in_(ids)).values(taken))
        # The state they were found in tells the sender which may have gone out already.
        return [_outbox_item(row) for row in rows]

    def is_due(self, kind: str, *, now: datetime) -> bool:
        """Whether there is anything of this kind to claim."""
        return self._connection.execute(_ANY_DUE, {"kind": kind, "now": now}).first() is not None

    def mark(self, item: OutboxItem) -> None:
        """Write back an item and give up its lease."""
        update(self._connection, schema.outbox, _outbox_row(item) | {"lease_until": None})

    def by_provider_id(self, provider_id: str) -> OutboxItem | None:
        """The item the provider knows by this id."""
        query = select_by(schema.outbox, "provider_id")
        row = self._connection.execute(query, {"provider_id": provider_id}).first()
        return _outbox_item(row) if row else None

    def to_recipient(self, kind: str, recipient: str, *, limit: int) -> list[OutboxItem]:
        """The newest items to one recipient, oldest of them first."""
        table = schema.outbox
        query = (
            sa.select(table)
            .where(table.c.kind == kind, table.c.recipient == recipient)
            .order_by(table.c.id.desc())
            .limit(limit)
        )
        return [_outbox_item(row) for row in reversed(self._connection.execute(query).all())]

    def record_status(self, provider_id: str, status: str, *, error: str | None, at: datetime) -> bool:
        """Keep a delivery status once."""
        row = {"provider_id": provider_id, "status": status, "error": error, "at": at}
        return insert_if_new(self._connection, schema.sms_statuses, row)

    def statuses(self, provider_id: str) -> list[str]:
        """Every status known for a message, in order of arrival."""
        query = select_by(schema.sms_statuses, "provider_id", order_by="at")
        return [row.status for row in self._connection.execute(query, {"provider_id": provider_id})]


class ConsentRows:
    """The `consents` table: append-only. A refusal of somebody who was erased is found by their pseudonym."""

    def __init__(self, connection: Connection, pseudonyms: Pseudonyms) -> None:
        self._connection = connection
        self._pseudonyms = pseudonyms

    def add(self, consent: Consent) -> None:
        """Append an entry."""
        row = {
            "id": consent.id,
            "medium": consent.medium,
            "address": consent.address,
            "lead_id": consent.lead_id,
            "state": consent.state,
            "wording": consent.wording,
            "channel": consent.channel,
            "at": consent.at,
        }
        insert(self._connection, schema.consents, row)

    def in_force(self, medium: Medium, address: str) -> ConsentState:
        """What the newest entry for this address says."""
        return self.all_in_force([(medium, address)]).get((medium, address), ConsentState.UNKNOWN)

    def all_in_force(
        self, addresses: Collection[tuple[Medium, str]]
    ) -> Mapping[tuple[Medium, str], ConsentState]:
        """What the newest entry for each of these addresses says, where there is one."""
        table = schema.consents
        named = {
            (medium, name): (medium, address)
            for medium, address in addresses
            for name in self._pseudonyms.names(address)
        }
        # Column by column: SQLite finds pairs in a list only by reading everything.
        query = (
            sa.select(table.c.medium, table.c.address, table.c.state)
            .where(table.c.medium.in_({medium for medium, _ in named}))
            .where(table.c.address.in_({name for _, name in named}))
            .order_by(table.c.at, table.c.id)
        )
        found = [((Medium(row.medium), row.address), row.state) for row in self._connection.execute(query)]
        return {named[key]: ConsentState(state) for key, state in found if key in named}

    def of_lead(self, lead_id: str) -> list[Consent]:
        """A lead's entries, oldest first."""
        table = schema.consents
        query = sa.select(table).where(table.c.lead_id == lead_id).order_by(table.c.at, table.c.id)
        return [
            Consent(
                id=row.id,
                medium=Medium(row.medium),
                address=row.address,
                lead_id=row.lead_id,
                state=ConsentState(row.state),
                wording=row.wording,
                channel=row.channel,
                at=row.at,
            )
            for row in self._connection.execute(query)
        ]


class IdempotencyRows:
    """The `idempotency` table."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: str) -> Remembered | None:
        """The first answer to this key."""
        row = self._connection.execute(select_by(schema.idempotency, "key"), {"key": key}).first()
        return Remembered(row.request_hash, row.status, row.response) if row else None

    def put(self, key: str, remembered: Remembered, *, at: datetime) -> None:
        """Keep the first answer; later ones are dropped."""
        row = {
            "key": key,
            "request_hash": remembered.request_hash,
            "status": remembered.status,
            "response": remembered.response,
            "at": at,
        }
        insert_if_new(self._connection, schema.idempotency, row)

    def delete_before(self, at: datetime) -> int:
        """Delete the answers given before then; how many."""
        old = sa.delete(schema.idempotency).where(schema.idempotency.c.at < at)
        return self._connection.execute(old).rowcount


def _outbox_row(item: OutboxItem) -> dict[str, Any]:
    return {
        "id": item.id,
        "kind": item.kind,
        "key": item.key,
        "lead_id": item.lead_id,
        "recipient": item.recipient,
        "body": dict(item.body),
        "state": item.state,
        "due_at": item.due_at,
        "attempts": item.attempts,
        "provider_id": item.provider_id,
        "status": item.status,
        "error": item.error,
        "created_at": item.created_at,
    }


def _outbox_item(row: Row[Any]) -> OutboxItem:
    return OutboxItem(
        id=row.id,
        kind=row.kind,
        key=row.key,
        recipient=row.recipient,
        body=row.body,
        due_at=row.due_at,
        created_at=row.created_at,
        lead_id=row.lead_id,
        state=row.state,
        attempts=row.attempts,
        provider_id=row.provider_id,
        status=row.status,
        error=row.error,
    )
