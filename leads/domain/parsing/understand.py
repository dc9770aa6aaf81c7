"""What one message answers: the question asked, and any other it answers by the way."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from leads.domain.answers import Budget, Headcount, Parsed, Standing, Text, YesNo
from leads.domain.parsing.asides import without_asides, without_questions_to_us
from leads.domain.parsing.authority import read_authority
from leads.domain.parsing.budget import read_budget
from leads.domain.parsing.companies import company_in_full, read_company
from leads.domain.parsing.contact import read_email, read_phone
from leads.domain.parsing.context import Context
from leads.domain.parsing.current_solution import read_current_solution
from leads.domain.parsing.first_names import FIRST_NAMES
from leads.domain.parsing.gibberish import is_gibberish
from leads.domain.parsing.headcount import read_headcount
from leads.domain.parsing.industry import INDUSTRIES, read_industry
from leads.domain.parsing.leftovers import unclaimed
from leads.domain.parsing.names import read_name
from leads.domain.parsing.need import read_need, states_no_need
from leads.domain.parsing.places import read_country
from leads.domain.parsing.role import read_role
from leads.domain.parsing.slot_choice import read_slot_choice
from leads.domain.parsing.standing import read_standing, without_standing
from leads.domain.parsing.timeframe import read_timeframe
from leads.domain.parsing.titles import is_title
from leads.domain.parsing.wording import clean
from leads.domain.parsing.yes_no import read_yes_no
from leads.domain.topics import Topic

__all__ = ["understand"]

_Reader = Callable[[str, Context], Parsed | None]

_READERS: dict[Topic, _Reader] = {
    Topic.NEED: read_need,
    Topic.CURRENT_SOLUTION: read_current_solution,
    Topic.TIMEFRAME: read_timeframe,
    Topic.BUDGET: read_budget,
    Topic.AUTHORITY: read_authority,
    Topic.ROLE: read_role,
    Topic.COMPANY: read_company,
    Topic.EMPLOYEES: read_headcount,
    Topic.INDUSTRY: read_industry,
    Topic.COUNTRY: read_country,
    Topic.NAME: read_name,
    Topic.EMAIL: read_email,
    Topic.PHONE: read_phone,
    Topic.CONSENT: read_yes_no,
    Topic.SLOT: read_slot_choice,
}
_ONLY_WHEN_ASKED = frozenset({Topic.CONSENT, Topic.SLOT})
_TIMES_AND_NUMBERS = frozenset({Topic.NEED, Topic.TIMEFRAME, Topic.BUDGET, Topic.EMPLOYEES})
# The question itself tells these readers whose a bare number is; the others read strictly without it.
_NUMERIC = frozenset({Topic.TIMEFRAME, Topic.BUDGET, Topic.EMPLOYEES})
_FREE_TEXT = frozenset(
    {Topic.NEED, Topic.CURRENT_SOLUTION, Topic.ROLE, Topic.COMPANY, Topic.INDUSTRY, Topic.NAME}
)
# What a message tells besides could be taken for an answer to these ("I decide, we are 40 people").
_BESIDE_OTHERS = _FREE_TEXT | {Topic.AUTHORITY}
# A question back is no answer here; elsewhere the readers can tell ("Is Tuesday fine?", "50k?").
_ANSWERED_BY_STATEMENTS = frozenset(
    {Topic.ROLE, Topic.COMPANY, Topic.INDUSTRY, Topic.NAME, Topic.COUNTRY, Topic.AUTHORITY}
)
# What nobody says in the words of a role.
_ELSEWHERE = frozenset({Topic.EMAIL, Topic.PHONE, Topic.BUDGET, Topic.TIMEFRAME})
_WHO = frozenset({Topic.NAME, Topic.COMPANY, Topic.ROLE})


def understand(text: str, context: Context) -> tuple[Parsed, ...]:
    """At most one reading for each topic, the one asked about first; empty when the message answers nothing.

    The topic asked about gets the lenient reading, and UNKNOWN or DECLINED only where no value is told; every
    other topic only what the message clearly says about it.
    """
    said = clean(text)
    told = list(_told(said, context, _topics_open_to(context.asking)))
    answer = _answer(said, context, told)
    if answer and answer.topic is Topic.COMPANY and isinstance(answer.value, Text):
        beside = said.replace(answer.value.text, " ")  # "Two Guys and a Truck" are no two employees
        counted = {reading.topic for reading in told} & _TIMES_AND_NUMBERS
        still = {reading.topic for reading in _told(beside, context, counted)}
        told = [reading for reading in told if reading.topic not in counted or reading.topic in still]
    return tuple(_apart([*([answer] if answer else []), *told]))


def _topics_open_to(asking: Topic | None) -> frozenset[Topic]:
    """What a message may tell unasked: while times are on offer, a day or a number is a choice of one."""
    closed = _ONLY_WHEN_ASKED | _TIMES_AND_NUMBERS if asking is Topic.SLOT else _ONLY_WHEN_ASKED
    return frozenset(_READERS) - closed - {asking}


def _answer(said: str, context: Context, told: Collection[Parsed]) -> Parsed | None:
    """What the message answers to the question asked: a value before not knowing or not telling."""
    if context.asking is None:
        return None
    named = company_in_full(said) if context.asking is Topic.COMPANY else None
    if named:
        return Parsed(Topic.COMPANY, Standing.GIVEN, Text(named))
    rest = without_standing(said, asking=context.asking)
    standing = read_standing(said, context)
    refused = standing is not None and standing.standing is Standing.DECLINED
    if refused and context.asking is not Topic.CONSENT and not without_asides(rest, asking=None):
        return standing  # "No, I won't say": the "no" is part of the refusal
    return (
        _value(rest, context, told, doubted=context.is_doubtful or rest != said) if rest else None
    ) or standing


def _value(text: str, context: Context, told: Collection[Parsed], *, doubted: bool) -> Parsed | None:
    asking = context.asking
    if asking is None or (asking in _FREE_TEXT and is_gibberish(text)):
        return None
    if asking is Topic.NEED and states_no_need(text):
        return _no_need()
    rest = without_asides(text, asking=asking) if asking in _ANSWERED_BY_STATEMENTS else text
    if asking in _NUMERIC:
        rest = without_questions_to_us(text)
    if asking in _BESIDE_OTHERS and told:
        topics = {asking, *(reading.topic for reading in told)}
        rest = unclaimed(
            rest, told, asking=asking, in_clause=lambda clause: list(_told(clause, context, topics))
        )
    reading = _READERS[asking](rest, context) if rest else None
    # What is left beside another answer is often a courtesy: "my number is …, many thanks".
    is_left_over = asking is Topic.ROLE and any(reading.topic in _ELSEWHERE for reading in told)
    is_doubtful = doubted or is_left_over
    if reading and is_doubtful and asking in _FREE_TEXT and not _is_beyond_doubt(rest, reading, context):
        return None
    return reading


def _is_beyond_doubt(text: str, reading: Parsed, context: Context) -> bool:
    """Beside "not sure", words in answer to an open question count only where they are known or cued."""
    words = reading.value.text if isinstance(reading.value, Text) else ""
    if reading.topic is Topic.NAME and words.partition(" ")[0].lower() in FIRST_NAMES:
        return True  # "Good question, Felix"
    known = (
        words in INDUSTRIES
        if reading.topic is Topic.INDUSTRY
        else reading.topic is Topic.ROLE and is_title(words)
    )
    return known or _READERS[reading.topic](text, replace(context, asking=None)) is not None


def _told(said: str, context: Context, topics: Collection[Topic]) -> Iterator[Parsed]:
    """What a text says about these topics when it has to say so by itself."""
    known = without_standing(said)
    stated = without_asides(known, asking=None)
    unasked = replace(context, asking=None)
    needless = context.asking is None and states_no_need(known)
    if needless:
        yield _no_need()
    for topic, read in _READERS.items():
        if topic not in topics or (topic is Topic.NEED and needless):
            continue
        reading = read(known if topic is Topic.NEED else stated, context if topic in _NUMERIC else unasked)
        if reading is not None and reading.standing is Standing.GIVEN:
            yield reading


def _no_need() -> Parsed:
    return Parsed(Topic.NEED, Standing.GIVEN, YesNo(yes=False))


def _apart(readings: Iterable[Parsed]) -> list[Parsed]:
    """The readings without those whose words an earlier one already has."""
    kept: list[Parsed] = []
    for reading in readings:
        if not any(_is_same_span(earlier, reading) for earlier in kept):
            kept.append(reading)
    return kept


def _is_same_span(one: Parsed, other: Parsed) -> bool:
    """Whether both were read from the same number or the same name."""
    if isinstance(one.value, Text) and isinstance(other.value, Text):
        return {one.topic, other.topic} <= _WHO and other.value.text.lower() in one.value.text.lower()
    return bool(_ends(one)) and _ends(one) == _ends(other)


def _ends(reading: Parsed) -> tuple[Decimal | int | None, ...]:
    if isinstance(reading.value, Budget | Headcount):
        return tuple(end for end in (reading.value.low, reading.value.high) if end is not None)
    return ()
