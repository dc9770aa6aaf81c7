"""Leaving the pipeline, and what becomes of a lead after that."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from leads.domain.consent import ConsentState, Medium
from leads.domain.lead import DispositionReason, Lead, Stage
from leads.domain.outcomes import Result
from leads.services import leaving
from leads.services.core import Core
from leads.services.errors import InvalidField, LeadNotFound
from leads.services.leaving import WayOut

AddLead = Callable[..., Lead]


def dispose(core: Core, lead_id: str, way_out: WayOut, reason: DispositionReason | None = None) -> Lead:
    with core.store.writing() as work:
        return leaving.dispose(
            core, work, lead_id, way_out=way_out, reason=reason, note="why not", actor="tester"
        )


def note(core: Core, lead_id: str, result: Result, at: datetime | None = None) -> Lead:
    with core.store.writing() as work:
        return leaving.note_outcome(
            core, work, lead_id, result=result, at=at or core.clock(), note=None, actor="tester"
        )


def kept(core: Core, lead_id: str) -> Lead:
    with core.store.reading() as work:
        found = work.leads.get(lead_id)
    assert found is not None
    return found


def results(core: Core, lead_id: str) -> list[Result]:
    with core.store.reading() as work:
        return [outcome.result for outcome in work.outcomes.of_leads([lead_id])[lead_id]]


@pytest.mark.parametrize(
    ("way_out", "stage"),
    [
        (WayOut.SUCCESSFUL_EXIT, Stage.QUALIFIED),
        (WayOut.CONVERT_TO_DEAL, Stage.CONVERTED),
        (WayOut.REMOVE, Stage.REMOVED),
    ],
)
def test_a_way_out_leads_to_its_stage(core: Core, add_lead: AddLead, way_out: WayOut, stage: Stage) -> None:
    lead = add_lead()
    left = dispose(core, lead.id, way_out)
    assert kept(core, lead.id) == left
    assert (left.stage, left.nurture) == (stage, None)
    assert left.disposition is not None
    assert (left.disposition.exit, left.disposition.note) == (way_out, "why not")


@pytest.mark.parametrize(
    ("reason", "comes_back"),
    [
        (DispositionReason.NOT_READY_TO_BUY, date(2027, 2, 21)),
        (DispositionReason.NO_BUDGET, date(2027, 5, 22)),
        (DispositionReason.NO_AUTHORITY, date(2026, 12, 23)),
        (DispositionReason.NOT_A_FIT, None),
        (DispositionReason.NOT_INTERESTED, None),
    ],
)
def test_a_reason_says_when_they_come_back(
    core: Core, add_lead: AddLead, reason: DispositionReason, comes_back: date | None
) -> None:
    lead = add_lead()
    left = dispose(core, lead.id, WayOut.UNSUCCESSFUL_EXIT, reason)
    assert left.stage is Stage.FAILED
    assert (left.nurture.next_touch if left.nurture else None) == comes_back


@pytest.mark.parametrize(
    ("way_out", "reason", "result"),
    [
        (WayOut.UNSUCCESSFUL_EXIT, DispositionReason.NO_BUDGET, Result.LOST),
        (WayOut.UNSUCCESSFUL_EXIT, DispositionReason.NOT_INTERESTED, Result.LOST),
        (WayOut.UNSUCCESSFUL_EXIT, DispositionReason.INVALID_DATA, Result.OPEN),
        (WayOut.UNSUCCESSFUL_EXIT, DispositionReason.CANNOT_BE_REACHED, Result.OPEN),
        (WayOut.SUCCESSFUL_EXIT, None, Result.OPEN),
        (WayOut.CONVERT_TO_DEAL, None, Result.OPEN),
        (WayOut.REMOVE, None, Result.OPEN),
    ],
)
def test_a_way_out_is_kept_with_what_it_says_about_buyers(
    core: Core, add_lead: AddLead, way_out: WayOut, reason: DispositionReason | None, result: Result
) -> None:
    lead = add_lead()
    dispose(core, lead.id, way_out, reason)
    with core.store.reading() as work:
        (outcome,) = work.outcomes.of_leads([lead.id])[lead.id]
    assert (outcome.result, outcome.reason, outcome.by, outcome.at) == (
        result,
        reason,
        "tester",
        core.clock(),
    )


def test_whoever_is_not_interested_is_not_written_to_any_more(core: Core, add_lead: AddLead) -> None:
    lead = add_lead(phone="+4915123456789")
    dispose(core, lead.id, WayOut.UNSUCCESSFUL_EXIT, DispositionReason.NOT_INTERESTED)
    with core.store.reading() as work:
        for medium, address in ((Medium.EMAIL, lead.email), (Medium.SMS, lead.phone)):
            assert address is not None
            assert work.consents.in_force(medium, address) is ConsentState.OPTED_OUT


def test_a_deal_is_won_or_lost_later_and_may_be_put_right(core: Core, add_lead: AddLead) -> None:
    lead = add_lead()
    dispose(core, lead.id, WayOut.CONVERT_TO_DEAL)
    note(core, lead.id, Result.LOST, datetime(2026, 12, 1, tzinfo=UTC))
    note(core, lead.id, Result.WON, datetime(2026, 12, 2, tzinfo=UTC))
    assert results(core, lead.id) == [Result.OPEN, Result.LOST, Result.WON]


def test_only_a_deal_is_won_or_lost(core: Core, add_lead: AddLead) -> None:
    lead = add_lead()
    with pytest.raises(InvalidField) as refused:
        note(core, lead.id, Result.WON)
    assert refused.value.field == "outcome"
    assert results(core, lead.id) == []


def test_a_lead_that_is_not_there(core: Core) -> None:
    with pytest.raises(LeadNotFound):
        dispose(core, "nobody", WayOut.REMOVE)
    with pytest.raises(LeadNotFound):
        note(core, "nobody", Result.WON)
