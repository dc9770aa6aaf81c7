"""What a message says in its conversation: the answers in it, and what it is besides."""

import re
from collections.abc import Set
from dataclasses import dataclass, replace
from datetime import datetime

from leads.domain.amending import amended
from leads.domain.answers import Parsed, SlotChoice, Standing, Text, Timeframe, YesNo
from leads.domain.bant import is_undated
from leads.domain.booking import parse_slot_id
from leads.domain.conversation import Conversation
from leads.domain.dialogue import has_offered_a_person
from leads.domain.facts import Facts
from leads.domain.parsing.coming_back import without_coming_back
from leads.domain.parsing.context import Context
from leads.domain.parsing.leaving import declines_a_meeting, read_leaving
from leads.domain.parsing.taking_back import only_takes_back, takes_back
from leads.domain.parsing.understand import understand
from leads.domain.parsing.yes_no import yes_or_no
from leads.domain.remarks import Remark
from leads.domain.symbols import has_no_words, is_code, is_punctuation, yes_or_no_of_symbols
from leads.domain.topics import Topic
from leads.services.spoken import ASIDES, CHATTER, Spoken

__all__ = ["FREE_TEXT", "Read", "answers", "read"]

#: Answers in free words, for which a question of theirs or small talk could be taken.
FREE_TEXT = frozenset(
    {Topic.NEED, Topic.CURRENT_SOLUTION, Topic.ROLE, Topic.COMPANY, Topic.INDUSTRY, Topic.NAME}
)
#: What people say of themselves while they greet: "I'm Rob from Acme, nice to meet you".
INTRODUCTIONS = frozenset({Topic.NAME, Topic.COMPANY})
#: Those of them that take almost any words for an answer.
EASILY_MISTAKEN = frozenset({Topic.NEED, Topic.ROLE, Topic.INDUSTRY})
#: Questions that a thumb answers.
YES_OR_NO = frozenset({Topic.AUTHORITY, Topic.CONSENT, Topic.SLOT})
#: What they want of a meeting that is booked: a day in it is a day to meet on.
MEETINGS = frozenset({"cancel_meeting", "change_meeting"})
NO_TIME = (SlotChoice(none_fits=True),)
REMARKS = {
    "greet": Remark.RESUME,
    "repeat": Remark.RESUME,
    "goodbye": Remark.FAREWELL,
    "stop": Remark.FAREWELL,
    "book_meeting": Remark.MEETING,
    "cancel_meeting": Remark.CALLS_OFF,
    "change_meeting": Remark.MOVES,
}
STATEMENT = re.compile(r"[^.!?\n]+(?:[.!\n]+|$)")
A_MEETING = re.compile(
    r"^(?:(?:to|book|schedule|arrange|set up|have|get|see|fix|an?|the|short|quick|time for|with|let's) ?)*"
    r"(?:meeting|call|demo|appointment|slot|chat|talk|speak|meet|book|schedule)\b"
)
#: Without any of these nobody asks for a person: "eighteen people" only sounds like it.
A_WISH = re.compile(
    r"\b(?:talk(?!ing to the)|speak|chat|call(?! me)|phone|ring|reach|contact|connect|transfer|put|get|give"
    r"|pass|want|need|like|prefer|rather|can|could|may|please|pls|real|human|agent|operator|someone|somebody|anyone"
    r"|anybody)\w*",
    re.IGNORECASE,
)
A_FEW_WORDS = 4


@dataclass(frozen=True, slots=True)
class Read:
    """The answers of a message, what else it is, and whether it puts something right."""

    parsed: tuple[Parsed, ...] = ()
    remark: Remark = Remark.NONE
    is_correction: bool = False


def read(
    conversation: Conversation, facts: Facts, spoken: Spoken, *, here: datetime, language: str | None = None
) -> Read:
    """Read a message as the next of its conversation.

    `here` is the time on the prospect's own clock, `language` the tag of the one they use.
    """
    said = _words(conversation, spoken)
    context = replace(_context(conversation, facts, here), language=language)
    if _accepts_a_person(conversation, spoken):
        return Read(remark=Remark.PERSON)
    words = without_coming_back(said)
    if said and not words:
        return Read(remark=Remark.BACK)
    spoken = _as_meant(spoken, words, context)
    if only_takes_back(words):
        return Read(remark=Remark.CORRECTION, is_correction=True)
    is_plain = (
        words != said or spoken.kind in MEETINGS
    )  # "sorry, long day. Where were we?" puts nothing right
    is_correction = not is_plain and (spoken.kind == "correct" or takes_back(words))
    parsed = _corrected(facts, words, context, spoken) if is_correction else ()
    parsed = parsed or answers(words, context, spoken)
    if declines_a_meeting(words) or _turns_the_times_down(words, context):
        declined = Parsed(Topic.SLOT, Standing.DECLINED)
        return Read((declined, *_but_times(parsed)), is_correction=is_correction)
    if Parsed(Topic.SLOT, Standing.UNKNOWN) in parsed:
        return Read(_but_times(parsed), Remark.THINKING, is_correction)
    remark = _remark(parsed, words, context, spoken)
    if remark is Remark.JUST_LOOKING and isinstance(facts.value(Topic.NEED), Text):
        remark = Remark.NONE  # "just looking for now": in no hurry, but they said what for
    if remark.ends_the_questions:
        is_said = remark.is_for_good or isinstance(facts.value(Topic.NEED), Text)
        parsed = () if is_said else tuple(item for item in parsed if item.topic is Topic.NEED)
    return Read(parsed, remark, is_correction)


