"""The ends of the questions: a meeting offered, a follow-up started, or a prospect let go."""

from dataclasses import replace
from typing import assert_never

from leads.domain.acknowledging import opening
from leads.domain.booking import Booking
from leads.domain.consent import Medium
from leads.domain.dialogue import Plan, Say
from leads.domain.followup import Followup, FollowupKind
from leads.domain.handoff import HandoffReason
from leads.domain.lead import DispositionReason, Lead
from leads.domain.remarks import Remark
from leads.domain.telling import listed, told
from leads.domain.topics import BANT, Topic
from leads.services import booking, followups, handoffs, offers
from leads.services.core import Core
from leads.services.leaving import leave_alone
from leads.services.offers import Move
from leads.services.ports import Work
from leads.services.situation import Situation

__all__ = [
    "close",
    "go_on_moving",
    "is_left_to_a_colleague",
    "leave",
    "let_go",
    "meet_by_hand",
    "offer_meeting",
    "to_sales",
]

LEAVING = {
    Remark.NOT_INTERESTED: "utter_close_not_interested",
    Remark.NO_NEED: "utter_close_no_need",
    Remark.JUST_LOOKING: "utter_close_no_need",
    Remark.ENOUGH: "utter_close_enough",
}


def offer_meeting(core: Core, work: Work, now: Situation) -> Move | None:
    """Put slots on the table; None when that has been going on for too long."""
    is_open = now.conversation.asking is Topic.SLOT
    said = _said_before(now) if is_open else (*_said_before(now), *_summary(now))
    return _offer_times(core, work, replace(now, lead=to_sales(core, work, now)), said)


def go_on_moving(core: Core, work: Work, now: Situation, meeting: Booking) -> Move:
    """Times are on the table for a meeting that stands: until they pick one, or leave it where it is."""
    wants_it_as_it_is = Topic.SLOT in now.heard.withheld
    move = None if wants_it_as_it_is else _offer_times(core, work, now, _said_before(now))
    return move or leave(core, work, now, meeting)


def leave(core: Core, work: Work, now: Situation, meeting: Booking) -> Move:
    """The meeting stays where it is."""
    stays = offers.confirmation(core, work, meeting, key="utter_already_booked")
    return Plan((stays,)), offers.withdraw(now.conversation)


def _offer_times(core: Core, work: Work, now: Situation, said: tuple[Say, ...]) -> Move | None:
    """Times as they wish, or as we have them; None when that has been going on for too long."""
    lead, conversation, heard = now.lead, now.conversation, now.heard
    is_open = conversation.asking is Topic.SLOT
    if now.has_moved and is_open:
        return offers.offer(core, work, lead, conversation, key="utter_slots_elsewhere")
    words = now.words if _is_wish(now) else ""
    wished = offers.offer_wished(core, work, lead, conversation, words, opening=said)
    if wished is not None:
        return wished
    if is_open and heard.remark.is_beside_the_question:
        return offers.remind(conversation)
    if heard.remark is Remark.THINKING:
        return Plan((Say("utter_no_hurry", variant=conversation.last_seq),), Topic.SLOT), conversation
    if is_open and not heard.answered and heard.remark is not Remark.BACK:
        return offers.offer_again(core, work, lead, conversation, key="utter_slot_unclear", opening=said)
    return offers.offer(core, work, lead, conversation, opening=said)


def _is_wish(now: Situation) -> bool:
    """Whether a time in the message would be one to meet at."""
    is_open = now.conversation.asking is Topic.SLOT
    return now.heard.remark is Remark.MEETING or (is_open and not now.heard.answered)


def _said_before(now: Situation) -> tuple[Say, ...]:
    if now.heard.remark is Remark.MEETING:
        return ()  # they get what they ask for
    return opening(now.conversation, now.heard, now.assessment.facts)


def _summary(now: Situation) -> tuple[Say, ...]:
    """What we go by, said once, so that they can put it right before a colleague reads it."""
    if Topic.SLOT in now.conversation.asked:
        return ()
    summary = told(now.assessment.facts, BANT)
    return (Say("utter_summary", {"summary": summary}, variant=now.conversation.last_seq),)


def to_sales(core: Core, work: Work, now: Situation) -> Lead:
    """Start the follow-up of a lead for sales; the reps hear of it whether or not a slot is picked."""
    lead = followups.start(core, work, now.lead, now.followup(core))
    handoffs.open_in(core, work, lead, conversation_id=now.conversation.id, reason=HandoffReason.HOT)
    return lead


