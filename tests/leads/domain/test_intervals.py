"""Interval algebra against the same algebra on sets of minutes."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.intervals import Interval, clip, intersect, subtract, union

MIDNIGHT = datetime(2026, 3, 29, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def interval(first: int, last: int) -> Interval:
    return Interval(MIDNIGHT + first * MINUTE, MIDNIGHT + last * MINUTE)


def minutes(intervals: tuple[Interval, ...] | list[Interval]) -> set[int]:
    return {
        minute
        for one in intervals
        for minute in range((one.start - MIDNIGHT) // MINUTE, (one.end - MIDNIGHT) // MINUTE)
    }


def is_tidy(intervals: tuple[Interval, ...]) -> bool:
    return all(one.end < other.start for one, other in pairwise(intervals))


spans = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: interval(pair[0], sum(pair)))
groups = st.lists(spans, max_size=8)


@given(groups)
def test_union_keeps_every_minute_once(group: list[Interval]) -> None:
    assert minutes(union(group)) == minutes(group)
    assert is_tidy(union(group))


@given(groups, groups)
def test_subtract_leaves_what_is_not_taken(group: list[Interval], taken: list[Interval]) -> None:
    left = subtract(group, taken)
    assert minutes(left) == minutes(group) - minutes(taken)
    assert is_tidy(left)


@given(groups, groups)
def test_intersect_keeps_what_both_have(first: list[Interval], second: list[Interval]) -> None:
    both = intersect(first, second)
    assert minutes(both) == minutes(first) & minutes(second)
    assert is_tidy(both)


@given(groups, spans)
def test_clip_stays_within_bounds(group: list[Interval], bounds: Interval) -> None:
    assert minutes(clip(group, bounds)) == minutes(group) & minutes([bounds])


@given(spans, spans)
def test_overlap_and_containment_are_about_shared_minutes(one: Interval, other: Interval) -> None:
    assert one.overlaps(other) == bool(minutes([one]) & minutes([other]))
    assert one.contains(other) == (minutes([one]) >= minutes([other]))


def test_padding_adds_room_on_either_side() -> None:
    assert interval(30, 60).padded(before=10 * MINUTE, after=5 * MINUTE) == interval(20, 65)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param(datetime(2026, 1, 1), datetime(2026, 1, 2), id="naive"),  # noqa: DTZ001
        pytest.param(
            datetime(2026, 1, 1, tzinfo=ZoneInfo("Europe/London")),
            datetime(2026, 1, 2, tzinfo=ZoneInfo("Europe/London")),
            id="wall time that happens to be UTC",
        ),
        pytest.param(MIDNIGHT, MIDNIGHT, id="empty"),
        pytest.param(MIDNIGHT, MIDNIGHT - MINUTE, id="backwards"),
    ],
)
def test_what_is_no_interval_is_refused(start: datetime, end: datetime) -> None:
    with pytest.raises(ValueError, match="interval"):
        Interval(start, end)
