"""What a visitor is told of what we know about them, and what they do about it."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from sanic import HTTPResponse, Request, empty, json

from bot.channels.chat_desk import Desk
from bot.channels.chat_gate import keep_to, network, visitor_of
from bot.channels.chat_shapes import checked
from bot.channels.limits import Limit
from bot.channels.visitors import Visitor, VisitorTokens
from bot.server.errors import BadRequest
from leads.domain.facts import Signal
from leads.domain.ledger import Kind
from leads.domain.topics import Topic
from leads.services import erasing, knowing
from leads.services.core import Core
from leads.services.inbox import clean_text
from leads.services.knowing import Holding, Known

__all__ = ["AboutMe"]

Json = dict[str, Any]

LONGEST_ANSWER = 500
#: What is kept with a signal that says something to whoever did it.
TOLD = ("path", "title", "form", "referrer")


class CorrectIn(BaseModel):
    """What an answer should be, in their own words."""

    model_config = ConfigDict(extra="ignore")

    topic: Topic
    text: str = Field(min_length=1, max_length=LONGEST_ANSWER)


class ForgetIn(BaseModel):
    """What should go: an answer, or one thing that we noticed."""

    model_config = ConfigDict(extra="ignore")

    topic: Topic | None = None
    signal: str | None = Field(default=None, max_length=64)

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.topic is None) == (self.signal is None):
            raise ValueError("send either topic or signal")
        return self


class AboutMe:
    """Routes about one visitor: the one whose token is shown. Nobody can name another."""

    def __init__(self, core: Core, desk: Desk, tokens: VisitorTokens) -> None:
        self._core = core
        self._desk = desk
        self._tokens = tokens
        self._looks = Limit(most=60, seconds=60)
        self._changes = Limit(most=30, seconds=60)
        self._networks = Limit(most=300, seconds=60)

    async def show(self, request: Request) -> HTTPResponse:
        """Everything we hold about them."""
        visitor = self._visitor(request, self._looks)
        holding = await asyncio.to_thread(knowing.held, self._core, visitor.id)
        return json(_holding(holding), headers={"Cache-Control": "no-store"})

    async def correct(self, request: Request) -> HTTPResponse:
        """Put an answer right."""
        visitor, body = self._visitor(request, self._changes), checked(CorrectIn, request.body)
        words = clean_text(body.text)
        if not words:
            raise BadRequest("Say what it should be.", field="text", code="invalid")
        return await self._change(visitor, lambda: knowing.correct(self._core, visitor.id, body.topic, words))

    async def forget(self, request: Request) -> HTTPResponse:
        """Take an answer away, or one thing that we noticed."""
        visitor, body = self._visitor(request, self._changes), checked(ForgetIn, request.body)
        if body.topic is not None:
            topic = body.topic
            return await self._change(visitor, lambda: knowing.forget_answer(self._core, visitor.id, topic))
        signal = body.signal or ""
        return await self._change(visitor, lambda: knowing.forget_signal(self._core, visitor.id, signal))

    async def erase(self, request: Request) -> HTTPResponse:
        """Erase everything about them. Their token is good for nothing any more but to begin anew."""
        visitor = self._visitor(request, self._changes)
        erased = await asyncio.to_thread(erasing.erase_visitor, self._core, visitor.id)
        self._desk.tell(visitor, erased)
        return empty()

    async def _change(self, visitor: Visitor, change: Callable[[], str]) -> HTTPResponse:
        """Change something; what we hold now."""
        self._desk.tell(visitor, await asyncio.to_thread(change))
        return json(_holding(await asyncio.to_thread(knowing.held, self._core, visitor.id)))

    def _visitor(self, request: Request, limit: Limit) -> Visitor:
        keep_to(self._networks, network(request))
        visitor = visitor_of(request, self._tokens, self._core.clock)
        keep_to(limit, visitor.id)
        return visitor


def _holding(holding: Holding) -> Json:
    return {
        "answers": [_known(known) for known in holding.answers],
        "noticed": [_noticed(signal) for signal in holding.signals],
        "source": {
            "referrer": holding.source.referrer,
            "utm": dict(holding.source.utm),
            "timezone": holding.timezone,
        },
        "may_note": holding.may_note,
    }


def _known(known: Known) -> Json:
    return {
        "topic": known.topic,
        "value": known.value,
        "words": known.words,
        "origin": known.origin,
        "kind": known.kind,
        "at": _instant(known.at),
    }


def _noticed(signal: Signal) -> Json:
    told = {name: str(signal.data[name]) for name in TOLD if signal.data.get(name)}
    return {"id": signal.id, "what": signal.kind, "kind": Kind.IMPLICIT, "at": _instant(signal.at), **told}


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")
