"""What it would take: the fewest answers that would make a lead one for sales, found by trying them out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from leads.domain.answers import Answer, Standing, Value
from leads.domain.bant import Criterion, Temperature, bant, criterion, meeting, temperature
from leads.domain.facts import Facts
from leads.domain.followup import FollowupKind, followup
from leads.domain.ledger import Line, totals
from leads.domain.matrix import Axis, Quadrant, Scores, quadrant
from leads.domain.model import ScoringModel
from leads.domain.scoring import answer_line, score_lines
from leads.domain.topics import BANT, Topic

__all__ = ["Outlook", "outlook"]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a lead would be worth if it answered some topics well; by topic, the line that would bring.

    None where it would bring no line: all four criteria must be met, whatever they are worth.
    """

    lines: Mapping[Topic, Line | None]
    scores: Scores
    quadrant: Quadrant
    temperature: Temperature


def outlook(facts: Facts, model: ScoringModel, now: datetime) -> Outlook | None:
    """The fewest answers that would make this a lead for sales: none when it is one, None where none would.

    What they told us stands, save a criterion that is not met: a budget can grow, a date come nearer,
    somebody else decide. `now` is in the prospect's zone.
    """
    hopes = _hopes(facts, model, now)
    for count in range(len(hopes) + 1):
        hoped = Facts({**facts.answers, **dict(hopes[:count])}, facts.signals)
        found = _looked_at(hoped, [topic for topic, _ in hopes[:count]], model, now)
        if found is not None:
            return found
    return None


def _looked_at(facts: Facts, topics: list[Topic], model: ScoringModel, now: datetime) -> Outlook | None:
    """The outlook if these facts make a lead for sales."""
    today = now.date()
    criteria = bant(facts, model.bar, today)
    scores = totals(score_lines(facts, model, now))
    place = quadrant(scores, model.thresholds)
    if followup(facts, model, quadrant=place, bant=criteria).kind is not FollowupKind.SALES_NOW:
        return None
    lines = {topic: answer_line(facts, topic, model=model, today=today) for topic in topics}
    return Outlook(lines, scores, place, temperature(criteria))


def _hopes(facts: Facts, model: ScoringModel, now: datetime) -> list[tuple[Topic, Answer]]:
    """The best answer to every topic that may help, so ordered that the first ones do if any do.

    A lead for sales has met all four criteria, so these come first; then what brings most fit.
    """
    missing = bant(facts, model.bar, now.date()).missing
    untold = [topic for topic in model.questions.order if topic not in BANT and facts.value(topic) is None]
    hopes = {topic: hope for topic in (*missing, *untold) if (hope := _hope(topic, model, now))}
    fit = {topic: hopes[topic][1] for topic in untold if topic in hopes and _is_fit(topic, model)}
    lifting = sorted((topic for topic, points in fit.items() if points > 0), key=lambda topic: -fit[topic])
    return [(topic, hopes[topic][0]) for topic in (*missing, *lifting) if topic in hopes]


def _hope(topic: Topic, model: ScoringModel, now: datetime) -> tuple[Answer, int] | None:
    """The best answer there is to a topic, and the points it brings."""
    today = now.date()
    worth = []
    for value in _values(topic, model, today):
        answer = Answer(f"hoped:{topic}", topic, Standing.GIVEN, value, text="", message_id="", at=now)
        alone = Facts({topic: answer})
        if topic not in BANT or criterion(alone, topic, bar=model.bar, today=today) is Criterion.MET:
            line = answer_line(alone, topic, model=model, today=today)
            worth.append((answer, line.points if line else 0))
    return max(worth, key=lambda pair: pair[1], default=None)


def _values(topic: Topic, model: ScoringModel, today: date) -> Iterator[Value]:
    """A value in each band of a topic, and one that meets its criterion."""
    if topic in BANT:
        yield meeting(topic, model.bar, today)
    for band in model.answers[topic].bands if topic in model.answers else ():
        value = band.when.example(today)
        if value is not None:
            yield value


def _is_fit(topic: Topic, model: ScoringModel) -> bool:
    return model.answers[topic].axis is Axis.FIT
