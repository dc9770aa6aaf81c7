"""What the widget tells of a visitor's way through the site, over HTTP."""

import uuid
from typing import Any

import httpx
import pytest

from leads.domain.consent import Consent, Medium
from leads.domain.facts import Signal, SignalKind
from leads.domain.lead import Channel
from tests.bot.channels.conftest import FRIEND, Arrive
from tests.support.chat_app import ChatApp
from tests.support.chat_client import Caller

WORDING = "en.1: May we note which pages you look at?"
STRANGE = "<img src=x onerror=alert(1)> \u202e{{7*7}}\x00\r\nSet-Cookie: a=b"


def view(path: str = "/pricing", **more: Any) -> dict[str, Any]:
    page = {"url": f"https://www.friend.example{path}", "title": "A page", **more}
    return {"id": str(uuid.uuid4()), "kind": "page_view", "page": page}


def tell(visitor: Caller, *signals: dict[str, Any], **headers: str) -> httpx.Response:
    return visitor.post("/chat/signals", json={"signals": signals}, headers=headers)


def decide(visitor: Caller, state: str = "granted", **headers: str) -> httpx.Response:
    return visitor.post("/chat/consent", json={"state": state, "wording": WORDING}, headers=headers)


def signals_of(chat: ChatApp, visitor: Caller) -> list[Signal]:
    """What is kept of a visitor, whether they have talked or not."""
    with chat.core.store.reading() as work:
        conversation = work.conversations.by_sender(Channel.WIDGET, visitor.conversation)
        if conversation is None:
            return work.sightings.of_visitor(visitor.conversation)
        return work.facts.signals(conversation.lead_id)


def code(response: httpx.Response) -> str:
    return str(response.json()["error"]["code"])


def test_arriving_and_talking_alone_leave_no_trace_of_pages(chat: ChatApp, arrive: Arrive) -> None:
    visitor = arrive(page={"url": "https://www.friend.example/pricing"})
    visitor.say("Hello")
    assert signals_of(chat, visitor) == []


def test_nothing_is_taken_before_they_agree_and_after_they_take_it_back(
    chat: ChatApp, arrive: Arrive
) -> None:
    visitor = arrive()
    assert (tell(visitor, view()).status_code, signals_of(chat, visitor)) == (403, [])
    assert decide(visitor).json() == {"state": "granted"}
    assert tell(visitor, view()).status_code == 204
    visitor.say("Hello")
    assert decide(visitor, "withdrawn").json() == {"state": "withdrawn"}
    refused = tell(visitor, view())
    assert (refused.status_code, code(refused)) == (403, "no_consent")
    assert len(signals_of(chat, visitor)) == 1


def test_consent_is_on_record(chat: ChatApp, arrive: Arrive) -> None:
    visitor = arrive()
    visitor.say("Hello")
    decide(visitor)
    with chat.core.store.reading() as work:
        conversation = work.conversations.by_sender(Channel.WIDGET, visitor.conversation)
        assert conversation is not None
        (kept,) = work.consents.of_lead(conversation.lead_id)
    assert isinstance(kept, Consent)
    assert (kept.medium, kept.address) == (Medium.TRACKING, visitor.conversation)
    assert (kept.wording, kept.channel, kept.state) == (WORDING, "widget", "opted_in")


@pytest.mark.parametrize("header", ["Sec-GPC", "DNT"])
def test_what_the_browser_says_stands_above_what_the_page_says(
    chat: ChatApp, arrive: Arrive, header: str
) -> None:
    visitor = arrive()
    assert code(decide(visitor, **{header: "1"})) == "do_not_track"
    decide(visitor)
    assert code(tell(visitor, view(), **{header: "1"})) == "do_not_track"
    assert decide(visitor, "withdrawn", **{header: "1"}).status_code == 200
    assert signals_of(chat, visitor) == []


def test_a_view_is_kept_without_its_query_and_comes_to_the_lead(chat: ChatApp, arrive: Arrive) -> None:
    visitor = arrive(page={"utm": {"source": "fair"}})
    decide(visitor)
    page = {
        "referrer": "https://search.example/find?q=secret#x",
        "utm": {"source": "mail"},
    }
    tell(visitor, view("/pricing?token=secret#part", **page))
    visitor.say("Hello")
    (signal,) = signals_of(chat, visitor)
    assert signal.kind is SignalKind.PAGE_VIEW
    assert signal.data == {
        "path": "/pricing",
        "title": "A page",
        "referrer": "https://search.example/find",
        "utm": {"source": "mail"},
    }
    with chat.core.store.reading() as work:
        conversation = work.conversations.by_sender(Channel.WIDGET, visitor.conversation)
        assert conversation is not None
        lead = work.leads.get(conversation.lead_id)
    assert lead is not None
    assert dict(lead.source.utm) == {"source": "fair"}  # the first touch stays


