"""The weight ladder: what outcomes suggest to change in the scoring file, and what that would bring."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol, assert_never

from leads.domain.learnt import Estimate, Example, Weight
from leads.domain.matrix import Scores, Thresholds
from leads.domain.model import ScoringModel
from leads.domain.traits import rules_of, scores_of

__all__ = ["Forecast", "Ladder", "Line", "Odds", "Rung", "Suggestion"]

STEPS = (-15, -10, -5, 5, 10, 15)
#: A line may rise as long as it costs at most this part of the sales, and fall where this many leads tell.
AT_RISK = 0.05
FEWEST_TO_FALL = 10
MOST_POINTS = 100


class Line(StrEnum):
    """A threshold of the file; whoever is a good fit and over it is a call for sales."""

    FIT = "fit"
    INTEREST = "interest"
    READY = "ready"


class Odds(Protocol):
    """What the forecasts ask of statistics."""

    def share(self, part: int, whole: int) -> Estimate:
        """A share of which so much was seen."""
        ...

    def in_a_month(self, seen: int, months: float) -> Estimate:
        """How many to expect in one month of what was seen so often in so many months."""
        ...


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a change brings in a month, by the leads whose end is known: calls, and the sales in them.

    `by_owner` are the calls that each rep would have more or fewer; None are leads of nobody.
    """

    calls_saved: Estimate
    calls_added: Estimate
    sales_at_risk: Estimate
    sales_in_reach: Estimate
    by_owner: tuple[tuple[str | None, float], ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A number of the file to change: where it stands, what it is, and what the outcomes make of it."""

    name: str
    path: tuple[str, ...]
    present: int
    wanted: int
    reason: str
    forecast: Forecast


@dataclass(frozen=True, slots=True)
class Rung:
    """A threshold moved, wise or not. `leads` ended between the two lines, `won` of them well."""

    line: Line
    present: int
    wanted: int
    leads: int
    won: int
    is_suggested: bool
    forecast: Forecast


class Ladder:
    """The ended leads of so many months, as a model scores them."""

    def __init__(
        self, examples: Sequence[Example], model: ScoringModel, *, months: float, odds: Odds
    ) -> None:
        self._examples, self._model, self._months, self._odds = examples, model, months, odds
        self._rules = rules_of(model)
        self._scores = [scores_of(example.traits, self._rules) for example in examples]

    def rungs(self) -> tuple[Rung, ...]:
        """Every line, some steps down and some up; at most one of each line is suggested."""
        return tuple(rung for line in Line for rung in self._rungs_of(line))

    def suggestions(self, weights: Iterable[Weight]) -> tuple[Suggestion, ...]:
        """Rules whose interval leaves out their present points, then lines that can rise or fall."""
        points = (self._new_points(weight) for weight in weights)
        lines = (_new_line(rung) for rung in self.rungs() if rung.is_suggested)
        return (*(each for each in points if each), *lines)

    def _new_points(self, weight: Weight) -> Suggestion | None:
        rule = weight.rule
        if weight.points is None or not weight.points.excludes(rule.points):
            return None
        wanted = max(-MOST_POINTS, min(MOST_POINTS, round(weight.points.middle)))
        if wanted == rule.points:
            return None
        changed = [replace(each, points=wanted) if each == rule else each for each in self._rules]
        line, present = Line.INTEREST, self._model.thresholds.interest
        before = self._calls(line, present, self._scores)
        after = [
            scores_of(example.traits, changed) if example.traits.get(rule.name) else scores
            for example, scores in zip(self._examples, self._scores, strict=True)
        ]
        forecast = self._forecast(before, self._calls(line, present, after))
        return Suggestion(rule.name, rule.path, rule.points, wanted, rule.reason, forecast)

    def _rungs_of(self, line: Line) -> list[Rung]:
        present = _present(self._model, line)
        calls = self._calls(line, present, self._scores)
        rungs = [
            self._rung(line, present, present + step, calls)
            for step in STEPS
            if 0 < present + step <= MOST_POINTS
        ]
        wise = self._wisest(rungs, calls=len(calls), sales=self._won(calls))
        return [replace(rung, is_suggested=rung is wise) for rung in rungs]

    def _rung(self, line: Line, present: int, wanted: int, before: set[int]) -> Rung:
        after = self._calls(line, wanted, self._scores)
        between = before ^ after
        return Rung(
            line=line,
            present=present,
            wanted=wanted,
            leads=len(between),
            won=self._won(between),
            is_suggested=False,
            forecast=self._forecast(before, after),
        )

    def _wisest(self, rungs: Sequence[Rung], *, calls: int, sales: int) -> Rung | None:
        """The line that saves most calls and risks next to no sales, else the one that finds most alike."""
        higher = [
            rung
            for rung in rungs
            if rung.wanted > rung.present
            and rung.leads
            and sales
            and self._odds.share(rung.won, sales).high <= AT_RISK
        ]
        lower = [
            rung
            for rung in rungs
            if rung.wanted < rung.present
            and rung.leads >= FEWEST_TO_FALL
            and calls
            and self._odds.share(rung.won, rung.leads).low >= sales / calls
        ]
        return max(higher, key=_reach, default=None) or max(lower, key=_reach, default=None)

    def _forecast(self, before: set[int], after: set[int]) -> Forecast:
        saved, added = before - after, after - before
        owners = Counter(self._examples[place].owner_id for place in added)
        owners.subtract(self._examples[place].owner_id for place in saved)
        return Forecast(
            calls_saved=self._odds.in_a_month(len(saved), self._months),
            calls_added=self._odds.in_a_month(len(added), self._months),
            sales_at_risk=self._odds.in_a_month(self._won(saved), self._months),
            sales_in_reach=self._odds.in_a_month(self._won(added), self._months),
            by_owner=tuple((owner, count / self._months) for owner, count in owners.items() if count),
        )

    def _calls(self, line: Line, height: int, scores: Sequence[Scores]) -> set[int]:
        """Which of the leads sales would call, with this line at this height."""
        return {
            place for place, each in enumerate(scores) if _is_call(each, self._model.thresholds, line, height)
        }

    def _won(self, places: Iterable[int]) -> int:
        return sum(self._examples[place].is_won for place in places)


def _is_call(scores: Scores, thresholds: Thresholds, line: Line, height: int) -> bool:
    match line:
        case Line.FIT:
            return scores.fit >= height and scores.interest >= thresholds.interest
        case Line.INTEREST | Line.READY:
            return scores.fit >= thresholds.fit and scores.interest >= height
        case _:
            assert_never(line)


def _present(model: ScoringModel, line: Line) -> int:
    match line:
        case Line.FIT:
            return model.thresholds.fit
        case Line.INTEREST:
            return model.thresholds.interest
        case Line.READY:
            return model.ready_line
        case _:
            assert_never(line)


def _reach(rung: Rung) -> tuple[int, int]:
    """How many leads it moves; of two that move as many, the smaller step is better."""
    return rung.leads, -abs(rung.wanted - rung.present)


def _new_line(rung: Rung) -> Suggestion:
    path = ("thresholds", str(rung.line))
    return Suggestion(".".join(path), path, rung.present, rung.wanted, "", rung.forecast)
