"""Work that is done again and again while the product serves."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

__all__ = ["Rounds"]

log = structlog.get_logger()


class Rounds:
    """Goes round at once, and then after every pause; a round that fails is not the last.

    `go` returns something true when there is more to do at once.
    """

    def __init__(self, name: str, go: Callable[[], Awaitable[object]], *, every_seconds: float) -> None:
        self._name = name
        self._go = go
        self._every_seconds = every_seconds
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin, and go on until stopped."""
        self._task = asyncio.create_task(self._go_round(), name=self._name)

    async def stop(self) -> None:
        """Stop; what a round has begun in the store is ended or undone by the store."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _go_round(self) -> None:
        while True:
            try:
                while await self._go():
                    pass
            except Exception:
                log.exception("round.failed", round=self._name)  # the store may be away for a while
            await asyncio.sleep(self._every_seconds)
