"""Single numbers in running text: digits of every style, magnitudes, words, fractions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import islice

from leads.domain.parsing.number_phrases import Phrase, Token, phrase_at
from leads.domain.parsing.number_words import MILLION, TEENS, TENS, UNITS, number_word
from leads.domain.parsing.numerals import NUMERAL

__all__ = ["BETWEEN", "NO_UNITS", "Number", "Units", "find_numbers"]

# How a range is opened, also by those who write English with words of their own.
BETWEEN = r"between|betwen|beetween|bewteen|btwn?|b/w|entre|zwischen|tussen|mellan|mellem|między"


@dataclass(frozen=True, slots=True)
class Units:
    """What is written beside a number and says what it counts, perhaps against it: "usd50", "50eur", "50 €".

    Both are patterns of a regular expression that holds at most one space at the number's side.
    """

    before: str
    after: str


NO_UNITS = Units(before=r"(?!)", after=r"(?!)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands; `magnitude` is the size word it carries ("k": 1000), or one."""

    value: Decimal
    start: int
    end: int
    magnitude: Decimal = Decimal(1)
    spelled: bool = False  # in words
    vague: bool = False  # "a couple", "a few": a number only beside what it counts


_MOST = 40  # nobody answers with more of them; every one costs time
_UNIT_WINDOW = 24  # no unit before a number is longer
_WORD_AGAINST = re.compile(r"\b(?:max|min|about|around|approx|budget|ca|upto|under|over)$")  # "max20k"
_LETTER_BEFORE = re.compile(r"[^\W\d]$")
_BETWEEN = re.compile(rf"(?:\b(?:{BETWEEN}))\W+(?:[a-z]+\W+){{0,2}}$")
_ISH = re.compile(r"[- ]?ish\b|[- ]odd\b")
_HEDGES = frozenset(["ish", "odd"])  # may part a number from its magnitude: "20ish k"
_FRACTION = (
    r"(?<![\d/.,])(?:1/[24]|3/4)(?=\s(?:of )?(?:an? )?(?:m|mil|mill|million|k|thousand|lakh|crore|bn)\b)"
)
_ABBREVIATED = r"(?<=\d )(?:tys|tsd|tis|mio|mln|mrd|mill)\.(?=\s)"  # the dot ends no sentence
_SIGNS = frozenset("€$£")
_EAST_ASIAN = "万萬만億亿억千천"  # written against the digits, the currency against them
_SPELLED_AGAINST = rf"(?:{'|'.join([*TEENS, *TENS, 'hundred'])})(?=(?:k|grand)\b)"  # "tenk"
_TENS_AGAINST = rf"(?:{'|'.join(TENS)})(?=(?:{'|'.join(UNITS)})\b)"  # "twentyfive"
_JOINT = re.compile(r"(?:[- ]?(?:ish|odd))?(?:[- ]|  )?")
_SHORT = re.compile(r"[- ]?\b(?:k|grand|thou|thousand|hundred|lakhs?|mil|million)\b")


def find_numbers(text: str, units: Units = NO_UNITS, *, mil: Decimal = MILLION) -> tuple[Number, ...]:
    """The numbers in an aligned text, in order, none overlapping; of a paste full of them the first ones.

    Letters touching the digits refuse them ("b2b", "1e9", "10am") unless they are a magnitude or one of the
    units. `mil` is what that word stands for: a million in English, a thousand in Spanish and Portuguese.
    """
    found = (number for run in _runs(text, units) for number in _numbers_in(run, text, units, mil))
    return tuple(islice(found, _MOST))


def _runs(text: str, units: Units) -> Iterator[tuple[Token, ...]]:
    """The tokens of the text, in groups that only a space or a hyphen divides."""
    run: list[Token] = []
    for match in _patterns(units).token.finditer(text):
        if run and match[0] in _HEDGES and _SHORT.match(text, match.end()):
            continue
        gap = text[run[-1].end : match.start()] if run else ""
        if not _JOINT.fullmatch(gap):
            yield tuple(run)
            run = []
        follower = text[match.end() : match.end() + 1]
        against_unit = match[0] in "kmt" and (follower.isalpha() or follower in _SIGNS)
        joined = bool(run) and (gap == "" or against_unit)
        run.append(Token(number_word(match[0]), match.start(), match.end(), joined=joined))
    if run:
        yield tuple(run)


def _numbers_in(run: tuple[Token, ...], text: str, units: Units, mil: Decimal) -> Iterator[Number]:
    patterns, at = _patterns(units), 0
    while at < len(run):
        start = run[at].start
        counted = bool(patterns.after.match(text, run[at].end))
        between = bool(_BETWEEN.search(text, max(0, start - _UNIT_WINDOW), start))
        phrase = phrase_at(run, at, mil=mil, counted=counted, may_join=not between)
        if phrase is None or not _stands_free(phrase, run, at, text, patterns):
            at += 1
            continue
        yield Number(
            phrase.value,
            start,
            _past_hedge(text, run[phrase.after - 1].end),
            magnitude=phrase.magnitude,
            spelled=not run[at].is_numeral,
            vague=phrase.vague,
        )
        at = phrase.after


def _past_hedge(text: str, end: int) -> int:
    """The end of the number with the "-ish" behind it."""
    hedge = _ISH.match(text, end)
    return hedge.end() if hedge else end


def _stands_free(phrase: Phrase, run: tuple[Token, ...], at: int, text: str, patterns: "_Patterns") -> bool:
    """Whether nothing touches the number but a unit or "-ish"."""
    start, end = run[at].start, run[phrase.after - 1].end
    window = max(0, start - _UNIT_WINDOW)
    if _LETTER_BEFORE.search(text, window, start) and not (
        patterns.before.search(text, window, start) or _WORD_AGAINST.search(text, window, start)
    ):
        return False
    touching = phrase.after < len(run) and run[phrase.after].joined
    if not touching:
        return text[end : end + 1] != "_"
    return bool(_ISH.match(text, end)) or bool(patterns.after.match(text, end))


@dataclass(frozen=True, slots=True)
class _Patterns:
    token: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]


@lru_cache(maxsize=8)
def _patterns(units: Units) -> _Patterns:
    return _Patterns(
        # A magnitude parts from the unit written against it: the "k" of "50keur", the "t" of "50 teur".
        token=re.compile(
            rf"{_FRACTION}|(?:{NUMERAL})|[¼½¾]|(?:(?<=\d)|(?<=\d\s))(?!{units.after})[kmt](?={units.after})"
            rf"|{_ABBREVIATED}|{_SPELLED_AGAINST}|{_TENS_AGAINST}|[{_EAST_ASIAN}]|[^\W\d_]+"
        ),
        before=re.compile(rf"(?:{units.before})$"),
        after=re.compile(units.after),
    )
