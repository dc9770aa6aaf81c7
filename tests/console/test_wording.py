"""How values are put into words."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

import pytest

from console.wording import WORDS, ago, country_in_words, standing_in_words, value_in_words, words
from leads.domain.answers import (
    Answer,
    Authority,
    AuthorityLevel,
    Budget,
    Headcount,
    Period,
    SlotChoice,
    Standing,
    Text,
    Timeframe,
    Urgency,
    Value,
    YesNo,
)
from leads.domain.bant import Criterion, Temperature
from leads.domain.consent import ConsentState
from leads.domain.facts import SignalKind
from leads.domain.handoff import HandoffReason
from leads.domain.lead import Channel, DispositionReason, Stage
from leads.domain.matrix import Axis, Quadrant
from leads.domain.topics import Topic

NOW = datetime(2026, 11, 23, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Budget(Decimal(50000), Decimal(50000), "EUR"), "50,000 EUR"),
        (Budget(None, Decimal(1000), "USD", Period.MONTH), "up to 1,000 USD a month"),
        (Budget(available=True), "There is one, no amount named"),
        (Budget(available=False), "There is none"),
        (Budget(), "No amount named"),
        (Timeframe(date(2027, 3, 1), date(2027, 3, 31)), "1 Mar 2027 to 31 Mar 2027"),
        (Timeframe(None, date(2027, 3, 31)), "by 31 Mar 2027"),
        (Timeframe(date(2027, 6, 1), None), "not before 1 Jun 2027"),
        (Timeframe(date(2027, 6, 1), date(2027, 6, 1)), "1 Jun 2027"),
        (Timeframe(urgency=Urgency.NOW), "As soon as possible"),
        (Timeframe(urgency=Urgency.LATER), "No hurry"),
        (Timeframe(), "No date named"),
        (Authority(AuthorityLevel.SHARED), "One of few who decide"),
        (Headcount(120, 120), "120"),
        (Headcount(1000, 5000), "1,000 to 5,000"),
        (Headcount(None, 50), "up to 50"),
        (Headcount(50, None), "at least 50"),
        (Headcount(), "No number named"),
        (Text("fewer spreadsheets"), "fewer spreadsheets"),
        (YesNo(yes=True), "Yes"),
        (YesNo(yes=False), "No"),
        (SlotChoice(none_fits=True), "None of those offered"),
        (SlotChoice(index=1), "One of those offered"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_values(value: Value, said: str) -> None:
    assert value_in_words(value) == said


@pytest.mark.parametrize("level", AuthorityLevel)
def test_every_level_of_authority_has_words(level: AuthorityLevel) -> None:
    assert value_in_words(Authority(level))


@pytest.mark.parametrize(
    ("standing", "said"),
    [(Standing.UNKNOWN, "They do not know"), (Standing.DECLINED, "They would rather not say")],
)
def test_not_knowing_and_not_telling_are_not_a_no(standing: Standing, said: str) -> None:
    assert standing_in_words(Answer("a", Topic.BUDGET, standing, None, "", "m", NOW)) == said
    assert standing_in_words(None) == "Not told yet"


@pytest.mark.parametrize(
    ("name", "of"),
    [
        (name, of)
        for of, names in {
            "quadrant": Quadrant,
            "followup": Quadrant,
            "temperature": Temperature,
            "stage": Stage,
            "channel": Channel,
            "axis": Axis,
            "criterion": Criterion,
            "topic": Topic,
            "reason": HandoffReason,
            "disposition": DispositionReason,
            "signal": SignalKind,
            "consent": ConsentState,
        }.items()
        for name in names
    ],
)
def test_every_name_of_a_closed_set_has_words(name: StrEnum, of: str) -> None:
    assert name in WORDS[of]


def test_an_unknown_name_speaks_for_itself() -> None:
    assert words("fax_received", "signal") == "Fax received"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (-5, "just now"),
        (59, "just now"),
        (60, "1 min ago"),
        (3599, "59 min ago"),
        (7200, "2 h ago"),
        (259200, "3 d ago"),
    ],
)
def test_how_long_ago(seconds: int, said: str) -> None:
    assert ago(NOW - timedelta(seconds=seconds), NOW) == said


@pytest.mark.parametrize(
    ("code", "name"),
    [("DE", "Germany"), ("BA", "Bosnia and Herzegovina"), ("Atlantis", "Atlantis")],
)
def test_countries(code: str, name: str) -> None:
    assert country_in_words(code) == name
