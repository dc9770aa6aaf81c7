"""Keeping scores on the model in force while the product serves."""

import asyncio

import structlog

from leads.services import versions
from leads.services.core import Core
from leads.services.score_keeping import bring_in_line

__all__ = ["ScoreKeeper"]

log = structlog.get_logger()

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
        self._every_seconds = every_seconds
        self._seen = ""
        self._rounds = 0
        self._is_stopping = False
        self._round: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin, and go on until stopped."""
        self._round = asyncio.create_task(self._go_round(), name="score keeper")

    async def stop(self) -> None:
        """Stop after the batch of leads that is being written."""
        self._is_stopping = True
        if self._round is not None:
            self._round.cancel()
            await asyncio.gather(self._round, return_exceptions=True)

    async def _go_round(self) -> None:
        while True:
            try:
                await asyncio.to_thread(self._keep)
            except _Stopped:
                return
            except Exception:
                log.exception("score_keeper.round_failed")  # the store may be away for a while
            await asyncio.sleep(self._every_seconds)

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
