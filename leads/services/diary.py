"""What is free in the reps' calendars, and whose turn it is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

import structlog

from leads.domain.availability import free_slots
from leads.domain.booking import Booking, Slot
from leads.domain.rep import Rep
from leads.domain.schedule import InvalidHours, schedule_of
from leads.services.core import Core
from leads.services.ports import Work

__all__ = ["free_by_rep", "is_free"]

HORIZON = timedelta(days=14)  # how far ahead meetings are booked
FAIRNESS = timedelta(days=30)  # how far back meetings count when the next goes to whoever had the fewest

log = structlog.get_logger()


def free_by_rep(core: Core, work: Work) -> dict[str, tuple[Slot, ...]]:
    """The free slots of everybody who takes meetings, whoever had the fewest lately first."""
    booked = _booked(core, work)
    reps = sorted(filter(_takes_meetings, work.reps.all()), key=lambda rep: len(booked.get(rep.id, ())))
    return {rep.id: _free_slots(rep, booked.get(rep.id, ()), now=core.clock()) for rep in reps}


def is_free(core: Core, work: Work, booking: Booking) -> bool:
    """Whether this meeting fits into its rep's calendar, apart from where it may be in there already."""
    rep = work.reps.get(booking.rep_id)
    if rep is None or not _takes_meetings(rep):
        return False
    others = [other for other in _booked(core, work).get(rep.id, ()) if other.id != booking.id]
    return booking.slot in _free_slots(rep, others, now=core.clock())


def _takes_meetings(rep: Rep) -> bool:
    return rep.active and rep.bookable


def _booked(core: Core, work: Work) -> Mapping[str, list[Booking]]:
    """Meetings that take up time or count for fairness, by rep."""
    now = core.clock()
    booked: dict[str, list[Booking]] = defaultdict(list)
    for booking in work.bookings.between(now - FAIRNESS, now + HORIZON + timedelta(days=2)):
        booked[booking.rep_id].append(booking)
    return booked


def _free_slots(rep: Rep, booked: Iterable[Booking], *, now: datetime) -> tuple[Slot, ...]:
    try:
        schedule = schedule_of(rep)
    except InvalidHours:
        # One rep's typo must not keep everybody from being booked; what may be wrong is not offered.
        log.warning("rep.hours_invalid", rep=rep.id)
        return ()
    taken = [booking.slot.interval for booking in booked]
    return free_slots(schedule, now=now, bookings=taken, horizon_days=HORIZON.days)
