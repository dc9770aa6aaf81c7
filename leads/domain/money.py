"""Amounts of money: comparing them across currencies and periods, and putting them in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from leads.domain.answers import Budget, Period

__all__ = ["Money", "Rates", "budget_in_words", "money_in_words", "reaches"]

Rates = Mapping[str, Decimal]  # what one unit of a currency is worth, all in one common currency

PAYMENTS_A_YEAR = {Period.ONCE: 1, Period.YEAR: 1, Period.MONTH: 12}
PERIOD_IN_WORDS = {Period.ONCE: "", Period.YEAR: " a year", Period.MONTH: " a month"}


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency (ISO 4217)."""

    amount: Decimal
    currency: str


def reaches(budget: Budget, floor: Money, rates: Rates) -> bool | None:
    """Whether the upper end of a budget reaches the floor within a year; None when no amount was named.

    "At least" has no upper end and always reaches. A currency that was not named, or has no rate, counts as
    the floor's. Rates are rough: this decides whom to call, not what to charge.
    """
    if budget.high is None:
        return None if budget.low is None else True
    yearly = budget.high * PAYMENTS_A_YEAR[budget.period or Period.ONCE]
    return _converted(yearly, budget.currency or floor.currency, floor.currency, rates) >= floor.amount


def _converted(amount: Decimal, currency: str, target: str, rates: Rates) -> Decimal:
    if currency == target or currency not in rates or target not in rates:
        return amount
    return amount * rates[currency] / rates[target]


def money_in_words(money: Money) -> str:
    """For example "5,000 USD"."""
    return f"{money.amount:,f} {money.currency}"


def budget_in_words(budget: Budget) -> str:
    """For example "50,000 USD", "up to 10,000 EUR a month", "20,000 to 30,000"."""
    unit = f" {budget.currency}" if budget.currency else ""
    period = PERIOD_IN_WORDS[budget.period or Period.ONCE]
    return f"{_range_in_words(budget.low, budget.high)}{unit}{period}"


def _range_in_words(low: Decimal | None, high: Decimal | None) -> str:
    match low, high:
        case None, None:
            return "an unstated amount"
        case None, Decimal():
            return f"up to {high:,f}"
        case Decimal(), None:
            return f"at least {low:,f}"
        case _ if low == high:
            return f"{high:,f}"
        case _:
            return f"{low:,f} to {high:,f}"
