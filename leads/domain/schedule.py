"""When a rep meets prospects: hours, days off and calendar rules, by the clocks where the rep lives."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from leads.domain.rep import Rep
from leads.domain.zones import zone_named

__all__ = ["Absence", "InvalidHours", "Schedule", "Shift", "parse_shift", "schedule_of"]

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class InvalidHours(ValueError):
    """Working hours need weekdays mon to sun, "HH:MM-HH:MM" spans and a time zone that exists."""

    def __init__(self) -> None:
        super().__init__(self.__doc__)


@dataclass(frozen=True, slots=True)
class Shift:
    """Working hours by the clock on the wall. An end at or before the start is on the next day."""

    start: time
    end: time

    def on(self, day: date) -> tuple[datetime, datetime]:
        """Its wall times (naive) when it starts on `day`."""
        end = datetime.combine(day, self.end)
        return datetime.combine(day, self.start), end if self.start < self.end else end + DAY


@dataclass(frozen=True, slots=True)
class Absence:
    """Days away, first and last included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Schedule:
    """A rep's calendar rules. Days and hours are those of the rep's own `zone`.

    `week` gives the shifts of each weekday, Monday 0 to Sunday 6; a day that is missing is free. On
    `holidays` and during `absences` no shift starts. `before` and `after` are kept clear around every
    meeting, `notice` is the least time between now and a meeting, `daily_cap` the most meetings in a day.
    Slots are `length` long and start every `step`, counted from the start of the shift. Spans of time are
    whole minutes.
    """

    rep_id: str
    zone: ZoneInfo
    week: Mapping[int, tuple[Shift, ...]]
    holidays: frozenset[date] = frozenset()
    absences: tuple[Absence, ...] = ()
    before: timedelta = timedelta(0)
    after: timedelta = timedelta(0)
    notice: timedelta = timedelta(hours=2)
    daily_cap: int | None = None
    length: timedelta = timedelta(minutes=30)
    step: timedelta = timedelta(minutes=30)

    def __post_init__(self) -> None:
        if min(self.length, self.step) < MINUTE or min(self.before, self.after, self.notice) < timedelta(0):
            raise ValueError("A meeting takes time, and no span of time is negative.")
        if self.length % MINUTE or self.step % MINUTE:
            raise ValueError("Meetings are on whole minutes.")

    def is_off(self, day: date) -> bool:
        """Whether no shift starts on that day, whatever the week says."""
        return day in self.holidays or any(away.first <= day <= away.last for away in self.absences)


def schedule_of(rep: Rep) -> Schedule:
    """The calendar rules of a rep. Raises InvalidHours when their hours or their zone make no sense."""
    zone = zone_named(rep.timezone)
    if zone is None or not set(rep.hours) <= set(WEEKDAYS):
        raise InvalidHours
    week = {WEEKDAYS.index(day): tuple(map(parse_shift, spans)) for day, spans in rep.hours.items()}
    return Schedule(rep.id, zone, week)


def parse_shift(text: str) -> Shift:
    """The shift written as "09:00-17:00"; "24:00" may stand for the end of the day. Raises InvalidHours."""
    try:
        start, end = text.split("-")
        return Shift(_clock(start), _clock(end.replace("24:00", "00:00")))
    except ValueError as error:
        raise InvalidHours from error


def _clock(text: str) -> time:
    return datetime.strptime(text.strip(), "%H:%M").time()  # noqa: DTZ007 - a time on the wall has no zone
