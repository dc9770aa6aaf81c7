"""Slots and bookings over the API."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from leads.domain.booking import Slot
from leads.domain.rep import Rep
from tests.bot.api.conftest import Api, Json

CROWD = 10


@pytest.fixture(autouse=True)
def reps(add_rep: Callable[..., Rep]) -> None:
    add_rep("rep-1")


@pytest.fixture
def lead(api: Api) -> Json:
    return api.add(name="Ana", email="ana@example.org", timezone="Asia/Kolkata")


def slots(api: Api, lead: Json) -> list[Json]:
    return api.get("/api/slots", lead=lead["id"])["items"]  # type: ignore[no-any-return]


def book(api: Api, lead: Json, slot: Json) -> Json:
    return api.post("/api/bookings", {"lead": lead["id"], "slot": slot["id"]})


def test_a_slot_says_who_and_when_in_which_zone(api: Api, lead: Json) -> None:
    slot = slots(api, lead)[0]
    assert slot.keys() == {"id", "rep", "start", "end", "timezone"}
    assert slot["rep"] == {"id": "rep-1", "name": "Rep-1"}
    assert slot["timezone"] == "Asia/Kolkata"
    assert slot["start"] < slot["end"]
    assert slot["start"].endswith("Z")


def test_a_pick_is_a_booking(api: Api, lead: Json) -> None:
    slot = slots(api, lead)[0]
    response = api.client.post("/api/bookings", json={"lead": lead["id"], "slot": slot["id"]})
    assert response.status_code == 201
    made = response.json()
    assert {name: made[name] for name in ("rep", "start", "end", "timezone")} == {
        name: slot[name] for name in ("rep", "start", "end", "timezone")
    }
    assert (made["lead"], made["state"], made["sequence"]) == (lead["id"], "booked", 0)


def test_a_lead_with_a_meeting_is_qualified_and_has_an_owner(api: Api, lead: Json) -> None:
    made = book(api, lead, slots(api, lead)[0])
    after = api.get(f"/api/leads/{lead['id']}")
    assert after["booking"] == made
    assert after["owner"] == {"id": "rep-1", "name": "Rep-1"}
    assert after["stage"] == "qualified"
    assert (after["nurture"], after["disposition"]) == (None, None)


def test_a_slot_that_has_gone_is_answered_with_fresh_ones(api: Api, lead: Json) -> None:
    slot = slots(api, lead)[0]
    book(api, api.add(name="Ben"), slot)
    response = api.client.post("/api/bookings", json={"lead": lead["id"], "slot": slot["id"]})
    assert response.status_code == 409
    body = response.json()
    assert body["error"]["code"] == "slot_taken"
    assert body["alternatives"]
    assert slot not in body["alternatives"]
    assert book(api, lead, body["alternatives"][0])["state"] == "booked"


def test_F25_many_at_once_get_one_booking_and_fresh_slots(api: Api, lead: Json) -> None:
    slot = slots(api, lead)[0]
    crowd = [api.add(name=f"N{number}") for number in range(CROWD)]
    gate = threading.Barrier(CROWD)

    def pick(person: Json) -> int:
        gate.wait()
        return api.client.post("/api/bookings", json={"lead": person["id"], "slot": slot["id"]}).status_code

    with ThreadPoolExecutor(CROWD) as pool:
        statuses = list(pool.map(pick, crowd))
    assert sorted(statuses) == [201] + [409] * (CROWD - 1)


def test_a_meeting_can_be_moved(api: Api, lead: Json) -> None:
    first, second = slots(api, lead)[:2]
    made = book(api, lead, first)
    moved = api.patch(f"/api/bookings/{made['id']}", {"slot": second["id"]})
    assert (moved["id"], moved["start"], moved["sequence"]) == (made["id"], second["start"], 1)
    assert api.patch(f"/api/bookings/{made['id']}", {"slot": second["id"]}) == moved
    assert book(api, api.add(name="Ben"), first)["start"] == first["start"]


def test_a_meeting_cannot_be_moved_onto_another(api: Api, lead: Json) -> None:
    first, second = slots(api, lead)[:2]
    made = book(api, lead, first)
    book(api, api.add(name="Ben"), second)
    response = api.client.patch(f"/api/bookings/{made['id']}", json={"slot": second["id"]})
    assert response.status_code == 409
    assert response.json()["alternatives"]
    assert api.get(f"/api/leads/{lead['id']}")["booking"] == made


def test_calling_off_twice_is_calling_off_once(api: Api, lead: Json) -> None:
    slot = slots(api, lead)[0]
    made = book(api, lead, slot)
    first, again = (api.client.delete(f"/api/bookings/{made['id']}") for _ in range(2))
    assert (first.status_code, first.json()["state"], first.json()["sequence"]) == (200, "cancelled", 1)
    assert again.json() == first.json()
    assert api.get(f"/api/leads/{lead['id']}")["booking"] is None
    assert slot in slots(api, lead)


def test_a_meeting_that_was_called_off_stays_off(api: Api, lead: Json) -> None:
    first, second = slots(api, lead)[:2]
    made = book(api, lead, first)
    api.client.delete(f"/api/bookings/{made['id']}")
    response = api.client.patch(f"/api/bookings/{made['id']}", json={"slot": second["id"]})
    assert response.status_code == 400
    assert response.json()["error"] == {
        "code": "not_bookable",
        "message": "This meeting was cancelled.",
        "field": "slot",
    }


@pytest.mark.parametrize(
    ("slot", "status"),
    [
        ("", 400),
        ("nonsense", 400),
        ("ünïcode", 400),
        ("x" * 300, 400),
        (5, 400),
        (None, 400),
        ("past", 409),
        ("of nobody", 409),
        ("with a hostile name", 400),
    ],
)
def test_what_is_no_slot(api: Api, lead: Json, slot: str | int | None, status: int) -> None:
    free = api.core.clock().replace(hour=9)
    forged = {
        "past": Slot("rep-1", free.replace(day=1), free.replace(day=1, minute=30)).id,
        "of nobody": Slot("nobody", free, free.replace(minute=30)).id,
        "with a hostile name": Slot("rep\x00", free, free.replace(minute=30)).id,
    }
    body = {"lead": lead["id"], "slot": forged.get(slot, slot) if isinstance(slot, str) else slot}
    response = api.client.post("/api/bookings", json=body)
    assert response.status_code == status
    assert status == 409 or response.json()["error"]["field"] == "slot"
    assert api.get(f"/api/leads/{lead['id']}")["booking"] is None


@pytest.mark.parametrize(("lead_id", "status"), [("nobody", 404), ("*", 400), (None, 400)])
def test_a_lead_that_is_not_there(api: Api, lead: Json, lead_id: str | None, status: int) -> None:
    slot = slots(api, lead)[0]["id"]
    response = api.client.post("/api/bookings", json={"lead": lead_id, "slot": slot})
    assert response.status_code == status


@pytest.mark.parametrize("query", ["", "lead=", "lead=a&lead=b", "lead=x&rep=y"])
def test_slots_for_nobody_in_particular(api: Api, query: str) -> None:
    assert api.client.get(f"/api/slots?{query}").status_code == 400
