"""Erasing a person: everything that is theirs goes at once; that it was done, when and by whom, stays."""

from leads.domain.lead import Channel
from leads.services.core import Core
from leads.services.errors import LeadNotFound
from leads.services.ports import Work

__all__ = ["erase", "erase_in", "erase_visitor"]


def erase(core: Core, lead_id: str, *, actor: str) -> None:
    """Delete a lead with all that hangs on it; whoever works on it meanwhile keeps nothing.

    What remains is that it was done, by whom and when, and that refusals hold: of those a keyed hash of the
    address. Raises LeadNotFound.
    """
    with core.store.writing() as work:
        erase_in(core, work, lead_id, actor=actor)


def erase_in(core: Core, work: Work, lead_id: str, *, actor: str) -> None:
    """`erase` inside an open transaction."""
    for conversation in work.conversations.of_lead(lead_id):
        work.conversations.get(conversation.id, lock=True)  # before the lead, as every turn does
    if work.leads.get(lead_id, lock=True) is None:
        raise LeadNotFound
    work.erasing.lead(lead_id)
    work.audit(actor, "lead.erase", lead_id=lead_id, detail={}, at=core.clock())


def erase_visitor(core: Core, sender: str) -> str | None:
    """Delete what is known of a visitor of the site, who asks for it; the lead that was theirs, if any."""
    with core.store.writing() as work:
        work.lock(f"sender:{Channel.WIDGET}:{sender}")
        conversation = work.conversations.by_sender(Channel.WIDGET, sender, lock=True)
        if conversation is not None:
            erase_in(core, work, conversation.lead_id, actor="visitor")
        work.erasing.visitor(sender)
        return conversation.lead_id if conversation else None
