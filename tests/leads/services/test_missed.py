"""No lead is forgotten: each has an owner, a next step, or a reason why it was let go."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from leads.domain.handoff import HandoffReason, HandoffState
from leads.domain.lead import Lead, Nurture, Stage
from leads.domain.rep import Rep
from leads.services import handoffs, missed
from leads.services.core import Core
from leads.services.missed import SILENCE
from tests.leads.conftest import Clock
from tests.leads.services.talks import Talk

AddRep = Callable[..., Rep]
AddLead = Callable[..., Lead]
A_MOMENT = timedelta(seconds=1)


def swept(core: Core) -> int:
    """How many leads the sweep looked after, until it found no more."""
    total = 0
    while found := missed.look_after(core):
        total += found
    return total


def now(core: Core, lead: Lead) -> Lead:
    with core.store.reading() as work:
        current = work.leads.get(lead.id)
    assert current is not None
    return current


def test_who_went_silent_half_way_is_put_on_the_way_they_spoke_for(core: Core, clock: Clock) -> None:
    talk = Talk(core)
    talk.say("we lose leads because nobody follows up, we need that done by March")
    clock.advance(SILENCE)
    assert swept(core) == 0, "they may still be typing"
    clock.advance(A_MOMENT)
    assert missed.count(core) == 1
    assert swept(core) == 1
    assert missed.count(core) == 0
    lead = talk.lead()
    assert lead.stage is Stage.NURTURE
    assert lead.nurture is not None
    assert "budget" in lead.nurture.missing


def test_who_comes_back_goes_on_where_they_left(core: Core, clock: Clock) -> None:
    talk = Talk(core)
    asked = talk.say("we lose leads because nobody follows up").plan.asking
    clock.advance(SILENCE + A_MOMENT)
    swept(core)
    hearing = talk.say("by the end of March")
    assert hearing.plan.asking is not None
    assert hearing.plan.asking is not asked


def test_a_handoff_that_ended_with_nothing_is_no_end(
    core: Core, clock: Clock, add_rep: AddRep, add_lead: AddLead
) -> None:
    add_rep()
    lead = add_lead(stage=Stage.QUALIFIED)
    with core.store.writing() as work:
        handoffs.open_in(core, work, lead, conversation_id=None, reason=HandoffReason.STUCK)
        handoff = work.handoffs.find(lead.id, HandoffReason.STUCK)
        assert handoff is not None
        work.handoffs.save(replace(handoff, state=HandoffState.DONE))
    clock.advance(SILENCE + A_MOMENT)
    assert swept(core) == 1
    assert missed.count(core) == 0


NURTURED = Nurture("nurture", None)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"owner_id": "rep-1"}, id="has an owner"),
        pytest.param({"stage": Stage.NURTURE, "nurture": NURTURED}, id="is nurtured"),
        pytest.param({"stage": Stage.CONVERTED}, id="is a deal"),
        pytest.param({"stage": Stage.REMOVED}, id="was entered by mistake"),
    ],
)
def test_who_is_looked_after_is_left_alone(
    core: Core, clock: Clock, add_rep: AddRep, add_lead: AddLead, changes: dict[str, object]
) -> None:
    add_rep()
    lead = add_lead(**changes)
    clock.advance(SILENCE + A_MOMENT)
    assert (missed.count(core), swept(core)) == (0, 0)
    assert now(core, lead) == lead


@pytest.mark.parametrize("state", [HandoffState.OPEN, HandoffState.CLAIMED])
def test_who_waits_for_a_person_or_has_one_is_left_alone(
    core: Core, clock: Clock, add_rep: AddRep, add_lead: AddLead, state: HandoffState
) -> None:
    add_rep()
    lead = add_lead()
    with core.store.writing() as work:
        handoffs.open_in(core, work, lead, conversation_id=None, reason=HandoffReason.ASKED)
        handoff = work.handoffs.find(lead.id, HandoffReason.ASKED)
        assert handoff is not None
        work.handoffs.save(replace(handoff, state=state))
    clock.advance(SILENCE + A_MOMENT)
    assert (missed.count(core), swept(core)) == (0, 0)


def test_many_are_looked_after_in_as_many_rounds_as_it_takes(
    core: Core, clock: Clock, add_lead: AddLead, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(missed, "AT_ONCE", 2)
    for number in range(5):
        add_lead(f"lead-{number}")
    clock.advance(SILENCE + A_MOMENT)
    assert missed.count(core) == 5
    assert missed.look_after(core) == 2
    assert swept(core) == 3
    assert missed.count(core) == 0


def test_who_takes_a_lead_that_nobody_has_keeps_it(core: Core, add_rep: AddRep, add_lead: AddLead) -> None:
    add_rep("rep-1")
    add_rep("rep-2")
    free, owned = add_lead("lead-1"), add_lead("lead-2", owner_id="rep-2")
    for lead in (free, owned):
        with core.store.writing() as work:
            handoffs.open_in(core, work, lead, conversation_id=None, reason=HandoffReason.HOT)
            handoff = work.handoffs.find(lead.id, HandoffReason.HOT)
        assert handoff is not None
        handoffs.claim(core, handoff_id=handoff.id, rep_id="rep-1")
    assert now(core, free).owner_id == "rep-1"
    assert now(core, free).routing.rule == "taken"
    assert now(core, owned).owner_id == "rep-2"
