"""What a simulated telephone shows."""

from dataclasses import replace
from datetime import timedelta

from leads.domain.consent import ConsentState
from leads.domain.delivery import DeliveryStatus
from leads.domain.lead import Channel
from leads.services.core import Core
from leads.services.deliveries import claim, settle
from leads.services.inbox import Inbound
from leads.services.phones import look_at
from leads.services.ports import OutboxItem
from leads.services.sms import Sent
from leads.services.texting import KeywordReplies, receive
from tests.leads.conftest import Clock

ANA = "+14155550100"
REPLIES = KeywordReplies(stop="You are out 👋", start="You are in.", help="This is Bantam.")


def test_a_number_we_never_met_has_an_empty_screen(core: Core) -> None:
    phone = look_at(core, ANA)
    assert (phone.consent, phone.lines) == (ConsentState.UNKNOWN, ())


def test_texts_of_both_sides_in_order_with_their_size_and_fate(core: Core, clock: Clock) -> None:
    hello = Inbound(channel=Channel.SMS, external_id="SM1", sender=ANA, text="hello")
    receive(core, hello, replies=REPLIES)
    clock.advance(timedelta(seconds=1))
    offer = OutboxItem("o1", "sms", "o1", ANA, {"text": "an offer"}, due_at=clock(), created_at=clock())
    with core.store.writing() as work:
        work.outbox.add(offer)
    clock.advance(timedelta(seconds=1))
    receive(core, replace(hello, external_id="SM2", text="STOP"), replies=REPLIES)
    for one in claim(core):
        settle(core, one, Sent("SMout", DeliveryStatus.DELIVERED), jitter=0)
    phone = look_at(core, ANA)
    assert phone.consent is ConsentState.OPTED_OUT
    assert [
        (line.is_ours, line.text, line.size.segments, line.size.encoding, line.state) for line in phone.lines
    ] == [
        (False, "hello", 1, "gsm7", "received"),
        (True, "an offer", 1, "gsm7", "blocked"),
        (False, "STOP", 1, "gsm7", "received"),
        (True, "You are out 👋", 1, "ucs2", "sent"),
    ]
