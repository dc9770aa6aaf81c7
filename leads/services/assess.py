"""Working out what a lead is worth now, and writing down every change of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from leads.domain.answers import Text
from leads.domain.bant import Bant, Temperature, bant, temperature
from leads.domain.facts import Facts
from leads.domain.lead import Lead
from leads.domain.ledger import Change, LedgerEntry, Line, changes, totals
from leads.domain.matrix import Quadrant, Scores, quadrant
from leads.domain.model import ScoringModel
from leads.domain.scoring import score_lines
from leads.domain.topics import Topic
from leads.domain.zones import zone_or_utc
from leads.services.core import Core
from leads.services.ports import Work

__all__ = [
    "Assessment",
    "InLine",
    "assess",
    "entry",
    "facts_of",
    "in_line",
    "local_day",
    "rescore",
    "zone_of",
]


@dataclass(frozen=True, slots=True)
class Assessment:
    """What follows from the facts under a model, at one moment. The scores are the sums of the lines."""

    facts: Facts
    bant: Bant
    lines: tuple[Line, ...]
    scores: Scores
    quadrant: Quadrant
    temperature: Temperature


@dataclass(frozen=True, slots=True)
class InLine:
    """A lead in line with its facts, and what its ledger lacks to say so."""

    lead: Lead
    assessment: Assessment
    due: tuple[Change, ...]


def assess(facts: Facts, model: ScoringModel, *, now: datetime) -> Assessment:
    """Scores, quadrant and temperature of these facts. `now` is in the prospect's zone: its date is today."""
    criteria = bant(facts, model.bar, now.date())
    lines = score_lines(facts, model, now)
    scores = totals(lines)
    return Assessment(
        facts=facts,
        bant=criteria,
        lines=lines,
        scores=scores,
        quadrant=quadrant(scores, model.thresholds),
        temperature=temperature(criteria),
    )


def in_line(
    lead: Lead, facts: Facts, written: Iterable[LedgerEntry], model: ScoringModel, *, now: datetime
) -> InLine:
    """The lead as these facts have it under this model; `written` is its ledger."""
    assessment = assess(facts, model, now=now.astimezone(zone_of(lead)))
    current = replace(
        lead,
        fit=assessment.scores.fit,
        interest=assessment.scores.interest,
        quadrant=assessment.quadrant,
        temperature=assessment.temperature,
        model=model.version,
        name=_words(facts, Topic.NAME) or lead.name,
        company=_words(facts, Topic.COMPANY) or lead.company,
        email=_words(facts, Topic.EMAIL) or lead.email,
        phone=_words(facts, Topic.PHONE) or lead.phone,
        updated_at=now,
    )
    return InLine(current, assessment, changes(written, assessment.lines, model=model.version, at=now))


def facts_of(work: Work, lead_id: str) -> Facts:
    """Everything known about a lead."""
    return Facts.of(work.facts.answers(lead_id), signals=work.facts.signals(lead_id))


def rescore(core: Core, work: Work, lead: Lead, facts: Facts) -> tuple[Lead, Assessment]:
    """Bring ledger and lead in line with the facts."""
    found = in_line(lead, facts, work.facts.ledger(lead.id), core.model, now=core.clock())
    work.facts.add_ledger(lead.id, [entry(change, core.new_id()) for change in found.due])
    work.leads.save(found.lead)
    return found.lead, found.assessment


def zone_of(lead: Lead) -> ZoneInfo:
    """The lead's time zone; UTC while it is unknown."""
    return zone_or_utc(lead.timezone)


def local_day(lead: Lead, now: datetime) -> date:
    """Today, where the lead is."""
    return now.astimezone(zone_of(lead)).date()


def entry(change: Change, entry_id: str) -> LedgerEntry:
    """A change, as a line of the ledger."""
    return LedgerEntry(
        id=entry_id,
        axis=change.axis,
        points=change.points,
        reason=change.reason,
        kind=change.kind,
        source=change.source,
        rule=change.rule,
        model=change.model,
        at=change.at,
    )


def _words(facts: Facts, topic: Topic) -> str | None:
    value = facts.value(topic)
    return value.text if isinstance(value, Text) else None
