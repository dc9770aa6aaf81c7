"""Alarms from what is in the store: the ledger, signals, messages, meetings, what was sent."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from leads.adapters.behaviour_file import load_behaviour
from leads.domain.alarms import AlarmRules, Share, Way
from leads.domain.facts import Signal, SignalKind
from leads.domain.lead import Channel, Lead
from leads.domain.outcomes import Outcome, Result
from leads.domain.rep import Rep
from leads.services import handoffs, intake
from leads.services.alarms import By, alarms
from leads.services.core import Core
from leads.services.inbox import Inbound, accept
from leads.services.ports import OutboxItem
from tests.leads.conftest import ROOT, Clock

DAY = timedelta(days=1)
AddLead = Callable[..., Lead]


@pytest.fixture
def rules() -> AlarmRules:
    """The product's own, for few leads."""
    own = load_behaviour(ROOT / "behaviour.yml").alarms
    return replace(own, ready=replace(own.ready, least_leads=5), stops=replace(own.stops, least_leads=5))


def does(core: Core, lead_id: str, *kinds: SignalKind, at: datetime | None = None) -> None:
    with core.store.writing() as work:
        for kind in kinds:
            intake.add_signal(core, work, lead_id, kind=kind, at=at or core.clock(), data={})


def test_nothing_known_raises_nothing(core: Core, rules: AlarmRules) -> None:
    found = alarms(core, rules)
    assert (found.raised, found.ready.bought, found.contacts) == (0, Share(0, 0), {})


def test_row_93_leads_that_reach_the_line_and_do_not_buy(
    core: Core, clock: Clock, rules: AlarmRules, add_lead: AddLead
) -> None:
    quote = SignalKind.QUOTE_REQUEST
    for number in range(20):
        does(core, add_lead(f"ready-{number}").id, quote, quote)  # 60: exactly the line
    does(core, add_lead("under").id, quote)
    clock.advance(timedelta(minutes=1))
    does(core, "ready-0", SignalKind.PURCHASE)
    with core.store.writing() as work:
        work.outcomes.add(Outcome(core.new_id(), "ready-1", Result.WON, "rep-1", core.clock()))
        work.outcomes.add(Outcome(core.new_id(), "ready-2", Result.LOST, "rep-1", core.clock()))
    assert alarms(core, rules).ready.bought == Share(2, 2)  # the others still have time
    clock.advance(31 * DAY)
    found = alarms(core, rules)
    assert found.ready.bought == Share(2, 20)
    assert not found.ready.is_raised  # 10 % of 20: the true share may well be 30 %
    for number in range(40):
        does(core, add_lead(f"more-{number}").id, quote, quote)
    clock.advance(31 * DAY)
    found = alarms(core, rules)
    assert (found.ready.bought, found.ready.is_raised, found.raised) == (Share(2, 60), True, 1)
    clock.advance(rules.look_back)
    assert alarms(core, rules).ready.bought == Share(0, 0)


def test_a_score_that_was_never_there_at_any_moment_counts_for_nothing(
    core: Core, rules: AlarmRules, add_lead: AddLead
) -> None:
    lead = add_lead()
    with core.store.writing() as work:
        kinds = [SignalKind.QUOTE_REQUEST] * 2 + [SignalKind.CAREERS_PAGE]
        intake.add_signals(core, work, lead.id, [Signal(core.new_id(), kind, core.clock()) for kind in kinds])
    with core.store.reading() as work:
        assert work.alarms.reached(60, since=core.clock() - DAY) == []
        (reached,) = work.alarms.reached(40, since=core.clock() - DAY)
    assert (reached.lead_id, reached.peak, reached.at) == (lead.id, 40, core.clock())


def visiting(core: Core, clock: Clock, name: str) -> str:
    """Somebody who talks to us and looks at pages; the id of the lead."""
    accepted = accept(core, Inbound(Channel.WIDGET, name, name, "Hello"))
    does(core, accepted.lead_id, SignalKind.PAGE_VIEW)
    return accepted.lead_id


def test_row_117_the_rep_after_whom_nobody_comes_back(
    core: Core, clock: Clock, rules: AlarmRules, add_rep: Callable[..., Rep]
) -> None:
    reps = {"away": add_rep("rep-away"), "back": add_rep("rep-back")}
    people = {(kind, n): visiting(core, clock, f"{kind}-{n}") for kind in reps for n in range(12)}
    clock.advance(DAY)
    for (kind, _), lead_id in people.items():
        with core.store.reading() as work:
            (talk,) = work.conversations.of_lead(lead_id)
        handoffs.step_in(core, conversation_id=talk.id, rep_id=reps[kind].id)
        handoffs.reply(core, conversation_id=talk.id, rep=reps[kind], text="Hello")
    clock.advance(DAY)
    for (kind, _), lead_id in people.items():
        if kind == "back":
            does(core, lead_id, SignalKind.REPEAT_VISIT)
    assert alarms(core, rules).contacts == {}  # they may still come back
    clock.advance(rules.stops.window)
    found = alarms(core, rules)
    away, back = By(Way.COLLEAGUE, "Rep-Away"), By(Way.COLLEAGUE, "Rep-Back")
    assert set(found.contacts) == {away, back}
    assert (found.contacts[away].stopped, found.contacts[away].is_raised) == (Share(12, 12), True)
    assert (found.contacts[back].stopped, found.contacts[back].is_raised) == (Share(0, 12), False)
    assert found.raised == 1


def test_row_117_a_template_counts_where_it_was_the_first_to_reach_them(
    core: Core, clock: Clock, rules: AlarmRules, add_lead: AddLead, add_rep: Callable[..., Rep]
) -> None:
    rep = add_rep()
    for number in range(6):
        lead = add_lead(f"lead-{number}")
        does(core, lead.id, SignalKind.PAGE_VIEW)
    clock.advance(DAY)
    now = core.clock()
    with core.store.writing() as work:
        for number in range(6):
            to = f"lead-{number}@example.org"
            body = {"event": "welcome_back"}
            work.outbox.add(
                OutboxItem(f"m{number}", "email", f"m{number}", to, body, now, now, f"lead-{number}", "sent")
            )
            reply = {"text": "Hi", "reply": True}
            work.outbox.add(
                OutboxItem(
                    f"r{number}",
                    "sms",
                    f"r{number}",
                    to,
                    reply,
                    now - DAY,
                    now - DAY,
                    f"lead-{number}",
                    "sent",
                )
            )
        to_rep = OutboxItem(
            "x", "email", "x", rep.email, {"event": "handoff"}, now, now - DAY, "lead-1", "sent"
        )
        work.outbox.add(to_rep)
    clock.advance(rules.stops.window + DAY)
    found = alarms(core, rules).contacts
    assert {by: stop.stopped for by, stop in found.items()} == {By(Way.LETTER, "welcome_back"): Share(6, 6)}
