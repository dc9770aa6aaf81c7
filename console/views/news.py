"""Telling open pages that something has changed."""

import asyncio
from dataclasses import dataclass

from sanic import Request

from console.desk import Desk
from leads.services import sessions

__all__ = ["NewsView"]

EVERYTHING = "*"
LOOK_AGAIN = 3.0  # seconds between looks at the session: a stream must not outlive it by more than five


@dataclass
class NewsView:
    """Server-sent events: one each time something has changed. The page then asks what."""

    desk: Desk
    _is_closing: bool = False

    async def close(self, *_: object) -> None:
        """End every stream: the server stops."""
        self._is_closing = True
        self.desk.news.publish("server")

    async def stream(self, request: Request) -> None:
        """`/console/news`, until the session is over."""
        response = await request.respond(content_type="text/event-stream")
        if response is None:
            return
        async with self.desk.news.listening(EVERYTHING) as changed:
            await response.send("retry: 2000\n\n")
            while await self._may_go_on(request.ctx.visit.session_id):
                await response.send(await _next_line(changed))
        await response.eof()

    async def _may_go_on(self, session_id: str) -> bool:
        if self._is_closing:
            return False
        return await asyncio.to_thread(sessions.is_alive, self.desk.core, session_id)


async def _next_line(changed: asyncio.Event) -> str:
    """An event when there is news, else a comment that keeps the connection open."""
    try:
        async with asyncio.timeout(LOOK_AGAIN):
            await changed.wait()
    except TimeoutError:
        return ": still here\n\n"
    changed.clear()
    return "event: changed\ndata: {}\n\n"
