"""Leads over the API: how they come in, what they look like, and how they change."""

from typing import Any

import pytest

from tests.bot.api.conftest import Api, on_sqlite

pytestmark = on_sqlite

Json = dict[str, Any]

#: The shape of the contract, word for word, with the names alone.
SHAPE: Json = {
    "id": ...,
    "created_at": ...,
    "channel": ...,
    "contact": {
        "name": ...,
        "email": ...,
        "phone": ...,
        "company": ...,
        "role": ...,
        "country": ...,
        "timezone": ...,
        "language": ...,
    },
    "firmographics": {
        "employees": {"low": ..., "high": ..., "text": ...},
        "revenue": {"low": ..., "high": ..., "currency": ..., "text": ...},
        "industry": ...,
    },
    "bant": {
        "budget": {"status": ..., "low": ..., "high": ..., "currency": ..., "period": ..., "text": ...},
        "authority": {"status": ..., "level": ..., "text": ...},
        "need": {"status": ..., "current_solution": ..., "text": ...},
        "timeframe": {"status": ..., "earliest": ..., "latest": ..., "text": ...},
    },
    "scores": {
        "fit": ...,
        "interest": ...,
        "fit_threshold": ...,
        "interest_threshold": ...,
        "quadrant": ...,
        "temperature": ...,
        "model": ...,
    },
    "stage": ...,
    "tags": ...,
    "owner": ...,
    "routing": {"rule": ..., "why": ...},
    "booking": ...,
    "handoff": ...,
    "nurture": ...,
    "disposition": ...,
    "consent": {"sms": ..., "email": ...},
    "source": {"kind": ..., "utm": {}, "referrer": ...},
    "conversation": {"asking": ..., "state": ...},
}
HOT: Json = {
    "contact": {"name": "Ana Silva", "email": "ana@acme.example", "company": "Acme", "role": "CEO"},
    "firmographics": {"employees": 120, "industry": "software"},
    "bant": {
        "need": "We lose leads because nobody answers them in time",
        "budget": {"low": 50000, "high": 60000, "currency": "EUR", "period": "year"},
        "authority": {"level": "decider"},
        "timeframe": {"earliest": "2026-12-01", "latest": "2027-01-31"},
    },
}


def shape_of(value: object) -> object:
    return {name: shape_of(part) for name, part in value.items()} if isinstance(value, dict) else ...


def test_a_lead_has_the_shape_of_the_contract(api: Api) -> None:
    assert shape_of(api.add(name="Ana")) == SHAPE


def test_what_is_unknown_is_null(api: Api) -> None:
    lead = api.add(name="Ana")
    assert lead["contact"] | {"name": None, "language": None} == dict.fromkeys(SHAPE["contact"])
    assert lead["bant"] == {
        "budget": {
            "status": "unknown",
            "low": None,
            "high": None,
            "currency": None,
            "period": None,
            "text": None,
        },
        "authority": {"status": "unknown", "level": None, "text": None},
        "need": {"status": "unknown", "current_solution": None, "text": None},
        "timeframe": {"status": "unknown", "earliest": None, "latest": None, "text": None},
    }
    assert lead["conversation"] == {"asking": None, "state": "closed"}
    assert lead["consent"] == {"sms": "unknown", "email": "unknown"}
    assert lead["created_at"] == "2026-11-23T07:00:00Z"


