"""Bringing texts out of the outbox to the carrier: in order for each number, many numbers at once."""

import asyncio
import random
from datetime import timedelta

import structlog

from bot.rounds import Rounds
from leads.services import deliveries
from leads.services.core import Core
from leads.services.deliveries import Claimed
from leads.services.sms import SendResult, Sent, SmsSender

__all__ = ["Postman"]

log = structlog.get_logger()

CLOCKS_APART = timedelta(minutes=1)


class Postman:
    """Looks into the outbox again and again, and empties it."""

    def __init__(self, core: Core, sender: SmsSender, *, every_seconds: float = 0.25) -> None:
        self._core = core
        self._sender = sender
        self._rounds = Rounds("postman", self.deliver, every_seconds=every_seconds)

    async def start(self) -> None:
        """Begin with what an earlier process left behind, and go on until stopped."""
        await self._rounds.start()

    async def stop(self) -> None:
        """Stop; a text on its way is looked up before it is sent again."""
        await self._rounds.stop()

    async def deliver(self) -> int:
        """Send what is due now, one text to each number; how many that were."""
        claimed = await asyncio.to_thread(deliveries.claim, self._core)
        # All of them end before anything is made of one that failed.
        for failure in await asyncio.gather(*map(self._deliver_one, claimed), return_exceptions=True):
            if failure is not None:
                raise failure
        return len(claimed)

    async def _deliver_one(self, text: Claimed) -> None:
        result = await self._sent(text)
        await asyncio.to_thread(deliveries.settle, self._core, text, result, jitter=random.random())  # noqa: S311
        if not isinstance(result, Sent):
            log.warning("sms.not_sent", outbox=text.item.id, why=str(result.refusal))

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
