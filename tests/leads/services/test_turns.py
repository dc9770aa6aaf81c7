"""A turn leases a message, and keeps all it led to in one breath or not at all."""

from dataclasses import replace
from datetime import timedelta

import pytest

from leads.domain.conversation import ConversationState
from leads.domain.handoff import HandoffReason
from leads.domain.lead import Channel
from leads.services.core import Core
from leads.services.inbox import Accepted, Inbound, accept
from leads.services.turns import LEASE, Turn, TurnLost, Uttered, begin, finish, waiting


def message(core: Core, number: int = 1, channel: Channel = Channel.REST) -> Accepted:
    sender = "+15551234567" if channel is Channel.SMS else "ana"
    return accept(core, Inbound(channel, external_id=f"m{number}", sender=sender, text=f"message {number}"))


def begun(core: Core, accepted: Accepted) -> Turn:
    turn = begin(core, accepted.conversation_id)
    assert turn is not None
    return turn


def said(core: Core, accepted: Accepted) -> list[str]:
    with core.store.reading() as work:
        return [line.text for line in work.conversations.messages(accepted.conversation_id)]


def test_messages_are_taken_one_at_a_time_and_in_order(core: Core) -> None:
    first, second = message(core, 1), message(core, 2)
    turn = begun(core, first)
    assert turn.item.id == first.inbox_id
    assert begin(core, first.conversation_id) is None  # the next waits for this one
    finish(core, turn, [Uttered("one")], events=[])
    assert begun(core, first).item.id == second.inbox_id


def test_replies_memory_and_end_of_the_message_are_kept_together(core: Core) -> None:
    accepted = message(core)
    finish(core, begun(core, accepted), [Uttered("Hello!", (("Yes", "/affirm"),))], events=[{"event": "x"}])
    assert said(core, accepted) == ["message 1", "Hello!"]
    assert waiting(core) == []
    turn = begun(core, message(core, 2))
    assert (turn.events, turn.version) == ([{"event": "x"}], 1)


def test_f01_a_message_whose_worker_died_is_taken_again(core: Core, clock: object) -> None:
    accepted = message(core)
    begun(core, accepted)
    assert waiting(core) == []
    clock.advance(LEASE + timedelta(seconds=1))  # type: ignore[attr-defined]
    assert waiting(core) == [accepted.conversation_id]
    again = begun(core, accepted)
    assert again.item.attempts == 2
    finish(core, again, [Uttered("one answer")], events=[])
    assert said(core, accepted) == ["message 1", "one answer"]


def test_f24_a_turn_that_outlived_its_lease_keeps_nothing(core: Core, clock: object) -> None:
    accepted = message(core)
    slow = begun(core, accepted)
    clock.advance(LEASE + timedelta(seconds=1))  # type: ignore[attr-defined]
    quick = begun(core, accepted)
    finish(core, quick, [Uttered("quick")], events=[])
    with pytest.raises(TurnLost):
        finish(core, slow, [Uttered("slow")], events=[])
    assert said(core, accepted) == ["message 1", "quick"]


def test_the_words_heard_least_are_said_and_none_a_third_time_while_there_are_others(core: Core) -> None:
    reply, instead = Uttered("Same?", others=("Equal?",)), [Uttered("A person?")]
    for number in range(1, 7):
        accepted = message(core, number)
        finish(core, begun(core, accepted), [reply], events=[], instead=instead)
    assert said(core, accepted)[1::2] == ["Same?", "Equal?", "Same?", "Equal?", "A person?", "A person?"]


def test_no_message_is_met_with_silence(core: Core) -> None:
    for number in range(1, 21):
        accepted = message(core, number)
        finish(core, begun(core, accepted), [Uttered("Same?")], events=[], instead=[Uttered("A person?")])
    assert len(said(core, accepted)) == 40


def test_f51_the_bot_says_nothing_once_a_person_has_the_conversation(core: Core) -> None:
    accepted = message(core)
    turn = begun(core, accepted)
    with core.store.writing() as work:
        conversation = work.conversations.get(accepted.conversation_id, lock=True)
        assert conversation is not None
        work.conversations.save(replace(conversation, state=ConversationState.HUMAN))
    finish(core, turn, [Uttered("too late")], events=[])
    assert said(core, accepted) == ["message 1"]
    with core.store.reading() as work:
        after = work.conversations.get(accepted.conversation_id)
    assert after is not None
    assert after.state is ConversationState.HUMAN


def test_f23_the_second_failure_in_a_row_calls_a_person(core: Core) -> None:
    for number, expected in ((1, False), (2, True)):
        accepted = message(core, number)
        finish(core, begun(core, accepted), [Uttered(f"sorry {number}")], events=None, failed=True)
        with core.store.reading() as work:
            called = work.handoffs.find(accepted.lead_id, HandoffReason.TROUBLE) is not None
        assert called is expected


def test_a_turn_that_works_forgets_earlier_failures(core: Core) -> None:
    for number, failed in ((1, True), (2, False), (3, True)):
        accepted = message(core, number)
        finish(core, begun(core, accepted), [Uttered(f"text {number}")], events=None, failed=failed)
    with core.store.reading() as work:
        assert work.handoffs.find(accepted.lead_id, HandoffReason.TROUBLE) is None


def test_the_replies_of_a_turn_are_one_text_message_with_numbered_choices(core: Core) -> None:
    accepted = message(core, channel=Channel.SMS)
    finish(
        core,
        begun(core, accepted),
        [Uttered("Hi."), Uttered("When?", (("Mon", "a"), ("Tue", "b")))],
        events=[],
    )
    with core.store.reading() as work:
        (item,) = work.outbox.to_recipient("sms", "+15551234567", limit=10)
    assert item.body["text"] == "Hi.\nWhen?\n1) Mon\n2) Tue"
