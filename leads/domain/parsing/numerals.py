"""Digits with separators: what "12.500,00", "12,500", "12 500" and "1,50,000" stand for."""

import re
from decimal import Decimal

__all__ = ["NUMERAL", "numeral_value"]

# Spaces separate thousands only; whatever is not well formed is refused by `numeral_value`.
NUMERAL = r"\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?(?![.,']?\d)|\d+(?:[.,']\d+)*|(?<![\w.,])[.,]\d+"

_LONGEST = 24
_PIECES = re.compile(r"[ .,']|\d+")


def numeral_value(numeral: str, *, scaled: bool) -> Decimal | None:
    """The number that the digits stand for, or None when they are no number ("1.2.2027", "007").

    `scaled` says that a magnitude follows: "1.250 million" has a decimal point, "1.250" alone has thousands.
    """
    pieces = _PIECES.findall(numeral)
    if len(numeral) > _LONGEST or not pieces:
        return None
    if not pieces[0].isdigit():
        return Decimal(f"0.{pieces[1]}")
    separators, groups = pieces[1::2], pieces[0::2]
    if len(groups[0]) > 1 and groups[0][0] == "0":
        return None
    if not separators:
        return Decimal(groups[0])
    if _ends_in_decimals(separators, groups, scaled=scaled):
        whole = groups[0] if len(groups) == 2 else _grouped(separators[:-1], groups[:-1])
        return None if whole is None else Decimal(f"{whole}.{groups[-1]}")
    grouped = _grouped(separators, groups)
    return None if grouped is None else Decimal(grouped)


def _ends_in_decimals(separators: list[str], groups: list[str], *, scaled: bool) -> bool:
    """Whether the last separator is a decimal mark."""
    mark, tail = separators[-1], groups[-1]
    if mark in " '":
        return False
    if len(separators) > 1:
        return separators.count(mark) == 1 or (len(tail) < 3 and len(groups[-2]) == 3)
    thousands = len(tail) == 3 and groups[0] != "0" and len(groups[0]) <= 3
    return not thousands or (scaled and mark == ".")


def _grouped(separators: list[str], groups: list[str]) -> str | None:
    """The digits of a number in groups of three, or of two before the last three; None for other groups."""
    if len(set(separators)) != 1 or len(groups[0]) > 3 or groups[0] == "0":
        return None
    middle = {len(group) for group in groups[1:-1]}
    if len(groups[-1]) != 3 or not (middle <= {3} or (middle == {2} and separators[0] == ",")):
        return None
    return "".join(groups)
