"""Slot ids that cannot be made up, and what may happen to a meeting."""

from base64 import urlsafe_b64encode
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.booking import (
    Booking,
    BookingState,
    NotBookable,
    Slot,
    SlotTaken,
    cancel,
    parse_slot_id,
    reschedule,
    slot_id,
)

TEN = datetime(2026, 11, 24, 10, tzinfo=UTC)
HALF_HOUR = timedelta(minutes=30)
MORNING = Slot("rep-1", TEN, TEN + HALF_HOUR)
MEETING = Booking("b1", "lead-1", "rep-1", TEN, TEN + HALF_HOUR, "Europe/Berlin", created_at=TEN)


def encoded(text: str) -> str:
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


@given(
    rep_id=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20),
    minute=st.integers(0, 60_000_000),
    length=st.integers(1, 600),
)
def test_slot_ids_say_all_about_the_slot(rep_id: str, minute: int, length: int) -> None:
    start = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
    slot = Slot(rep_id, start, start + timedelta(minutes=length))
    assert parse_slot_id(slot_id(slot)) == slot


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("hello", id="a word"),
        pytest.param("ünïcode", id="not ASCII"),
        pytest.param("A" * 100_000, id="huge"),
        pytest.param(MORNING.id + "=", id="padded"),
        pytest.param(MORNING.id[:-1], id="cut off"),
        pytest.param(MORNING.id + "\n", id="with a line break"),
        pytest.param(encoded("rep-1"), id="no times"),
        pytest.param(encoded("rep-1|one|two"), id="times that are words"),
        pytest.param(encoded("rep-1|20|10"), id="ends before it starts"),
        pytest.param(encoded("rep-1| 10|20"), id="another spelling of a time"),
        pytest.param(encoded("rep-1|١٠|٢٠"), id="digits of another script"),
        pytest.param(encoded("rep-1|10|99999999999999999999"), id="after the end of time"),
        pytest.param(encoded("|10|20"), id="nobody's"),
        pytest.param("gICAfDEwfDIw", id="bytes that are no text"),
        pytest.param("/inform", id="a command"),
        pytest.param("' OR 1=1 --", id="SQL"),
    ],
)
def test_garbage_is_no_slot(text: str) -> None:
    with pytest.raises(NotBookable):
        parse_slot_id(text)


@given(st.text(max_size=60))
def test_any_text_is_a_slot_or_refused(text: str) -> None:
    with suppress(NotBookable):
        assert slot_id(parse_slot_id(text)) == text


def test_a_slot_is_on_whole_minutes() -> None:
    with pytest.raises(ValueError, match="whole minute"):
        Slot("rep-1", TEN + timedelta(seconds=1), TEN + HALF_HOUR)


def test_cancelling_raises_the_sequence_once() -> None:
    cancelled = cancel(MEETING)
    assert cancelled == replace(MEETING, state=BookingState.CANCELLED, sequence=1)
    assert cancel(cancelled) == cancelled


def test_rescheduling_keeps_the_id_and_raises_the_sequence() -> None:
    later = Slot("rep-2", TEN + HALF_HOUR, TEN + 2 * HALF_HOUR)
    moved = reschedule(MEETING, later)
    assert (moved.id, moved.slot, moved.sequence) == (MEETING.id, later, 1)
    assert reschedule(moved, MORNING).sequence == 2


def test_rescheduling_to_the_same_slot_changes_nothing() -> None:
    assert reschedule(MEETING, MORNING) == MEETING


def test_F34_a_cancelled_meeting_stays_cancelled() -> None:
    with pytest.raises(NotBookable):
        reschedule(cancel(MEETING), Slot("rep-1", TEN + HALF_HOUR, TEN + 2 * HALF_HOUR))


def test_a_lost_slot_comes_with_others() -> None:
    assert SlotTaken().alternatives == ()
    assert SlotTaken(alternatives=(MORNING,)).alternatives == (MORNING,)