def answers(words: str, context: Context, spoken: Spoken) -> tuple[Parsed, ...]:
    """What the words of a message answer, given what the engine takes the message for."""
    words = without_coming_back(words)
    if not words or is_code(words):
        return ()
    is_doubtful = context.asking in EASILY_MISTAKEN and spoken.is_unlike_an_answer
    parsed = understand(words, replace(context, is_doubtful=is_doubtful))
    # A person must be had for the asking, so even a faint wish for one is not taken for an answer.
    if spoken.kind in ASIDES and (spoken.is_sure or spoken.kind == "ask_human"):
        stated = _stated(words, context, only=frozenset({Topic.NAME}) if spoken.kind == "ask_human" else None)
        told = (item for item in parsed if not _may_be_said_in_passing(item, context, spoken))
        parsed = tuple({item.topic: item for item in (*stated, *told)}.values())
    if spoken.kind == "book_meeting":
        parsed = tuple(item for item in parsed if not _is_about_the_meeting(item))
    if spoken.kind in MEETINGS:
        parsed = tuple(item for item in parsed if not isinstance(item.value, Timeframe))
    if {Topic.EMAIL, Topic.PHONE} & {item.topic for item in parsed}:
        parsed = tuple(item for item in parsed if item.value not in NO_TIME)  # a number is no time of day
    if has_no_words(words):
        parsed = tuple(item for item in parsed if not isinstance(item.value, Text))
    return parsed or _refusal(context.asking, spoken)


def _as_meant(spoken: Spoken, words: str, context: Context) -> Spoken:
    """What tells us something, and only sounds like a wish for a person, is none."""
    if spoken.kind != "ask_human" or A_WISH.search(words):
        return spoken
    typed = any(item.topic not in FREE_TEXT for item in understand(words, context))
    tells = typed or understand(words, replace(context, asking=None))
    return replace(spoken, intent="inform") if tells else spoken


def _but_times(parsed: tuple[Parsed, ...]) -> tuple[Parsed, ...]:
    return tuple(item for item in parsed if item.topic is not Topic.SLOT)


def _turns_the_times_down(words: str, context: Context) -> bool:
    return context.asking is Topic.SLOT and read_leaving(words) is Remark.NOT_INTERESTED


def _words(conversation: Conversation, spoken: Spoken) -> str:
    said = yes_or_no_of_symbols(spoken.words)
    if said is None or conversation.asking not in YES_OR_NO:
        return spoken.words
    return "yes" if said else "no"


def _context(conversation: Conversation, facts: Facts, here: datetime) -> Context:
    country = facts.value(Topic.COUNTRY)
    return Context(
        now=here,
        asking=conversation.asking,
        country=country.text if isinstance(country, Text) else None,
        offered=tuple(parse_slot_id(slot).start.astimezone(here.tzinfo) for slot in conversation.offered),
    )


def _accepts_a_person(conversation: Conversation, spoken: Spoken) -> bool:
    if not has_offered_a_person(conversation) or len(spoken.words.split()) > A_FEW_WORDS:
        return False
    return (yes_or_no(spoken.words) or yes_or_no_of_symbols(spoken.words)) is True


def _corrected(facts: Facts, words: str, context: Context, spoken: Spoken) -> tuple[Parsed, ...]:
    """What is put right, and what the message says by itself of other topics; empty when nothing is.

    "Sorry, wrong address, it's …" is no answer to whether we may write.
    """
    if read_leaving(words) is Remark.NOT_INTERESTED:
        return ()
    told = answers(words, replace(context, asking=None), spoken)
    instead = amended(words, context, facts.answers)
    if instead is not None:
        return (instead, *(item for item in told if item.topic is not instead.topic))
    is_of_earlier = any(facts.value(item.topic) not in (None, item.value) for item in told)
    return told if is_of_earlier or context.asking in YES_OR_NO else ()


