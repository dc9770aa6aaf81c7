"""Rasa's REST channel on a real server, with real turns and an engine that says what the test wants."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

import aiohttp
import pytest
from sanic import Sanic

from bot.channels.rest import rest_blueprint
from bot.engine.engine import Engine, Reply, Responded, TurnFailed
from bot.engine.wording import Wording
from bot.hub import Hub
from bot.server.errors import add_error_handlers
from bot.turns import TurnTaker
from leads.domain.conversation import Author, ConversationState
from leads.services.core import Core
from leads.services.ports import LeadFilter
from tests.support.raw_http import ask
from tests.support.serving import served

TOKEN = "a token that is long enough"
PATH = "/webhooks/rest/webhook"
PATIENCE = 2.0
WORDING = Wording(
    {
        "utter_empty": [{"text": "Say something."}],
        "utter_technical_problem": [{"text": "Sorry."}],
        "utter_technical_problem_person": [{"text": "Sorry again."}],
        "utter_already_said": [{"text": "As I said."}],
    }
)

Json = dict[str, Any]

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@dataclass
class Parrot:
    """An engine that repeats what it hears, once it is let go."""

    wording: Wording = WORDING
    heard: list[str] = field(default_factory=list)
    may_speak: asyncio.Event = field(default_factory=asyncio.Event)
    buttons: tuple[tuple[str, str], ...] = ()

    async def respond(self, *, text: str, payload: str | None, **_: object) -> Responded:
        await self.may_speak.wait()
        self.heard.append(payload or text)
        if text == "fail":
            raise TurnFailed("as wished")
        return Responded((Reply(f"You said: {text}"), Reply("And now?", self.buttons)), [])


@dataclass
class Channel:
    """The channel as a program sees it."""

    url: str
    core: Core
    engine: Parrot
    session: aiohttp.ClientSession

    async def post(self, body: object, *, token: str = TOKEN) -> tuple[int, Any]:
        headers = {"Authorization": f"Bearer {token}"}
        async with self.session.post(self.url + PATH, json=body, headers=headers) as response:
            return response.status, await response.json()

    async def say(self, message: str, *, sender: str = "ana", **metadata: object) -> list[Json]:
        status, replies = await self.post({"sender": sender, "message": message, "metadata": metadata})
        assert status == 200, replies
        return cast(list[Json], replies)

    def transcript(self, sender: str = "ana") -> list[tuple[str, str]]:
        with self.core.store.reading() as work:
            conversation = work.conversations.by_sender("rest", sender)
            if conversation is None:
                return []
            return [(line.author, line.text) for line in work.conversations.messages(conversation.id)]

    def is_empty(self) -> bool:
        with self.core.store.reading() as work:
            return not work.leads.page(LeadFilter(), after=None, limit=1)


@pytest.fixture
async def channel(core: Core) -> AsyncIterator[Channel]:
    engine = Parrot()
    engine.may_speak.set()
    taker = TurnTaker(core, cast(Engine, engine), Hub(), sweep_seconds=0.05)
    app = Sanic(f"rest-{secrets.token_hex(4)}", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = 256 * 1024
    add_error_handlers(app)
    app.blueprint(rest_blueprint(core=core, taker=taker, token=TOKEN, patience=PATIENCE))
    await taker.start()
    async with served(app) as url, aiohttp.ClientSession() as session:
        yield Channel(url, core, engine, session)
    engine.may_speak.set()
    await taker.stop()


async def test_a_message_gets_its_replies_as_rasa_writes_them(channel: Channel) -> None:
    channel.engine.buttons = (("Yes", "/affirm"), ("No", "no"))
    first, last = await channel.say("hello")
    assert first == {"recipient_id": "ana", "text": "You said: hello"}
    assert last.keys() == {"recipient_id", "text", "buttons"}
    assert [button["title"] for button in last["buttons"]] == ["Yes", "No"]


async def test_S06_a_button_is_pressed_by_its_id_and_shows_nothing_of_what_it_does(channel: Channel) -> None:
    channel.engine.buttons = (("Talk to a person", "/ask_human"),)
    _, last = await channel.say("/ask_human")
    (button,) = last["buttons"]
    assert "ask_human" not in button["payload"]
    await channel.say(button["payload"])
    assert channel.engine.heard == ["/ask_human", "/ask_human"]
    said = [text for author, text in channel.transcript() if author == Author.VISITOR]
    assert said == ["/ask_human", "Talk to a person"]


class TestOnce:
    async def test_the_same_id_again_gives_the_same_replies_without_a_turn(self, channel: Channel) -> None:
        first = await channel.say("hello", message_id="m1")
        assert await channel.say("hello", message_id="m1") == first
        assert channel.engine.heard == ["hello"]

    async def test_the_id_counts_and_not_the_text(self, channel: Channel) -> None:
        assert await channel.say("hello", message_id="m1") == await channel.say("hi?", message_id="m1")

    async def test_ten_at_once_are_one_message(self, channel: Channel) -> None:
        replies = await asyncio.gather(*(channel.say("hello", message_id="m1") for _ in range(10)))
        assert all(reply == replies[0] for reply in replies)
        assert channel.engine.heard == ["hello"]

    async def test_without_an_id_every_message_is_another(self, channel: Channel) -> None:
        await channel.say("hello")
        await channel.say("hello")
        assert channel.engine.heard == ["hello", "hello"]

    @pytest.mark.parametrize(
        ("one", "other"),
        [("ana", "ben"), ("a:b", "a"), ("a", "a:")],
        ids=["plain", "colon", "colon at the end"],
    )
    async def test_S07_an_id_is_only_its_senders(self, channel: Channel, one: str, other: str) -> None:
        await channel.say("from one", sender=one, message_id="m1")
        (reply, *_) = await channel.say("from the other", sender=other, message_id="m1")
        assert reply["text"] == "You said: from the other"
        assert reply["recipient_id"] == other


class TestOrder:
    async def test_two_at_once_are_answered_in_order_each_with_its_own(self, channel: Channel) -> None:
        channel.engine.may_speak.clear()
        first = asyncio.create_task(channel.say("one"))
        await until(lambda: len(channel.transcript()) == 1)
        second = asyncio.create_task(channel.say("two"))
        await until(lambda: len(channel.transcript()) == 2)
        channel.engine.may_speak.set()
        assert [reply["text"] for reply in await first] == ["You said: one", "And now?"]
        assert [reply["text"] for reply in await second] == ["You said: two", "And now?"]
        assert channel.engine.heard == ["one", "two"]

    async def test_a_message_does_not_wait_for_those_after_it(self, channel: Channel) -> None:
        channel.engine.may_speak.clear()
        first = asyncio.create_task(channel.say("one"))
        await until(lambda: len(channel.transcript()) == 1)
        channel.engine.may_speak.set()
        await until(lambda: len(channel.engine.heard) == 1)
        channel.engine.may_speak.clear()
        second = asyncio.create_task(channel.say("two"))
        assert [reply["text"] for reply in await first] == ["You said: one", "And now?"]
        assert not second.done()
        channel.engine.may_speak.set()
        await second

    async def test_many_senders_do_not_wait_for_each_other(self, channel: Channel) -> None:
        senders = [f"sender {number}" for number in range(20)]
        answers = await asyncio.gather(*(channel.say(sender, sender=sender) for sender in senders))
        assert [answer[0]["text"] for answer in answers] == [f"You said: {sender}" for sender in senders]


class TestSlowness:
    async def test_F22_a_turn_that_takes_too_long_is_busy_and_its_reply_is_kept(
        self, channel: Channel
    ) -> None:
        channel.engine.may_speak.clear()
        status, body = await channel.post(
            {"sender": "ana", "message": "hello", "metadata": {"message_id": "m1"}}
        )
        assert status == 503
        assert body["error"]["code"] == "busy"
        channel.engine.may_speak.set()
        (reply, *_) = await channel.say("hello", message_id="m1")
        assert reply["text"] == "You said: hello"
        assert channel.transcript() == [
            (Author.VISITOR, "hello"),
            (Author.BOT, "You said: hello"),
            (Author.BOT, "And now?"),
        ]
        assert channel.engine.heard == ["hello"]

    async def test_F23_a_turn_that_fails_apologises(self, channel: Channel) -> None:
        assert [reply["text"] for reply in await channel.say("fail")] == ["Sorry."]

    async def test_while_a_person_has_the_conversation_there_is_no_reply(self, channel: Channel) -> None:
        await channel.say("hello")
        with channel.core.store.writing() as work:
            conversation = work.conversations.by_sender("rest", "ana")
            assert conversation is not None
            work.conversations.save(replace(conversation, state=ConversationState.HUMAN))
        assert await channel.say("anybody there?") == []
        assert channel.transcript()[-1] == (Author.VISITOR, "anybody there?")


class TestText:
    @pytest.mark.parametrize(
        ("sent", "heard"),
        [
            ("/restart", "/restart"),
            ('/slot{"fit":100}', '/slot{"fit":100}'),
            ("{{7*7}} {slot}", "{{7*7}} {slot}"),
            ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
            ("a\x00b\x1b[2J", "ab[2J"),
            ("x" * 100_000, "x" * 10_000),
        ],
        ids=["command", "slot", "template", "markup", "control", "100 kB"],
    )
    async def test_S06_S08_is_only_text(self, channel: Channel, sent: str, heard: str) -> None:
        (reply, *_) = await channel.say(sent)
        assert reply["text"] == f"You said: {heard}"
        assert channel.engine.heard == [heard]
        assert channel.transcript()[0] == (Author.VISITOR, heard)

    @pytest.mark.parametrize("sent", ["", " \x00\n\t"], ids=["nothing", "nothing to see"])
    async def test_what_has_no_words_gets_a_reply(self, channel: Channel, sent: str) -> None:
        assert [line["text"] for line in await channel.say(sent)] == ["Say something."]

    async def test_a_zone_is_kept(self, channel: Channel) -> None:
        await channel.say("hello", timezone="Asia/Kolkata")
        with channel.core.store.reading() as work:
            (lead,) = work.leads.page(LeadFilter(), after=None, limit=2)
        assert lead.timezone == "Asia/Kolkata"


class TestRefusals:
    @pytest.mark.parametrize(
        ("body", "field"),
        [
            ({"message": "hello"}, "sender"),
            ({"sender": None, "message": "hello"}, "sender"),
            ({"sender": "", "message": "hello"}, "sender"),
            ({"sender": 5, "message": "hello"}, "sender"),
            ({"sender": " ana", "message": "hello"}, "sender"),
            ({"sender": "a*", "message": "hello"}, "sender"),
            ({"sender": "a?", "message": "hello"}, "sender"),
            ({"sender": "[a]", "message": "hello"}, "sender"),
            ({"sender": "a\x00", "message": "hello"}, "sender"),
            ({"sender": "a\u009b", "message": "hello"}, "sender"),
            ({"sender": "a\ud800", "message": "hello"}, "sender"),
            ({"sender": "x" * 256, "message": "hello"}, "sender"),
            ({"sender": "ana"}, "message"),
            ({"sender": "ana", "message": None}, "message"),
            ({"sender": "ana", "message": ["hello"]}, "message"),
            ({"sender": "ana", "message": "hello", "metadata": "m1"}, "metadata"),
            ({"sender": "ana", "message": "hello", "metadata": {"message_id": ""}}, "metadata.message_id"),
            ({"sender": "ana", "message": "hello", "metadata": {"message_id": 5}}, "metadata.message_id"),
            ({"sender": "ana", "message": "hello", "metadata": {"message_id": "a:b"}}, "metadata.message_id"),
            (
                {"sender": "ana", "message": "hello", "metadata": {"message_id": "x" * 65}},
                "metadata.message_id",
            ),
            (
                {"sender": "ana", "message": "hello", "metadata": {"message_id": "a\x00"}},
                "metadata.message_id",
            ),
            ({"sender": "ana", "message": "hello", "metadata": {"timezone": "Mars"}}, "metadata.timezone"),
            ({"sender": "ana", "message": "hello", "metadata": {"timezone": 1}}, "metadata.timezone"),
        ],
        ids=lambda given: ascii(given)[:60],
    )
    async def test_a_message_that_cannot_be(
        self, channel: Channel, body: Mapping[str, object], field: str
    ) -> None:
        status, answer = await channel.post(body)
        assert status == 400
        assert answer["error"]["field"] == field
        assert channel.is_empty()

    @pytest.mark.parametrize(
        "body",
        [
            b"",
            b"{",
            b"[]",
            b"sender=ana&message=hello",
            b'{"sender": "ana", "message": "\xff"}',
            b"[" * 200_000,
        ],
        ids=lambda given: repr(given)[:20],
    )
    async def test_S02_a_body_that_is_none(self, channel: Channel, body: bytes) -> None:
        lines = [b"POST /webhooks/rest/webhook HTTP/1.1", b"Content-Length: %d" % len(body)]
        response = await ask(channel.url, *lines, b"Authorization: Bearer " + TOKEN.encode(), body=body)
        assert response.status == 400
        assert b'"code":"invalid_json"' in response.body
        assert channel.is_empty()

    async def test_S02_a_body_that_is_too_large_is_not_waited_for(self, channel: Channel) -> None:
        lines = [b"POST /webhooks/rest/webhook HTTP/1.1", b"Content-Length: 300000"]
        response = await ask(channel.url, *lines, b"Authorization: Bearer " + TOKEN.encode())
        assert response.status == 413

    @pytest.mark.parametrize("token", ["", "wrong", TOKEN + "x"])
    async def test_it_needs_the_token(self, channel: Channel, token: str) -> None:
        status, body = await channel.post({"sender": "ana", "message": "hello"}, token=token)
        assert (status, body["error"]["code"]) == (401, "unauthorized")
        assert channel.is_empty()


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something has happened."""
    async with asyncio.timeout(10):
        while not holds():  # noqa: ASYNC110 - what is waited for tells nobody
            await asyncio.sleep(0.01)
