"""What a telephone has on its screen: the texts it sent us and those we sent to it."""

from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from leads.domain.consent import ConsentState, Medium
from leads.domain.conversation import Author
from leads.domain.lead import Channel
from leads.domain.sms import Measure, measure
from leads.services.core import Core
from leads.services.ports import OutboxItem, Work

__all__ = ["Line", "Phone", "look_at"]

MOST = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One text. `state` is "received" for theirs, and that of the outbox for ours ("pending", "sent" …)."""

    id: str
    is_ours: bool
    text: str
    size: Measure
    state: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Phone:
    """A number, whether it takes texts from us, and its texts, oldest first."""

    number: str
    consent: ConsentState
    lines: tuple[Line, ...]


def look_at(core: Core, number: str) -> Phone:
    """The telephone of this number; an empty one if we have never met."""
    with core.store.reading() as work:
        lines = sorted(chain(_theirs(work, number), _ours(work, number)), key=lambda line: (line.at, line.id))
        return Phone(number, work.consents.in_force(Medium.SMS, number), tuple(lines))


def _theirs(work: Work, number: str) -> list[Line]:
    conversation = work.conversations.by_sender(Channel.SMS, number)
    if conversation is None:
        return []
    said = work.conversations.messages(conversation.id, after=max(0, conversation.last_seq - MOST))
    return [
        Line(f"in-{message.seq}", False, message.text, measure(message.text), "received", message.at)
        for message in said
        if message.author is Author.VISITOR
    ]


def _ours(work: Work, number: str) -> list[Line]:
    return [_line(item) for item in work.outbox.to_recipient("sms", number, limit=MOST)]


def _line(item: OutboxItem) -> Line:
    text = item.body["text"]
    return Line(f"out-{item.id}", True, text, measure(text), item.state, item.created_at)
