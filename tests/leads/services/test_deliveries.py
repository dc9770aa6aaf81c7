"""Texts that go out: the last gate, what becomes of them, and reports in any order."""

from dataclasses import replace
from datetime import timedelta

import pytest

from leads.domain.consent import Consent, ConsentState, Medium
from leads.domain.delivery import MAX_ATTEMPTS, DeliveryStatus
from leads.domain.lead import Channel
from leads.domain.sms import MAX_SEGMENTS, measure
from leads.services.core import Core
from leads.services.deliveries import LEASE, Claimed, claim, is_known, record_status, settle
from leads.services.inbox import Inbound
from leads.services.ports import OutboxItem
from leads.services.sms import NotSent, Refusal, Sent
from leads.services.texting import KeywordReplies, receive
from tests.leads.conftest import Clock

ANA, BEN = "+14155550100", "+14155550199"
TAKEN = Sent("SM1", DeliveryStatus.QUEUED)
REPLIES = KeywordReplies(stop="You are out.", start="You are in.", help="This is Bantam.")


def write(core: Core, text: str, *, to: str = ANA, key: str | None = None) -> OutboxItem:
    now = core.clock()
    item_id = core.new_id()
    body = {"text": text, "reply": True}
    item = OutboxItem(item_id, "sms", key or item_id, to, body, due_at=now, created_at=now)
    with core.store.writing() as work:
        work.outbox.add(item)
    return item


def opt_out(core: Core, number: str) -> None:
    entry = Consent(
        core.new_id(), Medium.SMS, number, None, ConsentState.OPTED_OUT, "STOP", "sms", core.clock()
    )
    with core.store.writing() as work:
        work.consents.add(entry)


def texts(claimed: list[Claimed]) -> list[str]:
    return [one.sms.text for one in claimed]


def outbox(core: Core, number: str = ANA) -> list[OutboxItem]:
    with core.store.reading() as work:
        return work.outbox.to_recipient("sms", number, limit=100)


def send_all(core: Core, result: Sent | NotSent = TAKEN) -> None:
    for number, one in enumerate(claim(core)):
        taken = replace(result, provider_id=f"SM{number}") if isinstance(result, Sent) else result
        settle(core, one, taken, jitter=1.0)


class TestTheLastGate:
    def test_a_text_is_claimed_once(self, core: Core) -> None:
        write(core, "hello")
        assert texts(claim(core)) == ["hello"]
        assert claim(core) == []

    def test_F37_nothing_goes_to_who_has_opted_out(self, core: Core) -> None:
        write(core, "an offer")
        opt_out(core, ANA)
        write(core, "another offer")
        write(core, "hello", to=BEN)
        assert texts(claim(core)) == ["hello"]
        assert [(item.state, item.error) for item in outbox(core)] == [("blocked", "opted_out")] * 2

    def test_F37_the_reply_to_their_keyword_goes(self, core: Core) -> None:
        write(core, "an offer")
        stop = Inbound(channel=Channel.SMS, external_id="SM1", sender=ANA, text="STOP")
        receive(core, stop, replies=REPLIES)
        assert texts(claim(core)) == [REPLIES.stop]
        write(core, "a reply that a turn still made")
        assert claim(core) == []

    def test_F37_an_opt_out_after_a_failed_attempt_stops_the_next(self, core: Core, clock: Clock) -> None:
        write(core, "hello")
        send_all(core, NotSent(Refusal.TRANSIENT))
        opt_out(core, ANA)
        clock.advance(timedelta(hours=1))
        assert claim(core) == []
        assert outbox(core)[0].state == "blocked"

    def test_F36_after_start_texts_go_again(self, core: Core) -> None:
        opt_out(core, ANA)
        start = Inbound(channel=Channel.SMS, external_id="SM1", sender=ANA, text="START")
        receive(core, start, replies=REPLIES)
        write(core, "hello again")
        send_all(core)
        assert texts(claim(core)) == ["hello again"]
        assert [item.state for item in outbox(core)] == ["sent", "sending"]


