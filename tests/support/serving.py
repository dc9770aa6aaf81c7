"""Serving one of our applications from a thread of its own."""

import asyncio
import threading
from collections.abc import Callable
from typing import Any

from sanic import Sanic

from bot.server.in_process import served

__all__ = ["ServedInThread", "served"]

App = Sanic[Any, Any]


class ServedInThread:
    """An application in a thread of its own, so that a test drives a browser and the server in turn."""

    def __init__(self, app: App, *, port: int) -> None:
        self._loop = asyncio.new_event_loop()
        self._app = app
        self._port = port
        self._ready = threading.Event()
        self._stopping = asyncio.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Serve; returns once it answers."""
        self._thread.start()
        assert self._ready.wait(timeout=20)

    def call(self, function: Callable[..., object], *arguments: object) -> None:
        """Call it in the server's thread, if that still runs."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(function, *arguments)

    def begin_to_stop(self) -> None:
        """What a stop signal does. Safe to repeat."""
        self.call(self._stopping.set)

    def stop(self) -> None:
        """End; returns once it has. Safe to repeat."""
        self.begin_to_stop()
        self._thread.join(timeout=20)

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._serve())

    async def _serve(self) -> None:
        async with served(self._app, port=self._port):
            self._ready.set()
            await self._stopping.wait()
