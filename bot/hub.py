"""Who wants to know that something happened: the sockets, long polls and pages of this process."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count

from leads.domain.conversation import Author

__all__ = ["EVERYTHING", "Hub"]

EVERYTHING = "*"
PAUSE = 6.0  # seconds without a key after which a person no longer writes; browsers tell every three
REMIND = 8.0  # seconds after which it is told again that a person still writes

Writer = tuple[str, Author]


class Hub:
    """Wakes listeners by topic: a conversation's id, or EVERYTHING. What happened is in the store.

    Only who writes just now is nowhere else. It is known by a number, another one each time somebody begins:
    who looks late still sees that there was an end between.
    """

    def __init__(self) -> None:
        self._listeners: dict[str, set[asyncio.Event]] = defaultdict(set)
        self._writing: dict[Writer, int] = {}
        self._pauses: dict[Writer, asyncio.TimerHandle] = {}
        self._told: dict[Writer, float] = {}
        self._numbers = count(1)

    def publish(self, topic: str) -> None:
        """Wake those who listen to this topic, and those who listen to everything."""
        for listener in (*self._listeners.get(topic, ()), *self._listeners.get(EVERYTHING, ())):
            listener.set()

    def set_typing(self, topic: str, on: bool, *, author: Author = Author.BOT) -> None:
        """Note that somebody begins to write, or has ended, and tell."""
        writer = topic, author
        if on:
            self._writing[writer] = next(self._numbers)
        elif self._writing.pop(writer, None) is None:
            return
        self.publish(topic)

    def note_key(self, topic: str, *, author: Author) -> None:
        """A person pressed a key just now; told when they begin, now and then, and when they pause."""
        writer, loop = (topic, author), asyncio.get_running_loop()
        if (pause := self._pauses.pop(writer, None)) is not None:
            pause.cancel()
        self._pauses[writer] = loop.call_later(PAUSE, self.end_typing, topic, author)
        if writer not in self._writing or loop.time() - self._told[writer] > REMIND:
            self._told[writer] = loop.time()
            self.set_typing(topic, True, author=author)

    def end_typing(self, topic: str, author: Author) -> None:
        """A person has paused, or said it."""
        writer = topic, author
        if (pause := self._pauses.pop(writer, None)) is not None:
            pause.cancel()
        self._told.pop(writer, None)
        self.set_typing(topic, False, author=author)

    def typing(self, topic: str, author: Author) -> int | None:
        """The number of the writing that goes on, if this author writes."""
        return self._writing.get((topic, author))

    @asynccontextmanager
    async def listening(self, topic: str) -> AsyncIterator[asyncio.Event]:
        """An event that is set whenever the topic has news; clear it before looking."""
        event = asyncio.Event()
        self._listeners[topic].add(event)
        try:
            yield event
        finally:
            self._listeners[topic].discard(event)
            if not self._listeners[topic]:
                del self._listeners[topic]
