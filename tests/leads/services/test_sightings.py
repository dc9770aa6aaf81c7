"""What visitors do is noted once they have agreed, and comes to the lead they become."""

from datetime import timedelta
from typing import Any

import pytest

from leads.domain.behaviour import Pages, Prompt, Watching
from leads.domain.consent import ConsentState, Medium
from leads.domain.conversation import Author
from leads.domain.facts import SignalKind
from leads.domain.lead import Channel, Lead, Source
from leads.domain.ledger import totals
from leads.domain.topics import Topic
from leads.services import sightings
from leads.services.core import Core
from leads.services.errors import ConsentMissing
from leads.services.forgetting import STRANGERS_KEPT, forget
from leads.services.hearing import Spoken, hear
from leads.services.inbox import Inbound, accept_in
from leads.services.sightings import MOST_OF_A_STRANGER, Guest, Seen
from tests.leads.conftest import Clock

PROMPT = Prompt(
    "quote", text="What would you like to improve?", signal=SignalKind.QUOTE_REQUEST, asks=Topic.NEED
)
WATCHING = Watching(
    pause=timedelta(minutes=30),
    pages=Pages({SignalKind.CAREERS_PAGE: ("/careers*",), SignalKind.QUOTE_REQUEST: ("/quote",)}),
)
TALKATIVE = Watching(pause=WATCHING.pause, pages=WATCHING.pages, prompts=(PROMPT,))
ANA = Guest("v-ana", Source("campaign", {"source": "fair"}, "https://fair.example/"), "Europe/Berlin")
WORDING = "en.1: May we note which pages you look at?"


def agree(core: Core, guest: Guest = ANA, *, granted: bool = True) -> None:
    sightings.agree(core, guest, granted=granted, wording=WORDING)


def look(
    core: Core, *paths: str, guest: Guest = ANA, watching: Watching = WATCHING, **more: Any
) -> str | None:
    seen = [Seen(core.new_id()[:36], path, **more) for path in paths]
    return sightings.note(core, watching, guest, seen)


def talk(core: Core, guest: Guest = ANA) -> str:
    """They say something; the id of the lead."""
    inbound = Inbound(Channel.WIDGET, core.new_id(), guest.sender, "Hello", source=guest.source)
    with core.store.writing() as work:
        accepted = accept_in(core, work, inbound)
        if accepted.seq == 1:
            sightings.adopt(core, work, sender=guest.sender, lead_id=accepted.lead_id)
        return accepted.lead_id


def kinds(core: Core, lead_id: str) -> list[SignalKind]:
    with core.store.reading() as work:
        return [signal.kind for signal in work.facts.signals(lead_id)]


def of_stranger(core: Core, guest: Guest = ANA) -> list[SignalKind]:
    with core.store.reading() as work:
        return [signal.kind for signal in work.sightings.of_visitor(guest.sender)]


def the_lead(core: Core, lead_id: str) -> Lead:
    with core.store.reading() as work:
        lead = work.leads.get(lead_id)
    assert lead is not None
    return lead


def test_nothing_is_noted_before_they_agree(core: Core) -> None:
    with pytest.raises(ConsentMissing):
        look(core, "/pricing")
    assert of_stranger(core) == []


def test_consent_is_kept_with_its_words_its_channel_and_its_time(core: Core, clock: Clock) -> None:
    agree(core)
    agree(core)
    with core.store.reading() as work:
        assert work.consents.in_force(Medium.TRACKING, ANA.sender) is ConsentState.OPTED_IN
    lead_id = talk(core)
    clock.advance(timedelta(days=1))
    agree(core, granted=False)
    with core.store.reading() as work:
        (withdrawn,) = work.consents.of_lead(lead_id)
    assert (withdrawn.state, withdrawn.wording) == (ConsentState.OPTED_OUT, WORDING)
    assert (withdrawn.channel, withdrawn.at) == ("widget", clock.now)


def test_taking_it_back_stops_it_and_forgets_a_stranger(core: Core) -> None:
    agree(core)
    look(core, "/pricing")
    agree(core, granted=False)
    assert of_stranger(core) == []
    with pytest.raises(ConsentMissing):
        look(core, "/pricing")


