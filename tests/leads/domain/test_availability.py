"""Free slots against a reading of the clock minute by minute, and offers that leave a real choice."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.domain.availability import free_slots, offer
from leads.domain.booking import Slot
from leads.domain.intervals import Interval
from leads.domain.schedule import Absence, Schedule, Shift

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 11, 23, tzinfo=UTC)
NINE_TO_FIVE = (Shift(time(9), time(17)),)
ROUND_THE_CLOCK = (Shift(time(0), time(0)),)
NO_NOTICE = timedelta(0)


def a_schedule(
    zone: str = "Europe/Berlin", shifts: tuple[Shift, ...] = NINE_TO_FIVE, **rules: Any
) -> Schedule:
    rules = {"notice": NO_NOTICE, **rules}
    return Schedule("rep-1", ZoneInfo(zone), dict.fromkeys(range(7), shifts), **rules)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def between(start: str, end: str) -> Interval:
    return Interval(utc(start), utc(end))


def wall_times(slots: Sequence[Slot], zone: str, day: str) -> list[str]:
    local = [slot.start.astimezone(ZoneInfo(zone)) for slot in slots]
    return [f"{start:%H:%M}" for start in local if start.date() == date.fromisoformat(day)]


def test_a_working_day_in_half_hours() -> None:
    slots = free_slots(a_schedule(), now=MONDAY, horizon_days=1)
    assert (slots[0].start, slots[-1].end, len(slots)) == (
        utc("2026-11-23 08:00"),
        utc("2026-11-23 16:00"),
        16,
    )
    assert {slot.rep_id for slot in slots} == {"rep-1"}


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        pytest.param({"length": HOUR, "step": HOUR}, 3, id="hours"),
        pytest.param({"length": HOUR}, 5, id="an hour every half hour"),
        pytest.param({"length": 4 * HOUR}, 0, id="longer than the shift"),
        pytest.param({"notice": 9 * HOUR}, 4, id="notice"),
        pytest.param({"holidays": frozenset({date(2026, 11, 23)})}, 0, id="holiday"),
        pytest.param({"absences": (Absence(date(2026, 11, 20), date(2026, 11, 24)),)}, 0, id="away"),
    ],
)
def test_the_rules_of_a_calendar(rules: dict[str, Any], expected: int) -> None:
    schedule = a_schedule(shifts=(Shift(time(9), time(12)),), **rules)
    assert len(free_slots(schedule, now=MONDAY, horizon_days=1)) == expected


@pytest.mark.parametrize(
    ("rules", "taken", "expected"),
    [
        pytest.param({}, "bookings", ["09:00", "09:30", "11:00", "11:30"], id="a booking"),
        pytest.param({}, "busy", ["09:00", "09:30", "11:00", "11:30"], id="another event"),
        pytest.param({"before": 30 * MINUTE}, "busy", ["09:00", "09:30", "11:30"], id="room before"),
        pytest.param({"after": 30 * MINUTE}, "busy", ["09:00", "11:00", "11:30"], id="room after"),
        pytest.param({"before": 30 * MINUTE}, "bookings", ["09:00", "11:30"], id="room before both"),
        pytest.param({"after": 30 * MINUTE}, "bookings", ["09:00", "11:30"], id="room after both"),
    ],
)
def test_what_is_taken_is_not_offered(rules: dict[str, Any], taken: str, expected: list[str]) -> None:
    schedule = a_schedule(shifts=(Shift(time(9), time(12)),), **rules)
    meeting = {taken: [between("2026-11-23 09:00", "2026-11-23 10:00")]}
    slots = free_slots(schedule, now=MONDAY, horizon_days=1, **meeting)
    assert wall_times(slots, "Europe/Berlin", "2026-11-23") == expected


@pytest.mark.parametrize(("cap", "is_open"), [(1, False), (2, True), (None, True)])
def test_a_full_day_is_not_offered(cap: int | None, is_open: bool) -> None:
    booked = [between("2026-11-23 09:00", "2026-11-23 09:30")]
    slots = free_slots(a_schedule(daily_cap=cap), now=MONDAY, bookings=booked, horizon_days=2)
    assert bool(wall_times(slots, "Europe/Berlin", "2026-11-23")) is is_open
    assert wall_times(slots, "Europe/Berlin", "2026-11-24")


def test_events_elsewhere_do_not_fill_the_day() -> None:
    event = [between("2026-11-23 09:00", "2026-11-23 09:30")]
    slots = free_slots(a_schedule(daily_cap=1), now=MONDAY, busy=event, horizon_days=1)
    assert len(slots) == 15


def test_a_night_shift_belongs_to_the_day_it_starts() -> None:
    schedule = a_schedule(shifts=(Shift(time(22), time(2)),), holidays=frozenset({date(2026, 11, 24)}))
    slots = free_slots(schedule, now=MONDAY + 20 * HOUR, horizon_days=2)
    assert wall_times(slots, "Europe/Berlin", "2026-11-23") == ["22:00", "22:30", "23:00", "23:30"]
    assert wall_times(slots, "Europe/Berlin", "2026-11-24") == ["00:00", "00:30", "01:00", "01:30"]


def test_last_nights_shift_is_still_on() -> None:
    slots = free_slots(a_schedule(shifts=(Shift(time(22), time(2)),)), now=MONDAY, horizon_days=1)
    assert wall_times(slots, "Europe/Berlin", "2026-11-23")[:2] == ["01:00", "01:30"]


@pytest.mark.parametrize(
    ("zone", "day", "count", "absent", "twice"),
    [
        pytest.param("America/New_York", "2026-03-08", 46, {"02:00", "02:30"}, set(), id="New York spring"),
        pytest.param("America/New_York", "2026-11-01", 50, set(), {"01:00", "01:30"}, id="New York autumn"),
        pytest.param("Europe/London", "2026-03-29", 46, {"01:00", "01:30"}, set(), id="London spring"),
        pytest.param("Europe/London", "2026-10-25", 50, set(), {"01:00", "01:30"}, id="London autumn"),
        pytest.param("Australia/Lord_Howe", "2026-10-04", 47, {"02:00"}, set(), id="Lord Howe spring"),
        pytest.param("Australia/Lord_Howe", "2026-04-05", 49, set(), {"01:30"}, id="Lord Howe autumn"),
        pytest.param("Asia/Kolkata", "2026-03-29", 48, set(), set(), id="Kolkata"),
        pytest.param("Pacific/Chatham", "2026-09-27", 46, {"03:00", "03:30"}, set(), id="Chatham spring"),
        pytest.param("Pacific/Chatham", "2026-04-05", 50, set(), {"03:00", "03:30"}, id="Chatham autumn"),
        pytest.param("Pacific/Apia", "2011-12-30", 0, {"09:00"}, set(), id="Apia's missing day"),
        pytest.param("Pacific/Apia", "2026-04-05", 48, set(), set(), id="Apia today"),
    ],
)
def test_F29_slots_of_a_day_when_the_clocks_change(
    zone: str, day: str, count: int, absent: set[str], twice: set[str]
) -> None:
    slots = free_slots(a_schedule(zone, ROUND_THE_CLOCK), now=utc(day) - 2 * DAY, horizon_days=5)
    shown = wall_times(slots, zone, day)
    assert len(shown) == count
    assert absent.isdisjoint(shown)
    assert {time for time in shown if shown.count(time) == 2} == twice
    assert len({slot.id for slot in slots}) == len(slots)


times = st.integers(0, 95).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))
changes = st.sampled_from(
    [
        ("America/New_York", utc("2026-03-08 07:00")),
        ("America/New_York", utc("2026-11-01 06:00")),
        ("Europe/London", utc("2026-10-25 01:00")),
        ("Australia/Lord_Howe", utc("2026-10-03 15:30")),
        ("Australia/Lord_Howe", utc("2026-04-04 15:00")),
        ("Pacific/Chatham", utc("2026-09-26 14:00")),
        ("Pacific/Apia", utc("2011-12-30 10:00")),
        ("Asia/Kolkata", utc("2026-03-29 02:30")),
    ]
)
taken_spans = st.lists(st.tuples(st.integers(-1200, 1200), st.integers(5, 90)), max_size=4)


@settings(max_examples=60, deadline=None)
@given(
    changes,
    st.lists(st.builds(Shift, times, times), min_size=1, max_size=2),
    st.fixed_dictionaries(
        {
            "length": st.sampled_from([15, 30, 60]).map(lambda n: n * MINUTE),
            "step": st.sampled_from([15, 20, 60]).map(lambda n: n * MINUTE),
            "before": st.sampled_from([0, 10]).map(lambda n: n * MINUTE),
            "after": st.sampled_from([0, 15]).map(lambda n: n * MINUTE),
            "notice": st.sampled_from([0, 45]).map(lambda n: n * MINUTE),
        }
    ),
    taken_spans,
    taken_spans,
)
def test_F29_free_slots_are_those_a_minute_by_minute_reading_finds(
    change: tuple[str, datetime],
    shifts: list[Shift],
    rules: dict[str, timedelta],
    booked: list[tuple[int, int]],
    events: list[tuple[int, int]],
) -> None:
    name, moment = change
    schedule = a_schedule(name, tuple(shifts), **rules)
    bookings = [Interval(moment + a * MINUTE, moment + (a + b) * MINUTE) for a, b in booked]
    busy = [Interval(moment + a * MINUTE, moment + (a + b) * MINUTE) for a, b in events]
    now = moment - 20 * HOUR
    slots = free_slots(schedule, now=now, bookings=bookings, busy=busy, horizon_days=2)
    assert [slot.start for slot in slots] == _read_the_clock(schedule, now, bookings, busy)


def _read_the_clock(
    schedule: Schedule, now: datetime, bookings: Sequence[Interval], busy: Sequence[Interval]
) -> list[datetime]:
    """Walk through the minutes, looking at a clock in the rep's zone."""
    first = now.replace(minute=0) - 30 * HOUR
    minutes = [first + n * MINUTE for n in range(110 * 60)]
    shown = [minute.astimezone(schedule.zone).replace(tzinfo=None) for minute in minutes]
    today = now.astimezone(schedule.zone).date()
    width, room = schedule.length // MINUTE, max(schedule.before, schedule.after)
    starts = set()
    for shift in schedule.week[0]:
        for day in (today - DAY, today, today + DAY):
            opening, closing = shift.on(day)
            works = [opening <= clock < closing for clock in shown]
            for at, start in enumerate(minutes[:-width]):
                if not works[at] or (shown[at] - opening) % schedule.step or not all(works[at : at + width]):
                    continue
                end = start + schedule.length
                clashes = [
                    *(start < one.end + room and one.start - room < end for one in bookings),
                    *(start < one.end + schedule.before and one.start - schedule.after < end for one in busy),
                ]
                if start >= now + schedule.notice and not any(clashes):
                    starts.add(start)
    return sorted(starts)