def close(core: Core, work: Work, now: Situation) -> Move:
    """Nothing is worth asking any more: start the follow-up, and say once how it goes on."""
    conversation = offers.withdraw(now.conversation)
    if now.is_at_rest and not now.heard.answered and now.heard.remark is not Remark.MEETING:
        return Plan(_nothing_new(core, work, now)), conversation
    meeting = booking.meeting_of(core, work, now.lead.id)
    if meeting is not None:
        return _see_you(core, work, now, meeting), conversation
    planned = now.followup(core)
    lead = followups.start(core, work, now.lead, planned)
    if now.heard.remark is Remark.MEETING and planned.kind is not FollowupKind.SALES_NOW:
        return meet_by_hand(core, work, now)
    is_news = lead.stage is not now.lead.stage or Topic.SLOT in now.heard.withheld
    if not now.is_at_rest or is_news:
        return Plan((_closing(planned, lead),)), conversation
    return Plan((Say("utter_close_updated", variant=conversation.last_seq),)), conversation


def _see_you(core: Core, work: Work, now: Situation, meeting: Booking) -> Plan:
    """Nothing is open but the meeting itself; an address told after it was booked gets the invitation."""
    if Topic.EMAIL in now.heard.answered:
        booking.invite_in(core, work, now.lead, meeting)
    if now.conversation.asking is not None and not now.heard.remark.is_beside_the_question:
        return Plan((*_said_before(now), Say("utter_see_you", variant=now.conversation.last_seq)))
    return Plan(_said_before(now) or _nothing_new(core, work, now))


def let_go(core: Core, work: Work, now: Situation) -> Move:
    """They want to be left alone, need nothing, or have had enough: no more questions."""
    remark, planned = now.heard.remark, now.followup(core)
    if booking.meeting_of(core, work, now.lead.id) is not None:
        return close(core, work, now)
    is_for_good = remark.is_for_good
    if not is_for_good and planned.kind is FollowupKind.SALES_NOW and (move := _last_offer(core, work, now)):
        return move
    if is_for_good:
        leave_alone(core, work, now.lead, wording=now.words, media=[Medium.EMAIL])
    followups.start(core, work, now.lead, _on_leaving(core, remark, planned))
    key = LEAVING.get(remark)
    say = (Say(key, variant=now.conversation.last_seq),) if key else ()
    return Plan(say), offers.withdraw(now.conversation)


def _last_offer(core: Core, work: Work, now: Situation) -> Move | None:
    """Whoever is one for sales and has enough of questions is shown times, if they were not before."""
    return None if now.conversation.asking is Topic.SLOT else offer_meeting(core, work, now)


def _on_leaving(core: Core, remark: Remark, planned: Followup) -> Followup:
    """What becomes of the lead: never touched again, or as its answers say."""
    if remark.is_for_good:
        return Followup(FollowupKind.DISQUALIFY, planned.tags, reason=DispositionReason.NOT_INTERESTED)
    if planned.kind is not FollowupKind.DISQUALIFY or remark is Remark.NO_NEED:
        return planned
    reason = DispositionReason.NOT_READY_TO_BUY
    return replace(planned, reason=reason, touch_in_days=core.model.touches.by_reason.get(reason))


def is_left_to_a_colleague(core: Core, now: Situation, topic: Topic) -> bool:
    """Whether the questions that could lead to a meeting are over, without one."""
    is_over = topic not in core.model.questions.order
    return is_over and now.followup(core).kind is not FollowupKind.SALES_NOW


def meet_by_hand(core: Core, work: Work, now: Situation) -> Move:
    """They ask for a meeting that we would not offer by ourselves: a colleague sees to it."""
    handoffs.open_in(core, work, now.lead, conversation_id=now.conversation.id, reason=HandoffReason.ASKED)
    say = Say("utter_meeting_by_hand", variant=now.conversation.last_seq)
    return Plan((say,)), offers.withdraw(now.conversation)


def _closing(planned: Followup, lead: Lead) -> Say:
    match planned.kind:
        case FollowupKind.SALES_NOW:
            return Say("utter_close_sales")
        case FollowupKind.NURTURE:
            is_reachable = lead.email or lead.phone
            key = "utter_close_nurture" if is_reachable else "utter_close_nurture_unreachable"
            return Say(key, {"missing": listed(planned.missing)})
        case FollowupKind.SELF_SERVE:
            return Say("utter_close_offer")
        case FollowupKind.DISQUALIFY:
            return Say(f"utter_close_{planned.reason}")
        case _:
            assert_never(planned.kind)


def _nothing_new(core: Core, work: Work, now: Situation) -> tuple[Say, ...]:
    meeting = booking.meeting_of(core, work, now.lead.id)
    is_back = now.heard.remark in (Remark.RESUME, Remark.BACK)
    if is_back and meeting is not None:
        return (offers.confirmation(core, work, meeting, key="utter_already_booked"),)
    if is_back:
        return (Say("utter_welcome_back", variant=now.conversation.last_seq),)
    if now.heard.remark.is_beside_the_question:
        return ()  # the rules have replied to it
    return (Say("utter_close_nothing_new", variant=now.conversation.last_seq),)
