"""Parts of a period: "early March", "end of Q1", "first half of May", "later this year"."""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from leads.domain.parsing.spans import DAY, Span, months_later
from leads.domain.parsing.tables import part

__all__ = ["PART_WINDOW", "Part", "part_before", "part_of"]


class Portion(StrEnum):
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
class Part:
    """The part named before a period, and the words that name it, up to the period."""

    words: str
    portion: Portion
    until: Portion | None = None  # "mid to late"
    week: int | None = None  # "second week of"; 0 for the last


PART_WINDOW = 40  # no name of a part is longer

_OF = r"(?:(?:[ -]of|(?<=early) in|(?<=late) in|(?<=later) in)?(?:[ -]the)?(?: month of)?[ -]?$)"
_PART = re.compile(
    rf"(?:\b(?:the|at the|in the) )?\b(?:very )?(?:(?P<week>[1-4])(?:st|nd|rd|th) week"
    rf"|(?P<last_week>last week) (?:of|in)"
    rf"|(?P<portion>{{}})(?:[ -](?:to|or|and|/|-)[ -]?(?P<until>mid|late|end))?){_OF}".format(
        part(r"""
            beginning|start|begin|1(?:st|th) (?:few )?(?:days|weeks)|early|mid(?:dle)?|half-?way through
                |late
            last (?:few )?(?:days|weeks)|latter part|tail end|back end|end|close|1(?:st|th) half|2(?:nd
            |th) half
            second half|first half|later|still|rest|remainder|course
        """)
    )
)
_PORTIONS = (
    (r"beginning|start|begin|1(?:st|th) (?:few )?(?:days|weeks)", Portion.START),
    (r"early", Portion.EARLY),
    (r"mid|half-?way", Portion.MID),
    (r"later|still|rest|remainder|course", Portion.REST),
    (r"late|last|latter|tail", Portion.LATE),
    (r"back end|end|close", Portion.END),
    (r"1(?:st|th) half|first half", Portion.FIRST_HALF),
    (r"2(?:nd|th) half|second half", Portion.SECOND_HALF),
)


def part_before(text: str) -> Part | None:
    """The part of a period that the end of this text names, if it does."""
    match = _PART.search(text)
    if match is None:
        return None
    if match["week"] or match["last_week"]:
        return Part(match[0], Portion.EARLY, week=int(match["week"] or 0))
    until = _portion(match["until"]) if match["until"] else None
    return Part(match[0], _portion(match["portion"]), until=until)


def _portion(words: str) -> Portion:
    return next(portion for pattern, portion in _PORTIONS if re.match(pattern, words))


def part_of(span: Span, named: Part, *, today: date) -> Span:
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


def _portion_of(span: Span, portion: Portion, today: date) -> Span:
    if portion is Portion.REST:
        return Span(max(span.first, today), max(span.last, today))
    if portion in (Portion.FIRST_HALF, Portion.SECOND_HALF):
        return _half(span, portion)
    months = round((span.last - span.first).days / 30.4)
    thirds = _thirds_of_days(span) if months < 2 else _thirds_of_months(span, months, portion)
    place = 0 if portion in (Portion.START, Portion.EARLY) else 1 if portion is Portion.MID else 2
    chosen = thirds[place]
    if portion is Portion.START:
        return replace(chosen, edge=chosen.first)
    if portion is Portion.MID:
        return replace(chosen, edge=chosen.first + (chosen.last - chosen.first) // 2)
    return replace(chosen, is_end=portion is Portion.END)


def _thirds_of_days(span: Span) -> tuple[Span, Span, Span]:
    """A month by the 10th and the 20th, a week by Tuesday and Thursday."""
    third = 10 if (span.last - span.first).days > 20 else 2
    second, last = span.first + third * DAY, span.first + 2 * third * DAY
    return Span(span.first, second - DAY), Span(second, last - DAY), Span(last, span.last)


def _thirds_of_months(span: Span, months: int, portion: Portion) -> tuple[Span, Span, Span]:
    """A quarter by its months; of a year the first and last month, or quarter when only "early" or "late"."""
    is_year = months > 9
    size = 1 if portion in (Portion.START, Portion.END) or months < 6 else 3 if is_year else 2
    middle = months_later(span.first, 5 if is_year else (months - 1) // 2)
    return (
        Span(span.first, months_later(span.first, size) - DAY),
        Span(middle, months_later(middle, 1 if months % 2 else 2) - DAY),
        Span(months_later(span.last + DAY, -size), span.last),
    )


def _half(span: Span, portion: Portion) -> Span:
    middle = span.first + ((span.last - span.first).days + 1) // 2 * DAY
    return Span(span.first, middle - DAY) if portion is Portion.FIRST_HALF else Span(middle, span.last)
