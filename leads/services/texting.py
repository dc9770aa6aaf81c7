"""Texts that come in: a wish to stop, start or know who we are is honoured before anything else reads it."""

from dataclasses import dataclass, replace
from typing import assert_never

from leads.domain.consent import Consent, ConsentState, Medium
from leads.domain.conversation import Author, Conversation, ConversationState, Message
from leads.domain.opt_out import OptKeyword, classify
from leads.domain.topics import Topic
from leads.services.core import Core
from leads.services.inbox import Accepted, Inbound, accept_in, clean_text
from leads.services.ports import Dialogue, OutboxItem, Work

__all__ = ["KeywordReplies", "receive"]


@dataclass(frozen=True, slots=True)
class KeywordReplies:
    """What is texted back to STOP, to START and to HELP."""

    stop: str
    start: str
    help: str

    def to(self, keyword: OptKeyword) -> str:
        """The reply to this keyword."""
        return {OptKeyword.STOP: self.stop, OptKeyword.START: self.start, OptKeyword.HELP: self.help}[keyword]


def receive(
    core: Core, inbound: Inbound, *, replies: KeywordReplies, answered: OptKeyword | None = None
) -> Accepted:
    """Take in a text, once. A keyword is honoured here and needs no turn; all else waits for its turn.

    `answered` is the keyword that the carrier recognised and has answered itself: then we say nothing.
    """
    with core.store.writing() as work:
        work.lock(f"texts:{inbound.sender}")
        was_out = work.consents.in_force(Medium.SMS, inbound.sender) is ConsentState.OPTED_OUT
        keyword = answered or classify(inbound.text, opted_out=was_out)
        if keyword is None:
            return accept_in(core, work, inbound)
        accepted = accept_in(core, work, inbound, state="done")
        if accepted.is_new:
            is_confirmed = answered is not None or (keyword is OptKeyword.STOP and was_out)
            reply = None if is_confirmed else replies.to(keyword)
            _honour(core, work, accepted, inbound, keyword=keyword, reply=reply)
        return accepted


def _honour(
    core: Core, work: Work, accepted: Accepted, inbound: Inbound, *, keyword: OptKeyword, reply: str | None
) -> None:
    conversation = work.conversations.get(accepted.conversation_id, lock=True)
    if conversation is None:
        raise LookupError("A conversation that has just taken a message in is gone.")
    match keyword:
        case OptKeyword.STOP:
            work.consents.add(_consent(core, accepted, inbound, ConsentState.OPTED_OUT))
            _forget_dialogue(work, conversation)
            # Whoever comes back may answer what was asked last; times that were offered are old by then.
            asking = None if conversation.asking is Topic.SLOT else conversation.asking
            closed = replace(conversation, state=ConversationState.CLOSED, tries=0, offered=())
            conversation = replace(closed, asking=asking)
        case OptKeyword.START:
            work.consents.add(_consent(core, accepted, inbound, ConsentState.OPTED_IN))
            if conversation.state is ConversationState.CLOSED:
                conversation = replace(conversation, state=ConversationState.BOT)
        case OptKeyword.HELP:
            pass
        case _:
            assert_never(keyword)
    if reply is not None:
        conversation = _replied(core, work, accepted, conversation, reply)
    work.conversations.save(conversation)


def _consent(core: Core, accepted: Accepted, inbound: Inbound, state: ConsentState) -> Consent:
    return Consent(
        id=core.new_id(),
        medium=Medium.SMS,
        address=inbound.sender,
        lead_id=accepted.lead_id,
        state=state,
        wording=clean_text(inbound.text),
        channel=inbound.channel,
        at=core.clock(),
    )


def _forget_dialogue(work: Work, conversation: Conversation) -> None:
    """Close what the engine was asking; what they have told us stays with the lead."""
    dialogue = work.dialogues.get(conversation.id)
    if dialogue is not None:
        work.dialogues.save(Dialogue(conversation.id, (), dialogue.version + 1))


def _replied(
    core: Core, work: Work, accepted: Accepted, conversation: Conversation, text: str
) -> Conversation:
    now = core.clock()
    said = Message(
        conversation_id=conversation.id,
        seq=conversation.last_seq + 1,
        author=Author.BOT,
        text=text,
        at=now,
        inbox_id=accepted.inbox_id,
    )
    work.conversations.add_messages([said])
    work.outbox.add(
        OutboxItem(
            id=core.new_id(),
            kind="sms",
            key=f"keyword:{accepted.inbox_id}",
            recipient=conversation.sender,
            body={"text": text, "reply": True, "to_keyword": True},
            due_at=now,
            created_at=now,
            lead_id=accepted.lead_id,
        )
    )
    return replace(conversation, last_seq=said.seq, updated_at=now)
