"""Erasing a lead by the API."""

import pytest

from tests.bot.api.conftest import Api, headers, on_sqlite

pytestmark = on_sqlite


def test_an_erased_lead_is_gone_and_the_call_may_be_repeated(api: Api) -> None:
    lead = api.post("/api/leads", {"name": "Ana Lopez", "email": "ana@acme.example"}, key="add")
    first = api.post(f"/api/leads/{lead['id']}/erase", {}, key="erase")
    assert first == {"id": lead["id"], "erased": True}
    assert api.post(f"/api/leads/{lead['id']}/erase", {}, key="erase") == first
    assert api.count() == 0
    for path in ("", "/ledger", "/transcript"):
        assert api.client.get(f"/api/leads/{lead['id']}{path}").status_code == 404


@pytest.mark.parametrize("lead_id", ["nobody", "*", "x" * 65, "..%2f.."])
def test_nobody_cannot_be_erased(api: Api, lead_id: str) -> None:
    refused = api.client.post(f"/api/leads/{lead_id}/erase", json={}, headers=headers("key"))
    assert refused.status_code == 404
