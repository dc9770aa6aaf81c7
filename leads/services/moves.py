"""The bot's next move: another question, a meeting, or the end of the questions.

Called inside the transaction that heard the message, so that what is promised and what is kept agree.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from leads.domain.answers import Answer, Standing
from leads.domain.conversation import Conversation
from leads.domain.dialogue import MAX_TRIES, Heard, Insistence, Plan, Say, insist, next_wording
from leads.domain.followup import Followup, FollowupKind, followup
from leads.domain.handoff import HandoffReason
from leads.domain.lead import Channel, Lead, Stage
from leads.domain.parsing.contact import invalid_contact
from leads.domain.parsing.context import Context
from leads.domain.questions import next_question
from leads.domain.topics import Topic
from leads.services import booking, followups, handoffs, offers
from leads.services.assess import Assessment, facts_of, local_day, rescore
from leads.services.core import Core
from leads.services.offers import Move, Pick
from leads.services.ports import Work

__all__ = ["Situation", "next_move"]

CLOSINGS = {
    FollowupKind.SALES_NOW: "utter_close_sales",
    FollowupKind.NURTURE: "utter_close_nurture",
    FollowupKind.SELF_SERVE: "utter_close_offer",
    FollowupKind.DISQUALIFY: "utter_close_disqualified",
}
INVALID = {Topic.EMAIL: "utter_invalid_email", Topic.PHONE: "utter_invalid_phone"}
UNDECIDED = {Stage.NEW, Stage.QUALIFYING}


@dataclass(frozen=True, slots=True)
class Situation:
    """What the next move depends on, after a message was heard; `pick` is the slot they mean, if any."""

    conversation: Conversation
    lead: Lead
    assessment: Assessment
    heard: Heard
    pick: Pick | None
    words: str


def next_move(core: Core, work: Work, now: Situation) -> Move:
    """What to say and ask, and the conversation as it stands after that."""
    if now.pick is not None:
        lead = _to_sales(core, work, now)
        return offers.take(core, work, lead, now.conversation, now.pick)
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
    variant = now.conversation.last_seq
    if now.heard.corrected:
        return (Say("utter_corrected", {"what": _names(now.heard.corrected)}, variant=variant),)
    if now.heard.learnt and now.conversation.asking is not None:
        key = "utter_ack_withheld" if now.heard.answered == now.heard.withheld else "utter_ack"
        return (Say(key, variant=variant),)
    return ()


def _ask(core: Core, work: Work, now: Situation, opening: tuple[Say, ...], topic: Topic) -> Move:
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


def _give_up(core: Core, work: Work, now: Situation, topic: Topic) -> Move:
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
    return next_move(core, work, replace(now, lead=lead, assessment=assessment, conversation=conversation))


def _offer(core: Core, work: Work, now: Situation, opening: tuple[Say, ...]) -> Move:
    lead = _to_sales(core, work, now)
    is_unclear = now.conversation.asking is Topic.SLOT and not now.heard.is_aside and not now.heard.answered
    key = "utter_slot_unclear" if is_unclear else "utter_offer_slots"
    return offers.offer(core, work, lead, now.conversation, key=key, opening=opening)


def _to_sales(core: Core, work: Work, now: Situation) -> Lead:
    """Start the follow-up of a lead for sales; the reps hear of it whether or not a slot is picked."""
    lead = followups.start(core, work, now.lead, _followup(now, core))
    handoffs.open_in(core, work, lead, conversation_id=now.conversation.id, reason=HandoffReason.HOT)
    return lead


def _close(core: Core, work: Work, now: Situation, opening: tuple[Say, ...]) -> Move:
    """Nothing is worth asking any more: start the follow-up, and say so once."""
    conversation = offers.withdraw(now.conversation)
    nothing_new = (
        () if now.heard.is_aside else (Say("utter_close_nothing_new", variant=conversation.last_seq),)
    )
    if booking.meeting_of(core, work, now.lead.id) is not None:
        return Plan(opening or nothing_new), conversation
    planned = _followup(now, core)
    followups.start(core, work, now.lead, planned)
    if now.lead.stage in UNDECIDED or now.conversation.asking is not None:
        return Plan((Say(CLOSINGS[planned.kind], {"missing": _names(planned.missing)}),)), conversation
    if now.heard.answered:
        return Plan((Say("utter_close_updated", variant=conversation.last_seq),)), conversation
    return Plan(nothing_new), conversation


def _names(topics: Collection[Topic]) -> str:
    return " and ".join(topic.replace("_", " ") for topic in Topic if topic in topics)


def _followup(now: Situation, core: Core) -> Followup:
    assessed = now.assessment
    return followup(assessed.facts, core.model, quadrant=assessed.quadrant, bant=assessed.bant)