def slots_at(*starts: str, rep: str = "rep-1") -> list[Slot]:
    return [Slot(rep, utc(start), utc(start) + 30 * MINUTE) for start in starts]


def a_week_of_slots(rep: str = "rep-1", zone: str = "Europe/Berlin") -> tuple[Slot, ...]:
    schedule = Schedule(rep, ZoneInfo(zone), dict.fromkeys(range(5), NINE_TO_FIVE), notice=NO_NOTICE)
    return free_slots(schedule, now=MONDAY, horizon_days=7)


def test_an_offer_spreads_over_days_and_parts_of_the_day() -> None:
    chosen = offer({"rep-1": a_week_of_slots()}, prospect_zone=BERLIN)
    assert [f"{slot.start.astimezone(BERLIN):%a %H:%M}" for slot in chosen] == [
        "Mon 09:00",
        "Tue 12:00",
        "Wed 09:00",
    ]


def test_an_offer_on_a_single_day_has_morning_and_afternoon() -> None:
    day = slots_at("2026-11-23 08:00", "2026-11-23 08:30", "2026-11-23 14:00")
    chosen = offer({"rep-1": day}, prospect_zone=BERLIN, count=2)
    assert chosen == (day[0], day[2])


def test_an_offer_keeps_to_decent_hours_while_there_are_any() -> None:
    night, day = slots_at("2026-11-23 03:00", "2026-11-24 03:00"), slots_at("2026-11-25 10:00")
    assert offer({"rep-1": night + day}, prospect_zone=BERLIN, count=1) == tuple(day)
    assert offer({"rep-1": night + day}, prospect_zone=BERLIN) == tuple(night + day)
    assert offer({"rep-1": night}, prospect_zone=BERLIN) == tuple(night)


