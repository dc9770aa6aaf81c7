"""What to say next: from what was just understood and what is still worth asking. Pure.

Rasa's rules answer questions and interruptions; this decides about *our* question: which one, in which
wording, and when to stop insisting. Wordings are response keys of `domain.yml`; no words are written here.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from enum import StrEnum

from leads.domain.conversation import Conversation
from leads.domain.topics import Topic

__all__ = ["MAX_TRIES", "Heard", "Insistence", "Plan", "Say", "insist", "next_wording"]

MAX_REPHRASINGS = 2
MAX_TRIES = MAX_REPHRASINGS + 2  # then buttons, then the offer of a person


class Insistence(StrEnum):
    """How a question is put, from the first time to the last."""

    QUESTION = "question"
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
    """What one message brought: topics answered for the first time, and topics corrected.

    Of these, `withheld` are those they did not know or would not tell.

    `is_aside` says that they left our question aside on purpose: asked us something, made small talk.
    """

    learnt: Set[Topic] = frozenset()
    corrected: Set[Topic] = frozenset()
    withheld: Set[Topic] = frozenset()
    is_aside: bool = False

    @property
    def answered(self) -> Set[Topic]:
        """Everything it said something about."""
        return self.learnt | self.corrected


def insist(conversation: Conversation, topic: Topic, heard: Heard) -> Insistence:
    """How to put the question about `topic` now.

    Two rephrasings, then buttons, then the offer of a person: counted only while they answer something we
    cannot read, or too little ("yes, there is a budget"). Asking us something back, or telling us something
    else, is not a failure to answer.
    """
    if conversation.asking is not topic or heard.is_aside or heard.answered - {topic}:
        return Insistence.QUESTION
    failed = conversation.tries + 1
    if failed <= MAX_REPHRASINGS:
        return Insistence.REPHRASE
    return Insistence.BUTTONS if failed == MAX_REPHRASINGS + 1 else Insistence.PERSON


def next_wording(conversation: Conversation, topic: Topic, how: Insistence) -> tuple[Say, Conversation]:
    """The wording for `topic`, and the conversation with the asking counted."""
    asked = conversation.asked.get(topic, 0)
    failed = 0 if how is Insistence.QUESTION else conversation.tries + 1
    counted = replace(
        conversation,
        asking=topic,
        tries=conversation.tries if how is Insistence.QUESTION and conversation.asking is topic else failed,
        asked={**conversation.asked, topic: asked + 1},
    )
    if how is Insistence.PERSON:
        return Say("utter_offer_person"), counted
    # Each repetition takes the next variant, so that no sentence is heard over and over.
    variant = asked if how is Insistence.QUESTION else failed - 1
    return Say(f"utter_{how}_{topic}", variant=variant), counted
