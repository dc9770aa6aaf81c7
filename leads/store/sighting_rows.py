"""What visitors did who have not talked to us yet, as rows."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from leads.domain.facts import Signal, SignalKind
from leads.store import schema
from leads.store.rows import insert_if_new, select_by

__all__ = ["SightingRows"]

_DELETE = sa.delete(schema.sightings).where(schema.sightings.c.visitor == sa.bindparam("visitor"))


class SightingRows:
    """The `sightings` table."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, visitor: str, signal: Signal) -> bool:
        """Keep a signal unless its id is known."""
        row = {
            "id": signal.id,
            "visitor": visitor,
            "kind": signal.kind,
            "data": dict(signal.data),
            "at": signal.at,
        }
        return insert_if_new(self._connection, schema.sightings, row)

    def of_visitor(self, visitor: str) -> list[Signal]:
        """A visitor's signals, oldest first."""
        query = select_by(schema.sightings, "visitor", order_by="at")
        return [_signal(row) for row in self._connection.execute(query, {"visitor": visitor})]

    def delete_of_visitor(self, visitor: str) -> None:
        """Forget what a visitor did."""
        self._connection.execute(_DELETE, {"visitor": visitor})

    def delete_before(self, at: datetime) -> int:
        """Delete what was done before then; how much."""
        old = sa.delete(schema.sightings).where(schema.sightings.c.at < at)
        return self._connection.execute(old).rowcount


def _signal(row: Row[Any]) -> Signal:
    return Signal(id=row.id, kind=SignalKind(row.kind), at=row.at, data=row.data)
