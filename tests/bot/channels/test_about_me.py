"""What we know about a visitor, for that visitor: shown, put right, taken away, erased."""

from itertools import product
from typing import Any

import httpx
import pytest

from leads.domain.answers import Standing
from leads.domain.lead import Channel, Lead
from leads.domain.ledger import totals
from leads.domain.topics import Topic
from leads.services.errors import LeadNotFound
from leads.services.hearing import Spoken, hear
from leads.services.views import view
from tests.bot.channels.conftest import FRIEND, Arrive
from tests.support.chat_app import ChatApp
from tests.support.chat_client import Caller

NEED = "We lose leads because nobody answers at night"
BUDGET = "about 50k euros"
PATHS = (
    ("GET", "/chat/me"),
    ("POST", "/chat/me/correct"),
    ("POST", "/chat/me/forget"),
    ("POST", "/chat/me/erase"),
)


def about(visitor: Caller) -> dict[str, Any]:
    response = visitor.get("/chat/me")
    assert (response.status_code, response.headers["Cache-Control"]) == (200, "no-store")
    found: dict[str, Any] = response.json()
    return found


def answers(known: dict[str, Any]) -> dict[str, str]:
    return {answer["topic"]: answer["value"] for answer in known["answers"]}


def tell(chat: ChatApp, visitor: Caller, *texts: str) -> str:
    """They say this, and it is understood; the id of their lead."""
    for text in texts:
        seq = visitor.say(text)
        with chat.core.store.reading() as work:
            conversation = work.conversations.by_sender(Channel.WIDGET, visitor.conversation)
            assert conversation is not None
            said = work.conversations.messages(conversation.id, after=seq - 1, limit=1)[0]
        hear(chat.core, Spoken(conversation.id, str(said.inbox_id), text))
    return conversation.lead_id


def lead_of(chat: ChatApp, lead_id: str) -> Lead:
    return view(chat.core, lead_id).lead


def assert_the_ledger_is_the_score(chat: ChatApp, lead_id: str) -> None:
    with chat.core.store.reading() as work:
        scores = totals(work.facts.ledger(lead_id))
    lead = lead_of(chat, lead_id)
    assert (scores.fit, scores.interest) == (lead.fit, lead.interest)


def test_a_stranger_hears_that_there_is_nothing(arrive: Arrive) -> None:
    known = about(arrive())
    assert (known["answers"], known["noticed"], known["may_note"]) == ([], [], False)


def test_every_answer_is_told_with_its_words_and_where_it_came_from(chat: ChatApp, arrive: Arrive) -> None:
    visitor = arrive(
        page={"referrer": "https://search.example/", "utm": {"source": "fair"}}, timezone="Asia/Tokyo"
    )
    tell(chat, visitor, NEED, BUDGET)
    known = about(visitor)
    budget = next(answer for answer in known["answers"] if answer["topic"] == "budget")
    assert budget["value"] == "50,000 EUR"
    assert (budget["words"], budget["origin"], budget["kind"]) == (BUDGET, "said", "explicit")
    assert budget["at"].endswith("Z")
    assert known["source"] == {
        "referrer": "https://search.example/",
        "utm": {"source": "fair"},
        "timezone": "Asia/Tokyo",
    }


def test_what_we_noticed_is_told_and_can_be_taken_away(chat: ChatApp, arrive: Arrive) -> None:
    visitor = arrive()
    visitor.post("/chat/consent", json={"state": "granted", "wording": "May we?"})
    page = {"url": "https://www.friend.example/pricing", "title": "Prices"}
    seen = {"id": "view-number-1", "kind": "page_view", "page": page}
    visitor.post("/chat/signals", json={"signals": [seen]})
    assert about(visitor)["noticed"][0]["path"] == "/pricing"
    lead_id = tell(chat, visitor, NEED)
    known = about(visitor)
    (noticed,) = known["noticed"]
    assert (noticed["what"], noticed["title"], noticed["kind"]) == ("page_view", "Prices", "implicit")
    assert known["may_note"] is True
    before = lead_of(chat, lead_id).interest
    after = visitor.post("/chat/me/forget", json={"signal": noticed["id"]}).json()
    assert after["noticed"] == []
    assert lead_of(chat, lead_id).interest == before - 10
    assert_the_ledger_is_the_score(chat, lead_id)


def test_an_answer_put_right_goes_the_way_of_a_correction(chat: ChatApp, arrive: Arrive) -> None:
    visitor = arrive()
    lead_id = tell(chat, visitor, NEED, BUDGET)
    assert lead_of(chat, lead_id).fit == 30
    response = visitor.post("/chat/me/correct", json={"topic": "budget", "text": "only 900 euros"})
    known = response.json()
    assert answers(known)["budget"] == "900 EUR"
    assert next(answer for answer in known["answers"] if answer["topic"] == "budget")["origin"] == "here"
    assert lead_of(chat, lead_id).fit == 0
    with chat.core.store.reading() as work:
        points = [line.points for line in work.facts.ledger(lead_id) if line.rule.startswith("budget")]
    assert points == [30, -30]
    assert_the_ledger_is_the_score(chat, lead_id)


