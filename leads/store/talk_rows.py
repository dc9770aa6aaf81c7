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
from leads.store.rows import insert, of_leads, select_by, update, upsert

__all__ = ["ConversationRows", "DialogueRows", "EffectRows", "InboxRows"]

WAITING = ("new", "leased")

_MESSAGES_AFTER = (
    sa.select(schema.messages)
    .where(
        schema.messages.c.conversation_id == sa.bindparam("conversation_id"),
        schema.messages.c.seq > sa.bindparam("after"),
    )
    .order_by(schema.messages.c.seq)
    .limit(sa.bindparam("limit"))
)
_LAST_OF_AUTHOR = (
    select_by(schema.messages, "conversation_id", "author").order_by(schema.messages.c.seq.desc()).limit(1)
)
_TIMES_SAID = (
    sa.select(schema.messages.c.text, sa.func.count())
    .where(
        schema.messages.c.conversation_id == sa.bindparam("conversation_id"),
        schema.messages.c.author == sa.bindparam("author"),
        schema.messages.c.text.in_(sa.bindparam("texts", expanding=True)),
    )
    .group_by(schema.messages.c.text)
)
_OLDEST_WAITING = (
    sa.select(schema.inbox)
    .where(
        schema.inbox.c.conversation_id == sa.bindparam("conversation_id"), schema.inbox.c.state.in_(WAITING)
    )
    .order_by(schema.inbox.c.seq)
    .limit(1)
    .with_for_update()
)
_FINISH = (
    sa.update(schema.inbox)
    .where(schema.inbox.c.id == sa.bindparam("inbox_id"), schema.inbox.c.lease == sa.bindparam("held"))
    .values(state=sa.bindparam("ended"), lease=None, lease_until=None)
    .returning(schema.inbox.c.id)
)


class ConversationRows:
    """The `conversations` and `messages` tables."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, conversation: Conversation) -> None:
        """Insert a new conversation."""
        insert(self._connection, schema.conversations, _conversation_row(conversation))

    def get(self, conversation_id: str, *, lock: bool = False) -> Conversation | None:
        """The conversation of this id; `lock` holds it until the transaction ends."""
        return self._one(lock=lock, id=conversation_id)

    def by_sender(self, channel: str, sender: str, *, lock: bool = False) -> Conversation | None:
        """The conversation with this sender on this channel."""
        return self._one(lock=lock, channel=channel, sender=sender)

    def of_lead(self, lead_id: str) -> list[Conversation]:
        """A lead's conversations, the most recent first."""
        return self.of_leads([lead_id])[lead_id]

    def of_leads(self, lead_ids: Collection[str]) -> Mapping[str, list[Conversation]]:
        """`of_lead` of many leads."""
        found = of_leads(self._connection, schema.conversations, lead_ids, _conversation, "updated_at")
        return {lead_id: found[lead_id][::-1] for lead_id in lead_ids}

    def save(self, conversation: Conversation) -> None:
        """Write back a conversation that exists."""
        update(self._connection, schema.conversations, _conversation_row(conversation))

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
        insert(self._connection, schema.messages, *rows)

    def messages(self, conversation_id: str, *, after: int = 0, limit: int = 500) -> list[Message]:
        """Messages with a higher number than `after`, in order."""
        span = {"conversation_id": conversation_id, "after": after, "limit": limit}
        return [_message(row) for row in self._connection.execute(_MESSAGES_AFTER, span)]

    def last_bot_message(self, conversation_id: str) -> Message | None:
        """What the bot said last."""
        sought = {"conversation_id": conversation_id, "author": Author.BOT}
        row = self._connection.execute(_LAST_OF_AUTHOR, sought).first()
        return _message(row) if row else None

    def times_said(self, conversation_id: str, texts: Sequence[str]) -> Mapping[str, int]:
        """How often the bot said each text."""
        sought = {"conversation_id": conversation_id, "author": Author.BOT, "texts": texts}
        return dict(self._connection.execute(_TIMES_SAID, sought).tuples().all())

    def replies_to(self, inbox_id: str) -> list[Message]:
        """What the bot answered to one message."""
        query = select_by(schema.messages, "inbox_id", "author", order_by="seq")
        replies = self._connection.execute(query, {"inbox_id": inbox_id, "author": Author.BOT})
        return [_message(row) for row in replies]

    def _one(self, *, lock: bool = False, **values: str) -> Conversation | None:
        row = self._connection.execute(select_by(schema.conversations, *values, lock=lock), values).first()
        return _conversation(row) if row else None


class InboxRows:
    """The `inbox` table: unique by (channel, external id), worked off in order."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, channel: str, external_id: str) -> InboxItem | None:
        """The message of this external id."""
        return self._one(channel=channel, external_id=external_id)

    def get(self, inbox_id: str) -> InboxItem | None:
        """The message of this id."""
        return self._one(id=inbox_id)

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
        insert(self._connection, schema.inbox, row)

    def lease_next(
        self, conversation_id: str, *, lease: str, now: datetime, until: datetime
    ) -> InboxItem | None:
        """Lease the oldest waiting message, unless somebody has it."""
        row = self._connection.execute(_OLDEST_WAITING, {"conversation_id": conversation_id}).first()
        if row is None or (row.state == "leased" and row.lease_until > now):
            return None
        leased = {"id": row.id, "state": "leased", "lease": lease, "lease_until": until}
        update(self._connection, schema.inbox, leased | {"attempts": row.attempts + 1})
        return _inbox_item(row, attempts=row.attempts + 1, lease=lease, state="leased")

    def finish(self, inbox_id: str, *, lease: str, state: str) -> bool:
        """Close a message; whether the lease was in force."""
        ended = {"inbox_id": inbox_id, "held": lease, "ended": state}
        return self._connection.execute(_FINISH, ended).first() is not None

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

    def _one(self, **values: str) -> InboxItem | None:
        row = self._connection.execute(select_by(schema.inbox, *values), values).first()
        return _inbox_item(row, attempts=row.attempts, lease=row.lease, state=row.state) if row else None


class EffectRows:
    """The `effects` table."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, message_id: str, action: str) -> Mapping[str, Any] | None:
        """The result kept for this message and action."""
        query = select_by(schema.effects, "message_id", "action")
        row = self._connection.execute(query, {"message_id": message_id, "action": action}).first()
        return row.result if row else None

    def put(self, message_id: str, action: str, result: Mapping[str, Any], *, at: datetime) -> None:
        """Keep a result; a second one for the same key is an error of ours."""
        row = {"message_id": message_id, "action": action, "result": dict(result), "at": at}
        insert(self._connection, schema.effects, row)


class DialogueRows:
    """The `dialogues` table."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, conversation_id: str) -> Dialogue | None:
        """The engine's memory of a conversation."""
        query = select_by(schema.dialogues, "conversation_id")
        row = self._connection.execute(query, {"conversation_id": conversation_id}).first()
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
        "asides": conversation.asides,
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
        asides=row.asides,
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
