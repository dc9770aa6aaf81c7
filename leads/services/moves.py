"""The bot's next move: another question, a meeting, or the end of the questions.

Called inside the transaction that heard the message, so that what is promised and what is kept agree.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from leads.domain.answers import Answer, SlotChoice, Standing
from leads.domain.booking import Booking, NotBookable, Slot, SlotTaken, parse_slot_id
from leads.domain.conversation import Conversation
from leads.domain.dialogue import MAX_TRIES, Heard, Insistence, Plan, Say, insist, next_wording
from leads.domain.followup import Followup, FollowupKind, followup
from leads.domain.handoff import HandoffReason
from leads.domain.lead import Channel, Lead
from leads.domain.model import ScoringModel
from leads.domain.parsing.contact import invalid_contact
from leads.domain.parsing.context import Context
from leads.domain.questions import next_question
from leads.domain.topics import Topic
from leads.domain.when import WhenStyle, render_when
from leads.services import booking, followups, handoffs
from leads.services.assess import Assessment, facts_of, local_day, rescore, zone_of
from leads.services.core import Core
from leads.services.ports import Work

__all__ = ["SLOT_PAYLOAD", "Situation", "next_move", "offer_of"]

CLOSINGS = {
    FollowupKind.NURTURE: "utter_close_nurture",
    FollowupKind.SELF_SERVE: "utter_close_offer",
    FollowupKind.DISQUALIFY: "utter_close_disqualified",
}
SLOT_PAYLOAD = "slot:"
INVALID = {Topic.EMAIL: "utter_invalid_email", Topic.PHONE: "utter_invalid_phone"}


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything the next move depends on, after a message was heard.

    `choice` is the meeting slot they mean: a place in the offer, or the id of a slot.
    """

    conversation: Conversation
    lead: Lead
    assessment: Assessment
    heard: Heard
    choice: SlotChoice | str | None
    words: str


def next_move(core: Core, work: Work, now: Situation) -> tuple[Plan, Conversation]:
    """What to say and ask, and the conversation as it stands after that."""
    if now.choice is not None:
        return _on_choice(core, work, now)
    opening = _opening(now)
    topic = _next_topic(core, work, now)
    if topic is None:
        return _close(core, work, now, opening)
    if topic is Topic.SLOT:
        return _offer(core, work, now, opening)
    return _ask(core, work, now, opening, topic)


def _next_topic(core: Core, work: Work, now: Situation) -> Topic | None:
    is_booked = booking.meeting_of(core, work, now.lead.id) is not None
    is_texting = now.conversation.channel == Channel.SMS  # so we have the number
    closed = {topic for topic, is_closed in ((Topic.SLOT, is_booked), (Topic.PHONE, is_texting)) if is_closed}
    today = local_day(now.lead, core.clock())
    return next_question(now.assessment.facts, core.model, today, closed=closed)


def _opening(now: Situation) -> tuple[Say, ...]:
    """A word on what was just heard."""
    if now.heard.corrected:
        changed = " and ".join(topic.replace("_", " ") for topic in Topic if topic in now.heard.corrected)
        return (Say("utter_corrected", {"what": changed}, variant=now.conversation.last_seq),)
    if now.heard.learnt and now.conversation.asking is not None:
        return (Say("utter_ack", variant=now.conversation.last_seq),)
    return ()


def _ask(
    core: Core, work: Work, now: Situation, opening: tuple[Say, ...], topic: Topic
) -> tuple[Plan, Conversation]:
    how = insist(now.conversation, topic, now.heard)
    if how is Insistence.PERSON and now.conversation.tries >= MAX_TRIES:
        return _give_up(core, work, now, topic)
    say, conversation = next_wording(now.conversation, topic, how)
    if how is Insistence.REPHRASE and (reason := _invalid(now, topic)):
        say = replace(say, key=reason)
    return Plan((*opening, say), topic), conversation


def _invalid(now: Situation, topic: Topic) -> str | None:
    context = Context(now=now.conversation.updated_at, asking=topic)
    return INVALID.get(topic) if invalid_contact(now.words, context) is topic else None


def _give_up(core: Core, work: Work, now: Situation, topic: Topic) -> tuple[Plan, Conversation]:
    """They do not want or cannot answer this one: take it for unknown and go on."""
    unknown = Answer(
        id=core.new_id(),
        topic=topic,
        standing=Standing.UNKNOWN,
        value=None,
        text=now.words,
        message_id=f"given-up:{core.new_id()}",
        at=core.clock(),
    )
    work.facts.add_answers(now.lead.id, [unknown])
    lead, assessment = rescore(core, work, now.lead, facts_of(work, now.lead.id))
    conversation = replace(now.conversation, asking=None, tries=0)
    return next_move(
        core, work, replace(now, lead=lead, assessment=assessment, conversation=conversation, choice=None)
    )


