"""What to do next stands on the card, ready to be used."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

from leads.domain.consent import Consent, ConsentState, Medium
from tests.support.console_app import HOT_TALK, ConsoleApp, Person


def card_of(person: Person, lead_id: str, query: str = "") -> str:
    return person.get(f"/console/leads/{lead_id}{query}").text


def panel(page: str) -> str:
    found = re.search(r'<section class="panel step".*?</section>', page, re.DOTALL)
    assert found
    return found[0]


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_the_words_are_about_the_lead_and_from_the_rep(app: ConsoleApp, person: Person) -> None:
    lead_id = app.talk(*HOT_TALK, "My name is Ana, ana@acme.example")
    text = text_of(panel(card_of(person, lead_id)))
    assert "Call now, while it is fresh." in text
    assert "this is Robin Vale from Bantam" in text
    assert "We lose leads because nobody answers them at night" in text
    assert "50,000 EUR" in text
    assert "Before you call it cold" not in text


def test_an_e_mail_is_one_click_away_unless_they_want_none(app: ConsoleApp, person: Person) -> None:
    lead_id = app.talk(*HOT_TALK)
    lead = app.change_lead(lead_id, email="ana@acme.example")
    found = re.search(r'href="(mailto:[^"]+)"', panel(card_of(person, lead_id)))
    assert found
    address = urlsplit(unescape(found[1]))
    assert address.path == "ana%40acme.example"
    letter = parse_qs(address.query)
    assert letter["subject"] == ["A short call about your plans"]
    assert "\r\n\r\n" in letter["body"][0]
    with app.core.store.writing() as work:
        refusal = Consent(
            id="c1",
            medium=Medium.EMAIL,
            address="ana@acme.example",
            lead_id=lead.id,
            state=ConsentState.OPTED_OUT,
            wording="",
            channel="widget",
            at=app.core.clock(),
        )
        work.consents.add(refusal)
    assert "mailto:" not in panel(card_of(person, lead_id))


def test_the_opener_is_written_into_the_reply_by_whoever_has_the_conversation(
    app: ConsoleApp, person: Person
) -> None:
    lead_id = app.talk(*HOT_TALK)
    assert "Use it as a reply" not in card_of(person, lead_id)
    handoff = app.hand_over(lead_id)
    person.submit(f"/console/handoffs/{handoff.id}/claim")
    page = card_of(person, lead_id)
    assert 'href="?say=opener#reply"' in page
    assert re.search(r"<textarea[^>]*></textarea>", page)
    assert re.search(r"<textarea[^>]*>Hi there, this is Robin", card_of(person, lead_id, "?say=opener"))


def test_what_has_to_be_found_out_before_anybody_is_called_cold(app: ConsoleApp, person: Person) -> None:
    lead_id = app.talk("hello")
    text = text_of(panel(card_of(person, lead_id)))
    assert "Before you call it cold, find out: need , timeframe , budget" in text
