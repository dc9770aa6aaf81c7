"""Who wants to know that something happened: the sockets, long polls and pages of this process."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

__all__ = ["EVERYTHING", "Hub"]

EVERYTHING = "*"


class Hub:
    """Wakes listeners by topic: a conversation's id, or EVERYTHING. It carries no data; the store does."""

    def __init__(self) -> None:
        self._listeners: dict[str, set[asyncio.Event]] = defaultdict(set)
        self._typing: set[str] = set()

    def publish(self, topic: str) -> None:
        """Wake those who listen to this topic, and those who listen to everything."""
        for listener in (*self._listeners.get(topic, ()), *self._listeners.get(EVERYTHING, ())):
            listener.set()

    def set_typing(self, topic: str, on: bool) -> None:
        """Note whether a reply is being made, and tell."""
        (self._typing.add if on else self._typing.discard)(topic)
        self.publish(topic)

    def is_typing(self, topic: str) -> bool:
        """Whether a reply is being made."""
        return topic in self._typing

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
