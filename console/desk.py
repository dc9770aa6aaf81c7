"""What every view is given: the core, where news is heard, and how a page for a rep is made."""

import asyncio
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from sanic import HTTPResponse, Request

from console.pages import render
from leads.domain.conversation import Author
from leads.services import queue
from leads.services.core import Core
from leads.services.ports import Statistics

__all__ = ["Desk", "News"]


class News(Protocol):
    """Where the console hears that something has changed, and tells."""

    def listening(self, topic: str) -> AbstractAsyncContextManager[asyncio.Event]: ...
    def publish(self, topic: str) -> None: ...
    def note_key(self, topic: str, *, author: Author) -> None: ...
    def end_typing(self, topic: str, author: Author) -> None: ...
    def typing(self, topic: str, author: Author) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Desk:
    """The first argument of a view."""

    core: Core
    news: News
    statistics: Statistics

    async def page(self, request: Request, template: str, **values: Any) -> HTTPResponse:
        """A page for whoever is logged in, with the number of handoffs that wait."""
        waiting = await asyncio.to_thread(queue.waiting, self.core)
        return render(request, template, now=self.core.clock(), waiting=waiting, **values)
