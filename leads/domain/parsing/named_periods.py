"""Months, quarters, halves, years and seasons called by their name: "March", "Q2 next year", "FY27"."""

import re
from collections.abc import Callable, Iterator

from leads.domain.parsing.context import Context
from leads.domain.parsing.mentions import Kind, Mention
from leads.domain.parsing.parts import PART_WINDOW, narrowed_by_part
from leads.domain.parsing.spans import (
    Span,
    coming,
    half_span,
    month_span,
    quarter_span,
    season_span,
    year_span,
)
from leads.domain.parsing.tables import words
from leads.domain.parsing.time_spelling import MONTHS, SEASONS

__all__ = ["find_named_periods"]

_SOUTHERN = words("AR AU BO BR BW CL FJ LS MG MU MW MZ NA NZ PE PY SZ UY ZA ZM ZW")
_YEARS_AHEAD = 30

_WHICH = r"(?:(?P<which>next|this|the coming|coming|upcoming|following|last|past|previous|every|each)\s)?"
_YEAR = (
    r"(?:[ ,]*(?:of |in )?(?:(?P<year>20\d\d)(?![\d.,]\d)|'(?P<short>\d\d)\b|"
    r"(?P<relative>next year|this year|(?:the )?following year|(?:the )?year after next)\b))?"
)
_FISCAL_YEAR = r"(?:(?:our |the |a )?(?:fiscal|financial|tax|budget) (?:year|yr)|fy)"
_NAME = "|".join(
    rf"(?<!\bwill )(?<!'ll )(?<!\bwe )(?<!\bi )(?<!\bthey ){month}" if month == "march" else month
    for month in MONTHS
)

_MONTH = re.compile(rf"\b{_WHICH}(?P<month>{_NAME})\b\.?(?!\s?\d{{1,2}}(?:\D|$)|\s(?:1\d|2[1-9])\d\d){_YEAR}")
_MAY = re.compile(
    r"(?:^\W*|\b(?:in|by|before|until|after|of|this|next|early|mid|late|end|since|from|or|and|to|around"
    r"|about|during|start|beginning|april|for|june)"
    r"\s|[-/,;]\s?)may$"
)
_MAY_CLOSES = re.compile(r"(?<!\bi )(?<!\bwe )(?<!\byou )(?<!\bit )(?<!\bhe )(?<!\bthey )\bmay\W*$")
_MAY_GOES_ON = re.compile(r"\s(?:be|i|we|not|have|need|want|take|you|it|also|still|get|do|change)\b")
_MARCH_GOES_ON = re.compile(
    r"\s(?:on\b(?! the)|ahead|forward|through|to (?:the|a|our) (?!end|start|beginning|middle))"
)
_MARCH_NAMED = re.compile(r"\b(?:from|in|by|until|since|of|next|this|late|early|mid|end|start)\s$")
_MONTH_IN_FIGURES = re.compile(
    r"(?<![\d./-])(?P<month>0?[1-9]|1[0-2])[/.-](?P<year>20\d\d)(?![\d./-])"
    r"|(?<![\d./-])(?P<year2>20\d\d)[/-](?P<month2>0[1-9]|1[0-2])(?![\d./-])"
)
_QUARTER = re.compile(
    rf"\b(?P<fiscal>fiscal |fy ?"
    rf"|financial )?q ?(?P<quarter>[1-4])(?!\d)(?P<of_fiscal> (?:of )?{_FISCAL_YEAR})?(?:[ /-]*(?:of "
    rf"|in )?(?:the )?"
    r"(?:(?P<year>20\d\d)(?![\d.,]\d)|(?:fy ?|')?(?P<short>[2-4]\d)(?![\d.,%]| ?(?:people|employees|users"
    r"|days|weeks|k\b))|(?P<relative>next year|this year)\b))?"
)
_HALF = re.compile(rf"\bh ?(?P<half>[12])\b(?: of)?{_YEAR}")
_SEASON = re.compile(
    rf"\b(?:(?P<which>next|this|coming|last|past|every)\s)?(?P<season>{'|'.join(SEASONS)})(?: (?:holidays?"
    rf"|hols|break|vacations?|season|time))?\b{_YEAR}"
)
_FALL = re.compile(
    r"(?:^\W*|\b(?:in|the|this|next|by|after|before|early|late|mid|coming|until|of|or|and"
    r"|(?<!has )(?<!have )(?<!going )(?<!had )to)\s|[-/]\s?)$"
)
_FISCAL = re.compile(
    rf"\b{_WHICH}(?:the )?(?:current )?{_FISCAL_YEAR}\b(?: ?'?(?P<short>\d\d|20\d\d)\b)?"
    rf"|\bfy ?'?(?P<short2>20\d\d|\d\d)\b"
)
_YEAR_ALONE = re.compile(
    r"(?<![\d.,$€£¥₹/-])\b(?P<year>20[1-9]\d)\b(?![.,]?\d|[/-]\d|\s?(?:[$€£%]|k\b|people|employees|users"
    r"|usd|eur|euros?|dollars?|per|a month|a year))"
)


