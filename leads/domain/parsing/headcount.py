"""How many people work there, read from what they wrote."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import IntEnum

from leads.domain.answers import Headcount, Parsed, Standing
from leads.domain.parsing.aligned import aligned
from leads.domain.parsing.amount_spelling import in_amount_words
from leads.domain.parsing.context import MAX_LENGTH, Context
from leads.domain.parsing.corrections import in_force
from leads.domain.parsing.distractors import without_distractors
from leads.domain.parsing.myself import count_with_myself
from leads.domain.parsing.quantities import Quantity, find_quantities, with_other_end
from leads.domain.parsing.surroundings import counts_something, stands_plainly, word_before
from leads.domain.parsing.workforce import (
    BESIDE_PEOPLE,
    DECIDING,
    DOING_A_JOB,
    GROUP_OF,
    LEADS_TO_PEOPLE,
    STAFF,
    WE_ARE,
    WHOLE,
    WHOLE_BEFORE,
    WORKFORCE,
    WORKFORCE_WHEN_ASKED,
)
from leads.domain.topics import Topic

__all__ = ["read_headcount"]

_LARGEST = 10**8
_IS_MONEY = re.compile(r"\s?(?:[$€£¥₹%]|/)")
_MONEY_BEFORE = re.compile(r"[$€£¥₹/]\s?$")
_SAME_PHRASE = re.compile(r"(?:(?!\b(?:but|and|while|though)\b)[^\d,.;!?]){0,25}")
_AND = re.compile(r"\s?(?:,|and|plus|\+|&|, and|,? as well as)\s")
# "15 in Berlin, 20 in Paris" and "30 here and 12 abroad" are apart; "6 in my team, 300 in the firm" are not.
_PLACE = (
    r"\s(?:here|abroad|offshore|onshore|remote(?:ly)?|on ?site"
    r"|in (?!(?:my|the|our|this|total|all)\b)[^\d,;!?]{2,30}?)"
)
_IN_A_PLACE = re.compile(rf"{_PLACE}(?:,| and| plus| \+| &|, and)\s(?:(?:another|about|around|some) )?")
_IN_ANOTHER = re.compile(rf"{_PLACE}(?=$|[,.;!?]|\s(?:and|plus)\b)")
_PLUS = re.compile(r"\s?(?:\+|plus)\s")  # "30 + 5 freelancers"
_TALKED_TO = re.compile(r"\b(?:talk|speak|ask|check|consult|meet|discuss|convince)\w*(?: \w+){0,2}\s$")
_WINDOW = 40


class _Evidence(IntEnum):
    """How plainly a number is a head count, the plainest last."""

    BARE = 1
    PEOPLE = 2
    STAFF = 3
    WHOLE = 4  # of the whole company, not of a team


@dataclass(frozen=True, slots=True)
class _Count:
    quantity: Quantity
    evidence: _Evidence

    @property
    def start(self) -> int:
        return self.quantity.start

    @property
    def end(self) -> int:
        return self.quantity.end


def read_headcount(text: str, context: Context) -> Parsed | None:
    """What the text says about the number of people, or None when it says nothing.

    A bare number, and "just me", count only when the number of employees is what was asked.
    """
    plain = without_distractors(in_amount_words(aligned(text[:MAX_LENGTH])))
    alone = count_with_myself(plain, asked=context.asking is Topic.EMPLOYEES)
    if alone is not None:
        return Parsed(Topic.EMPLOYEES, Standing.GIVEN, Headcount(low=alone, high=alone))
    kept = _added_up(plain, in_force(plain, _counts(plain, context)))
    if not kept:
        return None
    at = kept.index(max(kept, key=lambda count: count.evidence))
    quantity = kept[at].quantity
    if at + 1 < len(kept):
        quantity = with_other_end(plain, quantity, kept[at + 1].quantity)
    value = Headcount(low=_whole(quantity.low), high=_whole(quantity.high))
    return Parsed(Topic.EMPLOYEES, Standing.GIVEN, value)


def _added_up(text: str, counts: Sequence[_Count]) -> list[_Count]:
    """The counts, with those of different staff added to one: "12 drivers and 3 office staff"."""
    added: list[_Count] = []
    for count in counts:
        former = added[-1] if added else None
        if former and _are_different_staff(text, former, count):
            added[-1] = _Count(_sum(former.quantity, count.quantity), max(former.evidence, count.evidence))
        else:
            added.append(count)
    return added


def _are_different_staff(text: str, one: _Count, two: _Count) -> bool:
    quantities = (one.quantity, two.quantity)
    if any(quantity.low != quantity.high for quantity in quantities):
        return False
    if _IN_A_PLACE.fullmatch(text, one.end, two.start):
        return bool(_IN_ANOTHER.match(text, two.end))
    if not two.quantity.units:
        return False
    joint = _AND if one.quantity.units else _PLUS
    return bool(joint.fullmatch(text, one.end, two.start))


def _sum(one: Quantity, two: Quantity) -> Quantity:
    total = (one.low or Decimal(0)) + (two.low or Decimal(0))
    return replace(one, low=total, high=total, end=two.end)


def _counts(text: str, context: Context) -> Iterator[_Count]:
    asked = context.asking is Topic.EMPLOYEES
    for quantity in find_quantities(text, WORKFORCE_WHEN_ASKED if asked else WORKFORCE):
        evidence = _evidence(text, quantity, context)
        if evidence is not None:
            yield _Count(quantity, evidence)


def _evidence(text: str, quantity: Quantity, context: Context) -> _Evidence | None:
    """What makes the quantity a number of people working there, or None when it is not."""
    if not _is_plausible(quantity) or DECIDING.match(text, quantity.end):
        return None
    evidence = _named_evidence(text, quantity, context)
    if evidence is None and context.asking is Topic.EMPLOYEES and _is_bare_count(text, quantity):
        evidence = _Evidence.BARE
    return _Evidence.WHOLE if evidence and _of_all(text, quantity.start, quantity.end) else evidence


def _of_all(text: str, start: int, end: int) -> bool:
    """Whether the count is said to be the whole company's: "400 in the company"."""
    said = _SAME_PHRASE.match(text, end)
    return bool(said and WHOLE.search(said[0])) or bool(
        WHOLE_BEFORE.search(text, max(0, start - _WINDOW), start)
    )


