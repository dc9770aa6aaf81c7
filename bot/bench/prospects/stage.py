"""The real bot with a store, clock and telephones of its own, reached through its channels."""

import re
import secrets
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Self

from bot.api.shapes import lead_shape
from bot.bench.prospects.meetings import label_of
from bot.bench.prospects.persona import Persona
from bot.bench.prospects.prospect import Seen
from bot.bootstrap import Product, build, keyword_replies
from leads.adapters.passwords import hash_password
from leads.bootstrap import open_core
from leads.domain.booking import BookingState
from leads.domain.conversation import Conversation, Message
from leads.domain.delivery import DeliveryStatus
from leads.domain.lead import Channel
from leads.domain.rep import Role
from leads.services import inbox, texting
from leads.services.inbox import Inbound
from leads.services.sms import SendResult, Sent, Sms
from leads.services.team import add_rep, found_team
from leads.services.views import view
from leads.settings import Settings

__all__ = ["BEGINNING", "Stage"]

#: A run is the same whenever it takes place: on a Tuesday afternoon in autumn, in Europe.
BEGINNING = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
CHOICE = re.compile(r"\d\) ")  # a button, in a text message
#: Enough calendars that a run does not end for want of time.
MORE_REPS = 6


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = BEGINNING

    def __call__(self) -> datetime:
        return self.now

    def advance(self, by: timedelta) -> None:
        """Let time pass."""
        self.now += by


@dataclass(slots=True)
class Phones:
    """A carrier and all its telephones: who was sent what, in order."""

    received: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    async def send(self, sms: Sms) -> SendResult:
        """Deliver at once."""
        self.received[sms.recipient].append(sms.text)
        return Sent(f"SM{secrets.token_hex(16)}", DeliveryStatus.DELIVERED)

    async def find(self, _: Sms, *, since: datetime) -> SendResult | None:  # noqa: ARG002 - the port's shape
        """Nothing gets lost on the way."""
        return None


class Stage:
    """Where prospects meet the bot. Open it inside an event loop, with `async with`."""

    def __init__(self, product: Product, clock: Clock, phones: Phones) -> None:
        self._product = product
        self._phones = phones
        self._replies = keyword_replies(product.engine.wording)
        self._numbers = 0
        self.clock = clock

    @classmethod
    def build(cls, settings: Settings, model: Path) -> Self:
        """The product as it is served, on the store that the settings name, with a team."""
        clock, phones = Clock(), Phones()
        core = replace(open_core(settings), clock=clock)
        found_team(core, hash_password=hash_password, password=secrets.token_urlsafe())
        for number in range(1, MORE_REPS + 1):
            add_rep(
                core,
                name=f"Rep {number}",
                email=f"rep{number}@bantam.example",
                role=Role.REP,
                timezone=("Europe/London", "America/New_York")[number % 2],
                password_hash="",
                bookable=True,
            )
        return cls(build(settings, model, core=core, carrier=phones), clock, phones)

    async def __aenter__(self) -> Self:
        await self._product.taker.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._product.taker.stop()

    async def tell(self, persona: Persona, text: str) -> Seen:
        """Send a message through the persona's channel, and see what comes back."""
        self._numbers += 1
        inbound = Inbound(
            channel=persona.channel,
            external_id=f"{persona.key}:{self._numbers}",
            sender=persona.sender,
            text=text,
            timezone=persona.zone,
        )
        take = self._text if persona.channel is Channel.SMS else self._post
        texts, labels = await take(inbound)
        conversation = self._conversation(persona)
        return Seen(texts, labels, conversation.asking)

    def lead(self, persona: Persona) -> dict[str, Any]:
        """The persona's lead, as the lead API shows it; with the label of the meeting that stands."""
        core = self._product.core
        seen = view(core, self._conversation(persona).lead_id)
        booking = seen.booking
        stands = booking if booking and booking.state is BookingState.BOOKED else None
        meeting = stands and label_of(stands)
        return lead_shape(seen) | {"meeting": meeting}

    async def _post(self, inbound: Inbound) -> tuple[tuple[str, ...], tuple[str, ...]]:
        accepted = inbox.accept(self._product.core, inbound)
        messages = await self._product.taker.replies(accepted)
        return tuple(message.text for message in messages), _labels(messages)

    async def _text(self, inbound: Inbound) -> tuple[tuple[str, ...], tuple[str, ...]]:
        phone = self._phones.received[inbound.sender]
        before = len(phone)
        accepted = texting.receive(self._product.core, inbound, replies=self._replies)
        self._product.taker.wake(accepted.conversation_id)
        await self._product.taker.settled(accepted.conversation_id)
        while await self._product.postman.deliver():
            pass
        texts = tuple(phone[before:])
        return texts, tuple(line for text in texts for line in text.splitlines() if CHOICE.match(line))

    def _conversation(self, persona: Persona) -> Conversation:
        with self._product.core.store.reading() as work:
            conversation = work.conversations.by_sender(persona.channel, persona.sender)
        if conversation is None:
            raise LookupError("Nobody has written from there.")
        return conversation


def _labels(messages: list[Message]) -> tuple[str, ...]:
    return tuple(button.title for message in messages for button in message.buttons)
