"""Learning from won and lost: what the scoring file should say, and how likely a lead is to be won.

Nothing here changes how leads are scored: an accepted suggestion becomes a draft, which people may publish.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from leads.domain.calibration import Calibration, Findings, Tally, shortfall
from leads.domain.facts import Facts, SignalKind
from leads.domain.ladder import Ladder, Suggestion
from leads.domain.lead import Lead
from leads.domain.learnt import Estimate, Example
from leads.domain.model import ScoringModel
from leads.domain.outcomes import verdict
from leads.domain.traits import facts_before, rules_of, traits_of
from leads.domain.versions import Version
from leads.services import versions
from leads.services.assess import zone_of
from leads.services.core import Core
from leads.services.errors import InvalidField
from leads.services.ports import Statistics, Work

__all__ = ["Ended", "accept", "calibrate", "chance_of", "ended_leads", "latest"]

BATCH = 250
MONTH = timedelta(days=365.25 / 12)


@dataclass(frozen=True, slots=True)
class Ended:
    """Leads whose end is known. Of `unknown` ones nothing was known before sales had to do with them."""

    examples: tuple[Example, ...]
    unknown: int

    @property
    def tally(self) -> Tally:
        """How many ended how."""
        won = sum(example.is_won for example in self.examples)
        return Tally(won=won, lost=len(self.examples) - won, unknown=self.unknown)

    @property
    def months(self) -> float:
        """The time from the first to the last of them, a month at least."""
        moments = [example.known_until for example in self.examples]
        return max(1.0, (max(moments) - min(moments)) / MONTH)


def calibrate(core: Core, statistics: Statistics, *, by: str) -> Calibration:
    """Learn from every outcome there is, and keep it; too few bring nothing but what is missing."""
    core = core.pinned()
    ended = ended_leads(core)
    missing = shortfall(won=ended.tally.won, lost=ended.tally.lost)
    calibration = Calibration(
        id=core.new_id(),
        at=core.clock(),
        by=by,
        version=core.model.version,
        tally=ended.tally,
        missing=missing,
        findings=None if missing else _findings(ended, core.model, statistics),
    )
    with core.store.writing() as work:
        work.calibrations.add(calibration)
    return calibration


def latest(core: Core) -> Calibration | None:
    """The newest calibration, under whatever version it was made."""
    with core.store.reading() as work:
        return work.calibrations.latest()


def chance_of(
    core: Core, statistics: Statistics, findings: Findings, *, lead: Lead, facts: Facts
) -> Estimate | None:
    """How likely this lead is to be won; None unless learnt under the version in force, and of use."""
    model, now = core.model, core.clock().astimezone(zone_of(lead))
    if not findings.is_of_use or findings.learnt.version != model.version:
        return None
    return statistics.chance(findings.learnt, traits_of(facts, model, now))


def accept(core: Core, names: Collection[str], *, by: str) -> Version:
    """A draft of the version in force with these suggestions of the newest calibration.

    Raises InvalidField for a suggestion that is not there, or was made under another version.
    """
    calibration, in_force = latest(core), versions.history(core).in_force
    findings = calibration.findings if calibration else None
    if calibration is None or findings is None or in_force is None or calibration.version != in_force.id:
        raise InvalidField("suggestion", "Calibrate first: nothing was learnt under the version in force.")
    offered = {suggestion.name: suggestion for suggestion in findings.suggestions}
    if not names or not set(names) <= set(offered):
        raise InvalidField("suggestion", "There is no such suggestion.")
    accepted = [suggestion for name, suggestion in offered.items() if name in names]
    text = core.scoring.files.replaced(in_force.content, {each.path: str(each.wanted) for each in accepted})
    note = _note(accepted, findings.learnt.outcomes)
    return versions.draft(core, text, by=by, note=note, parent=in_force.id)


def ended_leads(core: Core) -> Ended:
    """Every lead whose end is known, with what counted for it before sales had to do with it."""
    examples: list[Example] = []
    unknown = 0
    for example in _each_ended(core):
        if example.traits:
            examples.append(example)
        else:
            unknown += 1
    return Ended(tuple(examples), unknown)


def _each_ended(core: Core) -> Iterator[Example]:
    after = None
    while True:
        with core.store.reading() as work:
            leads = work.outcomes.ended(after=after, limit=BATCH)
            examples = list(_examples(work, leads, core.model))
        if not leads:
            return
        yield from examples
        after = leads[-1].id


def _examples(work: Work, leads: Sequence[Lead], model: ScoringModel) -> Iterator[Example]:
    ids = [lead.id for lead in leads]
    outcomes, contacts = work.outcomes.of_leads(ids), work.outcomes.first_contacts(ids)
    answers, signals = work.facts.answers_of(ids), work.facts.signals_of(ids)
    for lead in leads:
        purchases = [signal.at for signal in signals[lead.id] if signal.kind is SignalKind.PURCHASE]
        ended = verdict(lead, outcomes[lead.id], purchases)
        if ended is None:
            continue
        until = min(ended.at, contacts.get(lead.id, ended.at))
        facts = facts_before(until, answers=answers[lead.id], signals=signals[lead.id])
        traits = traits_of(facts, model, until.astimezone(zone_of(lead)))
        yield Example(lead.id, lead.owner_id, until, traits, ended.is_won)


def _findings(ended: Ended, model: ScoringModel, statistics: Statistics) -> Findings:
    rules, examples = rules_of(model), ended.examples
    learnt = statistics.learn(examples, rules, version=model.version)
    weights = statistics.weights(learnt, examples)
    ladder = Ladder(examples, model, months=ended.months, odds=statistics)
    return Findings(
        learnt=learnt,
        scales=tuple(statistics.scales(learnt).values()),
        weights=tuple(weights),
        quality=statistics.quality(examples, rules),
        suggestions=ladder.suggestions(weights),
        rungs=ladder.rungs(),
        months=ended.months,
    )


def _note(accepted: Sequence[Suggestion], outcomes: int) -> str:
    changes = ", ".join(f"{each.name} {each.present} → {each.wanted}" for each in accepted)
    return f"Learnt from {outcomes} outcomes: {changes}"[: versions.LONGEST_NOTE]
