"""A visitor without a browser: the widget's protocol by hand."""

import asyncio
import json
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Self

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

__all__ = ["Caller", "close_code", "open_session", "receive"]


class Caller(httpx.Client):
    """An HTTP client that carries a visitor's token."""

    def __init__(self, url: str, session: dict[str, Any]) -> None:
        super().__init__(base_url=url, headers={"Authorization": f"Bearer {session['token']}"}, timeout=40)
        self.token: str = session["token"]
        self.conversation: str = session["conversation"]

    @classmethod
    def arriving(cls, url: str, **body: Any) -> Self:
        """Somebody new."""
        return cls(url, open_session(url, **body))

    def say(self, text: str, *, client_id: str | None = None) -> int:
        """Sends a message; its number."""
        body = {"client_id": client_id or uuid.uuid4().hex, "text": text}
        response = self.post("/chat/messages", json=body)
        assert response.status_code == 202, response.text
        assert response.json()["client_id"] == body["client_id"]
        seq: int = response.json()["seq"]
        return seq

    def press(self, button: str) -> httpx.Response:
        return self.post("/chat/messages", json={"client_id": f"press-{button}", "button": button})

    def news(self, *, after: int = 0, wait: int = 0, known: str = "") -> dict[str, Any]:
        response = self.get("/chat/messages", params={"after": after, "wait": wait, "known": known})
        assert response.status_code == 200, response.text
        news: dict[str, Any] = response.json()
        return news

    def lines(self, *, after: int = 0, wait: int = 0) -> list[str]:
        """What is new, a line a message."""
        messages = self.news(after=after, wait=wait)["messages"]
        return [f"{message['seq']} {message['author']}: {message['text']}" for message in messages]

    def reads(self, count: int) -> list[str]:
        """The conversation, once it has this many messages."""
        seen: list[str] = []
        while len(seen) < count:
            more = self.lines(after=len(seen), wait=20)
            assert more, f"nothing came after {seen}"
            seen += more
        return seen

    @asynccontextmanager
    async def on_socket(self, *, after: int = 0) -> AsyncIterator[ClientConnection]:
        """A socket that has said hello."""
        address = str(self.base_url.copy_with(scheme="ws", path="/chat/socket"))
        async with connect(address) as socket:
            await socket.send(json.dumps({"type": "hello", "token": self.token, "after": after}))
            yield socket


def open_session(url: str, **body: Any) -> dict[str, Any]:
    response = httpx.post(f"{url}/chat/session", json={"token": None, **body})
    assert response.status_code == 200, response.text
    session: dict[str, Any] = response.json()
    return session


async def receive(socket: ClientConnection) -> dict[str, Any]:
    frame: dict[str, Any] = json.loads(await asyncio.wait_for(socket.recv(), timeout=20))
    return frame


async def close_code(socket: ClientConnection) -> int:
    """The code the server closes the socket with; what it says before is not looked at."""
    while True:
        try:
            await asyncio.wait_for(socket.recv(), timeout=20)
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else 1006