class TestComingIn:
    def test_as_json_grouped_as_a_lead(self, api: Api) -> None:
        lead = api.post("/api/leads", HOT)
        assert lead["contact"]["email"] == "ana@acme.example"
        assert lead["contact"]["company"] == "Acme"
        assert lead["firmographics"]["employees"] == {"low": 120, "high": 120, "text": None}
        assert lead["bant"]["budget"] == {
            "status": "met",
            "low": 50000,
            "high": 60000,
            "currency": "EUR",
            "period": "year",
            "text": None,
        }
        assert lead["bant"]["authority"]["level"] == "decider"
        assert lead["bant"]["timeframe"]["latest"] == "2027-01-31"
        assert lead["bant"]["need"]["text"] == "We lose leads because nobody answers them in time"
        assert lead["scores"]["temperature"] == "hot"

    def test_flat_and_in_words(self, api: Api) -> None:
        lead = api.add(name="Ana", budget="about 50k euros", timeframe="by 31 March 2027", employees="20-50")
        budget, timeframe = lead["bant"]["budget"], lead["bant"]["timeframe"]
        assert (budget["low"], budget["high"], budget["currency"]) == (50000, 50000, "EUR")
        assert budget["text"] == "about 50k euros"
        assert timeframe["latest"] == "2027-03-31"
        assert lead["firmographics"]["employees"] == {"low": 20, "high": 50, "text": "20-50"}

    def test_words_beside_a_value_are_kept(self, api: Api) -> None:
        lead = api.add(budget={"low": 40000, "text": "at least forty grand, says Bob"})
        assert lead["bant"]["budget"]["text"] == "at least forty grand, says Bob"
        assert (lead["bant"]["budget"]["low"], lead["bant"]["budget"]["high"]) == (40000, None)

    def test_words_without_a_value_are_kept(self, api: Api) -> None:
        budget = api.add(budget="ask my cousin about it")["bant"]["budget"]
        assert (budget["status"], budget["low"], budget["text"]) == (
            "unknown",
            None,
            "ask my cousin about it",
        )

    def test_what_would_not_be_told(self, api: Api) -> None:
        lead = api.add(budget={"status": "declined", "text": "none of your business"}, timeframe="no idea")
        assert lead["bant"]["budget"]["status"] == "declined"
        assert lead["bant"]["timeframe"]["status"] == "unknown"

    def test_as_name_value_pairs(self, api: Api) -> None:
        response = api.client.post(
            "/api/leads",
            data={
                "name": "Zoë O’Neil",
                "email": "Zoe@Example.org",
                "budget": "50k",
                "company": "",
                "utm_source": "news",
                "utm_campaign": "spring & summer",
                "source": "ad",
                "referrer": "https://example.com/?a=1",
            },
        )
        assert response.status_code == 201
        lead = response.json()
        assert lead["contact"]["name"] == "Zoë O’Neil"
        assert lead["contact"]["email"] == "zoe@example.org"
        assert lead["bant"]["budget"]["high"] == 50000
        assert lead["source"] == {
            "kind": "ad",
            "utm": {"source": "news", "campaign": "spring & summer"},
            "referrer": "https://example.com/?a=1",
        }

    @pytest.mark.parametrize("kind", ["application/xml", "text/xml; charset=utf-8"])
    def test_as_xml(self, api: Api, kind: str) -> None:
        body = (
            "<?xml version='1.0'?><lead><contact><name>Müller &amp; Söhne</name><phone/></contact>"
            "<bant><budget><low>50000</low><currency>EUR</currency></budget></bant>"
            "<need>fewer lost leads</need><source><utm><campaign>spring</campaign></utm></source></lead>"
        )
        response = api.client.post("/api/leads", content=body.encode(), headers={"Content-Type": kind})
        assert response.status_code == 201
        lead = response.json()
        assert lead["contact"]["name"] == "Müller & Söhne"
        assert lead["bant"]["budget"]["low"] == 50000
        assert lead["bant"]["need"]["text"] == "fewer lost leads"
        assert lead["source"]["utm"] == {"campaign": "spring"}

    @pytest.mark.parametrize(
        ("fields", "phone"),
        [
            ({"phone": "+44 20 7946 0958"}, "+442079460958"),
            ({"phone": "020 7946 0958", "country": "United Kingdom"}, "+442079460958"),
            ({"country": "DE", "phone": "0151 2345 6789"}, "+4915123456789"),
        ],
        ids=["international", "national, country after it", "national, country before it"],
    )
    def test_phone_numbers_are_e164(self, api: Api, fields: Json, phone: str) -> None:
        assert api.add(**fields)["contact"]["phone"] == phone

    def test_dollars_are_those_of_the_country(self, api: Api) -> None:
        assert api.add(budget="$50,000", country="Canada")["bant"]["budget"]["currency"] == "CAD"

    def test_a_name_no_reader_knows_is_still_a_name(self, api: Api) -> None:
        lead = api.add(name="X Æ A-12", company="42", role="Chief Happiness Wizard")
        assert lead["contact"]["name"] == "X Æ A-12"
        assert lead["contact"]["company"] == "42"
        assert lead["contact"]["role"] == "Chief Happiness Wizard"

    def test_the_same_address_again_is_marked_and_not_merged(self, api: Api) -> None:
        first, second = api.add(email="ana@example.org"), api.add(email="ANA@example.org")
        assert first["id"] != second["id"]
        assert first["tags"] == []
        assert "possible-duplicate" in second["tags"]

    def test_a_hot_lead_reaches_the_reps(self, api: Api) -> None:
        lead = api.post("/api/leads", HOT)
        assert lead["handoff"]["reason"] == "hot"
        assert lead["stage"] == "qualified"

    def test_a_lead_that_is_not_hot_does_not(self, api: Api) -> None:
        lead = api.add(name="Ana")
        assert (lead["handoff"], lead["stage"]) == (None, "new")


