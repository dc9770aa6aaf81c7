"""The queue of handoffs."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from leads.domain.handoff import Handoff, HandoffReason, HandoffState
from leads.domain.lead import Lead
from leads.domain.rep import Rep
from leads.services import handoffs, queue
from leads.services.core import Core
from leads.services.queue import pending, waiting
from tests.leads.conftest import Clock


def hand_over(core: Core, lead: Lead, reason: HandoffReason = HandoffReason.HOT) -> Handoff:
    with core.store.writing() as work:
        handoffs.open_in(core, work, lead, conversation_id=None, reason=reason)
        handoff = work.handoffs.find(lead.id, reason)
    assert handoff is not None
    return handoff


def names(core: Core, state: HandoffState) -> list[str]:
    return [case.lead.id for case in pending(core, state)]


def test_the_readiest_come_first_and_of_equals_the_oldest(
    core: Core, clock: Clock, add_lead: Callable[..., Lead]
) -> None:
    scores = {"cool": (10, 10), "ready": (90, 80), "first": (60, 60), "second": (70, 50)}
    for lead_id, (fit, interest) in scores.items():
        hand_over(core, add_lead(lead_id, fit=fit, interest=interest))
        clock.advance(timedelta(minutes=1))
    assert names(core, HandoffState.OPEN) == ["ready", "first", "second", "cool"]


def test_the_readiest_come_first_however_many_wait_longer(
    core: Core, clock: Clock, add_lead: Callable[..., Lead], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "MOST", 3)
    for number in range(5):
        hand_over(core, add_lead(f"cool-{number}"))
        clock.advance(timedelta(minutes=1))
    hand_over(core, add_lead("ready", fit=90))
    assert names(core, HandoffState.OPEN) == ["ready", "cool-0", "cool-1"]
    assert waiting(core) == 3


def test_one_that_was_opened_again_waits_since_then(
    core: Core, clock: Clock, add_lead: Callable[..., Lead], add_rep: Callable[..., Rep]
) -> None:
    again, meanwhile = add_lead("again"), add_lead("meanwhile")
    handoff, rep = hand_over(core, again), add_rep()
    handoffs.claim(core, handoff_id=handoff.id, rep_id=rep.id)
    handoffs.give_back(core, handoff_id=handoff.id, rep_id=rep.id)
    clock.advance(timedelta(minutes=1))
    hand_over(core, meanwhile)
    clock.advance(timedelta(minutes=1))
    hand_over(core, again)
    assert names(core, HandoffState.OPEN) == ["meanwhile", "again"]


def test_taken_ones_leave_the_waiting_line_and_name_their_holder(
    core: Core, add_lead: Callable[..., Lead], add_rep: Callable[..., Rep]
) -> None:
    handoff, rep = hand_over(core, add_lead()), add_rep()
    assert waiting(core) == 1
    handoffs.claim(core, handoff_id=handoff.id, rep_id=rep.id)
    assert waiting(core) == 0
    (case,) = pending(core, HandoffState.CLAIMED)
    assert case.holder == rep


def test_what_is_taken_together_is_one_case(core: Core, clock: Clock, add_lead: Callable[..., Lead]) -> None:
    lead = add_lead()
    asked = hand_over(core, lead, HandoffReason.ASKED)
    clock.advance(timedelta(minutes=1))
    hot = hand_over(core, lead)
    (case,) = pending(core, HandoffState.OPEN)
    assert case.handoffs == (asked, hot)
    assert waiting(core) == 1
