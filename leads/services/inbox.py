"""Taking in a message: stored once, numbered, and acknowledged before any work is done on it."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from leads.domain.conversation import Author, Button, Conversation, Message
from leads.domain.lead import Channel, Lead, Source
from leads.services.core import Core
from leads.services.ports import InboxItem, Work

__all__ = [
    "MAX_TEXT",
    "Accepted",
    "Inbound",
    "accept",
    "accept_in",
    "begin_conversation",
    "clean_text",
    "find_or_begin",
]

MAX_TEXT = 10_000
ORDINAL = re.compile(r"[#(]?([1-9])[).:]?")


@dataclass(frozen=True, slots=True)
class Inbound:
    """A message from outside.

    `external_id` is the channel's own id of the message, at most 320 characters and never that of another
    sender's: the same one again is the same message. `sender` is who wrote, in the channel's terms (a
    visitor, an E.164 number). `button` is the id of a pressed one.
    """

    channel: Channel
    external_id: str
    sender: str
    text: str
    button: str | None = None
    source: Source = field(default_factory=Source)
    timezone: str | None = None
    language: str = "en"
    metadata: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Accepted:
    """Where the message stands now; `is_new` is False for a repetition."""

    inbox_id: str
    conversation_id: str
    lead_id: str
    seq: int
    is_new: bool


def accept(core: Core, inbound: Inbound) -> Accepted:
    """Store a message in its conversation, which begins with the first one. Safe to repeat and to race."""
    with core.store.writing() as work:
        return accept_in(core, work, inbound)


def accept_in(core: Core, work: Work, inbound: Inbound, *, state: str = "new") -> Accepted:
    """`accept` inside an open transaction; a message that needs no turn is taken in as "done"."""
    work.lock(f"sender:{inbound.channel}:{inbound.sender}")
    conversation = find_or_begin(core, work, inbound)
    known = work.inbox.find(inbound.channel, inbound.external_id)
    if known is not None:
        return Accepted(known.id, known.conversation_id, conversation.lead_id, known.seq, is_new=False)
    button = _pressed(work, conversation, inbound)
    text = button.title if button else clean_text(inbound.text)
    now = core.clock()
    numbered = replace(conversation, last_seq=conversation.last_seq + 1, updated_at=now)
    item = InboxItem(
        id=core.new_id(),
        channel=inbound.channel,
        external_id=inbound.external_id,
        conversation_id=conversation.id,
        seq=numbered.last_seq,
        text=text,
        received_at=now,
        payload=button.payload if button else None,
        metadata=inbound.metadata,
        state=state,
    )
    work.inbox.add(item)
    work.conversations.save(numbered)
    work.conversations.add_messages([_transcript_line(item)])
    return Accepted(item.id, conversation.id, conversation.lead_id, item.seq, is_new=True)


def find_or_begin(core: Core, work: Work, inbound: Inbound) -> Conversation:
    """The sender's conversation, locked; a new lead and conversation for a sender we have not met."""
    met = work.conversations.by_sender(inbound.channel, inbound.sender, lock=True)
    return met or begin_conversation(core, work, inbound)


def begin_conversation(core: Core, work: Work, inbound: Inbound) -> Conversation:
    """Start a conversation with somebody new, or with the lead that is known by this number."""
    now = core.clock()
    known = work.leads.by_identity("phone", inbound.sender) if inbound.channel is Channel.SMS else None
    lead = known or Lead(
        id=core.new_id(),
        created_at=now,
        updated_at=now,
        channel=inbound.channel,
        timezone=inbound.timezone,
        language=inbound.language,
        source=inbound.source,
        phone=inbound.sender if inbound.channel is Channel.SMS else None,
        model=core.model.version,
    )
    if known is None:
        work.leads.add(lead)
    if inbound.channel is Channel.SMS:
        # Whoever texts from a number has shown that it is theirs.
        work.leads.identify(lead.id, "phone", inbound.sender, verified=True, at=now)
    conversation = Conversation(
        id=core.new_id(),
        lead_id=lead.id,
        channel=inbound.channel,
        sender=inbound.sender,
        created_at=now,
        updated_at=now,
    )
    work.conversations.add(conversation)
    return conversation


def clean_text(text: str) -> str:
    """The text without control characters and lone surrogates, cut at MAX_TEXT."""
    kept = (
        char for char in text[:MAX_TEXT] if char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs"}
    )
    return "".join(kept).strip()


def _pressed(work: Work, conversation: Conversation, inbound: Inbound) -> Button | None:
    wanted = inbound.button or inbound.text.strip()
    if not wanted or len(wanted) > 64 or " " in wanted:  # neither the id of a button nor a number
        return None
    last = work.conversations.last_bot_message(conversation.id)
    if last is None or not last.buttons:
        return None
    if inbound.channel is Channel.SMS:  # buttons went out as a numbered list
        ordinal = ORDINAL.fullmatch(wanted)
        index = int(ordinal[1]) - 1 if ordinal else len(last.buttons)
        return last.buttons[index] if index < len(last.buttons) else None
    return next((button for button in last.buttons if button.id == wanted), None)


def _transcript_line(item: InboxItem) -> Message:
    return Message(
        conversation_id=item.conversation_id,
        seq=item.seq,
        author=Author.VISITOR,
        text=item.text,
        at=item.received_at,
        inbox_id=item.id,
        # Browsers know their own messages by it; to other channels it says nothing.
        client_id=item.external_id if item.channel == Channel.WIDGET else None,
    )