def _offer(
    core: Core, work: Work, now: Situation, opening: Iterable[Say] = (), *, key: str | None = None
) -> tuple[Plan, Conversation]:
    """Put free slots on the table; the rep hears of a hot lead whether or not one is picked."""
    lead = followups.start(core, work, now.lead, _followup(now, core.model))
    handoffs.open_in(core, work, lead, conversation_id=now.conversation.id, reason=HandoffReason.HOT)
    is_asked_again = now.conversation.asking is Topic.SLOT and key is None and not now.heard.answered
    exclude = () if is_asked_again or key == "utter_slot_taken" else now.conversation.offered
    slots = booking.offer_in(core, work, lead, exclude=exclude)
    if not slots:
        return Plan((*opening, Say("utter_no_slots"))), replace(now.conversation, asking=None, offered=())
    said = "utter_slot_unclear" if is_asked_again and not now.heard.is_aside else "utter_offer_slots"
    offer = offer_of(lead, slots, key=key or said, variant=now.conversation.last_seq)
    conversation = replace(
        now.conversation, asking=Topic.SLOT, tries=0, offered=tuple(slot.id for slot in slots)
    )
    return Plan((*opening, offer), Topic.SLOT), conversation


def offer_of(lead: Lead, slots: Iterable[Slot], *, key: str, variant: int) -> Say:
    """These slots as buttons, in the prospect's zone."""
    buttons = tuple(
        (render_when(slot.start, lead.timezone, style=WhenStyle.BUTTON), f"{SLOT_PAYLOAD}{slot.id}")
        for slot in slots
    )
    return Say(key, {"zone": zone_of(lead).key}, variant=variant, buttons=buttons)


def _on_choice(core: Core, work: Work, now: Situation) -> tuple[Plan, Conversation]:
    wanted = _chosen_slot(now)
    if wanted is None:
        return _offer(core, work, now, key="utter_other_slots")
    try:
        meeting = _book_or_move(core, work, now.lead, parse_slot_id(wanted))
    except (SlotTaken, NotBookable):
        return _offer(core, work, now, key="utter_slot_taken")
    lead = work.leads.get(now.lead.id) or now.lead
    followups.start(core, work, lead, _followup(now, core.model))
    handoffs.open_in(core, work, lead, conversation_id=now.conversation.id, reason=HandoffReason.HOT)
    closed = replace(now.conversation, asking=None, tries=0, offered=())
    return Plan((_booked(core, work, meeting),)), closed


def _book_or_move(core: Core, work: Work, lead: Lead, slot: Slot) -> Booking:
    standing = booking.meeting_of(core, work, lead.id)
    if standing is None:
        return booking.book_in(core, work, lead, slot)
    return booking.reschedule_in(core, work, standing.id, slot)


def _chosen_slot(now: Situation) -> str | None:
    choice = now.choice
    if isinstance(choice, str):
        return choice
    if choice is None or choice.none_fits or choice.index is None:
        return None
    return now.conversation.offered[choice.index] if choice.index < len(now.conversation.offered) else None


def _booked(core: Core, work: Work, meeting: Booking) -> Say:
    rep = work.reps.get(meeting.rep_id)
    params = {
        "rep": rep.name if rep else "",
        "when": render_when(meeting.start, meeting.timezone, end=meeting.end),
        "manage": booking.manage_link(core, meeting),
    }
    return Say("utter_booked", params)


def _close(core: Core, work: Work, now: Situation, opening: tuple[Say, ...]) -> tuple[Plan, Conversation]:
    """Nothing is worth asking any more: start the follow-up, and say so once."""
    conversation = replace(now.conversation, asking=None, tries=0, offered=())
    if booking.meeting_of(core, work, now.lead.id) is not None:
        return Plan(opening), conversation
    planned = _followup(now, core.model)
    is_news = now.lead.nurture is None and now.lead.disposition is None
    followups.start(core, work, now.lead, planned)
    if is_news:
        return Plan((_closing(planned),)), conversation
    if now.heard.answered:
        return Plan((Say("utter_close_updated", variant=conversation.last_seq),)), conversation
    return Plan(), conversation


def _closing(planned: Followup) -> Say:
    missing = " and ".join(topic.replace("_", " ") for topic in planned.missing)
    return Say(CLOSINGS.get(planned.kind, "utter_no_slots"), {"missing": missing})


def _followup(now: Situation, model: ScoringModel) -> Followup:
    assessed = now.assessment
    return followup(assessed.facts, model, quadrant=assessed.quadrant, bant=assessed.bant)
