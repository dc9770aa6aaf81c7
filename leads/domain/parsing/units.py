"""A currency or a period named without an amount: "euros", "per month, not per year"."""

import re

from leads.domain.answers import Budget
from leads.domain.parsing.aligned import aligned
from leads.domain.parsing.context import Context
from leads.domain.parsing.currencies import currencies_in
from leads.domain.parsing.periods import period_of

__all__ = ["read_unit"]

_TAKEN_BACK = re.compile(r"\b(?:not|instead of|rather than)\b(?: (?:in|per|a|the))* \S+")
_MOST_WORDS = 6


def read_unit(text: str, context: Context) -> Budget | None:
    """A budget without an amount, whose currency or period is what the text names; None for anything more."""
    said = _TAKEN_BACK.sub(" ", aligned(text)).strip(" .,!?")
    if len(said.split()) > _MOST_WORDS or any(character.isdigit() for character in said):
        return None
    currencies = currencies_in(said, context.region)
    currency = next(iter(currencies)) if len(currencies) == 1 else None
    period = period_of(written=said, before="", after="")
    return Budget(currency=currency, period=period) if currency or period else None
