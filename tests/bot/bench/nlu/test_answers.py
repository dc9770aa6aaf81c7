"""What counts as understood, as made up, and as missed."""

from typing import Any

import pytest

from bot.bench.nlu.answers import Outcome, Score, compare, is_told
from bot.bench.nlu.held_out import NOW, AnswerCase
from leads.domain.parsing.context import Context

BUDGET = {"status": "met", "low": 20000, "high": 20000, "currency": "USD", "period": None, "text": "20k"}
UNKNOWN = {"status": "unknown", "low": None, "high": None, "currency": None, "period": None, "text": "?"}


def case(expect: dict[str, Any]) -> AnswerCase:
    return AnswerCase("20k", Context(now=NOW), expect)


def outcome(expect: dict[str, Any], found: dict[str, Any], *ignoring: str) -> Outcome:
    (only,) = compare([case(expect)], lambda _: found, ignoring=ignoring).outcomes
    return only


@pytest.mark.parametrize(
    ("expect", "found"),
    [
        pytest.param({"budget": {"low": 20000}}, {"budget": BUDGET}, id="only-the-fields-named"),
        pytest.param({"budget": {"low": "20000.00"}}, {"budget": BUDGET}, id="numbers-by-value"),
        pytest.param({"budget": {"low": [19000, 20000]}}, {"budget": BUDGET}, id="any-of-several"),
        pytest.param({"budget": None}, {"budget": UNKNOWN}, id="unknown-is-no-value"),
        pytest.param({"budget": {"status": "unknown"}}, {"budget": UNKNOWN}, id="unknown-as-expected"),
        pytest.param({"budget": None}, {}, id="nothing-found"),
        pytest.param({"name": "Ann Lee"}, {"name": "ann  lee"}, id="words-whatever-their-case"),
        pytest.param({}, {"name": None}, id="nothing-expected"),
        pytest.param({"need": True}, {"need": {"status": "met", "text": "more leads"}}, id="any-value"),
    ],
)
def test_what_is_right(expect: dict[str, Any], found: dict[str, Any]) -> None:
    assert outcome(expect, found).is_right


@pytest.mark.parametrize(
    ("expect", "found", "faulty", "invented"),
    [
        pytest.param({"budget": {"low": 5}}, {"budget": BUDGET}, {"budget"}, set(), id="another-value"),
        pytest.param({"budget": {"low": None}}, {}, {"budget"}, set(), id="not-there"),
        pytest.param({"budget": None}, {"budget": BUDGET}, {"budget"}, {"budget"}, id="a-value-for-none"),
        pytest.param({}, {"budget": BUDGET}, set(), {"budget"}, id="a-value-for-nothing"),
        pytest.param({"name": "Ann"}, {"name": None}, {"name"}, set(), id="missed"),
        pytest.param({"budget": True}, {"budget": UNKNOWN}, {"budget"}, set(), id="unknown-is-not-any-value"),
    ],
)
def test_what_is_wrong(
    expect: dict[str, Any], found: dict[str, Any], faulty: set[str], invented: set[str]
) -> None:
    wrong = outcome(expect, found)

    assert (wrong.faulty, wrong.invented) == (faulty, invented)


def test_what_is_optional_is_neither_right_nor_wrong() -> None:
    told = AnswerCase("20k", Context(now=NOW), expect={}, optional=frozenset({"budget"}))
    (only,) = compare([told], lambda _: {"budget": BUDGET}).outcomes

    assert only.is_right
    assert not only.right


def test_a_field_may_be_left_out_of_the_comparison() -> None:
    expect = {"budget": {"low": 20000, "currency": "EUR"}}

    assert not outcome(expect, {"budget": BUDGET}).is_right
    assert outcome(expect, {"budget": BUDGET}, "currency").is_right


def test_figures_of_a_set() -> None:
    found = {"right": {"name": "Ann"}, "missed": {}, "wrong": {"name": "Bob"}, "invented": {"company": "X"}}
    cases = [
        AnswerCase(text, Context(now=NOW), {} if text == "invented" else {"name": "Ann"}) for text in found
    ]

    score = compare(cases, lambda read: found[read.text])

    assert (score.accuracy, score.recall, score.precision) == (2 / 4, 1 / 3, 1 / 3)
    assert score.wrongly_stored == 2 / 4
    assert [miss.case.text for miss in score.misses] == ["missed", "wrong", "invented"]
    assert score.topics == ["name"]
    assert (score.of("name").precision, score.of("company").precision) == (1 / 2, 0.0)


def test_of_nothing_everything_was_understood() -> None:
    assert (Score([]).accuracy, Score([]).recall, Score([]).precision) == (1.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("shape", "told"),
    [
        pytest.param(BUDGET, True, id="an-amount"),
        pytest.param(UNKNOWN, False, id="unknown"),
        pytest.param({"status": "not_met", "low": None}, True, id="a-no-is-a-value"),
        pytest.param({"low": 5, "high": None, "text": "5"}, True, id="a-head-count"),
        pytest.param({"low": None, "high": None, "text": "?"}, False, id="no-head-count"),
        pytest.param("Acme", True, id="words"),
        pytest.param(None, False, id="nothing"),
    ],
)
def test_what_holds_a_value(shape: Any, told: bool) -> None:
    assert is_told(shape) is told
