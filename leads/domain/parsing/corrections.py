"""What people take back in the same breath: "50 — no wait, 60k", "20k, not 50k"."""

import re
from collections.abc import Iterable
from typing import Protocol, TypeVar

__all__ = ["in_force", "put_right"]


class Place(Protocol):
    """Something read from a text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Found = TypeVar("Found", bound=Place)

_TURN = re.compile(
    r"\b(?:no,? wait|wait,? no|wait|scratch that|strike that|correction|make (?:that|it)|i mean|i meant"
    r"|meant|sorry|oops"
    r"|actually|realistically|more likely|in reality|in practice"
    r"|my bad|my mistake|change (?:that|it) to|apologies|hang on|hold on|or rather|correct that"
    r"|let me correct|better said"
    r"|edit|instead"
    r"|no|nope|nah|but now|and now"
    r"|(?:topped|bumped|raised|increased|upped|pushed|cut|reduced|lowered|doubled?|halved?|brought|moved)"
    r"(?: (?:it|that|this|us|them|the budget))?(?: (?:up|down|back))? to"
    r"|but (?:only )?(?:got|received|had to|were given)|ended up (?:with|at)|so now|now it'?s|now it is)"
    r"\b(?!\s(?:more|less|higher|fewer|later|bigger|sooner|earlier|budget|than"
    r"|of)\b)"
)
_TAKEN_BACK = re.compile(
    r"\b(?:not|n't|isnt|instead of|rather than|no longer|forget(?: about)?|scrap|ignore)\s(?:in |the "
    r"|about |around |a |an |like |by "
    r"|just )*$"
)
_FORMER = re.compile(
    r"\b(?:(?:was|were|had|been|originally) (?:\w+ )?(?:hop|plan|aim|think|wish|look)\w* (?:for|on|of|at"
    r"|about)|(?:wanted|planned|hoped|aimed|targeted|intended|budgeted|scheduled|expected)(?: (?:for|on"
    r"|at|it for))?"
    r"|was|were|had|used to be|said|initially|originally|first)\s(?:in |the |about |around |a |by )*$"
)
_WINDOW = 40


def in_force(text: str, found: Iterable[Found]) -> list[Found]:
    """The places of an aligned text that stand when it has been read to its end, in their order."""
    kept = [
        place for place in found if not _TAKEN_BACK.search(text, max(0, place.start - _WINDOW), place.start)
    ]
    for at in range(len(kept) - 1, 0, -1):
        between = text[kept[at - 1].end : kept[at].start]
        if _TURN.search(between[-_WINDOW:]):
            return kept[at:]
    now = [place for place in kept if not _FORMER.search(text, max(0, place.start - _WINDOW), place.start)]
    return now or kept


def put_right(text: str, end: int) -> str:
    """What the aligned text says behind the last change of mind after this place; nothing without one."""
    turns = list(_TURN.finditer(text, end))
    return text[turns[-1].end() :] if turns else ""
