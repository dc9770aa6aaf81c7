"""A visitor reaches one conversation: their own."""

from itertools import product

import httpx
import pytest

from tests.bot.channels.conftest import Arrive
from tests.support.chat_app import ChatApp

PARAMETERS = ("conversation", "sender", "sender_id", "token", "visitor")


def test_S07_a_visitor_sees_only_their_own_conversation(arrive: Arrive) -> None:
    """Every way to name somebody else's conversation, by everybody, gives one's own or nothing."""
    visitors = [arrive() for _ in range(4)]
    for number, visitor in enumerate(visitors):
        visitor.say(f"Secret {number}")
        visitor.reads(2)
    for number, visitor in enumerate(visitors):
        others = [other.conversation for other in visitors if other is not visitor]
        names = ("*", "v-*", "1", "[a-z]", *others)
        for parameter, name, after in product(PARAMETERS, names, range(3)):
            answer = visitor.get("/chat/messages", params={parameter: name, "after": after})
            texts = [message["text"] for message in answer.json()["messages"]]
            assert texts == [f"Secret {number}", f"You said: Secret {number}"][after:]


def test_S07_a_message_goes_to_ones_own_conversation_whatever_it_says(chat: ChatApp, arrive: Arrive) -> None:
    victim, attacker = arrive(), arrive()
    victim.say("Mine")
    victim.reads(2)
    stolen = victim.conversation
    body = {"client_id": "client-id", "text": "Gotcha", **dict.fromkeys(PARAMETERS, stolen)}
    assert attacker.post("/chat/messages", json=body).status_code == 202
    assert len(victim.news()["messages"]) == 2
    assert attacker.news()["messages"][0]["text"] == "Gotcha"


def test_S07_a_button_of_somebody_else_is_unknown(chat: ChatApp, arrive: Arrive) -> None:
    victim, attacker = arrive(), arrive()
    attacker.say("Hello")
    attacker.reads(2)
    victim.say("Hello")
    victim.reads(2)
    chat.say("Which?", buttons={"b-victim": "My secret"})
    response = attacker.post("/chat/messages", json={"client_id": "client-id", "button": "b-victim"})
    assert response.json()["error"]["code"] == "unknown_button"


@pytest.mark.parametrize("header", ["", "Bearer x", "Basic eDp5", "Bearer v-1.sig"])
def test_S07_without_a_token_nothing_is_told(chat: ChatApp, header: str) -> None:
    headers = {"Authorization": header} if header else {}
    for response in (
        httpx.get(f"{chat.url}/chat/messages", headers=headers),
        httpx.post(
            f"{chat.url}/chat/messages", headers=headers, json={"client_id": "client-id", "text": "x"}
        ),
    ):
        assert response.status_code == 401
        assert response.json()["error"]["code"] == "bad_token"
