"""Handing leads to people: opening, claiming, giving back."""

from collections.abc import Iterable
from dataclasses import replace

from leads.domain.conversation import Author, Conversation, ConversationState, Message
from leads.domain.handoff import Handoff, HandoffReason, HandoffState
from leads.domain.lead import Channel, Lead, Routing
from leads.domain.rep import Rep
from leads.domain.sms import plainly
from leads.services.core import Core
from leads.services.errors import HandoffTaken, NotClaimed, NotFound
from leads.services.inbox import clean_text
from leads.services.mailing import tell_of_handoff
from leads.services.ports import OutboxItem, Work
from leads.services.talks import talk_of

__all__ = ["claim", "give_back", "hand_over", "is_held", "open_in", "reply", "step_in"]

ACTION = "hand_over"


def open_in(
    core: Core, work: Work, lead: Lead, *, conversation_id: str | None, reason: HandoffReason
) -> bool:
    """Put the lead into the reps' queue and tell them; whether that was news. A done one opens again."""
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
    if not work.handoffs.add(handoff):
        earlier = work.handoffs.find(lead.id, reason)
        if earlier is None or earlier.state is not HandoffState.DONE:
            return False
        handoff = replace(earlier, state=HandoffState.OPEN, rep_id=None, updated_at=now)
        work.handoffs.save(handoff)
    tell_of_handoff(core, work, lead, handoff)
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
    """Take a handoff and its conversation, with all that is open about it: now the bot is silent in it.

    Raises HandoffTaken when another rep has it, NotFound when it does not exist.
    """
    with core.store.writing() as work:
        return _claim_in(core, work, handoff_id, rep_id)


def step_in(core: Core, *, conversation_id: str, rep_id: str) -> Handoff:
    """Take a conversation over without being asked to, with all that is open about it.

    Raises HandoffTaken when another rep has it, ConversationNotFound when it does not exist.
    """
    with core.store.writing() as work:
        conversation, lead = talk_of(work, conversation_id)
        open_in(core, work, lead, conversation_id=conversation.id, reason=HandoffReason.STEPPED_IN)
        handoff = work.handoffs.find(lead.id, HandoffReason.STEPPED_IN)
        if handoff is None:
            raise LookupError("A handoff that has just been opened is gone.")
        return _claim_in(core, work, handoff.id, rep_id)


def give_back(core: Core, *, handoff_id: str, rep_id: str) -> Handoff:
    """Close a handoff, with all that was taken with it; the bot may speak in the conversation again.

    Doing so again changes nothing. Raises HandoffTaken when another rep has it, NotFound when there is none.
    """
    with core.store.writing() as work:
        wanted, *others = _together(work, handoff_id)
        _refuse_if_taken(work, [wanted, *others], rep_id)
        if wanted.state is HandoffState.DONE:
            return wanted
        held = [other for other in others if other.state is HandoffState.CLAIMED]
        done = _put(core, work, [wanted, *held], HandoffState.DONE, rep_id)
        _hand_conversation(core, work, wanted, ConversationState.BOT)
        _note(core, work, wanted, rep_id, "handoff.done")
        return done


def reply(core: Core, *, conversation_id: str, rep: Rep, text: str) -> Message:
    """Say something to the visitor as a person.

    Raises NotClaimed while the bot has the conversation, HandoffTaken when another rep has.
    """
    with core.store.writing() as work:
        conversation, lead = talk_of(work, conversation_id)
        if conversation.state is not ConversationState.HUMAN:
            raise NotClaimed
        _refuse_if_taken(work, _about(work, lead.id, conversation.id), rep.id)
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


def is_held(core: Core, *, conversation_id: str, rep_id: str) -> bool:
    """Whether this rep has taken the conversation, so that the visitor hears from nobody else."""
    with core.store.reading() as work:
        conversation = work.conversations.get(conversation_id)
        if conversation is None or conversation.state is not ConversationState.HUMAN:
            return False
        about = _about(work, conversation.lead_id, conversation_id)
    return any(handoff.state is HandoffState.CLAIMED and handoff.rep_id == rep_id for handoff in about)


def _claim_in(core: Core, work: Work, handoff_id: str, rep_id: str) -> Handoff:
    wanted, *others = _together(work, handoff_id)
    _refuse_if_taken(work, [wanted, *others], rep_id)
    opened = [other for other in others if other.state is HandoffState.OPEN]
    taken = _put(core, work, [wanted, *opened], HandoffState.CLAIMED, rep_id)
    _hand_conversation(core, work, wanted, ConversationState.HUMAN)
    _own(core, work, wanted.lead_id, rep_id)
    _note(core, work, wanted, rep_id, "handoff.claim")
    return taken


def _own(core: Core, work: Work, lead_id: str, rep_id: str) -> None:
    """Whoever takes a lead that nobody has keeps it."""
    lead = work.leads.get(lead_id)
    if lead is not None and lead.owner_id is None:
        routing = Routing(rule="taken", why="Taken from the queue")
        work.leads.save(replace(lead, owner_id=rep_id, routing=routing, updated_at=core.clock()))


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


def _together(work: Work, handoff_id: str) -> list[Handoff]:
    """A handoff and then the others about the same conversation; nobody else can take them, or the lead."""
    wanted = work.handoffs.get(handoff_id)
    if wanted is None:
        raise NotFound
    if wanted.conversation_id is not None:  # before the handoffs, as whoever opens one does
        work.conversations.get(wanted.conversation_id, lock=True)
    work.lock(f"handoffs:{wanted.lead_id}")
    work.leads.get(wanted.lead_id, lock=True)
    about = _about(work, wanted.lead_id, wanted.conversation_id)
    return sorted(about, key=lambda handoff: handoff.id != handoff_id)


def _about(work: Work, lead_id: str, conversation_id: str | None) -> list[Handoff]:
    of_lead = work.handoffs.of_lead(lead_id)
    return [handoff for handoff in of_lead if handoff.conversation_id == conversation_id]


def _refuse_if_taken(work: Work, handoffs: Iterable[Handoff], rep_id: str) -> None:
    for handoff in handoffs:
        if handoff.state is HandoffState.CLAIMED and handoff.rep_id != rep_id:
            holder = work.reps.get(handoff.rep_id or "")
            raise HandoffTaken(holder.name if holder else "Somebody else")


def _put(core: Core, work: Work, handoffs: Iterable[Handoff], state: HandoffState, rep_id: str) -> Handoff:
    """Put all of them into this state, in the hands of this rep; the first of them as it is now."""
    now = core.clock()
    changed = [replace(handoff, state=state, rep_id=rep_id, updated_at=now) for handoff in handoffs]
    for handoff in changed:
        work.handoffs.save(handoff)
    return changed[0]


def _hand_conversation(core: Core, work: Work, handoff: Handoff, state: ConversationState) -> None:
    """Let this side speak. A conversation that was closed stays so when it is given back."""
    conversation = work.conversations.get(handoff.conversation_id or "", lock=True)
    if conversation is None:
        return
    if state is ConversationState.BOT and conversation.state is not ConversationState.HUMAN:
        return
    work.conversations.save(replace(conversation, state=state, updated_at=core.clock()))


def _note(core: Core, work: Work, handoff: Handoff, rep_id: str, action: str) -> None:
    detail = {"handoff": handoff.id}
    work.audit(rep_id, action, lead_id=handoff.lead_id, detail=detail, at=core.clock())
