"""The visitor's side of the conversation, whatever it travels on: take in a message, tell what is new."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass

from bot.channels.chat_shapes import MessageIn
from bot.channels.visitors import Visitor
from bot.hub import Hub
from bot.metrics import MESSAGES
from bot.server.errors import BadRequest
from leads.domain.behaviour import Watching
from leads.domain.conversation import Author, Conversation, ConversationState, Message
from leads.domain.lead import Channel, Source
from leads.services import sightings
from leads.services.core import Core
from leads.services.inbox import Accepted, Inbound, accept_in
from leads.services.sightings import Guest, Seen

__all__ = ["Desk", "News", "Typing"]

RECENT = 200


@dataclass(frozen=True, slots=True)
class Typing:
    """A reply is being written. Another `number` is another writing, even if nobody saw the end of one."""

    author: Author
    number: int


@dataclass(frozen=True, slots=True)
class News:
    """What a visitor has not heard yet, and how things stand."""

    messages: tuple[Message, ...] = ()
    state: ConversationState = ConversationState.BOT
    last_seq: int = 0
    typing: Typing | None = None

    @property
    def manner(self) -> str:
        """How things stand but for messages; another one each time that changes."""
        return f"{self.state}.{self.typing.number if self.typing else 0}"


class Desk:
    """Every call is for one visitor and reaches that visitor's conversation only.

    `wake` is told which conversation has a message to answer.
    """

    def __init__(self, core: Core, hub: Hub, *, wake: Callable[[str], None]) -> None:
        self._core = core
        self._hub = hub
        self._wake = wake

    async def look(self, visitor: Visitor) -> News:
        """Where a visitor stands."""
        return (await asyncio.to_thread(self._find_and_look, visitor, 0))[1]

    async def agree(self, visitor: Visitor, *, granted: bool, wording: str) -> None:
        """Record whether a visitor allows us to note what they do."""
        await asyncio.to_thread(
            lambda: sightings.agree(self._core, _guest(visitor), granted=granted, wording=wording)
        )

    async def note(self, visitor: Visitor, watching: Watching, seen: Sequence[Seen]) -> None:
        """Keep what a visitor did, and let them know should we say something to it. Raises ConsentMissing."""
        begun = await asyncio.to_thread(sightings.note, self._core, watching, _guest(visitor), seen)
        if begun is not None:
            self.tell(visitor, begun)

    async def take(self, visitor: Visitor, message: MessageIn) -> int:
        """Store a message, acknowledge it with its number, and have it answered. Safe to repeat."""
        accepted = await asyncio.to_thread(self._take, visitor, message)
        if accepted.is_new:
            MESSAGES.labels(channel=Channel.WIDGET).inc()
        self._hub.end_typing(accepted.conversation_id, Author.VISITOR)
        self._wake(accepted.conversation_id)
        self._hub.publish(visitor.id)
        self._hub.publish(accepted.conversation_id)
        return accepted.seq

    def tell(self, visitor: Visitor, conversation_id: str | None) -> None:
        """What is kept of a visitor has changed: wake whoever shows it."""
        for topic in (visitor.id, conversation_id):
            if topic is not None:
                self._hub.publish(topic)

    async def note_key(self, visitor: Visitor) -> None:
        """The visitor writes."""
        conversation = await asyncio.to_thread(self._find, visitor)
        if conversation is not None:
            self._hub.note_key(conversation.id, author=Author.VISITOR)

    async def news(self, visitor: Visitor, *, after: int) -> AsyncGenerator[News, None]:
        """What is new, at once and whenever something changes. A conversation may yet have to begin."""
        topic = visitor.id
        while True:
            async with self._hub.listening(topic) as event:
                while True:
                    event.clear()
                    conversation, news = await asyncio.to_thread(self._find_and_look, visitor, after)
                    yield news
                    after = max([after, *(message.seq for message in news.messages)])
                    if conversation is not None and conversation.id != topic:
                        topic = conversation.id  # it has begun: from now on, listen to it
                        break
                    await event.wait()

    def _find(self, visitor: Visitor) -> Conversation | None:
        with self._core.store.reading() as work:
            return work.conversations.by_sender(Channel.WIDGET, visitor.id)

    def _find_and_look(self, visitor: Visitor, after: int) -> tuple[Conversation | None, News]:
        with self._core.store.reading() as work:
            conversation = work.conversations.by_sender(Channel.WIDGET, visitor.id)
            if conversation is None:
                return None, News()
            messages = tuple(work.conversations.messages(conversation.id, after=after))
        return conversation, News(
            messages, conversation.state, conversation.last_seq, self._typing(conversation.id)
        )

    def _typing(self, conversation_id: str) -> Typing | None:
        for author in (Author.REP, Author.BOT):
            if (number := self._hub.typing(conversation_id, author)) is not None:
                return Typing(author, number)
        return None

    def _take(self, visitor: Visitor, message: MessageIn) -> Accepted:
        inbound = self._inbound(visitor, message)
        with self._core.store.writing() as work:
            accepted = accept_in(self._core, work, inbound)
            if accepted.is_new and accepted.seq == 1:
                sightings.adopt(self._core, work, sender=visitor.id, lead_id=accepted.lead_id)
            return accepted

    def _inbound(self, visitor: Visitor, message: MessageIn) -> Inbound:
        return Inbound(
            channel=Channel.WIDGET,
            external_id=f"{visitor.id}:{message.client_id}",
            sender=visitor.id,
            text=message.words if message.button is None else self._title(visitor, message.button),
            button=message.button,
            source=_source(visitor),
            timezone=visitor.timezone,
            language=visitor.language,
        )

    def _title(self, visitor: Visitor, button: str) -> str:
        """The words of a button this visitor was offered: what it means when it is no longer on offer."""
        with self._core.store.reading() as work:
            conversation = work.conversations.by_sender(Channel.WIDGET, visitor.id)
            if conversation is not None:
                since = max(0, conversation.last_seq - RECENT)
                for message in reversed(work.conversations.messages(conversation.id, after=since)):
                    for offered in message.buttons:
                        if offered.id == button:
                            return offered.title
        raise BadRequest("This choice was not offered.", field="button", code="unknown_button")


def _guest(visitor: Visitor) -> Guest:
    return Guest(visitor.id, _source(visitor), visitor.timezone, visitor.language)


def _source(visitor: Visitor) -> Source:
    kind = "campaign" if visitor.utm else "referral" if visitor.referrer else "website"
    return Source(kind=kind, utm=visitor.utm, referrer=visitor.referrer or None)