def _named_evidence(text: str, quantity: Quantity, context: Context) -> _Evidence | None:
    """The evidence of words: "40 employees", "team of 12", "we're 120"."""
    before = text[max(0, quantity.start - _WINDOW) : quantity.start]
    counted = " ".join(quantity.units)
    if STAFF.search(counted):
        return _Evidence.STAFF
    if not counted and (
        _is_money(text, quantity) or counts_something(text, quantity.end, besides=BESIDE_PEOPLE)
    ):
        return None
    if GROUP_OF.search(before):
        return _Evidence.STAFF
    if counted:
        return _Evidence.PEOPLE if _are_their_own(text, quantity, context) else None
    is_money = context.asking is Topic.BUDGET and quantity.low != quantity.high  # "we're capped at 9,999"
    return _Evidence.PEOPLE if WE_ARE.search(before) and not (quantity.vague or is_money) else None


def _are_their_own(text: str, quantity: Quantity, context: Context) -> bool:
    """Whether "50 people" are the company's: they are not when something else was asked and they do a job."""
    if context.asking is Topic.EMPLOYEES:
        return True
    if _TALKED_TO.search(text, max(0, quantity.start - _WINDOW), quantity.start):
        return False
    before = word_before(text, quantity.start)
    plainly = not before or before in LEADS_TO_PEOPLE
    return plainly and context.asking is not Topic.AUTHORITY and not DOING_A_JOB.match(text, quantity.end)


def _is_bare_count(text: str, quantity: Quantity) -> bool:
    if quantity.vague or quantity.units or _is_money(text, quantity):
        return False
    if _is_year(text, quantity):
        return False
    if quantity.spelled and quantity.low == 1 and text.strip(" .!") != "one":  # "one moment"
        return False
    counting = counts_something(text, quantity.end, besides=BESIDE_PEOPLE)
    return not counting and stands_plainly(text, quantity.start, besides=BESIDE_PEOPLE)


def _is_year(text: str, quantity: Quantity) -> bool:
    """ "2019" without a separator is when they began; a round "2000" is how many they are."""
    value = quantity.low or Decimal(0)
    return 1950 <= value <= 2050 and value % 10 != 0 and text[quantity.start : quantity.end].isdigit()


def _is_money(text: str, quantity: Quantity) -> bool:
    before = text[max(0, quantity.start - 2) : quantity.start]
    return bool(_IS_MONEY.match(text, quantity.end) or _MONEY_BEFORE.search(before))


def _is_plausible(quantity: Quantity) -> bool:
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    return all(end <= _LARGEST and end == end.to_integral_value() for end in ends)


def _whole(end: Decimal | None) -> int | None:
    return None if end is None else int(end)
