"""Choosing among the times on offer: reading the buttons as a person does, and naming one in odd words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from bot.bench.prospects.facts import CLOSE, OPEN
from bot.bench.prospects.phrases import phrases
from leads.domain.when import WhenStyle, render_when

__all__ = ["Time", "label_of", "pick_words", "times_in"]

LABEL = re.compile(r"(?P<weekday>\w{3}) (?P<day>\d{1,2}) (?P<month>\w{3}), (?P<hour>\d{2}):(?P<minute>\d{2})")
DAYS = {
    "Mon": "Monday", "Tue": "Tuesday", "Wed": "Wednesday", "Thu": "Thursday", "Fri": "Friday",
    "Sat": "Saturday", "Sun": "Sunday",
}  # fmt: skip
ORDINALS = ("first", "second", "third", "fourth", "fifth")


@dataclass(frozen=True, slots=True)
class Time:
    """A time on offer; `label` is what the button shows, without the zone."""

    label: str
    weekday: str
    day: int
    month: str
    hour: int
    minute: int

    @property
    def clock(self) -> str:
        """The time as on a wall in America."""
        half = "am" if self.hour < 12 else "pm"
        minutes = f":{self.minute:02}" if self.minute else ""
        return f"{(self.hour - 1) % 12 + 1}{minutes}{half}"


def times_in(labels: Sequence[str]) -> list[Time]:
    """The times among these labels, in their order."""
    return [_time(match) for match in map(LABEL.search, labels) if match]


def _time(match: re.Match[str]) -> Time:
    day, hour, minute = (int(match[part]) for part in ("day", "hour", "minute"))
    return Time(match[0], match["weekday"], day, match["month"], hour, minute)


def pick_words(times: Sequence[Time], wanted: Time, rng: Random) -> tuple[str, frozenset[str]]:
    """Words that mean this one of the times, and the labels that are right then: one, or all of them."""
    place = times.index(wanted)
    way = rng.choice(_ways(times, wanted))
    words = str(rng.choice(phrases("meetings")["pick"][way]))
    values = {
        "ordinal": ORDINALS[place],
        "number": str(place + 1),
        "day": DAYS[wanted.weekday],
        "short_day": wanted.weekday,
        "date": f"{wanted.day}{_suffix(wanted.day)}",
        "time": f"{wanted.hour}:{wanted.minute:02}",
        "clock": wanted.clock,
    }
    meant = times if way == "any" else [wanted]
    return f"{OPEN}{words.format(**values)}{CLOSE}", frozenset(time.label for time in meant)


def _ways(times: Sequence[Time], wanted: Time) -> list[str]:
    others = [time for time in times if time is not wanted]
    ways = ["ordinal", "number", "both"]
    if all(other.day != wanted.day for other in others):
        ways += ["day", "day", "date"]
    if all((other.hour % 12, other.minute) != (wanted.hour % 12, wanted.minute) for other in others):
        ways += ["time", "time"]
    if wanted is times[0]:
        ways += ["earliest", "any"]
    if wanted is times[-1] and others:
        ways.append("latest")
    return ways


def _suffix(day: int) -> str:
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def label_of(start: str, timezone: str) -> str:
    """The `label` of the meeting that begins then, as the lead API writes it."""
    shown = render_when(datetime.fromisoformat(start), timezone, style=WhenStyle.BUTTON)
    return times_in([shown])[0].label
