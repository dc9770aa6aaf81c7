"""Twilio's webhooks on a real server: what is signed is taken in once, everything else is refused."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import aiohttp
import pytest
from prometheus_client import REGISTRY
from sanic import Sanic

from bot.channels.sms import STATUS_PATH, WEBHOOK_PATH, sms_blueprint
from bot.server.errors import add_error_handlers
from leads.adapters.clock import utc_now
from leads.adapters.ids import new_id
from leads.adapters.scoring_edit import YamlScoring
from leads.adapters.scoring_file import load_scoring
from leads.domain.consent import ConsentState, Medium
from leads.services.core import Core
from leads.services.ports import InboxItem, OutboxItem
from leads.services.scoring import Scoring
from leads.services.texting import KeywordReplies
from leads.store.database import Database
from leads.store.migrate import migrate
from leads.store.unit_of_work import SqlStore
from tests.support.serving import served
from tests.support.twilio import Answer, TwilioServer, sign

ROOT = Path(__file__).parents[3]
PUBLIC = "https://bantam.example/sms-in"  # behind a proxy that takes the prefix off
REPLIES = KeywordReplies(stop="You are out.", start="You are in.", help="This is Bantam.")
ANA = "+14155550100"


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    database = Database(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    migrate(database)
    model = load_scoring(ROOT / "scoring.yml").model
    yield Core(SqlStore(database), utc_now, new_id, Scoring(model, YamlScoring()), PUBLIC)
    database.dispose()


@pytest.fixture
async def twilio() -> AsyncIterator[TwilioServer]:
    async with TwilioServer() as server:
        yield server


@dataclass
class Line:
    """A telephone line: Twilio on one end, our server on the other."""

    twilio: TwilioServer
    core: Core
    reach: str
    woken: list[str]

    async def text(self, words: str, **more: str) -> Answer:
        return await self.post(self.twilio.inbound(words, **more))

    async def post(self, form: dict[str, str], *, path: str = WEBHOOK_PATH, **how: str) -> Answer:
        return await self.twilio.post(PUBLIC + path, form, reach=self.reach + path, **how)

    def inbox(self, sid: str) -> InboxItem | None:
        with self.core.store.reading() as work:
            return work.inbox.find("sms", sid)

    def is_empty(self) -> bool:
        with self.core.store.reading() as work:
            return work.conversations.by_sender("sms", ANA) is None


@pytest.fixture
async def line(core: Core, twilio: TwilioServer) -> AsyncIterator[Line]:
    woken: list[str] = []
    app = Sanic(f"sms-{secrets.token_hex(4)}", configure_logging=False)
    add_error_handlers(app)
    app.blueprint(sms_blueprint(core=core, wake=woken.append, replies=REPLIES, auth_token=twilio.auth_token))
    async with served(app) as reach:
        yield Line(twilio, core, reach, woken)


def forged() -> float:
    return REGISTRY.get_sample_value("bantam_forged_webhooks_total") or 0.0


async def test_a_text_is_stored_and_acknowledged_with_nothing_to_say(line: Line) -> None:
    form = line.twilio.inbound("We lose leads in spreadsheets")
    answer = await line.post(form)
    assert (answer.status, answer.content_type) == (200, "text/xml")
    assert answer.text == '<?xml version="1.0" encoding="UTF-8"?><Response/>'
    item = line.inbox(form["MessageSid"])
    assert item is not None
    assert (item.text, item.state, item.metadata) == (
        "We lose leads in spreadsheets",
        "new",
        {"to": line.twilio.number, "media": 0},
    )
    assert line.woken == [item.conversation_id]


@pytest.mark.parametrize("times", [1, 2, 10])
async def test_F15_a_text_delivered_again_is_one_text(line: Line, times: int) -> None:
    form = line.twilio.inbound("hello")
    answers = await asyncio.gather(*(line.post(form) for _ in range(times)))
    assert [answer.status for answer in answers] == [200] * times
    item = line.inbox(form["MessageSid"])
    assert item is not None
    with line.core.store.reading() as work:
        assert len(work.conversations.messages(item.conversation_id)) == 1


async def test_F35_stop_needs_no_turn(line: Line) -> None:
    form = line.twilio.inbound("please stop texting me")
    await line.post(form)
    item = line.inbox(form["MessageSid"])
    assert item is not None
    assert item.state == "done"
    with line.core.store.reading() as work:
        assert work.consents.in_force(Medium.SMS, ANA) is ConsentState.OPTED_OUT


async def test_F35_twilios_own_opt_out_is_followed(line: Line) -> None:
    await line.post(line.twilio.inbound("ADIOS", OptOutType="STOP"))
    with line.core.store.reading() as work:
        assert work.consents.in_force(Medium.SMS, ANA) is ConsentState.OPTED_OUT
        assert work.outbox.to_recipient("sms", ANA, limit=9) == []


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        pytest.param("", "", id="a picture without words"),
        pytest.param("a\x00b\x07c\x1b[31m", "abc[31m", id="NUL and other control characters"),
        pytest.param("two\nlines\tand a tab", "two\nlines\tand a tab", id="lines and tabs"),
        pytest.param("¡Hola! ñ 👩‍💻 @ & = + %20", "¡Hola! ñ 👩‍💻 @ & = + %20", id="every kind of character"),
        pytest.param('/restart {"fit":100}', '/restart {"fit":100}', id="a command is text"),
        pytest.param("x" * 1600, "x" * 1600, id="as long as Twilio lets it be"),
    ],
)
async def test_S05_words_are_kept_as_they_were_sent(line: Line, body: str, kept: str) -> None:
    form = line.twilio.inbound(
        body, NumMedia="1", MediaUrl0="https://api.twilio.com/x", MediaContentType0="image/png"
    )
    assert (await line.post(form)).status == 200
    item = line.inbox(form["MessageSid"])
    assert item is not None
    assert (item.text, item.metadata["media"]) == (kept, 1)


class TestSignatures:
    async def test_S01_unsigned_and_forged_texts_are_refused_and_counted(self, line: Line) -> None:
        form, before = line.twilio.inbound("hello"), forged()
        other = sign("another token", PUBLIC + WEBHOOK_PATH, form)
        for signature in ("", "AAAA", "ÄÖÜ ß", "=" * 28, other, other[:-1]):
            answer = await line.post(form, signature=signature)
            assert answer.status == 403
            assert '"forbidden"' in answer.text
        assert line.is_empty()
        assert forged() - before == 6

    async def test_S01_an_edited_text_is_refused(self, line: Line) -> None:
        form = line.twilio.inbound("hello")
        signature = sign(line.twilio.auth_token, PUBLIC + WEBHOOK_PATH, form)
        for edit in ({"Body": "START"}, {"From": "+14155550199"}, {"Extra": "1"}, {"Body": ""}):
            assert (await line.post(form | edit, signature=signature)).status == 403
        assert line.is_empty()

    @pytest.mark.parametrize(
        "address",
        [
            "https://bantam.example/sms-in/webhooks/twilio/status",
            "https://bantam.example/webhooks/twilio/webhook",
            "http://bantam.example/sms-in/webhooks/twilio/webhook",
            "https://evil.example/sms-in/webhooks/twilio/webhook",
            "https://bantam.example/sms-in/webhooks/twilio/webhook?x=1",
        ],
        ids=["another path", "without the prefix", "another scheme", "another host", "another query"],
    )
    async def test_S01_a_signature_for_another_address_is_refused(self, line: Line, address: str) -> None:
        form = line.twilio.inbound("hello")
        answer = await line.post(form, signature=sign(line.twilio.auth_token, address, form))
        assert answer.status == 403
        assert line.is_empty()

    async def test_S01_the_host_header_is_not_believed(self, line: Line) -> None:
        form = line.twilio.inbound("hello")
        for host in ("evil.example", "bantam.example"):
            signature = sign(line.twilio.auth_token, f"http://{host}{WEBHOOK_PATH}", form)
            headers = {"Host": host, "X-Forwarded-Host": host, "X-Twilio-Signature": signature}
            async with (
                aiohttp.ClientSession() as session,
                session.post(line.reach + WEBHOOK_PATH, data=form, headers=headers) as response,
            ):
                assert response.status == 403
        assert line.is_empty()

    async def test_S01_a_field_given_twice_is_refused(self, line: Line) -> None:
        """The signature joins names and values: "aBodyb" once and "a", "b" twice sign alike."""
        form = line.twilio.inbound("aBodyb")
        signature = sign(line.twilio.auth_token, PUBLIC + WEBHOOK_PATH, form)
        fields = [(name, value) for name, value in form.items() if name != "Body"]
        twice = aiohttp.FormData([*fields, ("Body", "a"), ("Body", "b")])
        headers = {"X-Twilio-Signature": signature}
        async with (
            aiohttp.ClientSession() as session,
            session.post(line.reach + WEBHOOK_PATH, data=twice, headers=headers) as response,
        ):
            assert response.status == 403
        assert line.is_empty()

    async def test_the_query_of_the_address_is_signed_too(self, line: Line) -> None:
        form, path = line.twilio.inbound("hello"), WEBHOOK_PATH + "?line=2&x=%20"
        assert (await line.post(form, path=path)).status == 200

    async def test_a_signature_with_the_default_port_is_the_same(self, line: Line) -> None:
        form = line.twilio.inbound("hello")
        address = PUBLIC.replace("bantam.example", "bantam.example:443") + WEBHOOK_PATH
        answer = await line.post(form, signature=sign(line.twilio.auth_token, address, form))
        assert answer.status == 200

    def test_without_a_token_there_is_no_channel(self, core: Core) -> None:
        with pytest.raises(ValueError, match="anybody"):
            sms_blueprint(core=core, wake=lambda _: None, replies=REPLIES, auth_token="")


class TestBadForms:
    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("MessageSid", ""),
            ("MessageSid", "SM123"),
            ("MessageSid", "SM" + "g" * 32),
            ("From", ""),
            ("From", "12345"),
            ("From", "whatsapp:+14155550100"),
            ("From", "+1415555; DROP TABLE leads"),
            ("From", "+0415555010"),
        ],
    )
    async def test_a_signed_text_from_nobody_is_refused_by_field(
        self, line: Line, field: str, value: str
    ) -> None:
        answer = await line.post(line.twilio.inbound("hello") | {field: value})
        assert answer.status == 400
        assert f'"field":"{field}"' in answer.text
        assert line.woken == []

    @pytest.mark.parametrize("media", ["", "-1", "many", "²"])
    async def test_odd_counts_of_pictures_are_none(self, line: Line, media: str) -> None:
        form = line.twilio.inbound("hello", NumMedia=media)
        assert (await line.post(form)).status == 200

    async def test_S02_a_large_body_is_refused_before_it_is_read(self, line: Line) -> None:
        answer = await line.text("x" * 70_000)
        assert answer.status == 413
        assert line.is_empty()

    async def test_S02_so_is_one_that_never_says_how_large_it_is(self, line: Line) -> None:
        async def endless() -> AsyncIterator[bytes]:
            for _ in range(1_000):
                yield b"Body=" + b"x" * 10_000

        async with aiohttp.ClientSession() as session:
            try:
                async with session.post(line.reach + WEBHOOK_PATH, data=endless()) as response:
                    assert response.status == 413
            except aiohttp.ClientConnectionError:
                pass  # it was cut off while we were still sending
        assert line.is_empty()

    async def test_S02_so_is_one_of_very_many_fields(self, line: Line) -> None:
        answer = await line.post({f"f{number}": "" for number in range(1_000)})
        assert answer.status == 400

    @pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
    async def test_only_posts_are_taken(self, line: Line, method: str) -> None:
        async with (
            aiohttp.ClientSession() as session,
            session.request(method, line.reach + WEBHOOK_PATH) as response,
        ):
            assert response.status == 405

    @pytest.mark.parametrize("body", [b"\xff\xfe%zz&&&=", b'{"Body": "hello"}', b"\x00" * 1000])
    async def test_S01_bytes_that_are_no_form_are_not_signed(self, line: Line, body: bytes) -> None:
        async with (
            aiohttp.ClientSession() as session,
            session.post(line.reach + WEBHOOK_PATH, data=body) as response,
        ):
            assert response.status == 403


class TestReports:
    @pytest.fixture
    def sid(self, core: Core) -> str:
        now = core.clock()
        sid = f"SM{secrets.token_hex(16)}"
        item = OutboxItem("o1", "sms", "o1", ANA, {"text": "hi"}, due_at=now, created_at=now)
        with core.store.writing() as work:
            work.outbox.add(item)
            work.outbox.mark(replace(item, state="sent", provider_id=sid, status="queued"))
        return sid

    def item(self, line: Line) -> OutboxItem:
        with line.core.store.reading() as work:
            return work.outbox.to_recipient("sms", ANA, limit=1)[0]

    def form(self, sid: str, status: str, **more: str) -> dict[str, str]:
        return {"MessageSid": sid, "MessageStatus": status, "To": ANA, **more}

    async def test_F17_reports_move_a_text_forward_only(self, line: Line, sid: str) -> None:
        for status in ("delivered", "sent", "queued", "delivered"):
            answer = await line.post(self.form(sid, status), path=STATUS_PATH)
            assert answer.status == 204
        assert self.item(line).status == "delivered"

    async def test_F17_unknown_texts_and_unknown_words_do_no_harm(self, line: Line, sid: str) -> None:
        unknown = f"SM{secrets.token_hex(16)}"
        assert (await line.post(self.form(unknown, "sent"), path=STATUS_PATH)).status == 204
        assert (await line.post(self.form(sid, "teleported"), path=STATUS_PATH)).status == 204
        assert self.item(line).status == "queued"

    async def test_a_failed_text_keeps_its_code(self, line: Line, sid: str) -> None:
        await line.post(self.form(sid, "failed", ErrorCode="30003"), path=STATUS_PATH)
        assert (self.item(line).status, self.item(line).error) == ("failed", "30003")

    async def test_S01_a_forged_report_changes_nothing(self, line: Line, sid: str) -> None:
        form = self.form(sid, "failed", ErrorCode="21610")
        assert (await line.post(form, path=STATUS_PATH, signature="AAAA")).status == 403
        assert self.item(line).status == "queued"
