"""The store refuses overlapping meetings, whoever writes them: the same on both databases."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from leads.domain.booking import Booking, BookingState, SlotTaken, cancel
from leads.domain.lead import Channel, Lead
from leads.domain.rep import Rep, Role
from leads.store.database import Database
from leads.store.unit_of_work import SqlStore

TEN = datetime(2026, 11, 24, 10, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
Drop = Callable[[], None]


def a_booking(start: int = 0, end: int = 30, *, booking_id: str = "new", rep_id: str = "rep-1") -> Booking:
    """A meeting from and until so many minutes after ten."""
    return Booking(
        booking_id,
        "lead-1",
        rep_id,
        TEN + start * MINUTE,
        TEN + end * MINUTE,
        "Europe/Berlin",
        created_at=TEN,
    )


@pytest.fixture
def peopled(store: SqlStore) -> SqlStore:
    """A store with two reps and a lead, and a meeting of the first rep from ten to half past."""
    with store.writing() as work:
        for rep_id in ("rep-1", "rep-2"):
            rep = Rep(
                rep_id, "Ada", f"{rep_id}@example.com", Role.REP, "", "Europe/Berlin", {}, created_at=TEN
            )
            work.reps.add(rep)
        work.leads.add(Lead("lead-1", created_at=TEN, updated_at=TEN, channel=Channel.WIDGET))
        work.bookings.add(a_booking(booking_id="standing"))
    return store


@pytest.fixture
def drop_constraint(database: Database) -> Drop:
    """Takes the rule against overlaps away, to see what it is good for."""
    statements = (
        ["DROP TRIGGER no_double_booking_on_INSERT", "DROP TRIGGER no_double_booking_on_UPDATE"]
        if database.is_sqlite
        else ["ALTER TABLE bookings DROP CONSTRAINT no_double_booking"]
    )

    def drop() -> None:
        with database.writing() as connection:
            for statement in statements:
                connection.execute(sa.text(statement))

    return drop


def held(store: SqlStore, rep_id: str = "rep-1") -> list[Booking]:
    with store.reading() as work:
        return [
            one for one in work.bookings.between(TEN - 90 * MINUTE, TEN + 90 * MINUTE) if one.rep_id == rep_id
        ]


OVERLAPS = [
    pytest.param(0, 30, id="the same"),
    pytest.param(10, 20, id="inside"),
    pytest.param(-15, 45, id="around"),
    pytest.param(-15, 1, id="into its start"),
    pytest.param(29, 60, id="out of its end"),
]


@pytest.mark.parametrize(("start", "end"), OVERLAPS)
def test_F25_an_overlapping_meeting_is_refused(peopled: SqlStore, start: int, end: int) -> None:
    with peopled.writing() as work, pytest.raises(SlotTaken):
        work.bookings.add(a_booking(start, end))
    assert [one.id for one in held(peopled)] == ["standing"]


@pytest.mark.parametrize(("start", "end"), OVERLAPS)
def test_F25_moving_onto_another_meeting_is_refused(peopled: SqlStore, start: int, end: int) -> None:
    elsewhere = a_booking(60, 90)
    with peopled.writing() as work:
        work.bookings.add(elsewhere)
        with pytest.raises(SlotTaken):
            work.bookings.save(replace(elsewhere, start=TEN + start * MINUTE, end=TEN + end * MINUTE))
        work.bookings.add(a_booking(30, 60, booking_id="later"))  # the transaction goes on
    assert {one.id: one.start for one in held(peopled)}["new"] == elsewhere.start


def test_F25_a_cancelled_meeting_cannot_come_back_over_another(peopled: SqlStore) -> None:
    cancelled = replace(a_booking(), state=BookingState.CANCELLED)
    with peopled.writing() as work:
        work.bookings.add(cancelled)
        with pytest.raises(SlotTaken):
            work.bookings.save(replace(cancelled, state=BookingState.BOOKED))


@pytest.mark.parametrize(
    "booking",
    [
        pytest.param(a_booking(30, 60), id="right after"),
        pytest.param(a_booking(-30, 0), id="right before"),
        pytest.param(a_booking(rep_id="rep-2"), id="of another rep"),
        pytest.param(replace(a_booking(), state=BookingState.CANCELLED), id="cancelled"),
    ],
)
def test_meetings_side_by_side_are_kept_as_they_are(peopled: SqlStore, booking: Booking) -> None:
    with peopled.writing() as work:
        work.bookings.add(booking)
    with peopled.reading() as work:
        assert work.bookings.get("new") == booking


def test_a_cancelled_meeting_makes_room(peopled: SqlStore) -> None:
    with peopled.writing() as work:
        work.bookings.save(cancel(a_booking(booking_id="standing")))
        work.bookings.add(a_booking())
    assert [one.id for one in held(peopled)] == ["new"]


def look_then_book(store: SqlStore) -> list[str]:
    """Two people look at the same free time, and then both book it."""
    refused = []
    with store.reading() as work:
        assert not [one for one in work.bookings.between(TEN, TEN + 30 * MINUTE) if one.rep_id == "rep-2"]
    for person in ("first", "second"):
        try:
            with store.writing() as work:
                work.bookings.add(a_booking(booking_id=person, rep_id="rep-2"))
        except SlotTaken:
            refused.append(person)
    return refused


def test_F25_without_the_constraint_looking_first_books_twice(
    peopled: SqlStore, drop_constraint: Drop
) -> None:
    drop_constraint()
    assert look_then_book(peopled) == []
    assert [one.id for one in held(peopled, "rep-2")] == ["first", "second"]


def test_F25_with_the_constraint_looking_first_books_once(peopled: SqlStore) -> None:
    assert look_then_book(peopled) == ["second"]
    assert [one.id for one in held(peopled, "rep-2")] == ["first"]


def test_meetings_between_are_those_that_touch_the_span(peopled: SqlStore) -> None:
    with peopled.reading() as work:
        for start, end, found in [
            (0, 1, True),
            (29, 60, True),
            (-30, 0, False),
            (30, 60, False),
            (-99, 99, True),
        ]:
            assert bool(work.bookings.between(TEN + start * MINUTE, TEN + end * MINUTE)) is found
