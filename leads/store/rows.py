"""What the two databases say differently, said once."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

__all__ = ["insert_if_new", "upsert"]


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


def _insert(connection: Connection, table: sa.Table) -> Any:
    return (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(table)
