"""Letters go from the outbox to a real mail server: each once, and none is lost when it is away."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.mail_carrier import MailCarrier
from leads.adapters.letters import Letters
from leads.adapters.smtp import Smtp
from leads.domain.lead import Channel, Lead
from leads.domain.rep import Rep, Role
from leads.services import booking
from leads.services.core import Core
from leads.services.mail import Letter, Mail
from tests.leads.conftest import Clock
from tests.support.mail import MailServer

ANA, ROBIN = "ana@acme.example", "robin@bantam.example"
OFFICE_HOURS = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), ("09:00-17:00",))


@pytest.fixture
def server() -> Iterator[MailServer]:
    with MailServer() as server:
        yield server


@pytest.fixture
def carrier(core: Core, server: MailServer) -> MailCarrier:
    smtp = Smtp(server.url, sender="Bantam <bantam@acme.example>")
    return MailCarrier(core, writer=Letters(), sender=smtp, every_seconds=0.01)


@pytest.fixture(autouse=True)
def meeting(core: Core) -> None:
    now = core.clock()
    with core.store.writing() as work:
        work.reps.add(Rep("rep-1", "Robin Vale", ROBIN, Role.REP, "", "Europe/Berlin", OFFICE_HOURS, now))
        work.leads.add(Lead("lead-1", now, now, Channel.WIDGET, name="Ana", email=ANA))
    booking.book(core, "lead-1", slot_id=booking.offer_slots(core, "lead-1")[0].id)


async def test_both_sides_of_a_meeting_have_mail_once(carrier: MailCarrier, server: MailServer) -> None:
    while await carrier.deliver():
        pass
    assert len(server.to(ANA)) == 1
    assert len(server.to(ROBIN)) == 1


async def test_a_server_that_is_busy_gets_the_mail_later(
    carrier: MailCarrier, server: MailServer, clock: Clock
) -> None:
    server.refusals += ["451 busy", "451 busy"]
    assert await carrier.deliver() == 2
    assert server.mails == []
    assert await carrier.deliver() == 0
    clock.now += timedelta(minutes=15)
    assert await carrier.deliver() == 2
    assert {mail["To"] for mail in server.mails} == {ANA, ROBIN}


class Clumsy(Letters):
    """Cannot write to prospects."""

    def write(self, letter: Letter) -> Mail:
        if letter.recipient == ANA:
            raise KeyError("no such word")
        return super().write(letter)


async def test_a_letter_that_cannot_be_written_holds_up_no_other(core: Core, server: MailServer) -> None:
    smtp = Smtp(server.url, sender="Bantam <bantam@acme.example>")
    carrier = MailCarrier(core, writer=Clumsy(), sender=smtp)
    await carrier.deliver()
    assert [mail["To"] for mail in server.mails] == [ROBIN]
    assert await carrier.deliver() == 0
