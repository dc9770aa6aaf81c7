"""Instants in words: the same wherever they are shown, and never without a zone that matters."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.when import WhenStyle, render_when

HALF_HOUR = timedelta(minutes=30)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def sentence(start: str, zone: str | None, *, length: timedelta = HALF_HOUR) -> str:
    return render_when(utc(start), zone, end=utc(start) + length)


def button(start: str, zone: str | None) -> str:
    return render_when(utc(start), zone, style=WhenStyle.BUTTON)


@pytest.mark.parametrize(
    ("start", "zone", "expected"),
    [
        ("2026-11-24 09:00", "Europe/Berlin", "Tuesday 24 November, 10:00–10:30 (Berlin time, UTC+1)"),
        ("2026-07-01 09:00", "Europe/Berlin", "Wednesday 1 July, 11:00–11:30 (Berlin time, UTC+2)"),
        ("2026-11-24 09:00", "Europe/London", "Tuesday 24 November, 09:00–09:30 (London time, UTC)"),
        ("2026-11-24 09:00", "Asia/Kolkata", "Tuesday 24 November, 14:30–15:00 (Kolkata time, UTC+5:30)"),
        ("2026-11-24 09:00", "Pacific/Chatham", "Tuesday 24 November, 22:45–23:15 (Chatham time, UTC+13:45)"),
        ("2026-07-01 12:00", "America/St_Johns", "Wednesday 1 July, 09:30–10:00 (St Johns time, UTC-2:30)"),
        (
            "2026-11-24 15:00",
            "America/Argentina/Buenos_Aires",
            "Tuesday 24 November, 12:00–12:30 (Buenos Aires time, UTC-3)",
        ),
        ("2026-11-24 09:00", "CET", "Tuesday 24 November, 10:00–10:30 (UTC+1)"),
        ("2026-11-24 09:00", "Etc/GMT+5", "Tuesday 24 November, 04:00–04:30 (UTC-5)"),
        ("2026-11-24 09:00", "UTC", "Tuesday 24 November, 09:00–09:30 (UTC)"),
    ],
)
def test_a_sentence_names_day_span_place_and_offset(start: str, zone: str, expected: str) -> None:
    assert sentence(start, zone) == expected


def test_a_record_has_the_year() -> None:
    start = utc("2026-11-24 09:00")
    shown = render_when(start, "Europe/Berlin", end=start + HALF_HOUR, style=WhenStyle.RECORD)
    assert shown == "Tuesday 24 November 2026, 10:00–10:30 (Berlin time, UTC+1)"


def test_an_instant_without_an_end_is_one_time() -> None:
    shown = render_when(utc("2026-11-24 09:00"), "Europe/Berlin")
    assert shown == "Tuesday 24 November, 10:00 (Berlin time, UTC+1)"


@pytest.mark.parametrize(
    ("start", "zone", "expected"),
    [
        pytest.param("2026-11-24 09:00", "Europe/Berlin", "Tue 24 Nov, 10:00", id="plain"),
        pytest.param("2026-11-01 05:30", "America/New_York", "Sun 1 Nov, 01:30 UTC-4", id="first 01:30"),
        pytest.param("2026-11-01 06:30", "America/New_York", "Sun 1 Nov, 01:30 UTC-5", id="second 01:30"),
        pytest.param("2026-11-01 07:00", "America/New_York", "Sun 1 Nov, 02:00", id="after the change"),
        pytest.param(
            "2026-04-04 14:45", "Australia/Lord_Howe", "Sun 5 Apr, 01:45 UTC+11", id="Lord Howe, first"
        ),
        pytest.param(
            "2026-04-04 15:15", "Australia/Lord_Howe", "Sun 5 Apr, 01:45 UTC+10:30", id="Lord Howe, second"
        ),
    ],
)
def test_F29_a_button_is_short_but_never_ambiguous(start: str, zone: str, expected: str) -> None:
    assert button(start, zone) == expected


@pytest.mark.parametrize("zone", [None, "", "Mars/Olympus_Mons", "../../etc/passwd", "{{7*7}}", "a\x00b"])
def test_an_unknown_zone_is_utc_and_says_so(zone: str | None) -> None:
    assert button("2026-11-24 09:00", zone) == "Tue 24 Nov, 09:00 UTC"
    assert sentence("2026-11-24 09:00", zone) == "Tuesday 24 November, 09:00–09:30 (UTC)"


@pytest.mark.parametrize(
    ("start", "auckland", "los_angeles"),
    [
        pytest.param(
            "2026-11-24 20:00",
            "Wednesday 25 November, 09:00–09:30 (Auckland time, UTC+13)",
            "Tuesday 24 November, 12:00–12:30 (Los Angeles time, UTC-8)",
            id="a day apart",
        ),
        pytest.param(
            "2026-12-31 20:00",
            "Friday 1 January, 09:00–09:30 (Auckland time, UTC+13)",
            "Thursday 31 December, 12:00–12:30 (Los Angeles time, UTC-8)",
            id="New Year",
        ),
        pytest.param(
            "2028-02-29 20:00",
            "Wednesday 1 March, 09:00–09:30 (Auckland time, UTC+13)",
            "Tuesday 29 February, 12:00–12:30 (Los Angeles time, UTC-8)",
            id="leap day there",
        ),
        pytest.param(
            "2028-02-28 20:00",
            "Tuesday 29 February, 09:00–09:30 (Auckland time, UTC+13)",
            "Monday 28 February, 12:00–12:30 (Los Angeles time, UTC-8)",
            id="leap day here",
        ),
        pytest.param(
            "2026-11-24 10:45",
            "Tuesday 24 November, 23:45 – Wednesday 25 November, 00:15 (Auckland time, UTC+13)",
            "Tuesday 24 November, 02:45–03:15 (Los Angeles time, UTC-8)",
            id="across midnight",
        ),
    ],
)
def test_F31_both_sides_are_told_the_same_instant(start: str, auckland: str, los_angeles: str) -> None:
    assert sentence(start, "Pacific/Auckland") == auckland
    assert sentence(start, "America/Los_Angeles") == los_angeles


def test_F31_a_record_across_new_year_has_both_years() -> None:
    start = utc("2026-12-31 22:45")
    shown = render_when(start, "Europe/Berlin", end=start + HALF_HOUR, style=WhenStyle.RECORD)
    assert shown == "Thursday 31 December 2026, 23:45 – Friday 1 January 2027, 00:15 (Berlin time, UTC+1)"


@pytest.mark.parametrize(
    ("start", "zone", "expected"),
    [
        (
            "2026-11-01 05:30",
            "America/New_York",
            "Sunday 1 November, 01:30 UTC-4–01:00 UTC-5 (New York time)",
        ),
        ("2026-03-08 06:45", "America/New_York", "Sunday 8 March, 01:45 UTC-5–03:15 UTC-4 (New York time)"),
        ("2026-03-29 00:45", "CET", "Sunday 29 March, 01:45 UTC+1–03:15 UTC+2 (CET)"),
    ],
)
def test_F29_a_meeting_across_the_change_says_what_each_end_counts_from(
    start: str, zone: str, expected: str
) -> None:
    assert sentence(start, zone) == expected


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2037, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.sampled_from(["America/New_York", "Europe/London", "Australia/Lord_Howe", "Pacific/Apia", None]),
    st.sampled_from(["Asia/Tokyo", "America/Los_Angeles"]),
)
def test_the_zone_an_instant_comes_in_does_not_matter(
    instant: datetime, zone: str | None, other: str
) -> None:
    from_afar = instant.astimezone(ZoneInfo(other))
    assert render_when(from_afar, zone) == render_when(instant, zone)
