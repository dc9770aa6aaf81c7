"""How a database goes about a statement: which indexes it uses, what it reads, what it reads whole."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from leads.store import schema
from leads.store.database import Database

__all__ = ["Plan", "Statement", "plan_of", "steps", "watching"]

#: Tables that do not grow with the number of leads; reading all of one is right.
SMALL = frozenset({"reps", "scoring_versions", "scoring_publications", "calibrations"})
STEP = 1_000
#: Rows that PostgreSQL rightly reads without an index.
FEW = 1_000


@dataclass(frozen=True, slots=True)
class Statement:
    """What was sent to the database."""

    text: str
    parameters: Any


@dataclass(frozen=True, slots=True)
class Plan:
    """What the database says about a statement. `reads` is in rows, and None where it does not tell."""

    lines: tuple[str, ...]
    indexes: tuple[str, ...]
    scans: tuple[str, ...]
    reads: int | None


@contextmanager
def watching(database: Database) -> Iterator[list[Statement]]:
    """The statements sent while the block runs, each text once."""
    seen: dict[str, Statement] = {}

    def note(_connection: Any, _cursor: Any, text: str, parameters: Any, *_: Any) -> None:
        seen.setdefault(text, Statement(text, parameters))

    found: list[Statement] = []
    sa.event.listen(database.engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        sa.event.remove(database.engine, "before_cursor_execute", note)
        found += seen.values()


def plan_of(connection: Connection, statement: Statement) -> Plan:
    """Ask the database. PostgreSQL runs the statement to count what it reads."""
    if connection.dialect.name == "sqlite":
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement.text}", statement.parameters)
        return _of_sqlite(tuple(row[-1] for row in rows))
    explain = f"EXPLAIN (ANALYZE, TIMING off, SUMMARY off, FORMAT json) {statement.text}"
    tree = connection.exec_driver_sql(explain, statement.parameters).scalar_one()[0]["Plan"]
    return _of_postgres(tree)


@contextmanager
def steps(connection: Connection) -> Iterator[list[int]]:
    """How many thousand steps SQLite's machine takes while the block runs: its measure of work."""
    counted: list[int] = [0]

    def count() -> int:
        counted[0] += 1
        return 0

    driver = connection.connection.driver_connection
    driver.set_progress_handler(count, STEP)  # type: ignore[union-attr]
    try:
        yield counted
    finally:
        driver.set_progress_handler(None, STEP)  # type: ignore[union-attr]


def _of_sqlite(lines: tuple[str, ...]) -> Plan:
    indexes = [match[1] for line in lines if (match := re.search(r"INDEX (?:\d+:\S*|(\w+))", line))]
    scans = [match[1] for line in lines if (match := re.fullmatch(r"SCAN (\w+)", line))]
    return Plan(
        lines=lines,
        indexes=tuple(dict.fromkeys(index for index in indexes if index)),
        scans=tuple(table for table in scans if _grows(table)),
        reads=None,
    )


def _of_postgres(tree: Mapping[str, Any]) -> Plan:
    nodes = list(_nodes(tree, depth=0))
    return Plan(
        lines=tuple("  " * depth + _told(node) for depth, node in nodes),
        indexes=tuple(dict.fromkeys(node["Index Name"] for _, node in nodes if "Index Name" in node)),
        scans=tuple(
            node["Relation Name"]
            for _, node in nodes
            if node["Node Type"] == "Seq Scan" and _grows(node["Relation Name"]) and _read(node) > FEW
        ),
        reads=sum(_read(node) for _, node in nodes if "Relation Name" in node),
    )


def _grows(table: str) -> bool:
    return table in schema.metadata.tables and table not in SMALL


def _nodes(tree: Mapping[str, Any], *, depth: int) -> Iterator[tuple[int, Mapping[str, Any]]]:
    yield depth, tree
    for child in tree.get("Plans", ()):
        yield from _nodes(child, depth=depth + 1)


def _read(node: Mapping[str, Any]) -> int:
    names = ("Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck")
    return int(sum(node.get(name, 0) for name in names) * node["Actual Loops"])


def _told(node: Mapping[str, Any]) -> str:
    parts = [node["Node Type"]]
    parts += [f"on {node['Relation Name']}"] if "Relation Name" in node else []
    parts += [f"by {node['Index Name']}"] if "Index Name" in node else []
    removed = node.get("Rows Removed by Filter")
    passed_over = f", {removed} passed over" if removed else ""
    return f"{' '.join(parts)}: {node['Actual Rows']} rows, {node['Actual Loops']} times{passed_over}"
