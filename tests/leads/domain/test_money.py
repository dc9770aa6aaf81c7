"""Budgets against the floor, across currencies and periods."""

from decimal import Decimal

import pytest

from leads.domain.answers import Budget, Period
from leads.domain.money import Money, budget_in_words, money_in_words, reaches

FLOOR = Money(Decimal(5_000), "USD")
RATES = {"USD": Decimal(1), "EUR": Decimal("1.1"), "JPY": Decimal("0.0067")}


def budget(
    low: str | None, high: str | None, currency: str | None = None, period: Period | None = None
) -> Budget:
    return Budget(
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
        currency=currency,
        period=period,
    )


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param(budget("50000", "50000", "USD"), True, id="well above"),
        pytest.param(budget("5000", "5000", "USD"), True, id="exactly the floor"),
        pytest.param(budget("4999.99", "4999.99", "USD"), False, id="a cent below"),
        pytest.param(budget("1000", "6000", "USD"), True, id="the upper end of a range counts"),
        pytest.param(budget(None, "4000", "USD"), False, id="up to, below"),
        pytest.param(budget("100", None, "USD"), True, id="at least has no upper end"),
        pytest.param(budget("4600", "4600", "EUR"), True, id="euros are worth more"),
        pytest.param(budget("50000", "50000", "JPY"), False, id="yen are worth less"),
        pytest.param(budget("5000", "5000"), True, id="no currency is the floor's"),
        pytest.param(budget("5000", "5000", "XAU"), True, id="a currency without a rate is the floor's"),
        pytest.param(budget("417", "417", "USD", Period.MONTH), True, id="twelve months a year"),
        pytest.param(budget("416", "416", "USD", Period.MONTH), False, id="not enough months"),
        pytest.param(budget("5000", "5000", "USD", Period.YEAR), True, id="a year is once"),
        pytest.param(budget("0", "0", "USD"), False, id="nothing"),
        pytest.param(budget(None, None), None, id="no amount"),
    ],
)
def test_a_budget_against_the_floor(told: Budget, expected: bool | None) -> None:
    assert reaches(told, FLOOR, RATES) is expected


def test_a_floor_in_a_currency_without_a_rate_takes_amounts_as_they_are() -> None:
    assert reaches(budget("5000", "5000", "EUR"), Money(Decimal(5_000), "XAU"), RATES) is True


@pytest.mark.parametrize(
    ("told", "words"),
    [
        pytest.param(budget("50000", "50000", "USD"), "50,000 USD", id="one amount"),
        pytest.param(budget("1e5", "1e5", "USD"), "100,000 USD", id="no exponent"),
        pytest.param(budget("20000", "30000", "EUR"), "20,000 to 30,000 EUR", id="range"),
        pytest.param(budget(None, "600", "GBP", Period.MONTH), "up to 600 GBP a month", id="up to, monthly"),
        pytest.param(budget("600", None, None, Period.YEAR), "at least 600 a year", id="at least, yearly"),
        pytest.param(budget(None, None), "an unstated amount", id="no amount"),
    ],
)
def test_a_budget_in_words(told: Budget, words: str) -> None:
    assert budget_in_words(told) == words


def test_money_in_words() -> None:
    assert money_in_words(FLOOR) == "5,000 USD"
