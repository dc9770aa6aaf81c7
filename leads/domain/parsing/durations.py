"""Spans of time counted from today: "3-4 months", "10 days", "1.5 years"."""

import math
import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from leads.domain.parsing.context import Context
from leads.domain.parsing.mentions import Kind, Mention, Use
from leads.domain.parsing.numbers import Units
from leads.domain.parsing.quantities import Quantity, find_quantities
from leads.domain.parsing.spans import Span, months_later
from leads.domain.topics import Topic

__all__ = ["find_durations"]

_UNITS = r"(?:hours|days?|weeks?|fortnights?|months?|quarters?|years?)"
_KIND = r"(?:more |full |short |business |working |calendar |whole |solid )?"
_AFTER = rf"[\s-]{{0,2}}{_KIND}{_UNITS}\b(?:'s?)?(?: time\b)?"
_WRITTEN = Units(before=r"(?!)", after=_AFTER)
_WRITTEN_OR_INITIAL = Units(before=r"(?!)", after=rf"(?:{_AFTER}|\s?m\b)")
_UNIT = re.compile(r"hour|day|week|fortnight|month|quarter|year|m\b")
_MONTHS = {"month": Decimal(1), "m": Decimal(1), "quarter": Decimal(3), "year": Decimal(12)}
_DAYS = {"day": Decimal(1), "week": Decimal(7), "fortnight": Decimal(14)}
_LONGEST = 20 * 12
_NO_DEADLINE = re.compile(
    r"\s?(?:-?(?:old|long)\b|(?:of )?experience|in business|contract|project|pilot|trial|term|plan|history"
    r"|deal"
    r"|subscription|commitment|warranty|per\b|a (?:day|week|month|year)|each|every|ago|meeting|call|demo"
    r"|into\b)"
)
_JUST_A_NUMBER = re.compile(
    r"[\s.,~]*(?:(?:in|within|about|around|maybe|probably|roughly|approximately|approx|next|like|i think"
    r"|i guess|say|well"
    r"|hm+|the next|max|up to|i'd say|so)[\s.,~]{1,2})*(?P<low>\d{1,2})(?:\s?(?:-|to"
    r"|or)\s?(?P<high>\d{1,2}))?"
    r"(?:\s(?:or so|ish|maybe|i think|i guess|max|please|tops|probably|from now|roughly))*[\s.,!?~]*"
)


def find_durations(text: str, context: Context) -> Iterator[Mention]:
    """Every span of time counted in a text of `time_words`, as the day or days it ends on from today.

    When the timeframe was asked, "6m" and a bare "6" are months.
    """
    asked = context.asking is Topic.TIMEFRAME
    for quantity in find_quantities(text, _WRITTEN_OR_INITIAL if asked else _WRITTEN):
        span = _span(quantity, context.today)
        if span is not None and not _NO_DEADLINE.match(text, quantity.end):
            yield Mention(quantity.start, quantity.end, span, Kind.COUNTED, use=_use(quantity))
    bare = _JUST_A_NUMBER.fullmatch(text) if asked else None
    if bare is not None:
        yield _bare_months(bare, context.today)


def _bare_months(match: re.Match[str], today: date) -> Mention:
    low, high = sorted((int(match["low"]), int(match["high"] or match["low"])))
    span = Span(months_later(today, low), months_later(today, high))
    return Mention(
        match.start("low"), match.end("high") if match["high"] else match.end("low"), span, Kind.COUNTED
    )


def _use(quantity: Quantity) -> Use | None:
    """How a bound makes a deadline of it: "less than 3 months", "6+ months"."""
    if quantity.low is None:
        return Use.BY
    return Use.FROM if quantity.high is None else None


def _span(quantity: Quantity, today: date) -> Span | None:
    unit = _UNIT.search(quantity.counted)
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    days = [_counted_from(today, end, unit[0]) for end in ends] if unit else []
    known = [day for day in days if day is not None]
    return Span(known[0], known[-1]) if known and len(known) == len(days) else None


def _counted_from(today: date, number: Decimal, unit: str) -> date | None:
    """The day that many units after today, or None when nobody plans that far ahead."""
    if unit in _MONTHS:
        months, rest = divmod(number * _MONTHS[unit], 1)
        if months > _LONGEST:
            return None
        return months_later(today, int(months)) + timedelta(days=round(rest * 30))
    days = number // 24 if unit == "hour" else math.ceil(number * _DAYS[unit])
    return today + timedelta(days=int(days)) if days <= _LONGEST * 30 else None
