"""Working hours as people write them."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from leads.domain.rep import Rep, Role
from leads.domain.schedule import Absence, InvalidHours, Schedule, Shift, parse_shift, schedule_of

BERLIN = ZoneInfo("Europe/Berlin")


def a_rep(*, timezone: str = "Europe/Berlin", hours: dict[str, tuple[str, ...]] | None = None) -> Rep:
    return Rep(
        id="rep-1",
        name="Ada",
        email="ada@example.com",
        role=Role.REP,
        password_hash="",
        timezone=timezone,
        hours=hours or {},
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


def test_a_reps_hours_become_shifts() -> None:
    schedule = schedule_of(a_rep(hours={"mon": ("09:00-12:00", "13:00-17:30"), "sun": ()}))
    assert (schedule.rep_id, schedule.zone) == ("rep-1", BERLIN)
    assert schedule.week == {0: (Shift(time(9), time(12)), Shift(time(13), time(17, 30))), 6: ()}


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        pytest.param("09:00-17:00", "2026-11-24 09:00", "2026-11-24 17:00", id="by day"),
        pytest.param(" 9:00 - 17:30 ", "2026-11-24 09:00", "2026-11-24 17:30", id="spaces"),
        pytest.param("18:00-24:00", "2026-11-24 18:00", "2026-11-25 00:00", id="until midnight"),
        pytest.param("22:00-02:00", "2026-11-24 22:00", "2026-11-25 02:00", id="past midnight"),
        pytest.param("00:00-00:00", "2026-11-24 00:00", "2026-11-25 00:00", id="all day"),
    ],
)
def test_a_shift_runs_from_wall_time_to_wall_time(text: str, start: str, end: str) -> None:
    opening, closing = parse_shift(text).on(date(2026, 11, 24))
    assert (opening, closing) == (datetime.fromisoformat(start), datetime.fromisoformat(end))


@pytest.mark.parametrize(
    "text", ["", "9-17", "09:00", "09:00-25:00", "24:00-09:00", "a-b", "09:00-12:00-13:00"]
)
def test_other_words_are_no_shift(text: str) -> None:
    with pytest.raises(InvalidHours):
        parse_shift(text)


@pytest.mark.parametrize(
    "rep",
    [
        pytest.param(a_rep(timezone="Mars/Olympus_Mons"), id="zone"),
        pytest.param(a_rep(hours={"monday": ("09:00-17:00",)}), id="weekday"),
        pytest.param(a_rep(hours={"mon": ("nine to five",)}), id="hours"),
    ],
)
def test_a_schedule_that_makes_no_sense_is_refused(rep: Rep) -> None:
    with pytest.raises(InvalidHours, match="HH:MM"):
        schedule_of(rep)


@pytest.mark.parametrize(
    ("day", "is_off"),
    [
        ("2026-12-24", False),
        ("2026-12-25", True),
        ("2026-12-26", False),
        ("2026-12-27", True),
        ("2026-12-29", True),
    ],
)
def test_days_off_are_holidays_and_absences_with_both_ends(day: str, is_off: bool) -> None:
    schedule = Schedule(
        "rep-1",
        BERLIN,
        {},
        holidays=frozenset({date(2026, 12, 25)}),
        absences=(Absence(date(2026, 12, 27), date(2026, 12, 29)),),
    )
    assert schedule.is_off(date.fromisoformat(day)) is is_off


@pytest.mark.parametrize(
    "rules",
    [
        {"length": timedelta(0)},
        {"step": timedelta(0)},
        {"length": timedelta(seconds=90)},
        {"before": timedelta(minutes=-5)},
        {"notice": timedelta(minutes=-5)},
    ],
    ids=str,
)
def test_rules_that_make_no_sense_are_refused(rules: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"[Mm]eeting"):
        Schedule("rep-1", BERLIN, {}, **rules)
