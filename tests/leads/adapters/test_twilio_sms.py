"""Sending through Twilio, against a server that behaves as Twilio's own description says."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta

import pytest
from twilio.request_validator import RequestValidator

from leads.adapters.phone_simulator import PhoneSimulator
from leads.adapters.twilio_sms import TwilioSms
from leads.domain.delivery import DeliveryStatus
from leads.services.sms import NotSent, Refusal, Sent, Sms, SmsSender
from tests.support.twilio import Trouble, TwilioServer, sign

ANA = "+14155550100"
HELLO = Sms(ANA, "¡Hola Ana! 20 % off @ Bantam — 👍")
CALLBACK = "https://bantam.example/webhooks/twilio/status"
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
async def twilio() -> AsyncIterator[TwilioServer]:
    async with TwilioServer() as server:
        yield server
    assert server.violations == []


def sender_at(twilio: TwilioServer, **changes: str | float) -> TwilioSms:
    details: dict[str, str] = {
        "account_sid": twilio.account_sid,
        "auth_token": twilio.auth_token,
        "sender": twilio.number,
        "status_callback": CALLBACK,
        "api_base": twilio.url,
    }
    timeout = float(changes.pop("timeout", 5.0))
    return TwilioSms(**(details | {name: str(value) for name, value in changes.items()}), timeout=timeout)


async def test_a_message_is_created_word_for_word_with_our_callback(twilio: TwilioServer) -> None:
    result = await sender_at(twilio).send(HELLO)
    (message,) = twilio.messages
    assert result == Sent(message.sid, DeliveryStatus.QUEUED)
    assert (message.to, message.sender, message.body) == (ANA, twilio.number, HELLO.text)
    assert message.status_callback == CALLBACK


@pytest.mark.parametrize(
    ("prepare", "refusal", "code"),
    [
        pytest.param(lambda t: t.opted_out.add(ANA), Refusal.OPTED_OUT, 21610, id="opted out"),
        pytest.param(lambda t: t.landlines.add(ANA), Refusal.INVALID_NUMBER, 21614, id="landline"),
        pytest.param(
            lambda t: t.troubles.append(Trouble(code=21211)), Refusal.INVALID_NUMBER, 21211, id="no number"
        ),
        pytest.param(
            lambda t: t.troubles.append(Trouble(code=20429)), Refusal.RATE_LIMITED, 20429, id="rate, by code"
        ),
        pytest.param(
            lambda t: t.troubles.append(Trouble(status=429)), Refusal.RATE_LIMITED, 429, id="rate, by status"
        ),
        pytest.param(
            lambda t: t.troubles.append(Trouble(code=20003)), Refusal.TRANSIENT, 20003, id="credentials"
        ),
        pytest.param(
            lambda t: t.troubles.append(Trouble(status=503)), Refusal.TRANSIENT, 503, id="unavailable"
        ),
        pytest.param(
            lambda t: t.troubles.append(Trouble(status=500)), Refusal.UNCERTAIN, 500, id="internal error"
        ),
        pytest.param(
            lambda t: t.troubles.append(Trouble(status=502)), Refusal.UNCERTAIN, 502, id="bad gateway"
        ),
        pytest.param(
            lambda t: t.troubles.append(Trouble(code=21617)), Refusal.PERMANENT, 21617, id="too long"
        ),
    ],
)
async def test_F39_what_twilio_refuses_has_a_name(
    twilio: TwilioServer, prepare: Callable[[TwilioServer], None], refusal: Refusal, code: int
) -> None:
    prepare(twilio)
    assert await sender_at(twilio).send(HELLO) == NotSent(refusal, code)
    assert twilio.messages == []


async def test_F39_an_answer_that_does_not_come_leaves_it_uncertain(twilio: TwilioServer) -> None:
    twilio.troubles.append(Trouble(seconds=1.0, keeps=True))
    sender = sender_at(twilio, timeout=0.2)
    assert await sender.send(HELLO) == NotSent(Refusal.UNCERTAIN)


async def test_F39_nobody_there_may_pass() -> None:
    async with TwilioServer() as gone:
        sender = sender_at(gone)
    result = await sender.send(HELLO)
    assert isinstance(result, NotSent)
    assert result.refusal.may_pass


async def test_F03_a_message_whose_answer_was_lost_is_found(twilio: TwilioServer) -> None:
    twilio.troubles.append(Trouble(status=500, keeps=True))
    sender = sender_at(twilio)
    assert await sender.send(HELLO) == NotSent(Refusal.UNCERTAIN, 500)
    (message,) = twilio.messages
    assert await sender.find(HELLO, since=LONG_AGO) == Sent(message.sid, DeliveryStatus.QUEUED)


@pytest.mark.parametrize(
    ("sought", "since"),
    [
        pytest.param(Sms(ANA, "another text"), LONG_AGO, id="another text"),
        pytest.param(Sms("+14155550199", HELLO.text), LONG_AGO, id="another number"),
        pytest.param(HELLO, datetime.now(UTC) + timedelta(days=1), id="only before"),
    ],
)
async def test_F03_another_message_is_not_taken_for_it(
    twilio: TwilioServer, sought: Sms, since: datetime
) -> None:
    sender = sender_at(twilio)
    await sender.send(HELLO)
    assert await sender.find(sought, since=since) is None


async def test_F03_not_being_able_to_look_is_not_an_absence(twilio: TwilioServer) -> None:
    twilio.troubles.append(Trouble(status=503))
    assert isinstance(await sender_at(twilio).find(HELLO, since=LONG_AGO), NotSent)


async def test_sending_does_not_hold_up_the_event_loop(twilio: TwilioServer) -> None:
    twilio.troubles.append(Trouble(status=503, seconds=0.5))
    sending = asyncio.create_task(sender_at(twilio).send(HELLO))
    await twilio.called.wait()  # the server runs in this very loop: it is called only if sending leaves room
    assert not sending.done()
    assert await sending == NotSent(Refusal.TRANSIENT, 503)


async def test_wrong_credentials_are_not_taken(twilio: TwilioServer) -> None:
    assert await sender_at(twilio, auth_token="guess").send(HELLO) == NotSent(Refusal.TRANSIENT, 20003)


async def test_the_simulated_phone_takes_everything_at_once() -> None:
    phone: SmsSender = PhoneSimulator()
    result = await phone.send(HELLO)
    assert isinstance(result, Sent)
    assert result.status is DeliveryStatus.DELIVERED
    assert await phone.find(HELLO, since=LONG_AGO) is None


def test_the_simulator_signs_as_twilio_says() -> None:
    url, token = "https://mycompany.com/myapp.php?foo=1&bar=2", "12345"
    form = {"CallSid": "CA1234567890ABCDE", "Caller": "+14158675309", "Digits": "1234"}
    form |= {"From": "+14158675309", "To": "+18005551212"}
    assert sign(token, url, form) == RequestValidator(token).compute_signature(url, form)
    assert sign(token, url, form) == "RSOYDt4T1cUTdK1PDd93/VVr8B8="  # from Twilio's documentation


FIRST_TEXT = """
import asyncio, sys
from leads.adapters.twilio_sms import TwilioSms
from leads.services.sms import Sms
sender = TwilioSms(account_sid="A", auth_token="t", sender="+1", status_callback="", api_base="http://127.0.0.1:9")
before = set(sys.modules)
asyncio.run(sender.send(Sms("+1", "Hello")))
print(*[name for name in set(sys.modules) - before if name.startswith("twilio")])
"""


def test_nothing_of_twilios_client_is_loaded_while_the_first_text_waits() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", FIRST_TEXT], capture_output=True, text=True, timeout=60, check=True
    )
    assert loaded.stdout.splitlines()[-1] == ""
