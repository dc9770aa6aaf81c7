"""What it would take to make a lead one for sales, over the API."""

from typing import Any

from tests.bot.api.conftest import Api, on_sqlite
from tests.bot.api.test_leads import HOT

pytestmark = on_sqlite

Json = dict[str, Any]


def outlook(api: Api, body: Json) -> Json:
    lead = api.post("/api/leads", body)
    return api.get(f"/api/leads/{lead['id']}/outlook")


def test_the_one_answer_that_would_make_it_hot(api: Api) -> None:
    without_budget = {**HOT, "bant": {name: told for name, told in HOT["bant"].items() if name != "budget"}}
    seen = outlook(api, without_budget)
    assert [answer["topic"] for answer in seen["answers"]] == ["budget"]
    assert seen["answers"][0]["points"] == 30
    assert (seen["possible"], seen["temperature"], seen["quadrant"]) == (True, "hot", "good_fit_interested")
    lead = api.post("/api/leads", HOT)
    assert seen["scores"] == {axis: lead["scores"][axis] for axis in ("fit", "interest")}


def test_a_lead_for_sales_needs_none(api: Api) -> None:
    seen = outlook(api, HOT)
    assert (seen["possible"], seen["answers"]) == (True, [])


def test_where_no_answer_would_do(api: Api) -> None:
    seen = outlook(api, {"contact": {"role": "student"}})
    assert seen == {"possible": False, "answers": [], "scores": None, "quadrant": None, "temperature": None}
