import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bench.measures import growth, growth_turns, latency, percentile, ratio

durations = st.lists(st.floats(min_value=1e-6, max_value=100), min_size=1, max_size=300)


@pytest.mark.parametrize(
    ("values", "percent", "expected"),
    [
        pytest.param([7.0], 95, 7.0, id="one value is every percentile"),
        pytest.param([4.0, 1.0, 3.0, 2.0], 50, 2.0, id="half of four, unsorted"),
        pytest.param([float(n) for n in range(1, 101)], 95, 95.0, id="a hundred"),
        pytest.param([float(n) for n in range(1, 21)], 95, 19.0, id="twenty leave one above"),
        pytest.param([1.0, 2.0, 3.0], 100, 3.0, id="all of them"),
        pytest.param([1.0, 2.0, 3.0], 0, 1.0, id="none of them"),
    ],
)
def test_percentile_is_the_nearest_rank(values: list[float], percent: int, expected: float) -> None:
    assert percentile(values, percent=percent) == expected


@given(values=durations, percent=st.integers(0, 100))
def test_percentile_is_a_value_that_enough_do_not_exceed(values: list[float], percent: int) -> None:
    found = percentile(values, percent=percent)
    assert found in values
    assert sum(value <= found for value in values) * 100 >= percent * len(values)


def test_latency_is_told_in_milliseconds_and_turns_per_second() -> None:
    found = latency([0.010, 0.030, 0.020, 0.040])
    assert found.turns == 4
    assert found.median_ms == pytest.approx(25)
    assert found.p95_ms == pytest.approx(40)
    assert found.per_second == pytest.approx(40)


@given(values=durations)
def test_latency_median_never_exceeds_p95(values: list[float]) -> None:
    found = latency(values)
    assert found.median_ms <= found.p95_ms * (1 + 1e-9)


def test_growth_compares_full_windows_around_both_turns() -> None:
    turns = [float(number) for number in range(1, 206)]
    found = growth(turns, early_turn=10, late_turn=200, window=10)
    assert found.early_ms == pytest.approx(10_500)  # turns 6 to 15
    assert found.late_ms == pytest.approx(200_500)  # turns 196 to 205
    assert found.ratio == pytest.approx(200.5 / 10.5)


def test_growth_of_a_repeated_script_sees_the_same_turns_in_both_windows() -> None:
    script = [float(n) for n in (1, 9, 3, 7, 5, 2, 8, 4, 6, 10)]
    turns = (script * 21)[: growth_turns(200, window=10)]
    assert growth(turns, early_turn=10, late_turn=200, window=10).ratio == 1


def test_growth_is_not_moved_by_one_slow_turn() -> None:
    turns = [0.01] * 205
    turns[199] = 30.0
    assert growth(turns, early_turn=10, late_turn=200, window=10).ratio == 1


@pytest.mark.parametrize(
    ("count", "early", "late"),
    [
        pytest.param(204, 10, 200, id="one turn too few for the late window"),
        pytest.param(205, 4, 200, id="the early window would begin before the first turn"),
    ],
)
def test_growth_refuses_a_window_that_is_not_there(count: int, early: int, late: int) -> None:
    with pytest.raises(ValueError, match="No window of 10"):
        growth([0.01] * count, early_turn=early, late_turn=late, window=10)


def test_growth_turns_is_what_the_late_window_needs() -> None:
    assert growth_turns(200, window=10) == 205


@pytest.mark.parametrize(
    ("value", "reference", "expected"),
    [
        pytest.param(5.0, 50.0, 0.1, id="a tenth"),
        pytest.param(50.0, 50.0, 1.0, id="itself"),
        pytest.param(5.0, 0.0, None, id="nothing to divide by"),
    ],
)
def test_ratio(value: float, reference: float, expected: float | None) -> None:
    assert ratio(value, reference=reference) == expected
