"""Changing a meeting from the conversation, once per message."""

from leads.domain.dialogue import Plan, Say
from leads.domain.when import render_when
from leads.services import booking
from leads.services.core import Core
from leads.services.offers import offer, offer_wished, withdraw
from leads.services.plans import once
from leads.services.ports import Work
from leads.services.talks import talk_of

__all__ = ["cancel_from_chat", "reoffer_from_chat"]


def cancel_from_chat(core: Core, *, conversation_id: str, message_id: str) -> Plan:
    """Call the lead's next meeting off, and say so."""
    with core.store.writing() as work:
        return once(
            core,
            work,
            message_id=message_id,
            action="cancel_meeting",
            make=lambda: _cancel(core, work, conversation_id),
        )


def reoffer_from_chat(core: Core, *, conversation_id: str, message_id: str, words: str = "") -> Plan:
    """Offer other times for the lead's next meeting, those in `words` if any; picking one moves it."""
    with core.store.writing() as work:
        return once(
            core,
            work,
            message_id=message_id,
            action="change_meeting",
            make=lambda: _reoffer(core, work, conversation_id, words),
        )


def _cancel(core: Core, work: Work, conversation_id: str) -> Plan:
    conversation, lead = talk_of(work, conversation_id)
    meeting = booking.meeting_of(core, work, lead.id)
    if meeting is None:
        return Plan((Say("utter_no_meeting"),), conversation.asking)
    booking.cancel_in(core, work, meeting.id)
    when = render_when(meeting.start, meeting.timezone, end=meeting.end)
    work.conversations.save(withdraw(conversation))
    return Plan((Say("utter_meeting_cancelled", {"when": when}),))


def _reoffer(core: Core, work: Work, conversation_id: str, words: str) -> Plan:
    conversation, lead = talk_of(work, conversation_id)
    meeting = booking.meeting_of(core, work, lead.id)
    if meeting is None:
        return Plan((Say("utter_no_meeting"),), conversation.asking)
    move = offer_wished(core, work, lead, conversation, words)
    if move is None:
        slots = booking.offer_in(core, work, lead, near=meeting.start)
        move = offer(core, work, lead, conversation, key="utter_reschedule", slots=slots)
    plan, waiting = move
    work.conversations.save(waiting)
    return plan
