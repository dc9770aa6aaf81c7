"""Learning from outcomes: what separates, repeats itself or hardly ever shows must not run away."""

import math
from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np
import pytest
from scipy import special

from leads.adapters.bayesian_logistic import USUAL_SCALE, BayesianLogistic
from leads.domain.learnt import Example, Learnt, Weight
from leads.domain.matrix import Axis
from leads.domain.traits import Rule, Traits

NOW = datetime(2026, 3, 2, tzinfo=UTC)
STATISTICS = BayesianLogistic()
RULES = (
    Rule("budget.enough", Axis.FIT, 30, "", ("a",)),
    Rule("role.head", Axis.FIT, 10, "", ("b",)),
    Rule("role.student", Axis.FIT, -40, "", ("c",)),
    Rule("need.named", Axis.INTEREST, 35, "", ("d",)),
    Rule("visits.page_view", Axis.INTEREST, 10, "", ("e",)),
)


def learn(examples: Sequence[Example]) -> Learnt:
    return STATISTICS.learn(examples, RULES, version="v1")


def weights(examples: Sequence[Example]) -> dict[str, Weight]:
    return {weight.rule.name: weight for weight in STATISTICS.weights(learn(examples), examples)}


def ended(traits: Traits, *, won: int = 0, lost: int = 0) -> list[Example]:
    return [Example("", None, NOW, traits, is_won) for is_won in [True] * won + [False] * lost]


def drawn(truth: Sequence[float], leads: int, *, seed: int = 1) -> list[Example]:
    """Leads of whom each shows some of the rules, and who buy by these weights."""
    random = np.random.default_rng(seed)
    counted = random.integers(0, 2, size=(leads, len(RULES)))
    won = random.random(leads) < special.expit(counted @ np.array(truth) - np.sum(truth) / 2)
    names = np.array([rule.name for rule in RULES])
    return [
        Example("", None, NOW, dict.fromkeys(names[row == 1].tolist(), 1.0), bool(is_won))
        for row, is_won in zip(counted, won, strict=True)
    ]


#: What the team's points say, and with the budget worth nothing.
AS_GUESSED = [USUAL_SCALE * rule.points for rule in RULES]
OFF = [0.0, *AS_GUESSED[1:]]


def test_nothing_to_go_by_leaves_the_guesses_where_they_are() -> None:
    found = weights([*ended({}, won=30, lost=30)])
    for weight in found.values():
        assert math.log(weight.odds.middle) == pytest.approx(USUAL_SCALE * weight.rule.points, abs=1e-6)
        assert weight.leads == weight.won == 0


def test_a_rule_that_is_worth_nothing_is_found_out() -> None:
    weight = weights(drawn(OFF, 3000))["budget.enough"]
    assert weight.odds.low < 1 < weight.odds.high
    assert weight.points is not None
    assert weight.points.excludes(30)
    assert abs(weight.points.middle) < 8


def test_good_guesses_stay_within_their_intervals() -> None:
    for weight in weights(drawn(AS_GUESSED, 3000)).values():
        assert weight.points is not None
        assert not weight.points.excludes(weight.rule.points)


def test_more_outcomes_make_narrower_intervals() -> None:
    few, many = (weights(drawn(AS_GUESSED, leads))["need.named"].odds for leads in (100, 2000))
    assert math.log(many.high / many.low) < 0.5 * math.log(few.high / few.low)


def test_a_rule_that_only_winners_show_does_not_run_away() -> None:
    examples = [*ended({"role.head": 1}, won=25), *ended({}, won=10, lost=60)]
    odds = weights(examples)["role.head"].odds
    assert 1 < odds.low < odds.middle < odds.high < 1000


def test_rules_that_always_come_together_share_what_they_bring() -> None:
    both = {"budget.enough": 1.0, "role.head": 1.0}
    found = weights([*ended(both, won=40, lost=20), *ended({}, won=20, lost=40)])
    for name in both:
        assert 1 < found[name].odds.middle < 4
    alone = weights([*ended({"budget.enough": 1}, won=40, lost=20), *ended({}, won=20, lost=40)])
    assert _width(found["budget.enough"]) > _width(alone["budget.enough"])


def test_a_rare_rule_keeps_a_wide_interval() -> None:
    rest = [each for each in drawn(AS_GUESSED, 4000) if "role.student" not in each.traits]
    rare = weights([*rest, *ended({"role.student": 1}, won=1)])["role.student"]
    assert (rare.leads, rare.won) == (1, 1)
    assert rare.points is not None
    assert not rare.points.excludes(-40)


def test_few_sales_among_many_leads_are_no_trouble() -> None:
    found = learn([*ended({"need.named": 1}, won=15, lost=400), *ended({}, won=5, lost=580)])
    assert STATISTICS.chance(found, {"need.named": 1}).middle == pytest.approx(15 / 415, abs=0.01)
    assert STATISTICS.chance(found, {}).middle == pytest.approx(5 / 585, abs=0.005)


def test_a_point_is_worth_what_the_outcomes_say() -> None:
    scale = STATISTICS.scales(learn(drawn([2 * weight for weight in AS_GUESSED], 3000)))[Axis.FIT]
    assert scale.doubling == pytest.approx(10, rel=0.25)
    assert scale.per_point.low > 0


def test_points_that_tell_nothing_have_no_scale_and_are_not_changed() -> None:
    examples = drawn([-2 * AS_GUESSED[0], 0, -AS_GUESSED[2], 0, 0], 2000)
    assert STATISTICS.scales(learn(examples))[Axis.FIT].doubling is None
    assert weights(examples)["budget.enough"].points is None
    assert weights(examples)["need.named"].points is None


def test_a_chance_has_an_interval_around_it() -> None:
    chance = STATISTICS.chance(learn(drawn(AS_GUESSED, 300)), {"budget.enough": 1, "need.named": 1})
    assert 0 < chance.low < chance.middle < chance.high < 1


def test_chances_are_judged_by_leads_that_were_left_out() -> None:
    quality = STATISTICS.quality(drawn(AS_GUESSED, 1000), RULES)
    assert quality.brier < quality.brier_of_base_rate
    assert quality.ranking > 0.6
    assert sum(each.leads for each in quality.curve) == 1000
    assert [each.said for each in quality.curve] == sorted(each.said for each in quality.curve)
    held = [each.share.low <= each.said <= each.share.high for each in quality.curve]
    assert sum(held) >= 7


def test_chances_from_noise_are_no_better_than_the_base_rate() -> None:
    random = np.random.default_rng(5)
    examples = [
        Example("", None, NOW, each.traits, bool(random.random() < 0.3)) for each in drawn(AS_GUESSED, 300)
    ]
    quality = STATISTICS.quality(examples, RULES)
    assert quality.brier > 0.97 * quality.brier_of_base_rate
    assert 0.35 < quality.ranking < 0.65


def test_a_share_is_as_sure_as_what_was_seen() -> None:
    nothing, all_of_it, half = (STATISTICS.share(part, 40) for part in (0, 40, 20))
    assert (nothing.low, all_of_it.high) == (0, 1)
    assert 0.02 < nothing.high < 0.06
    assert half.low == pytest.approx(1 - half.high)
    assert STATISTICS.share(0, 0).high == 1


def test_what_to_expect_in_a_month() -> None:
    a_few, none = STATISTICS.in_a_month(6, 3), STATISTICS.in_a_month(0, 3)
    assert (a_few.low, a_few.middle, a_few.high) == (0, 2, 5)
    assert (none.low, none.middle) == (0, 0)
    assert none.high <= 1


def _width(weight: Weight) -> float:
    return math.log(weight.odds.high / weight.odds.low)
