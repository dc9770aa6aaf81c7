"""A conversation and the lead behind it."""

from leads.domain.conversation import Conversation
from leads.domain.lead import Lead
from leads.services.errors import ConversationNotFound
from leads.services.ports import Work

__all__ = ["talk_of"]


def talk_of(work: Work, conversation_id: str) -> tuple[Conversation, Lead]:
    """Both, locked until the transaction ends. Raises ConversationNotFound."""
    conversation = work.conversations.get(conversation_id, lock=True)
    lead = work.leads.get(conversation.lead_id, lock=True) if conversation else None
    if conversation is None or lead is None:
        raise ConversationNotFound
    return conversation, lead
