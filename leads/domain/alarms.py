"""When to doubt the ready line, or a first contact: counts, and what they allow us to say. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import sqrt
from typing import TypeVar

__all__ = [
    "AlarmRules",
    "Contact",
    "Reached",
    "ReadyAlarm",
    "ReadyRules",
    "Share",
    "StopRules",
    "Stopping",
    "Way",
    "ready_alarm",
    "stopping",
]

T = TypeVar("T")

Z = 1.96  # of a 95 % interval


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many, and between what the true share lies with 95 % confidence (Wilson's interval)."""

    count: int
    of: int

    @property
    def percent(self) -> float:
        """The share itself; 0 of nothing."""
        return 100 * self.count / self.of if self.of else 0.0

    @property
    def low(self) -> float:
        """The lower end of the interval, in percent."""
        return min(self.percent, self._end(-1))

    @property
    def high(self) -> float:
        """The upper end of the interval, in percent."""
        return max(self.percent, self._end(1))

    def _end(self, side: int) -> float:
        if not self.of:
            return 0.0 if side < 0 else 100.0
        share, of = self.count / self.of, self.of
        middle = share + Z**2 / (2 * of)
        spread = Z * sqrt(share * (1 - share) / of + Z**2 / (4 * of**2))
        return 100 * min(1.0, max(0.0, (middle + side * spread) / (1 + Z**2 / of)))


@dataclass(frozen=True, slots=True)
class ReadyRules:
    """When too few of those who reach the ready line buy."""

    wait: timedelta
    least_leads: int
    buying_percent: int


@dataclass(frozen=True, slots=True)
class StopRules:
    """When too many stop visiting after a first contact."""

    window: timedelta
    least_leads: int
    stopping_percent: int


@dataclass(frozen=True, slots=True)
class AlarmRules:
    """The thresholds of all alarms, and how far back they look."""

    look_back: timedelta
    ready: ReadyRules
    stops: StopRules


@dataclass(frozen=True, slots=True)
class Reached:
    """A lead that has reached the ready line: when, how high its interest rose, whether it bought since."""

    lead_id: str
    at: datetime
    peak: int
    bought: bool


@dataclass(frozen=True, slots=True)
class ReadyAlarm:
    """How many of those who reached the ready line bought. `suggested` is a better line, if data show one.

    `missing` is how many leads more it takes to say anything.
    """

    line: int
    bought: Share
    missing: int
    is_raised: bool
    suggested: int | None = None
    bought_there: Share | None = None


class Way(StrEnum):
    """How somebody of ours, or a template, first had to do with a lead."""

    COLLEAGUE = "colleague"  # a rep took it over or wrote
    MEETING = "meeting"
    LETTER = "letter"  # a mail or a text that nobody had asked for


@dataclass(frozen=True, slots=True)
class Contact:
    """The first contact with a lead: how, by which template or by whom, and the page views around it."""

    way: Way
    template: str | None
    who: str | None
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Stopping:
    """How many of those who visited before a contact did not come back after it, and after all others."""

    stopped: Share
    others: Share
    missing: int
    is_raised: bool


def ready_alarm(
    reached: Iterable[Reached], *, line: int, highest: int, rules: ReadyRules, now: datetime
) -> ReadyAlarm:
    """What those who reached the line say about it. Whoever has not had the time to buy yet is left out."""
    settled = [lead for lead in reached if lead.bought or lead.at <= now - rules.wait]
    bought = _bought(settled)
    missing = max(0, rules.least_leads - bought.of)
    is_raised = not missing and bought.high < rules.buying_percent
    if not is_raised:
        return ReadyAlarm(line, bought, missing, is_raised)
    better = _better_line(settled, line, highest, rules)
    there = _bought(lead for lead in settled if lead.peak >= better) if better else None
    return ReadyAlarm(line, bought, missing, is_raised, better, there)


def _better_line(settled: Sequence[Reached], line: int, highest: int, rules: ReadyRules) -> int | None:
    """The lowest line, by fives, above which enough leads are and enough of them bought."""
    for candidate in range(line + 5, highest + 1, 5):
        above = _bought(lead for lead in settled if lead.peak >= candidate)
        if above.of < rules.least_leads:
            return None
        if above.percent >= rules.buying_percent:
            return candidate
    return None


def _bought(leads: Iterable[Reached]) -> Share:
    outcomes = [lead.bought for lead in leads]
    return Share(sum(outcomes), len(outcomes))


def stopping(contacts: Mapping[T, Sequence[Contact]], rules: StopRules) -> dict[T, Stopping]:
    """For each group of first contacts, how many stopped visiting, beside all the others.

    Only those who had been visiting count. A group raises the alarm when even the cautious end of its share
    is past the limit, and past what the others do: some stop after any contact.
    """
    stopped = {name: _stopped(group) for name, group in contacts.items()}
    everybody = Share(sum(share.count for share in stopped.values()), sum(s.of for s in stopped.values()))
    found = {}
    for name, share in stopped.items():
        others = Share(everybody.count - share.count, everybody.of - share.of)
        missing = max(0, rules.least_leads - share.of)
        is_raised = not missing and share.low > rules.stopping_percent and share.low > others.percent
        found[name] = Stopping(share, others, missing, is_raised)
    return found


def _stopped(contacts: Iterable[Contact]) -> Share:
    visitors = [contact for contact in contacts if contact.before]
    return Share(sum(not contact.after for contact in visitors), len(visitors))
