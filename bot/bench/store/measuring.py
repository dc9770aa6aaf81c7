"""Timing looks: each is run until it is clear how long it takes."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bot.bench.store.looks import Look
from bot.bench.store.plans import Plan, Statement, plan_of, steps, watching
from leads.services.core import Core
from leads.store.database import Database

__all__ = ["Measured", "measured"]

LEAST, MOST, ENOUGH = 5, 30, 2.0  # runs, runs, seconds


@dataclass(frozen=True, slots=True)
class Measured:
    """How long a look takes, in seconds, and how the database goes about it.

    `reads` is rows on PostgreSQL, and thousands of steps of its machine on SQLite.
    """

    look: Look
    times: tuple[float, ...]
    statements: tuple[tuple[Statement, Plan], ...]
    reads: int

    @property
    def scans(self) -> tuple[str, ...]:
        """Tables that are read from one end to the other."""
        return tuple(dict.fromkeys(table for _, plan in self.statements for table in plan.scans))

    @property
    def indexes(self) -> tuple[str, ...]:
        """Indexes in use, in the order of the statements."""
        return tuple(dict.fromkeys(index for _, plan in self.statements for index in plan.indexes))

    def quantile(self, share: float) -> float:
        """The time that this share of the runs stayed within."""
        ordered = sorted(self.times)
        return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def measured(core: Core, database: Database, looks: Iterable[Look]) -> Iterator[Measured]:
    """Each look in turn, after a first run that does not count."""
    for look in looks:
        with watching(database) as statements:
            look.run(core)
        times = tuple(_times(lambda: look.run(core)))  # noqa: B023 - called at once
        plans, reads = _explained(database, statements)
        yield Measured(look, times, plans, reads)


def _times(run: Callable[[], object]) -> Iterator[float]:
    spent = 0.0
    for number in range(MOST):
        if number >= LEAST and spent > ENOUGH:
            return
        began = time.perf_counter()
        run()
        took = time.perf_counter() - began
        spent += took
        yield took


def _explained(
    database: Database, statements: list[Statement]
) -> tuple[tuple[tuple[Statement, Plan], ...], int]:
    with database.reading() as connection:
        plans = tuple((statement, plan_of(connection, statement)) for statement in statements)
        if not database.is_sqlite:
            return plans, sum(plan.reads or 0 for _, plan in plans)
        with steps(connection) as counted:
            for statement in statements:
                connection.exec_driver_sql(statement.text, statement.parameters).all()
        return plans, counted[0]
