"""What a prospect can count on, talk by talk: the ten promises of *Conversation*, on the trained model."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from actions import services as action_services
from bot.engine.engine import Engine
from leads.services.core import Core
from leads.services.team import found_team
from tests.conversations.playing import Player, Talk, Wordings, responses_by_text, talks_in

PROMISES = sorted((Path(__file__).parent / "promises").glob("*.yml"))
TALKS = [talk for file in PROMISES for talk in talks_in(file)]


@pytest.fixture
def wordings(responses: dict[str, list[dict[str, Any]]]) -> Wordings:
    return responses_by_text(responses)


@pytest.fixture
def product(core: Core) -> Core:
    """The core with two reps and their calendars, behind the actions."""
    found_team(core, hash_password=lambda _: "", password="")
    action_services.provide(core)
    return core


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk.name)
def test_promise(talk: Talk, product: Core, engine: Engine, wordings: Wordings) -> None:
    asyncio.run(Player(product, engine, wordings=wordings).play(talk))


def test_every_promise_has_its_talks() -> None:
    assert [file.stem[:2] for file in PROMISES] == [f"{number:02}" for number in range(1, 11)]