class TestWhatBecomesOfIt:
    def test_sent(self, core: Core) -> None:
        write(core, "hello")
        (one,) = claim(core)
        settle(core, one, TAKEN, jitter=0)
        (item,) = outbox(core)
        assert (item.state, item.provider_id, item.status, item.attempts) == ("sent", "SM1", "queued", 1)
        assert is_known(core, "SM1")
        assert not is_known(core, "SM2")

    @pytest.mark.parametrize("refusal", [one for one in Refusal if one.may_pass])
    def test_F39_what_may_pass_waits_longer_each_time_and_ends(
        self, core: Core, clock: Clock, refusal: Refusal
    ) -> None:
        write(core, "hello")
        waits = []
        while claimed := claim(core):
            settle(core, claimed[0], NotSent(refusal), jitter=1.0)
            (item,) = outbox(core)
            if item.state == "pending":
                assert claim(core) == []
                waits.append(item.due_at - clock())
                clock.now = item.due_at
        assert len(waits) == MAX_ATTEMPTS - 1
        assert waits == sorted(waits)
        assert waits[-1] <= timedelta(minutes=15)
        assert (item.state, item.error) == ("failed", refusal)

    def test_F39_jitter_spreads_the_waits(self, core: Core, clock: Clock) -> None:
        for number, jitter in ((ANA, 0.0), (BEN, 1.0)):
            write(core, "hello", to=number)
            settle(core, claim(core)[0], NotSent(Refusal.RATE_LIMITED), jitter=jitter)
        (sooner,), (later,) = outbox(core, ANA), outbox(core, BEN)
        assert (later.due_at - clock()) == 2 * (sooner.due_at - clock())

    @pytest.mark.parametrize("refusal", [Refusal.INVALID_NUMBER, Refusal.PERMANENT])
    def test_F39_what_cannot_pass_fails_at_once(self, core: Core, refusal: Refusal) -> None:
        write(core, "hello")
        send_all(core, NotSent(refusal, 21211))
        (item,) = outbox(core)
        assert (item.state, item.error, item.attempts) == ("failed", refusal, 1)

    def test_F37_a_refusal_for_opting_out_is_remembered(self, core: Core) -> None:
        write(core, "hello")
        send_all(core, NotSent(Refusal.OPTED_OUT, 21610))
        assert outbox(core)[0].state == "blocked"
        write(core, "hello again")
        assert claim(core) == []

    def test_F40_a_long_text_goes_in_parts_one_after_the_other(self, core: Core) -> None:
        long = "Every word of this is wanted. " * 70
        write(core, long)
        write(core, "and then this")
        sent = []
        while claimed := claim(core):
            for one in claimed:
                sent.append(one.sms.text)
                settle(core, one, Sent(f"SM{len(sent)}", DeliveryStatus.SENT), jitter=0)
        parts = [part for part in sent if part != "and then this"]
        assert "".join(parts).strip() == long.strip()
        assert len(parts) == 3
        assert [item.body["text"] for item in outbox(core)] == sent  # the record says what went when
        assert all(measure(part).segments <= MAX_SEGMENTS for part in parts)


class TestOrder:
    def test_one_text_to_each_number_at_a_time_in_the_order_written(self, core: Core) -> None:
        for text in "abc":
            write(core, text)
            write(core, text.upper(), to=BEN)
        rounds = []
        while claimed := claim(core):
            rounds.append(texts(claimed))
            for one in claimed:
                settle(core, one, Sent(f"SM{one.sms.text}", DeliveryStatus.SENT), jitter=0)
        assert rounds == [["a", "A"], ["b", "B"], ["c", "C"]]

    def test_F39_none_overtakes_one_that_waits(self, core: Core, clock: Clock) -> None:
        write(core, "first")
        send_all(core, NotSent(Refusal.TRANSIENT))
        write(core, "second")
        write(core, "for Ben", to=BEN)
        assert texts(claim(core)) == ["for Ben"]
        clock.advance(timedelta(seconds=30))
        assert texts(claim(core)) == ["first"]
        assert claim(core) == []

    def test_F39_one_that_failed_for_good_holds_up_nobody(self, core: Core) -> None:
        write(core, "first")
        write(core, "second")
        send_all(core, NotSent(Refusal.PERMANENT))
        assert texts(claim(core)) == ["second"]


class TestCrashes:
    def test_F03_a_claim_whose_sender_died_comes_again_and_may_have_gone(
        self, core: Core, clock: Clock
    ) -> None:
        write(core, "hello")
        assert not claim(core)[0].may_have_gone
        clock.advance(LEASE + timedelta(seconds=1))
        assert claim(core)[0].may_have_gone

    def test_F03_so_does_one_whose_answer_was_lost(self, core: Core, clock: Clock) -> None:
        write(core, "hello")
        send_all(core, NotSent(Refusal.UNCERTAIN))
        clock.advance(timedelta(minutes=1))
        assert claim(core)[0].may_have_gone


class TestReports:
    @pytest.fixture
    def sent(self, core: Core) -> str:
        write(core, "hello")
        settle(core, claim(core)[0], TAKEN, jitter=0)
        return TAKEN.provider_id

    def status(self, core: Core) -> str | None:
        return outbox(core)[0].status

    def test_F17_out_of_order_reports_end_delivered(self, core: Core, clock: Clock, sent: str) -> None:
        for word in ("delivered", "sent", "queued"):
            assert record_status(core, sent, DeliveryStatus(word), code=None)
            clock.advance(timedelta(seconds=1))
        assert self.status(core) == "delivered"

    def test_F17_the_same_report_twice_is_no_news(self, core: Core, sent: str) -> None:
        assert record_status(core, sent, DeliveryStatus.SENT, code=None)
        assert not record_status(core, sent, DeliveryStatus.SENT, code=None)

    def test_F17_a_report_before_we_know_its_message_is_kept_for_it(self, core: Core) -> None:
        assert record_status(core, TAKEN.provider_id, DeliveryStatus.DELIVERED, code=None)
        write(core, "hello")
        settle(core, claim(core)[0], TAKEN, jitter=0)
        assert self.status(core) == "delivered"

    def test_a_failure_keeps_the_carriers_code(self, core: Core, sent: str) -> None:
        record_status(core, sent, DeliveryStatus.UNDELIVERED, code=30003)
        (item,) = outbox(core)
        assert (item.state, item.status, item.error) == ("sent", "undelivered", "30003")

    def test_F37_a_report_of_an_opt_out_is_remembered(self, core: Core, sent: str) -> None:
        record_status(core, sent, DeliveryStatus.FAILED, code=21610)
        write(core, "hello again")
        assert claim(core) == []
