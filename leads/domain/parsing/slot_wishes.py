"""When somebody would like to meet, in their own words: "thursday afternoon", "the 9th after 3"."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from leads.domain.parsing.slot_days import (
    by_date,
    by_day,
    by_day_of_month,
    by_part_of_day,
    names_day_of_month,
)
from leads.domain.parsing.slot_hours import by_hour
from leads.domain.parsing.slot_offer import Offer
from leads.domain.parsing.slot_words import NEGATED
from leads.domain.parsing.wording import clauses, clean, plain

__all__ = ["read_wished_starts"]

_AM_PM = re.compile(r"\b([ap])\.m\b\.?", re.IGNORECASE)


def read_wished_starts(text: str, free: Sequence[datetime], *, today: date) -> frozenset[datetime] | None:
    """Those of the free starts that the text wishes for; none of them when nothing is free then.

    None when the text names no time. `free` and `today` are in the prospect's zone. A day, a part of the day
    and an hour narrow each other down; several days are alternatives.
    """
    offer = Offer(starts=tuple(free), today=today)
    wished = [found for clause in _clauses(text) if (found := _wished(clause, offer)) is not None]
    if not wished:
        return None
    together = frozenset.intersection(*wished) or frozenset[int]().union(*wished)
    return frozenset(offer.starts[at] for at in together)


def _clauses(text: str) -> list[str]:
    said = [plain(clause) for clause in clauses(_AM_PM.sub(r"\1m", clean(text)))]
    return [clause for clause in said if not NEGATED.search(clause)]


def _wished(clause: str, offer: Offer) -> frozenset[int] | None:
    groups: list[frozenset[int]] = []
    rest = clause
    for read in (by_date, by_hour, by_day, by_part_of_day):
        found, rest = read(rest, offer)
        groups.extend(found)
    if names_day_of_month(rest):
        groups.append(by_day_of_month(rest, offer))
    return frozenset.intersection(*groups) if groups else None
