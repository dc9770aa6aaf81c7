"""The lead API on a real server and a real store, both for one test alone."""

import asyncio
import secrets
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from sanic import Sanic

from bot.api.openapi import document
from bot.api.routes import api_blueprint
from bot.hub import Hub
from bot.server.errors import add_error_handlers
from bot.server.methods import add_common_methods
from leads.domain.rep import Rep, Role
from leads.services.core import Core
from tests.support.openapi import Description
from tests.support.serving import served

TOKEN = "a token for tests, long enough"
MAX_BODY = 256 * 1024
OFFICE_HOURS = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), ("09:00-17:00",))
DESCRIPTION = Description(document("https://bantam.example"))

#: For what does not depend on the database.
on_sqlite = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

Json = dict[str, Any]


@dataclass
class Api:
    """The API as a program sees it. Every response must be what the description says."""

    url: str
    core: Core
    client: httpx.Client

    def get(self, path: str, **params: str | int) -> Json:
        return self._good(self.client.get(path, params=params))

    def post(self, path: str, body: object, *, key: str | None = None) -> Json:
        return self._good(self.client.post(path, json=body, headers=headers(key)))

    def patch(self, path: str, body: object, *, key: str | None = None) -> Json:
        return self._good(self.client.patch(path, json=body, headers=headers(key)))

    def add(self, **fields: object) -> Json:
        """A new lead of whom this is told."""
        return self.post("/api/leads", fields or {"name": "Ana"})

    def count(self) -> int:
        """How many leads there are."""
        return len(self.get("/api/leads", limit=200)["items"])

    def _good(self, response: httpx.Response) -> Json:
        assert response.is_success, response.text
        body: Json = response.json()
        return body


def headers(key: str | None) -> dict[str, str]:
    return {"Idempotency-Key": key} if key else {}


@pytest.fixture
def hub() -> Hub:
    return Hub()


@pytest.fixture
def api(core: Core, hub: Hub) -> Iterator[Api]:
    app: Sanic[Any, Any] = Sanic(f"api-{secrets.token_hex(4)}", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = MAX_BODY
    add_error_handlers(app)
    add_common_methods(app)
    app.blueprint(api_blueprint(core=core, hub=hub, token=TOKEN, public_url=core.public_url))
    with in_a_thread(app) as url:
        authorization = {"Authorization": f"Bearer {TOKEN}"}
        hooks = {"response": [DESCRIPTION.check]}
        with httpx.Client(base_url=url, headers=authorization, event_hooks=hooks, timeout=30) as client:
            yield Api(url, core, client)


@contextmanager
def in_a_thread(app: Sanic[Any, Any]) -> Iterator[str]:
    """The application, served in an event loop of its own, so that tests can simply wait for answers."""
    url: Future[str] = Future()
    done = threading.Event()

    async def serve() -> None:
        async with served(app) as address:
            url.set_result(address)
            await asyncio.to_thread(done.wait)

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    yield url.result(timeout=10)
    done.set()
    thread.join(timeout=10)


@pytest.fixture
def add_rep(core: Core) -> Callable[..., Rep]:
    """Adds a rep in Berlin who works nine to five and takes meetings."""

    def add(rep_id: str = "rep-1") -> Rep:
        rep = Rep(
            rep_id,
            name=rep_id.title(),
            email=f"{rep_id}@example.com",
            role=Role.REP,
            password_hash="",
            timezone="Europe/Berlin",
            hours=OFFICE_HOURS,
            created_at=core.clock(),
        )
        with core.store.writing() as work:
            work.reps.add(rep)
        return rep

    return add
