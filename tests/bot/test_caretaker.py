"""The caretaker goes round while the product serves."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

from bot.caretaker import Caretaker
from leads.services.core import Core
from leads.services.forgetting import ANSWERS_KEPT
from leads.services.ports import Remembered

ROUNDS = 3


class CountedClock:
    """Fails the first time it is looked at; `enough` is set when it has been often enough."""

    def __init__(self, now: datetime) -> None:
        self.enough = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._looks = 0
        self._now = now

    def __call__(self) -> datetime:
        self._looks += 1
        if self._looks == ROUNDS:
            self._loop.call_soon_threadsafe(self.enough.set)
        if self._looks == 1:
            raise OSError("The store is away.")
        return self._now


async def test_a_round_that_fails_is_not_the_last(core: Core) -> None:
    with core.store.writing() as work:
        work.idempotency.put(
            "key", Remembered("hash", 201, {}), at=core.clock() - ANSWERS_KEPT - timedelta(days=1)
        )
    clock = CountedClock(core.clock())
    caretaker = Caretaker(replace(core, clock=clock), every_seconds=0.0)
    await caretaker.start()
    async with asyncio.timeout(20):
        await clock.enough.wait()
    await caretaker.stop()
    with core.store.reading() as work:
        assert work.idempotency.get("key") is None
