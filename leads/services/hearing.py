"""Hearing a message: understand it, keep what it says, work out what the lead is worth, decide what to say.

One transaction, keyed by the message: hearing it again gives the same result and changes nothing.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from leads.domain.answers import Answer, Parsed, SlotChoice, Standing, YesNo
from leads.domain.conversation import Conversation, ConversationState
from leads.domain.dialogue import Heard, Plan
from leads.domain.facts import Facts, Signal, SignalKind
from leads.domain.lead import Stage
from leads.domain.parsing.own_data import asks_what_we_know
from leads.domain.remarks import Remark
from leads.domain.topics import Topic
from leads.services.assess import zone_of
from leads.services.core import Core
from leads.services.knowing import what_we_know
from leads.services.learning import Learnt, learn
from leads.services.moves import next_move
from leads.services.offers import Pick
from leads.services.plans import plan_from_json, plan_to_json
from leads.services.ports import Work
from leads.services.reading import FREE_TEXT, Read, read
from leads.services.situation import Situation
from leads.services.spoken import SLOT_PAYLOAD, Spoken
from leads.services.talks import talk_of
from leads.services.whereabouts import located

__all__ = ["Hearing", "Spoken", "hear"]

ACTION = "hear"


@dataclass(frozen=True, slots=True)
class Hearing:
    """What a message brought, and the bot's move.

    `is_aside` says that the message is beside our question: it is replied to before the plan is followed.
    """

    answered: Mapping[Topic, Standing]
    plan: Plan
    is_aside: bool = False


def hear(core: Core, spoken: Spoken) -> Hearing:
    """Keep what the message says and decide what to say next. Raises ConversationNotFound."""
    core = core.pinned()
    with core.store.writing() as work:
        kept = work.effects.get(spoken.message_id, ACTION)
        if kept is not None:
            return _from_json(kept)
        hearing = _hear(core, work, spoken)
        work.effects.put(spoken.message_id, ACTION, _to_json(hearing), at=core.clock())
        return hearing


def _hear(core: Core, work: Work, spoken: Spoken) -> Hearing:
    conversation, lead = talk_of(work, spoken.conversation_id)
    known = Facts.of(work.facts.answers(lead.id))
    here = core.clock().astimezone(zone_of(lead))
    said = read(conversation, known, spoken, here=here, language=lead.language)
    learnt = learn(
        core,
        work,
        replace(lead, stage=Stage.QUALIFYING) if lead.stage is Stage.NEW else lead,
        (item for item in said.parsed if not isinstance(item.value, SlotChoice)),
        words=lambda _: spoken.words,
        message_id=spoken.message_id,
        signals=_wishes(core, said, spoken),
        standing=_standing(conversation, said),
        before=known,
    )
    answered = {item.topic: item.standing for item in said.parsed}
    if conversation.state is not ConversationState.BOT:
        return Hearing(answered, Plan(asking=conversation.asking))
    lead = located(
        core, learnt.lead, conversation, learnt.assessment.facts, told=answered.keys(), words=spoken.words
    )
    has_moved = lead.timezone != learnt.lead.timezone
    if has_moved:
        work.leads.save(lead)
    situation = Situation(
        conversation=conversation,
        lead=lead,
        assessment=learnt.assessment,
        heard=_heard(learnt, said),
        pick=_pick(conversation, said.parsed, spoken),
        words=spoken.words,
        has_moved=has_moved,
    )
    plan, moved = next_move(core, work, situation)
    work.conversations.save(moved)
    if not said.parsed and asks_what_we_know(spoken.words):
        plan = replace(plan, say=(what_we_know(conversation, learnt.assessment.facts), *plan.say))
    return Hearing(answered, plan, said.remark.is_beside_the_question)


def _standing(conversation: Conversation, said: Read) -> Collection[Topic]:
    """What was told in free words is replaced when asked again or put right, not by a passing remark.

    Nor is the need by words that put something else right: "timing changed, we need it in May".
    """
    if not said.is_correction:
        return FREE_TEXT - {conversation.asking}
    return {Topic.NEED} if {item.topic for item in said.parsed} - {Topic.NEED} else ()


def _heard(learnt: Learnt, said: Read) -> Heard:
    topics = {answer.topic for answer in learnt.fresh}
    told_before = {topic for topic, answer in learnt.known.items() if _is_told(answer)}
    return Heard(
        learnt=topics - told_before,
        corrected=topics & told_before,
        withheld={answer.topic for answer in learnt.fresh if answer.value is None},
        repeated={item.topic for item in said.parsed if item.value is not None} - topics,
        remark=said.remark,
    )


def _is_told(answer: Answer) -> bool:
    """A need that was denied at first is told when it is named."""
    return answer.value is not None and answer.value != YesNo(yes=False)


def _wishes(core: Core, said: Read, spoken: Spoken) -> Iterable[Signal]:
    if said.remark is Remark.MEETING:
        yield Signal(f"{spoken.message_id}:meeting", SignalKind.MEETING_REQUESTED, core.clock())


def _pick(conversation: Conversation, parsed: Iterable[Parsed], spoken: Spoken) -> Pick | None:
    """The slot they mean: by place in the offer, or by id when they pressed its button."""
    if spoken.payload and spoken.payload.startswith(SLOT_PAYLOAD):
        return spoken.payload.removeprefix(SLOT_PAYLOAD)
    if conversation.asking is not Topic.SLOT:
        return None
    return next((item.value for item in parsed if isinstance(item.value, SlotChoice)), None)


def _to_json(hearing: Hearing) -> dict[str, Any]:
    return {
        "answered": dict(hearing.answered),
        "plan": plan_to_json(hearing.plan),
        "aside": hearing.is_aside,
    }


def _from_json(data: Mapping[str, Any]) -> Hearing:
    answered = {Topic(topic): Standing(standing) for topic, standing in data["answered"].items()}
    return Hearing(answered, plan_from_json(data["plan"]), bool(data.get("aside")))
