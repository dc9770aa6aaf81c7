"""Serving one of our applications on this machine, in the event loop that is running."""

import asyncio
import socket
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from sanic import Sanic

__all__ = ["ServedInThread", "served"]

App = Sanic[Any, Any]
PATIENCE = 5.0  # seconds that open connections have to end in good order


@asynccontextmanager
async def served(app: App, *, port: int = 0) -> AsyncIterator[str]:
    """The address at which the application answers, with its start and stop listeners run.

    A port of 0 is any free one. At the end no connection is left open, as if a process had ended.
    """
    app.config.TOUCHUP = False  # it rewrites methods of Sanic for the process, and only once
    with socket.create_server(("127.0.0.1", port)) as sock:
        server: Any = await app.create_server(sock=sock, return_asyncio_server=True)
        await server.startup()
        await server.before_start()
        await server.start_serving()
        await server.after_start()
        yield f"http://127.0.0.1:{sock.getsockname()[1]}"
        await server.before_stop()
        await server.close()
        await _end_connections(app, server)
        await server.after_stop()
    Sanic.unregister_app(app)


async def _end_connections(app: App, server: Any) -> None:
    if app.websocket_tasks:
        await asyncio.wait(app.websocket_tasks, timeout=PATIENCE)
    end = asyncio.get_running_loop().time() + PATIENCE
    while busy := [connection for connection in list(server.connections) if not connection.close_if_idle()]:
        if asyncio.get_running_loop().time() > end:
            for connection in busy:
                connection.abort()
            return
        await asyncio.sleep(0.01)


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
