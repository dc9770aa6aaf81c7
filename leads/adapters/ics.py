"""Meetings as iCalendar files (RFC 5545), as mail and calendar programs take them."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never
from urllib.parse import quote

from icalendar import Calendar, Event, vCalAddress

from leads.domain.booking import Booking, BookingState

__all__ = ["Party", "calendar_file", "calendar_method"]

PRODUCT = "-//Bantam//Meetings//EN"
REORDERING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # make text read as something else


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who takes part in a meeting."""

    name: str
    email: str


def calendar_file(
    booking: Booking,
    *,
    organizer: Party,
    attendee: Party | None,
    summary: str,
    description: str,
    stamp: datetime,
) -> bytes:
    """The invitation to a meeting, or its cancellation once it is cancelled; `stamp` is when it was written.

    The UID is the same through every change and SEQUENCE grows, so that a calendar keeps one event. Times
    are UTC: programs show them in their owner's zone. Names and texts may hold anything; they stay names
    and texts.
    """
    method, status = _asked(booking.state)
    event = Event()
    event.add("uid", f"{booking.id}@bantam")
    event.add("sequence", booking.sequence)
    event.add("dtstamp", stamp)
    event.add("dtstart", booking.start)
    event.add("dtend", booking.end)
    event.add("status", status)
    event.add("summary", _line(summary))
    event.add("description", "\n".join(_line(line) for line in description.splitlines()))
    event.add("organizer", _address(organizer), encode=False)
    if attendee is not None:
        event.add("attendee", _guest(attendee), encode=False)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def calendar_method(booking: Booking) -> str:
    """What its file asks of a calendar (iTIP): REQUEST, or CANCEL."""
    return _asked(booking.state)[0]


def _asked(state: BookingState) -> tuple[str, str]:
    """What is asked of the calendar, and where the meeting stands."""
    match state:
        case BookingState.BOOKED:
            return "REQUEST", "CONFIRMED"
        case BookingState.CANCELLED:
            return "CANCEL", "CANCELLED"
        case _:
            assert_never(state)


def _guest(party: Party) -> vCalAddress:
    address = _address(party)
    address.params["ROLE"] = "REQ-PARTICIPANT"
    address.params["PARTSTAT"] = "NEEDS-ACTION"
    address.params["RSVP"] = "TRUE"
    return address


def _address(party: Party) -> vCalAddress:
    # An address is written as it is: what could end the line is percent-encoded, as in any mailto link.
    address = vCalAddress(f"mailto:{quote(party.email, safe='@+', errors='replace')}")
    name = _line(party.name).replace('"', "'")
    if name:
        address.params["CN"] = name
    return address


def _line(text: str) -> str:
    """The text on one line, without control characters and without half characters."""
    shown = (" " if char.isspace() else char for char in text)
    kept = (c for c in shown if unicodedata.category(c) not in {"Cc", "Cs"} and c not in REORDERING)
    return "".join(kept).strip()
