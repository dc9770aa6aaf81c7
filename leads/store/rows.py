"""What the row classes share: statements of common shapes, what the databases say differently, rows by lead.

Statements are built once and given their values when they run: building and hashing one costs several times
what SQLite takes to answer it, and a turn runs some thirty.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from functools import cache
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Row

__all__ = ["insert", "insert_if_new", "of_leads", "select_by", "update", "upsert"]

T = TypeVar("T")


@cache
def select_by(
    table: sa.Table, *columns: str, lock: bool = False, order_by: str | None = None
) -> sa.Select[Any]:
    """The rows whose columns have the values given by name; `lock` holds them until the transaction ends."""
    query = sa.select(table).where(*(table.c[name] == sa.bindparam(name) for name in columns))
    query = query.order_by(table.c[order_by]) if order_by else query
    return query.with_for_update() if lock else query


def insert(connection: Connection, table: sa.Table, *rows: Mapping[str, Any]) -> None:
    """Insert rows that have all columns, or the same ones."""
    if rows:
        connection.execute(_insert(table), rows)


def update(connection: Connection, table: sa.Table, *rows: Mapping[str, Any]) -> None:
    """Write back rows that exist, by their `id`."""
    if rows:
        connection.execute(_update(table), [_keyed(row) for row in rows])


def _keyed(row: Mapping[str, Any]) -> dict[str, Any]:
    others = {name: value for name, value in row.items() if name != "id"}
    return others | {"id_of_row": row["id"]}


def insert_if_new(connection: Connection, table: sa.Table, row: Mapping[str, Any]) -> bool:
    """Insert unless a unique key is taken; whether a row was added."""
    return connection.execute(_insert_if_new(table, connection.dialect.name), row).first() is not None


def upsert(connection: Connection, table: sa.Table, row: Mapping[str, Any]) -> None:
    """Insert a row with all columns, or replace the one with the same primary key."""
    connection.execute(_upsert(table, connection.dialect.name), row)


def of_leads(
    connection: Connection,
    table: sa.Table,
    lead_ids: Collection[str],
    make: Callable[[Row[Any]], T],
    *order: str,
) -> Mapping[str, list[T]]:
    """What is made of each row, by the lead it belongs to and in order; an empty list for any other lead."""
    found: dict[str, list[T]] = defaultdict(list)
    rows = (
        connection.execute(_of_lead(table, *order), {"lead_id": next(iter(lead_ids))})
        if len(lead_ids) == 1  # a list has to be written into the statement, every time
        else connection.execute(_of_leads(table, *order), {"lead_ids": lead_ids})
    )
    place = table.columns.keys().index("lead_id")
    for row in rows:
        found[row[place]].append(make(row))
    return found


@cache
def _insert(table: sa.Table) -> sa.Insert:
    return sa.insert(table)


@cache
def _update(table: sa.Table) -> sa.Update:
    return sa.update(table).where(table.c.id == sa.bindparam("id_of_row"))


@cache
def _insert_if_new(table: sa.Table, dialect: str) -> Any:
    # RETURNING and not the row count, which PostgreSQL's driver does not always know.
    return _insert_of(table, dialect).on_conflict_do_nothing().returning(sa.literal(1))


@cache
def _upsert(table: sa.Table, dialect: str) -> Any:
    keys = [column.name for column in table.primary_key]
    insertion = _insert_of(table, dialect)
    others = {column.name: insertion.excluded[column.name] for column in table.c if column.name not in keys}
    return insertion.on_conflict_do_update(index_elements=keys, set_=others)


def _insert_of(table: sa.Table, dialect: str) -> Any:
    return (sqlite if dialect == "sqlite" else postgresql).insert(table)


@cache
def _of_lead(table: sa.Table, *order: str) -> sa.Select[Any]:
    return select_by(table, "lead_id").order_by(*(table.c[name] for name in order))


@cache
def _of_leads(table: sa.Table, *order: str) -> sa.Select[Any]:
    query = sa.select(table).where(table.c.lead_id.in_(sa.bindparam("lead_ids", expanding=True)))
    return query.order_by(*(table.c[name] for name in order))
