"""Handing leads to people: opening, claiming, giving back."""

from dataclasses import replace

from leads.domain.conversation import Author, Conversation, ConversationState, Message
from leads.domain.handoff import Handoff, HandoffReason, HandoffState
from leads.domain.lead import Channel, Lead
from leads.domain.rep import Rep
from leads.domain.sms import plainly
from leads.services.core import Core
from leads.services.errors import HandoffTaken, NotClaimed, NotFound
from leads.services.inbox import clean_text
from leads.services.ports import OutboxItem, Work
from leads.services.talks import talk_of

__all__ = ["claim", "give_back", "hand_over", "open_in", "reply"]

ACTION = "hand_over"


def open_in(
    core: Core, work: Work, lead: Lead, *, conversation_id: str | None, reason: HandoffReason
) -> bool:
    """Put the lead into the reps' queue; whether that was news. A finished handoff is opened again."""
    now = core.clock()
    handoff = Handoff(
        id=core.new_id(),
        lead_id=lead.id,
        conversation_id=conversation_id,
        reason=reason,
        state=HandoffState.OPEN,
        rep_id=None,
        created_at=now,
        updated_at=now,
    )
    if work.handoffs.add(handoff):
        return True
    earlier = work.handoffs.find(lead.id, reason)
    if earlier is None or earlier.state is not HandoffState.DONE:
        return False
    work.handoffs.save(replace(earlier, state=HandoffState.OPEN, rep_id=None, updated_at=now))
    return True


def hand_over(core: Core, *, conversation_id: str, message_id: str) -> bool:
    """They asked for a person: tell the reps. Whether that was news; the same message tells once."""
    with core.store.writing() as work:
        kept = work.effects.get(message_id, ACTION)
        if kept is not None:
            return bool(kept["news"])
        conversation, lead = talk_of(work, conversation_id)
        news = open_in(core, work, lead, conversation_id=conversation.id, reason=HandoffReason.ASKED)
        work.effects.put(message_id, ACTION, {"news": news}, at=core.clock())
        return news


def claim(core: Core, *, handoff_id: str, rep_id: str) -> Handoff:
    """Take a handoff and its conversation: from now on the bot is silent in it.

    Raises HandoffTaken when another rep has it, NotFound when it does not exist.
    """
    with core.store.writing() as work:
        handoff = work.handoffs.get(handoff_id, lock=True)
        if handoff is None:
            raise NotFound
        if handoff.state is HandoffState.CLAIMED and handoff.rep_id != rep_id:
            raise HandoffTaken(_name_of(work, handoff.rep_id))
        claimed = replace(handoff, state=HandoffState.CLAIMED, rep_id=rep_id, updated_at=core.clock())
        work.handoffs.save(claimed)
        _settle(core, work, handoff)
        work.audit(
            rep_id, "handoff.claim", lead_id=handoff.lead_id, detail={"handoff": handoff.id}, at=core.clock()
        )
        return claimed


def give_back(core: Core, *, handoff_id: str, rep_id: str) -> Handoff:
    """Close a handoff; the bot may speak in the conversation again, unless somebody else has taken it too.

    Raises HandoffTaken when another rep has it, NotFound when it does not exist.
    """
    with core.store.writing() as work:
        handoff = work.handoffs.get(handoff_id, lock=True)
        if handoff is None:
            raise NotFound
        if handoff.rep_id not in {None, rep_id}:
            raise HandoffTaken(_name_of(work, handoff.rep_id))
        done = replace(handoff, state=HandoffState.DONE, rep_id=rep_id, updated_at=core.clock())
        work.handoffs.save(done)
        _settle(core, work, handoff)
        work.audit(
            rep_id, "handoff.done", lead_id=handoff.lead_id, detail={"handoff": handoff.id}, at=core.clock()
        )
        return done


def reply(core: Core, *, conversation_id: str, rep: Rep, text: str) -> Message:
    """Say something to the visitor as a person.

    Raises NotClaimed while the bot has the conversation, HandoffTaken when another rep has.
    """
    with core.store.writing() as work:
        conversation, lead = talk_of(work, conversation_id)
        if conversation.state is not ConversationState.HUMAN:
            raise NotClaimed
        holders = _holders(work, conversation)
        if holders and rep.id not in holders:
            raise HandoffTaken(_name_of(work, holders[0]))
        now = core.clock()
        message = Message(
            conversation_id=conversation.id,
            seq=conversation.last_seq + 1,
            author=Author.REP,
            name=rep.name,
            text=clean_text(text),
            at=now,
        )
        work.conversations.add_messages([message])
        work.conversations.save(replace(conversation, last_seq=message.seq, updated_at=now))
        if conversation.channel == Channel.SMS:
            work.outbox.add(_sms(core, conversation, lead, message))
        return message


def _sms(core: Core, conversation: Conversation, lead: Lead, message: Message) -> OutboxItem:
    return OutboxItem(
        id=core.new_id(),
        kind="sms",
        key=f"rep:{conversation.id}:{message.seq}",
        recipient=conversation.sender,
        body={"text": plainly(message.text), "reply": True},
        due_at=message.at,
        created_at=message.at,
        lead_id=lead.id,
    )


def _holders(work: Work, conversation: Conversation) -> list[str | None]:
    """The reps who have taken this conversation."""
    return [
        handoff.rep_id
        for handoff in work.handoffs.of_lead(conversation.lead_id)
        if handoff.conversation_id == conversation.id and handoff.state is HandoffState.CLAIMED
    ]


def _name_of(work: Work, rep_id: str | None) -> str:
    rep = work.reps.get(rep_id or "")
    return rep.name if rep else "Somebody else"


def _settle(core: Core, work: Work, handoff: Handoff) -> None:
    """Whoever has taken the conversation speaks in it; the bot again when nobody has any more."""
    conversation = work.conversations.get(handoff.conversation_id or "", lock=True)
    if conversation is None:
        return
    state = conversation.state
    if _holders(work, conversation):
        state = ConversationState.HUMAN
    elif state is ConversationState.HUMAN:
        state = ConversationState.BOT
    work.conversations.save(replace(conversation, state=state, updated_at=core.clock()))