def _may_be_said_in_passing(item: Parsed, context: Context, spoken: Spoken) -> bool:
    """Words that mean something else in a question or a farewell: "bye for now", "let me ask somebody"."""
    if item.value is None:
        return True
    if isinstance(item.value, Timeframe):
        is_told = spoken.kind != "ask_human" and "?" not in spoken.words  # "a person now", "right now?"
        in_reply = context.asking is Topic.TIMEFRAME and is_told
        return spoken.kind == "goodbye" or (is_undated(item.value) and not in_reply)
    # "Customer service lead" sounds a little like asking for one, and is a role all the same.
    is_answer = item.topic is context.asking and item.topic is not Topic.NEED
    return item.topic in FREE_TEXT and (spoken.is_sure or not is_answer)


def _is_about_the_meeting(item: Parsed) -> bool:
    """ "I'd like to book a call" names no need, "when could we talk?" no hurry; "we want more calls" does."""
    if isinstance(item.value, Timeframe):
        return is_undated(item.value)
    is_need = item.topic is Topic.NEED and isinstance(item.value, Text)
    return is_need and isinstance(item.value, Text) and bool(A_MEETING.search(item.value.text.lower()))


def _stated(words: str, context: Context, *, only: Set[Topic] | None = None) -> tuple[Parsed, ...]:
    """What is told in free words beside a question or a greeting: "Is it safe? We need better leads.".

    Without a question among them the words are all talk, apart from who somebody says they are, and from what
    we asked: "we are a law firm" is no question about data protection.
    """
    statements = [match[0] for match in STATEMENT.finditer(words) if not words[match.end() :].startswith("?")]
    told = understand(" ".join(statements), replace(context, asking=None))
    in_reply = {topic for topic in FREE_TEXT - {Topic.NEED} if topic is context.asking}
    topics = only or (FREE_TEXT if "?" in words else INTRODUCTIONS | in_reply)
    return tuple(item for item in told if item.topic in topics)


def _refusal(asking: Topic | None, spoken: Spoken) -> tuple[Parsed, ...]:
    """What the model heard as "don't know" or "won't say" where the core heard nothing."""
    standing = {"dont_know": Standing.UNKNOWN, "decline": Standing.DECLINED}.get(spoken.kind)
    if asking is None or standing is None or not spoken.is_sure:
        return ()
    return (Parsed(asking, standing),)


def _remark(parsed: tuple[Parsed, ...], words: str, context: Context, spoken: Spoken) -> Remark:
    told = [item for item in parsed if item.value is not None]
    if spoken.kind == "stop" and len(words.split()) > 1:
        return Remark.LEFT_ALONE  # a mere "stop" is a farewell
    if spoken.kind == "ask_human" and spoken.is_sure:
        return Remark.ASIDE  # a person is had for the asking, whatever else is said
    if leaving := _leaving(told, words, context):
        return leaving
    if spoken.kind in ASIDES and not _is_an_answer_after_all(parsed, context, spoken):
        return REMARKS.get(spoken.kind, Remark.ASIDE)
    if spoken.kind == "book_meeting":
        return Remark.MEETING
    is_symbols = has_no_words(words) and not is_punctuation(words)
    return Remark.SYMBOLS if is_symbols and words and not parsed else Remark.NONE


def _leaving(told: list[Parsed], words: str, context: Context) -> Remark | None:
    if context.asking in (Topic.CONSENT, Topic.SLOT) or not words:
        return None  # "not interested" is an answer there
    wanted = [item for item in told if item.topic not in (Topic.NEED, Topic.TIMEFRAME, context.asking)]
    if wanted or any(item.topic is Topic.NEED and isinstance(item.value, Text) for item in told):
        return None
    denied = any(item.topic is Topic.NEED and item.value == YesNo(yes=False) for item in told)
    return read_leaving(words) or (Remark.NO_NEED if denied else None)


def _is_an_answer_after_all(parsed: tuple[Parsed, ...], context: Context, spoken: Spoken) -> bool:
    """Whether what looked like an aside answers our question, and so is none."""
    if spoken.kind in CHATTER:
        return bool(parsed)
    in_reply = {item.topic for item in parsed if item.topic is context.asking}
    if spoken.kind == "ask_human" or not in_reply:
        return False
    # What is left of free words beside what the engine is sure of was said in so many words.
    is_stated = "?" not in spoken.words and bool(in_reply & FREE_TEXT)
    return is_stated or not spoken.is_sure
