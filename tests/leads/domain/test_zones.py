"""What the clocks of a place show, and when: skipped hours, repeated hours, days of odd length."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.zones import instants, span, zone_named

DAY = timedelta(days=1)
ZONES = sorted(available_timezones() - {"Factory", "localtime"})


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "shown", "expected"),
    [
        pytest.param(
            "America/New_York", "2026-03-08 01:59", ["2026-03-08 06:59"], id="New York before spring"
        ),
        pytest.param("America/New_York", "2026-03-08 02:00", [], id="New York gap begins"),
        pytest.param("America/New_York", "2026-03-08 02:30", [], id="New York skips 02:30"),
        pytest.param(
            "America/New_York", "2026-03-08 03:00", ["2026-03-08 07:00"], id="New York after spring"
        ),
        pytest.param(
            "America/New_York",
            "2026-11-01 01:30",
            ["2026-11-01 05:30", "2026-11-01 06:30"],
            id="New York repeats 01:30",
        ),
        pytest.param(
            "America/New_York", "2026-11-01 02:00", ["2026-11-01 07:00"], id="New York after autumn"
        ),
        pytest.param("Europe/London", "2026-03-29 01:30", [], id="London skips 01:30"),
        pytest.param(
            "Europe/London",
            "2026-10-25 01:30",
            ["2026-10-25 00:30", "2026-10-25 01:30"],
            id="London repeats 01:30",
        ),
        pytest.param("Australia/Lord_Howe", "2026-10-04 02:15", [], id="Lord Howe skips half an hour"),
        pytest.param(
            "Australia/Lord_Howe",
            "2026-04-05 01:45",
            ["2026-04-04 14:45", "2026-04-04 15:15"],
            id="Lord Howe repeats half an hour",
        ),
        pytest.param("Asia/Kolkata", "2026-03-29 02:30", ["2026-03-28 21:00"], id="Kolkata never changes"),
        pytest.param("Pacific/Chatham", "2026-09-27 03:15", [], id="Chatham skips a quarter past three"),
        pytest.param(
            "Pacific/Chatham",
            "2026-04-05 03:00",
            ["2026-04-04 13:15", "2026-04-04 14:15"],
            id="Chatham repeats three o'clock",
        ),
        pytest.param("Pacific/Apia", "2011-12-30 09:00", [], id="Apia skipped a whole day"),
        pytest.param("Pacific/Apia", "2011-12-31 09:00", ["2011-12-30 19:00"], id="Apia the day after"),
    ],
)
def test_F29_instants_behind_a_wall_time(zone: str, shown: str, expected: list[str]) -> None:
    assert instants(wall(shown), zone=ZoneInfo(zone)) == tuple(utc(text) for text in expected)


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        pytest.param("America/New_York", "2026-03-08", 23, id="New York spring"),
        pytest.param("America/New_York", "2026-11-01", 25, id="New York autumn"),
        pytest.param("Europe/London", "2026-03-29", 23, id="London spring"),
        pytest.param("Europe/London", "2026-10-25", 25, id="London autumn"),
        pytest.param("Australia/Lord_Howe", "2026-10-04", 23.5, id="Lord Howe spring"),
        pytest.param("Australia/Lord_Howe", "2026-04-05", 24.5, id="Lord Howe autumn"),
        pytest.param("Asia/Kolkata", "2026-03-29", 24, id="Kolkata"),
        pytest.param("Pacific/Chatham", "2026-09-27", 23, id="Chatham spring"),
        pytest.param("Pacific/Chatham", "2026-04-05", 25, id="Chatham autumn"),
        pytest.param("Pacific/Apia", "2011-12-30", 0, id="Apia's missing day"),
        pytest.param("Pacific/Apia", "2026-04-05", 24, id="Apia today"),
    ],
)
def test_F29_length_of_a_day(zone: str, day: str, hours: float) -> None:
    pieces = span(wall(day), wall(day) + DAY, zone=ZoneInfo(zone))
    assert sum((piece.end - piece.start for piece in pieces), timedelta(0)) == timedelta(hours=hours)


def test_F29_an_end_inside_the_skipped_hour_is_where_the_clocks_jump() -> None:
    (night,) = span(wall("2026-03-08 00:00"), wall("2026-03-08 02:30"), zone=ZoneInfo("America/New_York"))
    (morning,) = span(wall("2026-03-08 02:30"), wall("2026-03-08 05:00"), zone=ZoneInfo("America/New_York"))
    assert night.end == morning.start == utc("2026-03-08 07:00")


def test_F29_an_end_inside_the_repeated_hour_comes_twice() -> None:
    night = span(wall("2026-11-01 00:00"), wall("2026-11-01 01:30"), zone=ZoneInfo("America/New_York"))
    assert [(piece.start, piece.end) for piece in night] == [
        (utc("2026-11-01 04:00"), utc("2026-11-01 05:30")),
        (utc("2026-11-01 06:00"), utc("2026-11-01 06:30")),
    ]


@pytest.mark.parametrize("year", [2026, 2027])
def test_F29_in_every_zone_two_days_are_as_long_as_their_clocks_say(year: int) -> None:
    for name in ZONES:
        zone = ZoneInfo(name)
        offsets = [(utc(f"{year}-01-01") + n * DAY).astimezone(zone).utcoffset() for n in range(366)]
        for n in range(1, 366):
            before, after = offsets[n - 1], offsets[n]
            if before == after or before is None or after is None:
                continue
            first = wall(f"{year}-01-01") + (n - 2) * DAY
            total = sum((p.end - p.start for p in span(first, first + 4 * DAY, zone=zone)), timedelta(0))
            assert total == 4 * DAY - (after - before), (name, first)


near_changes = st.builds(
    lambda year, turn, minutes: wall(f"{year}-{turn}") + timedelta(minutes=minutes),
    st.integers(2008, 2037),
    st.sampled_from(["03-08", "03-29", "04-05", "09-27", "10-04", "10-25", "11-01", "12-30"]),
    st.integers(-14 * 1440, 14 * 1440),
)


@given(st.sampled_from(ZONES), near_changes)
def test_instants_are_exactly_those_that_show_the_time(name: str, shown: datetime) -> None:
    zone = ZoneInfo(name)
    around = [shown.replace(tzinfo=UTC) + timedelta(minutes=m) for m in range(-15 * 60, 16 * 60, 15)]
    brute_force = [i for i in around if i.astimezone(zone).replace(tzinfo=None) == shown]
    assert list(instants(shown, zone=zone)) == brute_force


@given(st.sampled_from(ZONES), near_changes, st.integers(1, 30 * 60), st.integers(-16 * 60, 46 * 60))
def test_a_span_holds_exactly_the_instants_that_show_its_times(
    name: str, start: datetime, length: int, offset: int
) -> None:
    zone, end = ZoneInfo(name), start + timedelta(minutes=length)
    instant = start.replace(tzinfo=UTC) + timedelta(minutes=offset)
    is_inside = any(piece.start <= instant < piece.end for piece in span(start, end, zone=zone))
    assert is_inside == (start <= instant.astimezone(zone).replace(tzinfo=None) < end)


def test_known_names_are_zones() -> None:
    assert zone_named("Europe/Berlin") == ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    "name",
    [
        None,
        "",
        "Mars/Olympus_Mons",
        "europe/berlin",
        "Europe",
        "../../etc/passwd",
        "/etc/localtime",
        "localtime",
        "right/UTC",
        "a\x00b",
        "x" * 100_000,
    ],
)
def test_other_names_are_none(name: str | None) -> None:
    assert zone_named(name) is None
