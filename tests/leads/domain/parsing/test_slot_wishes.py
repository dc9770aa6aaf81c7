"""Times that people ask for in their own words, among all that are free."""

from datetime import UTC, date, datetime

import pytest

from leads.domain.parsing.slot_wishes import read_wished_starts

TODAY = date(2026, 11, 23)  # a Monday
FREE = [datetime(2026, 11, day, hour, tzinfo=UTC) for day in (23, 24, 26, 27) for hour in (9, 11, 14, 16)] + [
    datetime(2026, 12, 3, hour, tzinfo=UTC) for hour in (9, 15)
]


def wished(text: str) -> list[str] | None:
    starts = read_wished_starts(text, FREE, today=TODAY)
    return None if starts is None else [f"{start:%d %H}" for start in sorted(starts)]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("can we do thursday afternoon?", ["26 14", "26 16", "03 15"]),
        ("tomorrow morning", ["24 09", "24 11"]),
        ("Friday at 2", ["27 14"]),
        ("the 26th after 3pm", ["26 16"]),
        ("3 december", ["03 09", "03 15"]),
        ("not tomorrow, friday morning please", ["27 09", "27 11"]),
        (
            "mornings are best for me",
            ["23 09", "23 11", "24 09", "24 11", "26 09", "26 11", "27 09", "27 11", "03 09"],
        ),
    ],
)
def test_times_that_are_free(text: str, starts: list[str]) -> None:
    assert wished(text) == starts


@pytest.mark.parametrize("text", ["sunday", "wednesday at noon", "tomorrow at 3 in the morning, 3am"])
def test_times_at_which_nothing_is_free(text: str) -> None:
    assert wished(text) == []


@pytest.mark.parametrize("text", ["none of these", "what else have you got?", "2", "the first one", ""])
def test_no_time_is_named(text: str) -> None:
    assert wished(text) is None
