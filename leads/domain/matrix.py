"""The fit × interest matrix: two scores, two thresholds, four quadrants."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Axis", "Quadrant", "Scores", "Thresholds", "quadrant"]


class Axis(StrEnum):
    """One of the two scores: interest is drawn on x, fit on y."""

    FIT = "fit"
    INTEREST = "interest"


@dataclass(frozen=True, slots=True)
class Scores:
    """Both scores of a lead, each from 0 to 100. There is never a single one."""

    fit: int = 0
    interest: int = 0

    def on(self, axis: Axis) -> int:
        """The score on one axis."""
        return self.fit if axis is Axis.FIT else self.interest


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where the high side of each axis begins; the threshold itself is on the high side."""

    fit: int
    interest: int

    def on(self, axis: Axis) -> int:
        """The threshold on one axis."""
        return self.fit if axis is Axis.FIT else self.interest


class Quadrant(StrEnum):
    """A cell of the matrix, fit first."""

    GOOD_FIT_INTERESTED = "good_fit_interested"
    GOOD_FIT_LESS_INTERESTED = "good_fit_less_interested"
    POOR_FIT_INTERESTED = "poor_fit_interested"
    POOR_FIT_NOT_INTERESTED = "poor_fit_not_interested"

    @property
    def is_good_fit(self) -> bool:
        """Whether this is one of the two cells on the high side of fit."""
        return self in (Quadrant.GOOD_FIT_INTERESTED, Quadrant.GOOD_FIT_LESS_INTERESTED)


def quadrant(scores: Scores, thresholds: Thresholds) -> Quadrant:
    """The cell these scores fall in."""
    match scores.fit >= thresholds.fit, scores.interest >= thresholds.interest:
        case True, True:
            return Quadrant.GOOD_FIT_INTERESTED
        case True, False:
            return Quadrant.GOOD_FIT_LESS_INTERESTED
        case False, True:
            return Quadrant.POOR_FIT_INTERESTED
        case _:
            return Quadrant.POOR_FIT_NOT_INTERESTED
