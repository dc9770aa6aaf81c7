"""What to say next: from what was just understood and what is still worth asking. Pure.

Rasa's rules answer questions and interruptions; this decides about *our* question: which one, in which
wording, and when to stop insisting. Wordings are response keys of `domain.yml`; no words are written here.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from enum import StrEnum

from leads.domain.conversation import Conversation
from leads.domain.remarks import Remark
from leads.domain.topics import Topic

__all__ = [
    "MAX_TRIES",
    "Heard",
    "Insistence",
    "Plan",
    "Say",
    "has_offered_a_person",
    "insist",
    "next_wording",
]

MAX_REPHRASINGS = 2
MAX_TRIES = MAX_REPHRASINGS + 2  # then buttons, then the offer of a person


class Insistence(StrEnum):
    """How a question is put, from the first time to the last."""

    QUESTION = "question"
    REMINDER = "reminder"
    REPHRASE = "rephrase"
    BUTTONS = "buttons"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Say:
    """One thing to say: a response key, the values for its placeholders, and which of its variants.

    `buttons` are (title, payload), shown after those that the response has itself.
    """

    key: str
    params: Mapping[str, str] = field(default_factory=dict)
    variant: int = 0
    buttons: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The bot's move after one message: what it says itself, and what it then waits for."""

    say: tuple[Say, ...] = ()
    asking: Topic | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """What one message brought: topics answered for the first time, topics corrected, and what else it was.

    Of these, `withheld` are those they did not know or would not tell. `repeated` are topics they spoke of
    without telling anything new.
    """

    learnt: Set[Topic] = frozenset()
    corrected: Set[Topic] = frozenset()
    withheld: Set[Topic] = frozenset()
    repeated: Set[Topic] = frozenset()
    remark: Remark = Remark.NONE

    @property
    def answered(self) -> Set[Topic]:
        """Everything it said something about."""
        return self.learnt | self.corrected


def has_offered_a_person(conversation: Conversation) -> bool:
    """Whether the last thing we said about the open question was whether they would like a person."""
    return conversation.asking is not None and conversation.tries >= MAX_TRIES


def insist(conversation: Conversation, topic: Topic, heard: Heard) -> Insistence:
    """How to put the question about `topic` now.

    Two rephrasings, then buttons, then the offer of a person: counted only while they answer something we
    cannot read, or too little ("yes, there is a budget"). Asking us something back, or telling us something
    else, is not a failure to answer; after an aside the question is put in fewer words.
    """
    if conversation.asking is not topic or (heard.answered | heard.repeated) - {topic}:
        return Insistence.QUESTION
    if heard.remark in (Remark.RESUME, Remark.BACK, Remark.MEETING):
        return Insistence.QUESTION
    if heard.remark is Remark.ASIDE or heard.remark.is_about_their_meeting:
        return Insistence.REMINDER
    failed = conversation.tries + 1
    if failed <= MAX_REPHRASINGS:
        return Insistence.REPHRASE
    return Insistence.BUTTONS if failed == MAX_REPHRASINGS + 1 else Insistence.PERSON


def next_wording(
    conversation: Conversation, topic: Topic, how: Insistence
) -> tuple[tuple[Say, ...], Conversation]:
    """The wording for `topic`, and the conversation with the asking counted.

    One aside after the other gets no question each time: only the first, the second, the fourth, the eighth.
    """
    match how:
        case Insistence.REMINDER:
            return _reminder(conversation, topic)
        case Insistence.QUESTION:
            return _question(conversation, topic)
        case _:
            return _once_more(conversation, topic, how)


def _reminder(conversation: Conversation, topic: Topic) -> tuple[tuple[Say, ...], Conversation]:
    count = conversation.asides + 1
    is_due = count & (count - 1) == 0
    say = (Say(f"utter_{Insistence.REMINDER}_{topic}", variant=count.bit_length() - 1),) if is_due else ()
    return say, replace(conversation, asides=count)


def _question(conversation: Conversation, topic: Topic) -> tuple[tuple[Say, ...], Conversation]:
    asked = conversation.asked.get(topic, 0)
    counted = replace(
        conversation,
        asking=topic,
        tries=conversation.tries if conversation.asking is topic else 0,
        asked={**conversation.asked, topic: asked + 1},
        asides=0,
    )
    return (Say(f"utter_{Insistence.QUESTION}_{topic}", variant=asked),), counted


def _once_more(
    conversation: Conversation, topic: Topic, how: Insistence
) -> tuple[tuple[Say, ...], Conversation]:
    failed = conversation.tries + 1
    counted = replace(conversation, tries=failed, asides=0)
    if how is Insistence.PERSON:
        return (Say("utter_offer_person", variant=conversation.last_seq),), counted
    # Each repetition takes the next variant, so that no sentence is heard over and over.
    return (Say(f"utter_{how}_{topic}", variant=failed - 1),), counted
