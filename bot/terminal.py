"""The terminal as a channel: the same inbox and turns as every other one."""

import asyncio
import uuid

from bot.bootstrap import Product
from leads.domain.conversation import Message
from leads.domain.lead import Channel
from leads.services import inbox

__all__ = ["Terminal"]


class Terminal:
    """One conversation on standard input and output."""

    def __init__(self, product: Product, sender: str) -> None:
        self._product = product
        self._sender = sender
        self._buttons: tuple[str, ...] = ()

    async def run(self) -> None:
        """Talk until the input ends."""
        print(f"(conversation {self._sender}; Ctrl+D ends it)")
        await self._product.taker.start()
        try:
            while True:
                line = await asyncio.to_thread(_ask)
                if line is None:
                    break
                for message in await self._say(line):
                    self._show(message)
        finally:
            await self._product.taker.stop()

    async def _say(self, line: str) -> list[Message]:
        core, taker = self._product.core, self._product.taker
        inbound = inbox.Inbound(
            channel=Channel.REST,
            external_id=uuid.uuid4().hex,
            sender=self._sender,
            text=line,
            button=self._pressed(line),
        )
        accepted = await asyncio.to_thread(inbox.accept, core, inbound)
        taker.wake(accepted.conversation_id)
        await taker.settled(accepted.conversation_id)
        with core.store.reading() as work:
            return work.conversations.replies_to(accepted.inbox_id)

    def _pressed(self, line: str) -> str | None:
        number = line.strip()
        if number.isdecimal() and 0 < int(number) <= len(self._buttons):
            return self._buttons[int(number) - 1]
        return None

    def _show(self, message: Message) -> None:
        print(f"\n  {message.text}")
        for number, button in enumerate(message.buttons, start=1):
            print(f"    [{number}] {button.title}")
        self._buttons = tuple(button.id for button in message.buttons)


def _ask() -> str | None:
    try:
        return input("\n> ")
    except EOFError:
        print()
        return None
