"""A conversation belongs to the bot or to one person."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from leads.domain.conversation import ConversationState
from leads.domain.handoff import Handoff, HandoffReason, HandoffState
from leads.domain.lead import Channel
from leads.domain.rep import Rep
from leads.services.core import Core
from leads.services.errors import HandoffTaken, NotClaimed, NotFound
from leads.services.handoffs import claim, give_back, hand_over, open_in, reply
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


def test_only_the_holder_writes_in_the_conversation(
    core: Core, asked: Accepted, add_rep: Callable[..., Rep]
) -> None:
    holder, other = add_rep("rep-1"), add_rep("rep-2")
    claim(core, handoff_id=handoff_of(core, asked).id, rep_id=holder.id)
    assert reply(core, conversation_id=asked.conversation_id, rep=holder, text="Hello").name == holder.name
    with pytest.raises(HandoffTaken) as refused:
        reply(core, conversation_id=asked.conversation_id, rep=other, text="Hello too")
    assert refused.value.by == holder.name


def test_nobody_writes_while_the_bot_has_it(core: Core, asked: Accepted, add_rep: Callable[..., Rep]) -> None:
    with pytest.raises(NotClaimed):
        reply(core, conversation_id=asked.conversation_id, rep=add_rep(), text="Hello")


@pytest.fixture
def hot_too(core: Core, asked: Accepted) -> Handoff:
    """A second handoff about the same conversation."""
    with core.store.writing() as work:
        lead = work.leads.get(asked.lead_id)
        assert lead is not None
        open_in(core, work, lead, conversation_id=asked.conversation_id, reason=HandoffReason.HOT)
        hot = work.handoffs.find(asked.lead_id, HandoffReason.HOT)
    assert hot is not None
    return hot


def states_of(core: Core, accepted: Accepted) -> set[HandoffState]:
    with core.store.reading() as work:
        return {handoff.state for handoff in work.handoffs.of_lead(accepted.lead_id)}


def test_all_that_is_open_about_a_conversation_is_taken_and_given_back_together(
    core: Core, asked: Accepted, hot_too: Handoff, add_rep: Callable[..., Rep]
) -> None:
    rep = add_rep()
    claim(core, handoff_id=hot_too.id, rep_id=rep.id)
    assert states_of(core, asked) == {HandoffState.CLAIMED}
    give_back(core, handoff_id=handoff_of(core, asked).id, rep_id=rep.id)
    assert states_of(core, asked) == {HandoffState.DONE}
    assert state_of(core, asked) is ConversationState.BOT


def test_a_conversation_has_one_holder_whatever_else_comes_up(
    core: Core, asked: Accepted, add_rep: Callable[..., Rep], request: pytest.FixtureRequest
) -> None:
    holder, other = add_rep("rep-1"), add_rep("rep-2")
    claim(core, handoff_id=handoff_of(core, asked).id, rep_id=holder.id)
    hot_too: Handoff = request.getfixturevalue("hot_too")
    for act in (claim, give_back):
        with pytest.raises(HandoffTaken) as refused:
            act(core, handoff_id=hot_too.id, rep_id=other.id)
        assert refused.value.by == holder.name


def test_s19_two_who_claim_both_at_once_do_not_wait_for_each_other(
    core: Core, asked: Accepted, hot_too: Handoff, add_rep: Callable[..., Rep]
) -> None:
    wanted = {add_rep("rep-1").id: hot_too.id, add_rep("rep-2").id: handoff_of(core, asked).id}

    def try_to_claim(rep_id: str) -> bool:
        try:
            claim(core, handoff_id=wanted[rep_id], rep_id=rep_id)
        except HandoffTaken:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(try_to_claim, wanted)) == [False, True]


def test_giving_back_again_changes_nothing(core: Core, asked: Accepted, add_rep: Callable[..., Rep]) -> None:
    handoff, rep = handoff_of(core, asked), add_rep()
    claim(core, handoff_id=handoff.id, rep_id=rep.id)
    done = give_back(core, handoff_id=handoff.id, rep_id=rep.id)
    assert give_back(core, handoff_id=handoff.id, rep_id=add_rep("rep-2").id) == done


def test_a_closed_conversation_is_not_opened_by_giving_it_back(
    core: Core, asked: Accepted, add_rep: Callable[..., Rep]
) -> None:
    with core.store.writing() as work:
        conversation = work.conversations.get(asked.conversation_id)
        assert conversation is not None
        work.conversations.save(replace(conversation, state=ConversationState.CLOSED))
    give_back(core, handoff_id=handoff_of(core, asked).id, rep_id=add_rep().id)
    assert state_of(core, asked) is ConversationState.CLOSED
