"""Bringing every lead in line with a model: ledgers, scores, and the follow-ups of those that moved."""

from collections.abc import Sequence
from dataclasses import dataclass

from leads.domain.followup import followup
from leads.domain.lead import Lead
from leads.domain.model import ScoringModel
from leads.services import followups
from leads.services.assess import InLine, entry, in_line
from leads.services.core import Core
from leads.services.ports import Work
from leads.services.sweep import Known, OnProgress, in_silence, sweep

__all__ = ["rescore"]


@dataclass(frozen=True, slots=True)
class Found:
    """A lead as it was read, and as the model has it."""

    before: Lead
    now: InLine


def rescore(core: Core, model: ScoringModel, *, on_progress: OnProgress = in_silence) -> int:
    """Score every lead that is scored under another version; how many that were.

    Each lead is left as a message or an event would have left it now. Short transactions: the work of others
    goes on between them, and a lead that changes meanwhile is taken up again. What is done is not done
    again, so that a run that was cut short is finished by another.
    """
    with core.store.reading() as work:
        total = work.leads.count(besides=model.version)
    done, is_settled = 0, False
    while not is_settled:
        is_settled = True
        for batch in sweep(core.store, besides=model.version):
            settled = _settle(core, model, _found(core, model, batch))
            is_settled = is_settled and settled == len(batch)
            done += settled
            on_progress(done, max(done, total))
    return done


def _found(core: Core, model: ScoringModel, batch: Sequence[Known]) -> list[Found]:
    """These leads under the model. Nothing is locked yet: what takes time keeps nobody waiting."""
    with core.store.reading() as work:
        ledgers = work.facts.ledgers_of([known.lead.id for known in batch])
    now = core.clock()
    return [
        Found(known.lead, in_line(known.lead, known.facts, ledgers[known.lead.id], model, now=now))
        for known in batch
    ]


def _settle(core: Core, model: ScoringModel, batch: Sequence[Found]) -> int:
    """Write what these leads lack, save those that somebody has changed since they were read."""
    with core.store.writing() as work:
        held = work.leads.held([found.before.id for found in batch])
        unchanged = [found for found in batch if held.get(found.before.id) == found.before]
        work.facts.add_ledgers(
            {found.before.id: [entry(line, core.new_id()) for line in found.now.due] for found in unchanged}
        )
        work.leads.save_all([found.now.lead for found in unchanged])
        for found in unchanged:
            _follow_up(core, work, model, found)
    return len(unchanged)


def _follow_up(core: Core, work: Work, model: ScoringModel, found: Found) -> None:
    before, lead, assessed = found.before, found.now.lead, found.now.assessment
    if (lead.quadrant, lead.temperature) == (before.quadrant, before.temperature):
        return
    planned = followup(assessed.facts, model, quadrant=assessed.quadrant, bant=assessed.bant)
    lead = followups.to_sales(core, work, lead, planned, before=before)
    redirected = followups.redirect(lead, planned)
    if redirected != lead:
        work.leads.save(redirected)
