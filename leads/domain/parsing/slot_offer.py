"""What is on offer while somebody picks a time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

__all__ = ["Offer", "either", "is_same_time", "minute_of_day"]


@dataclass(frozen=True, slots=True)
class Offer:
    """The starts of the slots on offer, in the prospect's zone and in order, and the prospect's date."""

    starts: tuple[datetime, ...]
    today: date

    def where(self, holds: Callable[[datetime], bool]) -> frozenset[int]:
        """The places on the list of the slots for which this holds."""
        return frozenset(at for at, start in enumerate(self.starts) if holds(start))


def either(found: list[frozenset[int]]) -> list[frozenset[int]]:
    """Alternatives taken together: one set, or none where there was nothing."""
    return [frozenset().union(*found)] if found else []


def minute_of_day(start: datetime) -> int:
    """Minutes since midnight on the prospect's clock."""
    return start.hour * 60 + start.minute


def is_same_time(start: datetime, minute: int, half: str | None) -> bool:
    """Whether a slot starts at that minute of the day, on the twelve-hour clock unless am or pm was said."""
    if half or minute >= 13 * 60:
        return minute_of_day(start) == minute
    return minute_of_day(start) % (12 * 60) == minute % (12 * 60)