class TestChanging:
    def test_what_is_not_named_stays(self, api: Api) -> None:
        lead = api.add(name="Ana", company="Acme", budget="50k")
        changed = api.patch(f"/api/leads/{lead['id']}", {"name": "Ana Silva", "company": None})
        assert changed["contact"]["name"] == "Ana Silva"
        assert changed["contact"]["company"] == "Acme"
        assert changed["bant"] == lead["bant"]

    def test_a_correction_replaces_the_answer_and_the_score_follows(self, api: Api) -> None:
        lead = api.add(budget=50000)
        poorer = api.patch(f"/api/leads/{lead['id']}", {"budget": {"high": 100}})
        assert (poorer["bant"]["budget"]["low"], poorer["bant"]["budget"]["high"]) == (None, 100)
        assert poorer["bant"]["budget"]["status"] == "not_met"
        assert poorer["scores"]["fit"] < lead["scores"]["fit"]

    def test_tags_stage_and_zone(self, api: Api) -> None:
        lead = api.add()
        wanted = {"tags": ["vip", "fair", "vip"], "stage": "nurture", "timezone": "Asia/Kolkata"}
        changed = api.patch(f"/api/leads/{lead['id']}", wanted)
        assert changed["tags"] == ["vip", "fair"]
        assert changed["stage"] == "nurture"
        assert changed["contact"]["timezone"] == "Asia/Kolkata"
        assert api.get(f"/api/leads/{lead['id']}") == changed

    def test_an_edit_of_a_lead_makes_a_note_of_who_did_it_not_of_what_it_says(self, api: Api) -> None:
        lead = api.add()
        api.patch(f"/api/leads/{lead['id']}", {"name": "Secret Name", "stage": "nurture"})
        with api.core.store.database.reading() as connection:  # type: ignore[attr-defined]
            rows = [dict(row) for row in connection.exec_driver_sql("SELECT * FROM audit").mappings()]
        assert [(row["actor"], row["action"], row["lead_id"]) for row in rows] == [
            ("api", "lead.change", lead["id"])
        ]
        assert "Secret" not in str(rows)


class TestLeaving:
    def test_a_way_out_with_its_reason(self, api: Api) -> None:
        lead = api.add()
        body = {"exit": "unsuccessful_exit", "reason": "no_budget", "note": "next year maybe"}
        left = api.post(f"/api/leads/{lead['id']}/disposition", body)
        assert left["stage"] == "failed"
        assert left["disposition"] == {
            "exit": "unsuccessful_exit",
            "reason": "no_budget",
            "note": "next year maybe",
            "at": "2026-11-23T07:00:00Z",
        }
        assert left["nurture"] == {"path": "stay_in_touch", "next_touch": "2027-05-22", "missing": []}

    def test_a_deal_is_won_later(self, api: Api) -> None:
        path = f"/api/leads/{api.add()['id']}"
        early = api.client.post(f"{path}/outcome", json={"outcome": "won"})
        assert (early.status_code, early.json()["error"]["field"]) == (400, "outcome")
        api.post(f"{path}/disposition", {"exit": "convert_to_deal"})
        won = api.post(f"{path}/outcome", {"outcome": "won", "at": "2026-11-20T07:00:00Z", "note": "signed"})
        assert won["stage"] == "converted"
        future = api.client.post(f"{path}/outcome", json={"outcome": "won", "at": "2030-01-01T00:00:00Z"})
        assert (future.status_code, future.json()["error"]["field"]) == (400, "at")

    def test_put_back_into_the_pipeline_it_is_back(self, api: Api) -> None:
        lead = api.add()
        api.post(f"/api/leads/{lead['id']}/disposition", {"exit": "remove"})
        back = api.patch(f"/api/leads/{lead['id']}", {"stage": "qualifying"})
        assert (back["stage"], back["disposition"]) == ("qualifying", None)

    @pytest.mark.parametrize(
        ("body", "field"),
        [
            ({"exit": "unsuccessful_exit"}, "reason"),
            ({"exit": "remove", "reason": "other", "note": "x"}, "reason"),
            ({"exit": "unsuccessful_exit", "reason": "other"}, "note"),
            ({"exit": "unsuccessful_exit", "reason": "because"}, "reason"),
            ({"exit": "vanish"}, "exit"),
            ({}, "exit"),
        ],
    )
    def test_a_way_out_that_does_not_hold_together(self, api: Api, body: Json, field: str) -> None:
        lead = api.add()
        response = api.client.post(f"/api/leads/{lead['id']}/disposition", json=body)
        assert response.status_code == 400
        assert response.json()["error"]["field"] == field
        assert api.get(f"/api/leads/{lead['id']}") == lead