@pytest.mark.parametrize(
    ("topic", "text"),
    [("budget", "bananas"), ("email", "no address"), ("timeframe", "???"), ("employees", "blue")],
)
def test_words_that_say_nothing_change_nothing(chat: ChatApp, arrive: Arrive, topic: str, text: str) -> None:
    visitor = arrive()
    tell(chat, visitor, BUDGET)
    refused = visitor.post("/chat/me/correct", json={"topic": topic, "text": text})
    assert (refused.status_code, refused.json()["error"]["field"]) == (400, topic)
    assert answers(about(visitor))["budget"] == "50,000 EUR"


def test_an_answer_taken_away_is_gone_and_not_asked_for_again(chat: ChatApp, arrive: Arrive) -> None:
    visitor = arrive()
    lead_id = tell(chat, visitor, NEED, BUDGET, "ana@acme.example")
    known = visitor.post("/chat/me/forget", json={"topic": "budget"}).json()
    known = visitor.post("/chat/me/forget", json={"topic": "email"}).json()
    assert {"budget", "email"}.isdisjoint(answers(known))
    assert lead_of(chat, lead_id).email is None
    with chat.core.store.reading() as work:
        kept = [answer for answer in work.facts.answers(lead_id) if answer.topic is Topic.BUDGET]
        reasons = " ".join(line.reason for line in work.facts.ledger(lead_id))
        assert work.leads.by_identity("email", "ana@acme.example") is None
    assert [(answer.standing, answer.text) for answer in kept] == [(Standing.DECLINED, "")]
    assert "50,000" not in reasons
    assert_the_ledger_is_the_score(chat, lead_id)


def test_everything_can_be_erased_and_the_next_word_begins_anew(chat: ChatApp, arrive: Arrive) -> None:
    visitor = arrive()
    lead_id = tell(chat, visitor, NEED, BUDGET)
    assert visitor.post("/chat/me/erase").status_code == 204
    with pytest.raises(LeadNotFound):
        view(chat.core, lead_id)
    assert about(visitor)["answers"] == []
    assert visitor.news()["messages"] == []
    assert visitor.say("Hello again") == 1


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("correct", {}),
        ("correct", {"topic": "shoe size", "text": "43"}),
        ("correct", {"topic": "budget", "text": ""}),
        ("correct", {"topic": "budget", "text": "\x00"}),
        ("correct", {"topic": "budget", "text": "x" * 501}),
        ("forget", {}),
        ("forget", {"topic": "budget", "signal": "x"}),
        ("forget", {"signal": "x" * 65}),
    ],
)
def test_S02_what_makes_no_sense_is_refused(arrive: Arrive, path: str, body: dict[str, str]) -> None:
    assert arrive().post(f"/chat/me/{path}", json=body).status_code == 400


def test_before_the_first_word_there_is_nothing_to_change(arrive: Arrive) -> None:
    visitor = arrive()
    for path, body in (("correct", {"topic": "budget", "text": "5k"}), ("forget", {"topic": "budget"})):
        assert visitor.post(f"/chat/me/{path}", json=body).status_code == 404
    assert visitor.post("/chat/me/erase").status_code == 204


@pytest.mark.parametrize(("method", "path"), PATHS)
@pytest.mark.parametrize("header", ["", "Bearer x", "Basic eDp5", "Bearer v-1.sig"])
def test_S07_without_a_token_nothing_is_told_or_done(
    chat: ChatApp, method: str, path: str, header: str
) -> None:
    headers = {"Authorization": header} if header else {}
    response = httpx.request(method, chat.url + path, headers=headers, json={"topic": "budget", "text": "1"})
    assert (response.status_code, response.json()["error"]["code"]) == (401, "bad_token")


@pytest.mark.parametrize(("method", "path"), PATHS)
def test_S13_only_sites_on_the_list_may_ask(chat: ChatApp, arrive: Arrive, method: str, path: str) -> None:
    visitor = arrive()
    for origin in ("https://stranger.example", "null"):
        refused = visitor.request(method, path, headers={"Origin": origin}, json={})
        assert (refused.status_code, "Access-Control-Allow-Origin" in refused.headers) == (403, False)
    friendly = httpx.options(chat.url + path, headers={"Origin": FRIEND})
    assert friendly.headers["Access-Control-Allow-Origin"] == FRIEND


def test_S07_whatever_is_named_it_is_ones_own(chat: ChatApp, arrive: Arrive) -> None:
    victim, attacker = arrive(), arrive()
    lead_id = tell(chat, victim, NEED, BUDGET)
    tell(chat, attacker, "I am somebody else, with 5k")
    before = about(victim)
    names = ("conversation", "sender", "lead", "token")
    for name, value in product(names, (victim.conversation, lead_id, "v-*")):
        body = {"topic": "budget", "text": "only 1 euro", name: value}
        attacker.get("/chat/me", params={name: value})
        attacker.post("/chat/me/correct", json=body, params={name: value})
        attacker.post("/chat/me/forget", json={"topic": "need", name: value}, params={name: value})
    assert attacker.post("/chat/me/erase", json={"sender": victim.conversation}).status_code == 204
    assert about(victim) == before
