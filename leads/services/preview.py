"""What another model would change, before anybody is bound by it: moves, workload, spread of the scores."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from leads.domain.bant import Temperature
from leads.domain.followup import FollowupKind, kind_of, persona_of
from leads.domain.lead import Lead
from leads.domain.matrix import Axis, Quadrant, Scores
from leads.domain.model import ScoringModel
from leads.services.assess import assess, zone_of
from leads.services.core import Core
from leads.services.sweep import Known, OnProgress, in_silence, sweep

__all__ = ["BINS", "Effect", "Example", "Histogram", "Preview", "Workload", "Worth", "preview"]

#: Bars of a histogram, of ten points each; a hundred is in the last one.
BINS = 10
EXAMPLES = 5


class Effect(StrEnum):
    """What a model does to a lead that it moves."""

    NEWLY_FOR_SALES = "newly_for_sales"
    NO_LONGER_FOR_SALES = "no_longer_for_sales"
    OTHERWISE_MOVED = "otherwise_moved"


@dataclass(frozen=True, slots=True)
class Worth:
    """What a lead is worth under one model."""

    scores: Scores
    quadrant: Quadrant
    temperature: Temperature
    is_for_sales: bool


@dataclass(frozen=True, slots=True)
class Example:
    """One lead that is moved."""

    lead: Lead
    before: Worth
    after: Worth


@dataclass(slots=True)
class Workload:
    """How many leads are for sales; those that people or a conversation let go of are not."""

    before: int = 0
    after: int = 0
    newly: int = 0
    no_longer: int = 0


@dataclass(slots=True)
class Histogram:
    """How many leads have a score within each ten points."""

    before: list[int] = field(default_factory=lambda: [0] * BINS)
    after: list[int] = field(default_factory=lambda: [0] * BINS)


@dataclass(slots=True)
class Preview:
    """All leads under the model in force and under another, both as of now.

    `rescored` counts those whose scores differ. Quadrants and temperatures count leads by where they are and
    where they would be. `workload` is by owner, None for leads that nobody has. Of each effect there are some
    examples.
    """

    version: str
    leads: int = 0
    rescored: int = 0
    quadrants: Counter[tuple[Quadrant, Quadrant]] = field(default_factory=Counter)
    temperatures: Counter[tuple[Temperature, Temperature]] = field(default_factory=Counter)
    workload: defaultdict[str | None, Workload] = field(default_factory=lambda: defaultdict(Workload))
    histograms: Mapping[Axis, Histogram] = field(default_factory=lambda: {axis: Histogram() for axis in Axis})
    examples: Mapping[Effect, list[Example]] = field(
        default_factory=lambda: {effect: [] for effect in Effect}
    )

    def add(self, lead: Lead, before: Worth, after: Worth) -> None:
        """Count one lead."""
        self.leads += 1
        self.rescored += before.scores != after.scores
        self.quadrants[before.quadrant, after.quadrant] += 1
        self.temperatures[before.temperature, after.temperature] += 1
        for axis, histogram in self.histograms.items():
            histogram.before[_bin(before.scores.on(axis))] += 1
            histogram.after[_bin(after.scores.on(axis))] += 1
        workload = self.workload[lead.owner_id]
        workload.before += before.is_for_sales
        workload.after += after.is_for_sales
        workload.newly += after.is_for_sales and not before.is_for_sales
        workload.no_longer += before.is_for_sales and not after.is_for_sales
        effect = _effect(before, after)
        if effect and len(self.examples[effect]) < EXAMPLES:
            self.examples[effect].append(Example(lead, before, after))


def preview(core: Core, model: ScoringModel, *, on_progress: OnProgress = in_silence) -> Preview:
    """What would change if this model were in force. Nothing is written."""
    now, current = core.clock(), core.model
    with core.store.reading() as work:
        total = work.leads.count()
    found = Preview(model.version)
    for batch in sweep(core.store):
        for known in batch:
            found.add(known.lead, worth(known, current, now), worth(known, model, now))
        on_progress(found.leads, max(found.leads, total))
    return found


def worth(known: Known, model: ScoringModel, now: datetime) -> Worth:
    """What a lead is worth under this model."""
    assessed = assess(known.facts, model, now=now.astimezone(zone_of(known.lead)))
    kind = kind_of(assessed.quadrant, assessed.bant, persona_of(known.facts, model))
    return Worth(
        scores=assessed.scores,
        quadrant=assessed.quadrant,
        temperature=assessed.temperature,
        is_for_sales=kind is FollowupKind.SALES_NOW and known.lead.disposition is None,
    )


def _effect(before: Worth, after: Worth) -> Effect | None:
    if before.is_for_sales != after.is_for_sales:
        return Effect.NEWLY_FOR_SALES if after.is_for_sales else Effect.NO_LONGER_FOR_SALES
    has_moved = (before.quadrant, before.temperature) != (after.quadrant, after.temperature)
    return Effect.OTHERWISE_MOVED if has_moved else None


def _bin(score: int) -> int:
    return min(score * BINS // 100, BINS - 1)
