"""What is said about a lead outside a conversation, topic by topic, and how it becomes answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from leads.domain.answers import Parsed, Standing, Text, Value
from leads.domain.parsing.contact import read_email, read_phone
from leads.domain.parsing.context import Context
from leads.domain.parsing.places import read_country
from leads.domain.parsing.understand import understand
from leads.domain.parsing.wording import clean, folded
from leads.domain.topics import Topic
from leads.services.errors import InvalidField

__all__ = ["Statement", "read"]

#: What must be right to be of use; everything else is kept in their words.
EXACT = {Topic.EMAIL: read_email, Topic.PHONE: read_phone, Topic.COUNTRY: read_country}
INVALID = {
    Topic.EMAIL: "This is not a valid e-mail address.",
    Topic.PHONE: "This is not a valid phone number.",
    Topic.COUNTRY: "This is not a country we know.",
}
#: What stands on a card. It is what is written there, unless that is a sentence such as "my name is Ana".
ON_A_CARD = frozenset({Topic.NAME, Topic.COMPANY, Topic.ROLE})
#: What is kept in their words where no reader makes anything of it.
IN_WORDS = ON_A_CARD | {Topic.INDUSTRY}


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said on one topic: a value, or words that are read as a prospect's own would be.

    Words beside a value are kept with it. A standing other than GIVEN says that they do not know, or would
    not tell; there is no value then.
    """

    topic: Topic
    words: str = ""
    value: Value | None = None
    standing: Standing = Standing.GIVEN


def read(told: Sequence[Statement], *, now: datetime, country: str | None) -> Iterator[Parsed]:
    """Every statement as an answer. Raises InvalidField.

    `now` is in the lead's zone. A country that is told counts at once: numbers and money are read by it.
    """
    here = country
    for statement in sorted(told, key=lambda statement: statement.topic is not Topic.COUNTRY):
        parsed = _parsed(statement, Context(now=now, asking=statement.topic, country=here))
        if parsed.topic is Topic.COUNTRY and isinstance(parsed.value, Text):
            here = parsed.value.text
        yield parsed


def _parsed(statement: Statement, context: Context) -> Parsed:
    topic, words = statement.topic, statement.words
    if statement.value is not None or statement.standing is not Standing.GIVEN:
        return Parsed(topic, statement.standing, statement.value)
    if topic in EXACT:
        found = EXACT[topic](words, context)
        if found is None:
            raise InvalidField(topic, INVALID[topic])
        return found
    heard = _heard(topic, words, context)
    if topic in ON_A_CARD and (heard is None or heard.standing is Standing.GIVEN):
        heard = _told(topic, words, context)
    if heard is not None:
        return heard
    is_named = topic in IN_WORDS and any(character.isalnum() for character in words)
    return Parsed(topic, Standing.GIVEN, Text(words)) if is_named else Parsed(topic, Standing.UNKNOWN)


def _heard(topic: Topic, words: str, context: Context) -> Parsed | None:
    return next((item for item in understand(words, context) if item.topic is topic), None)


def _told(topic: Topic, words: str, context: Context) -> Parsed | None:
    """What a sentence says that was no answer to a question; None for words that are just the thing."""
    told = _heard(topic, words, replace(context, asking=None))
    if told is None or not isinstance(told.value, Text):
        return None
    # "CEO (acting)" is the thing with a remark; "I'm the CEO" is a sentence about it.
    return None if folded(clean(words)).startswith(folded(told.value.text)) else told
