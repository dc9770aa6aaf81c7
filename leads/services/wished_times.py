"""The free times that somebody asks for in their own words."""

from dataclasses import dataclass
from datetime import datetime, time

from leads.domain.answers import Timeframe
from leads.domain.booking import Slot
from leads.domain.lead import Lead
from leads.domain.parsing.context import Context
from leads.domain.parsing.slot_wishes import read_wished_starts
from leads.domain.parsing.timeframe import read_timeframe
from leads.domain.topics import Topic
from leads.services import booking
from leads.services.assess import zone_of
from leads.services.core import Core
from leads.services.ports import Work

__all__ = ["WishedTimes", "wished_times"]

NOON = time(12)


@dataclass(frozen=True, slots=True)
class WishedTimes:
    """A few slots; `are_exact` says that they are what was asked for, and not the nearest to it."""

    slots: tuple[Slot, ...]
    are_exact: bool


def wished_times(core: Core, work: Work, lead: Lead, words: str) -> WishedTimes | None:
    """Free slots at the times these words name, or near them; None when they name no time."""
    here = core.clock().astimezone(zone_of(lead))
    free = [slot.start.astimezone(here.tzinfo) for slot in booking.free_times_in(core, work, lead)]
    starts = read_wished_starts(words, free, today=here.date())
    if starts is None:
        return None
    if starts:
        return WishedTimes(booking.offer_in(core, work, lead, among=starts), are_exact=True)
    return WishedTimes(booking.offer_in(core, work, lead, near=_noon_of(words, here)), are_exact=False)


def _noon_of(words: str, here: datetime) -> datetime | None:
    """Noon of the day they name, if the words name one."""
    said = read_timeframe(words, Context(now=here, asking=Topic.TIMEFRAME))
    day = said.value.earliest if said and isinstance(said.value, Timeframe) else None
    return None if day is None else datetime.combine(day, NOON, here.tzinfo)
