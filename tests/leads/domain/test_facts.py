"""The newest answer is in force, and only known signals are taken in."""

from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest

from leads.domain.answers import Answer, Standing, Text
from leads.domain.facts import Facts, Signal, SignalKind, UnknownSignalKind, latest, signal_kind
from leads.domain.topics import Topic
from tests.leads.domain.prospects import NOW, not_told, told, usd

FIRST = told(Topic.BUDGET, usd(10_000), minute=1)
SECOND = told(Topic.BUDGET, usd(20_000), minute=2)
ROLE = told(Topic.ROLE, Text("CEO"), minute=0)


@pytest.mark.parametrize("order", permutations([FIRST, SECOND, ROLE]))
def test_the_newest_answer_to_a_topic_is_in_force_whatever_the_order(order: tuple[Answer, ...]) -> None:
    assert latest(order) == {Topic.BUDGET: SECOND, Topic.ROLE: ROLE}


def test_of_two_answers_of_the_same_moment_the_higher_id_is_in_force() -> None:
    one = told(Topic.BUDGET, usd(1), answer_id="a1")
    two = told(Topic.BUDGET, usd(2), answer_id="a2")
    assert latest([two, one])[Topic.BUDGET] is two


def test_a_refusal_takes_the_place_of_what_was_told_before() -> None:
    facts = Facts.of([FIRST, not_told(Topic.BUDGET, Standing.DECLINED, minute=2)])
    assert facts.value(Topic.BUDGET) is None


def test_a_known_kind_of_signal_is_taken_by_its_name() -> None:
    assert signal_kind("quote_request") is SignalKind.QUOTE_REQUEST


@pytest.mark.parametrize("name", ["", "Page_View", "page view", "x" * 10_000])
def test_an_unknown_kind_is_refused_with_the_known_ones_named(name: str) -> None:
    with pytest.raises(UnknownSignalKind, match="page_view, repeat_visit") as refusal:
        signal_kind(name)
    assert len(str(refusal.value)) < 400


@pytest.mark.parametrize(
    ("minute", "known"),
    [
        (0, {"role-0", "seen"}),
        (1, {"role-0", "budget-1", "seen"}),
        (2, {"role-0", "budget-2", "seen", "late"}),
    ],
)
def test_what_was_known_at_a_moment_leaves_out_what_was_told_later(minute: int, known: set[str]) -> None:
    seen = Signal("seen", SignalKind.PAGE_VIEW, NOW - timedelta(days=1))
    late = replace(seen, id="late", received_at=NOW + timedelta(minutes=2))
    moment = NOW + timedelta(minutes=minute)
    facts = Facts.known_by(moment, [SECOND, FIRST, ROLE], signals=[late, seen])
    assert {each.id for each in (*facts.answers.values(), *facts.signals)} == known
