"""Bringing every lead in line with a model: ledgers, scores, and the follow-ups of those that moved."""

from collections.abc import Sequence

from leads.domain.followup import followup
from leads.domain.lead import Lead
from leads.domain.model import ScoringModel
from leads.services import followups
from leads.services.assess import InLine, entry, in_line
from leads.services.core import Core
from leads.services.ports import Work
from leads.services.sweep import Known, OnProgress, in_silence, sweep

__all__ = ["rescore"]


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
            settled = _settle(core, model, batch)
            is_settled = is_settled and settled == len(batch)
            done += settled
            on_progress(done, max(done, total))
    return done


def _settle(core: Core, model: ScoringModel, batch: Sequence[Known]) -> int:
    """Write what these leads lack, save those that somebody has changed since they were read."""
    with core.store.writing() as work:
        held = work.leads.held([known.lead.id for known in batch])
        unchanged = [known for known in batch if held.get(known.lead.id) == known.lead]
        ledgers = work.facts.ledgers_of([known.lead.id for known in unchanged])
        now = core.clock()
        found = {
            known.lead.id: in_line(known.lead, known.facts, ledgers[known.lead.id], model, now=now)
            for known in unchanged
        }
        work.facts.add_ledgers(
            {lead_id: [entry(line, core.new_id()) for line in each.due] for lead_id, each in found.items()}
        )
        work.leads.save_all([each.lead for each in found.values()])
        for known in unchanged:
            _follow_up(core, work, model, found[known.lead.id], before=known.lead)
    return len(unchanged)


def _follow_up(core: Core, work: Work, model: ScoringModel, found: InLine, *, before: Lead) -> None:
    lead, assessed = found.lead, found.assessment
    if (lead.quadrant, lead.temperature) == (before.quadrant, before.temperature):
        return
    planned = followup(assessed.facts, model, quadrant=assessed.quadrant, bant=assessed.bant)
    lead = followups.to_sales(core, work, lead, planned, before=before)
    redirected = followups.redirect(lead, planned)
    if redirected != lead:
        work.leads.save(redirected)
