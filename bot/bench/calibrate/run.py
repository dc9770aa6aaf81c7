"""Learning in many worlds, and comparing what was learnt with the truth."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.bench.calibrate.world import Guesses, World, draw
from leads.adapters.bayesian_logistic import USUAL_SCALE, BayesianLogistic
from leads.domain.calibration import shortfall
from leads.domain.learnt import LEVEL
from leads.domain.traits import Rule

__all__ = ["TOO_FEW", "Recovery", "Trial", "recover"]

Array = NDArray[np.float64]

TOO_FEW = 10
VERSION = "bench"


@dataclass(frozen=True, slots=True)
class Trial:
    """One world: which true weights the intervals hold, how far estimates are off, how wide it is.

    `way` is how much of the way from the team's guess to the truth was gone, `worth` for how many leads the
    guess still counts, `regret` how far the chances told are from the true ones (mean squared).
    """

    held: tuple[bool, ...]
    off: float
    width: float
    way: float
    worth: float
    regret: float


@dataclass(frozen=True, slots=True)
class Recovery:
    """All worlds of one kind and size; too few outcomes of a kind were refused."""

    guesses: Guesses
    leads: int
    trials: tuple[Trial, ...]
    refused: int

    @property
    def coverage(self) -> float:
        """How often an interval held the truth."""
        return float(np.mean([trial.held for trial in self.trials]))

    @property
    def error(self) -> float:
        """The standard error of that: the weights of one world are no independent draws, the worlds are."""
        by_world = [np.mean(trial.held) for trial in self.trials]
        if len(by_world) < 2:
            return math.nan
        return float(np.std(by_world, ddof=1) / math.sqrt(len(by_world)))

    @property
    def binomial_error(self) -> float:
        """The standard error that independent intervals of the stated level would have."""
        intervals = sum(len(trial.held) for trial in self.trials)
        return math.sqrt(LEVEL * (1 - LEVEL) / intervals)

    def mean(self, figure: Callable[[Trial], float]) -> float:
        """A figure, on average over the worlds."""
        return float(np.mean([figure(trial) for trial in self.trials]))


def recover(rules: Sequence[Rule], *, guesses: Guesses, leads: int, seeds: Sequence[int]) -> Recovery:
    """Learn in as many worlds as there are seeds."""
    worlds = [draw(rules, guesses=guesses, leads=leads, seed=seed) for seed in seeds]
    trials = [trial for world in worlds if (trial := _trial(world, rules)) is not None]
    return Recovery(guesses, leads, tuple(trials), refused=len(worlds) - len(trials))


def _trial(world: World, rules: Sequence[Rule]) -> Trial | None:
    won = sum(example.is_won for example in world.examples)
    if shortfall(won=won, lost=len(world.examples) - won) is not None:
        return None
    statistics = BayesianLogistic()
    learnt = statistics.learn(world.examples, rules, version=VERSION)
    weights = [weight.odds for weight in statistics.weights(learnt, world.examples)]
    low, middle, high = (
        np.log([getattr(odds, end) for odds in weights]) for end in ("low", "middle", "high")
    )
    guess = USUAL_SCALE * np.array([rule.points for rule in rules])
    told = statistics.chances(learnt, [example.traits for example in world.examples])
    return Trial(
        held=tuple((low <= world.truth) & (world.truth <= high)),
        off=float(np.abs(middle - world.truth).mean()),
        width=float((high - low).mean()),
        way=_way(middle - guess, world.truth - guess),
        worth=learnt.worth,
        regret=float(np.mean((told - world.chances) ** 2)),
    )


def _way(gone: Array, whole: Array) -> float:
    """How much of a way was gone, along it; all of a way of no length."""
    length = float(whole @ whole)
    return float(gone @ whole) / length if length else 1.0
