"""Starting the follow-up of a lead (its stage, tags, next touch or closed reason), and taking it back."""

from dataclasses import replace
from datetime import timedelta
from typing import assert_never

from leads.domain.followup import Followup, FollowupKind
from leads.domain.lead import Disposition, Lead, Nurture, Stage
from leads.services.assess import local_day
from leads.services.core import Core
from leads.services.ports import Work

__all__ = ["reopen", "start"]

#: Tags a follow-up sets, by what stands before the colon; those set by people are left alone.
OURS = ("quadrant", "persona", "misfit", "missing")


def start(core: Core, work: Work, lead: Lead, planned: Followup) -> Lead:
    """Put the lead on its way, in place of any earlier follow-up. The same one again changes nothing."""
    others = tuple(tag for tag in lead.tags if tag.partition(":")[0] not in OURS)
    tagged = replace(lead, tags=(*others, *planned.tags))
    started = _started(core, tagged, planned)
    if started != lead:
        work.leads.save(started)
    return started


def reopen(work: Work, lead: Lead) -> None:
    """Whoever was let go and talks to us again is in the pipeline again. Any other lead stays as it is."""
    if lead.stage is Stage.FAILED:
        work.leads.save(replace(lead, stage=Stage.QUALIFYING, nurture=None, disposition=None))


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
    path = "stay_in_touch" if planned.kind is FollowupKind.DISQUALIFY else str(planned.kind)
    return Nurture(
        path=path,
        next_touch=None if days is None else today + timedelta(days=days),
        missing=tuple(planned.missing),
    )


def _disposition(core: Core, lead: Lead, planned: Followup) -> Disposition:
    standing = lead.disposition
    if standing is not None and standing.reason is planned.reason:
        return standing
    return Disposition(exit="unsuccessful_exit", reason=planned.reason, note=None, at=core.clock())
