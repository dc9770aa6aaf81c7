"""Numbers with their ranges, bounds, hedges and units: "between 10 and 15k", "at most $500 a month"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from leads.domain.parsing.aligned import masked
from leads.domain.parsing.bounds import Bound, bound_after, bound_before
from leads.domain.parsing.number_words import MILLION
from leads.domain.parsing.numbers import BETWEEN, NO_UNITS, Number, Units, find_numbers
from leads.domain.parsing.vague_sizes import VagueSize, find_vague_sizes

__all__ = ["Quantity", "find_quantities", "with_other_end"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """What one or two numbers say together. A single number has `low == high`, a bound only one of them.

    `start` and `end` cover the numbers, their units and the words of the bound; `units` are the unit words as
    written, `counted` the one behind the (last) number; `magnitude` is the size word, or one.
    """

    low: Decimal | None
    high: Decimal | None
    start: int
    end: int
    units: tuple[str, ...] = ()
    counted: str = ""
    magnitude: Decimal = Decimal(1)
    spelled: bool = False
    vague: bool = False
    is_order: bool = False  # told by its order only: "six figures"

    def times(self, factor: Decimal) -> "Quantity":
        """The same quantity, each end that many times as large."""
        low, high = (None if end is None else end * factor for end in (self.low, self.high))
        return replace(self, low=low, high=high, magnitude=self.magnitude * factor)


_HEDGES = (
    r"(?:\s*(?:about|abt|around|approx\w*\.?|roughly|circa|ca\.?|like|maybe|perhaps|probably|say|possibly"
    r"|even|~))*"
)
_LINKED = re.compile(
    rf"[\s,(]*(?:-+|to|till|until|up to|through|thru|or|bis|a|à|al|tot|til|até|~|\.\.+|/"
    rf"|[?.]?\s?(?:or )?(?:could be |might be |may be )?"
    rf"(?:maybe|perhaps|possibly|even|could be|might be))(?:{_HEDGES}\s*)"
)
_NEXT = re.compile(r",? ")  # "three, four hundred"
_OR_MORE_IF = re.compile(r",\s(?:or |maybe |perhaps |even )*")  # "10k, 12k if it's really good"
_IF = re.compile(r"\s(?:if|when|provided|assuming|given|depending)\b")
_APART = re.compile(r"\s*[,(]\s*(?:up to|until|till)\b")
_AND = re.compile(rf"\s*(?:and|an|adn|&|n|und|et|en|y|e|i|och|og|a)(?:{_HEDGES}\s*)")
_BUT = re.compile(r"[\s,]*(?:but|and|&|yet)?[\s,]*")
_BETWEEN = re.compile(rf"\b(?:{BETWEEN})\W+(?:[a-z]+\W+){{0,3}}$")
_FROM = re.compile(rf"\b(?:from|{BETWEEN})[\s:]*(?:[a-z]+\s){{0,2}}$")
_NEGATIVE = re.compile(r"(?:(?:^|[\s(:])-|\bminus\s)$")
_LAST_WORD = re.compile(r"[^\W\d_]+|\S")
_WINDOW = 40
_FURTHEST_OTHER_END = 30  # between "at least 20k" and "at most 30k"


def find_quantities(text: str, units: Units = NO_UNITS, *, mil: Decimal = MILLION) -> tuple[Quantity, ...]:
    """Every quantity of an aligned text in order of appearance; negative ones are left out."""
    sizes = find_vague_sizes(text)
    rest = masked(text, [(size.start, size.end) for size in sizes])
    found = [*map(_of_size, sizes), *map(_of_number, find_numbers(rest, units, mil=mil))]
    counted = [_with_units(text, quantity, units) for quantity in sorted(found, key=lambda each: each.start)]
    return tuple(_closed(text, list(_bounded(text, list(_ranged(text, counted))))))


def with_other_end(text: str, first: Quantity, second: Quantity) -> Quantity:
    """The quantity with the other end that the next one states: "20k, 30k max", "min 20k, max 30k"."""
    between = text[first.end : second.start]
    if len(between) > _FURTHEST_OTHER_END or "." in between or (second.low is None) == (second.high is None):
        return first
    if first.low is not None and second.high is not None:
        first, second = _evenly_sized(first, second)  # "10k but could stretch to 14"
    low, high = first.low if first.low is not None else second.low, second.high or first.high
    says_less = first.low == first.high and second.high is None  # "20k, at least 10k"
    if low is None or high is None or low >= high or says_less:
        return first
    return replace(first, low=low, high=high, end=second.end, units=first.units + second.units)


def _of_size(size: VagueSize) -> Quantity:
    return Quantity(
        size.low, size.high, size.start, size.end, magnitude=Decimal(1000), spelled=True, is_order=True
    )


def _of_number(number: Number) -> Quantity:
    return Quantity(
        number.value,
        number.value,
        number.start,
        number.end,
        magnitude=number.magnitude,
        spelled=number.spelled,
        vague=number.vague,
    )


def _with_units(text: str, quantity: Quantity, units: Units) -> Quantity:
    before = _ending(units.before).search(text, max(0, quantity.start - _WINDOW), quantity.start)
    after = _starting(units.after).match(text, quantity.end)
    return replace(
        quantity,
        start=before.start() if before else quantity.start,
        end=after.end() if after else quantity.end,
        units=tuple(match[0].strip() for match in (before, after) if match and match[0].strip()),
        counted=after[0].strip() if after else "",
    )


@lru_cache(maxsize=8)
def _ending(unit: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{unit})$")


@lru_cache(maxsize=8)
def _starting(unit: str) -> re.Pattern[str]:
    return re.compile(unit)


def _ranged(text: str, quantities: list[Quantity]) -> Iterator[Quantity]:
    """The quantities, with two that a "to" links made one."""
    at = 0
    while at < len(quantities):
        first = quantities[at]
        second = quantities[at + 1] if at + 1 < len(quantities) else None
        if second and _are_linked(text, first, second):
            yield _range(text, first, second)
            at += 2
        else:
            if not _NEGATIVE.search(text, max(0, first.start - _WINDOW), first.start):
                yield first
            at += 1


def _are_linked(text: str, first: Quantity, second: Quantity) -> bool:
    if first.low != first.high or second.low != second.high or second.start < first.end:
        return False
    if first.counted and second.counted and _unit_stem(first) != _unit_stem(second):  # "6 weeks to 3 months"
        return False
    if first.magnitude >= 1000 and second.spelled and second.magnitude == 1:  # "30 grand to one side"
        return False
    is_bare = first.magnitude == 1 and not first.units and second.magnitude >= 1000
    if is_bare and _APART.match(text, first.end, second.start):  # "a team of 7, up to 18k"
        return False
    if _LINKED.fullmatch(text, first.end, second.start) or _are_neighbours(text, first, second):
        return True
    if _OR_MORE_IF.fullmatch(text, first.end, second.start) and _IF.match(text, second.end):
        return (first.low or 0) < (second.low or 0)
    return bool(
        _AND.fullmatch(text, first.end, second.start)
        and _BETWEEN.search(text, max(0, first.start - _WINDOW), first.start)
    )


def _are_neighbours(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether "three, four hundred" are said in one breath: the one, or the next, of the same size."""
    is_sized_once = (
        first.magnitude == 1 and not first.units and (second.magnitude >= 100 or bool(second.counted))
    )
    count = (second.low or Decimal(0)) / second.magnitude
    is_next = first.low is not None and first.low < 20 and count - first.low in (1, 2, 5)
    return is_sized_once and is_next and bool(_NEXT.fullmatch(text, first.end, second.start))


