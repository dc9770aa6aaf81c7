"""The widget's channel over plain HTTP: sessions, messages, long polls."""

import asyncio
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import httpx
import pytest

from leads.domain.lead import Lead
from leads.services.ports import LeadFilter
from tests.bot.channels.conftest import Arrive
from tests.support.chat_app import ChatApp
from tests.support.chat_client import open_session

T = TypeVar("T")


# Sessions


def test_a_stranger_gets_a_conversation_and_keeps_it(chat: ChatApp) -> None:
    first = open_session(chat.url)
    assert first["last_seq"] == 0
    assert first["state"] == "bot"
    again = open_session(chat.url, token=first["token"])
    assert again["conversation"] == first["conversation"]


@pytest.mark.parametrize(
    "token",
    ["", "nonsense", "a.b", "🦊", "\x00", "x" * 8000],
    ids=["empty", "words", "dots", "fox", "nul", "long"],
)
def test_S24_a_token_that_is_not_ours_opens_a_fresh_session(chat: ChatApp, token: str) -> None:
    session = open_session(chat.url, token=token)
    assert session["conversation"].startswith("v-")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ("{", None),
        ("[]", None),
        ("[" * 100_000, None),
        ('{"token": 7}', "token"),
        ('{"token": "' + "x" * 9000 + '"}', "token"),
        ('{"page": "x"}', "page"),
        ('{"page": {"utm": []}}', "page.utm"),
        ('{"language": "<script>"}', "language"),
    ],
    ids=["broken", "a list", "too deep", "a number", "too long", "no object", "a list of utm", "no language"],
)
def test_S02_a_session_that_makes_no_sense_is_refused_with_its_field(
    chat: ChatApp, body: str, field: str | None
) -> None:
    response = httpx.post(f"{chat.url}/chat/session", content=body)
    assert response.status_code == 400
    assert response.json()["error"].get("field") == field


def test_where_they_came_from_is_kept_with_the_lead(chat: ChatApp, arrive: Arrive) -> None:
    page = {
        "url": "https://www.friend.example/pricing",
        "title": "Pricing",
        "referrer": "https://search.example/",
        "utm": {"source": "fair", "medium": "<b>\x00card</b>"},
    }
    visitor = arrive(page=page, language="de", timezone="Europe/Berlin")
    visitor.say("Hallo")
    lead = newest_lead(chat)
    assert (lead.language, lead.timezone) == ("de", "Europe/Berlin")
    assert lead.source.referrer == "https://search.example/"
    assert dict(lead.source.utm) == {"source": "fair", "medium": "<b>card</b>"}


def newest_lead(chat: ChatApp) -> Lead:
    with chat.core.store.reading() as work:
        return work.leads.page(LeadFilter(), after=None, limit=1)[0]


# Messages


def test_a_message_is_numbered_acknowledged_and_answered(arrive: Arrive) -> None:
    visitor = arrive()
    assert visitor.say("Hello") == 1
    assert visitor.reads(2) == ["1 visitor: Hello", "2 bot: You said: Hello"]


def test_a_message_has_the_shape_of_the_protocol(chat: ChatApp, arrive: Arrive) -> None:
    visitor = arrive()
    visitor.say("Hello", client_id="client-id-1")
    visitor.reads(2)
    chat.say("Which?", buttons={"b-1": "This one"}, name="Ada")
    said, _, person = visitor.news()["messages"]
    assert said == {
        "seq": 1,
        "author": "visitor",
        "text": "Hello",
        "buttons": [],
        "at": said["at"],
        "client_id": "client-id-1",
    }
    assert person == {
        "seq": 3,
        "author": "rep",
        "name": "Ada",
        "text": "Which?",
        "buttons": [{"id": "b-1", "title": "This one"}],
        "at": person["at"],
    }
    assert person["at"].endswith("Z")


async def test_F15_the_same_message_ten_times_at_once_is_one(chat: ChatApp, arrive: Arrive) -> None:
    visitor = arrive()
    body = {"client_id": "the-same-id", "text": "Hello"}
    headers = dict(visitor.headers)
    async with httpx.AsyncClient(base_url=chat.url, headers=headers, timeout=40) as client:
        answers = await asyncio.gather(*(client.post("/chat/messages", json=body) for _ in range(10)))
    assert {(answer.status_code, answer.json()["seq"]) for answer in answers} == {(202, 1)}
    assert visitor.reads(2) == ["1 visitor: Hello", "2 bot: You said: Hello"]


