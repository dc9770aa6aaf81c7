"""The widget's channel: sessions, messages over HTTP, long polling, and sockets. See docs/widget.md."""

import asyncio
import contextlib
from dataclasses import replace
from json import dumps
from typing import Any

from sanic import Blueprint, HTTPResponse, Request, Websocket, empty, json
from sanic.exceptions import WebsocketClosed

from bot.channels.about_me import AboutMe
from bot.channels.chat_desk import Desk, News
from bot.channels.chat_gate import keep_to, network, visitor_of
from bot.channels.chat_shapes import HelloIn, MessageIn, SessionIn, checked, json_object, message_out
from bot.channels.limits import Limit
from bot.channels.visitors import Visitor, VisitorTokens
from bot.channels.visits import Visits
from bot.server.errors import BadRequest
from bot.server.origins import Origins
from leads.domain.behaviour import Watching
from leads.domain.conversation import Message
from leads.services.core import Core

__all__ = ["chat_blueprint"]

LONGEST_POLL = 25.0
HELLO_WITHIN = 10.0
MOST_SOCKETS = 10_000
RESTARTING, BAD_TOKEN, SLOW_DOWN = 1012, 4401, 4429
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": "Authorization, Content-Type",
    "Access-Control-Max-Age": "7200",
}


def chat_blueprint(
    *, core: Core, desk: Desk, watching: Watching, origins: Origins, secret_key: str
) -> Blueprint:
    """`/chat/…`, for pages of the allowed origins; all but a session needs a visitor's token."""
    blueprint = Blueprint("chat", url_prefix="/chat")
    tokens = VisitorTokens(secret_key)
    channel, visits, about = (
        _Chat(core, desk, tokens),
        Visits(core, desk, watching, tokens),
        AboutMe(core, desk, tokens),
    )
    blueprint.middleware("request")(origins.check)
    blueprint.middleware("response")(origins.answer)
    routes = [
        ("POST", "/session", channel.session),
        ("GET", "/messages", channel.poll),
        ("POST", "/messages", channel.post),
        ("POST", "/consent", visits.consent),
        ("POST", "/signals", visits.signals),
        ("GET", "/me", about.show),
        ("POST", "/me/correct", about.correct),
        ("POST", "/me/forget", about.forget),
        ("POST", "/me/erase", about.erase),
    ]
    for method, path, handler in routes:
        blueprint.add_route(handler, path, methods=[method], name=f"chat_{method}{path}".replace("/", "_"))
    for path in dict.fromkeys(path for _, path, _ in routes):
        name = f"chat_preflight{path}".replace("/", "_")
        blueprint.add_route(_preflight, path, methods=["OPTIONS"], name=name)
    blueprint.add_websocket_route(channel.socket, "/socket")
    blueprint.listener("before_server_stop")(channel.stop)
    return blueprint


