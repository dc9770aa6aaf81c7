"""The ledger at any moment, and under any version."""

from datetime import timedelta

import pytest

from leads.services import versions
from tests.bot.api.conftest import Api, on_sqlite
from tests.support.models import ROOT

SHIPPED = (ROOT / "scoring.yml").read_text(encoding="utf-8")

pytestmark = on_sqlite


def fit(api: Api, lead_id: str, **params: str) -> int:
    lines = api.get(f"/api/leads/{lead_id}/ledger", **params)["items"]
    return sum(line["points"] for line in lines if line["axis"] == "fit")


def test_a_ledger_is_told_as_of_any_moment_and_under_any_version(api: Api) -> None:
    core = api.core
    versions.begin(core.store, core.clock, core.scoring.files, lambda: SHIPPED)
    modest = SHIPPED.replace("level: decider, points: 25", "level: decider, points: 5")
    versions.draft(core, modest, by="test")
    lead_id = api.add(name="Ana", bant={"authority": {"level": "decider"}})["id"]
    before = (core.clock() - timedelta(days=1)).isoformat().replace("+00:00", "Z")
    assert fit(api, lead_id) == fit(api, lead_id, model="1") == 25
    assert fit(api, lead_id, model="2") == 5
    assert fit(api, lead_id, at=before) == fit(api, lead_id, at=before, model="2") == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("at", "2026-11-23"),
        ("at", "noon"),
        ("at", "2026-11-23T09:00:00"),
        ("at", "2999-01-01T00:00:00Z"),
        ("model", "9"),
    ],
)
def test_a_wrong_question_is_refused_by_the_name_of_what_is_wrong(api: Api, name: str, value: str) -> None:
    lead_id = api.add(name="Ana")["id"]
    answer = api.client.get(f"/api/leads/{lead_id}/ledger", params={name: value})
    assert answer.status_code == 400
    assert answer.json()["error"]["field"] == name