def test_the_same_client_id_of_two_visitors_is_two_messages(arrive: Arrive) -> None:
    one, other = arrive(), arrive()
    one.say("From one", client_id="the-same-id")
    other.say("From another", client_id="the-same-id")
    assert one.reads(2)[0] == "1 visitor: From one"
    assert other.reads(2)[0] == "1 visitor: From another"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"client_id": "client-id", "text": "x" * 2_001}, 413, "too_long"),
        ({"client_id": "client-id"}, 400, "invalid"),
        ({"client_id": "client-id", "text": "a", "button": "b"}, 400, "invalid"),
        ({"client_id": "client-id", "text": 7}, 400, "invalid"),
        ({"client_id": "client-id", "button": "never-offered"}, 400, "unknown_button"),
        ({"client_id": "client-id", "button": "*"}, 400, "invalid"),
        ({"client_id": "../../etc", "text": "a"}, 400, "invalid"),
        ({"text": "a"}, 400, "invalid"),
        ([], 400, "bad_request"),
    ],
    ids=["long", "nothing", "both", "number", "button", "glob", "path", "no id", "list"],
)
def test_S02_a_bad_message_is_refused_and_nothing_is_stored(
    arrive: Arrive, body: object, status: int, code: str
) -> None:
    visitor = arrive()
    response = visitor.post("/chat/messages", json=body)
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)
    assert visitor.news()["messages"] == []


def test_S02_a_body_beyond_all_bounds_is_refused(arrive: Arrive) -> None:
    visitor = arrive()
    response = visitor.post("/chat/messages", json={"client_id": "client-id", "text": "x" * 1_000_000})
    assert response.status_code == 413
    assert visitor.news()["messages"] == []


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("a\x00b\x07c", "abc"),
        ("\ud800 lone", "lone"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("/restart", "/restart"),
        ("{slot} {{7*7}} <b>'; DROP TABLE leads;--", "{slot} {{7*7}} <b>'; DROP TABLE leads;--"),
        ("👩‍👩‍👧‍👦 ١٢٣ \u202egnp.exe", "👩‍👩‍👧‍👦 ١٢٣ \u202egnp.exe"),
        ("", ""),
    ],
    ids=["control characters", "lone surrogate", "lines", "slash", "templates", "other scripts", "nothing"],
)
def test_S05_S06_text_is_plain_text(arrive: Arrive, sent: str, kept: str) -> None:
    visitor = arrive()
    body = json.dumps({"client_id": "client-id", "text": sent})
    assert visitor.post("/chat/messages", content=body).status_code == 202
    assert visitor.news()["messages"][0]["text"] == kept


def test_a_choice_stands_for_its_words_also_when_it_is_no_longer_on_offer(
    chat: ChatApp, arrive: Arrive
) -> None:
    visitor = arrive()
    visitor.say("Hello")
    visitor.reads(2)
    chat.say("When?", buttons={"b-now": "Now", "b-later": "Later"})
    chat.say("Or rather, where?", buttons={"b-here": "Here"})
    for button in ("b-here", "b-later"):
        visitor.press(button)
    said = [line for line in visitor.reads(8) if "visitor" in line]
    assert sorted(said)[1:] in (
        ["5 visitor: Here", "6 visitor: Later"],
        ["5 visitor: Here", "7 visitor: Later"],
    )


def test_too_many_messages_are_asked_to_wait(chat: ChatApp, arrive: Arrive) -> None:
    visitor, other = arrive(), arrive()
    body = {"client_id": "the-same-id", "text": "Hello"}
    statuses = [visitor.post("/chat/messages", json=body) for _ in range(41)]
    assert [answer.status_code for answer in statuses] == [202] * 40 + [429]
    assert int(statuses[-1].headers["Retry-After"]) in range(1, 22)
    assert statuses[-1].json()["error"]["code"] == "slow_down"
    other.say("Not my fault")


# Long polls


def test_a_long_poll_ends_with_the_news(chat: ChatApp, arrive: Arrive) -> None:
    visitor = arrive()
    visitor.say("Hello")
    visitor.reads(2)
    ended = background(lambda: visitor.lines(after=2, wait=25))
    chat.say("News")
    assert ended() == ["3 bot: News"]


def test_a_long_poll_hears_of_the_first_message_of_all(arrive: Arrive, chat: ChatApp) -> None:
    visitor = arrive()
    ended = background(lambda: visitor.lines(wait=25))
    visitor.say("From another tab")
    assert ended()[0] == "1 visitor: From another tab"


def test_a_long_poll_tells_that_an_answer_is_coming(chat: ChatApp, arrive: Arrive) -> None:
    visitor = arrive()
    visitor.say("Hello")
    visitor.reads(2)
    before = visitor.news(after=2)
    chat.show_typing()
    during = visitor.news(after=2, wait=25, known=before["known"])
    assert (before["typing"], during["typing"], during["messages"]) == (False, True, [])
    ended = background(lambda: visitor.news(after=2, wait=25, known=during["known"]))
    chat.show_typing(False)
    assert ended()["typing"] is False


@pytest.mark.parametrize("query", ["after=-1", "after=x", "after=٣", "wait=1.5", "after=99999999999"])
def test_a_poll_that_makes_no_sense_is_refused(arrive: Arrive, query: str) -> None:
    assert arrive().get(f"/chat/messages?{query}").status_code == 400


def background(work: Callable[[], T]) -> Callable[[], T]:
    """Starts the work in a thread; calling what it gives waits for the result."""
    with_thread = ThreadPoolExecutor(1).submit(work)
    return lambda: with_thread.result(timeout=30)
