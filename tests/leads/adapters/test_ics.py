"""Calendar files, read back by a calendar library and byte by byte."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.adapters.ics import Party, calendar_file
from leads.domain.booking import Booking, Slot, cancel, reschedule

TEN = datetime(2026, 11, 24, 10, tzinfo=UTC)
HALF_HOUR = timedelta(minutes=30)
MEETING = Booking("b1", "lead-1", "rep-1", TEN, TEN + HALF_HOUR, "Europe/Berlin", created_at=TEN)
REP = Party("Ada Rep", "ada@example.com")
GUEST = Party("Grace Guest", "grace+demo@example.org")
HOSTILE = [
    pytest.param("x\r\nATTENDEE:mailto:evil@example.net", id="CRLF"),
    pytest.param("x\nEND:VEVENT\nBEGIN:VALARM", id="LF"),
    pytest.param("x\rDTSTART:19700101T000000Z", id="CR"),
    pytest.param("x\x85SUMMARY:evil\u2028LOCATION:evil\u2029y", id="other line ends"),
    pytest.param('x";ROLE=CHAIR:mailto:evil@example.net', id="quotes"),
    pytest.param("a;b,c:d\\n^n", id="separators"),
    pytest.param("nul\x00 bell\x07", id="control characters"),
    pytest.param("half \ud83d a character", id="lone surrogate"),
    pytest.param("{{7*7}} <script>alert(1)</script>", id="markup"),
    pytest.param("x" * 5000, id="long"),
]


def written(booking: Booking = MEETING, **changes: Any) -> bytes:
    details: dict[str, Any] = {
        "organizer": REP,
        "attendee": GUEST,
        "summary": "Meeting with Ada",
        "description": "We talk about your plans.\nSee you!",
        "stamp": TEN - timedelta(days=1),
    }
    return calendar_file(booking, **(details | changes))


def read(file: bytes) -> Any:
    calendar = icalendar.Calendar.from_ical(file)
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def names(file: bytes) -> list[str]:
    """The property names of a file, folded lines joined."""
    lines = file.replace(b"\r\n ", b"").decode().split("\r\n")
    return [line.split(":")[0].split(";")[0] for line in lines]


def test_an_invitation_reads_back() -> None:
    calendar, event = read(written())
    assert (calendar["METHOD"], calendar["VERSION"], event["STATUS"]) == ("REQUEST", "2.0", "CONFIRMED")
    assert (event["UID"], event["SEQUENCE"]) == ("b1@bantam", 0)
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (TEN, TEN + HALF_HOUR)
    assert event.decoded("DTSTAMP") == TEN - timedelta(days=1)
    assert event["SUMMARY"] == "Meeting with Ada"
    assert event["DESCRIPTION"] == "We talk about your plans.\nSee you!"
    assert (event["ORGANIZER"], event["ORGANIZER"].params["CN"]) == ("mailto:ada@example.com", "Ada Rep")
    assert event["ATTENDEE"] == "mailto:grace+demo@example.org"
    assert event["ATTENDEE"].params["CN"] == "Grace Guest"
    assert event["ATTENDEE"].params["RSVP"] == "TRUE"


def test_times_are_written_as_utc() -> None:
    assert b"\r\nDTSTART:20261124T100000Z\r\n" in written()
    assert b"\r\nDTEND:20261124T103000Z\r\n" in written()


def test_a_guest_without_an_address_is_left_out() -> None:
    assert "ATTENDEE" not in names(written(attendee=None))


def test_F34_changes_keep_the_uid_and_raise_the_sequence() -> None:
    moved = reschedule(MEETING, Slot("rep-1", TEN + HALF_HOUR, TEN + 2 * HALF_HOUR))
    _, change = read(written(moved))
    calendar, end = read(written(cancel(moved)))
    assert (change["UID"], change["SEQUENCE"], change.decoded("DTSTART")) == ("b1@bantam", 1, TEN + HALF_HOUR)
    assert (end["UID"], end["SEQUENCE"], end["STATUS"]) == ("b1@bantam", 2, "CANCELLED")
    assert calendar["METHOD"] == "CANCEL"


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("place", ["summary", "description", "name", "address"])
def test_S10_hostile_text_adds_nothing_to_the_file(place: str, text: str) -> None:
    changes: dict[str, dict[str, Any]] = {
        "summary": {"summary": text},
        "description": {"description": text},
        "name": {"attendee": replace(GUEST, name=text), "organizer": replace(REP, name=text)},
        "address": {"attendee": replace(GUEST, email=text), "organizer": replace(REP, email=text)},
    }
    file = written(**changes[place])
    assert names(file) == names(written())
    _, event = read(file)
    assert (event["UID"], event.decoded("DTSTART")) == ("b1@bantam", TEN)
    assert set(event["ATTENDEE"].params) == {"CN", "ROLE", "PARTSTAT", "RSVP"}
    assert event["ATTENDEE"].params["ROLE"] == "REQ-PARTICIPANT"


@given(st.text(max_size=200), st.text(max_size=200))
def test_S10_no_text_breaks_the_file(name: str, summary: str) -> None:
    file = written(attendee=Party(name, name), summary=summary, description=summary)
    assert names(file) == names(written())
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))


def test_names_in_any_script_survive() -> None:
    _, event = read(written(attendee=Party("Zoë 👩‍👩‍👧 Ωμέγα", "zoe@example.org"), summary="会議"))
    assert event["ATTENDEE"].params["CN"] == "Zoë 👩‍👩‍👧 Ωμέγα"
    assert event["SUMMARY"] == "会議"


def test_S05_text_cannot_turn_around_what_follows() -> None:
    assert "\u202e" not in written(summary="invoice\u202efdp.exe").decode()
