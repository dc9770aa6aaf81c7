"""What a scoring rule may ask of an answer. Each condition says whether it holds, and gives an example."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Self

from leads.domain.answers import Authority, AuthorityLevel, Headcount, Text, Timeframe, Urgency, Value
from leads.domain.bant import Criterion, is_over, is_undated
from leads.domain.parsing.wording import folded

__all__ = [
    "AnyText",
    "Condition",
    "CriterionIs",
    "Domains",
    "Judged",
    "LevelIs",
    "Size",
    "UrgencyIs",
    "Within",
    "Words",
]


@dataclass(frozen=True, slots=True)
class Judged:
    """A value in the light of a day: how its BANT criterion stands then, `unknown` for other topics."""

    value: Value
    criterion: Criterion
    today: date


@dataclass(frozen=True, slots=True)
class CriterionIs:
    """The BANT criterion of this answer stands like this."""

    criterion: Criterion

    def holds(self, judged: Judged) -> bool:
        """Whether it does."""
        return judged.criterion is self.criterion

    def example(self, _today: date) -> Value | None:
        """None: what meets a criterion depends on the bar."""
        return None


@dataclass(frozen=True, slots=True)
class LevelIs:
    """Their part in the decision is this."""

    level: AuthorityLevel

    def holds(self, judged: Judged) -> bool:
        """Whether it is."""
        return isinstance(judged.value, Authority) and judged.value.level is self.level

    def example(self, _today: date) -> Value:
        """A value for which it holds."""
        return Authority(self.level)


@dataclass(frozen=True, slots=True)
class Within:
    """They want it within so many days from today, or now."""

    days: int

    def holds(self, judged: Judged) -> bool:
        """Whether they do; dates that have passed do not count."""
        timeframe = judged.value
        if not isinstance(timeframe, Timeframe):
            return False
        if is_undated(timeframe):
            return timeframe.urgency is Urgency.NOW
        end = judged.today + timedelta(days=self.days)
        starts_in_time = timeframe.earliest is None or timeframe.earliest <= end
        return starts_in_time and not is_over(timeframe, judged.today)

    def example(self, today: date) -> Value:
        """A value for which it holds."""
        return Timeframe(latest=today + timedelta(days=self.days))


@dataclass(frozen=True, slots=True)
class UrgencyIs:
    """They named no date, but leaned this way."""

    urgency: Urgency

    def holds(self, judged: Judged) -> bool:
        """Whether they did."""
        timeframe = judged.value
        return (
            isinstance(timeframe, Timeframe) and is_undated(timeframe) and timeframe.urgency is self.urgency
        )

    def example(self, _today: date) -> Value:
        """A value for which it holds."""
        return Timeframe(urgency=self.urgency)


@dataclass(frozen=True, slots=True)
class Size:
    """The number of people lies between these ends, both included; None is no limit.

    Of a range the upper end counts, as it does for budgets.
    """

    low: int | None = None
    high: int | None = None

    def holds(self, judged: Judged) -> bool:
        """Whether it does."""
        if not isinstance(judged.value, Headcount):
            return False
        people = judged.value.low if judged.value.high is None else judged.value.high
        if people is None:
            return False
        return (self.low is None or people >= self.low) and (self.high is None or people <= self.high)

    def example(self, _today: date) -> Value:
        """A value for which it holds."""
        people = self.high if self.low is None else self.low
        return Headcount(people or 0, people or 0)


@dataclass(frozen=True, slots=True)
class Words:
    """One of these phrases stands in the text, as whole words, whatever the case or accents.

    Make it by `Words.of`, which brings the phrases into the form they are compared in.
    """

    phrases: tuple[str, ...]

    @classmethod
    def of(cls, phrases: Iterable[str]) -> Self:
        """From words and phrases as people write them."""
        return cls(tuple(_plain(phrase) for phrase in phrases))

    def holds(self, judged: Judged) -> bool:
        """Whether one does."""
        if not isinstance(judged.value, Text):
            return False
        text = f" {_plain(judged.value.text)} "
        return any(map(text.__contains__, _apart(self.phrases)))

    def example(self, _today: date) -> Value | None:
        """A value for which it holds."""
        return Text(self.phrases[0]) if self.phrases else None


@dataclass(frozen=True, slots=True)
class Domains:
    """The e-mail address is at one of these domains, or below it."""

    domains: frozenset[str]

    def holds(self, judged: Judged) -> bool:
        """Whether it is."""
        if not isinstance(judged.value, Text):
            return False
        labels = judged.value.text.rpartition("@")[2].casefold().split(".")
        return any(".".join(labels[start:]) in self.domains for start in range(len(labels)))

    def example(self, _today: date) -> Value | None:
        """A value for which it holds."""
        return next((Text(f"them@{domain}") for domain in sorted(self.domains)), None)


@dataclass(frozen=True, slots=True)
class AnyText:
    """They named something, whatever it is."""

    def holds(self, judged: Judged) -> bool:
        """Whether they did."""
        return isinstance(judged.value, Text)

    def example(self, _today: date) -> Value:
        """A value for which it holds."""
        return Text("something")


Condition = CriterionIs | LevelIs | Within | UrgencyIs | Size | Words | Domains | AnyText


@cache
def _apart(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """As they stand among other words."""
    return tuple(f" {phrase} " for phrase in phrases)


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """Words apart by single spaces, without case, accents or punctuation."""
    return " ".join(re.findall(r"\w+", folded(text)))
