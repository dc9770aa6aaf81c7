"""Holidays people name as deadlines, worked out for any year."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from leads.domain.parsing.feasts import FEASTS, weekday_of_month
from leads.domain.parsing.spans import DAY, Span, day_span

__all__ = ["HOLIDAY", "easter", "holiday_span"]


def easter(year: int) -> date:
    """Easter Sunday of the Western churches (the anonymous Gregorian computus)."""
    century, of_century = divmod(year, 100)
    leap_centuries, rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * (year % 19) + century - leap_centuries - correction + 15) % 30
    leaps, left = divmod(of_century, 4)
    to_sunday = (32 + 2 * rest + 2 * leaps - epact - left) % 7
    shift = (year % 19 + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _thanksgiving(year: int, country: str | None) -> date:
    if country == "CA":
        return weekday_of_month(year, 10, weekday=0, nth=2)
    return weekday_of_month(year, 11, weekday=3, nth=4)


def _labour_day(year: int, country: str | None) -> date:
    if country in ("US", "CA", None):
        return weekday_of_month(year, 9, weekday=0, nth=1)
    return date(year, 5, 1)


def _memorial_day(year: int) -> date:
    return weekday_of_month(year, 6, weekday=0, nth=1) - 7 * DAY


def _independence_day(year: int, country: str | None) -> Span:
    return day_span(date(year, 8, 15) if country == "IN" else date(year, 7, 4))


def _golden_week(year: int, country: str | None) -> Span:
    if country == "CN":
        return Span(date(year, 10, 1), date(year, 10, 7))
    return Span(date(year, 4, 29), date(year, 5, 5))


def _fixed(month: int, day: int) -> Callable[[int, str | None], Span]:
    return lambda year, _country: day_span(date(year, month, day))


def _after_easter(days: int) -> Callable[[int, str | None], Span]:
    return lambda year, _country: day_span(easter(year) + timedelta(days=days))


# Patterns in the spelling of `time_words`, the longer names first.
_HOLIDAYS: tuple[tuple[str, Callable[[int, str | None], Span | None]], ...] = (
    *FEASTS,
    (r"good friday", _after_easter(-2)),
    (r"easter monday", _after_easter(1)),
    (r"(?:pentecost|whit sunday|whitsun)", _after_easter(49)),
    (r"ascension(?: day)?", _after_easter(39)),
    (r"easter(?: sunday| break| holidays?| weekend)?", _after_easter(0)),
    (r"christmas eve", _fixed(12, 24)),
    (r"christmas(?: day)?", _fixed(12, 25)),
    (r"boxing day", _fixed(12, 26)),
    (r"new year'?s? eve", _fixed(12, 31)),
    (r"new year'?s?(?: day)?", _fixed(1, 1)),
    (r"black friday", lambda year, _: day_span(_thanksgiving(year, None) + DAY)),
    (r"cyber monday", lambda year, _: day_span(_thanksgiving(year, None) + 4 * DAY)),
    (r"thanksgiving", lambda year, country: day_span(_thanksgiving(year, country))),
    (r"labou?r day", lambda year, country: day_span(_labour_day(year, country))),
    (r"memorial day", lambda year, _: day_span(_memorial_day(year))),
    (r"(?:(?:the )?(?:fourth|4th) of july|july (?:the )?(?:4th|fourth))", _fixed(7, 4)),
    (r"independence day", _independence_day),
    (r"(?:carnival|mardi gras|fasching|karneval|carnaval)", _after_easter(-47)),
    (r"ash wednesday", _after_easter(-46)),
    (r"corpus christi", _after_easter(60)),
    (r"orthodox christmas", _fixed(1, 7)),
    (r"(?:epiphany|three kings(?: day)?)", _fixed(1, 6)),
    (r"golden week", _golden_week),
    (r"republic day", _fixed(1, 26)),
    (r"australia day", _fixed(1, 26)),
    (r"anzac day", _fixed(4, 25)),
    (r"(?:king'?s day|koningsdag)", _fixed(4, 27)),
    (r"(?:midsummer|st\.? john'?s)(?: day| eve)?", _fixed(6, 24)),
    (r"canada day", _fixed(7, 1)),
    (r"(?:bastille day|14 juillet)", _fixed(7, 14)),
    (r"assumption(?: day)?", _fixed(8, 15)),
    (r"(?:guy fawkes|bonfire)(?: night| day)?", _fixed(11, 5)),
    (r"(?:veterans|remembrance|armistice) day", _fixed(11, 11)),
    (r"(?:singles'? day)", _fixed(11, 11)),
    (r"all saints(?:'? day)?", _fixed(11, 1)),
    (r"(?:st\.? nicholas(?:'? day)?|nikolaus)", _fixed(12, 6)),
    (r"sinterklaas", _fixed(12, 5)),
    (r"halloween", _fixed(10, 31)),
    (r"valentine'?s?(?: day)?", _fixed(2, 14)),
    (r"(?:(?:st|saint)\.? patrick'?s?(?: day)?|(?:st\.? )?padd?y'?s day)", _fixed(3, 17)),
    (
        r"the (?:winter |year[- ]end |festive )?(?:holidays?|festive season)(?: season| period)?",
        lambda year, _: Span(date(year, 12, 24), date(year + 1, 1, 1)),
    ),
)
HOLIDAY = "|".join(f"(?:{pattern})" for pattern, _ in _HOLIDAYS)
_READERS = [(re.compile(pattern), span_of) for pattern, span_of in _HOLIDAYS]


def holiday_span(name: str, *, country: str | None) -> Callable[[int], Span | None]:
    """The days of the holiday called so (a match of `HOLIDAY`) in each year; None where none is known."""
    span_of = next(span_of for pattern, span_of in _READERS if pattern.fullmatch(name))
    return lambda year: span_of(year, country)
