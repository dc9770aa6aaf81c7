"""The real bot with a store and a clock of its own, served on this machine."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

from aiohttp import ClientSession
from pydantic import SecretStr

from bot.bench.prospects.channels import Connection, Http, connect
from bot.bench.prospects.meetings import label_of
from bot.bench.prospects.persona import Persona
from bot.bench.prospects.prospect import Message, Seen
from bot.bootstrap import Product, build, build_app
from bot.server.in_process import served
from leads.adapters.passwords import hash_password
from leads.bootstrap import open_core
from leads.domain.booking import BookingState
from leads.domain.lead import Channel
from leads.domain.rep import Role
from leads.domain.topics import Topic
from leads.services.team import add_rep, found_team
from leads.settings import Settings

__all__ = ["BEGINNING", "Stage", "settings_for_a_run"]

#: A run is the same whenever it takes place: on a Tuesday afternoon in autumn, in Europe.
BEGINNING = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
#: Enough calendars that a run does not end for want of time.
MORE_REPS = 6
APOLOGIES = ("utter_technical_problem", "utter_technical_problem_person")


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = BEGINNING

    def __call__(self) -> datetime:
        return self.now

    def advance(self, by: timedelta) -> None:
        """Let time pass."""
        self.now += by


@dataclass(slots=True)
class Stage:
    """Where prospects meet the bot."""

    clock: Clock
    _product: Product
    _http: Http
    _connections: dict[str, Connection] = field(default_factory=dict)

    @classmethod
    @asynccontextmanager
    async def opened(cls, settings: Settings, model: Path) -> AsyncIterator["Stage"]:
        """The product as it is served, with a team, on the store that the settings name."""
        clock = Clock()
        product = build(settings, model, core=replace(open_core(settings), clock=clock))
        _hire(product)
        token = settings.api_token.get_secret_value()
        async with served(build_app(product, has_phone=True)) as url, ClientSession() as session:
            await product.postman.stop()  # texts leave when their turn is over, not when the postman comes by
            yield cls(clock, product, Http(session, url, token))

    async def tell(self, persona: Persona, message: Message) -> Seen:
        """Send a message through the persona's channel, and see what comes back."""
        connection = self._connections.get(persona.key)
        if connection is None:
            number = len(self._connections)
            connection = await connect(self._http, persona, number=number, settle=self._settled)
            self._connections[persona.key] = connection
        heard = await connection.say(message.text, button=message.button)
        asking = (await self._lead(persona))["conversation"]["asking"]
        return Seen(
            heard.texts,
            tuple(heard.buttons),
            asking=Topic(asking) if asking else None,
            is_apology=bool(self._apologies & set(heard.texts)),
        )

    async def lead(self, persona: Persona) -> dict[str, Any]:
        """The persona's lead, as the lead API shows it; with the label of the meeting that stands."""
        lead = await self._lead(persona)
        booking = lead["booking"]
        stands = booking is not None and booking["state"] == BookingState.BOOKED
        return lead | {"meeting": label_of(booking["start"], booking["timezone"]) if stands else None}

    async def _lead(self, persona: Persona) -> dict[str, Any]:
        sender = quote(self._connections[persona.key].sender, safe="")
        lead: dict[str, Any] = await self._http.call("GET", f"/api/conversations/{sender}/lead")
        return lead

    async def _settled(self, channel: Channel, sender: str) -> None:
        with self._product.core.store.reading() as work:
            conversation = work.conversations.by_sender(channel, sender)
        if conversation is not None:
            await self._product.taker.settled(conversation.id)
        while channel is Channel.SMS and await self._product.postman.deliver():
            pass

    @property
    def _apologies(self) -> set[str]:
        wording = self._product.engine.wording
        said = (
            wording.say(key, variant=place) for key in APOLOGIES for place in range(wording.variants(key))
        )
        return {response["text"] for response in said if response}


def settings_for_a_run(project: Path, folder: Path) -> Settings:
    """A store of its own in this folder, and no carrier, whatever the environment says."""
    return Settings(
        project=project,
        var=folder,
        database_url=f"sqlite:///{folder / 'bantam.sqlite3'}",
        secret_key=SecretStr(secrets.token_urlsafe(32)),
        api_token=SecretStr(secrets.token_urlsafe(32)),
        public_url="http://127.0.0.1:8000",
        proxies=1,
    ).model_copy(update={"twilio_account_sid": ""})


def _hire(product: Product) -> None:
    found_team(product.core, hash_password=hash_password, password=secrets.token_urlsafe())
    for number in range(1, MORE_REPS + 1):
        add_rep(
            product.core,
            name=f"Rep {number}",
            email=f"rep{number}@bantam.example",
            role=Role.REP,
            timezone=("Europe/London", "America/New_York")[number % 2],
            password_hash="",
            bookable=True,
        )
