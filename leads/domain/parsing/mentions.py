"""A stretch of time mentioned in a text, whatever named it."""

from dataclasses import dataclass
from enum import StrEnum

from leads.domain.parsing.spans import Span

__all__ = ["Kind", "Mention", "Use"]


class Kind(StrEnum):
    """What a stretch of time was named by; it decides which words make a deadline of it."""

    PERIOD = "period"  # a month, a quarter, a season: on the calendar
    DAY = "day"  # a single day that needs no other to be known
    DAY_OF_MONTH = "day of month"  # "the 15th"
    COUNTED = "counted"  # "3 months", from today


class Use(StrEnum):
    """What is said to happen with regard to a stretch of time."""

    DURING = "during"
    BY = "by"  # from today to its end
    WITHIN = "within"  # by its end, or during it when a year is named that has not begun
    BEFORE = "before"  # from today to the day before it
    FROM = "from"  # not before it begins
    AFTER = "after"  # not before it is over


@dataclass(frozen=True, slots=True)
class Mention:
    """What the words between `start` and `end` name.

    `dated` says that a year was named with it; `use` is set when these words themselves make a deadline of
    it.
    """

    start: int
    end: int
    span: Span
    kind: Kind
    dated: bool = False
    use: Use | None = None
