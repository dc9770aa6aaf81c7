"""Texts that come in: STOP, START and HELP come before everything else."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from leads.domain.consent import ConsentState, Medium
from leads.domain.conversation import Author, Conversation, ConversationState
from leads.domain.lead import Channel
from leads.domain.opt_out import OptKeyword
from leads.domain.topics import Topic
from leads.services.core import Core
from leads.services.inbox import Accepted, Inbound
from leads.services.ports import Dialogue, OutboxItem
from leads.services.texting import KeywordReplies, receive

ANA = "+14155550100"
REPLIES = KeywordReplies(stop="You are out.", start="You are in.", help="This is Bantam. STOP stops.")


def text(core: Core, words: str, *, sid: str, answered: OptKeyword | None = None) -> Accepted:
    inbound = Inbound(channel=Channel.SMS, external_id=sid, sender=ANA, text=words)
    return receive(core, inbound, replies=REPLIES, answered=answered)


def consent(core: Core) -> ConsentState:
    with core.store.reading() as work:
        return work.consents.in_force(Medium.SMS, ANA)


def outbox(core: Core) -> list[OutboxItem]:
    with core.store.reading() as work:
        return work.outbox.to_recipient("sms", ANA, limit=100)


def conversation(core: Core) -> Conversation:
    with core.store.reading() as work:
        found = work.conversations.by_sender("sms", ANA)
    assert found is not None
    return found


def waiting(core: Core) -> list[str]:
    with core.store.reading() as work:
        return work.inbox.waiting(now=core.clock(), limit=10)


def test_an_ordinary_text_waits_for_its_turn(core: Core) -> None:
    accepted = text(core, "We need help with invoicing", sid="SM1")
    assert waiting(core) == [accepted.conversation_id]
    assert outbox(core) == []
    assert consent(core) is ConsentState.UNKNOWN


@pytest.mark.parametrize(
    "words", ["STOP", "stop ", "UNSUBSCRIBE", "REVOKE", "please stop texting me", "arrêt"]
)
def test_F35_stop_is_honoured_before_any_turn(core: Core, words: str) -> None:
    accepted = text(core, words, sid="SM1")
    assert consent(core) is ConsentState.OPTED_OUT
    assert waiting(core) == []
    assert [item.body["text"] for item in outbox(core)] == [REPLIES.stop]
    with core.store.reading() as work:
        (entry,) = work.consents.of_lead(accepted.lead_id)
        lines = work.conversations.messages(accepted.conversation_id)
    assert (entry.wording, entry.channel, entry.at) == (words.strip(), "sms", core.clock())
    assert [(line.seq, line.author, line.text) for line in lines] == [
        (1, Author.VISITOR, words.strip()),
        (2, Author.BOT, REPLIES.stop),
    ]


@pytest.mark.parametrize(
    ("asking", "still_asking"),
    [(Topic.BUDGET, Topic.BUDGET), (Topic.SLOT, None)],
    ids=["what may be answered later", "times that are old by then"],
)
def test_F35_stop_in_the_middle_of_the_questions_closes_them(
    core: Core, asking: Topic, still_asking: Topic | None
) -> None:
    first = text(core, "hello", sid="SM1")
    with core.store.writing() as work:
        work.conversations.save(replace(conversation(core), asking=asking, tries=2, offered=("s1",)))
        work.dialogues.save(Dialogue(first.conversation_id, ({"event": "action"},), 3))
    text(core, "Stop.", sid="SM2")
    now = conversation(core)
    assert (now.state, now.asking, now.tries, now.offered) == (ConversationState.CLOSED, still_asking, 0, ())
    with core.store.reading() as work:
        assert work.dialogues.get(first.conversation_id) == Dialogue(first.conversation_id, [], 4)


def test_F35_stop_by_our_office_is_part_of_the_conversation(core: Core) -> None:
    text(core, "stop by our office on Tuesday", sid="SM1")
    assert consent(core) is ConsentState.UNKNOWN
    assert len(waiting(core)) == 1


def test_F35_stop_twice_is_confirmed_once(core: Core) -> None:
    text(core, "STOP", sid="SM1")
    text(core, "stop texting me", sid="SM2")
    assert len(outbox(core)) == 1
    assert consent(core) is ConsentState.OPTED_OUT


def test_F15_the_same_stop_delivered_ten_times_at_once_counts_once(core: Core) -> None:
    with ThreadPoolExecutor(10) as pool:
        results = list(pool.map(lambda _: text(core, "STOP", sid="SM1"), range(10)))
    assert sum(result.is_new for result in results) == 1
    assert len(outbox(core)) == 1
    with core.store.reading() as work:
        assert len(work.consents.of_lead(results[0].lead_id)) == 1


@pytest.mark.parametrize("word", ["START", "unstop", "Yes", "subscribe"])
def test_F36_start_after_stop_opens_the_conversation_again(core: Core, word: str) -> None:
    lead_id = text(core, "STOP", sid="SM1").lead_id
    text(core, word, sid="SM2")
    assert consent(core) is ConsentState.OPTED_IN
    assert conversation(core).state is ConversationState.BOT
    assert [item.body["text"] for item in outbox(core)] == [REPLIES.stop, REPLIES.start]
    with core.store.reading() as work:  # nothing of the history is lost
        assert [entry.state for entry in work.consents.of_lead(lead_id)] == ["opted_out", "opted_in"]


def test_F36_yes_is_an_answer_while_they_are_in(core: Core) -> None:
    text(core, "yes", sid="SM1")
    assert consent(core) is ConsentState.UNKNOWN
    assert len(waiting(core)) == 1


def test_F36_start_leaves_a_conversation_with_the_rep_who_has_it(core: Core) -> None:
    text(core, "hello", sid="SM1")
    with core.store.writing() as work:
        work.conversations.save(replace(conversation(core), state=ConversationState.HUMAN))
    text(core, "START", sid="SM2")
    assert conversation(core).state is ConversationState.HUMAN


@pytest.mark.parametrize("before", [None, "STOP"], ids=["in", "out"])
def test_F36_help_says_who_we_are_and_changes_nothing(core: Core, before: str | None) -> None:
    if before is not None:
        text(core, before, sid="SM1")
    state = consent(core)
    text(core, "help", sid="SM2")
    assert outbox(core)[-1].body["text"] == REPLIES.help
    assert consent(core) is state


@pytest.mark.parametrize("keyword", OptKeyword)
def test_what_the_carrier_has_answered_is_not_answered_again(core: Core, keyword: OptKeyword) -> None:
    text(core, "a word the account has set up itself", sid="SM1", answered=keyword)
    assert outbox(core) == []
    states = {"stop": ConsentState.OPTED_OUT, "start": ConsentState.OPTED_IN, "help": ConsentState.UNKNOWN}
    assert consent(core) is states[keyword]
