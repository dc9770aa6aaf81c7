"""The lead card: what a rep has to know about a lead, arranged as the page shows it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from console.wording import country_in_words, short, standing_in_words, value_in_words, words
from leads.domain.answers import Answer, Text, Value
from leads.domain.bant import Criterion
from leads.domain.conversation import Message
from leads.domain.facts import Facts, Signal
from leads.domain.ledger import Axis, Change, Kind
from leads.domain.topics import BANT, CONTACT, FIRMOGRAPHIC, Topic
from leads.services.views import LeadView

__all__ = ["ScoreLine", "ScoreSheet", "Told", "anchor", "bant_told", "details_told", "score_sheet", "text_of"]

#: What is told beside BANT, contact data apart: that stands at the top of the card.
DETAILS = (Topic.CURRENT_SOLUTION, *FIRMOGRAPHIC, *CONTACT, Topic.CONSENT)


@dataclass(frozen=True, slots=True)
class Told:
    """One topic: what we understood, and in what words they said it. `message` anchors those."""

    topic: Topic
    value: str
    own_words: str
    message: str | None
    criterion: Criterion | None = None


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One line of the ledger. `is_void` when it has been taken back since."""

    points: int
    reason: str
    kind: Kind
    origin: str
    rule: str
    at: datetime
    is_void: bool


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """Why a score is what it is: its lines, whose points sum to it."""

    axis: Axis
    score: int
    threshold: int
    lines: tuple[ScoreLine, ...]

    @property
    def is_high(self) -> bool:
        """Whether it is on the high side of the matrix."""
        return self.score >= self.threshold


def anchor(message: Message) -> str:
    """Where a message stands in the page."""
    return f"m-{message.conversation_id}-{message.seq}"


def bant_told(view: LeadView, anchors: Mapping[str, str]) -> list[Told]:
    """The four criteria, each with how it stands. `anchors` by the id of the message they said it in."""
    bant = view.assessment.bant
    return [_told(view.assessment.facts, topic, anchors, criterion=bant.of(topic)) for topic in BANT]


def details_told(view: LeadView, anchors: Mapping[str, str]) -> list[Told]:
    """Everything else that was asked and answered."""
    facts = view.assessment.facts
    return [_told(facts, topic, anchors) for topic in DETAILS if topic in facts.answers]


def text_of(view: LeadView, topic: Topic) -> str | None:
    """What they said about a topic that is answered in words."""
    value = view.assessment.facts.value(topic)
    return _understood(topic, value) if isinstance(value, Text) else None


def score_sheet(
    ledger: Iterable[Change], facts: Facts, axis: Axis, *, threshold: int, zone: str
) -> ScoreSheet:
    """The lines of one axis, in the order written; instants named in it are those of `zone`."""
    changes = [change for change in ledger if change.axis is axis]
    return ScoreSheet(
        axis=axis,
        score=sum(change.points for change in changes),
        threshold=threshold,
        lines=tuple(_score_lines(changes, facts, zone)),
    )


def _told(
    facts: Facts, topic: Topic, anchors: Mapping[str, str], *, criterion: Criterion | None = None
) -> Told:
    answer = facts.answers.get(topic)
    return Told(
        topic=topic,
        value=_understood(topic, answer.value) if answer and answer.value else standing_in_words(answer),
        own_words=answer.text if answer else "",
        message=anchors.get(answer.message_id) if answer else None,
        criterion=criterion,
    )


def _understood(topic: Topic, value: Value) -> str:
    in_words = value_in_words(value)
    return country_in_words(in_words) if topic is Topic.COUNTRY else in_words


def _score_lines(changes: list[Change], facts: Facts, zone: str) -> Iterator[ScoreLine]:
    standing: dict[tuple[Axis, str, str], int] = {}
    for change in changes:
        standing[change.key] = standing.get(change.key, 0) + change.points
    answers = {answer.id: answer for answer in facts.answers.values()}
    signals = {signal.id: signal for signal in facts.signals}
    for change in changes:
        yield ScoreLine(
            points=change.points,
            reason=change.reason,
            kind=change.kind,
            origin=_origin(change, answers, signals, zone),
            rule=f"{change.rule} · {change.model}",
            at=change.at,
            is_void=standing[change.key] == 0,
        )


def _origin(change: Change, answers: Mapping[str, Answer], signals: Mapping[str, Signal], zone: str) -> str:
    """The answer or event that a line comes from, in words."""
    sort, _, source_id = change.source.partition(":")
    if sort == "signal" and source_id in signals:
        signal = signals[source_id]
        return f"{words(signal.kind, 'signal')}, {short(signal.at, zone)}"
    if sort == "answer":
        topic = words(change.rule.partition(".")[0], "topic").lower()
        return f"Answer about {topic}" if source_id in answers else f"Earlier answer about {topic}"
    return "Limit of the scale" if sort == "limit" else sort.capitalize()
