"""Which earlier answer a correction is about, when it does not say so."""

from datetime import date
from decimal import Decimal

import pytest

from leads.domain.amending import amended
from leads.domain.answers import (
    Answer,
    Authority,
    AuthorityLevel,
    Budget,
    Headcount,
    Period,
    Text,
    Timeframe,
    Value,
)
from leads.domain.parsing.context import Context
from leads.domain.topics import Topic
from tests.leads.domain.prospects import NOW, in_days, told, usd

NEED = told(Topic.NEED, Text("more leads"), minute=1)
SOON = told(Topic.TIMEFRAME, in_days(0, 60), minute=2)
BUDGET = told(Topic.BUDGET, usd(15_000), minute=3)
MONTHLY = told(Topic.BUDGET, Budget(Decimal(500), Decimal(500), "USD", Period.MONTH), minute=3)
DECIDER = told(Topic.AUTHORITY, Authority(AuthorityLevel.DECIDER), minute=4)
CEO = told(Topic.ROLE, Text("CEO"), minute=5)
STAFF = told(Topic.EMPLOYEES, Headcount(50, 50), minute=6)
NAME = told(Topic.NAME, Text("Dana"), minute=7)
ALL = (NEED, SOON, BUDGET, DECIDER, CEO)


def reading(text: str, *, asking: Topic | None, known: tuple[Answer, ...]) -> tuple[Topic, Value] | None:
    answers = {answer.topic: answer for answer in known}
    found = amended(text, Context(now=NOW, asking=asking), answers)
    return None if found is None or found.value is None else (found.topic, found.value)


@pytest.mark.parametrize(
    ("text", "asking", "known", "topic", "value"),
    [
        (
            "actually it's 20k",
            Topic.AUTHORITY,
            ALL[:3],
            Topic.BUDGET,
            Budget(Decimal(20_000), Decimal(20_000)),
        ),
        ("actually it's 20k", Topic.EMPLOYEES, ALL, Topic.BUDGET, Budget(Decimal(20_000), Decimal(20_000))),
        ("oops 60", Topic.INDUSTRY, (*ALL, STAFF), Topic.EMPLOYEES, Headcount(60, 60)),
        (
            "actually 12k",
            Topic.INDUSTRY,
            (*ALL, STAFF),
            Topic.BUDGET,
            Budget(Decimal(12_000), Decimal(12_000)),
        ),
        ("sorry, I meant euros", Topic.ROLE, ALL, Topic.BUDGET, Budget(currency="EUR")),
        ("no wait, that's per month", Topic.ROLE, ALL, Topic.BUDGET, Budget(period=Period.MONTH)),
        ("make that june", Topic.NAME, ALL, Topic.TIMEFRAME, Timeframe(date(2026, 6, 1), date(2026, 6, 30))),
        ("actually my boss decides", Topic.ROLE, ALL, Topic.AUTHORITY, Authority(AuthorityLevel.NONE)),
        ("sorry, Danny", Topic.EMAIL, (*ALL, NAME), Topic.NAME, Text("Danny")),
    ],
)
def test_what_a_correction_is_about(
    text: str, asking: Topic, known: tuple[Answer, ...], topic: Topic, value: Value
) -> None:
    assert reading(text, asking=asking, known=known) == (topic, value)


def test_a_correction_keeps_what_it_does_not_speak_of() -> None:
    corrected = reading("actually 600", asking=Topic.AUTHORITY, known=(NEED, MONTHLY))
    assert corrected == (Topic.BUDGET, Budget(Decimal(600), Decimal(600), period=Period.MONTH))


@pytest.mark.parametrize(
    ("text", "asking", "known"),
    [
        pytest.param("20k", Topic.AUTHORITY, ALL, id="nothing is taken back"),
        pytest.param("actually 12", Topic.EMPLOYEES, ALL, id="it answers the open question"),
        pytest.param("actually yes", Topic.AUTHORITY, ALL[:3], id="so does a yes"),
        pytest.param("sorry, what?", Topic.BUDGET, ALL[:2], id="a question"),
        pytest.param("actually 40", Topic.ROLE, ALL, id="too far from the budget to be one"),
        pytest.param("actually june", Topic.TIMEFRAME, (NEED,), id="nothing of its kind was told"),
    ],
)
def test_what_is_no_correction(text: str, asking: Topic, known: tuple[Answer, ...]) -> None:
    assert reading(text, asking=asking, known=known) is None
