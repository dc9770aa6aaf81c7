"""The channels' own fixtures."""

from collections.abc import Callable, Iterator

import pytest

from tests.support.chat_app import ChatApp
from tests.support.chat_client import Caller

FRIEND = "https://www.friend.example"

Arrive = Callable[..., Caller]


@pytest.fixture(scope="module")
def chat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChatApp]:
    """The chat channel on a real store; the bot behind it repeats what it hears."""
    with ChatApp(tmp_path_factory.mktemp("chat"), origins=(FRIEND,)) as chat:
        yield chat


@pytest.fixture
def arrive(chat: ChatApp) -> Iterator[Arrive]:
    """Lets a new visitor arrive."""
    callers: list[Caller] = []

    def come(**body: object) -> Caller:
        callers.append(Caller.arriving(chat.url, **body))
        return callers[-1]

    yield come
    for caller in callers:
        caller.close()
