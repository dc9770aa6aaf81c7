"""Who says hello is told from who says hello again."""

import pytest

from leads.domain.lead import Channel
from leads.services.core import Core
from leads.services.errors import ConversationNotFound
from leads.services.greeting import is_back
from leads.services.inbox import Accepted, Inbound, accept
from leads.services.turns import Uttered, begin, finish


def write(core: Core, number: int, *, sender: str = "visitor") -> Accepted:
    return accept(core, Inbound(Channel.REST, f"m{number}", sender, "hello"))


def answer(core: Core, accepted: Accepted) -> None:
    turn = begin(core, accepted.conversation_id)
    assert turn is not None
    finish(core, turn, [Uttered("Hi.")], events=[])


def test_whoever_writes_for_the_first_time_is_new(core: Core) -> None:
    assert not is_back(core, write(core, 1).conversation_id)


def test_whoever_was_answered_before_is_back(core: Core) -> None:
    answer(core, write(core, 1))

    assert is_back(core, write(core, 2).conversation_id)


def test_another_visitor_is_still_new(core: Core) -> None:
    answer(core, write(core, 1))

    assert not is_back(core, write(core, 2, sender="another").conversation_id)


def test_a_conversation_has_to_exist(core: Core) -> None:
    with pytest.raises(ConversationNotFound):
        is_back(core, "nowhere")
