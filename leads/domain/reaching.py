"""When a lead first reached a line, replayed from what was known at each moment; also under other lines."""

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from enum import StrEnum

from leads.domain.answers import Answer
from leads.domain.bant import bant
from leads.domain.facts import Facts, Signal, SignalKind
from leads.domain.followup import FollowupKind, kind_of, persona_of
from leads.domain.ledger import totals
from leads.domain.matrix import Scores, Thresholds, quadrant
from leads.domain.model import ScoringModel
from leads.domain.scoring import score_lines

__all__ = ["Goal", "Lines", "first_reached", "with_lines"]


class Goal(StrEnum):
    """What a lead may reach."""

    GOOD_FIT = "good_fit"
    INTERESTED = "interested"
    READY = "ready"
    FOR_SALES = "for_sales"  # a good fit, and hot


@dataclass(frozen=True, slots=True)
class Lines:
    """Where the high side of both scores begins, and the ready-to-buy line of interest."""

    fit: int
    interest: int
    ready: int


def with_lines(model: ScoringModel, lines: Lines) -> ScoringModel:
    """The same model with its lines elsewhere."""
    return replace(model, thresholds=Thresholds(lines.fit, lines.interest), ready_line=lines.ready)


def first_reached(
    answers: Sequence[Answer],
    signals: Sequence[Signal],
    models: Sequence[ScoringModel],
    *,
    now: datetime,
    zone: tzinfo,
) -> tuple[Mapping[Goal, datetime], ...]:
    """Of each model, when this lead first reached what it ever reached.

    The models may differ in nothing but their lines. Looked at are the moments at which something became
    known, and the months of buying cycles: between them interest only fades.
    """
    found: tuple[dict[Goal, datetime], ...] = tuple({} for _ in models)
    for moment in _moments(answers, signals, models[0], now):
        facts = Facts.known_by(moment, answers, signals=signals)
        here = moment.astimezone(zone)
        scored: dict[int, Scores] = {}
        for model, reached in zip(models, found, strict=True):
            if model.ready_line not in scored:  # the one line that points depend on
                scored[model.ready_line] = totals(score_lines(facts, model, here))
            for goal in _goals(facts, scored[model.ready_line], model, here):
                reached.setdefault(goal, moment)
    return found


def _goals(facts: Facts, scores: Scores, model: ScoringModel, here: datetime) -> Iterable[Goal]:
    thresholds = model.thresholds
    if scores.fit >= thresholds.fit:
        yield Goal.GOOD_FIT
    if scores.interest >= thresholds.interest:
        yield Goal.INTERESTED
    if scores.interest >= model.ready_line:
        yield Goal.READY
    criteria = bant(facts, model.bar, here.date())
    kind = kind_of(quadrant(scores, thresholds), criteria, persona_of(facts, model))
    if kind is FollowupKind.SALES_NOW:
        yield Goal.FOR_SALES


def _moments(
    answers: Iterable[Answer], signals: Sequence[Signal], model: ScoringModel, now: datetime
) -> list[datetime]:
    heard = {answer.at for answer in answers} | {signal.known_at for signal in signals}
    longest = max(model.cycles.months.values()) if model.cycles else 0
    grown = {
        _months_after(signal.at, months)
        for signal in signals
        if signal.kind is SignalKind.PURCHASE
        for months in range(1, longest + 1)
    }
    return sorted(moment for moment in heard | grown | _seasons(signals, model, now) if moment <= now)


def _seasons(signals: Sequence[Signal], model: ScoringModel, now: datetime) -> set[datetime]:
    """When a season began since somebody bought."""
    bought = [signal.at for signal in signals if signal.kind is SignalKind.PURCHASE]
    if model.cycles is None or not bought:
        return set()
    first = min(bought)
    return {
        _noon(year, *peak.start)
        for peak in model.cycles.peaks
        for year in range(first.year, now.year + 1)
        if _noon(year, *peak.start) > first
    }


def _noon(year: int, month: int, day: int) -> datetime:
    """When it is this day nearly everywhere; the last day of February in years that have no 29th."""
    return datetime(year, month, min(day, monthrange(year, month)[1]), 12, tzinfo=UTC)


def _months_after(start: datetime, months: int) -> datetime:
    """The same day so many months later, or the last one of a month that is too short."""
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    return start.replace(year=year, month=month + 1, day=min(start.day, monthrange(year, month + 1)[1]))
