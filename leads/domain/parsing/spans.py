"""Stretches of the calendar and the arithmetic of months, quarters, weeks and seasons."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = [
    "DAY",
    "Span",
    "coming",
    "coming_known",
    "day_span",
    "half_span",
    "month_span",
    "months_later",
    "quarter_span",
    "season_span",
    "week_span",
    "year_span",
]

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Calendar days from `first` to `last`, both included.

    `edge` is the day meant when the span is a deadline but not its last day: "by mid March" is by the 15th.
    `is_end` says that it is the end of something: "before the end of March" may still be the last of March.
    """

    first: date
    last: date
    edge: date | None = None
    is_end: bool = False


def months_later(day: date, months: int) -> date:
    """The same day that many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def day_span(day: date) -> Span:
    """One day."""
    return Span(day, day)


def month_span(year: int, month: int, *, count: int = 1) -> Span:
    """That many whole months, from this one on."""
    first = date(year, month, 1)
    return Span(first, months_later(first, count) - DAY)


def year_span(year: int, *, start_month: int = 1) -> Span:
    """The calendar year, or the fiscal year that is called by the calendar year it ends in."""
    return month_span(year if start_month == 1 else year - 1, start_month, count=12)


def half_span(year: int, half: int) -> Span:
    """The first or the second half of a year."""
    return month_span(year, 6 * half - 5, count=6)


def quarter_span(year: int, quarter: int, *, start_month: int = 1) -> Span:
    """A quarter of the calendar or fiscal year."""
    first = months_later(year_span(year, start_month=start_month).first, 3 * (quarter - 1))
    return month_span(first.year, first.month, count=3)


def season_span(year: int, season: int, *, southern: bool) -> Span:
    """Spring (0), summer, autumn or winter (3) by calendar months, in the year it begins in."""
    first = months_later(date(year, 3, 1), 3 * ((season + 2 * southern) % 4))
    return month_span(first.year, first.month, count=3)


def week_span(day: date) -> Span:
    """The week of this day, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Span(monday, monday + 6 * DAY)


def coming(span_of: Callable[[int], Span], today: date, *, following: bool = False) -> Span:
    """The yearly span that we are in, or else the next one; with `following`, never the one we are in."""
    spans = [span_of(year) for year in range(today.year - 1, today.year + 3)]
    return next(span for span in spans if (span.first > today if following else span.last >= today))


def coming_known(span_of: Callable[[int], Span | None], today: date) -> Span | None:
    """The span that we are in, or else the next one, as far as it is known when it will be."""
    spans = [span_of(year) for year in range(today.year - 1, today.year + 3)]
    return next((span for span in spans if span and span.last >= today), None)
