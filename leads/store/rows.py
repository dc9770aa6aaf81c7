"""What the row classes share: what the two databases say differently, and rows of many leads at once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Row

__all__ = ["by_lead", "insert_if_new", "upsert"]

T = TypeVar("T")


def insert_if_new(connection: Connection, table: sa.Table, row: Mapping[str, Any]) -> bool:
    """Insert unless a unique key is taken; whether a row was added."""
    # RETURNING and not the row count, which PostgreSQL's driver does not always know.
    statement = _insert(connection, table).values(row).on_conflict_do_nothing().returning(sa.literal(1))
    return connection.execute(statement).first() is not None


def upsert(connection: Connection, table: sa.Table, row: Mapping[str, Any]) -> None:
    """Insert, or replace the row with the same primary key."""
    keys = [column.name for column in table.primary_key]
    others = {name: value for name, value in row.items() if name not in keys}
    statement = _insert(connection, table).values(row)
    connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=others))


def by_lead(rows: Iterable[Row[Any]], make: Callable[[Row[Any]], T]) -> Mapping[str, list[T]]:
    """What is made of each row, by the lead it belongs to; an empty list for any other lead."""
    found: dict[str, list[T]] = defaultdict(list)
    for row in rows:
        found[row.lead_id].append(make(row))
    return found


def _insert(connection: Connection, table: sa.Table) -> Any:
    return (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(table)
