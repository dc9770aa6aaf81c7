"""From facts to score lines: what every answer and signal is worth under a model, and why."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from operator import attrgetter

from leads.domain.answers import Answer, Budget, Headcount, Value
from leads.domain.bant import Bar, Criterion, criterion
from leads.domain.conditions import Judged
from leads.domain.facts import Facts, Signal, SignalKind
from leads.domain.ledger import Kind, Line, totals
from leads.domain.matrix import Axis, Scores
from leads.domain.model import Band, ScoringModel, SignalGroup
from leads.domain.money import budget_in_words, money_in_words
from leads.domain.topics import BANT, Topic

__all__ = ["answer_line", "band_of", "is_ready", "lines_before_limits", "score_lines"]

HIGHEST = 100
CYCLE = "cycle"
PEAK = "peak"
DECAY = "decay"
TOPICS = tuple(Topic)


def score_lines(facts: Facts, model: ScoringModel, now: datetime) -> tuple[Line, ...]:
    """Every line of both scores; each score is the sum of its lines, and lies between 0 and 100.

    The same facts give the same lines in the same order, whatever order they arrived in. Days are counted in
    the zone of `now`: pass the prospect's own time.
    """
    before = lines_before_limits(facts, model, now.date())
    lines = (*before, *_decay_lines(facts, before, model, now))
    return (*lines, *_limit_lines(totals(lines), model))


def lines_before_limits(facts: Facts, model: ScoringModel, today: date) -> tuple[Line, ...]:
    """The same lines without what silence costs, and without those that keep a score on the scale."""
    return (
        *_answer_lines(facts, model, today),
        *_signal_lines(facts, model),
        *_cycle_lines(facts, model, today),
    )


def is_ready(scores: Scores, model: ScoringModel) -> bool:
    """Whether interest has reached the ready-to-buy line."""
    return scores.interest >= model.ready_line


def band_of(facts: Facts, topic: Topic, *, model: ScoringModel, today: date) -> Band | None:
    """The band an answer falls in, if any."""
    rules, value = model.answers.get(topic), facts.value(topic)
    if rules is None or value is None:
        return None
    stands = criterion(facts, topic, bar=model.bar, today=today) if topic in BANT else Criterion.UNKNOWN
    judged = Judged(value, stands, today)
    return next((band for band in rules.bands if band.when.holds(judged)), None)


def answer_line(facts: Facts, topic: Topic, *, model: ScoringModel, today: date) -> Line | None:
    """The line an answer brings, of no points where its band brings none; None for an answer in no band."""
    band = band_of(facts, topic, model=model, today=today)
    return _line(facts.answers[topic], band, model) if band else None


def _answer_lines(facts: Facts, model: ScoringModel, today: date) -> Iterator[Line]:
    for topic in TOPICS:
        if topic in facts.answers:
            line = answer_line(facts, topic, model=model, today=today)
            if line and line.points:
                yield line


def _line(answer: Answer, band: Band, model: ScoringModel) -> Line:
    rules = model.answers[answer.topic]
    return Line(
        axis=rules.axis,
        points=band.points,
        reason=_in_words(band.reason, answer.value, model.bar),
        kind=rules.kind,
        source=f"answer:{answer.id}",
        rule=f"{answer.topic}.{band.name}",
    )


def _in_words(reason: str, value: Value | None, bar: Bar) -> str:
    return reason.format_map(_placeholders(value, bar)) if "{" in reason else reason


def _placeholders(value: Value | None, bar: Bar) -> dict[str, str]:
    return {
        "floor": money_in_words(bar.floor),
        "horizon": str(bar.horizon_days),
        "budget": budget_in_words(value if isinstance(value, Budget) else Budget()),
        "employees": _headcount_in_words(value if isinstance(value, Headcount) else Headcount()),
    }


def _headcount_in_words(headcount: Headcount) -> str:
    ends = [f"{end:,}" for end in (headcount.low, headcount.high) if end is not None]
    return " to ".join(dict.fromkeys(ends)) or "an unstated number"


def _signal_lines(facts: Facts, model: ScoringModel) -> Iterator[Line]:
    in_order = sorted(facts.signals, key=attrgetter("at", "id"))
    for group in model.signals:
        lines = [_signal_line(signal, group) for signal in in_order if signal.kind in group.signals]
        if lines:
            yield from lines
            yield from _cap_lines(group, sum(line.points for line in lines))


def _signal_line(signal: Signal, group: SignalGroup) -> Line:
    rule = group.signals[signal.kind]
    return Line(
        axis=Axis.INTEREST,
        points=rule.points,
        reason=rule.reason,
        kind=Kind.IMPLICIT,
        source=f"signal:{signal.id}",
        rule=f"{group.name}.{signal.kind}",
    )


def _cap_lines(group: SignalGroup, total: int) -> Iterator[Line]:
    counted = max(-group.cap, min(group.cap, total))
    if counted != total:
        yield _limit(Axis.INTEREST, counted - total, group.reason.format(cap=group.cap), name=group.name)


def _cycle_lines(facts: Facts, model: ScoringModel, today: date) -> Iterator[Line]:
    purchases = [signal for signal in facts.signals if signal.kind is SignalKind.PURCHASE]
    if model.cycles is None or not purchases:
        return
    last = max(purchases, key=lambda signal: (signal.at, signal.id))
    cycle = str(last.data.get("cycle"))
    months = model.cycles.months.get(cycle, model.cycles.first)
    elapsed = min(_whole_months(last.at.date(), today), months)
    if points := model.ready_line * elapsed // months:
        reason = model.cycles.reason.format(elapsed=elapsed, months=months)
        yield _cycle_line(last, points, reason, rule=CYCLE)
    for peak in model.cycles.peaks:
        if peak.holds(today):
            yield _cycle_line(last, peak.points, peak.reason, rule=f"{PEAK}.{peak.name}")


def _cycle_line(purchase: Signal, points: int, reason: str, *, rule: str) -> Line:
    return Line(
        axis=Axis.INTEREST,
        points=points,
        reason=reason,
        kind=Kind.IMPLICIT,
        source=f"signal:{purchase.id}",
        rule=rule,
    )


def _follows_the_calendar(line: Line) -> bool:
    """Whether it grows with time, or comes with a season, whatever is heard."""
    return line.rule == CYCLE or line.rule.startswith(f"{PEAK}.")


def _decay_lines(facts: Facts, lines: Iterable[Line], model: ScoringModel, now: datetime) -> Iterator[Line]:
    heard = _last_heard(facts, model)
    if model.decay is None or heard is None:
        return
    points = totals(line for line in lines if not _follows_the_calendar(line)).interest
    days = (now.date() - heard.astimezone(now.tzinfo).date()).days
    if lost := points - model.decay.left_of(points, days=days):
        yield Line(
            axis=Axis.INTEREST,
            points=-lost,
            reason=model.decay.reason.format(days=days),
            kind=Kind.IMPLICIT,
            source="time:silence",
            rule=DECAY,
        )


def _last_heard(facts: Facts, model: ScoringModel) -> datetime | None:
    """When they last told us something, or did something that speaks for them."""
    did = (signal.at for signal in facts.signals if signal.kind in model.welcome)
    return max((*(answer.at for answer in facts.answers.values()), *did), default=None)


def _whole_months(start: date, end: date) -> int:
    """Whole months from start to end, never negative; the last day of a short month completes one."""
    months = (end.year - start.year) * 12 + end.month - start.month
    anniversary = min(start.day, monthrange(end.year, end.month)[1])
    return max(0, months - (end.day < anniversary))


def _limit_lines(scores: Scores, model: ScoringModel) -> Iterator[Line]:
    for axis in Axis:
        score = scores.on(axis)
        if score < 0:
            yield _limit(axis, -score, model.wording.lowest, name="lowest")
        elif score > HIGHEST:
            yield _limit(axis, HIGHEST - score, model.wording.highest, name="highest")


def _limit(axis: Axis, points: int, reason: str, *, name: str) -> Line:
    return Line(
        axis=axis,
        points=points,
        reason=reason,
        kind=Kind.IMPLICIT,
        source=f"limit:{name}",
        rule=f"limit.{name}",
    )
