"""Trying a model out on all leads: one run at a time for each version, watched until it is over."""

import asyncio
from dataclasses import dataclass
from datetime import datetime

from leads.domain.versions import Version
from leads.services import versions
from leads.services.core import Core
from leads.services.preview import Preview, preview

__all__ = ["Previews", "Run"]

MOST_KEPT = 8
SHORT = 1.5  # seconds that are waited for a result before the page says how far it is


@dataclass
class Run:
    """A preview of one version beside the one in force: how far it is, and what came out."""

    in_force: str
    at: datetime
    done: int = 0
    total: int = 0
    found: Preview | None = None
    has_failed: bool = False

    def note(self, done: int, total: int) -> None:
        """So far it is."""
        self.done, self.total = done, total


class Previews:
    """The latest runs, by version."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._runs: dict[str, Run] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}

    async def of(self, version: Version, *, afresh: bool = False) -> Run:
        """The run for a version, begun now when there is none, or when another model is in force since."""
        run = self._runs.get(version.id)
        if run is None or (afresh and run.found) or run.has_failed or self._is_stale(run):
            run = self._begin(version)
        await asyncio.wait([self._tasks[version.id]], timeout=SHORT)
        return run

    def _is_stale(self, run: Run) -> bool:
        return run.in_force != self._core.model.version

    def _begin(self, version: Version) -> Run:
        core = self._core.pinned()
        run = Run(core.model.version, core.clock())
        self._forget_one()
        self._runs[version.id] = run
        self._tasks[version.id] = asyncio.create_task(self._try_out(core, version, run), name="preview")
        return run

    def _forget_one(self) -> None:
        """The oldest that is over, when there are many."""
        over = [name for name, task in self._tasks.items() if task.done()]
        if len(self._runs) >= MOST_KEPT and over:
            del self._runs[over[0]], self._tasks[over[0]]

    async def _try_out(self, core: Core, version: Version, run: Run) -> None:
        def look() -> Preview:
            return preview(core, versions.model_of(core, version), on_progress=run.note)

        try:
            run.found = await asyncio.to_thread(look)
        except Exception:
            run.has_failed = True
            raise
