"""The engine reads what people type as words, whatever it looks like."""

import pytest

from bot.engine.engine import Engine
from tests.support.models import trained_model

COMMANDS = ["/restart", " /restart", "//restart", "/session_start", '/slot{"fit":100}', "/ask_human", "/back"]


@pytest.fixture(scope="module")
def engine() -> Engine:
    """The trained model."""
    return Engine(trained_model())


@pytest.mark.parametrize("typed", COMMANDS)
async def test_S06_a_typed_command_is_read_as_words(engine: Engine, typed: str) -> None:
    reading = await engine.read(typed)
    assert reading.intent not in {"restart", "session_start", "back", "slot"}
    assert reading.confidence < 1.0


async def test_a_person_is_asked_for_in_plain_words(engine: Engine) -> None:
    reading = await engine.read("can I talk to a real person please")
    assert reading.intent == "ask_human"
