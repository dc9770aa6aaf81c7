"""Half-open stretches of time and their algebra: union, difference, intersection, clipping."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

__all__ = ["Interval", "clip", "intersect", "subtract", "union"]


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """The instants from `start` up to, but not including, `end`; both carry `datetime.UTC`.

    Two intervals that only touch do not overlap. Raises ValueError for another zone (its arithmetic would be
    on wall time) and for an end that does not follow the start.
    """

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start.tzinfo is not UTC or self.end.tzinfo is not UTC:
            raise ValueError("An interval is made of UTC instants.")
        if self.start >= self.end:
            raise ValueError("An interval ends after it starts.")

    def overlaps(self, other: "Interval") -> bool:
        """Whether the two share an instant."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Interval") -> bool:
        """Whether every instant of `other` is in this one."""
        return self.start <= other.start and other.end <= self.end

    def padded(self, *, before: timedelta, after: timedelta) -> "Interval":
        """The same interval with room added on either side."""
        return Interval(self.start - before, self.end + after)


def union(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """The same instants as the fewest intervals, in order: overlapping and touching ones become one."""
    merged: list[Interval] = []
    for interval in sorted(intervals):
        if merged and interval.start <= merged[-1].end:
            last = merged.pop()
            merged.append(Interval(last.start, max(last.end, interval.end)))
        else:
            merged.append(interval)
    return tuple(merged)


def subtract(intervals: Iterable[Interval], taken: Iterable[Interval]) -> tuple[Interval, ...]:
    """What is left of `intervals` without `taken`, as the fewest intervals, in order."""
    left: list[Interval] = []
    cuts = union(taken)
    for interval in union(intervals):
        start = interval.start
        for cut in cuts:
            if cut.end <= start or interval.end <= cut.start:
                continue
            if start < cut.start:
                left.append(Interval(start, cut.start))
            start = cut.end
        if start < interval.end:
            left.append(Interval(start, interval.end))
    return tuple(left)


def intersect(first: Iterable[Interval], second: Iterable[Interval]) -> tuple[Interval, ...]:
    """The instants in both, as the fewest intervals, in order."""
    others = union(second)
    return tuple(
        Interval(max(one.start, other.start), min(one.end, other.end))
        for one in union(first)
        for other in others
        if one.overlaps(other)
    )


def clip(intervals: Iterable[Interval], bounds: Interval) -> tuple[Interval, ...]:
    """The part of `intervals` that lies within `bounds`."""
    return intersect(intervals, [bounds])
