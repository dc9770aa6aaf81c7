"""Looking after the store while the product serves: now and then, what is over is deleted."""

import asyncio

import structlog

from leads.services.core import Core
from leads.services.forgetting import forget

__all__ = ["Caretaker"]

log = structlog.get_logger()


class Caretaker:
    """Goes round once an hour, beginning at once."""

    def __init__(self, core: Core, *, every_seconds: float = 3600.0) -> None:
        self._core = core
        self._every_seconds = every_seconds
        self._round: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin, and go on until stopped."""
        self._round = asyncio.create_task(self._go_round(), name="caretaker")

    async def stop(self) -> None:
        """Stop; what a round has begun in the store is ended or undone by the store."""
        if self._round is not None:
            self._round.cancel()
            await asyncio.gather(self._round, return_exceptions=True)

    async def _go_round(self) -> None:
        while True:
            try:
                await asyncio.to_thread(forget, self._core)
            except Exception:
                log.exception("caretaker.round_failed")  # the store may be away for a while
            await asyncio.sleep(self._every_seconds)
