"""How leads leave the qualification pipeline, and what becomes of them after that.

Everything here works inside an open transaction, and raises LeadNotFound and InvalidField.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from leads.domain.consent import WRITING, Consent, ConsentState, Medium
from leads.domain.lead import Disposition, DispositionReason, Lead, Nurture, Stage
from leads.domain.outcomes import Outcome, Result, result_of
from leads.services.assess import local_day
from leads.services.core import Core
from leads.services.errors import InvalidField, LeadNotFound
from leads.services.ports import Work

__all__ = ["WayOut", "dispose", "leave_alone", "note_outcome"]


class WayOut(StrEnum):
    """How a lead leaves the qualification pipeline."""

    SUCCESSFUL_EXIT = "successful_exit"
    CONVERT_TO_DEAL = "convert_to_deal"
    UNSUCCESSFUL_EXIT = "unsuccessful_exit"
    REMOVE = "remove"


LEADS_TO = {
    WayOut.SUCCESSFUL_EXIT: Stage.QUALIFIED,
    WayOut.CONVERT_TO_DEAL: Stage.CONVERTED,
    WayOut.UNSUCCESSFUL_EXIT: Stage.FAILED,
    WayOut.REMOVE: Stage.REMOVED,
}


def dispose(
    core: Core,
    work: Work,
    lead_id: str,
    *,
    way_out: WayOut,
    reason: DispositionReason | None,
    note: str | None,
    actor: str,
) -> Lead:
    """The lead, out of the qualification pipeline.

    A reason belongs to an unsuccessful exit, and some reasons set the day on which the lead comes back.
    Whoever is not interested is not written to any more.
    """
    _check(way_out, reason, note)
    lead, now = _locked(work, lead_id), core.clock()
    left = replace(
        lead,
        stage=LEADS_TO[way_out],
        disposition=Disposition(exit=way_out, reason=reason, note=note, at=now),
        nurture=_stay_in_touch(core, lead, reason) if reason else None,
        updated_at=now,
    )
    work.leads.save(left)
    if reason is DispositionReason.NOT_INTERESTED:
        leave_alone(core, work, left, wording=note or f"disposition: {reason}", media=WRITING)
    _add(core, work, lead_id, result=result_of(reason), reason=reason, note=note, actor=actor, at=now)
    detail = {"exit": way_out, "reason": reason}
    work.audit(actor, "lead.disposition", lead_id=lead_id, detail=detail, at=now)
    return left


def note_outcome(
    core: Core, work: Work, lead_id: str, *, result: Result, at: datetime, note: str | None, actor: str
) -> Lead:
    """The lead, whose deal was won or lost at that moment; the newest note is in force."""
    lead = _locked(work, lead_id)
    if lead.stage is not Stage.CONVERTED:
        raise InvalidField("outcome", "Only a deal is won or lost: convert the lead to a deal first.")
    _add(core, work, lead_id, result=result, reason=None, note=note, actor=actor, at=at)
    work.audit(actor, "lead.outcome", lead_id=lead_id, detail={"outcome": result}, at=core.clock())
    return lead


def leave_alone(core: Core, work: Work, lead: Lead, *, wording: str, media: Iterable[Medium]) -> None:
    """Nothing is sent to the lead's addresses any more, as far as they are known."""
    addresses = {Medium.EMAIL: lead.email, Medium.SMS: lead.phone}
    for medium in media:
        if (address := addresses[medium]) is not None:
            work.consents.add(
                Consent(
                    id=core.new_id(),
                    medium=medium,
                    address=address,
                    lead_id=lead.id,
                    state=ConsentState.OPTED_OUT,
                    wording=wording,
                    channel=lead.channel,
                    at=core.clock(),
                )
            )


def _check(way_out: WayOut, reason: DispositionReason | None, note: str | None) -> None:
    is_failure = way_out is WayOut.UNSUCCESSFUL_EXIT
    if is_failure and reason is None:
        raise InvalidField("reason", "An unsuccessful exit needs a reason.")
    if reason is not None and not is_failure:
        raise InvalidField("reason", "Only an unsuccessful exit has a reason.")
    if reason is DispositionReason.OTHER and not note:
        raise InvalidField("note", "Another reason has to be told in a note.")


def _add(
    core: Core,
    work: Work,
    lead_id: str,
    *,
    result: Result,
    reason: DispositionReason | None,
    note: str | None,
    actor: str,
    at: datetime,
) -> None:
    outcome = Outcome(core.new_id(), lead_id, result, by=actor, at=at, reason=reason, note=note)
    work.outcomes.add(outcome)


def _stay_in_touch(core: Core, lead: Lead, reason: DispositionReason) -> Nurture | None:
    days = core.model.touches.by_reason.get(reason)
    if days is None:
        return None
    return Nurture("stay_in_touch", local_day(lead, core.clock()) + timedelta(days=days))


def _locked(work: Work, lead_id: str) -> Lead:
    lead = work.leads.get(lead_id, lock=True)
    if lead is None:
        raise LeadNotFound
    return lead
