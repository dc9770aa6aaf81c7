"""Learning from outcomes: Bayesian logistic regression around the sales team's points.

The log-odds of winning are a base, plus a scale for fit times its points, plus a scale for interest times its
points, plus a correction for each rule. Corrections are expected to be zero: so the points are the prior. How
wide that prior is says how many leads the team's guess is worth; as more leads show a rule, it fades. The
posterior is taken to be normal (Laplace). Rare rules, rules that always come together and rules
that all winners show keep an interval as wide as the prior: nothing runs away.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import linalg, optimize, special, stats
from sklearn.metrics import brier_score_loss, roc_auc_score
from sklearn.model_selection import StratifiedKFold

from leads.domain.learnt import LEVEL, Bin, Estimate, Example, Learnt, Quality, Scale, Weight
from leads.domain.matrix import Axis
from leads.domain.traits import Rule, Traits

__all__ = ["GUESSES_WORTH", "USUAL_SCALE", "BayesianLogistic"]

Array = NDArray[np.float64]

#: For as many leads a guess of the team may count; for how many it does, the outcomes tell.
GUESSES_WORTH = (4, 20, 100)

#: The prior of a scale: twenty points double the odds, give or take as much.
USUAL_SCALE = math.log(2) / 20
#: The prior of the base: any share of winners.
BASE_SPREAD = 10.0
AXES = tuple(Axis)
FREE = 1 + len(AXES)  # the base and the scales, which come before the corrections
FOLDS = 10
MOST_BINS, FEWEST_IN_BIN = 10, 15
HALF_WIDTH = float(stats.norm.ppf(0.5 + LEVEL / 2))
NODES, NODE_WEIGHTS = special.roots_hermitenorm(31)


@dataclass(frozen=True, slots=True)
class Posterior:
    """Normal: of the base, the scales and the corrections. `evidence` is the log of how likely all is."""

    mean: Array
    covariance: Array
    worth: float
    evidence: float = 0.0

    def log_odds(self, design: Array) -> tuple[Array, Array]:
        """The mean and the spread of the log-odds of each row."""
        return design @ self.mean, np.sqrt(_quadratic(design, self.covariance))

    def chances(self, design: Array) -> Array:
        """The expected chance of each row, all that is not known taken into account."""
        mean, spread = self.log_odds(design)
        likely = special.expit(mean[:, None] + spread[:, None] * NODES)
        return np.asarray(likely @ NODE_WEIGHTS / NODE_WEIGHTS.sum())


class BayesianLogistic:
    """Learns from outcomes; every interval holds the truth with `LEVEL`."""

    def learn(self, examples: Sequence[Example], rules: Sequence[Rule], *, version: str) -> Learnt:
        """What these outcomes, some won and some lost, teach about the rules of one version of the file."""
        won = _won(examples)
        posterior = _posterior(_design([example.traits for example in examples], rules), won)
        return Learnt(
            version=version,
            rules=tuple(rules),
            mean=tuple(posterior.mean.tolist()),
            covariance=tuple(tuple(row) for row in posterior.covariance.tolist()),
            worth=posterior.worth,
            won=int(won.sum()),
            lost=int(len(won) - won.sum()),
        )

    def scales(self, learnt: Learnt) -> dict[Axis, Scale]:
        """What a point of each axis is worth."""
        posterior = _of(learnt)
        return {axis: _scale(posterior, axis) for axis in AXES}

    def weights(self, learnt: Learnt, examples: Sequence[Example]) -> list[Weight]:
        """What each rule turned out to be worth, in the order of the file."""
        scales = self.scales(learnt)
        return list(_weights(learnt, scales, examples))

    def chance(self, learnt: Learnt, traits: Traits) -> Estimate:
        """The chance of winning a lead with these traits."""
        posterior, design = _of(learnt), _design([traits], learnt.rules)
        (mean,), (spread,) = posterior.log_odds(design)
        low, high = special.expit([mean - HALF_WIDTH * spread, mean + HALF_WIDTH * spread])
        return Estimate(float(posterior.chances(design)[0]), float(low), float(high))

    def chances(self, learnt: Learnt, traits: Sequence[Traits]) -> Array:
        """The chances of many leads, without their intervals."""
        return _of(learnt).chances(_design(traits, learnt.rules))

    def quality(self, examples: Sequence[Example], rules: Sequence[Rule]) -> Quality:
        """How good the chances are for leads that were left out, a tenth of them at a time."""
        design, won = _design([example.traits for example in examples], rules), _won(examples)
        said = _left_out(design, won)
        return Quality(
            brier=float(brier_score_loss(won, said)),
            brier_of_base_rate=float(brier_score_loss(won, _left_out(design[:, :1], won))),
            brier_of_scores=float(brier_score_loss(won, _left_out(design[:, :FREE], won))),
            ranking=float(roc_auc_score(won, said)),
            curve=tuple(self._bins(said, won)),
        )

    def share(self, part: int, whole: int) -> Estimate:
        """A share of which so much was seen (Jeffreys)."""
        found = stats.beta(part + 0.5, whole - part + 0.5)
        low = 0.0 if part == 0 else float(found.ppf((1 - LEVEL) / 2))
        high = 1.0 if part == whole else float(found.ppf((1 + LEVEL) / 2))
        return Estimate(part / whole if whole else 0.5, low, high)

    def in_a_month(self, seen: int, months: float) -> Estimate:
        """How many to expect in one month of what was seen so often in so many months."""
        coming = stats.nbinom(seen + 0.5, months / (months + 1))
        low, high = coming.ppf([(1 - LEVEL) / 2, (1 + LEVEL) / 2])
        return Estimate(seen / months, float(low), float(high))

    def _bins(self, said: Array, won: Array) -> Iterator[Bin]:
        bins = max(1, min(MOST_BINS, len(said) // FEWEST_IN_BIN))
        for members in np.array_split(np.argsort(said, kind="stable"), bins):
            count = int(won[members].sum())
            yield Bin(float(said[members].mean()), count, len(members), self.share(count, len(members)))


def _design(traits: Sequence[Traits], rules: Sequence[Rule]) -> Array:
    """One row for each lead: one, both sums of points, and how often each rule counts."""
    counted = np.array([[each.get(rule.name, 0.0) for rule in rules] for each in traits], dtype=np.float64)
    counted = counted.reshape(len(traits), len(rules))
    points = np.array([[rule.points * (rule.axis is axis) for axis in AXES] for rule in rules])
    return np.hstack([np.ones((len(traits), 1)), counted @ points.reshape(len(rules), len(AXES)), counted])


def _won(examples: Sequence[Example]) -> Array:
    return np.array([example.is_won for example in examples], dtype=np.float64)


def _posterior(design: Array, won: Array) -> Posterior:
    """Averaged over what the guesses may be worth, by how well each explains the outcomes."""
    found = [_posterior_if(worth, design, won) for worth in GUESSES_WORTH]
    evidence = np.array([each.evidence for each in found])
    belief = special.softmax(evidence)
    mean = np.average([each.mean for each in found], axis=0, weights=belief)
    around = [each.covariance + np.outer(each.mean - mean, each.mean - mean) for each in found]
    return Posterior(
        mean,
        covariance=np.average(around, axis=0, weights=belief),
        worth=float(belief @ GUESSES_WORTH),
        evidence=float(special.logsumexp(evidence)),
    )


def _posterior_if(worth: float, design: Array, won: Array) -> Posterior:
    """By Laplace's method, with the mean moved from the peak to where the skew of the likelihood puts it.

    It is sought in units of the prior: how many of its spreads each number is off.
    """
    means, spreads = _prior(worth, design, won)
    expected, scaled, signs = design @ means, design * spreads, 2 * won - 1

    def chances(off: Array) -> Array:
        return np.asarray(special.expit(expected + scaled @ off))

    def loss(off: Array) -> float:
        return float(off @ off / 2 - special.log_expit(signs * (expected + scaled @ off)).sum())

    def slope(off: Array) -> Array:
        return np.asarray(off + scaled.T @ (chances(off) - won))

    def curvature(off: Array) -> Array:
        told = chances(off)
        return np.asarray(np.eye(len(off)) + (scaled.T * (told * (1 - told))) @ scaled)

    peak = optimize.minimize(loss, np.zeros_like(means), jac=slope, hess=curvature, method="trust-exact").x
    curved, told = curvature(peak), chances(peak)
    covariance = linalg.inv(curved)
    skew = told * (1 - told) * (2 * told - 1)
    lean = scaled.T @ (skew * _quadratic(scaled, covariance)) / 2
    return Posterior(
        means + spreads * (peak + covariance @ lean),
        covariance=covariance * np.outer(spreads, spreads),
        worth=worth,
        evidence=-loss(peak) - float(np.linalg.slogdet(curved)[1]) / 2,
    )


def _prior(worth: float, design: Array, won: Array) -> tuple[Array, Array]:
    """Means and spreads: one lead tells share * (1 - share) about the log-odds of what it shows."""
    share, columns = float(won.mean()), design.shape[1]
    corrections = np.full(max(0, columns - FREE), 1 / math.sqrt(worth * share * (1 - share)))
    means = np.array([0.0, *[USUAL_SCALE] * len(AXES), *np.zeros_like(corrections)])
    spreads = np.array([BASE_SPREAD, *[USUAL_SCALE] * len(AXES), *corrections])
    return means[:columns], spreads[:columns]


def _quadratic(rows: Array, matrix: Array) -> Array:
    """The quadratic form of each row."""
    return np.asarray(((rows @ matrix) * rows).sum(axis=1))


def _of(learnt: Learnt) -> Posterior:
    return Posterior(np.array(learnt.mean), np.array(learnt.covariance), learnt.worth)


def _left_out(design: Array, won: Array) -> Array:
    """The chance of each lead by what the others teach."""
    said = np.empty_like(won)
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    for learnt_from, told in folds.split(design, won):
        said[told] = _posterior(design[learnt_from], won[learnt_from]).chances(design[told])
    return said


def _scale(posterior: Posterior, axis: Axis) -> Scale:
    place = 1 + AXES.index(axis)
    worth = _estimate(float(posterior.mean[place]), float(posterior.covariance[place, place]))
    return Scale(axis, worth, doubling=math.log(2) / worth.middle if worth.low > 0 else None)


def _weights(learnt: Learnt, scales: dict[Axis, Scale], examples: Sequence[Example]) -> Iterator[Weight]:
    posterior = _of(learnt)
    for number, rule in enumerate(learnt.rules):
        place = FREE + number
        once = np.zeros(len(learnt.mean))
        once[1 + AXES.index(rule.axis)], once[place] = rule.points, 1
        log_odds = _estimate(float(once @ posterior.mean), float(once @ posterior.covariance @ once))
        off = _estimate(float(posterior.mean[place]), float(posterior.covariance[place, place]))
        scale = scales[rule.axis]
        showed = [example.is_won for example in examples if example.traits.get(rule.name)]
        yield Weight(
            rule=rule,
            leads=len(showed),
            won=sum(showed),
            odds=_each(log_odds, math.exp),
            points=_in_points(off, rule, scale),
        )


def _in_points(off: Estimate, rule: Rule, scale: Scale) -> Estimate | None:
    """The rule's points, put right by what is off in log-odds."""
    if scale.doubling is None:
        return None
    per_point = scale.per_point.middle
    return _each(off, lambda log_odds: rule.points + log_odds / per_point)


def _estimate(mean: float, variance: float) -> Estimate:
    half = HALF_WIDTH * math.sqrt(variance)
    return Estimate(mean, mean - half, mean + half)


def _each(estimate: Estimate, change: Callable[[float], float]) -> Estimate:
    return Estimate(change(estimate.middle), change(estimate.low), change(estimate.high))
