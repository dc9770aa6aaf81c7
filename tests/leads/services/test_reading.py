from datetime import UTC, datetime

import pytest

from leads.domain.answers import Text, Timeframe, Urgency
from leads.domain.parsing.context import Context
from leads.domain.topics import Topic
from leads.services.reading import answers
from leads.services.spoken import Spoken

NOW = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)


def told(words: str, *, intent: str, asking: Topic = Topic.NAME) -> dict[Topic, str]:
    """The texts that a message tells when the engine is sure of its intent."""
    spoken = Spoken("conversation", "message", words, intent, 0.9)
    found = answers(words, Context(now=NOW, asking=asking), spoken)
    return {item.topic: item.value.text for item in found if isinstance(item.value, Text)}


@pytest.mark.parametrize(
    ("words", "intent", "name"),
    [
        pytest.param("I am Rob, pleased to meet you", "greet", "Rob", id="a greeting"),
        pytest.param("hello, Ann Marsh here, nice to meet you", "greet", "Ann Marsh", id="a name first"),
        pytest.param("folks call me Beth Ann", "ask_human", "Beth Ann", id="what sounds like a wish"),
    ],
)
def test_who_they_are_is_heard_beside_anything(words: str, intent: str, name: str) -> None:
    assert told(words, intent=intent) == {Topic.NAME: name}


def test_a_company_is_heard_in_a_greeting() -> None:
    assert told("I'm from Acme Ltd, hello", intent="greet") == {Topic.COMPANY: "Acme Ltd"}


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        pytest.param("good to see you again", "greet", id="seen again"),
        pytest.param("I'm back", "greet", id="back"),
        pytest.param("I'm good thanks", "small_talk", id="well"),
        pytest.param("I am waiting for a person", "ask_human", id="waiting"),
        pytest.param("call me back please", "ask_human", id="a call"),
        pytest.param("I am sick of this", "insult", id="angry"),
    ],
)
def test_talk_is_no_name(words: str, intent: str) -> None:
    assert told(words, intent=intent) == {}


@pytest.mark.parametrize(
    ("intent", "asking", "heard"),
    [
        pytest.param("small_talk", Topic.TIMEFRAME, [Timeframe(urgency=Urgency.NOW)], id="in answer"),
        pytest.param("repeat", Topic.TIMEFRAME, [Timeframe(urgency=Urgency.NOW)], id="in answer to a guess"),
        pytest.param("ask_human", Topic.TIMEFRAME, [], id="of a person"),
        pytest.param("small_talk", Topic.NAME, [], id="in passing"),
        pytest.param("goodbye", Topic.TIMEFRAME, [], id="in a farewell"),
    ],
)
def test_haste_is_heard_in_a_joke_when_it_answers(intent: str, asking: Topic, heard: list[Timeframe]) -> None:
    words = "as soon as you like"
    found = answers(words, Context(now=NOW, asking=asking), Spoken("c", "m", words, intent, 0.9))
    assert [item.value for item in found if isinstance(item.value, Timeframe)] == heard


@pytest.mark.parametrize(
    ("words", "asking", "kept"),
    [
        pytest.param("light on the river", Topic.NEED, None, id="no need"),
        pytest.param("our problem is slow replies", Topic.NEED, "slow replies", id="what says it is one"),
        pytest.param("harbour cloud", Topic.ROLE, None, id="no role"),
        pytest.param("Head of Sales", Topic.ROLE, "Head of Sales", id="a title we know"),
        pytest.param("the long way round", Topic.INDUSTRY, None, id="no industry"),
        pytest.param("software", Topic.INDUSTRY, "software", id="an industry we know"),
        pytest.param(
            "The Long Way Round", Topic.COMPANY, "The Long Way Round", id="companies may be called so"
        ),
    ],
)
def test_words_that_sound_like_something_else_are_no_answer_unless_known(
    words: str, asking: Topic, kept: str | None
) -> None:
    context = Context(now=NOW, asking=asking)
    suspected = Spoken("conversation", "message", words, "out_of_scope", 0.5)
    found = {item.topic: item.value for item in answers(words, context, suspected)}
    assert found.get(asking) == (Text(kept) if kept else None)
    believed = Spoken("conversation", "message", words, "inform", 0.9)
    assert any(item.topic is asking for item in answers(words, context, believed))


def test_a_topic_is_heard_once_however_faint_the_wish_for_a_person() -> None:
    words = "persons call me Owen Tregarth"
    spoken = Spoken("conversation", "message", words, "ask_human", 0.46)
    found = answers(words, Context(now=NOW, asking=Topic.NAME), spoken)
    assert [item.topic for item in found] == [Topic.NAME]


@pytest.mark.parametrize(
    ("words", "intent", "asking", "topic"),
    [
        pytest.param("we are a law firm", "faq/security", Topic.INDUSTRY, "legal", id="a statement"),
        pytest.param("do you work for a law firm?", "faq/customers", Topic.INDUSTRY, None, id="a question"),
    ],
)
def test_a_statement_in_reply_is_heard_though_it_sounds_like_a_question(
    words: str, intent: str, asking: Topic, topic: str | None
) -> None:
    assert told(words, intent=intent, asking=asking).get(asking) == topic
