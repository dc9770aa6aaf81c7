"""What is read of many leads at once is what is read of each by itself."""

from datetime import timedelta

import pytest

from leads.domain.answers import Answer, Standing, Text
from leads.domain.booking import Booking
from leads.domain.consent import Consent, ConsentState, Medium
from leads.domain.conversation import Conversation
from leads.domain.facts import Signal, SignalKind
from leads.domain.handoff import Handoff, HandoffReason, HandoffState
from leads.domain.lead import Channel, Lead
from leads.domain.ledger import Axis, Kind, LedgerEntry
from leads.domain.rep import Rep, Role
from leads.domain.topics import Topic
from leads.services.core import Core
from leads.services.ports import Work

LEADS = ("ana", "ben", "nobody")
HALF_AN_HOUR = timedelta(minutes=30)


@pytest.fixture(autouse=True)
def filled(core: Core) -> None:
    """Two leads with two of everything, and one with nothing."""
    with core.store.writing() as work:
        work.reps.add(Rep("rep", "Rep", "rep@example.com", Role.REP, "", "UTC", {}, created_at=core.clock()))
        for lead_id in LEADS:
            work.leads.add(
                Lead(lead_id, created_at=core.clock(), updated_at=core.clock(), channel=Channel.API)
            )
        for number, lead_id in enumerate(["ana", "ben", "ana", "ben"]):
            fill(core, work, lead_id, number)


def fill(core: Core, work: Work, lead_id: str, number: int) -> None:
    now, key = core.clock() + timedelta(hours=number), f"{lead_id}-{number}"
    answer = Answer(key, Topic.NEED, Standing.GIVEN, Text(key), text=key, message_id=key, at=now)
    work.facts.add_answers(lead_id, [answer])
    work.facts.add_signal(lead_id, Signal(key, SignalKind.PAGE_VIEW, at=now))
    entry = LedgerEntry(
        id=key,
        axis=Axis.FIT,
        points=1,
        reason="",
        kind=Kind.EXPLICIT,
        source="",
        rule="",
        model="",
        at=now,
    )
    work.facts.add_ledger(lead_id, [entry])
    work.conversations.add(Conversation(key, lead_id, Channel.REST, key, created_at=now, updated_at=now))
    work.bookings.add(Booking(key, lead_id, "rep", now, now + HALF_AN_HOUR, "UTC", created_at=now))
    reason = list(HandoffReason)[number]
    work.handoffs.add(Handoff(key, lead_id, None, reason, HandoffState.OPEN, None, now, now))


@pytest.mark.parametrize(
    ("records", "one", "many"),
    [
        ("facts", "answers", "answers_of"),
        ("facts", "signals", "signals_of"),
        ("facts", "ledger", "ledgers_of"),
        ("conversations", "of_lead", "of_leads"),
        ("bookings", "of_lead", "of_leads"),
        ("handoffs", "of_lead", "of_leads"),
    ],
    ids=["answers", "signals", "ledgers", "conversations", "bookings", "handoffs"],
)
def test_many_leads_are_as_each_of_them(core: Core, records: str, one: str, many: str) -> None:
    with core.store.reading() as work:
        rows = getattr(work, records)
        found = getattr(rows, many)(LEADS)
        assert {lead_id: found[lead_id] for lead_id in LEADS} == {
            lead_id: getattr(rows, one)(lead_id) for lead_id in LEADS
        }
        assert [len(found[lead_id]) for lead_id in LEADS] == [2, 2, 0]


def test_consents_in_force_of_many_addresses(core: Core) -> None:
    said = [
        (Medium.SMS, "+49151", ConsentState.OPTED_IN),
        (Medium.SMS, "+49151", ConsentState.OPTED_OUT),
        (Medium.EMAIL, "ana@example.com", ConsentState.OPTED_IN),
    ]
    with core.store.writing() as work:
        for number, (medium, address, state) in enumerate(said):
            consent = Consent(str(number), medium, address, None, state, "", "sms", at=core.clock())
            work.consents.add(consent)
    with core.store.reading() as work:
        asked = [(Medium.SMS, "+49151"), (Medium.EMAIL, "ana@example.com"), (Medium.EMAIL, "+49151")]
        assert work.consents.all_in_force(asked) == {
            (Medium.SMS, "+49151"): ConsentState.OPTED_OUT,
            (Medium.EMAIL, "ana@example.com"): ConsentState.OPTED_IN,
        }
        assert work.consents.all_in_force([]) == {}
