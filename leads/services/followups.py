"""Starting the follow-up of a lead (its stage, tags, next touch or closed reason), and taking it back."""

from dataclasses import replace
from datetime import timedelta
from typing import assert_never

from leads.domain.bant import Temperature
from leads.domain.followup import Followup, FollowupKind
from leads.domain.handoff import HandoffReason
from leads.domain.lead import Disposition, Lead, Nurture, Stage
from leads.domain.matrix import Quadrant
from leads.services import handoffs
from leads.services.assess import local_day
from leads.services.core import Core
from leads.services.ports import Work

__all__ = ["redirect", "reopen", "start", "to_sales"]

#: Tags a follow-up sets, by what stands before the colon; those set by people are left alone.
OURS = ("quadrant", "persona", "misfit", "missing")
NURTURING = frozenset({FollowupKind.NURTURE, FollowupKind.SELF_SERVE})


def start(core: Core, work: Work, lead: Lead, planned: Followup) -> Lead:
    """Put the lead on its way, in place of any earlier follow-up. The same one again changes nothing."""
    started = _started(core, _tagged(lead, planned), planned)
    if started != lead:
        work.leads.save(started)
    return started


def to_sales(core: Core, work: Work, lead: Lead, planned: Followup, *, before: Lead) -> Lead:
    """Once a lead has become one for sales without a word from it, the reps hear of it.

    Whoever was let go stays so: only a person, or the prospect, brings them back.
    """
    if planned.kind is not FollowupKind.SALES_NOW or _was_for_sales(before) or before.disposition:
        return lead
    talks = work.conversations.of_lead(lead.id)
    conversation_id = talks[0].id if talks else None
    handoffs.open_in(core, work, lead, conversation_id=conversation_id, reason=HandoffReason.HOT)
    return start(core, work, lead, planned)


def redirect(lead: Lead, planned: Followup) -> Lead:
    """A lead that is nurtured, on the path that suits its new place; the day of its next touch stands.

    Any other lead stays as it is, and nobody is let go: a prospect learns that in a conversation.
    """
    if lead.stage is not Stage.NURTURE or lead.nurture is None or planned.kind not in NURTURING:
        return lead
    nurture = replace(lead.nurture, path=planned.path, missing=tuple(planned.missing))
    return replace(_tagged(lead, planned), nurture=nurture)


def reopen(work: Work, lead: Lead) -> None:
    """Whoever was let go and talks to us again is in the pipeline again. Any other lead stays as it is."""
    if lead.stage is Stage.FAILED:
        work.leads.save(replace(lead, stage=Stage.QUALIFYING, nurture=None, disposition=None))


def _was_for_sales(lead: Lead) -> bool:
    return lead.temperature == Temperature.HOT and Quadrant(lead.quadrant).is_good_fit


def _tagged(lead: Lead, planned: Followup) -> Lead:
    others = tuple(tag for tag in lead.tags if tag.partition(":")[0] not in OURS)
    return replace(lead, tags=(*others, *planned.tags))


def _started(core: Core, lead: Lead, planned: Followup) -> Lead:
    match planned.kind:
        case FollowupKind.SALES_NOW:
            return replace(lead, stage=Stage.QUALIFIED, nurture=None, disposition=None)
        case FollowupKind.NURTURE | FollowupKind.SELF_SERVE:
            return replace(lead, stage=Stage.NURTURE, nurture=_nurture(core, lead, planned), disposition=None)
        case FollowupKind.DISQUALIFY:
            nurture = None if planned.touch_in_days is None else _nurture(core, lead, planned)
            return replace(
                lead, stage=Stage.FAILED, nurture=nurture, disposition=_disposition(core, lead, planned)
            )
        case _:
            assert_never(planned.kind)


def _nurture(core: Core, lead: Lead, planned: Followup) -> Nurture:
    days = planned.touch_in_days
    today = local_day(lead, core.clock())
    return Nurture(
        path=planned.path,
        next_touch=None if days is None else today + timedelta(days=days),
        missing=tuple(planned.missing),
    )


def _disposition(core: Core, lead: Lead, planned: Followup) -> Disposition:
    standing = lead.disposition
    if standing is not None and standing.reason is planned.reason:
        return standing
    return Disposition(exit="unsuccessful_exit", reason=planned.reason, note=None, at=core.clock())