@pytest.mark.parametrize(
    ("start", "is_decent"),
    [("06:30", False), ("07:00", True), ("18:30", True), ("19:00", False), ("22:45", False)],
)
def test_decent_hours_are_from_eight_to_twenty_of_the_prospect(start: str, is_decent: bool) -> None:
    edge, noon = slots_at(f"2026-11-23 {start}"), slots_at("2026-11-24 11:00")
    assert (offer({"rep-1": edge + noon}, prospect_zone=BERLIN, count=1) == tuple(edge)) is is_decent


def test_the_first_rep_gets_the_times_that_several_have() -> None:
    both = {"rep-2": slots_at("2026-11-23 09:00", rep="rep-2"), "rep-1": slots_at("2026-11-23 09:00")}
    assert [slot.rep_id for slot in offer(both, prospect_zone=BERLIN)] == ["rep-2"]


def test_other_reps_fill_the_times_the_first_has_not() -> None:
    reps = {"rep-1": slots_at("2026-11-23 09:00"), "rep-2": slots_at("2026-11-24 09:00", rep="rep-2")}
    assert [slot.rep_id for slot in offer(reps, prospect_zone=BERLIN)] == ["rep-1", "rep-2"]


def test_near_a_lost_slot_comes_the_same_time_with_someone_else() -> None:
    wanted = utc("2026-11-26 13:00")
    reps = {
        "rep-1": [slot for slot in a_week_of_slots() if slot.start != wanted],
        "rep-2": slots_at("2026-11-26 13:00", rep="rep-2"),
    }
    chosen = offer(reps, prospect_zone=BERLIN, near=wanted)
    assert slots_at("2026-11-26 13:00", rep="rep-2")[0] in chosen
    assert len({slot.start.date() for slot in chosen}) == 3


@pytest.mark.parametrize("count", [0, 1, 3, 5, 200])
def test_an_offer_is_short_ordered_and_always_the_same(count: int) -> None:
    slots = a_week_of_slots()
    chosen = offer({"rep-1": slots}, prospect_zone=BERLIN, count=count)
    assert len(chosen) == min(count, len(slots))
    assert list(chosen) == sorted(set(chosen), key=lambda slot: slot.start)
    assert chosen == offer({"rep-1": tuple(reversed(slots))}, prospect_zone=BERLIN, count=count)


def test_nothing_free_is_nothing_to_offer() -> None:
    assert offer({"rep-1": []}, prospect_zone=BERLIN, near=MONDAY) == ()
    assert offer({}, prospect_zone=BERLIN) == ()
