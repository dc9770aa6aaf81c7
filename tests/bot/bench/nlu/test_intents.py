"""What counts as right for an intent, and the figures of a set."""

import pytest

from bot.bench.nlu.held_out import IntentCase
from bot.bench.nlu.intents import IntentScore, Taken, cross_validate
from bot.nlu.examples import Example


def taken(label: str, *intents: str) -> Taken:
    return Taken(IntentCase("some words", frozenset(intents)), label)


@pytest.mark.parametrize(
    ("one", "right"),
    [
        pytest.param(taken("greet", "greet"), True, id="as-meant"),
        pytest.param(taken("deny", "greet", "deny"), True, id="either-will-do"),
        pytest.param(taken("deny", "greet"), False, id="something-else"),
        pytest.param(taken("nlu_fallback", "greet"), False, id="not-sure"),
        pytest.param(taken("nlu_fallback", "out_of_scope"), True, id="not-sure-of-what-is-not-ours"),
        pytest.param(taken("faq/pricing", "faq/trial"), False, id="another-product-question"),
    ],
)
def test_what_is_right(one: Taken, right: bool) -> None:
    assert one.is_right is right


def test_figures_of_a_set() -> None:
    score = IntentScore(
        [
            taken("greet", "greet"),
            taken("nlu_fallback", "greet"),
            taken("ask_human", "deny"),
            taken("ask_human", "deny"),
            taken("out_of_scope", "out_of_scope"),
            taken("faq/pricing", "out_of_scope"),
        ]
    )

    assert score.accuracy == 2 / 6
    assert (score.strange_found, score.ours_kept) == (1 / 2, 3 / 4)
    assert (score.recall("greet"), score.recall("deny"), score.recall("stop")) == (1 / 2, 0.0, 1.0)
    assert score.confusions()[0] == ("deny", "ask_human", 2)


def test_every_example_is_read_by_a_model_that_has_not_seen_it() -> None:
    examples = [
        Example(f"{word} {number}", label)
        for label, word in {"greet": "hello", "thanks": "thanks", "deny": "never"}.items()
        for number in ("one", "two", "three", "four")
    ]

    score = cross_validate(examples, kinds={}, folds=4)

    assert len(score.taken) == 12
    assert score.accuracy == 1.0
