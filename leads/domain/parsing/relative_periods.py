"""Periods called by where they lie from today: "this quarter", "next week", "the end of the year"."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from leads.domain.parsing.context import Context
from leads.domain.parsing.mentions import Kind, Mention
from leads.domain.parsing.parts import PART_WINDOW, narrowed_by_part
from leads.domain.parsing.spans import (
    DAY,
    Span,
    coming,
    month_span,
    months_later,
    quarter_span,
    week_span,
    year_span,
)

__all__ = ["find_relative_periods"]

_RELATIVE = re.compile(
    r"\b(?P<which>next|this|the coming|coming|upcoming|the following|following|current|the current|last"
    r"|past|previous|every|each)\s(?:calendar |business )?(?P<unit>weekend|week|month|quarter"
    r"|year)\b(?!\s?(?:'s)? (?:old|contract|plan|deal)\b)"
)
_AFTER_NEXT = re.compile(r"\b(?:the )?(?P<unit>week|month|quarter|year) after (?:next|that)\b")
_UNIT_ALONE = re.compile(r"\b(?P<which>the )?(?:calendar )?(?P<unit>week|month|quarter|year)\b")
_REST_OF = re.compile(
    r"(?:\b(?:later|rest of|remainder of|remaining|course of|still|within|end of|by|before|sometime"
    r"|out)\s(?:in )?)$"
)
_NEW_YEAR = re.compile(
    r"\b(?:in|into|early in|early|(?:at )?the (?:start|beginning) of|start of"
    r"|beginning of)(?: the)? new year\b(?!'?s)"
)
_WEEKS = 53
_CALENDAR_WEEK = re.compile(
    r"\b(?:calendar week|cw|kw|week|w)\.?\s?(?:no\.? ?|number |nr\.? ?|#)?(?P<week>\d{1,2})\b"
    r"(?:(?:,? (?:of |in )?|[/-])(?P<year>20\d\d)\b|(?!\s?(?:of|day|week|month)))"
    r"|\b(?P<year_first>20\d\d)-?w(?P<week_after>\d\d)\b"
)


def find_relative_periods(text: str, context: Context) -> Iterator[Mention]:
    """Every such period in a text of `time_words`, or the part of it named before ("early next month")."""
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            span = read(match, context)
            if span is not None:
                start, narrowed = narrowed_by_part(text, match.start(), span, today=context.today)
                yield Mention(start, match.end(), narrowed, Kind.PERIOD)
    for match in _UNIT_ALONE.finditer(text):
        yield from _unit_alone(text, match, context.today)


def _unit_alone(text: str, match: re.Match[str], today: date) -> Iterator[Mention]:
    """ "The end of the year", "within the month": this one, or the next when that part is over."""
    for ahead in (0, 1):
        start, span = narrowed_by_part(
            text, match.start(), _unit_span(match["unit"], today, ahead=ahead), today=today
        )
        has_part = start < match.start()
        if (has_part or _is_rest(text, match)) and span.last >= today:
            yield Mention(start, match.end(), span, Kind.PERIOD)
            return


def _is_rest(text: str, match: re.Match[str]) -> bool:
    """Whether "the year" means this one: "within the year", "later in the year"."""
    return bool(match["which"] and _REST_OF.search(text[: match.start()][-PART_WINDOW:]))


def _relative(match: re.Match[str], context: Context) -> Span | None:
    """ "This quarter", "next week"."""
    which = match["which"].removeprefix("the ")
    if which in ("last", "past", "previous", "every", "each"):
        return None
    return _unit_span(match["unit"], context.today, ahead=which not in ("this", "current"))


def _unit_span(unit: str, today: date, *, ahead: int) -> Span:
    if unit in ("week", "weekend"):
        week = week_span(today + 7 * ahead * DAY)
        return week if unit == "week" else Span(week.last - DAY, week.last)
    if unit == "month":
        first = months_later(today.replace(day=1), ahead)
        return month_span(first.year, first.month)
    if unit == "quarter":
        first = months_later(today.replace(day=1), 3 * ahead)
        return quarter_span(first.year, (first.month + 2) // 3)
    return year_span(today.year + ahead)


def _after_next(match: re.Match[str], context: Context) -> Span | None:
    return _unit_span(match["unit"], context.today, ahead=2)


def _new_year(_match: re.Match[str], context: Context) -> Span | None:
    """ "In the new year" is its first month, not its first day."""
    return coming(lambda year: month_span(year, 1), context.today)


def _calendar_week(match: re.Match[str], context: Context) -> Span | None:
    week, year = int(match["week"] or match["week_after"]), match["year"] or match["year_first"]
    if not 1 <= week <= _WEEKS:
        return None
    if year:
        return _week_of_year(int(year), week)
    return coming(lambda each: _week_of_year(each, week), context.today)


def _week_of_year(year: int, week: int) -> Span:
    return week_span(date(year, 1, 4) + timedelta(weeks=week - 1))


_Reader = Callable[[re.Match[str], Context], Span | None]
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_AFTER_NEXT, _after_next),
    (_RELATIVE, _relative),
    (_NEW_YEAR, _new_year),
    (_CALENDAR_WEEK, _calendar_week),
)
