"""What outcomes teach about the scoring file, as values: weights, chances, and how good those are."""

from dataclasses import dataclass
from datetime import datetime

from leads.domain.matrix import Axis
from leads.domain.traits import Rule, Traits

__all__ = ["LEVEL", "Bin", "Estimate", "Example", "Learnt", "Quality", "Scale", "Weight"]

#: Every interval is meant to hold the truth this often.
LEVEL = 0.9


@dataclass(frozen=True, slots=True)
class Example:
    """A lead whose end is known: what counted for it at `known_until`, before sales had to do with it."""

    lead_id: str
    owner_id: str | None
    known_until: datetime
    traits: Traits
    is_won: bool


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number, and the interval that holds the truth with `LEVEL`."""

    middle: float
    low: float
    high: float

    def excludes(self, value: float) -> bool:
        """Whether the interval leaves this value out."""
        return not self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Scale:
    """What a point of an axis is worth in log-odds of winning, and how many points double the odds.

    `doubling` is None where the points of this axis do not tell winners from losers: then there is no telling
    what any of them should be.
    """

    axis: Axis
    per_point: Estimate
    doubling: float | None


@dataclass(frozen=True, slots=True)
class Weight:
    """What one rule turned out to be worth.

    `odds` is by how much the odds of winning are multiplied each time it counts; `points` is the same on the
    scale of the file, None where its axis has no scale. `leads` showed it, `won` of them were won.
    """

    rule: Rule
    leads: int
    won: int
    odds: Estimate
    points: Estimate | None


@dataclass(frozen=True, slots=True)
class Learnt:
    """What was learnt under one version of the file, enough to tell the chance of another lead.

    The log-odds of winning are (1, fit, interest, the traits in the order of `rules`) times numbers of this
    mean and covariance; fit and interest are the points times the traits. `worth` says for how many leads
    each guess of the sales team counted, beside those who showed the rule.
    """

    version: str
    rules: tuple[Rule, ...]
    mean: tuple[float, ...]
    covariance: tuple[tuple[float, ...], ...]
    worth: float
    won: int
    lost: int

    @property
    def outcomes(self) -> int:
        """From how many ends this was learnt."""
        return self.won + self.lost


@dataclass(frozen=True, slots=True)
class Bin:
    """Leads whose chance was put alike: what was said on average, and how many of them were won."""

    said: float
    won: int
    leads: int
    share: Estimate


@dataclass(frozen=True, slots=True)
class Quality:
    """How good the chances are, told for leads that were left out when they were learnt.

    Brier scores are mean squared errors, the smaller the better: of these chances; of saying the same for
    everybody; of what the two scores alone would say. `ranking` is how often a won lead was given a better
    chance than a lost one.
    """

    brier: float
    brier_of_base_rate: float
    brier_of_scores: float
    ranking: float
    curve: tuple[Bin, ...]
