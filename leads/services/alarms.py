"""Looking for what should make us doubt the ready line, or the way we first have to do with people."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from leads.domain.alarms import AlarmRules, Contact, ReadyAlarm, Stopping, Way, ready_alarm, stopping
from leads.domain.scoring import HIGHEST
from leads.services.core import Core

__all__ = ["Alarms", "By", "alarms"]


@dataclass(frozen=True, slots=True, order=True)
class By:
    """What a first contact was made by: a way, and the template or the person, where there was one."""

    way: Way
    name: str = ""


@dataclass(frozen=True, slots=True)
class Alarms:
    """Everything that an alarm could be raised about, with its figures as of `at`, whether it is or not."""

    since: datetime
    at: datetime
    ready: ReadyAlarm
    contacts: Mapping[By, Stopping]

    @property
    def raised(self) -> int:
        """How many are."""
        return self.ready.is_raised + sum(stopping.is_raised for stopping in self.contacts.values())


def alarms(core: Core, rules: AlarmRules) -> Alarms:
    """How things stand now. Counted anew each time, over everything in the span that the rules name."""
    now, line = core.clock(), core.model.ready_line
    since, window = now - rules.look_back, rules.stops.window
    with core.store.reading() as work:
        reached = work.alarms.reached(line, since=since)
        # Whoever was contacted just now has had no time to come back.
        contacts = work.alarms.contacts(since=since, until=now - window, window=window)
    ready = ready_alarm(reached, line=line, highest=HIGHEST, rules=rules.ready, now=now)
    return Alarms(since, now, ready, stopping(_grouped(contacts), rules.stops))


def _grouped(contacts: Iterable[Contact]) -> Mapping[By, list[Contact]]:
    groups: dict[By, list[Contact]] = defaultdict(list)
    for contact in contacts:
        groups[By(contact.way, contact.template or contact.who or "")].append(contact)
    return dict(sorted(groups.items()))
