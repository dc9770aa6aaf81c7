"""Sliding windows of attempts."""

import pytest

from console.attempts import MOST_KEYS, Attempts, network_of


class Seconds:
    """A monotonic clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def attempts(seconds: Seconds) -> Attempts:
    return Attempts(most=3, seconds=60, clock=seconds)


def test_the_fourth_within_a_minute_has_to_wait_for_the_first_to_be_forgotten(
    attempts: Attempts, seconds: Seconds
) -> None:
    for _ in range(3):
        assert attempts.wait("a") == 0
        attempts.note("a")
        seconds.now += 10
    assert attempts.wait("a") == 31
    seconds.now += 31
    assert attempts.wait("a") == 0


def test_keys_do_not_count_for_each_other(attempts: Attempts) -> None:
    for _ in range(3):
        attempts.note("a")
    assert attempts.wait("a") > 0
    assert attempts.wait("b") == 0


def test_what_is_forgiven_does_not_count(attempts: Attempts) -> None:
    for _ in range(9):
        attempts.note("a")
        attempts.forgive("a")
    assert attempts.wait("a") == 0


def test_forgiving_what_never_was_is_harmless(attempts: Attempts) -> None:
    attempts.forgive("a")
    assert attempts.wait("a") == 0


def test_asking_remembers_nothing(attempts: Attempts) -> None:
    for number in range(100):
        attempts.wait(str(number))
    assert not attempts._tried


def test_old_keys_are_forgotten_when_there_are_many(attempts: Attempts, seconds: Seconds) -> None:
    for number in range(MOST_KEYS):
        attempts.note(str(number))
    seconds.now += 61
    attempts.note("new")
    assert set(attempts._tried) == {"new"}


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("[2001:db8:1:2:bbbb::2]", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("a unix socket", "a unix socket"),
        ("", ""),
    ],
)
def test_a_network_is_what_one_client_has_all_of(address: str, network: str) -> None:
    assert network_of(address) == network
