"""The reps' queue: who needs a person, the readiest first."""

from dataclasses import dataclass

from leads.domain.handoff import Handoff, HandoffState
from leads.services.core import Core
from leads.services.views import LeadView, view_in

__all__ = ["Case", "pending"]

MOST = 200


@dataclass(frozen=True, slots=True)
class Case:
    """A handoff with the lead it is about."""

    handoff: Handoff
    view: LeadView


def pending(core: Core) -> list[Case]:
    """Handoffs that are not done: by readiness (both scores together), then by age."""
    with core.store.reading() as work:
        handoffs = [
            *work.handoffs.listed(HandoffState.OPEN, limit=MOST),
            *work.handoffs.listed(HandoffState.CLAIMED, limit=MOST),
        ]
        found = ((handoff, work.leads.get(handoff.lead_id)) for handoff in handoffs)
        cases = [Case(handoff, view_in(core, work, lead)) for handoff, lead in found if lead is not None]
    return sorted(cases, key=lambda case: (-_readiness(case), case.handoff.created_at))


def _readiness(case: Case) -> int:
    return case.view.scores.fit + case.view.scores.interest
