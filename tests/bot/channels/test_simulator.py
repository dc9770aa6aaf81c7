"""The simulated telephone: it texts through the signed webhook and shows what the outbox sent."""

import secrets
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sanic import Sanic
from yarl import URL

from bot.channels.simulator import simulator_blueprint
from bot.channels.sms import sms_blueprint
from bot.postman import Postman
from bot.server.errors import add_error_handlers
from leads.adapters.clock import utc_now
from leads.adapters.ids import new_id
from leads.adapters.phone_simulator import PhoneSimulator
from leads.adapters.scoring_edit import YamlScoring
from leads.adapters.scoring_file import load_scoring
from leads.services.core import Core
from leads.services.scoring import Scoring
from leads.services.texting import KeywordReplies
from leads.store.database import Database
from leads.store.migrate import migrate
from leads.store.unit_of_work import SqlStore
from tests.support.serving import served

ROOT = Path(__file__).parents[3]
REPLIES = KeywordReplies(stop="You are out.", start="You are in.", help="This is Bantam.")
PHONE = URL("/simulator/phones/%2B14155550100", encoded=True)  # as browsers write it


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    database = Database(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    migrate(database)
    model = load_scoring(ROOT / "scoring.yml").model
    yield Core(SqlStore(database), utc_now, new_id, Scoring(model, YamlScoring()), "https://bantam.example")
    database.dispose()


@pytest.fixture
async def browser(core: Core) -> AsyncIterator[aiohttp.ClientSession]:
    token = secrets.token_hex(16)
    app = Sanic(f"simulator-{secrets.token_hex(4)}", configure_logging=False)
    add_error_handlers(app)
    app.blueprint(sms_blueprint(core=core, wake=lambda _: None, replies=REPLIES, auth_token=token))
    app.blueprint(simulator_blueprint(core=core, auth_token=token))
    async with served(app) as address, aiohttp.ClientSession(address) as session:
        yield session


async def screen(browser: aiohttp.ClientSession) -> list[tuple[bool, str, str]]:
    async with browser.get(PHONE) as response:
        phone: dict[str, Any] = await response.json()
    return [(line["ours"], line["text"], line["state"]) for line in phone["lines"]]


async def test_a_text_typed_on_the_phone_comes_in_by_the_webhook(
    browser: aiohttp.ClientSession, core: Core
) -> None:
    async with browser.post(PHONE, json={"text": "¡Hola! & = + 👋"}) as response:
        assert response.status == 204
    assert await screen(browser) == [(False, "¡Hola! & = + 👋", "received")]
    with core.store.reading() as work:
        conversation = work.conversations.by_sender("sms", "+14155550100")
        assert conversation is not None
        assert work.inbox.waiting(now=core.clock(), limit=9) == [conversation.id]


async def test_stop_and_start_work_as_on_a_real_phone(browser: aiohttp.ClientSession, core: Core) -> None:
    postman = Postman(core, PhoneSimulator())
    for word in ("STOP", "START"):
        async with browser.post(PHONE, json={"text": word}) as response:
            assert response.status == 204
        await postman.deliver()
    assert await screen(browser) == [
        (False, "STOP", "received"),
        (True, "You are out.", "sent"),
        (False, "START", "received"),
        (True, "You are in.", "sent"),
    ]


async def test_the_page_says_what_it_is_and_runs_no_script_but_its_own(
    browser: aiohttp.ClientSession,
) -> None:
    async with browser.get("/simulator") as response:
        page = await response.text()
        policy = response.headers["Content-Security-Policy"]
    assert "<strong>Simulator.</strong>" in page
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    for part in ("simulator.css", "simulator.js"):
        async with browser.get(f"/simulator/{part}") as response:
            assert response.status == 200
    for absent in ("simulator.html", "simulator.py", "..%2fsms.py"):
        async with browser.get(f"/simulator/{absent}") as response:
            assert response.status == 404


@pytest.mark.parametrize("number", ["4155550100", "+0", "+1415555010x", "x", "+141555501000000000"])
async def test_what_is_no_number_is_refused(browser: aiohttp.ClientSession, number: str) -> None:
    async with browser.post(f"/simulator/phones/{number}", json={"text": "hello"}) as response:
        assert response.status == 400


@pytest.mark.parametrize("body", [{}, {"text": ""}, {"text": 5}, [], {"text": "x" * 1601}])
async def test_what_is_no_text_is_refused(browser: aiohttp.ClientSession, body: Any) -> None:
    async with browser.post(PHONE, json=body) as response:
        assert response.status == 400
    assert await screen(browser) == []


async def test_S13_another_sites_form_cannot_text(browser: aiohttp.ClientSession) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded"):
        headers = {"Content-Type": kind, "Origin": "https://evil.example"}
        async with browser.post(PHONE, data='{"text": "hello"}', headers=headers) as response:
            assert response.status == 415
    headers = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    async with browser.options(PHONE, headers=headers) as response:
        assert "Access-Control-Allow-Origin" not in response.headers
    assert await screen(browser) == []
