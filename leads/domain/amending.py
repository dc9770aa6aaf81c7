"""Corrections that name no topic: "actually it's 20k", "make that June", "sorry, I meant euros". Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from leads.domain.answers import Answer, Budget, Headcount, Parsed, Standing, Text, Value
from leads.domain.parsing.context import Context
from leads.domain.parsing.taking_back import corrected_words
from leads.domain.parsing.understand import understand
from leads.domain.parsing.units import read_unit
from leads.domain.topics import Topic

__all__ = ["amended"]

#: Answers that a value alone can be told to be about. Any other topic is meant only when it came last.
_TYPED = (Topic.BUDGET, Topic.EMPLOYEES, Topic.TIMEFRAME, Topic.EMAIL, Topic.PHONE, Topic.AUTHORITY)
_SIZE = re.compile(r"\d\s?(?:k|m|mio|mln|million|thousand|grand)\b|[$€£]")  # people are not counted like this
_NUMBER = re.compile(r"\d{1,3}|\d[\d.,]{4,}")  # four figures may be a year
_ALIKE = 50  # a corrected number is within this factor of the one before: 20k is no head count after 40


@dataclass(frozen=True, slots=True)
class _Turn:
    """A correction under way: what is said instead, and the answers it could be about, newest first."""

    instead: str
    context: Context
    given: Sequence[Answer]


def amended(text: str, context: Context, known: Mapping[Topic, Answer]) -> Parsed | None:
    """The answer that a correction puts in the place of an earlier one; None when it is no correction of one.

    The topic is the last one of the new words' kind, or the one answered last when they are only words. What
    fits the open question just as well is left to it.
    """
    instead = corrected_words(text)
    if instead is None:
        return None
    given = sorted((a for a in known.values() if a.value is not None), key=lambda a: a.at, reverse=True)
    turn = _Turn(instead, context, given)
    return next(_candidates(turn), None)


def _candidates(turn: _Turn) -> Iterator[Parsed]:
    """What the words could be in the place of, the likeliest first."""
    typed = [answer for answer in turn.given if answer.topic in _TYPED]
    last = [answer for answer in turn.given[:1] if answer.topic not in _TYPED]
    for answer in (*typed, *last):
        read = _read_as(answer, turn)
        if read and not _belongs_to_the_question(read, turn, is_last=answer is turn.given[0]):
            yield read


def _read_as(answer: Answer, turn: _Turn) -> Parsed | None:
    if answer.topic is Topic.TIMEFRAME and _NUMBER.fullmatch(turn.instead):
        return None  # forty of what?
    asked = replace(turn.context, asking=answer.topic)
    readings = understand(turn.instead, asked)
    read = next((item for item in readings if item.topic is answer.topic and item.value), None)
    if answer.topic is Topic.BUDGET and _size(read.value if read else None) is None:
        unit = read_unit(turn.instead, asked)
        if unit is not None:
            return Parsed(Topic.BUDGET, Standing.GIVEN, unit)
    others = {item.topic for item in readings} - {answer.topic}
    if read is None or (others and isinstance(read.value, Text)) or not _is_alike(answer.value, read.value):
        return None
    return replace(read, value=_in_the_same_period(read.value, answer.value))


def _in_the_same_period(new: Value | None, old: Value | None) -> Value | None:
    """ "500 a month … actually 600": still a month."""
    if isinstance(new, Budget) and isinstance(old, Budget):
        return replace(new, period=new.period or old.period)
    return new


def _belongs_to_the_question(read: Parsed, turn: _Turn, *, is_last: bool) -> bool:
    """Whether the words answer the open question at least as well: then they are no correction."""
    asking = turn.context.asking
    if asking is None or asking is read.topic or is_last:
        return False
    if read.topic is Topic.BUDGET and _SIZE.search(turn.instead.lower()):
        return False
    answers = understand(turn.instead, turn.context)
    return any(item.topic is asking and _is_typed(item.value) for item in answers)


def _is_typed(value: Value | None) -> bool:
    return value is not None and not isinstance(value, Text)


def _is_alike(old: Value | None, new: Value | None) -> bool:
    before, after = _size(old), _size(new)
    if not before or not after:
        return True
    return before / _ALIKE <= after <= before * _ALIKE


def _size(value: Value | None) -> Decimal | None:
    if isinstance(value, Budget | Headcount):
        end = value.high if value.high is not None else value.low
        return None if end is None else Decimal(end)
    return None
