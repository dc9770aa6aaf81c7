"""The ledger only grows, and always sums to the score."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.answers import Answer, Text
from leads.domain.facts import Facts, Signal, SignalKind
from leads.domain.ledger import Change, Kind, Line, changes, totals
from leads.domain.matrix import Axis, Scores, Thresholds
from leads.domain.model import ScoringModel, TopicRules
from leads.domain.scoring import score_lines
from leads.domain.topics import Topic
from tests.leads.domain.prospects import MODEL, NOW, did, histories, known, told, usd

History = tuple[tuple[Answer, ...], tuple[Signal, ...]]


def grown(ledger: tuple[Change, ...], facts: Facts) -> tuple[Change, ...]:
    """The ledger after these facts became known."""
    wanted = score_lines(facts, MODEL, NOW)
    return (*ledger, *changes(ledger, wanted, model=MODEL.version, at=NOW))


def a_line(points: int, *, rule: str = "budget.reaches_floor", source: str = "answer:1") -> Line:
    return Line(axis=Axis.FIT, points=points, reason="Because", kind=Kind.EXPLICIT, source=source, rule=rule)


def test_a_new_line_is_added_under_the_model_and_the_moment() -> None:
    (added,) = changes([], [a_line(30)], model="m1", at=NOW)
    assert added == Change(
        axis=Axis.FIT,
        points=30,
        reason="Because",
        kind=Kind.EXPLICIT,
        source="answer:1",
        rule="budget.reaches_floor",
        model="m1",
        at=NOW,
    )


def test_a_line_no_longer_wanted_is_taken_back_by_name() -> None:
    (taken_back,) = changes([a_line(30)], [], model="m1", at=NOW)
    assert (taken_back.points, taken_back.reason) == (-30, "Taken back: Because")
    assert (taken_back.rule, taken_back.source) == ("budget.reaches_floor", "answer:1")


def test_a_line_that_moved_gets_the_difference() -> None:
    (moved,) = changes([a_line(20), a_line(20)], [a_line(60)], model="m1", at=NOW)
    assert (moved.points, moved.reason) == (20, "Because")


@pytest.mark.parametrize("rewritten", [[a_line(30)], [a_line(10), a_line(20)]], ids=["whole", "in parts"])
def test_nothing_is_written_when_the_ledger_says_it_already(rewritten: list[Line]) -> None:
    assert changes(rewritten, [a_line(30)], model="m2", at=NOW) == ()


def test_a_line_taken_back_can_come_again() -> None:
    ledger = [a_line(30), a_line(-30)]
    assert [change.points for change in changes(ledger, [a_line(30)], model="m1", at=NOW)] == [30]


def test_a_correction_reverses_its_old_lines_and_adds_new_ones() -> None:
    first, corrected = told(Topic.BUDGET, usd(50_000)), told(Topic.BUDGET, usd(100_000), minute=1)
    ledger = grown((), known(first))
    corrections = grown(ledger, known(first, corrected))[len(ledger) :]
    assert [(change.points, change.reason) for change in corrections] == [
        (-30, "Taken back: Budget of 50,000 USD reaches our floor of 5,000 USD"),
        (30, "Budget of 100,000 USD reaches our floor of 5,000 USD"),
    ]


def test_a_correction_below_the_floor_only_takes_back() -> None:
    first, corrected = told(Topic.BUDGET, usd(50_000)), told(Topic.BUDGET, usd(20), minute=1)
    assert totals(grown(grown((), known(first)), known(first, corrected))) == Scores()


def test_signals_over_the_cap_cost_what_they_brought() -> None:
    at_the_cap = grown((), known(signals=did(SignalKind.PAGE_VIEW, times=4)))
    over = grown(at_the_cap, known(signals=did(SignalKind.PAGE_VIEW, times=5)))[len(at_the_cap) :]
    assert [change.points for change in over] == [10, -10]


def test_a_limit_is_lifted_when_the_score_comes_back_to_the_scale() -> None:
    student = grown((), known(told(Topic.ROLE, Text("student"))))
    decided = known(told(Topic.ROLE, Text("student")), told(Topic.BUDGET, usd(9_000)))
    both = grown(student, decided)[len(student) :]
    assert [(change.rule, change.points) for change in both] == [
        ("budget.reaches_floor", 30),
        ("limit.lowest", -30),
    ]


@given(histories())
def test_replayed_fact_by_fact_the_ledger_sums_to_the_score(history: History) -> None:
    answers, signals = history
    ledger: tuple[Change, ...] = ()
    for count in range(max(len(answers), len(signals)) + 1):
        facts = known(*answers[:count], signals=signals[:count])
        ledger = grown(ledger, facts)
        assert totals(ledger) == totals(score_lines(facts, MODEL, NOW))


@given(histories(), histories())
def test_changes_applied_twice_change_nothing_more(before: History, after: History) -> None:
    ledger = grown((), known(*before[0], signals=before[1]))
    once = grown(ledger, known(*after[0], signals=after[1]))
    assert grown(once, known(*after[0], signals=after[1])) == once
    assert once[: len(ledger)] == ledger


@given(histories())
def test_the_ledger_moves_with_time_alone(history: History) -> None:
    facts = known(*history[0], signals=history[1])
    ledger = grown((), facts)
    later = NOW + timedelta(days=100)
    wanted = score_lines(facts, MODEL, later)
    moved = (*ledger, *changes(ledger, wanted, model=MODEL.version, at=later))
    assert totals(moved) == totals(wanted)


def _halved(rules: TopicRules) -> TopicRules:
    return replace(rules, bands=tuple(replace(band, points=band.points // 2) for band in rules.bands))


VERSIONS = (
    MODEL,
    replace(MODEL, version="no-decay", decay=None),
    replace(MODEL, version="no-signals", signals=()),
    replace(MODEL, version="harsh", thresholds=Thresholds(90, 90), ready_line=90),
    replace(MODEL, version="less-fit", answers={Topic.NEED: MODEL.answers[Topic.NEED]}),
    replace(
        MODEL, version="halved", answers={topic: _halved(rules) for topic, rules in MODEL.answers.items()}
    ),
)


@given(histories(), st.lists(st.sampled_from(VERSIONS), min_size=1, max_size=6), st.randoms())
def test_whatever_was_published_when_the_ledger_says_what_the_last_version_says(
    history: History, published: list[ScoringModel], random: Random
) -> None:
    answers, signals = history
    written: list[Change] = []
    for model in published:
        heard = random.sample(answers, k=random.randint(0, len(answers)))
        done = random.sample(signals, k=random.randint(0, len(signals)))
        lines = score_lines(Facts.of(heard, signals=done), model, NOW)
        written += changes(written, lines, model=model.version, at=NOW)
        assert totals(written) == totals(lines)
    final = score_lines(Facts.of(answers, signals=signals), published[-1], NOW)
    written += changes(written, final, model=published[-1].version, at=NOW)
    at_once = changes((), final, model=published[-1].version, at=NOW)
    assert totals(written) == totals(at_once)
    assert not changes(written, final, model=published[-1].version, at=NOW)
    for axis in Axis:
        assert 0 <= totals(written).on(axis) <= 100