def find_named_periods(text: str, context: Context) -> Iterator[Mention]:
    """Every period called by its name in a text of `time_words`, or its part named before ("mid March")."""
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            span = read(match, context)
            if span is not None and abs(span.first.year - context.today.year) <= _YEARS_AHEAD:
                start, narrowed = narrowed_by_part(text, match.start(), span, today=context.today)
                yield Mention(start, match.end(), narrowed, Kind.PERIOD, dated=_is_dated(match))


def _is_dated(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    return any(groups.get(group) for group in ("year", "year2", "short", "relative"))


def _yearly(match: re.Match[str], context: Context, span_of: Callable[[int], Span]) -> Span | None:
    """The span in the year named, or the one that "next" or nothing stands for."""
    groups = match.groupdict()
    if groups.get("which") in ("last", "past", "previous", "every", "each"):
        return None
    year = _year_named(match, context)
    if year is not None:
        return span_of(year)
    return coming(span_of, context.today, following=groups.get("which") in ("next", "following"))


def _year_named(match: re.Match[str], context: Context) -> int | None:
    groups = match.groupdict()
    digits = groups.get("year") or groups.get("short")
    if digits:
        return int(digits) + (2000 if len(digits) == 2 else 0)
    relative = groups.get("relative")
    if relative is None:
        return None
    return context.today.year + (0 if relative == "this year" else 2 if "after" in relative else 1)


def _month(match: re.Match[str], context: Context) -> Span | None:
    month = MONTHS.index(match["month"]) + 1
    if match["month"] == "may" and not _is_may(match):
        return None
    is_named = _MARCH_NAMED.search(match.string[: match.start("month")][-PART_WINDOW:])
    if match["month"] == "march" and not is_named and _MARCH_GOES_ON.match(match.string, match.end("month")):
        return None
    return _yearly(match, context, lambda year: month_span(year, month))


def _is_may(match: re.Match[str]) -> bool:
    if match["year"] or match["short"] or match["relative"] or match["which"]:
        return True
    before = match.string[max(0, match.start("month") - PART_WINDOW) : match.end("month")]
    if _MAY_GOES_ON.match(match.string, match.end("month")):
        return False
    return bool(_MAY.search(before)) or bool(_MAY_CLOSES.search(before + match.string[match.end("month") :]))


def _month_in_figures(match: re.Match[str], _context: Context) -> Span | None:
    return month_span(int(match["year"] or match["year2"]), int(match["month"] or match["month2"]))


def _quarter(match: re.Match[str], context: Context) -> Span | None:
    quarter = int(match["quarter"])
    fiscal = match["fiscal"] or match["of_fiscal"] or re.search(r"fy ?'?\d", match[0])
    start_month = context.fiscal_year_start if fiscal else 1
    return _yearly(match, context, lambda year: quarter_span(year, quarter, start_month=start_month))


def _half(match: re.Match[str], context: Context) -> Span | None:
    return _yearly(match, context, lambda year: half_span(year, int(match["half"])))


def _season(match: re.Match[str], context: Context) -> Span | None:
    before = match.string[: match.start()][-PART_WINDOW:]
    if match["season"] == "fall" and not (match["which"] or match["year"] or _FALL.search(before)):
        return None
    southern = context.region in _SOUTHERN
    season = SEASONS[match["season"]]
    return _yearly(match, context, lambda year: season_span(year, season, southern=southern))


def _fiscal_year(match: re.Match[str], context: Context) -> Span | None:
    start = context.fiscal_year_start
    digits = match["short"] or match["short2"]
    if digits:
        return year_span(int(digits) % 100 + 2000, start_month=start)
    return _yearly(match, context, lambda year: year_span(year, start_month=start))


def _year_alone(match: re.Match[str], _context: Context) -> Span | None:
    return year_span(int(match["year"]))


_Reader = Callable[[re.Match[str], Context], Span | None]
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_FISCAL, _fiscal_year),
    (_QUARTER, _quarter),
    (_HALF, _half),
    (_MONTH_IN_FIGURES, _month_in_figures),
    (_MONTH, _month),
    (_SEASON, _season),
    (_YEAR_ALONE, _year_alone),
)
