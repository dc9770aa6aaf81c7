"""Going over all leads for a page: one run at a time for each question, watched until it is over."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from leads.services.core import Core
from leads.services.sweep import OnProgress

__all__ = ["Run", "Runs"]

Result = TypeVar("Result")

MOST_KEPT = 8
SHORT = 1.5  # seconds that are waited for a result before the page says how far it is


@dataclass
class Run(Generic[Result]):
    """The search for one answer under the model in force when it began: how far it is, and what came out."""

    in_force: str
    at: datetime
    done: int = 0
    total: int = 0
    found: Result | None = None
    has_failed: bool = False

    def note(self, done: int, total: int) -> None:
        """So far it is."""
        self.done, self.total = done, total


class Runs(Generic[Result]):
    """The latest runs, by what was asked. What finds the answer blocks, and tells how far it is."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._runs: dict[str, Run[Result]] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}

    async def of(
        self, question: str, answer: Callable[[Core, OnProgress], Result], *, afresh: bool = False
    ) -> Run[Result]:
        """The run for a question, begun now when there is none, or when another model is in force since."""
        run = self._runs.get(question)
        if run is None or (afresh and run.found) or run.has_failed or self._is_stale(run):
            run = self._begin(question, answer)
        await asyncio.wait([self._tasks[question]], timeout=SHORT)
        return run

    def _is_stale(self, run: Run[Result]) -> bool:
        return run.in_force != self._core.model.version

    def _begin(self, question: str, answer: Callable[[Core, OnProgress], Result]) -> Run[Result]:
        core = self._core.pinned()
        run: Run[Result] = Run(core.model.version, core.clock())
        self._forget_one()
        self._runs[question] = run
        self._tasks[question] = asyncio.create_task(_search(core, answer, run), name="run over leads")
        return run

    def _forget_one(self) -> None:
        """The oldest that is over, when there are many."""
        over = [question for question, task in self._tasks.items() if task.done()]
        if len(self._runs) >= MOST_KEPT and over:
            del self._runs[over[0]], self._tasks[over[0]]


async def _search(core: Core, answer: Callable[[Core, OnProgress], Result], run: Run[Result]) -> None:
    try:
        run.found = await asyncio.to_thread(answer, core, run.note)
    except Exception:
        run.has_failed = True
        raise
