from decimal import Decimal
from typing import Any

import pytest

from bot.bench.bantam_contestant import finished_lead
from bot.bench.script import EXPECTED


def a_lead(**budget: Any) -> dict[str, Any]:
    """A lead in the API's shape that holds what the script says, with another budget where one is given."""
    return {
        "bant": {
            "budget": {"status": "met", "low": 25000, "high": 25000, "currency": "EUR", **budget},
            "authority": {"status": "met", "level": "decider", "text": "I make the final decision"},
            "need": {"status": "met", "current_solution": None, "text": EXPECTED.need},
            "timeframe": {"status": "met", "text": EXPECTED.timeframe},
        }
    }


def test_a_complete_lead_is_the_expected_one() -> None:
    assert finished_lead(a_lead()) == EXPECTED


@pytest.mark.parametrize(
    ("budget", "amount"),
    [
        pytest.param({"low": 20000, "high": 25000}, None, id="a range is no amount"),
        pytest.param({"low": None, "high": None}, None, id="nothing was understood"),
        pytest.param({"low": None}, None, id="up to"),
        pytest.param({"low": 0.1, "high": 0.1}, Decimal("0.1"), id="a fraction stays exact"),
    ],
)
def test_only_a_single_amount_is_a_budget(budget: dict[str, Any], amount: Decimal | None) -> None:
    found = finished_lead(a_lead(**budget))
    assert found is not None
    assert found.budget == amount


@pytest.mark.parametrize(
    "budget",
    [
        pytest.param({"currency": "USD"}, id="another currency"),
        pytest.param({"low": 25, "high": 25}, id="another amount"),
    ],
)
def test_a_wrong_lead_is_not_the_expected_one(budget: dict[str, Any]) -> None:
    assert finished_lead(a_lead(**budget)) != EXPECTED


def test_no_lead_is_none() -> None:
    assert finished_lead(None) is None