def _unit_stem(quantity: Quantity) -> str:
    """What tells one unit from another: "a month", "months" and "/month" are the same."""
    words: list[str] = _LAST_WORD.findall(quantity.counted)
    return words[-1][:3]


def _range(text: str, first: Quantity, second: Quantity) -> Quantity:
    one, two = _evenly_sized(first, second)
    opening = _FROM.search(text, max(0, first.start - _WINDOW), first.start)
    ends = sorted(end for end in (one.low, two.low) if end is not None)
    return Quantity(
        ends[0],
        ends[-1],
        opening.start() if opening else first.start,
        second.end,
        units=first.units + second.units,
        counted=second.counted or first.counted,
        magnitude=max(one.magnitude, two.magnitude),
        spelled=first.spelled or second.spelled,
    )


def _evenly_sized(first: Quantity, second: Quantity) -> tuple[Quantity, Quantity]:
    """Both ends in full where the size was written once: "10-15k", "800 to 1.2 million", "50k to 100"."""
    low = first.low or Decimal(0)
    high = (second.high if second.low is None else second.low) or Decimal(0)
    if first.magnitude < second.magnitude:
        fitting = (size for size in _smaller_sizes(second.magnitude) if low * size < high)
        return first.times(next(fitting, Decimal(1))), second
    if second.magnitude < first.magnitude and high < low:
        larger = (first.magnitude, first.magnitude * 1000, Decimal(1000), Decimal(10**6))
        fitting = (size for size in larger if low < high * size <= low * 10)
        return first, second.times(next(fitting, first.magnitude))
    return first, second


