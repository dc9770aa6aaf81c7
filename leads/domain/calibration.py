"""A calibration: what was learnt from outcomes and what it suggests, or what is missing to learn anything."""

from dataclasses import dataclass
from datetime import datetime

from leads.domain.ladder import Rung, Suggestion
from leads.domain.learnt import Learnt, Quality, Scale, Weight

__all__ = ["FEWEST", "Calibration", "Findings", "Shortfall", "Tally", "shortfall"]

#: Fewest of the won and of the lost. Two numbers are learnt freely, how much fit and how much interest speaks
#: for a sale, and each needs ten of the rarer outcome at least: Peduzzi and others, A simulation study of the
#: number of events per variable in logistic regression analysis, J Clin Epidemiol 49 (1996), 1373-1379.
FEWEST = 20


@dataclass(frozen=True, slots=True)
class Tally:
    """Leads by how they ended; of the `unknown` nothing was known before sales had to do with them."""

    won: int
    lost: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Shortfall:
    """How many more of each outcome are needed before anything can be said."""

    won: int
    lost: int


@dataclass(frozen=True, slots=True)
class Findings:
    """What the outcomes say."""

    learnt: Learnt
    scales: tuple[Scale, ...]
    weights: tuple[Weight, ...]
    quality: Quality
    suggestions: tuple[Suggestion, ...]
    rungs: tuple[Rung, ...]
    months: float

    @property
    def is_of_use(self) -> bool:
        """Whether the chances may be told: they beat saying the same for everybody."""
        return self.quality.brier < self.quality.brier_of_base_rate


@dataclass(frozen=True, slots=True)
class Calibration:
    """Made at one moment, under one version of the file: either something is missing, or it has findings."""

    id: str
    at: datetime
    by: str
    version: str
    tally: Tally
    missing: Shortfall | None
    findings: Findings | None


def shortfall(*, won: int, lost: int) -> Shortfall | None:
    """What is missing before outcomes can teach anything; None when there are enough."""
    missing = Shortfall(max(0, FEWEST - won), max(0, FEWEST - lost))
    return None if missing == Shortfall(0, 0) else missing
