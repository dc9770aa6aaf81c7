"""A call with an `Idempotency-Key` acts once, however often it comes; and with its answer or not at all."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import httpx
import pytest

from bot.api.idempotency import Answer, Key, perform
from leads.domain.lead import Channel
from leads.domain.rep import Rep
from leads.domain.topics import Topic
from leads.services import intake
from leads.services.core import Core
from leads.services.ports import LeadFilter, Work
from leads.services.statements import Statement
from tests.bot.api.conftest import Api, headers

CROWD = 10
KEY = Key("a key", "a body")


def leads_in(core: Core) -> int:
    with core.store.reading() as work:
        return len(work.leads.page(LeadFilter(), after=None, limit=100))


def test_the_same_key_and_body_give_the_first_answer_again(api: Api) -> None:
    first = api.client.post("/api/leads", json={"name": "Ana"}, headers=headers("k1"))
    api.patch(f"/api/leads/{first.json()['id']}", {"name": "Ana Silva"})
    again = api.client.post("/api/leads", json={"name": "Ana"}, headers=headers("k1"))
    assert (again.status_code, again.content) == (201, first.content)
    assert "Idempotent-Replayed" not in first.headers
    assert again.headers["Idempotent-Replayed"] == "true"
    assert api.count() == 1


def test_the_same_key_with_another_body_is_refused(api: Api) -> None:
    first = api.post("/api/leads", {"name": "Ana"}, key="k1")
    response = api.client.post("/api/leads", json={"name": "Ben"}, headers=headers("k1"))
    assert response.status_code == 422
    assert response.json()["error"]["code"] == "key_reused"
    assert api.count() == 1
    assert api.post("/api/leads", {"name": "Ana"}, key="k1") == first


def test_the_same_bytes_of_another_type_are_another_body(api: Api) -> None:
    api.client.post(
        "/api/leads", content="name=Ana", headers={"Content-Type": "application/x-www-form-urlencoded"}
    )
    for kind, status in (("application/x-www-form-urlencoded", 201), ("application/xml", 422)):
        given = headers("k1") | {"Content-Type": kind}
        body = "name=Ana" if status == 201 else "<lead><name>Ana</name></lead>"
        assert api.client.post("/api/leads", content=body, headers=given).status_code == status


def test_a_key_is_good_for_one_address(api: Api) -> None:
    one, other = api.add(), api.add()
    for lead in (one, other):
        api.post(f"/api/leads/{lead['id']}/signals", {"kind": "page_view"}, key="k1")
    for lead in (one, other):
        assert len(api.get(f"/api/leads/{lead['id']}/ledger")["items"]) == 1


def test_without_a_key_every_call_acts(api: Api) -> None:
    api.add(name="Ana")
    api.add(name="Ana")
    assert api.count() == 2


def test_a_refused_call_leaves_its_key_unused(api: Api) -> None:
    refused = api.client.post("/api/leads", json={"email": "no"}, headers=headers("k1"))
    assert refused.status_code == 400
    api.post("/api/leads", {"email": "ana@example.org"}, key="k1")
    assert api.count() == 1


def test_ten_at_once_are_one(api: Api) -> None:
    gate = threading.Barrier(CROWD)

    def call(_: int) -> httpx.Response:
        gate.wait()
        return api.client.post("/api/leads", json={"name": "Ana", "budget": "50k"}, headers=headers("k1"))

    with ThreadPoolExecutor(CROWD) as pool:
        responses = list(pool.map(call, range(CROWD)))
    assert {response.status_code for response in responses} == {201}
    assert len({response.content for response in responses}) == 1
    assert api.count() == 1


def test_negative_control_ten_at_once_without_a_key_are_ten(api: Api) -> None:
    with ThreadPoolExecutor(CROWD) as pool:
        list(pool.map(lambda _: api.add(name="Ana"), range(CROWD)))
    assert api.count() == CROWD


def test_of_two_bodies_at_once_one_wins(api: Api) -> None:
    gate = threading.Barrier(CROWD)

    def call(number: int) -> int:
        gate.wait()
        body = {"name": f"Ana {number % 2}"}
        return api.client.post("/api/leads", json=body, headers=headers("k1")).status_code

    with ThreadPoolExecutor(CROWD) as pool:
        statuses = list(pool.map(call, range(CROWD)))
    assert sorted(statuses) == [201] * (CROWD // 2) + [422] * (CROWD // 2)
    assert api.count() == 1


@pytest.mark.parametrize("call", ["signal", "change", "dispose"])
def test_other_calls_are_repeatable_too(api: Api, call: str) -> None:
    lead = f"/api/leads/{api.add()['id']}"
    calls: dict[str, Callable[[], object]] = {
        "signal": lambda: api.post(f"{lead}/signals", {"kind": "quote_request"}, key="k1"),
        "change": lambda: api.patch(lead, {"tags": ["vip"]}, key="k1"),
        "dispose": lambda: api.post(f"{lead}/disposition", {"exit": "remove"}, key="k1"),
    }
    first = calls[call]()
    api.patch(lead, {"stage": "nurture", "tags": ["other"]})
    assert calls[call]() == first
    assert api.get(lead)["tags"] == ["other"]


def test_a_booking_made_twice_with_a_key_is_one(api: Api, add_rep: Callable[..., Rep]) -> None:
    add_rep()
    lead = api.add()
    slot = api.get("/api/slots", lead=lead["id"])["items"][0]["id"]
    body = {"lead": lead["id"], "slot": slot}
    assert api.post("/api/bookings", body, key="k1") == api.post("/api/bookings", body, key="k1")
    assert api.client.post("/api/bookings", json=body).status_code == 409


def test_a_slot_that_was_gone_is_gone_for_its_key(api: Api, add_rep: Callable[..., Rep]) -> None:
    add_rep()
    lead = api.add()
    slot = api.get("/api/slots", lead=lead["id"])["items"][0]["id"]
    body = {"lead": lead["id"], "slot": slot}
    made = api.post("/api/bookings", body)
    first = api.client.post("/api/bookings", json=body, headers=headers("k1"))
    api.client.delete(f"/api/bookings/{made['id']}")
    again = api.client.post("/api/bookings", json=body, headers=headers("k1"))
    assert (first.status_code, again.status_code) == (409, 409)
    assert again.json() == first.json()


class TestCrash:
    """The answer is kept in the transaction of the effect."""

    @staticmethod
    def create(core: Core, work: Work) -> Answer:
        told = [Statement(Topic.NAME, "Ana")]
        return Answer(201, intake.create_lead(core, work, channel=Channel.API, told=told).id)

    def test_between_effect_and_answer_leaves_neither(self, core: Core) -> None:
        def die(work: Work) -> Answer:
            self.create(core, work)
            raise SystemExit

        with pytest.raises(SystemExit):
            perform(core, die, key=KEY)
        assert leads_in(core) == 0
        answer = perform(core, lambda work: self.create(core, work), key=KEY)
        assert not answer.is_repeated
        assert leads_in(core) == 1

    def test_after_both_finds_the_answer(self, core: Core) -> None:
        first = perform(core, lambda work: self.create(core, work), key=KEY)
        again = perform(core, lambda work: self.create(core, work), key=KEY)
        assert again == replace(first, is_repeated=True)
        assert leads_in(core) == 1