def _smaller_sizes(magnitude: Decimal) -> Iterable[Decimal]:
    return [magnitude, *(size for size in (Decimal(10**6), Decimal(1000)) if size < magnitude)]


def _bounded(text: str, quantities: list[Quantity]) -> Iterator[Quantity]:
    """The quantities with "at most", "or more" and the like taken in."""
    floor = 0
    for at, quantity in enumerate(quantities):
        ceiling = quantities[at + 1].start if at + 1 < len(quantities) else len(text)
        before = bound_before(text, quantity.start, floor=floor)
        after = _bound_after(text, quantity, ceiling=ceiling)
        if before and after and before[0] is not after[0]:  # "at least 5k max": the first word counts
            after = None
        floor = after[1] if after else quantity.end
        is_range = quantity.low != quantity.high and not quantity.is_order
        if is_range or not (before or after):
            yield quantity
        else:
            yield _with_bounds(quantity, before, after)


def _closed(text: str, quantities: list[Quantity]) -> Iterator[Quantity]:
    """The quantities, with "more than 5 but less than 10 thousand" made one."""
    at = 0
    while at < len(quantities):
        first = quantities[at]
        second = quantities[at + 1] if at + 1 < len(quantities) else None
        if second and _are_two_ends(text, first, second):
            yield _range(text, replace(first, high=first.low), replace(second, low=second.high))
            at += 2
        else:
            yield first
            at += 1


def _are_two_ends(text: str, first: Quantity, second: Quantity) -> bool:
    is_lower = first.low is not None and first.high is None
    is_upper = second.high is not None and second.low is None
    return is_lower and is_upper and bool(_BUT.fullmatch(text, first.end, second.start))


def _bound_after(text: str, quantity: Quantity, *, ceiling: int) -> tuple[Bound, int] | None:
    if quantity.counted.startswith("+"):  # "200,000+ dollars"
        return Bound.LOWER, quantity.end
    return bound_after(text, quantity.end, ceiling=ceiling)


def _upper_end(quantity: Quantity, bounds: list[Bound]) -> Decimal | None:
    """Less than six figures is less than where they begin."""
    return quantity.low if quantity.is_order and Bound.UPPER in bounds else quantity.high


def _with_bounds(
    quantity: Quantity, before: tuple[Bound, int] | None, after: tuple[Bound, int] | None
) -> Quantity:
    """The quantity as the end of a range that the words on either side make of it, with those words."""
    bounds = [bound for bound, _ in filter(None, (before, after))]
    return replace(
        quantity,
        low=None if Bound.UPPER in bounds else quantity.low,
        high=None if Bound.LOWER in bounds else _upper_end(quantity, bounds),
        start=before[1] if before else quantity.start,
        end=after[1] if after else quantity.end,
    )
