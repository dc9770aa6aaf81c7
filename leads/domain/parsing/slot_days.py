"""The offered times a clause names by weekday, date, week or part of the day."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from leads.domain.parsing.slot_offer import Offer, either
from leads.domain.parsing.slot_words import PARTS_OF_DAY, WEEKDAYS
from leads.domain.parsing.spelling import slips, within_one_slip

__all__ = ["by_date", "by_day", "by_day_of_month", "by_part_of_day", "names_day_of_month"]

_LONG_WEEKDAYS = slips(name for name in WEEKDAYS if len(name) >= 6)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DATES = (
    re.compile(rf"\b{_DAY}(?: of)? {_MONTH}\b"),
    re.compile(rf"\b{_MONTH} (?:the )?{_DAY}\b"),
    re.compile(r"\b(?P<day>\d{1,2})/(?P<other>\d{1,2})\b"),
    re.compile(r"\b(?P<day>\d{1,2})\.(?P<number>0?[1-9]|1[0-2])\b(?![:.]\d)\.?"),
)
_DAY_OF_MONTH = re.compile(
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)\b(?! (?:options?|slot|choice|one|time|alternative)\b)"
)

_EVENING = 17
_DAY_WORD = re.compile(
    r"\b(?:(?P<relation>day after|before|after|until|by|from) )?(?:the |on |next |this |coming )*"
    r"(?P<word>[a-z]{3,12})\b"
)
_RELATIVE = (
    (re.compile(r"\bday after (?:tomorrow|tmrw|tmr|tomorow)\b|\bovermorrow\b"), 2),
    (re.compile(r"\b(?:tomorrow|tmrw|tmr|tmw|tomorow|2morrow|manana|morgen)\b"), 1),
    (re.compile(r"\btoday\b|\bthis (?=(?:morning|afternoon|evening|arvo)\b)|\b(?=tonight\b)"), 0),
)
# The days meant, the likeliest first.
_PARTS_OF_WEEK = (
    (
        re.compile(r"\blater in the week\b|\b(?:end|back end|back|close) of (?:the |this |next )?week\b"),
        (4, 3),
    ),
    (
        re.compile(
            r"\b(?:start|beginning|top|begin) of (?:the |this |next )?week\b|\bearly (?:in the |next )?week\b"
        ),
        (0, 1),
    ),
    (re.compile(r"\bmid ?-?week\b|\bmiddle of (?:the |this |next )?week\b"), (2, 1, 3)),
)
_THIS_WEEK, _NEXT_WEEK = re.compile(r"\bthis week\b"), re.compile(r"\bnext week\b")


def by_date(clause: str, offer: Offer) -> tuple[list[frozenset[int]], str]:
    """The slots on the dates named, and the clause without them."""
    found: list[frozenset[int]] = []
    for pattern in _DATES:
        found.extend(_on(match, offer) for match in pattern.finditer(clause))
        clause = pattern.sub(" ", clause)
    return either(found), clause


def _on(match: re.Match[str], offer: Offer) -> frozenset[int]:
    named = match.groupdict()
    day = int(named["day"])
    if named.get("month"):
        wanted = {(day, _MONTHS.index(named["month"][:3]) + 1)}
    elif named.get("number"):
        wanted = {(day, int(named["number"]))}
    else:
        wanted = {(day, int(named["other"])), (int(named["other"]), day)}
    return offer.where(lambda start: (start.day, start.month) in wanted)


def by_day_of_month(clause: str, offer: Offer) -> frozenset[int]:
    """The slots on "the 9th"."""
    days = {int(match["day"]) for match in _DAY_OF_MONTH.finditer(clause)}
    return offer.where(lambda start: start.day in days)


def by_day(clause: str, offer: Offer) -> tuple[list[frozenset[int]], str]:
    """The slots on the days named, and the clause without them."""
    found: list[frozenset[int]] = []
    for pattern, ahead in _RELATIVE:
        if pattern.search(clause):
            found.append(offer.where(_is_on(offer.today + timedelta(days=ahead))))
            clause = pattern.sub(" ", clause)
    for match in _DAY_WORD.finditer(clause):
        weekday = _weekday(match["word"])
        if weekday is not None:
            found.append(_on_weekday(weekday, match["relation"], offer))
            clause = clause.replace(match[0], " ", 1)
    for pattern, days in _PARTS_OF_WEEK:
        if pattern.search(clause):
            found.append(next(filter(None, (_on_weekday(day, None, offer) for day in days)), frozenset()))
            clause = pattern.sub(" ", clause)
    return either([*found, *_in_week(clause, offer)]), clause


def _weekday(word: str) -> int | None:
    if word in WEEKDAYS:
        return WEEKDAYS[word]
    name = within_one_slip(word, _LONG_WEEKDAYS) if len(word) >= 5 else None
    return WEEKDAYS[name] if name else None


def _on_weekday(weekday: int, relation: str | None, offer: Offer) -> frozenset[int]:
    if relation == "day after":
        return offer.where(lambda start: start.weekday() == (weekday + 1) % 7)
    if relation == "after":
        return offer.where(lambda start: start.weekday() > weekday)
    if relation == "from":
        return offer.where(lambda start: start.weekday() >= weekday)
    if relation in ("before", "until", "by"):
        return offer.where(lambda start: start.weekday() < weekday + (relation != "before"))
    return offer.where(lambda start: start.weekday() == weekday)


def _is_on(day: date) -> Callable[[datetime], bool]:
    return lambda start: start.date() == day


def _in_week(clause: str, offer: Offer) -> Iterator[frozenset[int]]:
    monday = offer.today - timedelta(days=offer.today.weekday())
    for pattern, first in ((_THIS_WEEK, monday), (_NEXT_WEEK, monday + timedelta(days=7))):
        in_week = offer.where(_is_between(first, first + timedelta(days=7)))
        if pattern.search(clause) and len(in_week) < len(offer.starts):
            yield in_week


def _is_between(first: date, end: date) -> Callable[[datetime], bool]:
    return lambda start: first <= start.date() < end


def by_part_of_day(clause: str, offer: Offer) -> tuple[list[frozenset[int]], str]:
    """The slots in the parts of the day named, and the clause without them."""
    found: list[frozenset[int]] = []
    for first, end, pattern in PARTS_OF_DAY:
        if pattern.search(clause):
            near = first - (first >= _EVENING)  # half past four is late enough where nothing is later
            found.append(offer.where(_is_within(first, end)) or offer.where(_is_within(near, end)))
            clause = pattern.sub(" ", clause)
    return either(found), clause


def _is_within(first: int, end: int) -> Callable[[datetime], bool]:
    return lambda start: first <= start.hour < end


def names_day_of_month(clause: str) -> bool:
    """Whether the clause has an ordinal in figures, which may be a date."""
    return bool(_DAY_OF_MONTH.search(clause))
