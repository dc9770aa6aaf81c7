"""When an action of ours fails: an apology, then a person, nothing counted twice, and on it goes."""

import asyncio
from dataclasses import replace
from datetime import datetime

import pytest

from actions import services as action_services
from bot.engine.engine import Engine
from bot.hub import Hub
from bot.turns import TurnTaker
from leads.domain.conversation import Message
from leads.domain.handoff import HandoffReason
from leads.domain.lead import Channel
from leads.services.core import Core
from leads.services.inbox import Inbound, accept


class BrokenClock(Exception):
    """What the actions of a broken core raise."""


def no_time() -> datetime:
    raise BrokenClock


def say(core: Core, engine: Engine, text: str, *, number: int, button: str | None = None) -> list[Message]:
    inbound = Inbound(Channel.REST, f"m{number}", "ana", text, button=button)
    return asyncio.run(TurnTaker(core, engine, Hub()).replies(accept(core, inbound)))


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_F23_an_action_that_fails_twice_brings_a_person_and_nothing_is_lost(
    core: Core, engine: Engine
) -> None:
    action_services.provide(replace(core, clock=no_time))
    (first,) = say(core, engine, "we need more demos", number=1)
    (second,) = say(core, engine, "hello?", number=2)
    assert first.buttons == ()
    assert [button.title for button in second.buttons] == ["Talk to a person", "Carry on"]
    with core.store.reading() as work:
        conversation = work.conversations.by_sender(Channel.REST, "ana")
        assert conversation is not None
        assert conversation.failures == 2
        assert work.handoffs.find(conversation.lead_id, HandoffReason.TROUBLE) is not None
        assert work.facts.answers(conversation.lead_id) == []
    action_services.provide(core)
    say(core, engine, "", number=3, button=second.buttons[0].id)
    with core.store.reading() as work:
        assert work.handoffs.find(conversation.lead_id, HandoffReason.ASKED) is not None
    say(core, engine, "we need more demos", number=4)
    with core.store.reading() as work:
        assert [answer.topic for answer in work.facts.answers(conversation.lead_id)] == ["need"]
