"""A small server of the widget's protocol, kept in memory, that a test can script and let fail.

It runs in its own thread, so that a test drives the browser and the server in turn.
"""

import asyncio
import json
import threading
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from aiohttp import WSMsgType, web

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "widget" / "static"
PAGES = ROOT / "bot" / "server" / "pages"

Frame = Mapping[str, object]
Script = Callable[[str], str | None]

NOTHING_ELSE = "default-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
REPORT = "report-uri /violations"
HOST_POLICY = f"{NOTHING_ELSE}; script-src {{widget}}; connect-src {{widget}} {{socket}}; {REPORT}"
LANDING_POLICY = (
    f"{NOTHING_ELSE}; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; {REPORT}"
)
HOST_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Acme</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"></head>
<body><h1>Acme</h1><p>A page of somebody else.</p><a href="#" id="link">A link</a>
<script src="{widget}/widget.js" async {attributes}></script></body></html>"""


@dataclass(eq=False)
class Conversation:
    """What was said, and who listens."""

    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    messages: list[dict[str, object]] = field(default_factory=list)
    sockets: set[web.WebSocketResponse] = field(default_factory=set)
    news: asyncio.Event = field(default_factory=asyncio.Event)
    typing: bool = False
    state: str = "bot"

    def after(self, seq: int) -> list[dict[str, object]]:
        return self.messages[seq:]

    def sent(self, client_id: object) -> dict[str, object] | None:
        return next((message for message in self.messages if message.get("client_id") == client_id), None)


class ChatServer:
    """The protocol in memory. Attributes may be set by a test at any time."""

    def __init__(self, *, script: Script | None = None) -> None:
        self.script: Script = script or (lambda text: f"You said: {text}")
        self.clock: Callable[[], datetime] = lambda: datetime.now(UTC)
        self.refuse_sockets = False
        self.down = False
        self.lose_acks = 0
        self.refuse_text = ""
        self.conversations: dict[str, Conversation] = {}
        self.sessions: list[dict[str, object]] = []
        self.violations: list[str] = []
        self.typed = 0
        self.host_attributes = ""
        self._ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait(timeout=10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stopped.set)
        self._thread.join(timeout=10)

    # What a test does

    @property
    def url(self) -> str:
        """Where the landing page is."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def host_url(self) -> str:
        """A page of another origin that carries the widget."""
        return f"http://localhost:{self.port}/host"

    @property
    def conversation(self) -> Conversation:
        """The newest conversation."""
        return list(self.conversations.values())[-1]

    @property
    def transcript(self) -> list[str]:
        return [f"{message['author']}: {message['text']}" for message in self.conversation.messages]

    def say(self, text: str, *, buttons: Mapping[str, str] | None = None, name: str | None = None) -> None:
        """Says something as the bot, or as a person when a name is given."""
        author = "rep" if name else "bot"
        titles = [{"id": key, "title": title} for key, title in (buttons or {}).items()]
        self._call(self._add(self.conversation, author=author, text=text, buttons=titles, name=name))

    def show_typing(self, on: bool = True) -> None:
        self._call(self._type(self.conversation, on))

    def set_state(self, state: str) -> None:
        self.conversation.state = state
        self._call(self._push(self.conversation, {"type": "state", "state": state}))

    def drop_sockets(self, code: int = 1012) -> None:
        """Closes every socket, as a restart does."""
        self._call(close(self._sockets(), code))

    def forget_everybody(self) -> None:
        """Makes every token invalid."""
        sockets = self._sockets()
        self.conversations.clear()
        self._call(close(sockets, 1012))

    # The protocol

    async def _session(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.sessions.append(body)
        token = body["token"] if body["token"] in self.conversations else uuid.uuid4().hex
        conversation = self.conversations.setdefault(token, Conversation())
        return web.json_response(
            {
                "token": token,
                "conversation": conversation.id,
                "last_seq": len(conversation.messages),
                "state": conversation.state,
            }
        )

    async def _poll(self, request: web.Request) -> web.Response:
        conversation = self._of(request)
        after, wait = int(request.query["after"]), float(request.query["wait"])
        if not conversation.after(after) and wait:
            conversation.news.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(conversation.news.wait(), timeout=wait)
        return web.json_response(
            {
                "messages": conversation.after(after),
                "typing": conversation.typing,
                "state": conversation.state,
            }
        )

    async def _post(self, request: web.Request) -> web.Response:
        conversation = self._of(request)
        body = await request.json()
        if self._refuses(body):
            return refusal(422, "refused", "That cannot be said here.")
        seq = await self._accept(conversation, body)
        return web.json_response({"seq": seq, "client_id": body["client_id"]}, status=202)

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        if self.refuse_sockets:
            return refusal(403, "no_sockets", "Sockets are blocked here.")
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        hello = await socket.receive_json(timeout=5)
        conversation = self.conversations.get(hello["token"])
        if conversation is None:
            await socket.close(code=4401)
            return socket
        await socket.send_json(
            {"type": "welcome", "last_seq": len(conversation.messages), "state": conversation.state}
        )
        for message in conversation.after(hello["after"]):
            await socket.send_json({"type": "message", **message})
        conversation.sockets.add(socket)
        try:
            async for frame in socket:
                if frame.type == WSMsgType.TEXT:
                    await self._hear(conversation, socket, json.loads(frame.data))
        finally:
            conversation.sockets.discard(socket)
        return socket

    async def _hear(
        self, conversation: Conversation, socket: web.WebSocketResponse, frame: dict[str, object]
    ) -> None:
        if frame["type"] == "ping":
            await socket.send_json({"type": "pong"})
        elif frame["type"] == "typing":
            self.typed += 1
        elif self._refuses(frame):
            await socket.send_json(
                {"type": "error", "code": "refused", "message": "That cannot be said here."}
            )
        elif self.lose_acks:
            self.lose_acks -= 1
            conversation.sockets.discard(socket)
            await self._accept(conversation, frame)
            await socket.close(code=1012)
        else:
            seq = await self._accept(conversation, frame)
            await socket.send_json({"type": "ack", "client_id": frame["client_id"], "seq": seq})

    def _refuses(self, body: Mapping[str, object]) -> bool:
        return bool(self.refuse_text) and body.get("text") == self.refuse_text

    async def _accept(self, conversation: Conversation, body: Mapping[str, object]) -> int:
        """Takes a message once, however often it is sent, and lets the script answer it."""
        known = conversation.sent(body["client_id"])
        if known is None:
            text = str(body["text"]) if "text" in body else title_of(conversation, body["button"])
            known = await self._add(conversation, author="visitor", text=text, client_id=body["client_id"])
            answer = self.script(text)
            if answer is not None:
                await self._add(conversation, author="bot", text=answer)
        return int(str(known["seq"]))

    async def _add(self, conversation: Conversation, **message: object) -> dict[str, object]:
        said: dict[str, object] = {
            "seq": len(conversation.messages) + 1,
            "at": self.clock().isoformat(),
            "buttons": [],
        }
        said |= {name: value for name, value in message.items() if value is not None}
        conversation.messages.append(said)
        conversation.typing = False
        await self._push(conversation, {"type": "message", **said})
        return said

    async def _type(self, conversation: Conversation, on: bool) -> None:
        conversation.typing = on
        await self._push(conversation, {"type": "typing", "on": on, "author": "bot"})

    async def _push(self, conversation: Conversation, frame: Frame) -> None:
        conversation.news.set()
        for socket in list(conversation.sockets):
            await socket.send_json(frame)

    def _sockets(self) -> list[web.WebSocketResponse]:
        return [socket for each in self.conversations.values() for socket in each.sockets]

    def _of(self, request: web.Request) -> Conversation:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if token not in self.conversations:
            raise web.HTTPUnauthorized
        return self.conversations[token]

    # Files, and the site around the widget

    async def _landing(self, _: web.Request) -> web.StreamResponse:
        return web.FileResponse(PAGES / "landing.html", headers={"Content-Security-Policy": LANDING_POLICY})

    async def _host(self, _: web.Request) -> web.StreamResponse:
        policy = HOST_POLICY.format(widget=self.url, socket=self.url.replace("http", "ws"))
        page = HOST_PAGE.format(widget=self.url, attributes=self.host_attributes)
        return web.Response(text=page, content_type="text/html", headers={"Content-Security-Policy": policy})

    async def _loader(self, _: web.Request) -> web.StreamResponse:
        return web.FileResponse(STATIC / "widget.js")

    async def _violation(self, request: web.Request) -> web.Response:
        self.violations.append(await request.text())
        return web.Response(status=204)

    @web.middleware
    async def _edge(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """Cross-origin headers on everything, and the outage a test asks for."""
        cors = {
            "Access-Control-Allow-Origin": request.headers.get("Origin", "*"),
            "Access-Control-Allow-Headers": "Authorization, Content-Type",
            "Cache-Control": "no-cache",
        }
        if request.method == "OPTIONS":
            return web.Response(status=204, headers=cors)
        if self.down and request.path.startswith("/chat/"):
            return refusal(503, "down", "Back soon.")
        try:
            response = await handler(request)
        except web.HTTPUnauthorized:
            response = refusal(401, "bad_token", "That token is not valid.")
        if not response.prepared:
            response.headers.update(cors)
        return response

    # Its life

    def _serve(self) -> None:
        self._loop.run_until_complete(self._run())

    async def _run(self) -> None:
        self._stopped = asyncio.Event()
        async with self._listening() as port:
            self.port = port
            self._ready.set()
            await self._stopped.wait()
            await close(self._sockets(), 1001)

    @asynccontextmanager
    async def _listening(self) -> AsyncIterator[int]:
        app = web.Application(middlewares=[self._edge])
        app.router.add_post("/chat/session", self._session)
        app.router.add_get("/chat/messages", self._poll)
        app.router.add_post("/chat/messages", self._post)
        app.router.add_get("/chat/socket", self._socket)
        app.router.add_get("/", self._landing)
        app.router.add_get("/host", self._host)
        app.router.add_post("/violations", self._violation)
        app.router.add_get("/widget.js", self._loader)
        app.router.add_static("/widget/", STATIC)
        app.router.add_static("/pages/", PAGES)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        yield runner.addresses[0][1]
        await runner.cleanup()

    def _call(self, work: Coroutine[object, object, object]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=10)


async def close(sockets: Iterable[web.WebSocketResponse], code: int) -> None:
    await asyncio.gather(*(socket.close(code=code) for socket in sockets))


def refusal(status: int, code: str, message: str) -> web.Response:
    return web.json_response({"error": {"code": code, "message": message}}, status=status)


def title_of(conversation: Conversation, button: object) -> str:
    """The words of a button; only those that were offered exist."""
    for message in reversed(conversation.messages):
        for offered in message["buttons"]:  # type: ignore[attr-defined]
            if offered["id"] == button:
                return str(offered["title"])
    raise web.HTTPBadRequest
