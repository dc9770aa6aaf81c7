"""The statistics of a bench: pure functions over seconds."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median

__all__ = ["Growth", "Latency", "growth", "growth_turns", "latency", "percentile", "ratio"]


@dataclass(frozen=True, slots=True)
class Latency:
    """What a turn cost. `per_second` is for conversations held one after another."""

    turns: int
    median_ms: float
    p95_ms: float
    per_second: float


@dataclass(frozen=True, slots=True)
class Growth:
    """What a turn cost early and late in one conversation: medians of windows with the same turns in them."""

    early_turn: int
    late_turn: int
    window: int
    early_ms: float
    late_ms: float
    ratio: float


def percentile(values: Sequence[float], *, percent: int) -> float:
    """Return the smallest value that at least `percent` of all values do not exceed (nearest rank)."""
    rank = max(1, ceil(len(values) * percent / 100))
    return sorted(values)[rank - 1]


def latency(seconds: Sequence[float]) -> Latency:
    """Sum up the durations of single turns."""
    return Latency(
        turns=len(seconds),
        median_ms=median(seconds) * 1000,
        p95_ms=percentile(seconds, percent=95) * 1000,
        per_second=len(seconds) / sum(seconds),
    )


def growth_turns(late_turn: int, *, window: int) -> int:
    """Return how many turns a conversation needs for a full window around `late_turn`."""
    return late_turn + window // 2


def growth(seconds: Sequence[float], *, early_turn: int, late_turn: int, window: int) -> Growth:
    """Compare two windows of one conversation; turns are counted from one, `seconds` has them all."""
    early = _window_median(seconds, turn=early_turn, window=window)
    late = _window_median(seconds, turn=late_turn, window=window)
    return Growth(
        early_turn=early_turn,
        late_turn=late_turn,
        window=window,
        early_ms=early * 1000,
        late_ms=late * 1000,
        ratio=late / early,
    )


def ratio(value: float, *, reference: float) -> float | None:
    """Return how many times the reference a value is; None where there is nothing to divide by."""
    return value / reference if reference else None


def _window_median(seconds: Sequence[float], *, turn: int, window: int) -> float:
    end = turn + window // 2
    if end > len(seconds) or end < window:
        msg = f"No window of {window} around turn {turn} in {len(seconds)} turns"
        raise ValueError(msg)
    return median(seconds[end - window : end])
