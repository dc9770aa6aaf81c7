"""Bringing letters out of the outbox to the mail server."""

import asyncio
import random

import structlog

from bot.rounds import Rounds
from leads.services import mailing
from leads.services.core import Core
from leads.services.mail import LetterWriter, MailSender, NotMailed
from leads.services.mailing import Claimed

__all__ = ["MailCarrier"]

log = structlog.get_logger()


class MailCarrier:
    """Looks into the outbox again and again, and empties it of letters.

    A letter whose answer was lost is sent again under the same id: mail programs keep one of them.
    """

    def __init__(
        self, core: Core, *, writer: LetterWriter, sender: MailSender, every_seconds: float = 0.5
    ) -> None:
        self._core = core
        self._writer = writer
        self._sender = sender
        self._rounds = Rounds("mail carrier", self.deliver, every_seconds=every_seconds)

    async def start(self) -> None:
        """Begin with what an earlier process left behind, and go on until stopped."""
        await self._rounds.start()

    async def stop(self) -> None:
        """Stop; a letter on its way is sent again after its lease."""
        await self._rounds.stop()

    async def deliver(self) -> int:
        """Send what is due now; how many letters that were."""
        return await asyncio.to_thread(self._deliver)

    def _deliver(self) -> int:
        claimed = mailing.claim(self._core)
        for one in claimed:
            self._deliver_one(one)
        return len(claimed)

    def _deliver_one(self, claimed: Claimed) -> None:
        failure = self._sent(claimed)
        mailing.settle(self._core, claimed, failure, jitter=random.random())  # noqa: S311
        if failure is not None:
            log.warning("mail.not_sent", outbox=claimed.item.id, why=failure.why)

    def _sent(self, claimed: Claimed) -> NotMailed | None:
        try:
            return self._sender.send(self._writer.write(claimed.letter))
        except Exception as fault:
            log.exception("mail.failed", outbox=claimed.item.id)  # one bad letter holds up no others
            return NotMailed(type(fault).__name__, may_pass=False)
