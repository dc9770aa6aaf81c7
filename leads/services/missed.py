"""Leads that would be forgotten: nobody has them, nothing is timed, and no reason let them go.

Most of them began a conversation and went silent in the middle of it. None stays so: once it has been quiet
for a while, such a lead goes the way that its answers so far speak for.
"""

from datetime import datetime, timedelta

from leads.domain.followup import FollowupKind, followup
from leads.domain.handoff import HandoffReason, HandoffState
from leads.domain.lead import Lead, Stage
from leads.services import followups, handoffs
from leads.services.assess import facts_of, rescore
from leads.services.core import Core
from leads.services.ports import Work

__all__ = ["SILENCE", "count", "look_after"]

SILENCE = timedelta(hours=4)  # who has not answered by then is not about to
AT_ONCE = 100
UNSETTLED = frozenset({Stage.NEW, Stage.QUALIFYING, Stage.QUALIFIED})


def count(core: Core) -> int:
    """How many leads nobody looks after."""
    with core.store.reading() as work:
        return work.leads.count_forgotten(silent_since=_silent_since(core))


def look_after(core: Core) -> int:
    """Put some of them on their way, each in a transaction of its own; how many that were."""
    with core.store.reading() as work:
        forgotten = work.leads.forgotten(silent_since=_silent_since(core), limit=AT_ONCE)
    pinned = core.pinned()
    return sum(_look_after(pinned, lead_id) for lead_id in forgotten)


def _look_after(core: Core, lead_id: str) -> bool:
    """Whether the lead was forgotten still, now that nobody else can change it."""
    with core.store.writing() as work:
        lead = work.leads.get(lead_id, lock=True)
        if lead is None or not _is_forgotten(core, work, lead):
            return False
        _put_on_its_way(core, work, lead)
        return True


def _is_forgotten(core: Core, work: Work, lead: Lead) -> bool:
    has_somebody = lead.owner_id or any(
        handoff.state is not HandoffState.DONE for handoff in work.handoffs.of_lead(lead.id)
    )
    has_a_way = lead.nurture or lead.disposition or lead.stage not in UNSETTLED
    return not (has_somebody or has_a_way) and lead.updated_at < _silent_since(core)


def _put_on_its_way(core: Core, work: Work, lead: Lead) -> None:
    lead, assessed = rescore(core, work, lead, facts_of(work, lead.id))
    planned = followup(assessed.facts, core.model, quadrant=assessed.quadrant, bant=assessed.bant)
    lead = followups.start(core, work, lead, planned)
    if planned.kind is FollowupKind.SALES_NOW:
        talks = work.conversations.of_lead(lead.id)
        conversation_id = talks[0].id if talks else None
        handoffs.open_in(core, work, lead, conversation_id=conversation_id, reason=HandoffReason.HOT)


def _silent_since(core: Core) -> datetime:
    return core.clock() - SILENCE
