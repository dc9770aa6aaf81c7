"""The weight ladder: which changes outcomes suggest, and what they would bring."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from leads.adapters.bayesian_logistic import BayesianLogistic
from leads.domain.ladder import Ladder, Line, Rung
from leads.domain.learnt import Estimate, Example, Weight
from leads.domain.traits import Traits, rules_of
from tests.leads.domain.prospects import MODEL

ODDS = BayesianLogistic()
NOW = datetime(2026, 3, 2, tzinfo=UTC)
RULES = {rule.name: rule for rule in rules_of(MODEL)}
#: Fit 65; interest of 55, 65 and 45.
FITTING = {"budget.reaches_floor": 1, "authority.decider": 1, "industry.target": 1}
JUST_OVER = FITTING | {"need.named": 1, "visits.page_view": 2}
FAR_OVER = FITTING | {"need.named": 1, "timeframe.soon": 1}
JUST_UNDER = FITTING | {"need.named": 1, "visits.page_view": 1}


def ended(traits: Traits, *, won: int, lost: int, owner: str | None = None) -> list[Example]:
    return [Example("lead", owner, NOW, traits, is_won) for is_won in [True] * won + [False] * lost]


def ladder(*examples: Example, months: float = 3) -> Ladder:
    return Ladder(examples, MODEL, months=months, odds=ODDS)


def rung(found: Ladder, line: Line, wanted: int) -> Rung:
    return next(each for each in found.rungs() if (each.line, each.wanted) == (line, wanted))


def test_a_rung_says_how_many_calls_it_saves_and_which_sales_it_risks() -> None:
    found = ladder(
        *ended(JUST_OVER, won=3, lost=30, owner="robin"), *ended(FAR_OVER, won=40, lost=40, owner="noor")
    )
    raised = rung(found, Line.INTEREST, 60)
    assert (raised.present, raised.leads, raised.won) == (50, 33, 3)
    assert raised.forecast.calls_saved.middle == pytest.approx(11)
    assert raised.forecast.sales_at_risk.middle == pytest.approx(1)
    assert raised.forecast.sales_at_risk.low == 0
    assert 2 <= raised.forecast.sales_at_risk.high <= 4
    assert raised.forecast.calls_added.middle == 0
    assert raised.forecast.by_owner == (("robin", pytest.approx(-11)),)


def test_a_lower_line_adds_calls() -> None:
    lowered = rung(ladder(*ended(JUST_UNDER, won=6, lost=6)), Line.INTEREST, 45)
    assert lowered.forecast.calls_added.middle == pytest.approx(4)
    assert lowered.forecast.sales_in_reach.middle == pytest.approx(2)
    assert lowered.forecast.calls_saved.middle == 0


def test_a_line_may_rise_where_next_to_no_sales_are_at_risk() -> None:
    found = ladder(*ended(JUST_OVER, won=0, lost=30), *ended(FAR_OVER, won=60, lost=60))
    assert [
        (each.line, each.wanted) for each in found.rungs() if each.is_suggested and each.line == "interest"
    ] == [(Line.INTEREST, 60)]


def test_a_line_stays_where_that_is_not_sure() -> None:
    few = ladder(*ended(JUST_OVER, won=0, lost=5), *ended(FAR_OVER, won=6, lost=6))
    many_sales = ladder(*ended(JUST_OVER, won=10, lost=20), *ended(FAR_OVER, won=60, lost=60))
    assert not any(each.is_suggested for found in (few, many_sales) for each in found.rungs())


def test_a_line_may_fall_where_leads_below_are_won_as_often() -> None:
    found = ladder(*ended(JUST_UNDER, won=20, lost=5), *ended(FAR_OVER, won=30, lost=60))
    (suggestion,) = (each for each in found.suggestions(()) if each.path == ("thresholds", "interest"))
    assert (suggestion.present, suggestion.wanted) == (50, 45)


def test_points_change_only_where_the_interval_leaves_them_out() -> None:
    found = ladder(*ended(JUST_OVER, won=10, lost=20), *ended(FAR_OVER, won=20, lost=20))
    rule = RULES["need.named"]
    weight = Weight(rule, 70, 30, Estimate(1, 1, 1), Estimate(20.4, 10.0, 34.0))
    (suggestion,) = found.suggestions([weight])
    assert (suggestion.name, suggestion.path) == ("need.named", rule.path)
    assert (suggestion.present, suggestion.wanted) == (35, 20)
    assert suggestion.forecast.calls_saved.middle == pytest.approx(10)  # 55 - 15 is under 50
    within = replace(weight, points=Estimate(20.4, 10.0, 35.0))
    no_scale = replace(weight, points=None)
    assert found.suggestions([within, no_scale]) == ()


def test_points_stay_on_the_scale_of_the_file() -> None:
    weight = Weight(RULES["need.named"], 70, 30, Estimate(1, 1, 1), Estimate(180.0, 120.0, 240.0))
    (suggestion,) = ladder(*ended(FAR_OVER, won=1, lost=1)).suggestions([weight])
    assert suggestion.wanted == 100
