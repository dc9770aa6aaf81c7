"""Bringing texts out of the outbox to the carrier: in order for each number, many numbers at once."""

import asyncio
import random
from datetime import timedelta
from itertools import groupby

import structlog

from bot.hub import EVERYTHING, Hub
from leads.services import deliveries
from leads.services.core import Core
from leads.services.deliveries import Claimed
from leads.services.sms import SendResult, Sent, SmsSender

__all__ = ["Postman"]

log = structlog.get_logger()

CLOCKS_APART = timedelta(minutes=1)


class Postman:
    """Empties the outbox whenever something happens, and looks in from time to time besides."""

    def __init__(self, core: Core, sender: SmsSender, hub: Hub, *, every_seconds: float = 1.0) -> None:
        self._core = core
        self._sender = sender
        self._hub = hub
        self._every_seconds = every_seconds
        self._round: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin with what an earlier process left behind, and go on until stopped."""
        self._round = asyncio.create_task(self._go_round(), name="postman")

    async def stop(self) -> None:
        """Stop; a text on its way is looked up before it is sent again."""
        if self._round is not None:
            self._round.cancel()
            await asyncio.gather(self._round, return_exceptions=True)

    async def deliver(self) -> int:
        """Send what is due now; how many texts that were."""
        claimed = await asyncio.to_thread(deliveries.claim, self._core)
        by_number = sorted(claimed, key=lambda one: one.sms.recipient)
        numbers = groupby(by_number, key=lambda one: one.sms.recipient)
        await asyncio.gather(*(self._deliver_to_one(list(texts)) for _, texts in numbers))
        return len(claimed)

    async def _go_round(self) -> None:
        async with self._hub.listening(EVERYTHING) as news:
            while True:
                news.clear()
                try:
                    while await self.deliver():
                        pass
                except Exception:
                    log.exception("postman.round_failed")  # the store may be away for a while
                await _wait_for(news, self._every_seconds)

    async def _deliver_to_one(self, texts: list[Claimed]) -> None:
        """In order; a text that may pass later holds up those behind it."""
        for place, text in enumerate(texts, start=1):
            result = await self._sent(text)
            await asyncio.to_thread(deliveries.settle, self._core, text, result, jitter=random.random())  # noqa: S311
            if not isinstance(result, Sent):
                log.warning("sms.not_sent", outbox=text.item.id, why=str(result.refusal))
                if result.refusal.may_pass:
                    await asyncio.to_thread(deliveries.put_back, self._core, texts[place:])
                    return

    async def _sent(self, text: Claimed) -> SendResult:
        if text.may_have_gone:
            found = await self._sender.find(text.sms, since=text.item.created_at - CLOCKS_APART)
            if found is not None and not await self._is_of_another(found):
                return found
        return await self._sender.send(text.sms)

    async def _is_of_another(self, found: SendResult) -> bool:
        """The same words may have gone to the same number before: that is not this text."""
        return isinstance(found, Sent) and await asyncio.to_thread(
            deliveries.is_known, self._core, found.provider_id
        )


async def _wait_for(news: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await news.wait()
    except TimeoutError:
        return
