"""Serving one of our applications on a free port of this machine, in the test's own event loop."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sanic import Sanic

__all__ = ["served"]


@asynccontextmanager
async def served(app: Sanic[Any, Any]) -> AsyncIterator[str]:
    """The address at which the application answers, with its start and stop listeners run."""
    app.config.TOUCHUP = False  # it rewrites methods of Sanic for the process, and only once
    with socket.create_server(("127.0.0.1", 0)) as sock:
        server: Any = await app.create_server(sock=sock, return_asyncio_server=True)
        await server.startup()
        await server.before_start()
        await server.start_serving()
        await server.after_start()
        yield f"http://127.0.0.1:{sock.getsockname()[1]}"
        await server.before_stop()
        for connection in list(server.connections):
            connection.close_if_idle()
        await server.close()
        await server.after_stop()
    Sanic.unregister_app(app)
