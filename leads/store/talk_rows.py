"""Conversations, transcripts, the inbox and the engine's memory, as rows."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from leads.domain.conversation import Author, Button, Conversation, ConversationState, Message
from leads.domain.topics import Topic
from leads.services.ports import Dialogue, InboxItem
from leads.store import schema
from leads.store.rows import by_lead, upsert

__all__ = ["ConversationRows", "DialogueRows", "EffectRows", "InboxRows"]

WAITING = ("new", "leased")


class ConversationRows:
    """The `conversations` and `messages` tables."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, conversation: Conversation) -> None:
        """Insert a new conversation."""
        self._connection.execute(sa.insert(schema.conversations), _conversation_row(conversation))

    def get(self, conversation_id: str, *, lock: bool = False) -> Conversation | None:
        """The conversation of this id; `lock` holds it until the transaction ends."""
        query = sa.select(schema.conversations).where(schema.conversations.c.id == conversation_id)
        return self._one(query.with_for_update() if lock else query)

    def by_sender(self, channel: str, sender: str) -> Conversation | None:
        """The conversation with this sender on this channel."""
        table = schema.conversations
        return self._one(sa.select(table).where(table.c.channel == channel, table.c.sender == sender))

    def of_lead(self, lead_id: str) -> list[Conversation]:
        """A lead's conversations, the most recent first."""
        return self.of_leads([lead_id])[lead_id]

    def of_leads(self, lead_ids: Collection[str]) -> Mapping[str, list[Conversation]]:
        """`of_lead` of many leads."""
        table = schema.conversations
        query = sa.select(table).where(table.c.lead_id.in_(lead_ids)).order_by(table.c.updated_at.desc())
        return by_lead(self._connection.execute(query), _conversation)

    def save(self, conversation: Conversation) -> None:
        """Write back a conversation that exists."""
        table = schema.conversations
        self._connection.execute(
            sa.update(table).where(table.c.id == conversation.id).values(_conversation_row(conversation))
        )

    def add_messages(self, messages: Iterable[Message]) -> None:
        """Append to transcripts; the caller has numbered them."""
        rows = [
            {
                "conversation_id": message.conversation_id,
                "seq": message.seq,
                "author": message.author,
                "name": message.name,
                "text": message.text,
                "buttons": [[button.id, button.title, button.payload] for button in message.buttons],
                "at": message.at,
                "inbox_id": message.inbox_id,
                "client_id": message.client_id,
            }
            for message in messages
        ]
        if rows:
            self._connection.execute(sa.insert(schema.messages), rows)

    def messages(self, conversation_id: str, *, after: int = 0, limit: int = 500) -> list[Message]:
        """Messages with a higher number than `after`, in order."""
        table = schema.messages
        query = (
            sa.select(table)
            .where(table.c.conversation_id == conversation_id, table.c.seq > after)
            .order_by(table.c.seq)
            .limit(limit)
        )
        return [_message(row) for row in self._connection.execute(query)]

    def last_bot_message(self, conversation_id: str) -> Message | None:
        """What the bot said last."""
        table = schema.messages
        query = (
            sa.select(table)
            .where(table.c.conversation_id == conversation_id, table.c.author == Author.BOT)
            .order_by(table.c.seq.desc())
            .limit(1)
        )
        row = self._connection.execute(query).first()
        return _message(row) if row else None

    def times_said(self, conversation_id: str, texts: Sequence[str]) -> Mapping[str, int]:
        """How often the bot said each text."""
        table = schema.messages
        query = (
            sa.select(table.c.text, sa.func.count())
            .where(
                table.c.conversation_id == conversation_id,
                table.c.author == Author.BOT,
                table.c.text.in_(texts),
            )
            .group_by(table.c.text)
        )
        return dict(self._connection.execute(query).tuples().all())

    def replies_to(self, inbox_id: str) -> list[Message]:
        """What the bot answered to one message."""
        table = schema.messages
        query = (
            sa.select(table)
            .where(table.c.inbox_id == inbox_id, table.c.author == Author.BOT)
            .order_by(table.c.seq)
        )
        return [_message(row) for row in self._connection.execute(query)]

    def _one(self, query: sa.Select[Any]) -> Conversation | None:
        row = self._connection.execute(query).first()
        return _conversation(row) if row else None


