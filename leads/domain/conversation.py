"""A conversation: who speaks, what was asked last, and what was said, in order."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from leads.domain.topics import Topic

__all__ = ["Author", "Button", "Conversation", "ConversationState", "Message"]


class ConversationState(StrEnum):
    """Who owns the conversation. Only the owner speaks."""

    BOT = "bot"
    HUMAN = "human"
    CLOSED = "closed"


class Author(StrEnum):
    """Who wrote a message."""

    VISITOR = "visitor"
    BOT = "bot"
    REP = "rep"


@dataclass(frozen=True, slots=True)
class Button:
    """A quick reply. Visitors see `id` and `title`; `payload` (words, or an `/intent`) stays with us."""

    id: str
    title: str
    payload: str


@dataclass(frozen=True, slots=True)
class Message:
    """One line of the transcript. `seq` counts from 1 within its conversation, without gaps."""

    conversation_id: str
    seq: int
    author: Author
    text: str
    at: datetime
    name: str | None = None
    buttons: tuple[Button, ...] = ()
    inbox_id: str | None = None
    client_id: str | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """The state of one talk on one channel.

    `asking` is the topic of the last question, and `tries` how often it was put without getting an answer;
    `asked` counts every asking of a topic, so that wording can vary. `offered` are slot ids on the
    table, `passed_over` those that were there before. `asides` counts the messages in a row that left our
    question aside, `failures` technical trouble in a row.
    """

    id: str
    lead_id: str
    channel: str
    sender: str
    created_at: datetime
    updated_at: datetime
    state: ConversationState = ConversationState.BOT
    asking: Topic | None = None
    tries: int = 0
    asked: Mapping[Topic, int] = field(default_factory=dict)
    offered: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()
    asides: int = 0
    failures: int = 0
    last_seq: int = 0
