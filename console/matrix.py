"""The fit × interest matrix as points of a picture: interest to the right, fit upwards."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from leads.domain.lead import Lead
from leads.domain.matrix import Thresholds

__all__ = ["Matrix", "Point", "matrix_of"]

SIDE = 400
RADIUS = 7  # of the largest shape
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
SPREAD = 6.5  # how far apart leads with equal scores are drawn
WARMTH = {"cold": 0, "warm": 1, "hot": 2}


@dataclass(frozen=True, slots=True)
class Point:
    """A lead in the picture; x and y in its units, y downwards."""

    lead: Lead
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Matrix:
    """The picture: its side, the threshold lines, and a point for each lead, the hottest last."""

    side: int
    line_x: float
    line_y: float
    thresholds: Thresholds
    points: tuple[Point, ...]

    @property
    def by_temperature(self) -> Mapping[str, int]:
        """How many points of each temperature there are."""
        counts = dict.fromkeys(reversed(WARMTH), 0)
        for point in self.points:
            counts[point.lead.temperature] = counts.get(point.lead.temperature, 0) + 1
        return counts


def matrix_of(leads: Iterable[Lead], thresholds: Thresholds) -> Matrix:
    """Where each lead stands: its whole shape on its side of both lines, equal leads beside each other."""
    seen: dict[tuple[int, int], int] = {}
    points = []
    for lead in sorted(leads, key=lambda lead: WARMTH.get(lead.temperature, 0)):
        scores = lead.interest, lead.fit
        place = seen.get(scores, 0)
        seen[scores] = place + 1
        right, up = _offset(place)
        points.append(
            Point(
                lead,
                x=_placed(lead.interest, right, thresholds.interest),
                y=round(SIDE - _placed(lead.fit, up, thresholds.fit), 1),
            )
        )
    return Matrix(
        side=SIDE,
        line_x=_scaled(thresholds.interest),
        line_y=SIDE - _scaled(thresholds.fit),
        thresholds=thresholds,
        points=tuple(points),
    )


def _scaled(score: int) -> float:
    return score * SIDE / 100


def _offset(place: int) -> tuple[float, float]:
    """The first in the middle, the others around it as the seeds of a sunflower."""
    distance, angle = SPREAD * math.sqrt(place), place * GOLDEN_ANGLE
    return distance * math.cos(angle), distance * math.sin(angle)


def _placed(score: int, offset: float, threshold: int) -> float:
    """Where a score is drawn along its axis, kept within the picture and on its side of the threshold."""
    line = _scaled(threshold)
    start, end = (line, float(SIDE)) if score >= threshold else (0.0, line)
    first, last = start + RADIUS, end - RADIUS
    if first >= last:  # a side too narrow for a shape
        return round(min(max(start, RADIUS), SIDE - RADIUS), 1)
    centre = min(max(_scaled(score), first), last)
    return round(_folded(centre + offset, first, last), 1)


def _folded(value: float, first: float, last: float) -> float:
    """What goes over an end comes back: equal leads at an edge spread inwards."""
    room = last - first
    along = (value - first) % (2 * room)
    return first + min(along, 2 * room - along)
