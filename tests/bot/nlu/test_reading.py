"""From probabilities to what a message is taken for."""

import pytest

from bot.nlu.reading import read


@pytest.mark.parametrize(
    ("probabilities", "intent", "is_sure"),
    [
        pytest.param({"greet": 0.9, "deny": 0.1}, "greet", True, id="clear"),
        pytest.param({"greet": 0.3, "deny": 0.2, "affirm": 0.2}, "greet", True, id="on-the-threshold"),
        pytest.param({"greet": 0.29, "deny": 0.2, "affirm": 0.2}, "greet", False, id="too-weak"),
        pytest.param({"greet": 0.45, "deny": 0.42}, "greet", False, id="too-close"),
        pytest.param({"greet": 1.0}, "greet", True, id="alone"),
        pytest.param({"faq/a": 0.25, "faq/b": 0.25, "deny": 0.4}, "faq", True, id="labels-below-add-up"),
        pytest.param({"ask_human": 0.2, "deny": 0.8}, "ask_human", True, id="not-to-be-missed"),
        pytest.param({"ask_human": 0.19, "deny": 0.8}, "deny", True, id="not-to-be-missed-but-unlikely"),
    ],
)
def test_what_a_message_is_taken_for(probabilities: dict[str, float], intent: str, is_sure: bool) -> None:
    reading = read(probabilities, confidence=0.3, margin=0.05, not_to_be_missed={"ask_human": 0.2})

    assert (reading.intents[0][0], reading.is_sure) == (intent, is_sure)


def test_the_ranking_keeps_every_intent() -> None:
    reading = read(
        {"ask_human": 0.3, "faq/a": 0.3, "faq/b": 0.2, "deny": 0.2},
        confidence=0.3,
        margin=0.05,
        not_to_be_missed={"ask_human": 0.2},
    )

    assert reading.intents == (("ask_human", 0.3), ("faq", 0.5), ("deny", 0.2))


def test_answers_are_those_of_the_first_intent() -> None:
    reading = read({"faq/a": 0.2, "faq/b": 0.5, "other/c": 0.3}, confidence=0.3, margin=0.05)

    assert reading.answers == (("faq/b", 0.5), ("faq/a", 0.2))


def test_an_intent_without_answers_has_none() -> None:
    reading = read({"greet": 0.6, "faq/a": 0.4}, confidence=0.3, margin=0.05)

    assert reading.answers == ()
