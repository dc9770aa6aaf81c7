"""Answers said back in words: what was changed, and what a talk came to. A catalogue, in plain English."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from typing import assert_never

from leads.domain.answers import (
    Authority,
    AuthorityLevel,
    Budget,
    Headcount,
    SlotChoice,
    Text,
    Timeframe,
    Urgency,
    Value,
    YesNo,
)
from leads.domain.facts import Facts
from leads.domain.money import budget_in_words
from leads.domain.topics import Topic
from leads.domain.when import MONTHS

__all__ = ["LABELS", "in_words", "listed", "told"]

LABELS = {topic: topic.replace("_", " ") for topic in Topic} | {
    Topic.CURRENT_SOLUTION: "in use today",
    Topic.AUTHORITY: "decision",
    Topic.TIMEFRAME: "timing",
}
DECISION = {
    AuthorityLevel.DECIDER: "yours",
    AuthorityLevel.SHARED: "yours and others'",
    AuthorityLevel.INFLUENCER: "others', with your advice",
    AuthorityLevel.NONE: "somebody else's",
}
URGENCY = {Urgency.NOW: "as soon as possible", Urgency.LATER: "no hurry", None: "open"}
LONGEST = 60  # characters of their own words


def listed(topics: Iterable[Topic]) -> str:
    """Topics as a list in a sentence: "budget, decision and timing"."""
    wanted = set(topics)
    said = [LABELS[topic] for topic in Topic if topic in wanted]
    return " and ".join(filter(None, (", ".join(said[:-1]), *said[-1:])))


def told(facts: Facts, topics: Iterable[Topic]) -> str:
    """What was answered to these topics: "Budget: 20,000 EUR; timing: June 2027"; nothing for the others."""
    said = "; ".join(_told(facts, set(topics)))
    return said[:1].upper() + said[1:]


def _told(facts: Facts, topics: set[Topic]) -> Iterator[str]:
    for topic in Topic:
        value = facts.value(topic)
        if topic in topics and value is not None:
            yield f"{LABELS[topic]}: {in_words(value)}"


def in_words(value: Value) -> str:
    """One answer, short enough for a text message."""
    match value:
        case Budget():
            return _budget(value)
        case Timeframe():
            return _timeframe(value)
        case Authority(level):
            return DECISION[level]
        case Headcount(low, high):
            return " to ".join(dict.fromkeys(f"{end:,}" for end in (low, high) if end is not None))
        case Text(text):
            return text if len(text) <= LONGEST else f"{text[: LONGEST - 3].rstrip()}..."
        case YesNo(yes):
            return "yes" if yes else "no"
        case SlotChoice():
            return "chosen"
        case _:
            assert_never(value)


def _budget(budget: Budget) -> str:
    if budget.low is None and budget.high is None:
        return "none for now" if budget.available is False else "there is one"
    return budget_in_words(budget)


def _timeframe(timeframe: Timeframe) -> str:
    match timeframe.earliest, timeframe.latest:
        case None, None:
            return URGENCY[timeframe.urgency]
        case date() as first, None:
            return f"from {_day(first)}"
        case date() as first, date() as last if _is_a_month(first, last):
            return f"{MONTHS[first.month - 1]} {first.year}"
        case _, date() as last:
            return f"by {_day(last)}"
        case _:
            raise AssertionError("no such timeframe")


def _is_a_month(first: date, last: date) -> bool:
    same = (first.year, first.month) == (last.year, last.month)
    return same and first.day == 1 and last.day == monthrange(last.year, last.month)[1]


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
