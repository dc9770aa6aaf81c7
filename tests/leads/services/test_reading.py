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
        pytest.param("small_talk", Topic.NAME, [], id="in passing"),
        pytest.param("goodbye", Topic.TIMEFRAME, [], id="in a farewell"),
    ],
)
def test_haste_is_heard_in_a_joke_when_it_answers(intent: str, asking: Topic, heard: list[Timeframe]) -> None:
    words = "as soon as you like"
    found = answers(words, Context(now=NOW, asking=asking), Spoken("c", "m", words, intent, 0.9))
    assert [item.value for item in found if isinstance(item.value, Timeframe)] == heard