def test_what_they_looked_at_before_they_talked_comes_to_their_lead(core: Core, clock: Clock) -> None:
    agree(core)
    look(core, "/", "/careers/rep")
    clock.advance(timedelta(minutes=31))
    look(core, "/pricing", data={"title": "Prices"})
    lead_id = talk(core)
    assert kinds(core, lead_id) == [
        SignalKind.PAGE_VIEW,
        SignalKind.CAREERS_PAGE,
        SignalKind.REPEAT_VISIT,
    ]
    assert of_stranger(core) == []
    with core.store.reading() as work:
        signals, ledger = work.facts.signals(lead_id), work.facts.ledger(lead_id)
    assert signals[2].data == {"path": "/pricing", "title": "Prices"}
    assert signals[0].at == clock.now - timedelta(minutes=31)
    lead = the_lead(core, lead_id)
    assert totals(ledger).interest == lead.interest == 0  # 10 − 20 + 10
    assert lead.source == ANA.source


def test_what_they_do_afterwards_comes_to_their_lead_and_counts(core: Core) -> None:
    lead_id = talk(core)
    agree(core)
    assert look(core, "/pricing", watching=TALKATIVE) is None
    assert look(core, "/quote", watching=TALKATIVE) is None  # whoever talks to us is left in peace
    assert kinds(core, lead_id) == [SignalKind.PAGE_VIEW, SignalKind.QUOTE_REQUEST]
    assert the_lead(core, lead_id).interest == 40


def test_the_same_thing_counts_once(core: Core) -> None:
    agree(core)
    seen = Seen("the-same-id", "/pricing")
    for _ in range(2):
        sightings.note(core, WATCHING, ANA, [seen, seen])
    assert of_stranger(core) == [SignalKind.PAGE_VIEW]
    lead_id = talk(core)
    sightings.note(core, WATCHING, ANA, [seen])
    assert kinds(core, lead_id) == [SignalKind.PAGE_VIEW]


def test_S07_another_visitors_ids_are_their_own(core: Core) -> None:
    bob = Guest("v-bob")
    agree(core)
    agree(core, bob)
    for guest in (ANA, bob):
        sightings.note(core, WATCHING, guest, [Seen("the-same-id", "/pricing")])
    assert of_stranger(core) == of_stranger(core, bob) == [SignalKind.PAGE_VIEW]


def test_a_form_is_a_form_wherever_it_stands(core: Core) -> None:
    agree(core)
    look(core, "/quote", kind=SignalKind.FORM_SUBMIT, data={"form": "Newsletter"})
    assert of_stranger(core) == [SignalKind.FORM_SUBMIT]


def test_a_page_that_is_looked_at_again_counts_once_a_visit(core: Core, clock: Clock) -> None:
    agree(core)
    look(core, "/pricing", "/pricing", "/")
    clock.advance(timedelta(minutes=29))
    look(core, "/pricing")
    assert of_stranger(core) == [SignalKind.PAGE_VIEW] * 2
    clock.advance(timedelta(minutes=1))
    look(core, "/pricing")
    assert of_stranger(core)[2:] == [SignalKind.REPEAT_VISIT]


def test_a_stranger_fills_no_store(core: Core) -> None:
    agree(core)
    for batch in range(MOST_OF_A_STRANGER // 20 + 2):
        look(core, *[f"/page-{batch}-{number}" for number in range(20)])
    assert len(of_stranger(core)) == MOST_OF_A_STRANGER


@pytest.mark.parametrize("late", [timedelta(0), timedelta(seconds=1)], ids=["in time", "over"])
def test_a_stranger_who_never_talks_is_forgotten(core: Core, clock: Clock, late: timedelta) -> None:
    agree(core)
    look(core, "/pricing")
    clock.advance(STRANGERS_KEPT + late)
    forget(core)
    assert len(of_stranger(core)) == (0 if late else 1)


def test_a_quote_request_is_answered_in_the_chat_and_their_answer_is_understood(core: Core) -> None:
    agree(core)
    assert look(core, "/pricing", watching=TALKATIVE) is None
    begun = look(core, "/quote", watching=TALKATIVE)
    assert begun is not None
    with core.store.reading() as work:
        conversation = work.conversations.get(begun)
        (said,) = work.conversations.messages(begun)
    assert conversation is not None
    assert (said.author, said.seq, said.text) == (Author.BOT, 1, PROMPT.text)
    assert (conversation.asking, conversation.last_seq) == (Topic.NEED, 1)
    lead = the_lead(core, conversation.lead_id)
    assert (lead.source, lead.timezone, lead.interest) == (ANA.source, ANA.timezone, 40)
    assert look(core, "/quote", watching=TALKATIVE) is None  # once
    inbound = Inbound(Channel.WIDGET, "1", ANA.sender, "slow follow-up")
    with core.store.writing() as work:
        accepted = accept_in(core, work, inbound)
    assert accepted.seq == 2
    heard = hear(core, Spoken(accepted.conversation_id, accepted.inbox_id, "slow follow-up"))
    assert Topic.NEED in heard.answered
