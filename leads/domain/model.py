"""The scoring model: every number and word of the scoring file, as values. Nothing is decided here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from leads.domain.bant import Bar, Temperature
from leads.domain.conditions import Condition
from leads.domain.differences import Tree
from leads.domain.facts import SignalKind
from leads.domain.lead import DispositionReason
from leads.domain.ledger import Kind
from leads.domain.matrix import Axis, Quadrant, Thresholds
from leads.domain.next_steps import NextStep
from leads.domain.topics import Topic

__all__ = [
    "MOST_SEGMENTS",
    "Band",
    "Cycles",
    "Decay",
    "Loaded",
    "Peak",
    "Persona",
    "Questions",
    "ScoringModel",
    "SignalGroup",
    "SignalRule",
    "TopicRules",
    "Touches",
    "Wording",
]


#: Start with three to five data segments; more make the scores hard to explain.
MOST_SEGMENTS = 5


class Persona(StrEnum):
    """Whether somebody is whom we want to talk to."""

    TARGET = "target"
    ANTI = "anti"


@dataclass(frozen=True, slots=True)
class Band:
    """Points for answers of one sort. `reason` may hold placeholders that scoring fills in."""

    name: str
    when: Condition
    points: int
    reason: str
    persona: Persona | None = None


@dataclass(frozen=True, slots=True)
class TopicRules:
    """How answers to one topic score: the first band that holds counts, and only that one."""

    axis: Axis
    kind: Kind
    bands: tuple[Band, ...]

    @property
    def lowest(self) -> int:
        """The fewest points any answer can bring, where no answer brings none."""
        return min(0, *(band.points for band in self.bands))

    @property
    def highest(self) -> int:
        """The most points any answer can bring, where no answer brings none."""
        return max(0, *(band.points for band in self.bands))


@dataclass(frozen=True, slots=True)
class SignalRule:
    """Interest points for one signal."""

    points: int
    reason: str


@dataclass(frozen=True, slots=True)
class SignalGroup:
    """Signals that count together, for `cap` points at most in either direction."""

    name: str
    cap: int
    reason: str
    signals: Mapping[SignalKind, SignalRule]


@dataclass(frozen=True, slots=True)
class Peak:
    """A season in which those who bought before buy again; both its days are part of it.

    Days are (month, day); a season may lie across the turn of the year.
    """

    name: str
    start: tuple[int, int]
    end: tuple[int, int]
    points: int
    reason: str

    def holds(self, today: date) -> bool:
        """Whether it is this season."""
        day = (today.month, today.day)
        if self.start <= self.end:
            return self.start <= day <= self.end
        return day >= self.start or day <= self.end


@dataclass(frozen=True, slots=True)
class Cycles:
    """How many months after a purchase somebody is ready to buy again, by the name of the cycle.

    A purchase that names no cycle, or an unknown one, follows the first.
    """

    months: Mapping[str, int]
    reason: str
    peaks: tuple[Peak, ...] = ()

    @property
    def first(self) -> int:
        """The months of the first cycle."""
        return next(iter(self.months.values()))


@dataclass(frozen=True, slots=True)
class Decay:
    """How interest fades while nothing is heard: after some quiet days, by half every `half_life_days`.

    What a buying cycle brings does not fade: it grows while nothing is heard.
    """

    quiet_days: int
    half_life_days: int
    reason: str

    def left_of(self, points: int, *, days: int) -> int:
        """What is left of these points after so many days of silence; never more than there were."""
        fading = max(0, days - self.quiet_days)
        return int(points * 0.5 ** (fading / self.half_life_days)) if points > 0 else points


@dataclass(frozen=True, slots=True)
class Questions:
    """The order of the questions that qualify, and those asked even when they cannot change the outcome."""

    order: tuple[Topic, ...]
    always: frozenset[Topic]


@dataclass(frozen=True, slots=True)
class Touches:
    """Days until a lead is touched again, by quadrant, by temperature and by the reason it was let go for.

    None is never. A lead that is nurtured is touched when the sooner of quadrant and temperature says so.
    """

    by_quadrant: Mapping[Quadrant, int | None]
    by_reason: Mapping[DispositionReason, int | None]
    by_temperature: Mapping[Temperature, int | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wording:
    """Reasons given for the ends of the scale."""

    lowest: str
    highest: str


@dataclass(frozen=True)
class ScoringModel:
    """One version of the scoring file. Rules of segments that are switched off are not in it.

    `version` names the file's label and content: two models of the same version score alike.
    """

    version: str
    label: str
    segments: tuple[str, ...]
    thresholds: Thresholds
    ready_line: int
    bar: Bar
    answers: Mapping[Topic, TopicRules]
    signals: tuple[SignalGroup, ...]
    cycles: Cycles | None
    decay: Decay | None
    questions: Questions
    touches: Touches
    wording: Wording
    next_steps: tuple[NextStep, ...] = ()
    research: tuple[Topic, ...] = ()

    @cached_property
    def welcome(self) -> frozenset[SignalKind]:
        """The kinds of signals that speak for a prospect."""
        rules = ((kind, rule) for group in self.signals for kind, rule in group.signals.items())
        return frozenset(kind for kind, rule in rules if rule.points > 0)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A scoring file as it was read: the model, the content to compare, and what to tell whoever edits it."""

    model: ScoringModel
    content: Tree
    warnings: tuple[str, ...]
