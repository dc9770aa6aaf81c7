"""Alarms speak when there is enough to say it by, and never of a handful."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.alarms import (
    Contact,
    Reached,
    ReadyAlarm,
    ReadyRules,
    Share,
    StopRules,
    Way,
    ready_alarm,
    stopping,
)

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)
READY = ReadyRules(wait=30 * DAY, least_leads=20, buying_percent=20)
STOPS = StopRules(window=14 * DAY, least_leads=10, stopping_percent=60)


def leads(count: int, *, bought: int = 0, peak: int = 60, days_ago: int = 40) -> list[Reached]:
    return [Reached(f"{peak}-{n}", NOW - days_ago * DAY, peak, n < bought) for n in range(count)]


def ready(*reached: list[Reached]) -> ReadyAlarm:
    everybody = [lead for some in reached for lead in some]
    return ready_alarm(everybody, line=60, highest=100, rules=READY, now=NOW)


@given(st.integers(0, 300), st.integers(0, 300))
def test_an_interval_holds_its_share_and_shrinks_with_more(count: int, more: int) -> None:
    share, larger = Share(count, count + more), Share(10 * count, 10 * (count + more))
    assert 0 <= share.low <= share.percent <= share.high <= 100 or not share.of
    if share.of:
        assert larger.high - larger.low <= share.high - share.low


def test_the_interval_is_wilsons() -> None:
    share = Share(10, 100)
    assert (round(share.low, 2), round(share.high, 2)) == (5.52, 17.44)
    assert (Share(0, 0).low, Share(0, 0).high) == (0, 100)


@pytest.mark.parametrize(
    ("reached", "is_raised", "missing"),
    [
        (leads(19), False, 1),
        (leads(20), True, 0),
        (leads(100, bought=10), True, 0),
        (leads(100, bought=14), False, 0),
        (leads(100, days_ago=29), False, 20),
        ([], False, 20),
    ],
    ids=["one too few", "enough", "clearly too few buy", "perhaps enough buy", "too early to say", "nobody"],
)
def test_too_few_buyers_raise_the_alarm_once_it_is_sure(
    reached: list[Reached], is_raised: bool, missing: int
) -> None:
    alarm = ready(reached)
    assert (alarm.is_raised, alarm.missing) == (is_raised, missing)


def test_whoever_bought_early_counts_before_the_time_is_over() -> None:
    assert ready(leads(30, bought=30, days_ago=1)).bought == Share(30, 30)


def test_a_better_line_is_suggested_where_enough_leads_show_it() -> None:
    alarm = ready(leads(200, bought=5), leads(30, bought=12, peak=82))
    assert (alarm.suggested, alarm.bought_there) == (65, Share(12, 30))
    assert ready(leads(200, bought=5), leads(10, bought=9, peak=82)).suggested is None
    assert (
        ready(leads(200, bought=5), leads(60, bought=3, peak=70), leads(30, bought=12, peak=82)).suggested
        == 75
    )


def contacts(count: int, *, stopped: int, before: int = 2) -> list[Contact]:
    return [Contact(Way.LETTER, "welcome", None, before, 0 if n < stopped else 1) for n in range(count)]


def test_a_contact_that_drives_people_away_stands_out_from_the_others() -> None:
    found = stopping({"bad": contacts(40, stopped=36), "good": contacts(60, stopped=12)}, STOPS)
    assert (found["bad"].is_raised, found["good"].is_raised) == (True, False)
    assert (found["bad"].stopped, found["bad"].others) == (Share(36, 40), Share(12, 60))


def test_where_everybody_stops_anyway_no_contact_is_to_blame() -> None:
    found = stopping({"one": contacts(40, stopped=36), "other": contacts(400, stopped=360)}, STOPS)
    assert not any(stop.is_raised for stop in found.values())


@pytest.mark.parametrize(
    ("some", "is_raised", "missing"),
    [
        (contacts(9, stopped=9), False, 1),
        (contacts(10, stopped=10), True, 0),
        (contacts(12, stopped=9), False, 0),
        (contacts(50, stopped=50, before=0), False, 10),
    ],
    ids=["too few", "all of ten", "perhaps", "nobody had been visiting"],
)
def test_a_handful_never_raises_it(some: list[Contact], is_raised: bool, missing: int) -> None:
    found = stopping({"some": some, "others": contacts(50, stopped=5)}, STOPS)["some"]
    assert (found.is_raised, found.missing) == (is_raised, missing)
