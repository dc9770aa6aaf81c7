"""Which of the offered times a clause mentions, by whatever it names them."""

import re

from leads.domain.parsing.slot_days import by_date, by_day, by_part_of_day
from leads.domain.parsing.slot_hours import by_hour
from leads.domain.parsing.slot_offer import Offer
from leads.domain.parsing.slot_places import by_place
from leads.domain.parsing.wording import one_line

__all__ = ["mentioned"]


_ONE_OF_THAT = re.compile(r"\s{2,}ones?\b")  # what is left of "the Tuesday one"


def mentioned(clause: str, offer: Offer) -> frozenset[int] | None:
    """The slots a clause speaks of; empty when it names a time that is not on offer, None when it names none.

    Several days, or several places on the list, are alternatives; a day and an hour narrow each other down.
    """
    groups: list[frozenset[int]] = []
    rest = clause
    for read in (by_date, by_hour, by_day, by_part_of_day):
        found, rest = read(rest, offer)
        groups.extend(found)
    narrowed = frozenset.intersection(*groups) if groups else None
    placed = by_place(one_line(_ONE_OF_THAT.sub(" ", rest)), offer, narrowed)
    if placed is None:
        return narrowed
    return placed if narrowed is None else narrowed & placed
