from datetime import date
from typing import Any

import pytest

from bot.bench.prospects.claims import Claim, Holds, Named, Outcome, held, is_given, matched, near, plain
from leads.domain.topics import Topic
from tests.bot.bench.prospects.conversations import a_claim, a_lead

BUDGET = {"low": 20000, "high": 20000, "currency": "EUR"}


@pytest.mark.parametrize(
    ("kept", "outcome"),
    [
        pytest.param({"status": "met", **BUDGET}, Outcome.RECALLED, id="as it was told"),
        pytest.param(
            {"status": "met", **BUDGET, "period": "year"}, Outcome.RECALLED, id="more than was told"
        ),
        pytest.param({"status": "unknown"}, Outcome.MISSED, id="nothing"),
        pytest.param(
            {"status": "met", **BUDGET, "currency": None}, Outcome.MISSED, id="without its currency"
        ),
        pytest.param({"status": "met", **BUDGET, "currency": "USD"}, Outcome.WRONG, id="another currency"),
        pytest.param({"status": "not_met", **BUDGET, "low": 20, "high": 20}, Outcome.WRONG, id="another sum"),
    ],
)
def test_a_claim_is_recalled_missed_or_wrong(kept: dict[str, Any], outcome: Outcome) -> None:
    assert (
        matched(a_claim(Topic.BUDGET, **BUDGET), {"low": None, "high": None, "currency": None} | kept)
        is outcome
    )


@pytest.mark.parametrize(
    ("status", "low", "outcome"),
    [
        pytest.param("unknown", None, Outcome.RECALLED, id="not known"),
        pytest.param("declined", None, Outcome.RECALLED, id="not told"),
        pytest.param("not_met", None, Outcome.WRONG, id="taken for a no"),
        pytest.param("met", 5000, Outcome.WRONG, id="taken for a value"),
    ],
)
def test_what_is_withheld_must_leave_nothing(status: str, low: int | None, outcome: Outcome) -> None:
    withheld = Claim(Topic.BUDGET, "no idea", told=False)
    assert matched(withheld, {"status": status, "low": low}) is outcome


@pytest.mark.parametrize("topic", [topic for topic in Topic if topic is not Topic.SLOT])
def test_a_new_lead_shows_nothing_of_any_topic(topic: Topic) -> None:
    assert not is_given(held(a_lead(), topic))


@pytest.mark.parametrize(
    ("kept", "is_right"),
    [
        pytest.param("head of sales", True, id="a word that matters"),
        pytest.param("run the shop", True, id="part of what they said"),
        pytest.param("run", False, id="one word is too little"),
        pytest.param("salesmanship", True, id="a word that begins so"),
        pytest.param("wholesales", False, id="inside another word"),
        pytest.param(None, False, id="nothing"),
    ],
)
def test_texts_may_be_kept_in_other_words(kept: str | None, is_right: bool) -> None:
    assert Holds(("sales",), within="I run the shop")(kept) is is_right


@pytest.mark.parametrize("kept", ["Kestrel Roofing", "kestrel roofing ltd", "KESTREL ROOFING LTD."])
def test_names_may_be_written_in_any_case(kept: str) -> None:
    assert Named("Kestrel Roofing Ltd")(kept)


def test_another_name_is_another() -> None:
    assert not Named("Kestrel Roofing")("Kestrel")


def test_dates_may_be_some_days_off() -> None:
    around = near(date(2026, 12, 31), days=1)
    assert [around(day) for day in ("2026-12-29", "2026-12-30", "2027-01-01", None)] == [
        False,
        True,
        True,
        False,
    ]


def test_texts_are_compared_by_their_words() -> None:
    assert plain("  Höllo,  WORLD! ") == plain("höllo world")
