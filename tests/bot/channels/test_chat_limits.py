"""How much one caller may ask."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.limits import MOST_KEYS, Limit, network_of


class Clock:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_at_the_limit_one_waits_until_the_oldest_use_is_over() -> None:
    clock = Clock()
    limit = Limit(most=2, seconds=10, clock=clock)
    assert limit.wait("a") == 0
    clock.now = 4
    assert limit.wait("a") == 0
    assert limit.wait("a") == 7
    assert limit.wait("b") == 0
    clock.now = 10
    assert limit.wait("a") == 0
    assert limit.wait("a") == 5


@given(st.lists(st.floats(min_value=0, max_value=5), max_size=60))
def test_never_more_than_the_limit_in_any_span(pauses: list[float]) -> None:
    clock = Clock()
    limit = Limit(most=3, seconds=10, clock=clock)
    granted: list[float] = []
    for pause in pauses:
        clock.now += pause
        if limit.wait("a") == 0:
            granted.append(clock.now)
    assert all(later - earlier >= 10 for earlier, later in zip(granted, granted[3:], strict=False))


def test_a_flood_of_callers_does_not_fill_the_memory() -> None:
    limit = Limit(most=1, seconds=10, clock=Clock())
    for number in range(MOST_KEYS + 10):
        limit.wait(str(number))
    assert len(limit._used) == MOST_KEYS


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", ""),
        ("a socket", "a socket"),
    ],
)
def test_a_household_is_one_caller(address: str, network: str) -> None:
    assert network_of(address) == network
