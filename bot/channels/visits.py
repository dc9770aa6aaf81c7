"""What the widget tells of a visitor's way through the site: their consent first, then what they do."""

from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from sanic import HTTPResponse, Request, empty, json

from bot.channels.chat_desk import Desk
from bot.channels.chat_gate import keep_to, network, visitor_of
from bot.channels.chat_shapes import Described, PageIn, checked
from bot.channels.limits import Limit
from bot.channels.visitors import VisitorTokens
from bot.server.errors import BadRequest
from leads.domain.behaviour import Watching
from leads.domain.facts import SignalKind
from leads.services.core import Core
from leads.services.errors import ConsentMissing
from leads.services.inbox import clean_text
from leads.services.sightings import Seen

__all__ = ["Visits"]

MOST_AT_ONCE = 20
#: What a browser may say of itself that means: do not track me.
REFUSALS = ("sec-gpc", "dnt")


def _wording(value: object) -> object:
    return clean_text(value)[:500] if isinstance(value, str) else value


class ConsentIn(BaseModel):
    """What a visitor decided, and the words (or the version of the words) it was asked in."""

    model_config = ConfigDict(extra="ignore")

    state: Literal["granted", "withdrawn"]
    wording: Annotated[str, BeforeValidator(_wording)] = Field(min_length=1)


class SignalIn(BaseModel):
    """One thing a visitor did. The same `id` again is the same thing."""

    model_config = ConfigDict(extra="ignore")

    id: str = Field(pattern=r"^[A-Za-z0-9-]{8,36}$")
    kind: Literal["page_view", "form_submit"]
    page: PageIn
    form: Described = ""

    def seen(self) -> Seen:
        """As the core has it: texts, and nothing that stood in a query."""
        data = {"title": self.page.title, "referrer": _without_query(self.page.referrer), "form": self.form}
        told: dict[str, Any] = {name: text for name, text in data.items() if text}
        if self.page.utm:
            told["utm"] = dict(self.page.utm)
        is_view = self.kind == "page_view"
        return Seen(self.id, _path(self.page.url), None if is_view else SignalKind(self.kind), told)


class SignalsIn(BaseModel):
    """What a visitor did, in order."""

    model_config = ConfigDict(extra="ignore")

    signals: list[SignalIn] = Field(min_length=1, max_length=MOST_AT_ONCE)


class Visits:
    """Routes about one visitor: the one whose token is shown."""

    def __init__(self, core: Core, desk: Desk, watching: Watching, tokens: VisitorTokens) -> None:
        self._core = core
        self._desk = desk
        self._watching = watching
        self._tokens = tokens
        self._decisions = Limit(most=20, seconds=60)
        self._signals = Limit(most=60, seconds=60)
        self._networks = Limit(most=600, seconds=60)

    async def consent(self, request: Request) -> HTTPResponse:
        """A visitor allows us to note what they do, or does not any more."""
        keep_to(self._networks, network(request))
        visitor = visitor_of(request, self._tokens, self._core.clock)
        keep_to(self._decisions, visitor.id)
        body = checked(ConsentIn, request.body)
        is_granted = body.state == "granted"
        if is_granted:
            _refuse_if_unwanted(request)
        await self._desk.agree(visitor, granted=is_granted, wording=body.wording)
        return json({"state": body.state})

    async def signals(self, request: Request) -> HTTPResponse:
        """Something a visitor did, after they have agreed that we note it."""
        _refuse_if_unwanted(request)
        keep_to(self._networks, network(request))
        visitor = visitor_of(request, self._tokens, self._core.clock)
        keep_to(self._signals, visitor.id)
        body = checked(SignalsIn, request.body)
        try:
            await self._desk.note(visitor, self._watching, [signal.seen() for signal in body.signals])
        except ConsentMissing as error:
            raise BadRequest("This visitor has not agreed.", code="no_consent", status=403) from error
        return empty()


def _refuse_if_unwanted(request: Request) -> None:
    """What the browser says for its owner stands above any consent a page claims."""
    if any(request.headers.get(name) == "1" for name in REFUSALS):
        raise BadRequest("This browser asks not to be tracked.", code="do_not_track", status=403)


def _path(address: str) -> str:
    try:
        return urlsplit(address).path or "/"
    except ValueError:
        return "/"


def _without_query(address: str) -> str:
    return address.partition("?")[0].partition("#")[0]
