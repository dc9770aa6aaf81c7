"""Many people at once: threads and processes, against real stores."""

import multiprocessing
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest
import sqlalchemy as sa

from leads.domain.booking import Booking, BookingState, NotBookable, Slot, SlotTaken
from leads.domain.lead import Lead
from leads.domain.rep import Rep
from leads.services import booking
from leads.services.core import Core
from leads.store.database import Database
from leads.store.unit_of_work import SqlStore

CROWD = 40
NINE = datetime(2026, 11, 24, 9, tzinfo=UTC)
WANTED = Slot("rep-1", NINE, NINE + timedelta(minutes=30))
AddRep = Callable[..., Rep]
AddLead = Callable[..., Lead]


@pytest.fixture
def crowd(add_rep: AddRep, add_lead: AddLead) -> list[str]:
    """Two reps, and the ids of many leads who want to meet them."""
    add_rep("rep-1")
    add_rep("rep-2")
    return [add_lead(f"lead-{number}").id for number in range(CROWD)]


def all_at_once(
    people: Sequence[str], act: Callable[[str], Booking | SlotTaken]
) -> list[Booking | SlotTaken]:
    """Everybody acts at the same moment, each in a thread."""
    gate = threading.Barrier(len(people))

    def go(person: str) -> Booking | SlotTaken:
        gate.wait()
        return act(person)

    with ThreadPoolExecutor(len(people)) as pool:
        return list(pool.map(go, people))


def try_to_book(core: Core, lead_id: str, slot: Slot) -> Booking | SlotTaken:
    try:
        return booking.book(core, lead_id, slot_id=slot.id)
    except SlotTaken as refused:
        return refused


def meetings(store: SqlStore) -> list[Booking]:
    with store.reading() as work:
        return work.bookings.between(NINE - timedelta(days=30), NINE + timedelta(days=30))


def double_bookings(store: SqlStore) -> list[tuple[Booking, Booking]]:
    return [
        (one, other)
        for one, other in combinations(meetings(store), 2)
        if one.rep_id == other.rep_id and one.slot.interval.overlaps(other.slot.interval)
    ]


def drop_constraint(database: Database) -> None:
    with database.writing() as connection:
        if database.is_sqlite:
            connection.execute(sa.text("DROP TRIGGER no_double_booking_on_INSERT"))
        else:
            connection.execute(sa.text("ALTER TABLE bookings DROP CONSTRAINT no_double_booking"))


def test_F25_negative_control_a_crowd_that_looks_first_books_the_same_time(
    database: Database, store: SqlStore, crowd: list[str]
) -> None:
    drop_constraint(database)
    everybody_has_looked = threading.Barrier(CROWD)

    def look_then_book(lead_id: str) -> Booking:
        with store.reading() as work:
            is_free = not work.bookings.between(WANTED.start, WANTED.end)
        everybody_has_looked.wait()
        assert is_free
        made = Booking(lead_id, lead_id, "rep-1", WANTED.start, WANTED.end, "UTC", created_at=NINE)
        with store.writing() as work:
            work.bookings.add(made)
        return made

    with ThreadPoolExecutor(CROWD) as pool:
        list(pool.map(look_then_book, crowd))
    assert len(meetings(store)) == CROWD


def test_F25_forty_people_pick_one_slot_and_one_gets_it(
    core: Core, store: SqlStore, crowd: list[str]
) -> None:
    results = all_at_once(crowd, lambda lead_id: try_to_book(core, lead_id, WANTED))
    won = [result for result in results if isinstance(result, Booking)]
    lost = [result for result in results if isinstance(result, SlotTaken)]
    assert (len(won), len(lost)) == (1, CROWD - 1)
    assert meetings(store) == won
    assert won[0].slot == WANTED
    for refused in lost:
        assert len(refused.alternatives) == 3
        assert WANTED not in refused.alternatives


def test_F25_the_others_find_a_slot_among_the_fresh_ones(
    core: Core, store: SqlStore, crowd: list[str]
) -> None:
    def insist(lead_id: str) -> Booking | SlotTaken:
        place, slot = crowd.index(lead_id), WANTED
        while isinstance(result := try_to_book(core, lead_id, slot), SlotTaken):
            slot = result.alternatives[place % len(result.alternatives)]
        return result

    results = all_at_once(crowd[:12], insist)
    assert {result.lead_id for result in results if isinstance(result, Booking)} == set(crowd[:12])
    assert double_bookings(store) == []
    assert {one.rep_id for one in meetings(store)} == {"rep-1", "rep-2"}


def test_F25_four_processes_pick_one_slot_and_one_gets_it(
    database: Database, core: Core, store: SqlStore, crowd: list[str]
) -> None:
    url = database.engine.url.render_as_string(hide_password=False)
    database.dispose()  # connections do not survive a fork
    forking = multiprocessing.get_context("fork")
    results: multiprocessing.SimpleQueue[list[bool]] = forking.SimpleQueue()

    def pick(people: Sequence[str]) -> None:
        own = replace(core, store=SqlStore(Database(url)))
        outcomes = all_at_once(people, lambda lead_id: try_to_book(own, lead_id, WANTED))
        results.put([isinstance(outcome, Booking) for outcome in outcomes])

    parts = [crowd[part::4] for part in range(4)]
    processes = [forking.Process(target=pick, args=(part,)) for part in parts]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        assert process.exitcode == 0
    won = [outcome for _ in parts for outcome in results.get()]
    assert (won.count(True), won.count(False)) == (1, CROWD - 1)
    assert [one.slot for one in meetings(store)] == [WANTED]


def test_F25_two_people_cannot_move_to_the_same_slot(core: Core, store: SqlStore, crowd: list[str]) -> None:
    slots = [Slot("rep-2", NINE + timedelta(hours=n), WANTED.end + timedelta(hours=n)) for n in range(4)]
    made = [booking.book(core, lead, slot_id=slot.id).id for lead, slot in zip(crowd, slots, strict=False)]

    def move(booking_id: str) -> Booking | SlotTaken:
        try:
            return booking.reschedule(core, booking_id, slot_id=WANTED.id)
        except SlotTaken as refused:
            return refused

    results = all_at_once(made, move)
    assert sum(isinstance(result, Booking) for result in results) == 1
    assert len(meetings(store)) == 4
    assert double_bookings(store) == []


@pytest.mark.parametrize("attempt", range(3))
def test_F34_cancelling_and_moving_at_once_ends_cancelled(core: Core, crowd: list[str], attempt: int) -> None:
    made = booking.book(core, crowd[0], slot_id=WANTED.id)
    later = Slot("rep-1", WANTED.start + timedelta(hours=2), WANTED.end + timedelta(hours=2))

    def change(what: str) -> Booking | SlotTaken:
        try:
            if what == "cancel":
                return booking.cancel(core, made.id)
            return booking.reschedule(core, made.id, slot_id=later.id)
        except NotBookable:  # it was cancelled first
            return made

    all_at_once(["cancel", "move"], change)
    end = booking.meeting(core, made.id).booking
    assert end.state is BookingState.CANCELLED
    assert end.sequence == (2 if end.start == later.start else 1)