def test_S10_text_is_only_text_and_short(chat: ChatApp, arrive: Arrive) -> None:
    visitor = arrive()
    decide(visitor)
    tell(visitor, view("/x", title=STRANGE + "y" * 5_000, referrer=STRANGE, utm={STRANGE: STRANGE}))
    (signal,) = signals_of(chat, visitor)
    texts = [str(value) for value in (signal.data["title"], signal.data["referrer"], signal.data["utm"])]
    assert all(len(text) <= 800 for text in texts)
    assert not any(mark in text for text in texts for mark in ("\x00", "\r"))
    assert "<img src=x" in texts[0]


def test_a_form_is_told_by_its_name_alone(chat: ChatApp, arrive: Arrive) -> None:
    visitor = arrive()
    decide(visitor)
    tell(visitor, {**view("/contact"), "kind": "form_submit", "form": "Contact", "email": "ana@example.com"})
    (signal,) = signals_of(chat, visitor)
    assert signal.kind is SignalKind.FORM_SUBMIT
    assert signal.data == {"path": "/contact", "title": "A page", "form": "Contact"}


def test_the_same_view_told_ten_times_counts_once(chat: ChatApp, arrive: Arrive) -> None:
    visitor = arrive()
    decide(visitor)
    one = view()
    for _ in range(10):
        assert tell(visitor, one, one).status_code == 204
    assert len(signals_of(chat, visitor)) == 1


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "signals"),
        ({"signals": []}, "signals"),
        ({"signals": [view()] * 21}, "signals"),
        ({"signals": ["x"]}, "signals.0"),
        ({"signals": [view() | {"id": "x"}]}, "signals.0.id"),
        ({"signals": [view() | {"id": "*" * 20}]}, "signals.0.id"),
        ({"signals": [view() | {"kind": "quote_request"}]}, "signals.0.kind"),
        ({"signals": [view() | {"kind": "purchase"}]}, "signals.0.kind"),
        ({"signals": [view() | {"page": None}]}, "signals.0.page"),
    ],
)
def test_S02_what_makes_no_sense_is_refused_whole(
    chat: ChatApp, arrive: Arrive, body: dict[str, Any], field: str
) -> None:
    visitor = arrive()
    decide(visitor)
    refused = visitor.post("/chat/signals", json=body)
    assert (refused.status_code, refused.json()["error"]["field"]) == (400, field)
    assert signals_of(chat, visitor) == []


@pytest.mark.parametrize("body", [{}, {"state": "yes", "wording": "x"}, {"state": "granted", "wording": ""}])
def test_a_decision_needs_its_words(arrive: Arrive, body: dict[str, str]) -> None:
    assert arrive().post("/chat/consent", json=body).status_code == 400


def test_S07_a_visitor_speaks_for_nobody_else(chat: ChatApp, arrive: Arrive) -> None:
    victim, attacker = arrive(), arrive()
    decide(victim)
    victim.say("Hello")
    names = {"visitor": victim.conversation, "sender": victim.conversation, "conversation": "*"}
    attacker.post("/chat/consent", json={"state": "granted", "wording": WORDING, **names}, params=names)
    body = {"signals": [view() | names], **names}
    attacker.post("/chat/signals", json=body, params=names)
    attacker.post("/chat/consent", json={"state": "withdrawn", "wording": WORDING, **names})
    assert signals_of(chat, victim) == []
    assert tell(victim, view()).status_code == 204


@pytest.mark.parametrize("path", ["/chat/consent", "/chat/signals"])
def test_S07_without_a_token_nothing_is_kept(chat: ChatApp, path: str) -> None:
    response = httpx.post(chat.url + path, json={"state": "granted", "wording": WORDING, "signals": [view()]})
    assert (response.status_code, code(response)) == (401, "bad_token")


@pytest.mark.parametrize("path", ["/chat/consent", "/chat/signals"])
def test_S13_only_sites_on_the_list_may_tell(chat: ChatApp, path: str) -> None:
    for origin in ("https://stranger.example", "null"):
        for method in ("POST", "OPTIONS"):
            response = httpx.request(method, chat.url + path, headers={"Origin": origin}, json={})
            assert (response.status_code, "Access-Control-Allow-Origin" in response.headers) == (403, False)
    friendly = httpx.options(chat.url + path, headers={"Origin": FRIEND})
    assert friendly.headers["Access-Control-Allow-Origin"] == FRIEND


def test_a_flood_of_views_is_asked_to_wait(arrive: Arrive) -> None:
    visitor = arrive()
    decide(visitor)
    statuses = [tell(visitor, view(f"/{page}")).status_code for page in range(61)]
    assert set(statuses[:60]) == {204}
    assert statuses[60] == 429


def test_a_quote_request_is_answered_in_the_chat_at_once(chat: ChatApp, arrive: Arrive) -> None:
    visitor = arrive()
    decide(visitor)
    tell(visitor, view("/quote"))
    (said,) = visitor.news(wait=20)["messages"]
    assert said["author"] == "bot"
    assert "quote" in said["text"]
    visitor.say("We lose leads")
    assert [line.partition(" ")[0] for line in visitor.reads(3)] == ["1", "2", "3"]
