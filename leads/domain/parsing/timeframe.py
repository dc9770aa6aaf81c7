"""When they want to buy or go live, read from what they wrote."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from leads.domain.answers import Parsed, Standing, Timeframe
from leads.domain.parsing.aligned import aligned
from leads.domain.parsing.context import MAX_LENGTH, Context
from leads.domain.parsing.corrections import in_force
from leads.domain.parsing.deadlines import as_timeframe, is_past, use_of
from leads.domain.parsing.distractors import without_times_of_day
from leads.domain.parsing.mentions import Kind, Mention, Use
from leads.domain.parsing.named_times import find_mentions, linked
from leads.domain.parsing.time_words import in_time_words
from leads.domain.parsing.urgency import urgency_in
from leads.domain.parsing.wishes import is_a_wish, is_about_something_else, is_only_described, is_put_off
from leads.domain.topics import Topic

__all__ = ["read_timeframe"]

_DEADLINES = frozenset({Use.BY, Use.WITHIN, Use.BEFORE, Use.FROM})
_SAID_OF_ANYTHING = re.compile(r"\b(?:as of|as at|from|since)\s(?:the )?$")  # "450 as of January"
_FURTHEST_OTHER_END = 40  # between "not before June" and "by September at the latest"


def read_timeframe(text: str, context: Context) -> Parsed | None:
    """What the text says about when, or None when it says nothing.

    Unless the timeframe was asked, only a deadline or a wish to buy or go live by then counts: not how long
    something takes, when a call would suit, or what happened.
    """
    read = text[:MAX_LENGTH]
    value = _dates_in(without_times_of_day(in_time_words(aligned(read))), context)
    if value is None:
        urgency = urgency_in(read, asked=context.asking is Topic.TIMEFRAME)
        value = None if urgency is None else Timeframe(urgency=urgency)
    return None if value is None else Parsed(Topic.TIMEFRAME, Standing.GIVEN, value)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A mention with what is said of it."""

    mention: Mention
    use: Use

    @property
    def start(self) -> int:
        return self.mention.start

    @property
    def end(self) -> int:
        return self.mention.end


def _dates_in(text: str, context: Context) -> Timeframe | None:
    readings = [reading for reading in _readings(text, context) if _counts(text, reading, context)]
    kept = in_force(text, readings)
    if not kept and readings:  # "not this year": later, then
        return as_timeframe(readings[-1].mention, Use.AFTER, context.today)
    timeframes = [as_timeframe(reading.mention, reading.use, context.today) for reading in kept]
    stated = [(reading, dates) for reading, dates in zip(kept, timeframes, strict=True) if dates is not None]
    return _combined(text, stated) if stated else None


def _readings(text: str, context: Context) -> Iterator[_Reading]:
    for mention in linked(text, find_mentions(text, context)):
        if not is_past(text, mention):
            yield _Reading(mention, use_of(text, mention))


def _counts(text: str, reading: _Reading, context: Context) -> bool:
    """Whether it is told of buying or going live; in answer to the question it is, or it is put off."""
    start, end = reading.start, reading.end
    if is_only_described(text, end):
        return False
    if context.asking is Topic.TIMEFRAME:
        return not is_put_off(text, start, end)
    if is_about_something_else(text, start, end):
        return False
    is_deadline = reading.use in _DEADLINES and reading.mention.kind in (Kind.PERIOD, Kind.DAY)
    is_clear = context.asking is not Topic.SLOT and not _SAID_OF_ANYTHING.search(text[:start])
    return (is_deadline and is_clear) or is_a_wish(text, start, end)


def _combined(text: str, stated: Sequence[tuple[_Reading, Timeframe]]) -> Timeframe:
    """The first dates stated, with the other end that the next ones give them."""
    (first, dates), *others = stated
    if not others:
        return dates
    second, end = others[0]
    if first.use is second.use is Use.DURING and _is_narrower(second, first):  # "next year, maybe in May"
        return end
    if first.use in (Use.FROM, Use.AFTER) and second.use is Use.DURING and _begins_after(end, dates):
        return end  # "not before June, ideally in September"
    is_near = second.start - first.end <= _FURTHEST_OTHER_END and "." not in text[first.end : second.start]
    if not is_near or (end.latest is None and end.earliest is None):
        return dates
    if second.use in (Use.BY, Use.WITHIN, Use.BEFORE) and first.use in (Use.FROM, Use.AFTER, Use.DURING):
        return _between(dates.earliest, end.latest) or dates
    if second.use is Use.FROM and first.use in (Use.BY, Use.WITHIN, Use.BEFORE):
        return _between(end.earliest, dates.latest) or dates
    return dates


def _begins_after(later: Timeframe, earlier: Timeframe) -> bool:
    return later.earliest is not None and earlier.earliest is not None and later.earliest > earlier.earliest


def _is_narrower(inner: _Reading, outer: _Reading) -> bool:
    """Whether one names a part of the other."""
    within, whole = inner.mention.span, outer.mention.span
    return whole.first <= within.first and within.last <= whole.last and within != whole


def _between(earliest: date | None, latest: date | None) -> Timeframe | None:
    in_order = earliest is not None and latest is not None and earliest <= latest
    return Timeframe(earliest=earliest, latest=latest) if in_order else None
