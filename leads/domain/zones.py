"""Time zones: which names exist, and which instants stand behind what a clock shows."""

from bisect import bisect_left
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from leads.domain.intervals import Interval, union

__all__ = ["instants", "span", "zone_named", "zone_names", "zone_or_utc"]

WIDEST_OFFSET = timedelta(hours=16)  # no zone was ever further from UTC
NOT_PLACES = {"Factory", "localtime"}  # "not configured", and whatever this machine happens to be set to


def zone_named(name: str | None) -> ZoneInfo | None:
    """The zone of that IANA name, or None for a name that does not exist. Any text is safe."""
    return ZoneInfo(name) if name in zone_names() else None


def zone_or_utc(name: str | None) -> ZoneInfo:
    """The zone of that name, and UTC for one that is not known."""
    return zone_named(name) or ZoneInfo("UTC")


@cache
def zone_names() -> frozenset[str]:
    """Every IANA name there is."""
    return frozenset(available_timezones() - NOT_PLACES)


def instants(wall: datetime, *, zone: ZoneInfo) -> tuple[datetime, ...]:
    """The UTC instants at which the clocks of `zone` show `wall` (naive), earliest first.

    One as a rule; none when the clocks skip that time, two when they are set back over it.
    """
    candidates = {wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return tuple(sorted(i for i in candidates if i.astimezone(zone).replace(tzinfo=None) == wall))


def span(start: datetime, end: datetime, *, zone: ZoneInfo) -> tuple[Interval, ...]:
    """Every instant at which the clocks of `zone` show a time from `start` up to `end` (naive, end excluded).

    One interval as a rule, shorter or longer than the wall times say when the clocks change in between;
    none when all of it is skipped, two when the clocks go back over an end of it.
    """
    opening = start.replace(tzinfo=UTC) - WIDEST_OFFSET
    closing = end.replace(tzinfo=UTC) + WIDEST_OFFSET
    before, after = _offset(opening, zone), _offset(closing, zone)
    if before == after:
        return _between(start, end, offset=before, since=opening, until=closing)
    minutes = range((closing - opening) // timedelta(minutes=1))
    change = opening + timedelta(
        minutes=bisect_left(
            minutes, True, key=lambda m: _offset(opening + timedelta(minutes=m), zone) == after
        )
    )
    return union(
        [
            *_between(start, end, offset=before, since=opening, until=change),
            *_between(start, end, offset=after, since=change, until=closing),
        ]
    )


def _offset(instant: datetime, zone: ZoneInfo) -> timedelta:
    return instant.astimezone(zone).utcoffset() or timedelta(0)


def _between(
    start: datetime, end: datetime, *, offset: timedelta, since: datetime, until: datetime
) -> tuple[Interval, ...]:
    first = max(start.replace(tzinfo=UTC) - offset, since)
    last = min(end.replace(tzinfo=UTC) - offset, until)
    return (Interval(first, last),) if first < last else ()