class _Chat:
    def __init__(self, core: Core, desk: Desk, tokens: VisitorTokens) -> None:
        self._core = core
        self._desk = desk
        self._tokens = tokens
        self._sockets: set[Websocket] = set()
        self._polls: set[asyncio.Timeout] = set()
        self._newcomers = Limit(most=60, seconds=60)
        self._requests = Limit(most=600, seconds=60)
        self._messages = Limit(most=40, seconds=20)
        self._frames = Limit(most=200, seconds=20)

    async def session(self, request: Request) -> HTTPResponse:
        """A visitor arrives: with a token the conversation goes on, without one it may begin."""
        keep_to(self._requests, network(request))
        body = checked(SessionIn, request.body)
        now = self._core.clock()
        visitor = self._tokens.read(body.token, now=now) if body.token else None
        if visitor is None:
            keep_to(self._newcomers, network(request))
            visitor = _newcomer(body)
        visitor = replace(visitor, timezone=body.timezone or visitor.timezone)
        news = await self._desk.look(visitor)
        return json(
            {
                "token": self._tokens.issue(visitor, now=now),
                "conversation": visitor.id,
                "last_seq": news.last_seq,
                "state": news.state,
            }
        )

    async def post(self, request: Request) -> HTTPResponse:
        """A message, for browsers that are not on a socket."""
        visitor = self._visitor(request)
        keep_to(self._messages, visitor.id)
        message = checked(MessageIn, request.body)
        seq = await self._desk.take(visitor, message)
        return json({"seq": seq, "client_id": message.client_id}, status=202)

    async def poll(self, request: Request) -> HTTPResponse:
        """What is new; waits for it as long as the browser asks."""
        visitor = self._visitor(request)
        keep_to(self._requests, visitor.id)
        after = _number(request, "after", most=10**9)
        wait = _number(request, "wait", most=int(LONGEST_POLL))
        news = await self._wait_for_news(visitor, after, wait, known=request.args.get("known"))
        return json(
            {
                "messages": [_shown(visitor, message) for message in news.messages],
                "typing": news.typing is not None,
                "state": news.state,
                "known": news.manner,
            }
        )

    async def socket(self, request: Request, socket: Websocket) -> None:
        """A socket, from hello to the end."""
        if len(self._sockets) >= MOST_SOCKETS or self._requests.wait(network(request)):
            await socket.close(SLOW_DOWN)
            return
        self._sockets.add(socket)
        try:
            await self._converse(socket)
        finally:
            self._sockets.discard(socket)

    async def stop(self, *_: object) -> None:
        """Send everybody away in good order: they come back to the next process."""
        for poll in self._polls:
            if not poll.expired():
                poll.reschedule(asyncio.get_running_loop().time())
        await asyncio.gather(*(socket.close(RESTARTING) for socket in self._sockets))

    def _visitor(self, request: Request) -> Visitor:
        return visitor_of(request, self._tokens, self._core.clock)

    async def _wait_for_news(self, visitor: Visitor, after: int, wait: int, *, known: str | None) -> News:
        async with contextlib.aclosing(self._desk.news(visitor, after=after)) as changes:
            latest = await anext(changes)
            known = known or latest.manner
            try:
                async with asyncio.timeout(wait) as patience:
                    self._polls.add(patience)
                    while not latest.messages and latest.manner == known:
                        latest = await anext(changes)
            except TimeoutError:
                pass  # no news is an answer, too
            finally:
                self._polls.discard(patience)
            return latest

    async def _converse(self, socket: Websocket) -> None:
        try:
            hello = checked(HelloIn, await socket.recv(timeout=HELLO_WITHIN))
        except BadRequest as refused:
            await _send(socket, {"type": "error", "code": refused.code, "message": str(refused)})
            await socket.close(BAD_TOKEN)
            return
        visitor = self._tokens.read(hello.token, now=self._core.clock())
        if visitor is None:
            await socket.close(BAD_TOKEN)
            return
        async with asyncio.TaskGroup() as tasks:
            telling = tasks.create_task(self._tell(socket, visitor, hello.after))
            async for data in socket:
                if self._frames.wait(visitor.id):
                    await socket.close(SLOW_DOWN)
                    break
                await self._hear(socket, visitor, data)
            telling.cancel()

    async def _tell(self, socket: Websocket, visitor: Visitor, after: int) -> None:
        """Everything that is new, in order: the state, whether a reply is being made, messages."""
        told: News | None = None
        with contextlib.suppress(WebsocketClosed):
            async with contextlib.aclosing(self._desk.news(visitor, after=after)) as changes:
                async for news in changes:
                    if told is None:
                        welcome = {"type": "welcome", "last_seq": news.last_seq, "state": news.state}
                        await _send(socket, welcome)
                    elif told.state != news.state:
                        await _send(socket, {"type": "state", "state": news.state})
                    for message in news.messages:
                        await _send(socket, {"type": "message", **_shown(visitor, message)})
                    before = told.typing if told is not None else None
                    if news.typing != before and (writer := news.typing or before):
                        on = news.typing is not None
                        await _send(socket, {"type": "typing", "on": on, "author": writer.author})
                    told = news

    async def _hear(self, socket: Websocket, visitor: Visitor, data: str | bytes | None) -> None:
        try:
            await self._act(socket, visitor, data)
        except BadRequest as refused:
            await _send(socket, {"type": "error", "code": refused.code, "message": str(refused)})

    async def _act(self, socket: Websocket, visitor: Visitor, data: str | bytes | None) -> None:
        kind = json_object(data).get("type")
        if kind == "message":
            keep_to(self._messages, visitor.id)
            message = checked(MessageIn, data)
            seq = await self._desk.take(visitor, message)
            await _send(socket, {"type": "ack", "client_id": message.client_id, "seq": seq})
        elif kind == "ping":
            await _send(socket, {"type": "pong"})
        elif kind == "typing":
            await self._desk.note_key(visitor)
        else:
            raise BadRequest("There is no such frame.", field="type")


async def _preflight(_: Request) -> HTTPResponse:
    return empty(headers=PREFLIGHT)


def _newcomer(body: SessionIn) -> Visitor:
    return Visitor(
        id=VisitorTokens.new_id(),
        referrer=body.page.referrer,
        utm=body.page.utm,
        language=body.language,
        timezone=body.timezone,
    )


def _number(request: Request, name: str, *, most: int) -> int:
    text = request.args.get(name, "0")
    if not (text.isascii() and text.isdigit() and len(text) <= 10):
        raise BadRequest(f"{name} must be a whole number.", field=name)
    return min(int(text), most)


def _shown(visitor: Visitor, message: Message) -> dict[str, Any]:
    return message_out(message, prefix=f"{visitor.id}:")


async def _send(socket: Websocket, content: dict[str, Any]) -> None:
    await socket.send(dumps(content))
