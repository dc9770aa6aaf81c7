"""The postman empties the outbox: once, in order, and carefully after an answer was lost."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.postman import Postman
from leads.adapters.ids import new_id
from leads.adapters.scoring_edit import YamlScoring
from leads.adapters.scoring_file import load_scoring
from leads.adapters.twilio_sms import TwilioSms
from leads.services.core import Core
from leads.services.ports import OutboxItem
from leads.services.scoring import Scoring
from leads.store.database import Database
from leads.store.migrate import migrate
from leads.store.unit_of_work import SqlStore
from tests.support.twilio import Trouble, TwilioServer

ROOT = Path(__file__).parents[2]
ANA, BEN = "+14155550100", "+14155550199"


class Clock:
    """The real time, and what a test adds to it."""

    ahead = timedelta(0)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def core(tmp_path: Path, clock: Clock) -> Iterator[Core]:
    database = Database(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    migrate(database)
    model = load_scoring(ROOT / "scoring.yml").model
    yield Core(SqlStore(database), clock, new_id, Scoring(model, YamlScoring()), "https://bantam.example")
    database.dispose()


@pytest.fixture
async def twilio() -> AsyncIterator[TwilioServer]:
    async with TwilioServer() as server:
        yield server
    assert server.violations == []


@pytest.fixture
def postman(core: Core, twilio: TwilioServer) -> Postman:
    sender = TwilioSms(
        account_sid=twilio.account_sid,
        auth_token=twilio.auth_token,
        sender=twilio.number,
        status_callback="https://bantam.example/webhooks/twilio/status",
        api_base=twilio.url,
    )
    return Postman(core, sender, every_seconds=0.02)


def write(core: Core, text: str, *, to: str = ANA) -> None:
    now, item_id = core.clock(), core.new_id()
    item = OutboxItem(item_id, "sms", item_id, to, {"text": text}, due_at=now, created_at=now)
    with core.store.writing() as work:
        work.outbox.add(item)


def outbox(core: Core, number: str = ANA) -> list[OutboxItem]:
    with core.store.reading() as work:
        return work.outbox.to_recipient("sms", number, limit=100)


def taken(twilio: TwilioServer, number: str = ANA) -> list[str]:
    return [message.body for message in twilio.messages if message.to == number]


async def test_everything_due_is_sent_in_order_for_each_number(
    core: Core, twilio: TwilioServer, postman: Postman
) -> None:
    for text in ("one", "two", "three"):
        write(core, text)
        write(core, text.upper(), to=BEN)
    assert [await postman.deliver() for _ in range(4)] == [2, 2, 2, 0]
    assert taken(twilio) == ["one", "two", "three"]
    assert taken(twilio, BEN) == ["ONE", "TWO", "THREE"]
    assert {item.state for item in outbox(core)} == {"sent"}
    assert [item.provider_id for item in outbox(core)] == [m.sid for m in twilio.messages if m.to == ANA]


async def test_F39_trouble_holds_up_one_number_and_loses_nothing(
    core: Core, twilio: TwilioServer, postman: Postman, clock: Clock
) -> None:
    write(core, "one")
    write(core, "two")
    twilio.troubles.append(Trouble(status=503))
    await postman.deliver()
    assert await postman.deliver() == 0
    clock.ahead += timedelta(minutes=1)
    await postman.deliver()
    await postman.deliver()
    assert taken(twilio) == ["one", "two"]


async def test_F03_a_text_that_went_without_an_answer_is_found_and_not_sent_again(
    core: Core, twilio: TwilioServer, postman: Postman, clock: Clock
) -> None:
    write(core, "your meeting is booked")
    twilio.troubles.append(Trouble(status=500, keeps=True))
    await postman.deliver()
    assert [item.state for item in outbox(core)] == ["pending"]
    clock.ahead += timedelta(minutes=1)
    await postman.deliver()
    assert taken(twilio) == ["your meeting is booked"]
    assert [item.provider_id for item in outbox(core)] == [twilio.messages[0].sid]


async def test_F03_the_same_words_said_before_are_another_text(
    core: Core, twilio: TwilioServer, postman: Postman, clock: Clock
) -> None:
    write(core, "anything else?")
    await postman.deliver()
    write(core, "anything else?")
    twilio.troubles.append(Trouble(status=500))
    await postman.deliver()
    clock.ahead += timedelta(minutes=1)
    await postman.deliver()
    assert taken(twilio) == ["anything else?", "anything else?"]


async def test_F37_a_number_that_told_the_carrier_to_stop_us_is_left_alone(
    core: Core, twilio: TwilioServer, postman: Postman
) -> None:
    twilio.opted_out.add(ANA)
    write(core, "one")
    write(core, "two")
    await postman.deliver()
    await postman.deliver()
    assert taken(twilio) == []
    assert {item.state for item in outbox(core)} == {"blocked"}


async def test_it_goes_round_until_it_is_stopped(core: Core, twilio: TwilioServer, postman: Postman) -> None:
    await postman.start()
    write(core, "hello")
    async with asyncio.timeout(10):
        await twilio.called.wait()
    await postman.stop()
    write(core, "too late")
    assert taken(twilio) == ["hello"]
