"""The widget's channel over sockets."""

import asyncio
import json
from pathlib import Path

import pytest
from websockets.asyncio.client import connect

from leads.domain.conversation import Author
from tests.bot.channels.conftest import Arrive
from tests.support.chat_app import ChatApp
from tests.support.chat_client import Caller, close_code, receive


async def test_a_conversation_on_a_socket(chat: ChatApp, arrive: Arrive) -> None:
    async with arrive().on_socket() as socket:
        assert await receive(socket) == {"type": "welcome", "last_seq": 0, "state": "bot"}
        await socket.send(json.dumps({"type": "message", "client_id": "client-id", "text": "Hello"}))
        frames = [await receive(socket) for _ in range(3)]
        by_kind = {frame["type"]: frame for frame in frames}
        assert by_kind["ack"] == {"type": "ack", "client_id": "client-id", "seq": 1}
        messages = [(frame["seq"], frame["text"]) for frame in frames if frame["type"] == "message"]
        assert messages == [(1, "Hello"), (2, "You said: Hello")]


async def test_F20_a_socket_brings_exactly_what_was_missed(chat: ChatApp, arrive: Arrive) -> None:
    visitor = arrive()
    visitor.say("Hello")
    await asyncio.to_thread(visitor.reads, 2)
    for number in range(3, 8):
        chat.say(f"News {number}")
    async with visitor.on_socket(after=3) as socket:
        assert (await receive(socket))["last_seq"] == 7
        assert [(await receive(socket))["seq"] for _ in range(4)] == [4, 5, 6, 7]
        await socket.send(json.dumps({"type": "ping"}))
        assert await receive(socket) == {"type": "pong"}


async def test_a_socket_tells_who_has_the_conversation_and_that_an_answer_comes(
    chat: ChatApp, arrive: Arrive
) -> None:
    visitor = arrive()
    visitor.say("Hello")
    await asyncio.to_thread(visitor.reads, 2)
    async with visitor.on_socket(after=2) as socket:
        await receive(socket)
        chat.set_state("human")
        assert await receive(socket) == {"type": "state", "state": "human"}
        chat.show_typing()
        assert await receive(socket) == {"type": "typing", "on": True, "author": "bot"}
        chat.show_typing(False)
        assert await receive(socket) == {"type": "typing", "on": False, "author": "bot"}
        chat.show_typing(author=Author.REP)
        assert await receive(socket) == {"type": "typing", "on": True, "author": "rep"}
        chat.show_typing(False, author=Author.REP)


async def test_a_second_answer_is_announced_also_when_it_follows_the_first_at_once(
    chat: ChatApp, arrive: Arrive
) -> None:
    visitor = arrive()
    visitor.say("Hello")
    await asyncio.to_thread(visitor.reads, 2)
    chat.show_typing()
    async with visitor.on_socket(after=2) as socket:
        assert [(await receive(socket))["type"] for _ in range(2)] == ["welcome", "typing"]
        chat.show_typing(False)
        chat.show_typing()
        frames = [await receive(socket)]
        if not frames[-1]["on"]:
            frames.append(await receive(socket))
        assert frames[-1]["on"]
        chat.show_typing(False)


async def test_the_team_sees_that_the_visitor_writes_until_the_message_is_there(
    chat: ChatApp, arrive: Arrive
) -> None:
    visitor = arrive()
    visitor.say("Hello")
    await asyncio.to_thread(visitor.reads, 2)
    async with visitor.on_socket(after=2) as socket:
        await receive(socket)
        await socket.send('{"type": "typing"}')
        await socket.send('{"type": "ping"}')
        await receive(socket)
        assert chat.is_writing
        visitor.say("There it is")
        assert not chat.is_writing


@pytest.mark.parametrize(
    "frame",
    [
        "nonsense",
        "[]",
        b"\x00\xff",
        '{"type": "dance"}',
        '{"type": "message", "client_id": "client-id"}',
        json.dumps({"type": "message", "client_id": "client-id", "text": "x" * 2_001}),
    ],
    ids=["words", "list", "binary", "unknown", "no text", "long"],
)
async def test_S02_a_bad_frame_gets_an_error_and_the_socket_lives(
    chat: ChatApp, arrive: Arrive, frame: str | bytes
) -> None:
    async with arrive().on_socket() as socket:
        await receive(socket)
        await socket.send(frame)
        assert (await receive(socket))["type"] == "error"
        await socket.send(json.dumps({"type": "ping"}))
        assert await receive(socket) == {"type": "pong"}


@pytest.mark.parametrize(
    "hello",
    ['{"type": "hello", "token": "forged", "after": 0}', '{"type": "ping"}', "?"],
    ids=["forged", "no token", "no JSON"],
)
async def test_S07_a_socket_without_a_good_token_is_closed(chat: ChatApp, hello: str) -> None:
    async with connect(f"ws://127.0.0.1:{chat.port}/chat/socket") as socket:
        await socket.send(hello)
        assert await close_code(socket) == 4401


async def test_a_flood_of_frames_is_told_to_slow_down(chat: ChatApp, arrive: Arrive) -> None:
    async with arrive().on_socket() as socket:
        for _ in range(400):
            await socket.send('{"type": "typing"}')
        assert await close_code(socket) == 4429


async def test_F01_a_restart_sends_sockets_and_polls_away_in_good_order(tmp_path: Path) -> None:
    with ChatApp(tmp_path) as chat, Caller.arriving(chat.url) as visitor:
        poll = asyncio.create_task(asyncio.to_thread(visitor.news, wait=25))
        async with visitor.on_socket() as socket:
            assert (await receive(socket))["type"] == "welcome"
            await asyncio.to_thread(chat.stop)
            assert await close_code(socket) == 1012
        assert (await poll)["messages"] == []
