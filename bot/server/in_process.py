"""Serving an application on this machine, in the event loop that is running."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sanic import Sanic

__all__ = ["served"]

App = Sanic[Any, Any]
PATIENCE = 5.0  # seconds that open connections have to end in good order


@asynccontextmanager
async def served(app: App, *, port: int = 0) -> AsyncIterator[str]:
    """The address at which the application answers, with its start and stop listeners run.

    A port of 0 is any free one. At the end no connection is left open, as if a process had ended.
    """
    app.config.TOUCHUP = False  # it rewrites methods of Sanic for the process, and only once
    with socket.create_server(("127.0.0.1", port)) as sock:
        server: Any = await app.create_server(sock=sock, access_log=False, return_asyncio_server=True)
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
