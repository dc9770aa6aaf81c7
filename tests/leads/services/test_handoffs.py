"""A conversation belongs to the bot or to one person."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from leads.domain.conversation import ConversationState
from leads.domain.handoff import Handoff, HandoffReason, HandoffState
from leads.domain.lead import Channel
from leads.domain.rep import Rep
from leads.services.core import Core
from leads.services.errors import HandoffTaken, NotFound
from leads.services.handoffs import claim, give_back, hand_over
from leads.services.inbox import Accepted, Inbound, accept


@pytest.fixture
def asked(core: Core) -> Accepted:
    """Somebody who has asked for a person."""
    accepted = accept(core, Inbound(Channel.REST, external_id="m1", sender="ana", text="a person please"))
    hand_over(core, conversation_id=accepted.conversation_id, message_id="m1")
    return accepted


def handoff_of(core: Core, accepted: Accepted) -> Handoff:
    with core.store.reading() as work:
        handoff = work.handoffs.find(accepted.lead_id, HandoffReason.ASKED)
    assert handoff is not None
    return handoff


def state_of(core: Core, accepted: Accepted) -> ConversationState:
    with core.store.reading() as work:
        conversation = work.conversations.get(accepted.conversation_id)
    assert conversation is not None
    return conversation.state


def test_asking_again_tells_the_reps_once(core: Core, asked: Accepted) -> None:
    again = hand_over(core, conversation_id=asked.conversation_id, message_id="m2")
    assert again is False
    with core.store.reading() as work:
        assert len(work.handoffs.of_lead(asked.lead_id)) == 1


def test_running_the_action_again_gives_the_first_result(core: Core, asked: Accepted) -> None:
    assert hand_over(core, conversation_id=asked.conversation_id, message_id="m1") is True


def test_claiming_silences_the_bot_and_giving_back_lets_it_speak(
    core: Core, asked: Accepted, add_rep: Callable[..., Rep]
) -> None:
    rep = add_rep()
    handoff = handoff_of(core, asked)
    assert state_of(core, asked) is ConversationState.BOT
    claim(core, handoff_id=handoff.id, rep_id=rep.id)
    assert state_of(core, asked) is ConversationState.HUMAN
    done = give_back(core, handoff_id=handoff.id, rep_id=rep.id)
    assert done.state is HandoffState.DONE
    assert state_of(core, asked) is ConversationState.BOT


def test_asking_after_it_was_done_opens_it_again(
    core: Core, asked: Accepted, add_rep: Callable[..., Rep]
) -> None:
    handoff = handoff_of(core, asked)
    claim(core, handoff_id=handoff.id, rep_id=add_rep().id)
    give_back(core, handoff_id=handoff.id, rep_id="rep-1")
    assert hand_over(core, conversation_id=asked.conversation_id, message_id="m9") is True
    assert handoff_of(core, asked).state is HandoffState.OPEN


def test_s19_of_two_who_claim_at_once_one_wins_and_the_other_hears_who(
    core: Core, asked: Accepted, add_rep: Callable[..., Rep]
) -> None:
    handoff = handoff_of(core, asked)
    reps = [add_rep("rep-1").id, add_rep("rep-2").id]

    def try_to_claim(rep_id: str) -> str | HandoffTaken:
        try:
            claim(core, handoff_id=handoff.id, rep_id=rep_id)
        except HandoffTaken as taken:
            return taken
        return rep_id

    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(try_to_claim, reps))
    (winner,) = [result for result in results if isinstance(result, str)]
    (loser,) = [result for result in results if isinstance(result, HandoffTaken)]
    assert loser.by == winner.title()


def test_only_the_holder_gives_it_back(core: Core, asked: Accepted, add_rep: Callable[..., Rep]) -> None:
    handoff = handoff_of(core, asked)
    claim(core, handoff_id=handoff.id, rep_id=add_rep("rep-1").id)
    with pytest.raises(HandoffTaken):
        give_back(core, handoff_id=handoff.id, rep_id=add_rep("rep-2").id)


def test_there_is_nothing_to_claim(core: Core) -> None:
    with pytest.raises(NotFound):
        claim(core, handoff_id="none", rep_id="rep-1")
