"""Which of the numbers in a text are money to spend, and how plainly they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import IntEnum

from leads.domain.parsing.context import Context
from leads.domain.parsing.currencies import CURRENCY_AFTER, CURRENCY_BEFORE, currency_of
from leads.domain.parsing.money_talk import Talk, talk_around
from leads.domain.parsing.number_words import MILLION
from leads.domain.parsing.numbers import Units
from leads.domain.parsing.periods import PERIOD_AFTER
from leads.domain.parsing.quantities import Quantity, find_quantities
from leads.domain.parsing.surroundings import (
    counts_something,
    counts_things,
    sentence_after,
    sentence_before,
    stands_plainly,
    word_before,
)
from leads.domain.parsing.tables import words
from leads.domain.topics import Topic

__all__ = ["Amount", "Evidence", "find_amounts"]

_SMALLEST, _LARGEST = Decimal("0.01"), Decimal(10**12)
_MONEY = Units(
    before=CURRENCY_BEFORE,
    after=rf"(?:{CURRENCY_AFTER}(?:{PERIOD_AFTER}|\s(?:month|year)\b)?|{PERIOD_AFTER}(?:{CURRENCY_AFTER})?)",
)
_MIL_IS_A_THOUSAND = words("AO AR BO BR CL CO CR CU DO EC ES GT HN MX NI PA PE PT PY SV UY VE")
_OF_PEOPLE = re.compile(
    r"\b(?:team|company|staff|group|crew|department|firm) of\s$|\b(?:we'?re|we are|i'?m|i am)\s$"
)
_IBERIAN_MONEY = re.compile(r"r\$|\b(?:reais|brl|pesos?|soles)\b")
_PLACING = words("in on since until during")  # "based in 90210", "until 5"
_BESIDE_MONEY = words("""
    allocated amount aside annual annually approved area assigned ballpark boss bracket budget budgeted
    cash ceo
    cfo cost costs earmarked ex figure figures fund funded funding funds invest investment lvl management
    mark money month monthly pa paid pay paying payment planned pm price quarterly region reserved secured
    spare spend spending sum year yearly
""")
_LEADS_TO_MONEY = words("""
    a about above absolute allocated approved approx approximately around at be between budget can circa
    could do for from get given got has have i'd is it its least less like max maximum maybe mean min
    minimum more most near need of only or over perhaps plus possibly probably reckon roughly said say
    spend than that think to under up was with would yes
""")


class Evidence(IntEnum):
    """How plainly a number is an amount of money, the plainest last."""

    BARE = 1  # nothing but the question speaks for it
    SIZED = 2  # "50k"
    CUED = 3  # "spend 5000"
    NAMED = 4  # with a currency


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity that may be the budget, and what makes it one."""

    quantity: Quantity
    evidence: Evidence

    @property
    def start(self) -> int:
        """Where it begins, with its units and bounds."""
        return self.quantity.start

    @property
    def end(self) -> int:
        """Where it ends, with its units and bounds."""
        return self.quantity.end


def find_amounts(text: str, context: Context) -> list[Amount]:
    """The amounts to spend in an aligned text without distractors, in order of appearance."""
    is_iberian = context.region in _MIL_IS_A_THOUSAND or _IBERIAN_MONEY.search(text)
    mil = Decimal(1000) if is_iberian else MILLION
    quantities = [_in_full(quantity) for quantity in find_quantities(text, _MONEY, mil=mil)]
    return list(_amounts(text, quantities, context))


def _in_full(quantity: Quantity) -> Quantity:
    """ "20 to 30,000" of money are 20,000 to 30,000."""
    low, high = quantity.low, quantity.high
    if low is None or high is None or quantity.magnitude > 1 or high % 1000 or not 1 <= low < 1000:
        return quantity
    return replace(quantity, low=low * 1000) if low * 1000 < high else quantity


def _amounts(text: str, quantities: list[Quantity], context: Context) -> Iterator[Amount]:
    floor = 0
    for found in quantities:
        talk = _talk(text, found, floor=floor)
        is_ceiling = talk is Talk.TOO_MUCH and found.high is None  # "anything over 12k is too much"
        quantity = replace(found, low=None, high=found.low) if is_ceiling else found
        evidence = _evidence(text, quantity, context, talk=Talk.SPENDING if is_ceiling else talk)
        if evidence is not None:
            yield Amount(quantity, evidence)
        floor = quantity.end


def _talk(text: str, quantity: Quantity, *, floor: int) -> Talk:
    start = quantity.start
    return talk_around(
        before=sentence_before(text[floor:start], start - floor),
        after=sentence_after(text, quantity.end),
        previous=text[max(floor, start - 30) : start],
    )


def _evidence(text: str, quantity: Quantity, context: Context, *, talk: Talk) -> Evidence | None:
    """What makes the quantity money to spend, or None when it is not."""
    asked = context.asking is Topic.BUDGET
    other = talk in (Talk.REFUSED, Talk.TOO_MUCH, Talk.OTHER_SUM) or (talk is Talk.PAID_NOW and not asked)
    if other or not _is_plausible(quantity):
        return None
    if currency_of(quantity.units, context.region):
        return Evidence.BARE if talk is Talk.PAID_NOW else Evidence.NAMED
    sized = quantity.magnitude >= 1000
    is_single = quantity.low == quantity.high  # "we're capped at 9,999" speaks of no people
    if is_single and not sized and _OF_PEOPLE.search(text, max(0, quantity.start - 30), quantity.start):
        return None
    counting = counts_things if asked and sized else counts_something
    if quantity.vague or counting(text, quantity.end, besides=_BESIDE_MONEY):
        return None
    if talk is Talk.SPENDING:
        return Evidence.CUED
    if sized and talk is Talk.PAID_NOW:
        return Evidence.BARE
    if sized:
        return Evidence.SIZED if asked or _is_offered(text, quantity, context) else None
    return Evidence.BARE if asked and _is_bare_amount(text, quantity, context) else None


def _is_plausible(quantity: Quantity) -> bool:
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    return all(_SMALLEST <= end <= _LARGEST for end in ends)


def _is_offered(text: str, quantity: Quantity, context: Context) -> bool:
    """Whether "50k" is said as money though something else was asked: not of what they handle or send."""
    before = word_before(text, quantity.start)
    if quantity.units and (not before or before in _LEADS_TO_MONEY):
        return True  # "80k a year" are no people
    return context.asking is not Topic.EMPLOYEES and (not before or before in _LEADS_TO_MONEY)


def _is_bare_amount(text: str, quantity: Quantity, context: Context) -> bool:
    """Whether a number without any mark of money answers the question: not "one moment", not "2027"."""
    value = quantity.high if quantity.high is not None else quantity.low
    if value is None or (quantity.spelled and value < 10):
        return False
    this_year = context.today.year
    is_year = quantity.low == quantity.high and this_year - 1 <= value <= this_year + 10 and value % 50 != 0
    before = word_before(text, quantity.start)
    is_place = before in _PLACING or (before == "at" and value <= 24) or _is_minutes(text, quantity)
    if is_year or is_place:
        return False
    return stands_plainly(text, quantity.start, besides=_BESIDE_MONEY)


def _is_minutes(text: str, quantity: Quantity) -> bool:
    """Whether "5 min" is a while and not a minimum."""
    return quantity.high is None and (quantity.low or 0) <= 120 and text[: quantity.end].endswith("min")
