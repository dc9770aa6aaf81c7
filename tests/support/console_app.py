"""The console and the prospects' meeting pages on a real store, served from a thread of their own."""

import re
import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Self

import httpx
from sanic import Sanic

from bot.hub import Hub
from bot.server.errors import add_error_handlers
from bot.server.meetings import meetings_blueprint
from bot.server.methods import add_common_methods
from console.app import console_blueprint
from leads.adapters.bayesian_logistic import BayesianLogistic
from leads.adapters.passwords import hash_password, verify_password
from leads.bootstrap import open_core, read_behaviour
from leads.domain.conversation import Author
from leads.domain.handoff import Handoff, HandoffReason
from leads.domain.lead import Channel, Lead, Source
from leads.domain.rep import Rep, Role
from leads.services import handoffs, hearing, inbox, turns
from leads.services.hearing import Spoken
from leads.services.inbox import Inbound
from leads.services.team import add_rep
from leads.services.turns import Uttered
from leads.settings import Settings
from tests.support.models import ROOT
from tests.support.served import free_port
from tests.support.serving import ServedInThread

__all__ = ["HOT_TALK", "PASSWORD", "ConsoleApp", "Person"]

PASSWORD = "a good password"
HASHED = hash_password(PASSWORD)

#: What somebody says who is ready to buy, and what the bot says to that.
HOT_TALK = (
    ("We lose leads because nobody answers them at night", "How soon do you need that solved?"),
    ("in march", "Is there a budget for it?"),
    ("about 50k euro", "Who decides about this?"),
    ("I decide alone", "What is your role?"),
    ("I am the head of sales", "How many people work at your company?"),
    ("we are 120 people, a software company in Germany", "What is the company called?"),
)


class ConsoleApp:
    """Serves from a store in `folder`. `now` is the time for everybody; None is the time on the wall."""

    def __init__(self, folder: Path, *, now: datetime | None = None, public_url: str | None = None) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.now = now
        settings = Settings(var=folder, project=ROOT, public_url=public_url or self.url)
        self.core = replace(open_core(settings), clock=lambda: self.now or datetime.now(UTC))
        self.hub = Hub()
        self.app = Sanic(f"console-{uuid.uuid4().hex}", configure_logging=False)
        self.app.config.update(REQUEST_MAX_SIZE=256 * 1024)
        add_error_handlers(self.app)
        add_common_methods(self.app)
        self.app.blueprint(
            console_blueprint(
                core=self.core,
                news=self.hub,
                alarms=read_behaviour(settings).alarms,
                public_url=settings.public_url,
                verify=verify_password,
                statistics=BayesianLogistic(),
            )
        )
        self.app.blueprint(meetings_blueprint(core=self.core, hub=self.hub))
        self._server = ServedInThread(self.app, port=self.port)

    def __enter__(self) -> Self:
        self._server.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.stop()

    def stop(self) -> None:
        """Begin to stop; leaving the context waits for the end."""
        self._server.begin_to_stop()

    # What a test does

    def pass_time(self, **span: float) -> None:
        """Let time go by; only where it stands still."""
        assert self.now is not None
        self.now += timedelta(**span)

    def add_rep(self, name: str, *, zone: str = "Europe/Berlin", role: Role = Role.REP) -> Rep:
        """Somebody who logs in with `<first name>@bantam.example` and PASSWORD."""
        return add_rep(
            self.core,
            name=name,
            email=f"{name.split(maxsplit=1)[0].lower()}@bantam.example",
            role=role,
            timezone=zone,
            password_hash=HASHED,
            bookable=True,
        )

    def disable(self, rep: Rep) -> None:
        self.change_rep(replace(rep, active=False))

    def change_rep(self, rep: Rep) -> None:
        with self.core.store.writing() as work:
            work.reps.save(rep)

    def talk(
        self,
        *said: str | tuple[str, str],
        sender: str = "ana",
        channel: Channel = Channel.WIDGET,
        source: Source | None = None,
        zone: str | None = "Europe/Berlin",
    ) -> str:
        """Somebody says this, each with what the bot says to it; the id of their lead."""
        for line in said:
            text, reply = line if isinstance(line, tuple) else (line, "I see.")
            lead_id = self._turn(
                Inbound(
                    channel,
                    external_id=uuid.uuid4().hex,
                    sender=sender,
                    text=text,
                    source=source or Source(),
                    timezone=zone,
                ),
                reply,
            )
        return lead_id

    def change_lead(self, lead_id: str, **changes: object) -> Lead:
        """The lead with fields as a test wants them."""
        with self.core.store.writing() as work:
            lead = work.leads.get(lead_id)
            assert lead is not None
            changed = replace(lead, **changes)  # type: ignore[arg-type]
            work.leads.save(changed)
        return changed

    def hand_over(self, lead_id: str, reason: HandoffReason = HandoffReason.ASKED) -> Handoff:
        """Puts the lead into the reps' queue."""
        with self.core.store.writing() as work:
            lead = work.leads.get(lead_id)
            assert lead is not None
            talk = work.conversations.of_lead(lead_id)[0]
            handoffs.open_in(self.core, work, lead, conversation_id=talk.id, reason=reason)
            handoff = work.handoffs.find(lead_id, reason)
        assert handoff is not None
        self.publish(talk.id)
        return handoff

    def conversation_of(self, lead_id: str) -> str:
        """The id of their conversation."""
        with self.core.store.reading() as work:
            return work.conversations.of_lead(lead_id)[0].id

    def handoff_of(self, lead_id: str) -> Handoff:
        """Their newest handoff."""
        with self.core.store.reading() as work:
            return max(work.handoffs.of_lead(lead_id), key=lambda handoff: handoff.id)

    def publish(self, topic: str) -> None:
        self._server.call(self.hub.publish, topic)

    def show_typing(self, conversation_id: str) -> None:
        """The visitor writes."""
        self._server.call(partial(self.hub.set_typing, conversation_id, True, author=Author.VISITOR))

    def _turn(self, inbound: Inbound, reply: str) -> str:
        accepted = inbox.accept(self.core, inbound)
        turn = turns.begin(self.core, accepted.conversation_id)
        assert turn is not None
        hearing.hear(
            self.core,
            Spoken(accepted.conversation_id, accepted.inbox_id, inbound.text, payload=turn.item.payload),
        )
        turns.finish(self.core, turn, _uttered(reply), events=None)
        self.publish(accepted.conversation_id)
        return accepted.lead_id


class Person(httpx.Client):
    """Somebody at a browser without scripts; posting sends the token of the session along."""

    def __init__(self, app: ConsoleApp, **options: Any) -> None:
        super().__init__(base_url=app.url, follow_redirects=True, timeout=20, **options)

    @property
    def csrf(self) -> str:
        """The token that the pages of this session carry."""
        found = re.search(r'name="csrf" value="([^"]+)"', self.get("/console/handoffs").text)
        assert found
        return found[1]

    def submit(self, path: str, **fields: str) -> httpx.Response:
        """A form of ours, sent from a page of ours."""
        return self.post(path, data={"csrf": self.csrf, **fields})

    def log_in(self, rep: Rep, *, password: str = PASSWORD, wanted: str = "/console/") -> httpx.Response:
        """Fill in the login form."""
        return self.submit("/console/login", email=rep.email, password=password, next=wanted)


def _uttered(reply: str) -> Sequence[Uttered]:
    """What the bot says: the words, and after a bar the titles of buttons."""
    text, *titles = reply.split("|")
    return [Uttered(text, tuple((title, title) for title in titles))] if text else []
