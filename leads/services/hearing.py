"""Hearing a message: understand it, keep what it says, work out what the lead is worth, decide what to say.

One transaction, keyed by the message: hearing it again gives the same result and changes nothing.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from leads.domain.answers import Parsed, SlotChoice, Standing
from leads.domain.booking import parse_slot_id
from leads.domain.conversation import Conversation, ConversationState
from leads.domain.dialogue import Heard, Plan, Say
from leads.domain.facts import Signal, SignalKind
from leads.domain.lead import Lead, Stage
from leads.domain.parsing.context import Context
from leads.domain.parsing.understand import understand
from leads.domain.topics import Topic
from leads.services.assess import zone_of
from leads.services.core import Core
from leads.services.learning import Learnt, learn
from leads.services.moves import Situation, next_move
from leads.services.offers import SLOT_PAYLOAD, Pick
from leads.services.plans import plan_from_json, plan_to_json
from leads.services.ports import Work
from leads.services.talks import talk_of

__all__ = ["Hearing", "Spoken", "hear"]

ACTION = "hear"
SURE = 0.6

#: Messages that ask us something or pass the time: they leave our question where it is.
ASIDES = frozenset(
    {
        "faq",
        "why_ask",
        "ask_human",
        "cancel_meeting",
        "change_meeting",
        "repeat",
        "thanks",
        "goodbye",
        "small_talk",
        "insult",
        "other_language",
        "greet",
    }
)
#: Answers in free words, for which such a message could be taken.
FREE_TEXT = frozenset(
    {Topic.NEED, Topic.CURRENT_SOLUTION, Topic.ROLE, Topic.COMPANY, Topic.INDUSTRY, Topic.NAME}
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A message of a prospect as the engine understands it: the words, and the intent it read in them.

    `payload` is what a pressed button stands for; it is read in place of the text.
    """

    conversation_id: str
    message_id: str
    text: str
    intent: str = ""
    confidence: float = 0.0
    payload: str | None = None

    @property
    def words(self) -> str:
        """What is to be read: an intent behind a button has no words."""
        if self.payload is None:
            return self.text
        return "" if self.payload.startswith(("/", SLOT_PAYLOAD)) else self.payload

    @property
    def is_aside(self) -> bool:
        """Whether it leaves our question aside on purpose."""
        return self.intent.partition("/")[0] in ASIDES


@dataclass(frozen=True, slots=True)
class Hearing:
    """What a message brought, and the bot's move."""

    answered: Mapping[Topic, Standing]
    plan: Plan


def hear(core: Core, spoken: Spoken) -> Hearing:
    """Keep what the message says and decide what to say next. Raises ConversationNotFound."""
    with core.store.writing() as work:
        kept = work.effects.get(spoken.message_id, ACTION)
        if kept is not None:
            return _from_json(kept)
        hearing = _hear(core, work, spoken)
        work.effects.put(spoken.message_id, ACTION, _to_json(hearing), at=core.clock())
        return hearing


def _hear(core: Core, work: Work, spoken: Spoken) -> Hearing:
    conversation, lead = talk_of(work, spoken.conversation_id)
    parsed = _understood(core, conversation, lead, spoken)
    learnt = learn(
        core,
        work,
        replace(lead, stage=Stage.QUALIFYING) if lead.stage is Stage.NEW else lead,
        (item for item in parsed if not isinstance(item.value, SlotChoice)),
        words=lambda _: spoken.words,
        message_id=spoken.message_id,
        signals=_wishes(core, spoken),
        standing=_standing(conversation, spoken),
    )
    answered = {item.topic: item.standing for item in parsed}
    if conversation.state is not ConversationState.BOT:
        return Hearing(answered, Plan(asking=conversation.asking))
    situation = Situation(
        conversation=conversation,
        lead=learnt.lead,
        assessment=learnt.assessment,
        heard=_heard(learnt, spoken),
        pick=_pick(conversation, parsed, spoken),
        words=spoken.words,
    )
    plan, moved = next_move(core, work, situation)
    work.conversations.save(moved)
    return Hearing(answered, _with_reply(plan, spoken) if answered else plan)


def _standing(conversation: Conversation, spoken: Spoken) -> Collection[Topic]:
    """What was told in free words is replaced when asked again or put right, not by a passing remark."""
    return () if spoken.intent == "correct" else FREE_TEXT - {conversation.asking}


def _heard(learnt: Learnt, spoken: Spoken) -> Heard:
    topics = {answer.topic for answer in learnt.fresh}
    return Heard(
        learnt=topics - learnt.known.keys(),
        corrected=topics & learnt.known.keys(),
        withheld={answer.topic for answer in learnt.fresh if answer.value is None},
        is_aside=spoken.is_aside,
    )


def _wishes(core: Core, spoken: Spoken) -> Iterable[Signal]:
    if spoken.intent == "book_meeting":
        yield Signal(f"{spoken.message_id}:meeting", SignalKind.MEETING_REQUESTED, core.clock())


def _with_reply(plan: Plan, spoken: Spoken) -> Plan:
    """A question of theirs that came with an answer is replied to first; alone, Rasa's rules reply to it."""
    if not spoken.intent.startswith("faq/"):
        return plan
    return replace(plan, say=(Say(f"utter_{spoken.intent}"), *plan.say))


def _understood(core: Core, conversation: Conversation, lead: Lead, spoken: Spoken) -> tuple[Parsed, ...]:
    if not spoken.words:
        return ()
    zone = zone_of(lead)
    offered = (parse_slot_id(slot).start.astimezone(zone) for slot in conversation.offered)
    context = Context(now=core.clock().astimezone(zone), asking=conversation.asking, offered=tuple(offered))
    parsed = understand(spoken.words, context)
    # A person must be had for the asking, so even a faint wish for one is not taken for an answer.
    if spoken.is_aside and (spoken.confidence >= SURE or spoken.intent == "ask_human"):
        parsed = tuple(item for item in parsed if item.topic not in FREE_TEXT)
    return parsed or _refusal(conversation.asking, spoken)


def _refusal(asking: Topic | None, spoken: Spoken) -> tuple[Parsed, ...]:
    """What the model heard as "don't know" or "won't say" where the core heard nothing."""
    standing = {"dont_know": Standing.UNKNOWN, "decline": Standing.DECLINED}.get(spoken.intent)
    if asking is None or standing is None or spoken.confidence < SURE:
        return ()
    return (Parsed(asking, standing),)


def _pick(conversation: Conversation, parsed: Iterable[Parsed], spoken: Spoken) -> Pick | None:
    """The slot they mean: by place in the offer, or by id when they pressed its button."""
    if spoken.payload and spoken.payload.startswith(SLOT_PAYLOAD):
        return spoken.payload.removeprefix(SLOT_PAYLOAD)
    if conversation.asking is not Topic.SLOT:
        return None
    return next((item.value for item in parsed if isinstance(item.value, SlotChoice)), None)


def _to_json(hearing: Hearing) -> dict[str, Any]:
    return {"answered": dict(hearing.answered), "plan": plan_to_json(hearing.plan)}


def _from_json(data: Mapping[str, Any]) -> Hearing:
    answered = {Topic(topic): Standing(standing) for topic, standing in data["answered"].items()}
    return Hearing(answered, plan_from_json(data["plan"]))
