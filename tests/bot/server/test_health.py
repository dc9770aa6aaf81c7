"""Alive, able to serve, and how it is going."""

import secrets
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import aiohttp
import pytest
from sanic import Sanic
from sqlalchemy.exc import OperationalError

from bot.metrics import TURNS
from bot.server import health
from bot.server.errors import add_error_handlers
from bot.server.health import health_blueprint
from leads.services import turns
from leads.services.core import Core
from leads.store.database import Database
from leads.store.unit_of_work import SqlStore
from tests.support.serving import served

TOKEN = "a token that is long enough"


@asynccontextmanager
async def serving(
    check_store: Callable[[], object], *, token: str | None = None
) -> AsyncIterator[aiohttp.ClientSession]:
    app = Sanic(f"health-{secrets.token_hex(4)}", configure_logging=False)
    add_error_handlers(app)
    app.blueprint(health_blueprint(check_store=check_store, metrics_token=token))
    async with served(app) as url, aiohttp.ClientSession(url) as session:
        yield session


async def test_it_is_alive_and_ready(core: Core) -> None:
    async with serving(lambda: turns.waiting(core, limit=1)) as session:
        assert (await session.get("/healthz")).status == 200
        ready = await session.get("/readyz")
        assert ready.status == 200
        assert await ready.json() == {"status": "ok", "store": "reachable", "model": "loaded"}


@pytest.mark.parametrize("url", ["sqlite:////no/such/folder/store", "postgresql://x@127.0.0.1:1/x"])
async def test_it_is_alive_but_not_ready_without_its_store(core: Core, url: str) -> None:
    database = Database(url)
    lost = Core(SqlStore(database), core.clock, core.new_id, core.scoring, core.public_url)
    with pytest.raises(OperationalError):
        turns.waiting(lost, limit=1)
    async with serving(lambda: turns.waiting(lost, limit=1)) as session:
        ready = await session.get("/readyz")
        assert ready.status == 503
        assert await ready.json() == {"status": "unavailable", "store": "unreachable"}
        assert (await session.get("/healthz")).status == 200
    database.dispose()


async def test_a_store_that_does_not_answer_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "PATIENCE", 0.05)
    answer = threading.Event()
    async with serving(lambda: answer.wait(timeout=10)) as session:
        assert (await session.get("/readyz")).status == 503
        answer.set()
        assert (await session.get("/readyz")).status == 200


async def test_numbers_are_told_in_prometheus_format() -> None:
    TURNS.inc(0)
    async with serving(lambda: None) as session:
        response = await session.get("/metrics")
        assert response.status == 200
        assert response.content_type == "text/plain"
        assert "bantam_turns_total" in await response.text()


@pytest.mark.parametrize(("given", "status"), [(None, 401), ("wrong", 401), (TOKEN, 200)])
async def test_numbers_may_need_the_token(given: str | None, status: int) -> None:
    headers = {"Authorization": f"Bearer {given}"} if given else {}
    async with serving(lambda: None, token=TOKEN) as session:
        assert (await session.get("/metrics", headers=headers)).status == status
        assert (await session.get("/healthz")).status == 200
