"""One turn of a conversation: leasing the next message, and keeping everything it led to in one breath."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from leads.domain.conversation import Author, Button, Conversation, ConversationState, Message
from leads.domain.handoff import HandoffReason
from leads.domain.lead import Channel
from leads.domain.sms import plainly
from leads.services import handoffs
from leads.services.core import Core
from leads.services.ports import Dialogue, InboxItem, OutboxItem, Work

__all__ = ["LEASE", "Turn", "TurnLost", "Uttered", "begin", "finish", "is_over", "replies", "waiting"]

LEASE = timedelta(seconds=30)
MAX_ATTEMPTS = 5
MOST_REPEATS = 2


class TurnLost(Exception):
    """The turn outlived its lease and somebody else has the message now; nothing of it was kept."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A leased message with what is needed to answer it."""

    item: InboxItem
    lease: str
    conversation: Conversation
    events: Sequence[Mapping[str, Any]]
    version: int

    @property
    def is_last(self) -> bool:
        """Whether nothing had come after it when it was leased."""
        return self.item.seq == self.conversation.last_seq

    @property
    def is_worn_out(self) -> bool:
        """Whether it has been tried so often that trying again will not help."""
        return self.item.attempts > MAX_ATTEMPTS


@dataclass(frozen=True, slots=True)
class Uttered:
    """Something the bot says; buttons are (title, payload), `others` are other words for the same."""

    text: str
    buttons: tuple[tuple[str, str], ...] = ()
    others: tuple[str, ...] = ()


def waiting(core: Core, *, limit: int = 100) -> list[str]:
    """Conversations with a message nobody is working on."""
    with core.store.reading() as work:
        return work.inbox.waiting(now=core.clock(), limit=limit)


def is_over(core: Core, inbox_id: str) -> bool:
    """Whether this message has had its turn."""
    with core.store.reading() as work:
        item = work.inbox.get(inbox_id)
    return item is not None and item.state in {"done", "dead"}


def replies(core: Core, inbox_id: str) -> list[Message]:
    """What the bot answered to a message."""
    with core.store.reading() as work:
        return work.conversations.replies_to(inbox_id)


def begin(core: Core, conversation_id: str) -> Turn | None:
    """Lease the conversation's oldest waiting message; None when there is none or it is being worked on."""
    with core.store.writing() as work:
        now, lease = core.clock(), core.new_id()
        item = work.inbox.lease_next(conversation_id, lease=lease, now=now, until=now + LEASE)
        conversation = work.conversations.get(conversation_id)
        if item is None or conversation is None:
            return None
        dialogue = work.dialogues.get(conversation_id)
        return Turn(
            item=item,
            lease=lease,
            conversation=conversation,
            events=dialogue.events if dialogue else (),
            version=dialogue.version if dialogue else 0,
        )


def finish(
    core: Core,
    turn: Turn,
    replies: Sequence[Uttered],
    *,
    events: Sequence[Mapping[str, Any]] | None,
    instead: Sequence[Uttered] = (),
    failed: bool = False,
) -> list[Message]:
    """Keep the replies, the engine's memory and the end of the message in one transaction.

    `events` is the engine's new memory, None to leave it as it was. Every reply is put in those of its words
    that were heard least; one whose words were all said twice is left out, and when nothing else is left, one
    of `instead` is said. A talk that has used up all of these hears the least worn again: no message is met
    with silence, unless a person has the conversation or it is closed. Raises TurnLost when the lease is no
    longer ours.
    """
    with core.store.writing() as work:
        if not work.inbox.finish(
            turn.item.id, lease=turn.lease, state="dead" if turn.is_worn_out else "done"
        ):
            raise TurnLost
        conversation = work.conversations.get(turn.conversation.id, lock=True) or turn.conversation
        is_ours = conversation.state is ConversationState.BOT
        said = _without_echo(work, conversation, replies, instead) if is_ours else ()
        messages = _numbered(core, turn, conversation, said)
        work.conversations.add_messages(messages)
        work.conversations.save(
            replace(
                conversation,
                last_seq=conversation.last_seq + len(messages),
                failures=conversation.failures + 1 if failed else 0,
                updated_at=core.clock(),
            )
        )
        # A conversation that was closed meanwhile begins afresh when it is opened again.
        if events is not None and conversation.state is not ConversationState.CLOSED:
            work.dialogues.save(Dialogue(conversation.id, events, turn.version + 1))
        if failed and conversation.failures >= 1:
            _call_for_help(core, work, conversation)
        if messages and conversation.channel == Channel.SMS:
            work.outbox.add(_sms(core, turn, conversation, messages))
        return messages


def _without_echo(
    work: Work, conversation: Conversation, replies: Sequence[Uttered], instead: Sequence[Uttered]
) -> Sequence[Uttered]:
    texts = [text for reply in (*replies, *instead) for text in (reply.text, *reply.others)]
    said = work.conversations.times_said(conversation.id, texts) if texts else {}
    worded = [_least_worn(reply, said) for reply in replies]
    fresh = [reply for reply in worded if said.get(reply.text, 0) < MOST_REPEATS]
    if fresh or not replies:
        return fresh
    unheard = [reply for reply in instead if said.get(reply.text, 0) < MOST_REPEATS]
    return unheard[:1] or [min((*worded, *instead), key=lambda reply: said.get(reply.text, 0))]


def _least_worn(reply: Uttered, said: Mapping[str, int]) -> Uttered:
    """The reply in those of its words that were heard least so far."""
    return replace(reply, text=min((reply.text, *reply.others), key=lambda text: said.get(text, 0)))


def _numbered(core: Core, turn: Turn, conversation: Conversation, said: Sequence[Uttered]) -> list[Message]:
    now = core.clock()
    return [
        Message(
            conversation_id=conversation.id,
            seq=conversation.last_seq + place,
            author=Author.BOT,
            text=uttered.text,
            at=now,
            buttons=tuple(Button(core.new_id(), title, payload) for title, payload in uttered.buttons),
            inbox_id=turn.item.id,
        )
        for place, uttered in enumerate(said, start=1)
    ]


def _call_for_help(core: Core, work: Work, conversation: Conversation) -> None:
    lead = work.leads.get(conversation.lead_id)
    if lead is not None:
        handoffs.open_in(core, work, lead, conversation_id=conversation.id, reason=HandoffReason.TROUBLE)


def _sms(core: Core, turn: Turn, conversation: Conversation, messages: Sequence[Message]) -> OutboxItem:
    """One text for all replies of a turn: buttons become a numbered list."""
    now = core.clock()
    lines = [line for message in messages for line in (message.text, *_choices(message))]
    return OutboxItem(
        id=core.new_id(),
        kind="sms",
        key=f"reply:{turn.item.id}",
        recipient=conversation.sender,
        body={"text": plainly("\n".join(lines)), "reply": True},
        due_at=now,
        created_at=now,
        lead_id=conversation.lead_id,
    )


def _choices(message: Message) -> list[str]:
    return [f"{number}) {button.title}" for number, button in enumerate(message.buttons, start=1)]
