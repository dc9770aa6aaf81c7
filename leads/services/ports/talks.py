"""Where conversations are kept: transcripts, messages that wait, and what the engine remembers."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from leads.domain.conversation import Conversation, Message

__all__ = ["Conversations", "Dialogue", "Dialogues", "Effects", "Inbox", "InboxItem"]


class Conversations(Protocol):
    """Conversations and their transcripts."""

    def add(self, conversation: Conversation) -> None: ...
    def get(self, conversation_id: str, *, lock: bool = False) -> Conversation | None:
        """`lock` keeps others from changing it until the transaction ends."""
        ...

    def by_sender(self, channel: str, sender: str, *, lock: bool = False) -> Conversation | None: ...
    def of_lead(self, lead_id: str) -> list[Conversation]: ...
    def of_leads(self, lead_ids: Collection[str]) -> Mapping[str, list[Conversation]]: ...
    def save(self, conversation: Conversation) -> None: ...
    def add_messages(self, messages: Iterable[Message]) -> None: ...
    def messages(self, conversation_id: str, *, after: int = 0, limit: int = 500) -> list[Message]: ...
    def last_bot_message(self, conversation_id: str) -> Message | None: ...
    def times_said(self, conversation_id: str, texts: Sequence[str]) -> Mapping[str, int]:
        """How often the bot has said each of these texts, word for word."""
        ...

    def replies_to(self, inbox_id: str) -> list[Message]: ...


@dataclass(frozen=True, slots=True)
class InboxItem:
    """A message as it arrived; `seq` is its place in the conversation's transcript."""

    id: str
    channel: str
    external_id: str
    conversation_id: str
    seq: int
    text: str
    received_at: datetime
    payload: str | None = None  # what a pressed button stands for
    metadata: Mapping[str, Any] = field(default_factory=dict)
    state: str = "new"
    attempts: int = 0
    lease: str | None = None


class Inbox(Protocol):
    """Messages that were acknowledged and wait for their turn."""

    def find(self, channel: str, external_id: str) -> InboxItem | None: ...
    def get(self, inbox_id: str) -> InboxItem | None: ...
    def add(self, item: InboxItem) -> None: ...
    def lease_next(
        self, conversation_id: str, *, lease: str, now: datetime, until: datetime
    ) -> InboxItem | None:
        """The oldest waiting message of this conversation, or None when there is none or another has it."""
        ...

    def finish(self, inbox_id: str, *, lease: str, state: str) -> bool:
        """Close a message; False when this lease is not in force: a fence against late turns."""
        ...

    def waiting(self, *, now: datetime, limit: int) -> list[str]:
        """Conversations with a message to work on, oldest first."""
        ...


class Effects(Protocol):
    """Results of actions by (message, action): what makes running them again a no-op."""

    def get(self, message_id: str, action: str) -> Mapping[str, Any] | None: ...
    def put(self, message_id: str, action: str, result: Mapping[str, Any], *, at: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The engine's memory of a conversation: a short list of its own events, and a version to fence with."""

    conversation_id: str
    events: Sequence[Mapping[str, Any]]
    version: int


class Dialogues(Protocol):
    """Where the engine's memory is kept."""

    def get(self, conversation_id: str) -> Dialogue | None: ...
    def save(self, dialogue: Dialogue) -> None: ...
