"""Whether somebody who says hello is new here."""

from leads.domain.conversation import Author, Message
from leads.services.core import Core
from leads.services.errors import ConversationNotFound

__all__ = ["is_back"]

FIRST_LINES = 10  # of a talk: whoever was answered at all was answered in these


def is_back(core: Core, conversation_id: str) -> bool:
    """Whether we have answered this person before, on any channel. Raises ConversationNotFound."""
    with core.store.reading() as work:
        conversation = work.conversations.get(conversation_id)
        if conversation is None:
            raise ConversationNotFound
        return any(
            _is_answer(message)
            for talk in work.conversations.of_lead(conversation.lead_id)
            for message in work.conversations.messages(talk.id, limit=FIRST_LINES)
        )


def _is_answer(message: Message) -> bool:
    """What we said of our own accord answers no message."""
    return message.author is Author.BOT and message.inbox_id is not None
