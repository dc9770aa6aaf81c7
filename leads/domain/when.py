"""The one way an instant is put into words: for chat, SMS, mail, invitations and the console."""

from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from leads.domain.zones import instants, zone_or_utc

__all__ = ["MONTHS", "WhenStyle", "render_when", "zone_in_words"]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class WhenStyle(StrEnum):
    """How much is said."""

    BUTTON = "button"  # Tue 24 Nov, 10:00
    SENTENCE = "sentence"  # Tuesday 24 November, 10:00–10:30 (Berlin time, UTC+1)
    RECORD = "record"  # Tuesday 24 November 2026, 10:00–10:30 (Berlin time, UTC+1)


def render_when(
    start: datetime,
    zone: str | None,
    *,
    end: datetime | None = None,
    style: WhenStyle = WhenStyle.SENTENCE,
) -> str:
    """An aware instant, or the span up to `end`, as people in that zone (an IANA name) say it.

    A zone that is not known is UTC, and says so in every style. What the clocks show twice that day carries
    its offset, so that the two can be told apart. Buttons leave out the end.
    """
    place = zone_or_utc(zone)
    first = start.astimezone(place)
    if style is WhenStyle.BUTTON:
        needs_offset = place.key == "UTC" or _is_ambiguous(first, place)
        return f"{_short_day(first)}, {_clock(first, with_offset=needs_offset)}"
    last = None if end is None else end.astimezone(place)
    # When the clocks change during a meeting, each end says what it is counted from.
    changes = last is not None and first.utcoffset() != last.utcoffset()
    where = _place(place, offset=None if changes else _offset(first))
    return f"{_span(first, last, dated=style is WhenStyle.RECORD, with_offsets=changes)} ({where})"


def zone_in_words(zone: str | None) -> str:
    """For example "Berlin time"; UTC for a zone that is not known."""
    return _place(zone_or_utc(zone), offset=None)


def _span(first: datetime, last: datetime | None, *, dated: bool, with_offsets: bool) -> str:
    day = _dated_day if dated else _long_day
    opening = f"{day(first)}, {_clock(first, with_offset=with_offsets)}"
    if last is None:
        return opening
    closing = _clock(last, with_offset=with_offsets)
    if first.date() == last.date():
        return f"{opening}–{closing}"
    return f"{opening} – {day(last)}, {closing}"


def _is_ambiguous(local: datetime, zone: ZoneInfo) -> bool:
    return len(instants(local.replace(tzinfo=None), zone=zone)) > 1


def _short_day(local: datetime) -> str:
    return f"{WEEKDAYS[local.weekday()][:3]} {local.day} {MONTHS[local.month - 1][:3]}"


def _long_day(local: datetime) -> str:
    return f"{WEEKDAYS[local.weekday()]} {local.day} {MONTHS[local.month - 1]}"


def _dated_day(local: datetime) -> str:
    return f"{_long_day(local)} {local.year}"


def _clock(local: datetime, *, with_offset: bool) -> str:
    return f"{local:%H:%M} {_offset(local)}" if with_offset else f"{local:%H:%M}"


def _offset(local: datetime) -> str:
    """UTC, UTC+1, UTC-3:30: ASCII, so that a text message stays in the short alphabet."""
    minutes = (local.utcoffset() or timedelta(0)) // timedelta(minutes=1)
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{hours}{f':{rest:02}' if rest else ''}" if minutes else "UTC"


def _place(zone: ZoneInfo, *, offset: str | None) -> str:
    """The city as zones name it, where they name one, and the offset."""
    area, _, city = zone.key.rpartition("/")
    name = f"{city.replace('_', ' ')} time" if area not in {"", "Etc"} else None
    return ", ".join(part for part in (name, offset) if part) or zone.key
