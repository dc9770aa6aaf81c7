"""Slots that can be offered, the meetings that come of them, and what may happen to a meeting."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from leads.domain.intervals import Interval

__all__ = [
    "Booking",
    "BookingNotFound",
    "BookingRefused",
    "BookingState",
    "NotBookable",
    "Slot",
    "SlotTaken",
    "cancel",
    "parse_slot_id",
    "reschedule",
    "slot_id",
]

LONGEST_ID = 256
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of one rep's time that can be booked: UTC instants on whole minutes."""

    rep_id: str
    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        edges = (self.interval.start, self.interval.end)  # what is no interval is refused there
        if any((edge - EPOCH) % MINUTE for edge in edges):
            raise ValueError("A slot starts and ends on a whole minute.")

    @property
    def id(self) -> str:
        """The opaque name under which the slot is offered."""
        return slot_id(self)

    @property
    def interval(self) -> Interval:
        """The time it takes."""
        return Interval(self.start, self.end)


class BookingState(StrEnum):
    """Whether a meeting is to take place."""

    BOOKED = "booked"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Booking:
    """A meeting of a lead with a rep. `timezone` is the prospect's, as an IANA name.

    `id` stays the same through every change; `sequence` grows with each, as calendar programs expect.
    """

    id: str
    lead_id: str
    rep_id: str
    start: datetime
    end: datetime
    timezone: str
    created_at: datetime
    state: BookingState = BookingState.BOOKED
    sequence: int = 0

    @property
    def slot(self) -> Slot:
        """The time of the rep that it takes, or took before it was cancelled."""
        return Slot(self.rep_id, self.start, self.end)


class BookingRefused(Exception):
    """This cannot be booked."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or self.__doc__)


class BookingNotFound(BookingRefused):
    """There is no such booking."""


class NotBookable(BookingRefused):
    """This is not a slot."""


class SlotTaken(BookingRefused):
    """This time is not free any more."""

    def __init__(self, *, alternatives: tuple[Slot, ...] = ()) -> None:
        super().__init__()
        self.alternatives = alternatives  # free slots to offer instead


def slot_id(slot: Slot) -> str:
    """An opaque name that says all about the slot: equal slots have equal ids, in every process, for ever."""
    start, end = ((instant - EPOCH) // MINUTE for instant in (slot.start, slot.end))
    return urlsafe_b64encode(f"{slot.rep_id}|{start}|{end}".encode()).decode().rstrip("=")


def parse_slot_id(text: str) -> Slot:
    """The slot of that id. Raises NotBookable for any text that `slot_id` would not have written.

    Anyone can write one: whether the time is really on offer is for the booking to find out.
    """
    slot = _decoded(text) if len(text) <= LONGEST_ID else None
    if slot is None or not slot.rep_id or slot.id != text:
        raise NotBookable
    return slot


def _decoded(text: str) -> Slot | None:
    try:
        rep_id, start, end = urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode().rsplit("|", 2)
        return Slot(rep_id, EPOCH + int(start) * MINUTE, EPOCH + int(end) * MINUTE)
    except (ValueError, OverflowError):
        return None


def cancel(booking: Booking) -> Booking:
    """The same meeting, called off. What is cancelled already stays as it is."""
    if booking.state is BookingState.CANCELLED:
        return booking
    return replace(booking, state=BookingState.CANCELLED, sequence=booking.sequence + 1)


def reschedule(booking: Booking, slot: Slot) -> Booking:
    """The same meeting in another slot, perhaps of another rep. Raises NotBookable once it is cancelled."""
    if booking.state is BookingState.CANCELLED:
        raise NotBookable("This meeting was cancelled.")
    if booking.slot == slot:
        return booking
    return replace(
        booking,
        rep_id=slot.rep_id,
        start=slot.start,
        end=slot.end,
        sequence=booking.sequence + 1,
    )
