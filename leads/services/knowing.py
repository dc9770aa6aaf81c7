"""What we know about a visitor, for the visitor: answers and what we noticed, to put right or take away."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from leads.domain.answers import Answer, Standing, Text
from leads.domain.conversation import Conversation
from leads.domain.dialogue import Say
from leads.domain.facts import Facts, Signal
from leads.domain.lead import Channel, Lead, Source
from leads.domain.ledger import Kind
from leads.domain.telling import in_words, told
from leads.domain.topics import Topic
from leads.services import intake, statements
from leads.services.assess import facts_of, rescore, zone_of
from leads.services.core import Core
from leads.services.errors import ConversationNotFound, InvalidField
from leads.services.intake import LeadChanges
from leads.services.ports import Work
from leads.services.sightings import has_agreed
from leads.services.statements import Statement

__all__ = ["Holding", "Known", "Origin", "correct", "forget_answer", "forget_signal", "held", "what_we_know"]

ACTOR = "visitor"
HERE = "here"  # how answers they put right begin that they gave in no message
TAKEN_AWAY = "Taken away at their wish"
UNREADABLE = "I can't make anything of that. Could you put it differently?"


class Origin(StrEnum):
    """Where an answer came from."""

    SAID = "said"  # in the conversation
    HERE = "here"  # where they look at what we know
    TOLD = "told"  # by somebody else: a form, a program, a colleague of ours


@dataclass(frozen=True, slots=True)
class Known:
    """One answer in force: what we understood, and the words it came from."""

    topic: Topic
    value: str
    words: str
    at: datetime
    origin: Origin
    kind: Kind = Kind.EXPLICIT


@dataclass(frozen=True, slots=True)
class Holding:
    """Everything we hold about a visitor, the conversation itself apart, which they have before them."""

    answers: tuple[Known, ...] = ()
    signals: tuple[Signal, ...] = ()
    source: Source = field(default_factory=Source)
    timezone: str | None = None
    may_note: bool = False


def held(core: Core, sender: str) -> Holding:
    """What we hold about this visitor."""
    with core.store.reading() as work:
        may_note = has_agreed(work, sender)
        conversation = work.conversations.by_sender(Channel.WIDGET, sender)
        lead = work.leads.get(conversation.lead_id) if conversation else None
        if lead is None:
            return Holding(signals=tuple(work.sightings.of_visitor(sender)), may_note=may_note)
        facts = facts_of(work, lead.id)
        return Holding(_answers(work, facts), facts.signals, lead.source, lead.timezone, may_note)


def what_we_know(conversation: Conversation, facts: Facts) -> Say:
    """What is said to whoever asks in the conversation: every answer, and where to change it."""
    known = told(facts, Topic)
    if not known:
        return Say("utter_nothing_known", variant=conversation.last_seq)
    is_widget = conversation.channel == Channel.WIDGET
    key = "utter_what_we_know_here" if is_widget else "utter_what_we_know"
    return Say(key, {"known": known}, variant=conversation.last_seq)


def correct(core: Core, sender: str, topic: Topic, words: str) -> str:
    """Put an answer right in their own words; scores follow. The id of their conversation.

    Raises InvalidField for words that say nothing about the topic, ConversationNotFound.
    """

    def change(core: Core, work: Work, lead: Lead) -> None:
        _refuse_unreadable(core, work, lead, Statement(topic, words))
        told = LeadChanges(told=(Statement(topic, words),))
        intake.change_lead(core, work, lead.id, told, actor=ACTOR, origin=HERE)

    return _changing(core, sender, change)


def forget_answer(core: Core, sender: str, topic: Topic) -> str:
    """Take an answer away, and not ask for it again; scores follow. The id of their conversation.

    The words in the conversation stay there until everything is erased. Raises ConversationNotFound.
    """

    def change(core: Core, work: Work, lead: Lead) -> None:
        work.erasing.answers(lead.id, topic, reason=TAKEN_AWAY)
        now = core.clock()
        declined = Answer(core.new_id(), topic, Standing.DECLINED, None, "", f"{HERE}:{core.new_id()}", now)
        work.facts.add_answers(lead.id, [declined])
        rescore(core, work, _without(lead, topic), facts_of(work, lead.id))
        work.audit(ACTOR, "answer.forget", lead_id=lead.id, detail={"topic": topic}, at=now)

    return _changing(core, sender, change)


def forget_signal(core: Core, sender: str, signal_id: str) -> str:
    """Take away one thing we noticed; scores follow. The id of their conversation.

    Raises ConversationNotFound: what a stranger did goes with their consent.
    """

    def change(core: Core, work: Work, lead: Lead) -> None:
        if work.erasing.signal(lead.id, signal_id):
            rescore(core, work, lead, facts_of(work, lead.id))
            work.audit(ACTOR, "signal.forget", lead_id=lead.id, detail={}, at=core.clock())

    return _changing(core, sender, change)


def _changing(core: Core, sender: str, change: Callable[[Core, Work, Lead], None]) -> str:
    """Change what we know of this visitor alone."""
    with core.store.writing() as work:
        conversation = work.conversations.by_sender(Channel.WIDGET, sender, lock=True)
        lead = work.leads.get(conversation.lead_id, lock=True) if conversation else None
        if conversation is None or lead is None:
            raise ConversationNotFound
        change(core.pinned(), work, lead)
        return conversation.id


def _without(lead: Lead, topic: Topic) -> Lead:
    """The lead without the copy of this answer that lists show."""
    match topic:
        case Topic.NAME:
            return replace(lead, name=None)
        case Topic.COMPANY:
            return replace(lead, company=None)
        case Topic.EMAIL:
            return replace(lead, email=None)
        case Topic.PHONE:
            return replace(lead, phone=None)
        case _:
            return lead


def _answers(work: Work, facts: Facts) -> tuple[Known, ...]:
    return tuple(_known(work, facts.answers[topic]) for topic in Topic if facts.value(topic) is not None)


def _known(work: Work, answer: Answer) -> Known:
    if answer.value is None:
        raise ValueError("Only what was given has words.")
    # A text may be long: it is theirs, and shown whole.
    value = answer.value.text if isinstance(answer.value, Text) else in_words(answer.value)
    return Known(answer.topic, value, answer.text, answer.at, _origin(work, answer))


def _origin(work: Work, answer: Answer) -> Origin:
    if answer.message_id.startswith(f"{HERE}:"):
        return Origin.HERE
    return Origin.SAID if work.inbox.get(answer.message_id) else Origin.TOLD


def _refuse_unreadable(core: Core, work: Work, lead: Lead, statement: Statement) -> None:
    country = facts_of(work, lead.id).value(Topic.COUNTRY)
    parsed = statements.read(
        [statement],
        now=core.clock().astimezone(zone_of(lead)),
        country=country.text if isinstance(country, Text) else None,
    )
    if any(item.standing is Standing.UNKNOWN for item in parsed):
        raise InvalidField(statement.topic, UNREADABLE)
