"""The reps' queue: who needs a person, the readiest first."""

from dataclasses import dataclass

from leads.domain.handoff import Handoff, HandoffState
from leads.domain.lead import Lead
from leads.domain.rep import Rep
from leads.services.core import Core

__all__ = ["MOST", "Case", "pending", "waiting"]

MOST = 200


@dataclass(frozen=True, slots=True)
class Case:
    """A handoff with the lead it is about, and the rep who has taken it."""

    handoff: Handoff
    lead: Lead
    holder: Rep | None

    @property
    def readiness(self) -> int:
        """Both scores together."""
        return self.lead.fit + self.lead.interest


def pending(core: Core, state: HandoffState) -> list[Case]:
    """Handoffs in this state: the readiest first, then the oldest; at most MOST."""
    with core.store.reading() as work:
        reps = {rep.id: rep for rep in work.reps.all()}
        handoffs = work.handoffs.listed(state, limit=MOST)
        leads = {handoff.lead_id: work.leads.get(handoff.lead_id) for handoff in handoffs}
    cases = [
        Case(handoff, lead, reps.get(handoff.rep_id or ""))
        for handoff in handoffs
        if (lead := leads[handoff.lead_id]) is not None
    ]
    return sorted(cases, key=lambda case: (-case.readiness, case.handoff.updated_at))


def waiting(core: Core) -> int:
    """How many handoffs nobody has taken yet; MOST when there are more."""
    with core.store.reading() as work:
        return len(work.handoffs.listed(HandoffState.OPEN, limit=MOST))
