"""The reps' queue: who needs a person, the readiest first."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from leads.domain.handoff import Handoff, HandoffState
from leads.domain.lead import Lead
from leads.domain.rep import Rep
from leads.services.core import Core

__all__ = ["MOST", "Case", "pending", "waiting"]

MOST = 200


@dataclass(frozen=True, slots=True)
class Case:
    """A lead that needs a person, and why: its handoffs about one conversation, which are taken together."""

    lead: Lead
    handoffs: tuple[Handoff, ...]
    holder: Rep | None

    @property
    def handoff(self) -> Handoff:
        """The first of them; taking it takes them all."""
        return self.handoffs[0]

    @property
    def readiness(self) -> int:
        """Both scores together."""
        return self.lead.fit + self.lead.interest


def pending(core: Core, state: HandoffState) -> list[Case]:
    """Handoffs in this state, at most MOST: the readiest leads first, then those who wait longest."""
    with core.store.reading() as work:
        reps = {rep.id: rep for rep in work.reps.all()}
        found = work.handoffs.readiest(state, limit=MOST)
    leads = {lead.id: lead for _, lead in found}
    cases = [
        Case(leads[handoffs[0].lead_id], tuple(handoffs), reps.get(handoffs[0].rep_id or ""))
        for handoffs in _together(handoff for handoff, _ in found)
    ]
    return sorted(cases, key=lambda case: (-case.readiness, case.handoff.updated_at))


def waiting(core: Core) -> int:
    """How many cases nobody has taken yet; at most MOST."""
    with core.store.reading() as work:
        return work.handoffs.cases(HandoffState.OPEN, limit=MOST)


def _together(handoffs: Iterable[Handoff]) -> list[list[Handoff]]:
    """By conversation, each in the order in which they were opened this time."""
    cases: dict[tuple[str, str | None], list[Handoff]] = defaultdict(list)
    for handoff in sorted(handoffs, key=lambda handoff: handoff.updated_at):
        cases[handoff.lead_id, handoff.conversation_id].append(handoff)
    return list(cases.values())
