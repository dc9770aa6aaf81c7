"""The bot's next move: another question, a meeting, or the end of the questions.

Called inside the transaction that heard the message, so that what is promised and what is kept agree.
"""

from dataclasses import replace

from leads.domain.acknowledging import opening
from leads.domain.answers import Answer, Standing
from leads.domain.dialogue import Insistence, Plan, Say, has_offered_a_person, insist, next_wording
from leads.domain.facts import Facts
from leads.domain.handoff import HandoffReason
from leads.domain.lead import Channel
from leads.domain.parsing.contact import invalid_contact
from leads.domain.parsing.context import Context
from leads.domain.questions import next_question
from leads.domain.remarks import Remark
from leads.domain.topics import Topic
from leads.services import booking, endings, followups, handoffs, offers
from leads.services.assess import facts_of, local_day, rescore
from leads.services.core import Core
from leads.services.offers import Move, Pick
from leads.services.ports import Work
from leads.services.situation import Situation

__all__ = ["next_move"]

INVALID = {Topic.EMAIL: "utter_invalid_email", Topic.PHONE: "utter_invalid_phone"}


def next_move(core: Core, work: Work, now: Situation) -> Move:
    """What to say and ask, and the conversation as it stands after that."""
    remark = now.heard.remark
    if now.choice is not None:
        return _take(core, work, now, now.choice)
    if remark is Remark.PERSON:
        return _call_a_person(core, work, now)
    if remark is Remark.CORRECTION:
        return _ask_what_is_right(now)
    if remark.ends_the_questions:
        return endings.let_go(core, work, now)
    if remark.is_about_their_meeting and booking.meeting_of(core, work, now.lead.id):
        # Other times are on the table next, or nothing is.
        return Plan(asking=Topic.SLOT if remark is Remark.MOVES else None), now.conversation
    if now.conversation.asking is Topic.SLOT and (meeting := booking.meeting_of(core, work, now.lead.id)):
        return endings.go_on_moving(core, work, now, meeting)
    topic = _next_topic(core, work, now)
    if remark is Remark.FAREWELL and topic is not None:
        return Plan(asking=now.conversation.asking), now.conversation
    if topic is None or not _may_ask(now, topic):
        return endings.close(core, work, now)
    if topic is Topic.SLOT:
        return endings.offer_meeting(core, work, now) or _give_up(core, work, now, topic)
    if remark is Remark.MEETING and endings.is_left_to_a_colleague(core, now, topic):
        return _then_ask(endings.meet_by_hand(core, work, now), topic)
    return _ask(core, work, now, topic)


def _ask_what_is_right(now: Situation) -> Move:
    """What they told last is wrong: the next message may say it anew."""
    given = [answer for answer in now.assessment.facts.answers.values() if answer.value is not None]
    last = max(given, key=lambda answer: answer.at, default=None)
    topic = last.topic if last else now.conversation.asking
    say = Say("utter_correct_what", variant=now.conversation.last_seq)
    return Plan((say,), topic), replace(now.conversation, asking=topic, tries=0, asides=0)


def _take(core: Core, work: Work, now: Situation, pick: Pick) -> Move:
    """Book what they picked; then, if we do not know it yet, ask whom we are to meet."""
    lead = endings.to_sales(core, work, now)
    move = offers.take(core, work, lead, now.conversation, pick, words=now.words)
    if move is None:
        meeting = booking.meeting_of(core, work, lead.id)
        return endings.leave(core, work, now, meeting) if meeting else _give_up(core, work, now, Topic.SLOT)
    plan, _ = move
    topic = None if plan.asking else _next_topic(core, work, now)
    return move if topic in (None, Topic.SLOT) else _then_ask(move, topic)


def _then_ask(move: Move, topic: Topic) -> Move:
    plan, conversation = move
    say, asked = next_wording(conversation, topic, Insistence.QUESTION)
    return Plan((*plan.say, *say), topic), asked


def _next_topic(core: Core, work: Work, now: Situation) -> Topic | None:
    is_booked = booking.meeting_of(core, work, now.lead.id) is not None
    is_texting = now.conversation.channel == Channel.SMS  # so we have the number
    closed = {topic for topic, is_closed in ((Topic.SLOT, is_booked), (Topic.PHONE, is_texting)) if is_closed}
    today = local_day(now.lead, core.clock())
    asking = now.conversation.asking
    return next_question(_facts(now), core.model, today, closed=closed, asking=asking)


def _facts(now: Situation) -> Facts:
    """The facts; whoever asks for a meeting has not turned the times down, whatever they said before."""
    facts = now.assessment.facts
    if now.heard.remark is not Remark.MEETING:
        return facts
    return replace(
        facts, answers={topic: facts.answers[topic] for topic in facts.answers if topic is not Topic.SLOT}
    )


def _may_ask(now: Situation, topic: Topic) -> bool:
    """Once all was said, a word in passing does not start the questions again."""
    remark = now.heard.remark
    if not now.is_at_rest or now.heard.answered or remark is Remark.MEETING:
        return True
    return topic is Topic.SLOT and not remark.is_beside_the_question


def _ask(core: Core, work: Work, now: Situation, topic: Topic) -> Move:
    if (
        has_offered_a_person(now.conversation)
        and insist(now.conversation, topic, now.heard) is Insistence.PERSON
    ):
        return _give_up(core, work, now, topic)
    followups.reopen(work, now.lead)
    how = insist(now.conversation, topic, now.heard)
    say, conversation = next_wording(now.conversation, topic, how)
    if how is Insistence.REPHRASE and (reason := _invalid(now, topic)):
        say = tuple(replace(each, key=reason) for each in say)
    return Plan((*opening(now.conversation, now.heard, now.assessment.facts), *say), topic), conversation


def _invalid(now: Situation, topic: Topic) -> str | None:
    context = Context(now=now.conversation.updated_at, asking=topic)
    return INVALID.get(topic) if invalid_contact(now.words, context) is topic else None


def _call_a_person(core: Core, work: Work, now: Situation) -> Move:
    """They took up the offer of a person: the question they could not answer is left."""
    topic, seq = now.conversation.asking, now.conversation.last_seq
    is_news = handoffs.open_in(
        core, work, now.lead, conversation_id=now.conversation.id, reason=HandoffReason.ASKED
    )
    said = Say("utter_handed_over" if is_news else "utter_handed_over_again", variant=seq)
    if topic is None:
        return Plan((said,)), now.conversation
    plan, conversation = _give_up(core, work, now, topic)
    return replace(plan, say=(said, *plan.say)), conversation


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
    conversation = offers.withdraw(now.conversation)
    left = frozenset() if now.heard.remark is Remark.PERSON else frozenset({topic})
    heard = replace(now.heard, learnt=left, withheld=left, remark=Remark.NONE)
    return next_move(
        core,
        work,
        replace(now, lead=lead, assessment=assessment, conversation=conversation, heard=heard, pick=None),
    )
