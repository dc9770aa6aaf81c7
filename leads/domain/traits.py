"""What of the scoring file counts for a lead, and how often: what calibration learns from."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from leads.domain.answers import Answer
from leads.domain.facts import Facts, Signal
from leads.domain.ledger import totals
from leads.domain.matrix import Axis, Scores
from leads.domain.model import ScoringModel, SignalGroup
from leads.domain.scoring import CYCLE, DECAY, HIGHEST, band_of, lines_before_limits, score_lines

__all__ = ["Rule", "Traits", "facts_before", "rules_of", "scores_of", "traits_of"]

#: How many times over the points of each rule count, by its name; rules that do not count are left out.
Traits = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A number of the scoring file that gives points: its name in the ledger, its place in the file."""

    name: str
    axis: Axis
    points: int
    reason: str
    path: tuple[str, ...]


def rules_of(model: ScoringModel) -> tuple[Rule, ...]:
    """Every band and every signal of a model, in the order of the file."""
    bands = (
        Rule(
            f"{topic}.{band.name}",
            rules.axis,
            band.points,
            band.reason,
            ("answers", topic, "bands", band.name, "points"),
        )
        for topic, rules in model.answers.items()
        for band in rules.bands
    )
    signals = (
        Rule(
            f"{group.name}.{kind}",
            Axis.INTEREST,
            signal.points,
            signal.reason,
            ("signals", "groups", group.name, "kinds", kind, "points"),
        )
        for group in model.signals
        for kind, signal in group.signals.items()
    )
    return (*bands, *signals)


def facts_before(moment: datetime, *, answers: Iterable[Answer], signals: Iterable[Signal]) -> Facts:
    """What was known of a lead just before that moment."""
    return Facts.of(
        (answer for answer in answers if answer.at < moment),
        signals=(signal for signal in signals if signal.known_at < moment),
    )


def traits_of(facts: Facts, model: ScoringModel, now: datetime) -> Traits:
    """How often each rule counts at that moment: what caps leave of signals, and silence of interest.

    Points times traits, summed over `rules_of`, are the scores before they are held between 0 and 100, but
    for what a buying cycle brings: that follows from the ready line and is not learnt.
    """
    faded = _share_left(facts, model, now)
    counted = {
        f"{topic}.{band.name}": faded[rules.axis]
        for topic, rules in model.answers.items()
        if (band := band_of(facts, topic, model=model, today=now.date()))
    }
    for group in model.signals:
        counted |= _signal_traits(facts, group, left=faded[Axis.INTEREST])
    return counted


def scores_of(traits: Traits, rules: Iterable[Rule]) -> Scores:
    """Both scores of these traits, held between 0 and 100."""
    sums = dict.fromkeys(Axis, 0.0)
    for rule in rules:
        sums[rule.axis] += rule.points * traits.get(rule.name, 0.0)
    held = {axis: max(0, min(HIGHEST, round(total))) for axis, total in sums.items()}
    return Scores(fit=held[Axis.FIT], interest=held[Axis.INTEREST])


def _signal_traits(facts: Facts, group: SignalGroup, *, left: float) -> dict[str, float]:
    times = Counter(signal.kind for signal in facts.signals if signal.kind in group.signals)
    total = sum(group.signals[kind].points * count for kind, count in times.items())
    share = min(1.0, group.cap / abs(total)) if total else 1.0
    return {f"{group.name}.{kind}": count * share * left for kind, count in times.items()}


def _share_left(facts: Facts, model: ScoringModel, now: datetime) -> Mapping[Axis, float]:
    """Which part of the points on each axis silence has left."""
    lines = [line for line in lines_before_limits(facts, model, now.date()) if line.rule != CYCLE]
    before = totals(lines).interest
    lost = -sum(line.points for line in score_lines(facts, model, now) if line.rule == DECAY)
    return {Axis.FIT: 1.0, Axis.INTEREST: 1 - lost / before if lost else 1.0}
