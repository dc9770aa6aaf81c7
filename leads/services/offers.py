"""Meetings in the conversation: putting slots on the table, and taking the one they pick."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from leads.domain.answers import SlotChoice
from leads.domain.booking import Booking, NotBookable, Slot, SlotTaken, parse_slot_id
from leads.domain.conversation import Conversation
from leads.domain.dialogue import MAX_TRIES, Plan, Say
from leads.domain.lead import Lead
from leads.domain.topics import Topic
from leads.domain.when import WhenStyle, render_when, zone_in_words
from leads.services import booking
from leads.services.core import Core
from leads.services.links import manage_link
from leads.services.ports import Work
from leads.services.spoken import SLOT_PAYLOAD
from leads.services.wished_times import wished_times

__all__ = [
    "Move",
    "Pick",
    "confirmation",
    "offer",
    "offer_again",
    "offer_wished",
    "remind",
    "take",
    "withdraw",
]

#: What they mean: a place in the offer, or the id of a slot whose button they pressed.
Pick = SlotChoice | str

Move = tuple[Plan, Conversation]


def offer(
    core: Core,
    work: Work,
    lead: Lead,
    conversation: Conversation,
    *,
    key: str = "utter_offer_slots",
    opening: Iterable[Say] = (),
    slots: Sequence[Slot] | None = None,
    tries: int = 0,
) -> Move:
    """Put slots on the table: those given, or free ones at times that were not passed over before.

    `tries` are the messages in a row that brought us no nearer to a time.
    """
    past = {parse_slot_id(slot).start for slot in conversation.passed_over}
    found = slots or booking.offer_in(core, work, lead, exclude=past)
    if not found:
        return Plan((*opening, Say("utter_no_slots", variant=conversation.last_seq))), withdraw(conversation)
    buttons = tuple(
        (render_when(slot.start, lead.timezone, style=WhenStyle.BUTTON), f"{SLOT_PAYLOAD}{slot.id}")
        for slot in found
    )
    zone = {"zone": zone_in_words(lead.timezone)}
    say = Say(key, zone, variant=conversation.last_seq, buttons=buttons)
    # Before the times, so that what comes last are the times to choose from.
    count = conversation.asked.get(Topic.SLOT, 0)
    where = () if lead.timezone or count else (Say("utter_where_are_you", variant=conversation.last_seq),)
    waiting = replace(
        conversation,
        asking=Topic.SLOT,
        tries=tries,
        asides=0,
        asked={**conversation.asked, Topic.SLOT: count + 1},
        offered=tuple(slot.id for slot in found),
    )
    return Plan((*opening, *where, say), Topic.SLOT), waiting


def offer_wished(
    core: Core, work: Work, lead: Lead, conversation: Conversation, words: str, *, opening: Iterable[Say] = ()
) -> Move | None:
    """Put the times on the table that their own words name, or the nearest; None when they name none."""
    wished = wished_times(core, work, lead, words)
    if wished is None or not wished.slots:
        return None
    key = "utter_wished_slots" if wished.are_exact else "utter_nearest_slots"
    return offer(core, work, lead, conversation, key=key, opening=opening, slots=wished.slots)


def remind(conversation: Conversation) -> Move:
    """The slots stay on the table; every other time, so as not to nag, they are mentioned."""
    count = conversation.asides + 1
    say = (Say("utter_reminder_slot", variant=count // 2),) if count % 2 else ()
    return Plan(say, Topic.SLOT), replace(conversation, asides=count)


def offer_again(
    core: Core,
    work: Work,
    lead: Lead,
    conversation: Conversation,
    *,
    key: str,
    opening: Iterable[Say] = (),
    slots: Sequence[Slot] | None = None,
) -> Move | None:
    """Times again, as we are no nearer to one; then the offer of a person; None when all is in vain."""
    failed = conversation.tries + 1
    if failed < MAX_TRIES:
        return offer(core, work, lead, conversation, key=key, opening=opening, slots=slots, tries=failed)
    if failed > MAX_TRIES:
        return None
    say = (*opening, Say("utter_offer_person", variant=conversation.last_seq))
    return Plan(say, Topic.SLOT), replace(conversation, tries=failed)


def take(
    core: Core, work: Work, lead: Lead, conversation: Conversation, pick: Pick, *, words: str = ""
) -> Move | None:
    """Book what they picked, or move their meeting there; other slots when it is gone or none fits.

    None when that has been going on for too long.
    """
    wanted = _slot_id(pick, conversation)
    if wanted is None:
        passed_over = (*conversation.passed_over, *conversation.offered)
        others = replace(conversation, passed_over=passed_over)
        wished = offer_wished(core, work, lead, others, words)
        key = "utter_name_a_time" if conversation.tries else "utter_other_slots"
        return wished or offer_again(core, work, lead, others, key=key)
    try:
        meeting = _book_or_move(core, work, lead, parse_slot_id(wanted))
    except SlotTaken as taken:
        return offer_again(core, work, lead, conversation, key="utter_slot_taken", slots=taken.alternatives)
    except NotBookable:
        return offer_again(core, work, lead, conversation, key="utter_slot_taken")
    return Plan((confirmation(core, work, meeting, key="utter_booked"),)), withdraw(conversation)


def withdraw(conversation: Conversation) -> Conversation:
    """The conversation with nothing asked and nothing on the table."""
    return replace(conversation, asking=None, tries=0, asides=0, offered=(), passed_over=())


def _slot_id(pick: Pick, conversation: Conversation) -> str | None:
    if isinstance(pick, str):
        return pick
    is_offered = pick.index is not None and pick.index < len(conversation.offered)
    return conversation.offered[pick.index] if is_offered and pick.index is not None else None


def _book_or_move(core: Core, work: Work, lead: Lead, slot: Slot) -> Booking:
    standing = booking.meeting_of(core, work, lead.id)
    if standing is None:
        return booking.book_in(core, work, lead, slot)
    return booking.reschedule_in(core, work, standing.id, slot)


def confirmation(core: Core, work: Work, meeting: Booking, *, key: str) -> Say:
    """Who meets them, when, and where to change it."""
    rep = work.reps.get(meeting.rep_id)
    params = {
        "rep": rep.name if rep else "",
        "when": render_when(meeting.start, meeting.timezone, end=meeting.end),
        "manage": manage_link(core, meeting),
    }
    return Say(key, params)
