"""How many people work there, read from what they wrote."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from leads.domain.answers import Headcount, Parsed, Standing
from leads.domain.parsing.aligned import aligned
from leads.domain.parsing.context import MAX_LENGTH, Context
from leads.domain.parsing.corrections import in_force
from leads.domain.parsing.distractors import without_distractors
from leads.domain.parsing.myself import count_with_myself
from leads.domain.parsing.numbers import Units
from leads.domain.parsing.quantities import Quantity, find_quantities
from leads.domain.parsing.surroundings import counts_something, stands_plainly, word_before
from leads.domain.parsing.tables import part, words
from leads.domain.topics import Topic

__all__ = ["read_headcount"]

_LARGEST = 10**8
_STAFF = part(r"""
    emp[loyie]{2,7}s?|staff(?:ers)?|staff members?|team ?members?|fte'?s?|headcount|heads|workers|coworkers
        |co-workers
    full[- ]?timers|on (?:the )?payroll|strong
""")
_PEOPLE = part(r"""
    people|peoples|persons?|ppl|peeps|folks|guys|humans|souls|individuals|colleagues|men|women
        |of us(?: here)?|members
    (?:man|woman)(?= (?:team|company|business|shop|crew|operation|startup|agency))
""")
_QUALITY = (
    r"(?:(?:(?:full|part)[- ]?time|permanent|active|total|paid|remote|great|happy|amazing|talented|good"
    r"|other) )?"
)
_WORKFORCE = Units(before=r"(?!)", after=rf"[\s-]{{0,2}}{_QUALITY}(?:{_STAFF}|{_PEOPLE})\b")
_STAFF_WORD = re.compile(rf"(?:{_STAFF})\b")
_GROUP_OF = re.compile(
    r"\b(?:team|company|staff|workforce|crew|group|firm|business|organi[sz]ation|startup|headcount|agency"
    r"|shop)"
    r"(?: size)?(?: is| of| was|:| has| with| around| about| roughly| approx\w*)+[\s~:]*$"
    r"|\b(?:head ?count|(?:company|team) size|number of (?:employees|people|staff))\b[^.\d]{0,20}$"
    r"|\bemploy(?:s|ing)?\s(?:\w+\s){0,2}$"
)
_WE_ARE = re.compile(
    r"\b(?:we(?:'re|'r|re|r)?(?: are| r)?|there(?:'s| is| are|s|re|'re))\s(?:just |only |about |around "
    r"|roughly |approx\w*\.? |like |some |now |currently |~|maybe )*$"
)
_IS_MONEY = re.compile(r"\s?(?:[$€£¥₹%]|/)")
_MONEY_BEFORE = re.compile(r"[$€£¥₹/]\s?$")
_DECIDING = re.compile(
    r"\s(?:who |that |have to |need to |must |will |would |can |to |are )*(?:decid\w+|sign\w*|approv\w+"
    r"|involved|on the (?:board|committee)"
    r"|agree|vot\w+)\b"
)
_PART_OF_WORK = re.compile(
    r"\s(?:who|that|doing|handling|working on|typing|entering|managing|responsible|dedicated|to (?:do"
    r"|handle|enter))\b"
)
_WHOLE = re.compile(
    r"\b(?:company|worldwide|globally|overall|total|altogether|group|organi[sz]ation|firm|across|in all"
    r"|whole|entire|business|combined)\b"
)
_SAME_PHRASE = re.compile(r"[^\d,.;!?]{0,25}")
_WINDOW = 40
_BESIDE_PEOPLE = words("""
    altogether company employed employees everywhere globally group headcount nationwide onsite people size
    staff team
    total worldwide combined ish
""")
_LEADS_TO_PEOPLE = words("""
    a about approx approximately are around at atleast be been company for from got has have is just least
    like maybe
    most of only or over r re roughly s some than team the there to total under up ve we wer were with your
""")


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
    plain = without_distractors(aligned(text[:MAX_LENGTH]))
    alone = count_with_myself(plain, asked=context.asking is Topic.EMPLOYEES)
    if alone is not None:
        return Parsed(Topic.EMPLOYEES, Standing.GIVEN, Headcount(low=alone, high=alone))
    kept = in_force(plain, _counts(plain, context))
    if not kept:
        return None
    quantity = max(kept, key=lambda count: count.evidence).quantity
    return Parsed(
        Topic.EMPLOYEES, Standing.GIVEN, Headcount(low=_whole(quantity.low), high=_whole(quantity.high))
    )


def _counts(text: str, context: Context) -> Iterator[_Count]:
    for quantity in find_quantities(text, _WORKFORCE):
        evidence = _evidence(text, quantity, context)
        if evidence is not None:
            yield _Count(quantity, evidence)


def _evidence(text: str, quantity: Quantity, context: Context) -> _Evidence | None:
    """What makes the quantity a number of people working there, or None when it is not."""
    if not _is_plausible(quantity) or _DECIDING.match(text, quantity.end):
        return None
    evidence = _named_evidence(text, quantity, context)
    if evidence is None and context.asking is Topic.EMPLOYEES and _is_bare_count(text, quantity):
        evidence = _Evidence.BARE
    return _Evidence.WHOLE if evidence and _of_all(text, quantity.end) else evidence


def _of_all(text: str, end: int) -> bool:
    """Whether the count is said to be the whole company's: "400 in the company"."""
    said = _SAME_PHRASE.match(text, end)
    return bool(said and _WHOLE.search(said[0]))


def _named_evidence(text: str, quantity: Quantity, context: Context) -> _Evidence | None:
    """The evidence of words: "40 employees", "team of 12", "we're 120"."""
    before = text[max(0, quantity.start - _WINDOW) : quantity.start]
    counted = " ".join(quantity.units)
    if _STAFF_WORD.search(counted):
        return _Evidence.STAFF
    if not counted and (
        _is_money(text, quantity) or counts_something(text, quantity.end, besides=_BESIDE_PEOPLE)
    ):
        return None
    if _GROUP_OF.search(before):
        return _Evidence.STAFF
    if counted:
        return _Evidence.PEOPLE if _are_their_own(text, quantity, context) else None
    return _Evidence.PEOPLE if _WE_ARE.search(before) and not quantity.vague else None


def _are_their_own(text: str, quantity: Quantity, context: Context) -> bool:
    """Whether "50 people" are the company's: they are not when something else was asked and they do a job."""
    if context.asking is Topic.EMPLOYEES:
        return True
    before = word_before(text, quantity.start)
    plainly = not before or before in _LEADS_TO_PEOPLE
    return plainly and context.asking is not Topic.AUTHORITY and not _PART_OF_WORK.match(text, quantity.end)


def _is_bare_count(text: str, quantity: Quantity) -> bool:
    if quantity.vague or quantity.units or _is_money(text, quantity):
        return False
    if quantity.spelled and quantity.low == 1 and text.strip(" .!") != "one":  # "one moment"
        return False
    counting = counts_something(text, quantity.end, besides=_BESIDE_PEOPLE)
    return not counting and stands_plainly(text, quantity.start, besides=_BESIDE_PEOPLE)


def _is_money(text: str, quantity: Quantity) -> bool:
    before = text[max(0, quantity.start - 2) : quantity.start]
    return bool(_IS_MONEY.match(text, quantity.end) or _MONEY_BEFORE.search(before))


def _is_plausible(quantity: Quantity) -> bool:
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    return all(end <= _LARGEST and end == end.to_integral_value() for end in ends)


def _whole(end: Decimal | None) -> int | None:
    return None if end is None else int(end)
