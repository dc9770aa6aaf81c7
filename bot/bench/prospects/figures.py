"""Figures of a run: how much of what was told is kept, and how often something went wrong."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from bot.bench.prospects.claims import Outcome
from bot.bench.prospects.verdict import FaultKind, Finding, Verdict
from leads.domain.topics import Topic

__all__ = ["Bar", "Run", "Tally", "bars", "by_topic", "by_trait", "faults", "tally", "turns_to_outcome"]

RECALL = 0.95
WRONG_VALUES = 0.01


@dataclass(frozen=True, slots=True)
class Run:
    """A run that is over."""

    seed: int
    seconds: float
    verdicts: Sequence[Verdict]

    @property
    def messages(self) -> int:
        """How many messages prospects have written."""
        return sum(len(verdict.lines) for verdict in self.verdicts)

    @property
    def holds(self) -> bool:
        """Whether every bar holds."""
        return all(bar.holds for bar in bars(self.verdicts))


@dataclass(frozen=True, slots=True)
class Tally:
    """Answers, counted. `told` were values; `withheld` were not to be kept at all. `wrong` are values that
    were told otherwise, `made_up` those that were not told or were withheld."""

    told: int
    recalled: int
    wrong: int
    withheld: int
    made_up: int

    @property
    def recall(self) -> float:
        """The share of what was told that is kept as it was told."""
        return self.recalled / self.told if self.told else 1.0

    @property
    def wrong_share(self) -> float:
        """The share of all values kept that are not right."""
        kept = self.recalled + self.wrong + self.made_up
        return (self.wrong + self.made_up) / kept if kept else 0.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure with what it must reach."""

    name: str
    value: float
    limit: float
    is_least: bool

    @property
    def holds(self) -> bool:
        """Whether it does. The share of wrong values must stay below its limit, counts at most reach it."""
        if self.is_least:
            return self.value >= self.limit
        return self.value < self.limit or self.value == self.limit == 0

    @property
    def shown(self) -> str:
        """The value for people."""
        return f"{self.value:.3f}" if self.limit else f"{self.value:.0f}"

    @property
    def wanted(self) -> str:
        """The limit for people."""
        if not self.limit:
            return "none"
        return f"{'at least' if self.is_least else 'under'} {self.limit:g}"


def tally(findings: Iterable[Finding]) -> Tally:
    """Count findings."""
    counts = Counter((finding.was_told, finding.outcome) for finding in findings)
    told = [counts[True, outcome] for outcome in Outcome]
    return Tally(
        told=sum(told),
        recalled=counts[True, Outcome.RECALLED],
        wrong=counts[True, Outcome.WRONG],
        withheld=counts[False, Outcome.RECALLED],
        made_up=counts[False, Outcome.WRONG],
    )


def by_topic(verdicts: Iterable[Verdict]) -> Mapping[Topic, Tally]:
    """A tally for every topic, in the order of topics."""
    groups: dict[Topic, list[Finding]] = defaultdict(list)
    for verdict in verdicts:
        for finding in verdict.findings:
            groups[finding.topic].append(finding)
    return {topic: tally(groups[topic]) for topic in Topic if topic in groups}


def by_trait(verdicts: Iterable[Verdict]) -> Mapping[str, Mapping[str, Sequence[Verdict]]]:
    """Verdicts by kind of trait and trait. Somebody who does several things is counted with each."""
    groups: dict[str, dict[str, list[Verdict]]] = defaultdict(lambda: defaultdict(list))
    for verdict in verdicts:
        for kind, traits in verdict.persona.traits.items():
            for trait in sorted(traits):
                groups[kind][trait].append(verdict)
    return {kind: dict(sorted(traits.items())) for kind, traits in groups.items()}


def faults(verdicts: Iterable[Verdict]) -> Mapping[FaultKind, int]:
    """How many faults of every kind there are."""
    counts = Counter(fault.kind for verdict in verdicts for fault in verdict.faults)
    return {kind: counts[kind] for kind in FaultKind}


def turns_to_outcome(verdicts: Iterable[Verdict]) -> Mapping[str, tuple[int, float]]:
    """For every outcome, how many prospects came to it, and after how many messages (median)."""
    groups: dict[str, list[int]] = defaultdict(list)
    for verdict in verdicts:
        groups[verdict.outcome].append(len(verdict.lines))
    return {outcome: (len(turns), median(turns)) for outcome, turns in sorted(groups.items())}


def bars(verdicts: Sequence[Verdict]) -> list[Bar]:
    """What a release must reach."""
    whole = tally(finding for verdict in verdicts for finding in verdict.findings)
    return [
        Bar("answers recalled", whole.recall, RECALL, is_least=True),
        Bar("wrong values kept", whole.wrong_share, WRONG_VALUES, is_least=False),
        *(Bar(kind, count, 0, is_least=False) for kind, count in faults(verdicts).items()),
    ]
