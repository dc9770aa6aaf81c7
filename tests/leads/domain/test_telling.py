"""Answers said back in words."""

from datetime import date
from decimal import Decimal

import pytest

from leads.domain.answers import (
    Authority,
    AuthorityLevel,
    Budget,
    Headcount,
    Period,
    Text,
    Timeframe,
    Urgency,
    Value,
    YesNo,
)
from leads.domain.telling import in_words, listed, told
from leads.domain.topics import BANT, Topic
from tests.leads.domain import prospects


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Budget(Decimal(20_000), Decimal(20_000), "EUR"), "20,000 EUR"),
        (Budget(high=Decimal(500), currency="USD", period=Period.MONTH), "up to 500 USD a month"),
        (Budget(available=False), "none for now"),
        (Budget(available=True), "there is one"),
        (Timeframe(date(2027, 6, 1), date(2027, 6, 30)), "June 2027"),
        (Timeframe(date(2026, 11, 23), date(2027, 1, 22)), "by 22 January 2027"),
        (Timeframe(latest=date(2027, 1, 22)), "by 22 January 2027"),
        (Timeframe(earliest=date(2027, 6, 1)), "from 1 June 2027"),
        (Timeframe(urgency=Urgency.NOW), "as soon as possible"),
        (Timeframe(), "open"),
        (Authority(AuthorityLevel.SHARED), "yours and others'"),
        (Headcount(40, 40), "40"),
        (Headcount(1_000, 5_000), "1,000 to 5,000"),
        (Text("more leads"), "more leads"),
        (Text("x" * 80), f"{'x' * 57}..."),
        (YesNo(yes=False), "no"),
    ],
)
def test_a_value_in_words(value: Value, words: str) -> None:
    assert in_words(value) == words


def test_a_list_of_topics_reads_like_a_sentence() -> None:
    assert listed([Topic.BUDGET]) == "budget"
    assert listed([Topic.BUDGET, Topic.TIMEFRAME]) == "timing and budget"
    assert listed(BANT) == "need, timing, budget and decision"


def test_only_what_was_told_is_told_back() -> None:
    facts = prospects.known(*prospects.HOT[:2], prospects.not_told(Topic.AUTHORITY))
    assert told(facts, BANT) == "Need: we lose leads at night; budget: 50,000 USD"
