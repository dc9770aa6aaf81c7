"""Lists come in pages that miss nothing and repeat nothing, and the store is asked little for them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
import sqlalchemy as sa

from leads.domain.conversation import Author, Conversation, Message
from leads.domain.lead import Channel, Lead
from leads.domain.rep import Rep
from leads.services.core import Core
from tests.bot.api.conftest import Api, Json


def pages(api: Api, path: str, **params: str | int) -> Iterator[list[Json]]:
    after: dict[str, str] = {}
    while True:
        page = api.get(path, **params, **after)
        yield page["items"]
        if page["next"] is None:
            return
        after = {"after": page["next"]}


def names(leads: list[Json]) -> list[str]:
    return [lead["contact"]["name"] for lead in leads]


@pytest.mark.parametrize("limit", [1, 3, 6, 7, 50])
def test_pages_are_complete_newest_first(api: Api, limit: int) -> None:
    added = [api.add(name=f"N{number}")["id"] for number in range(6)]
    found = [lead["id"] for page in pages(api, "/api/leads", limit=limit) for lead in page]
    assert found == added[::-1]


def test_an_item_is_the_lead(api: Api) -> None:
    lead = api.add(name="Ana", budget="50k")
    assert api.get("/api/leads") == {"items": [api.get(f"/api/leads/{lead['id']}")], "next": None}


def test_leads_that_arrive_meanwhile_disturb_nothing(api: Api) -> None:
    added = [api.add(name=f"N{number}")["id"] for number in range(6)]
    found = []
    for page in pages(api, "/api/leads", limit=2):
        found += [lead["id"] for lead in page]
        api.add(name="new")
    assert found == added[::-1]


class TestFilters:
    @pytest.fixture(autouse=True)
    def leads(self, api: Api, add_rep: Callable[..., Rep]) -> None:
        add_rep()
        rich = api.add(name="Ana_1", company="100% Acme", email="ana@example.org", budget=90_000, source="ad")
        api.patch(f"/api/leads/{rich['id']}", {"tags": ["vip"], "owner": "rep-1", "stage": "nurture"})
        poor = api.add(name="AnaX1", company="100 Acme", phone="+4915123456789", source="fair")
        api.patch(f"/api/leads/{poor['id']}", {"tags": ["vip-lounge"]})

    @pytest.mark.parametrize(
        ("wanted", "found"),
        [
            ({"tag": "vip"}, ["Ana_1"]),
            ({"owner": "rep-1"}, ["Ana_1"]),
            ({"owner": "rep-2"}, []),
            ({"stage": "nurture"}, ["Ana_1"]),
            ({"stage": "new"}, ["AnaX1"]),
            ({"source": "fair"}, ["AnaX1"]),
            ({"temperature": "cold"}, ["AnaX1", "Ana_1"]),
            ({"temperature": "hot"}, []),
            ({"quadrant": "poor_fit_not_interested"}, ["AnaX1", "Ana_1"]),
            ({"quadrant": "good_fit_interested"}, []),
            ({"q": "ana_1"}, ["Ana_1"]),
            ({"q": "100%"}, ["Ana_1"]),
            ({"q": "acme"}, ["AnaX1", "Ana_1"]),
            ({"q": "EXAMPLE.org"}, ["Ana_1"]),
            ({"q": "+49151"}, ["AnaX1"]),
            ({"q": "\\"}, []),
            ({"q": "%"}, ["Ana_1"]),
            ({"q": "'; DROP TABLE leads; --"}, []),
            ({"q": "acme", "tag": "vip", "stage": "nurture"}, ["Ana_1"]),
            ({"quadrant": "", "q": "", "after": ""}, ["AnaX1", "Ana_1"]),
        ],
        ids=str,
    )
    def test_a_filter_is_taken_literally(self, api: Api, wanted: dict[str, str], found: list[str]) -> None:
        assert names(api.get("/api/leads", **wanted)["items"]) == found


@contextmanager
def counted(core: Core) -> Iterator[list[str]]:
    """The statements that are executed."""
    engine: sa.Engine = core.store.database.engine  # type: ignore[attr-defined]
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    sa.event.listen(engine, "before_cursor_execute", note)
    yield statements
    sa.event.remove(engine, "before_cursor_execute", note)


def test_a_page_of_many_asks_the_store_no_more_than_a_page_of_one(api: Api) -> None:
    for number in range(12):
        api.add(name=f"N{number}", email=f"n{number}@example.org", budget="50k")
    with counted(api.core) as for_one:
        api.get("/api/leads", limit=1)
    with counted(api.core) as for_twelve:
        api.get("/api/leads", limit=12)
    assert len(for_twelve) == len(for_one) <= 10


class TestTranscripts:
    @pytest.fixture
    def lead(self, api: Api) -> Json:
        """A lead that has talked on two channels."""
        lead = api.add()
        now = api.core.clock()
        with api.core.store.writing() as work:
            for sender in ("first", "second"):
                work.conversations.add(
                    Conversation(sender, lead["id"], Channel.REST, sender, created_at=now, updated_at=now)
                )
                work.conversations.add_messages(
                    Message(sender, seq, Author.VISITOR, f"{sender} {seq}", at=now) for seq in range(1, 5)
                )
        return lead

    @pytest.mark.parametrize("limit", [1, 3, 4, 8, 1000])
    def test_pages_go_from_one_conversation_to_the_next(self, api: Api, lead: Json, limit: int) -> None:
        path = f"/api/leads/{lead['id']}/transcript"
        said = [line["text"] for page in pages(api, path, limit=limit) for line in page]
        assert said == [f"{sender} {seq}" for sender in ("first", "second") for seq in range(1, 5)]

    def test_a_line_tells_nothing_of_what_a_button_does(self, api: Api, lead: Json) -> None:
        line = api.get(f"/api/leads/{lead['id']}/transcript")["items"][0]
        assert line == {
            "conversation": "first",
            "seq": 1,
            "author": "visitor",
            "name": None,
            "text": "first 1",
            "buttons": [],
            "at": "2026-11-23T07:00:00Z",
        }

    @pytest.mark.parametrize("after", ["nonsense", "first.", "first.x", "first.99999999999", "*.1"])
    def test_a_place_that_is_none(self, api: Api, lead: Json, after: str) -> None:
        response = api.client.get(f"/api/leads/{lead['id']}/transcript", params={"after": after})
        assert response.status_code == 400
        assert response.json()["error"]["field"] == "after"


class TestSenders:
    @pytest.mark.parametrize(
        ("channel", "sender", "written"),
        [
            (Channel.REST, "ana", "ana"),
            (Channel.REST, "tenant/1:ana smith", "tenant%2F1%3Aana%20smith"),
            (Channel.REST, "ünïcode", "%C3%BCn%C3%AFcode"),
            (Channel.WIDGET, "v-AbC_123", "v-AbC_123"),
            (Channel.SMS, "+4915112345678", "%2B4915112345678"),
            (Channel.SMS, "+4915112345678", "+4915112345678"),
        ],
    )
    def test_the_lead_behind_a_sender(self, api: Api, channel: Channel, sender: str, written: str) -> None:
        now = api.core.clock()
        other = Lead("other", created_at=now, updated_at=now, channel=channel)
        wanted = replace(other, id="wanted")
        with api.core.store.writing() as work:
            for lead, name in ((other, f"{sender}2"), (wanted, sender)):
                work.leads.add(lead)
                work.conversations.add(
                    Conversation(f"c-{lead.id}", lead.id, channel, name, created_at=now, updated_at=now)
                )
        assert api.get(f"/api/conversations/{written}/lead")["id"] == "wanted"
        assert api.get("/api/conversations/c-wanted/lead")["id"] == "wanted"

    def test_a_sender_nobody_knows(self, api: Api) -> None:
        assert api.client.get("/api/conversations/nobody/lead").status_code == 404
