"""When a rep can be met: working hours less all that is taken, cut into slots; and which of them to offer."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from leads.domain.booking import Slot
from leads.domain.intervals import Interval, subtract
from leads.domain.schedule import Schedule, Shift
from leads.domain.zones import instants, span

__all__ = ["free_slots", "offer"]

DAY = timedelta(days=1)
DECENT_FROM, DECENT_UNTIL = time(8), time(20)
NOON = time(12)


def free_slots(
    schedule: Schedule,
    *,
    now: datetime,
    bookings: Iterable[Interval] = (),
    busy: Iterable[Interval] = (),
    horizon_days: int = 14,
) -> tuple[Slot, ...]:
    """Every slot of the rep that can be booked `now`, in order of time.

    `bookings` are meetings made with us: they count for the daily cap and have their own room around them.
    `busy` is what else is in the rep's calendar. The horizon is counted in days of the rep, today the first.
    """
    booked = tuple(bookings)
    taken = _taken(schedule, booked, busy)
    full = _full_days(schedule, booked)
    earliest = now + schedule.notice
    slots = {
        slot
        for day in _working_days(schedule, now=now, horizon_days=horizon_days)
        for shift in schedule.week.get(day.weekday(), ())
        for slot in _slots_of(schedule, shift, day, taken)
        if slot.start >= earliest and _day_of(slot.start, schedule.zone) not in full
    }
    return tuple(sorted(slots, key=lambda slot: slot.start))


def _working_days(schedule: Schedule, *, now: datetime, horizon_days: int) -> Iterator[date]:
    today = _day_of(now, schedule.zone)
    days = (today + DAY * n for n in range(-1, horizon_days))  # a shift of yesterday may run past midnight
    return (day for day in days if not schedule.is_off(day))


def _full_days(schedule: Schedule, bookings: Iterable[Interval]) -> frozenset[date]:
    if schedule.daily_cap is None:
        return frozenset()
    held = Counter(_day_of(booking.start, schedule.zone) for booking in bookings)
    return frozenset(day for day, count in held.items() if count >= schedule.daily_cap)


def _day_of(instant: datetime, zone: ZoneInfo) -> date:
    return instant.astimezone(zone).date()


def _taken(
    schedule: Schedule, bookings: Iterable[Interval], busy: Iterable[Interval]
) -> tuple[Interval, ...]:
    """The time in which no part of a new meeting may fall.

    A new meeting keeps `before` free after what precedes it, and `after` before what follows it. Other
    meetings have such room too; neighbours share it, so the wider of the two counts.
    """
    widest = max(schedule.before, schedule.after)
    return (
        *(booking.padded(before=widest, after=widest) for booking in bookings),
        *(event.padded(before=schedule.after, after=schedule.before) for event in busy),
    )


def _slots_of(schedule: Schedule, shift: Shift, day: date, taken: Iterable[Interval]) -> Iterator[Slot]:
    opening, closing = shift.on(day)
    free = subtract(span(opening, closing, zone=schedule.zone), taken)
    for n in range((closing - opening) // schedule.step + 1):
        for start in instants(opening + n * schedule.step, zone=schedule.zone):
            slot = Slot(schedule.rep_id, start, start + schedule.length)
            if any(piece.contains(slot.interval) for piece in free):
                yield slot


def offer(
    slots_by_rep: Mapping[str, Sequence[Slot]],
    *,
    prospect_zone: ZoneInfo,
    count: int = 3,
    near: datetime | None = None,
) -> tuple[Slot, ...]:
    """A few slots worth offering, in order of time: early, on different days, some before noon, some after.

    When several reps are free at a time, the first of `slots_by_rep` gets it. The prospect's hours from 8
    to 20 are kept to while there are any. With `near`, slots close to that instant come first instead of
    early ones. The same arguments always give the same offer.
    """
    by_start: dict[datetime, Slot] = {}
    for slots in slots_by_rep.values():
        for slot in slots:
            by_start.setdefault(slot.start, slot)
    left = [_candidate(slot, prospect_zone) for slot in by_start.values()]
    anchor = near or min(by_start, default=None)
    chosen: list[_Candidate] = []
    while anchor and left and len(chosen) < count:
        best = min(left, key=lambda candidate: _rank(candidate, chosen, anchor))
        left.remove(best)
        chosen.append(best)
    return tuple(sorted((candidate.slot for candidate in chosen), key=lambda slot: slot.start))


class _Candidate(NamedTuple):
    """A slot as the prospect sees it."""

    slot: Slot
    day: date
    is_morning: bool
    is_decent: bool


def _candidate(slot: Slot, zone: ZoneInfo) -> _Candidate:
    start, end = slot.start.astimezone(zone), slot.end.astimezone(zone)
    is_decent = start.date() == end.date() and start.time() >= DECENT_FROM and end.time() <= DECENT_UNTIL
    return _Candidate(slot, start.date(), start.time() < NOON, is_decent)


def _rank(
    candidate: _Candidate, chosen: Sequence[_Candidate], anchor: datetime
) -> tuple[bool, bool, bool, timedelta, datetime]:
    """How good a next choice it is: the lowest is the best."""
    return (
        not candidate.is_decent,
        any(candidate.day == other.day for other in chosen),
        any(candidate.is_morning == other.is_morning for other in chosen),
        abs(candidate.slot.start - anchor),
        candidate.slot.start,
    )
