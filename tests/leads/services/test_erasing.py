"""Erasing a person leaves nothing of them, anywhere; STOP holds."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from leads.domain.behaviour import Pages, Watching
from leads.domain.consent import Consent, ConsentState, Medium
from leads.domain.conversation import ConversationState
from leads.domain.facts import Signal, SignalKind
from leads.domain.handoff import HandoffReason
from leads.domain.lead import Channel, Source
from leads.domain.rep import Rep
from leads.services import booking, erasing, handoffs, sightings, turns
from leads.services.core import Core
from leads.services.errors import ConversationNotFound, LeadNotFound
from leads.services.hearing import Spoken, hear
from leads.services.inbox import Accepted, Inbound, accept
from leads.services.ports import Dialogue, OutboxItem, Remembered
from leads.services.sightings import Guest, Seen
from leads.services.texting import KeywordReplies, receive
from leads.services.turns import TurnLost, Uttered
from leads.store import schema
from leads.store.database import Database
from leads.store.unit_of_work import SqlStore

PHONE = "+4915112345678"
CANARY = "canary"
NUMBERS = (CANARY, "4915112345678")
STOPPED = KeywordReplies(stop="Stopped.", start="Started.", help="Help.")


def says(core: Core, text: str, *, sender: str, channel: Channel = Channel.WIDGET) -> Accepted:
    """They say this, the bot says it back."""
    source = Source("campaign", {"source": "Canary"}, "https://canary.example/")
    accepted = accept(core, Inbound(channel, core.new_id(), sender, text, source=source))
    turn = turns.begin(core, accepted.conversation_id)
    assert turn is not None
    hear(core, Spoken(accepted.conversation_id, accepted.inbox_id, text))
    turns.finish(
        core, turn, [Uttered(f"You said {text}", ((f"Canary {text}", text),))], events=[{"text": text}]
    )
    return accepted


def a_person(core: Core, rep: Rep) -> str:
    """Somebody of whom there is a canary in every table that could hold one; the id of their lead."""
    talk = says(core, "I'm Canary Jones, canary@canary.example, and we lose canaries", sender="v-canary")
    lead_id, conversation_id = talk.lead_id, talk.conversation_id
    slots = booking.offer_slots(core, lead_id)
    booking.book(core, lead_id, slot_id=slots[0].id)
    handoffs.claim(core, handoff_id=_open(core, lead_id, conversation_id), rep_id=rep.id)
    handoffs.reply(core, conversation_id=conversation_id, rep=rep, text="Hello Canary")
    guest = Guest("v-canary")
    sightings.agree(core, guest, granted=True, wording="Canary, may we?")
    with core.store.writing() as work:
        now = core.clock()
        work.facts.add_signal(lead_id, Signal("s-1", SignalKind.PAGE_VIEW, now, {"title": "Canary"}))
        work.leads.identify(lead_id, "phone", PHONE, verified=False, at=now)
        work.sightings.add("v-canary", Signal("s-2", SignalKind.PAGE_VIEW, now, {"title": "Canary"}))
        work.dialogues.save(Dialogue(conversation_id, [{"slot": "Canary"}], 7))
        work.audit("api", "lead.change", lead_id=lead_id, detail={"name": "Canary"}, at=now)
        for number, owner in enumerate((lead_id, None)):
            work.outbox.add(_text(core, f"m-{number}", owner))
        work.effects.put(talk.inbox_id, "say", {"summary": "Canary"}, at=now)
        answer = Remembered("hash", 200, {"id": lead_id, "name": "Canary"})
        work.idempotency.put("key", answer, at=now)
        work.outbox.record_status("SM-canary", "delivered", error="canary", at=now)
        work.consents.add(
            _consent(core, lead_id, Medium.EMAIL, "canary@canary.example", ConsentState.OPTED_IN)
        )
    return lead_id


def _open(core: Core, lead_id: str, conversation_id: str) -> str:
    with core.store.writing() as work:
        lead = work.leads.get(lead_id)
        assert lead is not None
        handoffs.open_in(core, work, lead, conversation_id=conversation_id, reason=HandoffReason.ASKED)
        handoff = work.handoffs.find(lead_id, HandoffReason.ASKED)
    assert handoff is not None
    return handoff.id


def _text(core: Core, name: str, lead_id: str | None) -> OutboxItem:
    now = core.clock()
    body = {"text": "Hello Canary"}
    return OutboxItem(
        name, "sms", name, PHONE, body, now, now, lead_id, provider_id="SM-canary" if lead_id else None
    )


def _consent(core: Core, lead_id: str | None, medium: Medium, address: str, state: ConsentState) -> Consent:
    return Consent(core.new_id(), medium, address, lead_id, state, "Canary said so", "widget", core.clock())


def found_in(database: Database, words: tuple[str, ...] = NUMBERS) -> list[str]:
    """The tables that hold any of these words, in any column."""
    with database.reading() as connection:
        rows = {
            table.name: json.dumps([list(row) for row in connection.execute(sa.select(table))], default=str)
            for table in schema.metadata.sorted_tables
        }
    return [name for name, text in rows.items() if any(word in text.lower() for word in words)]


def in_force(core: Core, medium: Medium, address: str) -> ConsentState:
    with core.store.reading() as work:
        return work.consents.in_force(medium, address)


def test_G01_nothing_is_left_of_whoever_is_erased(
    core: Core, database: Database, add_rep: Callable[..., Rep]
) -> None:
    lead_id = a_person(core, add_rep())
    everywhere = {
        *("answers", "consents", "conversations", "dialogues", "effects", "idempotency", "identities"),
        *("inbox", "leads", "messages", "outbox", "signals", "sightings", "sms_statuses", "audit"),
    }
    assert everywhere <= set(found_in(database))
    erasing.erase(core, lead_id, actor="rep-1")
    assert found_in(database) == []
    assert found_in(database, (lead_id,)) == ["audit"]
    with database.reading() as connection:
        lines = connection.execute(sa.select(schema.audit).where(schema.audit.c.lead_id == lead_id)).all()
    assert [(line.actor, line.action, line.at) for line in lines][-1] == (
        "rep-1",
        "lead.erase",
        core.clock(),
    )
    assert all(line.detail == {} for line in lines)
    with pytest.raises(LeadNotFound):
        erasing.erase(core, lead_id, actor="rep-1")


def test_nothing_of_anybody_else_is_touched(
    core: Core, database: Database, add_rep: Callable[..., Rep]
) -> None:
    rep = add_rep()
    says(core, "I'm Kim Finch, kim@finch.example", sender="v-finch")
    before = found_in(database, ("finch",))
    erasing.erase(core, a_person(core, rep), actor="api")
    assert found_in(database, ("finch",)) == before


def test_G01_STOP_is_honoured_for_ever(core: Core, database: Database) -> None:
    keyed = SqlStore(database, key="a secret")
    core = replace(core, store=keyed)
    stop = Inbound(Channel.SMS, "SM1", PHONE, "STOP")
    accepted = receive(core, stop, replies=STOPPED)
    erasing.erase(core, accepted.lead_id, actor="api")
    assert found_in(database) == []
    assert in_force(core, Medium.SMS, PHONE) is ConsentState.OPTED_OUT
    assert in_force(core, Medium.SMS, "+4915100000000") is ConsentState.UNKNOWN
    assert (
        in_force(replace(core, store=SqlStore(database, key="another")), Medium.SMS, PHONE)
        is ConsentState.UNKNOWN
    )
    again = receive(core, Inbound(Channel.SMS, "SM2", PHONE, "START"), replies=STOPPED)
    assert in_force(core, Medium.SMS, PHONE) is ConsentState.OPTED_IN
    erasing.erase(core, again.lead_id, actor="api")
    assert in_force(core, Medium.SMS, PHONE) is ConsentState.UNKNOWN  # neither the refusal nor the person


def test_a_refusal_that_somebody_else_gave_for_the_same_address_stays_theirs(core: Core) -> None:
    one = says(core, "mail me: team@acme.example", sender="v-one").lead_id
    two = says(core, "mail me: team@acme.example", sender="v-two").lead_id
    with core.store.writing() as work:
        refusal = _consent(core, two, Medium.EMAIL, "team@acme.example", ConsentState.OPTED_OUT)
        work.consents.add(refusal)
    erasing.erase(core, one, actor="api")
    assert in_force(core, Medium.EMAIL, "team@acme.example") is ConsentState.OPTED_OUT
    with core.store.reading() as work:
        assert work.consents.of_lead(two) == [refusal]


def test_G02_a_turn_that_runs_meanwhile_keeps_nothing(core: Core, database: Database) -> None:
    accepted = accept(core, Inbound(Channel.WIDGET, "1", "v-canary", "I'm Canary Jones"))
    turn = turns.begin(core, accepted.conversation_id)
    assert turn is not None
    erasing.erase(core, accepted.lead_id, actor="visitor")
    with pytest.raises(ConversationNotFound):
        hear(core, Spoken(accepted.conversation_id, accepted.inbox_id, "I'm Canary Jones"))
    with pytest.raises(TurnLost):
        turns.finish(core, turn, [Uttered("Hello Canary")], events=[])
    assert found_in(database) == []


def test_G02_a_text_on_its_way_leaves_no_trace(core: Core, database: Database) -> None:
    lead_id = says(core, "Hello", sender=PHONE, channel=Channel.SMS).lead_id
    with core.store.writing() as work:
        now = core.clock()
        (item,) = work.outbox.claim("sms", now=now, until=now + timedelta(minutes=1), limit=5)
    erasing.erase(core, lead_id, actor="api")
    with core.store.writing() as work:
        work.outbox.mark(item)
    assert found_in(database) == []


def test_whoever_writes_again_is_somebody_new(core: Core) -> None:
    before = says(core, "Hello", sender="v-1")
    erasing.erase_visitor(core, "v-1")
    after = says(core, "Hello again", sender="v-1")
    assert (after.seq, after.is_new) == (1, True)
    assert after.lead_id != before.lead_id


def test_a_visitor_who_never_talked_can_be_erased_too(core: Core, database: Database) -> None:
    guest = Guest("v-canary")
    sightings.agree(core, guest, granted=True, wording="May we?")
    watching = Watching(timedelta(minutes=30), Pages({}))
    sightings.note(core, watching, guest, [Seen("view-one", "/canary")])
    assert erasing.erase_visitor(core, "v-canary") is None
    assert found_in(database) == []


def test_erasing_while_a_person_has_the_conversation(core: Core, add_rep: Callable[..., Rep]) -> None:
    lead_id = a_person(core, add_rep())
    with core.store.reading() as work:
        (conversation,) = work.conversations.of_lead(lead_id)
    assert conversation.state is ConversationState.HUMAN
    assert erasing.erase_visitor(core, "v-canary") == lead_id
