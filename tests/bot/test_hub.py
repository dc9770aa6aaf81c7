"""Who writes just now, as those who listen see it."""

import asyncio

import pytest

from bot import hub as hub_module
from bot.hub import EVERYTHING, Hub
from leads.domain.conversation import Author

TALK = "conversation"


@pytest.fixture
def hub() -> Hub:
    return Hub()


async def test_an_end_and_a_new_beginning_show_even_to_who_looks_late(hub: Hub) -> None:
    hub.set_typing(TALK, True)
    first = hub.typing(TALK, Author.BOT)
    hub.set_typing(TALK, False)
    hub.set_typing(TALK, True)
    assert hub.typing(TALK, Author.BOT) not in {None, first}


async def test_each_author_writes_alone(hub: Hub) -> None:
    hub.note_key(TALK, author=Author.VISITOR)
    assert hub.typing(TALK, Author.VISITOR) is not None
    assert hub.typing(TALK, Author.REP) is None
    assert hub.typing("another", Author.VISITOR) is None


async def test_many_keys_are_told_once(hub: Hub) -> None:
    async with hub.listening(EVERYTHING) as changed:
        hub.note_key(TALK, author=Author.VISITOR)
        assert changed.is_set()
        changed.clear()
        for _ in range(5):
            hub.note_key(TALK, author=Author.VISITOR)
        assert not changed.is_set()


async def test_a_pause_is_told(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub_module, "PAUSE", 0.0)
    async with hub.listening(TALK) as changed:
        hub.note_key(TALK, author=Author.REP)
        changed.clear()
        async with asyncio.timeout(10):
            await changed.wait()
    assert hub.typing(TALK, Author.REP) is None


async def test_a_message_ends_the_writing(hub: Hub) -> None:
    hub.note_key(TALK, author=Author.REP)
    hub.end_typing(TALK, Author.REP)
    assert hub.typing(TALK, Author.REP) is None


async def test_who_did_not_write_ends_without_a_word(hub: Hub) -> None:
    async with hub.listening(TALK) as changed:
        hub.end_typing(TALK, Author.REP)
        hub.set_typing(TALK, False)
        assert not changed.is_set()