class InboxRows:
    """The `inbox` table: unique by (channel, external id), worked off in order."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, channel: str, external_id: str) -> InboxItem | None:
        """The message of this external id."""
        table = schema.inbox
        return self._one(
            sa.select(table).where(table.c.channel == channel, table.c.external_id == external_id)
        )

    def get(self, inbox_id: str) -> InboxItem | None:
        """The message of this id."""
        return self._one(sa.select(schema.inbox).where(schema.inbox.c.id == inbox_id))

    def add(self, item: InboxItem) -> None:
        """Insert a new message."""
        row = {
            "id": item.id,
            "channel": item.channel,
            "external_id": item.external_id,
            "conversation_id": item.conversation_id,
            "seq": item.seq,
            "text": item.text,
            "payload": item.payload,
            "metadata": dict(item.metadata),
            "received_at": item.received_at,
            "state": item.state,
            "attempts": item.attempts,
        }
        self._connection.execute(sa.insert(schema.inbox), row)

    def lease_next(
        self, conversation_id: str, *, lease: str, now: datetime, until: datetime
    ) -> InboxItem | None:
        """Lease the oldest waiting message, unless somebody has it."""
        table = schema.inbox
        query = (
            sa.select(table)
            .where(table.c.conversation_id == conversation_id, table.c.state.in_(WAITING))
            .order_by(table.c.seq)
            .limit(1)
            .with_for_update()
        )
        row = self._connection.execute(query).first()
        if row is None or (row.state == "leased" and row.lease_until > now):
            return None
        self._connection.execute(
            sa.update(table)
            .where(table.c.id == row.id)
            .values(state="leased", lease=lease, lease_until=until, attempts=row.attempts + 1)
        )
        return _inbox_item(row, attempts=row.attempts + 1, lease=lease, state="leased")

    def holds(self, inbox_id: str, lease: str) -> bool:
        """Whether this lease is in force."""
        table = schema.inbox
        query = sa.select(table.c.id).where(
            table.c.id == inbox_id, table.c.lease == lease, table.c.state == "leased"
        )
        return self._connection.execute(query.with_for_update()).first() is not None

    def finish(self, inbox_id: str, *, lease: str, state: str) -> None:
        """Close a message whose lease is ours."""
        table = schema.inbox
        self._connection.execute(
            sa.update(table)
            .where(table.c.id == inbox_id, table.c.lease == lease)
            .values(state=state, lease=None, lease_until=None)
        )

    def waiting(self, *, now: datetime, limit: int) -> list[str]:
        """Conversations with work, oldest first."""
        table = schema.inbox
        free = sa.or_(table.c.state == "new", table.c.lease_until <= now)
        query = (
            sa.select(table.c.conversation_id)
            .where(table.c.state.in_(WAITING), free)
            .group_by(table.c.conversation_id)
            .order_by(sa.func.min(table.c.received_at))
            .limit(limit)
        )
        return list(self._connection.execute(query).scalars())

    def _one(self, query: sa.Select[Any]) -> InboxItem | None:
        row = self._connection.execute(query).first()
        return _inbox_item(row, attempts=row.attempts, lease=row.lease, state=row.state) if row else None


class EffectRows:
    """The `effects` table."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, message_id: str, action: str) -> Mapping[str, Any] | None:
        """The result kept for this message and action."""
        table = schema.effects
        query = sa.select(table.c.result).where(table.c.message_id == message_id, table.c.action == action)
        result: Mapping[str, Any] | None = self._connection.execute(query).scalar()
        return result

    def put(self, message_id: str, action: str, result: Mapping[str, Any], *, at: datetime) -> None:
        """Keep a result; a second one for the same key is an error of ours."""
        row = {"message_id": message_id, "action": action, "result": dict(result), "at": at}
        self._connection.execute(sa.insert(schema.effects), row)


class DialogueRows:
    """The `dialogues` table."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, conversation_id: str) -> Dialogue | None:
        """The engine's memory of a conversation."""
        table = schema.dialogues
        row = self._connection.execute(
            sa.select(table).where(table.c.conversation_id == conversation_id)
        ).first()
        return Dialogue(row.conversation_id, row.events, row.version) if row else None

    def save(self, dialogue: Dialogue) -> None:
        """Replace the engine's memory of a conversation."""
        row = {
            "conversation_id": dialogue.conversation_id,
            "events": list(dialogue.events),
            "version": dialogue.version,
        }
        upsert(self._connection, schema.dialogues, row)


def _conversation_row(conversation: Conversation) -> dict[str, Any]:
    return {
        "id": conversation.id,
        "lead_id": conversation.lead_id,
        "channel": conversation.channel,
        "sender": conversation.sender,
        "created_at": conversation.created_at,
        "updated_at": conversation.updated_at,
        "state": conversation.state,
        "asking": conversation.asking,
        "tries": conversation.tries,
        "asked": dict(conversation.asked),
        "offered": list(conversation.offered),
        "passed_over": list(conversation.passed_over),
        "failures": conversation.failures,
        "last_seq": conversation.last_seq,
    }


def _conversation(row: Row[Any]) -> Conversation:
    return Conversation(
        id=row.id,
        lead_id=row.lead_id,
        channel=row.channel,
        sender=row.sender,
        created_at=row.created_at,
        updated_at=row.updated_at,
        state=ConversationState(row.state),
        asking=Topic(row.asking) if row.asking else None,
        tries=row.tries,
        asked={Topic(topic): count for topic, count in row.asked.items()},
        offered=tuple(row.offered),
        passed_over=tuple(row.passed_over),
        failures=row.failures,
        last_seq=row.last_seq,
    )


def _message(row: Row[Any]) -> Message:
    return Message(
        conversation_id=row.conversation_id,
        seq=row.seq,
        author=Author(row.author),
        text=row.text,
        at=row.at,
        name=row.name,
        buttons=tuple(Button(*button) for button in row.buttons),
        inbox_id=row.inbox_id,
        client_id=row.client_id,
    )


def _inbox_item(row: Row[Any], *, attempts: int, lease: str | None, state: str) -> InboxItem:
    return InboxItem(
        id=row.id,
        channel=row.channel,
        external_id=row.external_id,
        conversation_id=row.conversation_id,
        seq=row.seq,
        text=row.text,
        received_at=row.received_at,
        payload=row.payload,
        metadata=row.metadata,
        state=state,
        attempts=attempts,
        lease=lease,
    )
