"""Budget, authority, need and timeframe: which criteria are met, and the temperature that follows."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never

from leads.domain.answers import (
    Authority,
    AuthorityLevel,
    Budget,
    Standing,
    Text,
    Timeframe,
    Urgency,
    Value,
    YesNo,
)
from leads.domain.facts import Facts
from leads.domain.money import Money, Rates, reaches
from leads.domain.topics import BANT, Topic

__all__ = [
    "Bant",
    "Bar",
    "Criterion",
    "Temperature",
    "bant",
    "criterion",
    "is_over",
    "is_undated",
    "meeting",
    "temperature",
]


class Criterion(StrEnum):
    """How one of the four criteria stands. `unknown` (not asked, or they do not know) is never a "no"."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"
    DECLINED = "declined"


class Temperature(StrEnum):
    """How ready a lead is for a rep."""

    HOT = "hot"
    WARM = "warm"
    COLD = "cold"


@dataclass(frozen=True, slots=True)
class Bar:
    """What a criterion must reach to be met: the smallest budget, and how many days ahead we plan."""

    floor: Money
    rates: Rates
    horizon_days: int


@dataclass(frozen=True, slots=True)
class Bant:
    """The four criteria of one lead."""

    budget: Criterion = Criterion.UNKNOWN
    authority: Criterion = Criterion.UNKNOWN
    need: Criterion = Criterion.UNKNOWN
    timeframe: Criterion = Criterion.UNKNOWN

    @property
    def missing(self) -> tuple[Topic, ...]:
        """The topics whose criterion is not met, for whatever reason."""
        return tuple(topic for topic in BANT if self.of(topic) is not Criterion.MET)

    def of(self, topic: Topic) -> Criterion:
        """The criterion of one of the four topics; raises `KeyError` for any other."""
        return {
            Topic.BUDGET: self.budget,
            Topic.AUTHORITY: self.authority,
            Topic.NEED: self.need,
            Topic.TIMEFRAME: self.timeframe,
        }[topic]


def bant(facts: Facts, bar: Bar, today: date) -> Bant:
    """How the four criteria stand today."""
    return Bant(**{topic.value: criterion(facts, topic, bar=bar, today=today) for topic in BANT})


def criterion(facts: Facts, topic: Topic, *, bar: Bar, today: date) -> Criterion:
    """How one criterion stands today."""
    answer = facts.answers.get(topic)
    if answer is None or answer.standing is Standing.UNKNOWN or answer.value is None:
        return Criterion.DECLINED if answer and answer.standing is Standing.DECLINED else Criterion.UNKNOWN
    return _of_value(topic, answer.value, bar, today)


def _of_value(topic: Topic, value: Value, bar: Bar, today: date) -> Criterion:
    match topic, value:
        case Topic.BUDGET, Budget() as budget:
            return _of_budget(budget, bar)
        case Topic.AUTHORITY, Authority(level):
            return _of_level(level)
        case Topic.TIMEFRAME, Timeframe() as timeframe:
            return _of_timeframe(timeframe, today, today + timedelta(days=bar.horizon_days))
        case Topic.NEED, Text():
            return Criterion.MET
        case _, YesNo(yes=False):
            return Criterion.NOT_MET
        case _:  # a bare "yes" names nothing yet
            return Criterion.UNKNOWN


def _of_budget(budget: Budget, bar: Bar) -> Criterion:
    if budget.available is False:
        return Criterion.NOT_MET
    enough = reaches(budget, bar.floor, bar.rates)
    if enough is None:
        return Criterion.UNKNOWN
    return Criterion.MET if enough else Criterion.NOT_MET


def _of_level(level: AuthorityLevel) -> Criterion:
    match level:
        case AuthorityLevel.DECIDER | AuthorityLevel.SHARED:
            return Criterion.MET
        case AuthorityLevel.INFLUENCER | AuthorityLevel.NONE:
            return Criterion.NOT_MET
        case _:
            assert_never(level)


def _of_timeframe(timeframe: Timeframe, today: date, horizon: date) -> Criterion:
    if is_undated(timeframe):
        return _of_urgency(timeframe.urgency)
    if is_over(timeframe, today):
        return Criterion.UNKNOWN
    starts_in_time = timeframe.earliest is None or timeframe.earliest <= horizon
    return Criterion.MET if starts_in_time else Criterion.NOT_MET


def _of_urgency(urgency: Urgency | None) -> Criterion:
    match urgency:
        case Urgency.NOW:
            return Criterion.MET
        case Urgency.LATER:
            return Criterion.NOT_MET
        case None:
            return Criterion.UNKNOWN
        case _:
            assert_never(urgency)


def meeting(topic: Topic, bar: Bar, today: date) -> Value:
    """A value that just meets a criterion; raises `KeyError` for any other topic."""
    values: dict[Topic, Value] = {
        Topic.BUDGET: Budget(low=bar.floor.amount, high=bar.floor.amount, currency=bar.floor.currency),
        Topic.AUTHORITY: Authority(AuthorityLevel.SHARED),
        Topic.NEED: Text("a need"),
        Topic.TIMEFRAME: Timeframe(latest=today + timedelta(days=bar.horizon_days)),
    }
    return values[topic]


def is_undated(timeframe: Timeframe) -> bool:
    """Whether no date was named, neither the first nor the last."""
    return timeframe.earliest is None and timeframe.latest is None


def is_over(timeframe: Timeframe, today: date) -> bool:
    """Whether the named dates have passed, so that they say nothing about the future."""
    return timeframe.latest is not None and timeframe.latest < today


def temperature(bant: Bant) -> Temperature:
    """Hot when all four are met, warm when need is and one or two others are missing, else cold."""
    if bant.need is not Criterion.MET:
        return Temperature.COLD
    match len(bant.missing):
        case 0:
            return Temperature.HOT
        case 1 | 2:
            return Temperature.WARM
        case _:
            return Temperature.COLD
