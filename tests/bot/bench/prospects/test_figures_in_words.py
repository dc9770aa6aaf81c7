"""Amounts, head counts and dates: what is written must mean what is claimed."""

import re
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bench.prospects.amounts import Amount, Heads, an_amount, some_heads
from bot.bench.prospects.claims import OneOf
from bot.bench.prospects.dates import WAYS, When

seeds = st.integers(0, 10_000)


@given(seeds)
def test_amounts_name_their_currency_and_period(seed: int) -> None:
    rng = Random(seed)
    amount = an_amount(rng)
    words = amount.words(rng)
    assert bool(re.search(r"[$€£]|dollar|euro|pound|quid|buck|franc|USD|EUR|GBP|CHF|SEK", words)) == bool(
        amount.currency
    )
    assert bool(re.search(r"month|year|annual|/yr|p\.a\.", words)) == bool(amount.period)


@pytest.mark.parametrize(
    ("low", "high", "sign"),
    [
        pytest.param(None, 8000, r"up to|max|more than|most|tops|over", id="a ceiling"),
        pytest.param(8000, None, r"least|minimum|less than|upwards", id="a floor"),
        pytest.param(6000, 8000, r"to|and|-", id="a range"),
    ],
)
def test_bounds_are_told_in_words(low: int | None, high: int | None, sign: str) -> None:
    for seed in range(30):
        assert re.search(sign, Amount(low, high, "USD", None).words(Random(seed)))


@given(seeds)
def test_claims_about_people_have_an_end(seed: int) -> None:
    heads = some_heads(Random(seed))
    assert heads.words(Random(seed))
    assert (heads.low or heads.high or 0) > 1


def test_a_head_count_is_written_in_several_ways() -> None:
    assert len({Heads(40, 40).words(Random(seed)) for seed in range(50)}) > 3


@given(st.integers(0, len(WAYS) - 1), seeds, st.dates(date(2025, 1, 1), date(2029, 12, 31)))
def test_wishes_for_a_time_lie_ahead(way: int, turn: int, today: date) -> None:
    words, fields = When(WAYS[way], turn).said(today)
    assert words
    latest = fields.get("latest")
    assert isinstance(latest, OneOf)
    ends = [date.fromisoformat(day) for day in latest.values if day is not None]
    assert not ends or today - timedelta(days=16) < max(ends) <= today + timedelta(days=800)


@given(seeds, st.dates(date(2025, 1, 1), date(2029, 12, 31)))
def test_the_same_wish_on_the_same_day_is_said_the_same(turn: int, today: date) -> None:
    when = When(WAYS[turn % len(WAYS)], turn)
    assert when.said(today) == when.said(today)
