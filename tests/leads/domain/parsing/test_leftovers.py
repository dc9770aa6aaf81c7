"""A message that answers another question is no answer to this one, however free its words may be."""

from datetime import UTC, datetime

import pytest

from leads.domain.answers import Authority, AuthorityLevel, Standing
from leads.domain.parsing.context import Context
from leads.domain.parsing.understand import understand
from leads.domain.topics import Topic

NOW = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
FREE = (Topic.NEED, Topic.ROLE, Topic.INDUSTRY, Topic.CURRENT_SOLUTION)


def given(text: str, asking: Topic) -> set[Topic]:
    """The topics that got a value."""
    return {
        parsed.topic
        for parsed in understand(text, Context(now=NOW, asking=asking))
        if parsed.standing is Standing.GIVEN
    }


@pytest.mark.parametrize("asking", FREE)
@pytest.mark.parametrize(
    ("text", "topic"),
    [
        pytest.param("we're 45 people by the way", Topic.EMPLOYEES, id="people"),
        pytest.param("we have a workforce of roughly 90", Topic.EMPLOYEES, id="workforce"),
        pytest.param("our firm employs 300 staff altogether", Topic.EMPLOYEES, id="staff"),
        pytest.param("our company has approx. 400 employees", Topic.EMPLOYEES, id="approximately"),
        pytest.param("btw you can reach me on +44 7700 900123", Topic.PHONE, id="phone"),
        pytest.param("my mobile's +1 212 555 0143", Topic.PHONE, id="mobile"),
        pytest.param("write me at jo@acme.com", Topic.EMAIL, id="e-mail"),
        pytest.param("we reserved around 15 thousand quid per year for it", Topic.BUDGET, id="budget"),
        pytest.param("the plan is to launch by June", Topic.TIMEFRAME, id="launch"),
        pytest.param("we intend to sign before Feb 3rd", Topic.TIMEFRAME, id="signature"),
    ],
)
def test_a_figure_answers_its_own_question_alone(text: str, topic: Topic, asking: Topic) -> None:
    assert given(text, asking) == {topic}


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        pytest.param("owner of a 5 person bakery", Topic.ROLE, id="a title beside a count"),
        pytest.param("head of sales, 40 people report to me", Topic.ROLE, id="a title before one"),
        pytest.param("retail, 12 people", Topic.INDUSTRY, id="an industry beside a count"),
        pytest.param("30 people copy enquiries over by hand", Topic.NEED, id="a need with a count"),
        pytest.param(
            "cut the 20k a month we pay an agency for bad leads", Topic.NEED, id="a need with a sum"
        ),
    ],
)
def test_what_answers_too_is_kept(text: str, asking: Topic) -> None:
    assert asking in given(text, asking)


@pytest.mark.parametrize("asking", [*FREE, Topic.NAME, Topic.COMPANY])
@pytest.mark.parametrize("text", ["sdfkjh wkrtjh", "{{config}}", "<script>run()</script>"])
def test_gibberish_answers_nothing(text: str, asking: Topic) -> None:
    assert given(text, asking) == set()


@pytest.mark.parametrize(
    "text",
    [
        "I decide on my own, we're a team of 40",
        "my call, we are 60 to 85 people",
        "I sign it. And sorry for the wait!",
        "the last word is mine, write to me at jo@acme.com",
    ],
)
def test_who_decides_alone_may_speak_of_we_and_me_besides(text: str) -> None:
    answers = understand(text, Context(now=NOW, asking=Topic.AUTHORITY))
    assert answers[0].value == Authority(AuthorityLevel.DECIDER)


@pytest.mark.parametrize("asking", FREE)
@pytest.mark.parametrize(
    "text",
    [
        "sorry, I was called away. where were we?",
        "back at the office now",
        "ok I'm back",
        "had to run, sorry",
        "got stuck in a call this morning",
        "I have more time today",
    ],
)
def test_coming_back_answers_nothing(text: str, asking: Topic) -> None:
    assert given(text, asking) == set()


@pytest.mark.parametrize(
    "text",
    ["is this relevant right now?", "why do you want that immediately?", "no idea. satisfied now?"],
)
def test_a_question_is_no_haste(text: str) -> None:
    assert Topic.TIMEFRAME not in given(text, Topic.TIMEFRAME)


@pytest.mark.parametrize("text", ["asap?", "is asap ok?", "could we start right away?"])
def test_a_wish_may_be_a_question(text: str) -> None:
    assert Topic.TIMEFRAME in given(text, Topic.TIMEFRAME)


@pytest.mark.parametrize("text", ["how slowly we get back to callers", "we get back to everybody too late"])
def test_getting_back_to_others_is_a_need_and_no_delay(text: str) -> None:
    assert Topic.NEED in given(text, Topic.NEED)
