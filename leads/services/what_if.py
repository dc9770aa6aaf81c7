"""What if the lines were elsewhere? How many leads would have been ready, or for sales, and when."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from leads.domain.lead import Lead
from leads.domain.reaching import Goal, Lines, first_reached, with_lines
from leads.services.assess import zone_of
from leads.services.core import Core
from leads.services.errors import InvalidField
from leads.services.sweep import BATCH, OnProgress, in_silence

__all__ = ["Month", "WhatIf", "lines_in_force", "what_if"]

#: The first day of a month, as year and number.
Month = tuple[int, int]
MOST_EXAMPLES = 10


@dataclass(slots=True)
class WhatIf:
    """How many leads first reached each goal, month by month (UTC): with the lines as they are, and as asked.

    `only_then` and `only_now` count the leads that would have reached a goal and did not, and the reverse.
    """

    now_lines: Lines
    then_lines: Lines
    leads: int = 0
    as_is: Mapping[Goal, Counter[Month]] = field(default_factory=lambda: {goal: Counter() for goal in Goal})
    as_asked: Mapping[Goal, Counter[Month]] = field(
        default_factory=lambda: {goal: Counter() for goal in Goal}
    )
    only_then: Counter[Goal] = field(default_factory=Counter)
    only_now: Counter[Goal] = field(default_factory=Counter)
    examples: list[tuple[Lead, datetime]] = field(default_factory=list)

    @property
    def months(self) -> list[Month]:
        """Every month in which anything was or would have been reached, the latest first."""
        counters = [*self.as_is.values(), *self.as_asked.values()]
        return sorted({month for counter in counters for month in counter}, reverse=True)

    def add(self, lead: Lead, before: Mapping[Goal, datetime], after: Mapping[Goal, datetime]) -> None:
        """Count one lead."""
        self.leads += 1
        for goal in Goal:
            self.as_is[goal].update(_month(before, goal))
            self.as_asked[goal].update(_month(after, goal))
            self.only_then[goal] += goal in after and goal not in before
            self.only_now[goal] += goal in before and goal not in after
        if Goal.FOR_SALES in after and Goal.FOR_SALES not in before and len(self.examples) < MOST_EXAMPLES:
            self.examples.append((lead, after[Goal.FOR_SALES]))


def lines_in_force(core: Core) -> Lines:
    """The lines of the model in force."""
    model = core.model
    return Lines(model.thresholds.fit, model.thresholds.interest, model.ready_line)


def what_if(core: Core, lines: Lines, *, on_progress: OnProgress = in_silence) -> WhatIf:
    """All leads over their whole history, by the model in force and by the same one with other lines.

    Nothing is written. Raises InvalidField for a line off the scale.
    """
    for name, line in (("fit", lines.fit), ("interest", lines.interest), ("ready", lines.ready)):
        if not 1 <= line <= 100:
            raise InvalidField(name, f"The line of {name} lies between 1 and 100.")
    core = core.pinned()
    found = WhatIf(lines_in_force(core), lines)
    models = (core.model, with_lines(core.model, lines))
    after, now = None, core.clock()
    with core.store.reading() as work:
        total = work.leads.count()
    while True:
        with core.store.reading() as work:
            leads = work.leads.in_order(after=after, limit=BATCH)
            ids = [lead.id for lead in leads]
            answers, signals = work.facts.answers_of(ids), work.facts.signals_of(ids)
        if not leads:
            return found
        for lead in leads:
            told, did = answers[lead.id], signals[lead.id]
            found.add(lead, *first_reached(told, did, models, now=now, zone=zone_of(lead)))
        after = leads[-1].id
        on_progress(found.leads, max(found.leads, total))


def _month(reached: Mapping[Goal, datetime], goal: Goal) -> Iterator[Month]:
    if goal in reached:
        yield reached[goal].year, reached[goal].month
