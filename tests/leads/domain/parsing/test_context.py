"""Whose way of writing counts: that of the country, else that of the language."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from leads.domain.answers import Budget, Timeframe
from leads.domain.parsing.budget import read_budget
from leads.domain.parsing.context import Context
from leads.domain.parsing.timeframe import read_timeframe
from leads.domain.topics import Topic

NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("country", "language", "region"),
    [
        (None, None, None),
        ("US", "de", "US"),
        (None, "de", "DE"),
        (None, "en", None),
        (None, "en-GB", "GB"),
        (None, "en_AU", "AU"),
        (None, "zh-Hant-TW", "TW"),
        (None, "es-419", "ES"),
        (None, "tlh", None),
    ],
)
def test_region(country: str | None, language: str | None, region: str | None) -> None:
    assert Context(now=NOW, country=country, language=language).region == region


@pytest.mark.parametrize(
    ("language", "month", "day"), [("en", 3, 4), ("en-US", 3, 4), ("en-GB", 4, 3), ("de", 4, 3), ("fr", 4, 3)]
)
def test_the_language_decides_which_number_is_the_day(language: str, month: int, day: int) -> None:
    parsed = read_timeframe("03/04/2027", Context(now=NOW, asking=Topic.TIMEFRAME, language=language))
    assert parsed is not None
    assert parsed.value == Timeframe(earliest=date(2027, month, day), latest=date(2027, month, day))


@pytest.mark.parametrize(
    ("text", "language", "amount", "currency"),
    [("500 kr", "da", 500, "DKK"), ("500 kr", "nb", 500, "NOK"), ("$90", "en-CA", 90, "CAD")],
)
def test_the_language_decides_whose_money_a_shared_name_is(
    text: str, language: str, amount: int, currency: str
) -> None:
    parsed = read_budget(text, Context(now=NOW, asking=Topic.BUDGET, language=language))
    assert parsed is not None
    assert parsed.value == Budget(low=Decimal(amount), high=Decimal(amount), currency=currency)
