"""What counts for a lead, and how often."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.answers import Answer
from leads.domain.facts import Facts, Signal, SignalKind
from leads.domain.ledger import totals
from leads.domain.scoring import score_lines
from leads.domain.topics import Topic
from leads.domain.traits import facts_before, rules_of, scores_of, traits_of
from tests.leads.domain.prospects import HOT, MODEL, NOW, TODAY, did, histories, not_told, told, usd

RULES = rules_of(MODEL)


def traits(*answers: Answer, signals: tuple[Signal, ...] = (), days: int = 0) -> dict[str, float]:
    return dict(traits_of(Facts.of(answers, signals=signals), MODEL, NOW + timedelta(days=days)))


def test_rules_are_the_numbers_of_the_file_under_their_names_in_the_ledger() -> None:
    bands = sum(len(rules.bands) for rules in MODEL.answers.values())
    signals = sum(len(group.signals) for group in MODEL.signals)
    assert len({rule.name for rule in RULES}) == bands + signals
    budget = next(rule for rule in RULES if rule.name == "budget.reaches_floor")
    assert budget.path == ("answers", "budget", "bands", "reaches_floor", "points")
    visit = next(rule for rule in RULES if rule.name == "visits.page_view")
    assert visit.path == ("signals", "groups", "visits", "kinds", "page_view", "points")


def test_each_answer_counts_by_its_band_once() -> None:
    assert traits(*HOT) == {
        "need.named": 1,
        "budget.reaches_floor": 1,
        "authority.decider": 1,
        "timeframe.soon": 1,
    }


def test_bands_of_no_points_count_too() -> None:
    assert traits(told(Topic.BUDGET, usd(10))) == {"budget.below_floor": 1}


def test_not_knowing_counts_for_nothing() -> None:
    assert traits(not_told(Topic.BUDGET)) == {}


def test_signals_count_each_up_to_their_cap() -> None:
    assert traits(signals=did(SignalKind.PAGE_VIEW, times=3)) == {"visits.page_view": 3}
    many = (*did(SignalKind.PAGE_VIEW, times=6), *did(SignalKind.REPEAT_VISIT, times=2))
    assert traits(signals=many) == pytest.approx({"visits.page_view": 3, "visits.repeat_visit": 1})


def test_silence_takes_from_interest_and_not_from_fit() -> None:
    later = traits(*HOT, days=120)
    assert later["budget.reaches_floor"] == 1
    assert 0 < later["need.named"] < 1


@given(histories(), st.integers(0, 400))
def test_points_times_traits_are_the_scores(
    history: tuple[tuple[Answer, ...], tuple[Signal, ...]], days: int
) -> None:
    answers, done = history
    signals = [signal for signal in done if signal.kind is not SignalKind.PURCHASE]
    facts, now = Facts.of(answers, signals=signals), NOW + timedelta(days=days)
    assert scores_of(traits_of(facts, MODEL, now), RULES) == totals(score_lines(facts, MODEL, now))


def test_only_what_was_known_before_a_moment_counts() -> None:
    first, second = told(Topic.BUDGET, usd(10), minute=1), told(Topic.BUDGET, usd(90_000), minute=5)
    (visit,) = did(SignalKind.PAGE_VIEW, on=TODAY + timedelta(days=1))
    before = facts_before(NOW + timedelta(minutes=5), answers=[first, second], signals=[visit])
    assert before.answers == {Topic.BUDGET: first}
    assert before.signals == ()
