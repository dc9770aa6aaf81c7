"""How prospects reach the bot: each channel as its clients speak it, over HTTP."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import quote

from aiohttp import ClientResponse, ClientSession

from bot.bench.errors import RequestError
from bot.bench.prospects.persona import Persona
from leads.domain.lead import Channel

__all__ = ["Connection", "Heard", "Http", "Settle", "connect"]

#: Says when everything that this sender has written on this channel is answered.
Settle = Callable[[Channel, str], Awaitable[None]]

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Heard:
    """What came back: texts, and the titles of buttons with what pressing each sends."""

    texts: tuple[str, ...] = ()
    buttons: Mapping[str, str] = field(default_factory=dict)


class Connection(Protocol):
    """One prospect's connection. `sender` is who they are to the bot, once they have written."""

    sender: str

    async def say(self, text: str, *, button: str | None = None) -> Heard:
        """Write a text, or press the button of this title; what comes back."""
        ...


@dataclass(slots=True)
class Http:
    """A server with the API token for it. Every prospect has a network address of their own."""

    session: ClientSession
    url: str
    token: str

    async def call(
        self, method: str, path: str, *, body: Json | None = None, token: str = "", address: str = ""
    ) -> Any:
        """The JSON that is answered, None where there is none. Raises RequestError on a refusal."""
        headers = {"Authorization": f"Bearer {token or self.token}"}
        if address:
            headers["X-Forwarded-For"] = address
        async with self.session.request(method, self.url + path, json=body, headers=headers) as response:
            return await _accepted(response)


async def connect(http: Http, persona: Persona, *, number: int, settle: Settle) -> Connection:
    """The persona's connection; opening it says nothing yet."""
    match persona.channel:
        case Channel.SMS:
            return _Sms(http, settle, persona.sender)
        case Channel.WIDGET:
            return await _Widget.arriving(http, settle, persona, address=_address(number))
        case _:
            return _Rest(http, persona.sender, persona.zone)


@dataclass(slots=True)
class _Rest:
    """Rasa's REST channel: the replies come with the answer to the call."""

    http: Http
    sender: str
    zone: str
    buttons: Mapping[str, str] = field(default_factory=dict)

    async def say(self, text: str, *, button: str | None = None) -> Heard:
        message = self.buttons[button] if button else text
        body = {"sender": self.sender, "message": message, "metadata": {"timezone": self.zone}}
        replies = await self.http.call("POST", "/webhooks/rest/webhook", body=body)
        shown = [(each["title"], each["payload"]) for reply in replies for each in reply.get("buttons", ())]
        self.buttons = dict(shown)
        return Heard(tuple(reply["text"] for reply in replies), self.buttons)


@dataclass(slots=True)
class _Widget:
    """The widget's protocol without a socket: a session, messages that are acknowledged, and polling."""

    http: Http
    settle: Settle
    sender: str
    token: str
    address: str
    seen: int = 0
    written: int = 0
    buttons: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    async def arriving(cls, http: Http, settle: Settle, persona: Persona, *, address: str) -> "_Widget":
        page = {"url": "https://bantam.example/pricing", "title": "Pricing"}
        body = {"token": None, "language": "en", "timezone": persona.zone, "page": page}
        session = await http.call("POST", "/chat/session", body=body, address=address)
        return cls(http, settle, session["conversation"], session["token"], address)

    async def say(self, text: str, *, button: str | None = None) -> Heard:
        self.written += 1
        said = {"button": self.buttons[button]} if button else {"text": text}
        await self._call("POST", "/chat/messages", body={"client_id": f"message-{self.written}", **said})
        await self.settle(Channel.WIDGET, self.sender)
        news = await self._call("GET", f"/chat/messages?after={self.seen}&wait=0")
        self.seen = max((message["seq"] for message in news["messages"]), default=self.seen)
        ours = [message for message in news["messages"] if message["author"] == "bot"]
        self.buttons = {each["title"]: each["id"] for message in ours for each in message["buttons"]}
        return Heard(tuple(message["text"] for message in ours), self.buttons)

    async def _call(self, method: str, path: str, *, body: Json | None = None) -> Any:
        return await self.http.call(method, path, body=body, token=self.token, address=self.address)


@dataclass(slots=True)
class _Sms:
    """A telephone of the simulator, whose texts come in as signed posts of a carrier."""

    http: Http
    settle: Settle
    sender: str
    seen: set[str] = field(default_factory=set)

    async def say(self, text: str, *, button: str | None = None) -> Heard:
        phone = f"/simulator/phones/{quote(self.sender, safe='')}"
        await self.http.call("POST", phone, body={"text": button or text})
        await self.settle(Channel.SMS, self.sender)
        shown = await self.http.call("GET", phone)
        fresh = [line for line in shown["lines"] if line["ours"] and line["id"] not in self.seen]
        self.seen |= {line["id"] for line in fresh}
        texts = tuple(line["text"] for line in fresh if line["state"] == "sent")
        return Heard(texts, _choices(texts))


def _choices(texts: Sequence[str]) -> Mapping[str, str]:
    """The numbered lines of a text, by what is shown, with the number to send."""
    lines = (line.partition(") ") for text in texts for line in text.splitlines())
    return {
        f"{number}) {title}": number for number, bracket, title in lines if bracket and number.isdecimal()
    }


def _address(number: int) -> str:
    return f"198.18.{number // 250 % 256}.{number % 250 + 1}"


async def _accepted(response: ClientResponse) -> Any:
    if response.status >= 300:
        raise RequestError(status=response.status, body=await response.text())
    return await response.json() if response.content_type == "application/json" else None
