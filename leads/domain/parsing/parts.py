"""Parts of a period: "early March", "end of Q1", "first half of May", "later this year"."""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from leads.domain.parsing.spans import DAY, Span, months_later
from leads.domain.parsing.tables import part

__all__ = ["PART_WINDOW", "narrowed_by_part"]


class _Portion(StrEnum):
    """Which part of a period is meant."""

    START = "start"
    EARLY = "early"
    MID = "mid"
    LATE = "late"
    END = "end"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class _Part:
    """The part named before a period, and the words that name it, up to the period."""

    words: str
    portion: _Portion
    until: _Portion | None = None  # "mid to late"
    week: int | None = None  # "second week of"; 0 for the last


_WITH_OF = part(r"""
    beginning|start|begin|1(?:st|th) (?:few )?(?:days|weeks)|half-?way through|last (?:few )?(?:days|weeks)
    latter part|tail end|back end|close|1(?:st|th) half|2(?:nd|th) half|second half|first half|rest
        |remainder|course
""")
_WITHOUT_OF = r"early|mid(?:dle)?|late|end|later|still"
PART_WINDOW = 40  # no name of a part is longer

_TAIL = r"(?:[ -]the)?(?: month of)?[ -]?$"
_PART = re.compile(
    r"(?:\b(?:the|at the|in the) )?\b(?:very )?(?:"
    r"(?P<week>[1-4])(?:st|nd|rd|th) week(?: (?:of|in))?|(?P<last_week>last week) (?:of|in)"
    rf"|(?P<with_of>{_WITH_OF}) of|(?P<portion>{_WITHOUT_OF})(?:(?:[ -](?:to|or|and|/|-)[ -]?"
    rf"|[-/])(?P<until>mid|late|end))?"
    rf"(?: of| in)?){_TAIL}"
)
_PORTIONS = (
    (r"beginning|start|begin|1(?:st|th) (?:few )?(?:days|weeks)", _Portion.START),
    (r"early", _Portion.EARLY),
    (r"mid|half-?way", _Portion.MID),
    (r"later|still|rest|remainder|course", _Portion.REST),
    (r"late|last|latter|tail", _Portion.LATE),
    (r"back end|end|close", _Portion.END),
    (r"1(?:st|th) half|first half", _Portion.FIRST_HALF),
    (r"2(?:nd|th) half|second half", _Portion.SECOND_HALF),
)


def narrowed_by_part(text: str, start: int, span: Span, *, today: date) -> tuple[int, Span]:
    """Where the period begins with the part named before it, and that part; both unchanged without one."""
    named = _part_before(text[max(0, start - PART_WINDOW) : start])
    return (start, span) if named is None else (start - len(named.words), _part_of(span, named, today=today))


def _part_before(text: str) -> _Part | None:
    """The part of a period that the end of this text names, if it does."""
    match = _PART.search(text)
    if match is None:
        return None
    if match["week"] or match["last_week"]:
        return _Part(match[0], _Portion.EARLY, week=int(match["week"] or 0))
    until = _portion(match["until"]) if match["until"] else None
    return _Part(match[0], _portion(match["with_of"] or match["portion"]), until=until)


def _portion(words: str) -> _Portion:
    return next(portion for pattern, portion in _PORTIONS if re.match(pattern, words))


def _part_of(span: Span, named: _Part, *, today: date) -> Span:
    """That part of the period; "the rest" runs from today on."""
    if named.week is not None:
        return _week_of(span, named.week)
    first = _portion_of(span, named.portion, today)
    if named.until is None:
        return first
    return Span(first.first, max(first.last, _portion_of(span, named.until, today).last))


def _week_of(span: Span, week: int) -> Span:
    if week == 0:
        return Span(span.last - 6 * DAY, span.last)
    return Span(span.first + 7 * (week - 1) * DAY, span.first + (7 * week - 1) * DAY)


def _portion_of(span: Span, portion: _Portion, today: date) -> Span:
    if portion is _Portion.REST:
        return Span(max(span.first, today), max(span.last, today))
    if portion in (_Portion.FIRST_HALF, _Portion.SECOND_HALF):
        return _half(span, portion)
    months = round((span.last - span.first).days / 30.4)
    thirds = _thirds_of_days(span) if months < 2 else _thirds_of_months(span, months, portion)
    place = 0 if portion in (_Portion.START, _Portion.EARLY) else 1 if portion is _Portion.MID else 2
    chosen = thirds[place]
    if portion is _Portion.START:
        return replace(chosen, edge=chosen.first)
    if portion is _Portion.MID:
        return replace(chosen, edge=chosen.first + ((chosen.last - chosen.first).days - 1) // 2 * DAY)
    return replace(chosen, is_end=portion is _Portion.END)


def _thirds_of_days(span: Span) -> tuple[Span, Span, Span]:
    """A month by the 10th and the 20th, a week by Tuesday and Thursday."""
    third = 10 if (span.last - span.first).days > 20 else 2
    second, last = span.first + third * DAY, span.first + 2 * third * DAY
    return Span(span.first, second - DAY), Span(second, last - DAY), Span(last, span.last)


def _thirds_of_months(span: Span, months: int, portion: _Portion) -> tuple[Span, Span, Span]:
    """A quarter by its months; of a year the first and last month, or quarter when only "early" or "late"."""
    is_year = months > 9
    size = 1 if portion in (_Portion.START, _Portion.END) or months < 6 else 3 if is_year else 2
    middle = months_later(span.first, 5 if is_year else (months - 1) // 2)
    return (
        Span(span.first, months_later(span.first, size) - DAY),
        Span(middle, months_later(middle, 1 if months % 2 else 2) - DAY),
        Span(months_later(span.last + DAY, -size), span.last),
    )


def _half(span: Span, portion: _Portion) -> Span:
    middle = span.first + ((span.last - span.first).days + 1) // 2 * DAY
    return Span(span.first, middle - DAY) if portion is _Portion.FIRST_HALF else Span(middle, span.last)
