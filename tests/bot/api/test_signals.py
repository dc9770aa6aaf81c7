"""Signals move the scores, line by line, and once each."""

from collections import Counter
from datetime import timedelta

import pytest

from leads.domain.facts import SignalKind
from leads.domain.lead import Stage
from tests.bot.api.conftest import Api, on_sqlite
from tests.bot.api.test_leads import HOT, Json
from tests.leads.conftest import Clock

pytestmark = on_sqlite


def signal(api: Api, lead: Json, kind: str, **more: object) -> Json:
    return api.post(f"/api/leads/{lead['id']}/signals", {"kind": kind, **more})


def lines(api: Api, lead: Json) -> list[Json]:
    return api.get(f"/api/leads/{lead['id']}/ledger")["items"]  # type: ignore[no-any-return]


def assert_ledger_is_the_score(api: Api, lead: Json) -> None:
    sums = Counter({"fit": 0, "interest": 0})
    for line in lines(api, lead):
        sums[line["axis"]] += line["points"]
    scores = api.get(f"/api/leads/{lead['id']}")["scores"]
    assert sums == {axis: scores[axis] for axis in sums}


def test_a_quote_request_and_a_visit_are_worth_what_the_domain_says(api: Api) -> None:
    lead = api.add()
    assert signal(api, lead, "quote_request")["scores"]["interest"] == 30
    assert signal(api, lead, "page_view")["scores"]["interest"] == 40
    assert [(line["axis"], line["points"], line["kind"]) for line in lines(api, lead)] == [
        ("interest", 30, "implicit"),
        ("interest", 10, "implicit"),
    ]
    assert_ledger_is_the_score(api, lead)


@pytest.mark.parametrize("kind", list(SignalKind))
def test_every_kind_is_taken_and_explained(api: Api, kind: SignalKind) -> None:
    lead = api.add()
    signal(api, lead, kind)
    assert_ledger_is_the_score(api, lead)


def test_visits_alone_never_make_a_buyer(api: Api) -> None:
    lead = api.add()
    for _ in range(15):
        after = signal(api, lead, "page_view")
    assert after["scores"]["interest"] < 60
    assert_ledger_is_the_score(api, lead)


def test_time_moves_a_score_and_the_ledger_says_so(api: Api, clock: Clock) -> None:
    lead = api.add()
    signal(api, lead, "purchase", at="2026-11-01T00:00:00Z")
    clock.advance(timedelta(days=70))
    assert api.get(f"/api/leads/{lead['id']}")["scores"]["interest"] > 0
    assert_ledger_is_the_score(api, lead)


@pytest.mark.parametrize(
    ("at", "kept"),
    [
        ("2026-11-23T06:00:00Z", "2026-11-23T06:00:00+00:00"),
        ("2026-11-23T08:00:00+02:00", "2026-11-23T06:00:00+00:00"),
        ("2026-11-23T07:04:00Z", "2026-11-23T07:00:00+00:00"),
    ],
    ids=["UTC", "another zone", "a clock a little ahead of ours"],
)
def test_when_it_was(api: Api, at: str, kept: str) -> None:
    lead = api.add()
    signal(api, lead, "page_view", at=at, data={"url": "https://example.com/pricing"})
    with api.core.store.reading() as work:
        (found,) = work.facts.signals(lead["id"])
    assert found.at.isoformat() == kept
    assert found.data == {"url": "https://example.com/pricing"}


def test_a_signal_that_makes_a_lead_hot_brings_it_to_the_reps_once(api: Api) -> None:
    lead = api.post("/api/leads", HOT | {"bant": {**HOT["bant"], "budget": None}})
    assert lead["handoff"] is None
    hot = api.patch(f"/api/leads/{lead['id']}", {"budget": 60_000})
    assert (hot["handoff"]["state"], hot["stage"]) == ("open", Stage.QUALIFIED)
    with api.core.store.writing() as work:
        (handoff,) = work.handoffs.of_lead(lead["id"])
    api.patch(f"/api/leads/{lead['id']}", {"stage": "nurture"})
    assert signal(api, lead, "page_view")["stage"] == "nurture"
    assert api.get(f"/api/leads/{lead['id']}")["handoff"]["id"] == handoff.id
