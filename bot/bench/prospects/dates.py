"""When they want it, in their words, with the dates that are meant."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from bot.bench.prospects.claims import Accepts, OneOf, exactly, near

__all__ = ["When", "a_time"]

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
ORDINALS = {1: "1st", 2: "2nd", 3: "3rd", 21: "21st", 22: "22nd", 23: "23rd"}

Said = tuple[str, Mapping[str, Accepts]]
Way = Callable[[date, Random], Said]


@dataclass(frozen=True, slots=True)
class When:
    """A wish for a time: said on some day, it means dates counted from that day."""

    way: Way
    turn: int

    def said(self, today: date) -> Said:
        """The words, and what the lead should show. The same on the same day."""
        return self.way(today, Random(self.turn))


def a_time(rng: Random) -> When:
    """Any wish; most are within the next months."""
    return When(rng.choice(WAYS), rng.randrange(1_000_000))


def _span(first: date, last: date, *, days: int = 0) -> Mapping[str, Accepts]:
    return {"earliest": near(first, days=days), "latest": near(last, days=days)}


def _until(last: date, *, days: int = 0) -> Mapping[str, Accepts]:
    return {"latest": near(last, days=days)}


def _month(today: date, ahead: int) -> date:
    years, month = divmod(today.month - 1 + ahead, 12)
    return date(today.year + years, month + 1, 1)


def _last(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])


def _quarter(today: date, ahead: int) -> tuple[date, date]:
    first = _month(today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1), 3 * ahead)
    return first, _last(_month(first, 2))


def _in_month(today: date, rng: Random) -> Said:
    first = _month(today, rng.randint(1, 9))
    return f"in {MONTHS[first.month - 1]}", _span(first, _last(first))


def _end_of_month(today: date, rng: Random) -> Said:
    first = _month(today, rng.randint(1, 7))
    name = MONTHS[first.month - 1]
    words = rng.choice([f"by the end of {name}", f"before the end of {name}", f"by end of {name[:3]}"])
    return words, _until(_last(first))


def _by_month(today: date, rng: Random) -> Said:
    first = _month(today, rng.randint(2, 8))
    latest = OneOf(frozenset(day.isoformat() for day in (first - timedelta(days=1), first, _last(first))))
    return f"by {MONTHS[first.month - 1]}", {"latest": latest}


def _within(today: date, rng: Random) -> Said:
    number, unit, days = rng.choice(
        [(2, "weeks", 14), (4, "weeks", 28), (6, "weeks", 42), (10, "weeks", 70), (3, "months", 91),
         (2, "months", 61), (30, "days", 30), (90, "days", 90)]
    )  # fmt: skip
    lead = rng.choice(["within {}", "within the next {}", "in the next {}", "in less than {}"])
    last = near(today + timedelta(days=days), days=3 if unit == "months" else 1)
    return lead.format(f"{number} {unit}"), {"latest": last}


def _in_some_time(today: date, rng: Random) -> Said:
    words, days = rng.choice(
        [("in three weeks", 21), ("in 2 months", 61), ("in about six weeks", 42), ("two weeks from now", 14),
         ("in four months or so", 122), ("in a month", 30), ("in half a year", 182)]
    )  # fmt: skip
    return words, {"latest": near(today + timedelta(days=days), days=16)}


def _next_month(today: date, rng: Random) -> Said:
    ahead, words = rng.choice([(0, "this month"), (1, "next month"), (1, "some time next month")])
    first = _month(today, ahead)
    return words, {"latest": near(_last(first))}


def _some_quarter(today: date, rng: Random) -> Said:
    ahead = rng.randint(0, 3)
    first, last = _quarter(today, ahead)
    name = f"Q{(first.month - 1) // 3 + 1}"
    words = {0: "this quarter", 1: rng.choice(["next quarter", f"in {name}", f"{name} {first.year}"])}
    return words.get(ahead, rng.choice([f"in {name}", f"{name} next year"])), {"latest": near(last)}


def _end_of_year(today: date, rng: Random) -> Said:
    words = rng.choice(["before the year is out", "by year end", "by the end of the year", "this year still"])
    return words, _until(date(today.year, 12, 31))


def _christmas(today: date, rng: Random) -> Said:
    words = rng.choice(["before Christmas", "by xmas", "before the Christmas break"])
    return words, _until(date(today.year, 12, 24), days=2)


def _day(today: date, rng: Random) -> Said:
    day = today + timedelta(days=rng.randint(20, 150))
    month, number = MONTHS[day.month - 1], ORDINALS.get(day.day, f"{day.day}th")
    words = rng.choice(
        [f"by {month} {day.day}", f"by {day.day} {month}", f"by the {number} of {month}",
         f"before {month[:3]} {number}", f"by {day.isoformat()}"]
    )  # fmt: skip
    return words, _until(day, days=1)


def _not_before(today: date, rng: Random) -> Said:
    first = _month(today, rng.randint(2, 6))
    words = rng.choice(["not before {}", "from {} on", "{} at the earliest", "no earlier than {}"])
    meant = {"earliest": near(first), "latest": exactly(None)}
    return words.format(MONTHS[first.month - 1]), meant


def _next_year(today: date, rng: Random) -> Said:
    year = today.year + 1
    words, last = rng.choice(
        [(f"some time in {year}", date(year, 12, 31)), ("next year", date(year, 12, 31)),
         ("in the first half of next year", date(year, 6, 30)), (f"first half of {year}", date(year, 6, 30))]
    )  # fmt: skip
    return words, _span(date(year, 1, 1), last)


def _next_week(today: date, rng: Random) -> Said:
    monday = today + timedelta(days=7 - today.weekday())
    return rng.choice(["next week", "by the end of next week"]), _until(monday + timedelta(days=5), days=2)


WAYS: tuple[Way, ...] = (
    _in_month, _in_month, _end_of_month, _end_of_month, _by_month, _within, _within, _within, _in_some_time,
    _in_some_time, _next_month, _some_quarter, _some_quarter, _end_of_year, _christmas, _day, _day,
    _not_before, _next_year, _next_week,
)  # fmt: skip
