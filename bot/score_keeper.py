"""Keeping scores on the model in force while the product serves."""

import asyncio

from bot.rounds import Rounds
from leads.services import versions
from leads.services.core import Core
from leads.services.score_keeping import bring_in_line

__all__ = ["ScoreKeeper"]

#: Rounds after a change that go over all leads: a late use case may leave one on the version before.
SWEEPS = frozenset({0, 10, 60})


class _Stopped(Exception):
    """The server stops."""


class ScoreKeeper:
    """Looks once a second whether another model was published, and then rescores every lead.

    It begins with a look at all leads: a run that was cut short is finished by the next start.
    """

    def __init__(self, core: Core, *, every_seconds: float = 1.0) -> None:
        self._core = core
        self._seen = ""
        self._rounds = 0
        self._is_stopping = False
        self._watch = Rounds("score keeper", self._keep_off_the_loop, every_seconds=every_seconds)

    async def start(self) -> None:
        """Begin, and go on until stopped."""
        await self._watch.start()

    async def stop(self) -> None:
        """Stop after the batch of leads that is being written."""
        self._is_stopping = True
        await self._watch.stop()

    async def _keep_off_the_loop(self) -> None:
        await asyncio.to_thread(self._keep)

    def _keep(self) -> None:
        versions.look(self._core)
        version = self._core.model.version
        if version != self._seen:
            self._seen, self._rounds = version, 0
        if self._rounds in SWEEPS:
            bring_in_line(self._core, on_progress=self._go_on)
        self._rounds += 1

    def _go_on(self, _done: int, _total: int) -> None:
        if self._is_stopping:
            raise _Stopped
