"""Worlds where it is known who buys: leads with the traits of the scoring file, and true weights."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from scipy import special

from leads.adapters.bayesian_logistic import GUESSES_WORTH, USUAL_SCALE
from leads.domain.learnt import Example
from leads.domain.matrix import Axis
from leads.domain.traits import Rule

__all__ = ["Guesses", "World", "draw"]

Array = NDArray[np.float64]

DECIDED = datetime(2026, 1, 1, tzinfo=UTC)
#: How evenly leads are spread over the bands of a topic, and how often a signal comes.
SPREAD, OFTEN, MOST_TIMES = 1.5, 0.4, 3
WINNING = 0.4


class Guesses(StrEnum):
    """How good the sales team's points are."""

    AS_BELIEVED = "as believed"  # off by as much as calibration expects
    RIGHT = "right"  # nothing is off
    SHUFFLED = "shuffled"  # each rule has the points of another one


@dataclass(frozen=True, slots=True)
class World:
    """Leads, and the truth about each rule: by what it moves the log-odds of winning."""

    examples: tuple[Example, ...]
    truth: Array
    chances: Array


def draw(rules: Sequence[Rule], *, guesses: Guesses, leads: int, seed: int) -> World:
    """A world of its own for every seed; about two in five leads are won in it."""
    random = np.random.default_rng(seed)
    truth = _truth(rules, guesses, random)
    counted = _counted(rules, leads, random)
    log_odds = counted @ truth
    chances = special.expit(log_odds - np.median(log_odds) + special.logit(WINNING))
    won = random.random(leads) < chances
    return World(tuple(_examples(rules, counted, won)), truth, chances)


def _truth(rules: Sequence[Rule], guesses: Guesses, random: np.random.Generator) -> Array:
    points = np.array([rule.points for rule in rules], dtype=np.float64)
    match guesses:
        case Guesses.RIGHT:
            return USUAL_SCALE * points
        case Guesses.SHUFFLED:
            return USUAL_SCALE * _shuffled(rules, points, random)
        case Guesses.AS_BELIEVED:
            scales = {axis: random.normal(USUAL_SCALE, USUAL_SCALE) for axis in Axis}
            off = 1 / np.sqrt(random.choice(GUESSES_WORTH) * WINNING * (1 - WINNING))
            scaled = np.array([scales[rule.axis] for rule in rules]) * points
            return np.asarray(scaled + random.normal(0, off, len(rules)))


def _shuffled(rules: Sequence[Rule], points: Array, random: np.random.Generator) -> Array:
    """Points change places within their axis."""
    shuffled = points.copy()
    for axis in Axis:
        places = [place for place, rule in enumerate(rules) if rule.axis is axis]
        shuffled[places] = points[random.permutation(places)]
    return shuffled


def _counted(rules: Sequence[Rule], leads: int, random: np.random.Generator) -> Array:
    """One band of each topic or none, and each signal some times."""
    counted = np.zeros((leads, len(rules)))
    topics: dict[str, list[int]] = defaultdict(list)
    for place, rule in enumerate(rules):
        if rule.path[0] == "answers":
            topics[rule.path[1]].append(place)
        else:
            counted[:, place] = np.minimum(random.poisson(OFTEN, leads), MOST_TIMES)
    for places in topics.values():
        likely = random.dirichlet(np.full(len(places) + 1, SPREAD))
        chosen = random.choice(len(places) + 1, size=leads, p=likely)
        for number, place in enumerate(places):
            counted[:, place] = chosen == number
    return counted


def _examples(rules: Sequence[Rule], counted: Array, won: NDArray[np.bool_]) -> Iterator[Example]:
    names = [rule.name for rule in rules]
    for row, is_won in zip(counted, won, strict=True):
        traits = {name: float(times) for name, times in zip(names, row, strict=True) if times}
        yield Example("", None, DECIDED, traits, bool(is_won))
