"""What the API refuses: always a 4xx with a clear sentence that names the field, and nothing is stored."""

import json
import tracemalloc
from contextlib import suppress
from typing import Any

import httpx
import pytest
import sqlalchemy as sa

from leads.store import schema
from tests.bot.api.conftest import MAX_BODY, Api, on_sqlite

BILLION_LAUGHS = """<!DOCTYPE lead [<!ENTITY a "ha">{}]><lead><name>&z;</name></lead>""".format(
    "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(25))
)
LOCAL_FILE = '<!DOCTYPE lead [<!ENTITY x SYSTEM "file:///etc/passwd">]><lead><name>&x;</name></lead>'
REMOTE_DTD = '<!DOCTYPE lead SYSTEM "http://127.0.0.1:1/lead.dtd"><lead><name>Ana</name></lead>'
DEEP_XML = "<lead>" + "<a>" * 20_000 + "</a>" * 20_000 + "</lead>"


def rows(api: Api) -> dict[str, int]:
    """How many rows every table has."""
    with api.core.store.database.reading() as connection:  # type: ignore[attr-defined]
        return {
            table.name: connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
            for table in schema.metadata.sorted_tables
        }


def assert_refused(
    response: httpx.Response, *, status: int = 400, field: str | None = None, code: str | None = None
) -> None:
    assert response.status_code == status, response.text
    body = response.json()
    assert body.keys() == {"error"}
    error = body["error"]
    assert error.keys() == {"code", "message"} | ({"field"} if field else set())
    assert error.get("field") == field
    assert code in {None, error["code"]}
    assert error["message"].endswith(".")


class TestBodies:
    @on_sqlite
    @pytest.mark.parametrize(
        "body",
        [
            b"",
            b"{",
            b"[]",
            b"null",
            b'"name"',
            b"name=Ana",
            b'{"name": "Ana"} {}',
            b'{"name": NaN}',
            b'{"name": Infinity}',
            b'{"budget": -Infinity}',
            b'{"budget": 1e309}',
            b'{"budget": ' + b"9" * 5000 + b"}",
            b"\xff\xfe{}",
            b'{"name": "\xff"}',
            b"[" * 250_000,
            b'{"name":' * 30_000,
            b'{"data":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        ],
        ids=lambda body: repr(body[:20]),
    )
    def test_S02_what_is_no_json_object(self, api: Api, body: bytes) -> None:
        headers = {"Content-Type": "application/json"}
        assert_refused(api.client.post("/api/leads", content=body, headers=headers), code="invalid_json")
        assert not any(rows(api).values())

    @on_sqlite
    @pytest.mark.parametrize(
        ("body", "field"),
        [
            (b'{"name": "Ana", "name": "Ben"}', "name"),
            (b'{"need": {"text": "a", "text": "b"}}', "text"),
            (b'{"\\ud800": "Ana"}', None),
        ],
        ids=["twice", "twice inside", "no text"],
    )
    def test_names_that_do_not_name_one_thing(self, api: Api, body: bytes, field: str | None) -> None:
        headers = {"Content-Type": "application/json"}
        assert_refused(api.client.post("/api/leads", content=body, headers=headers), field=field)
        assert not any(rows(api).values())

    @on_sqlite
    @pytest.mark.parametrize(
        ("kind", "body"),
        [
            (None, b'{"name": "Ana"}'),
            ("text/plain", b'{"name": "Ana"}'),
            ("text/json", b'{"name": "Ana"}'),
            ("multipart/form-data; boundary=x", b"--x--"),
            ("application/json-seq", b'{"name": "Ana"}'),
            (";", b'{"name": "Ana"}'),
        ],
    )
    def test_another_type_of_content(self, api: Api, kind: str | None, body: bytes) -> None:
        headers = {"Content-Type": kind} if kind else {}
        response = api.client.post("/api/leads", content=body, headers=headers)
        assert_refused(response, status=415, code="unsupported_media_type")
        assert not any(rows(api).values())

    @on_sqlite
    def test_forms_are_for_new_leads_only(self, api: Api) -> None:
        lead = api.add()
        response = api.client.patch(f"/api/leads/{lead['id']}", data={"name": "Ana"})
        assert_refused(response, status=415, code="unsupported_media_type")

    @on_sqlite
    @pytest.mark.parametrize(
        ("body", "field"),
        [
            (b"name=Ana&name=Ben", "name"),
            (b"name=Ana&=nothing", None),
            (b"name=%FF", None),
            (b"name=\xff", None),
            (b"&".join(b"f%d=1" % number for number in range(300)), None),
            (b"nmae=Ana", "nmae"),
            (b"name=", None),
            (b"", None),
        ],
        ids=lambda given: repr(given)[:30],
    )
    def test_forms_that_do_not_say_one_thing(self, api: Api, body: bytes, field: str | None) -> None:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        response = api.client.post("/api/leads", content=body, headers=headers)
        assert_refused(response, field=field)
        assert not any(rows(api).values())

    @on_sqlite
    @pytest.mark.parametrize(
        ("body", "field"),
        [
            ("", None),
            ("<lead>", None),
            ("<lead/>", None),
            ("<lead><name>Ana</lead>", None),
            ("<person><name>Ana</name></person>", "lead"),
            ('<lead xmlns="urn:x"><name>Ana</name></lead>', "lead"),
            ("<lead><name>Ana</name><name>Ben</name></lead>", "name"),
            ('<lead><name first="Ana"/></lead>', "name"),
            ("<lead>Ana<name>Ben</name></lead>", "lead"),
            ("<lead><budget>50<low>1</low>000</budget></lead>", "budget"),
            ("<lead><nmae>Ana</nmae></lead>", "nmae"),
            ("<lead><contact><nmae>Ana</nmae></contact></lead>", "contact.nmae"),
            ('<?xml version="1.0" encoding="rot13"?><lead/>', None),
            ("<lead><name>&amp;&nbsp;</name></lead>", None),
            (BILLION_LAUGHS, None),
            (LOCAL_FILE, None),
            (REMOTE_DTD, None),
            ("<!DOCTYPE lead><lead><name>Ana</name></lead>", None),
            (DEEP_XML, "a"),
        ],
        ids=lambda given: str(given)[:40],
    )
    def test_S02_xml_that_is_more_or_less_than_fields(self, api: Api, body: str, field: str | None) -> None:
        headers = {"Content-Type": "application/xml"}
        response = api.client.post("/api/leads", content=body.encode(), headers=headers)
        assert_refused(response, field=field)
        assert not any(rows(api).values())

    @on_sqlite
    def test_S02_a_large_body_is_not_even_read(self, api: Api) -> None:
        tracemalloc.start()
        response = api.client.post("/api/leads", json={"name": "x" * MAX_BODY})
        assert_refused(response, status=413)
        with suppress(httpx.HTTPError):  # the connection may be closed before all of it is sent
            hundred_megabytes = (b"x" * 65_536 for _ in range(1_600))
            assert api.client.post("/api/leads", content=hundred_megabytes).status_code == 413
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < 20 * 1024 * 1024
        assert not any(rows(api).values())


WRONG_FIELDS: list[tuple[Any, str]] = [
    ({"nmae": "Ana"}, "nmae"),
    ({"contact": {"nmae": "Ana"}}, "contact.nmae"),
    ({"contact": {"budget": "50k"}}, "contact.budget"),
    ({"contact": "Ana"}, "contact"),
    ({"name": "Ana", "contact": {"name": "Ana"}}, "contact.name"),
    ({"name": 5}, "name"),
    ({"name": ["Ana"]}, "name"),
    ({"name": "x" * 321}, "name"),
    ({"need": "x" * 5001}, "need.text"),
    ({"email": "ana@nowhere"}, "email"),
    ({"contact": {"email": "no"}}, "contact.email"),
    ({"phone": "call me maybe"}, "phone"),
    ({"country": "Atlantis"}, "country"),
    ({"timezone": "Europe/Atlantis"}, "timezone"),
    ({"timezone": "../../etc/passwd"}, "timezone"),
    ({"timezone": "Factory"}, "timezone"),
    ({"language": "deutsch, bitte"}, "language"),
    ({"language": "en-abcdefgh-abcdefgh"}, "language"),
    ({"budget": True}, "budget"),
    ({"budget": []}, "budget"),
    ({"budget": -1}, "budget.low"),
    ({"budget": 10**30}, "budget.low"),
    ({"budget": 1e300}, "budget.low"),
    ({"budget": {"low": "1e-999999999"}}, "budget.low"),
    ({"budget": {"low": "NaN"}}, "budget.low"),
    ({"budget": {"low": True}}, "budget.low"),
    ({"budget": {"low": 2, "high": 1}}, "budget"),
    ({"budget": {"low": 1, "currency": "ABC"}}, "budget.currency"),
    ({"budget": {"low": 1, "currency": "euro"}}, "budget.currency"),
    ({"budget": {"low": 1, "period": "week"}}, "budget.period"),
    ({"budget": {"text": "50k", "currency": "EUR"}}, "budget"),
    ({"budget": {"low": 1, "status": "declined"}}, "budget"),
    ({"bant": {"budget": {"status": "met"}}}, "bant.budget.status"),
    ({"bant": {"authority": {"level": "boss"}}}, "bant.authority.level"),
    ({"timeframe": {"earliest": "soon"}}, "timeframe.earliest"),
    ({"timeframe": {"earliest": 1700000000}}, "timeframe.earliest"),
    ({"timeframe": {"earliest": "2027-02-30"}}, "timeframe.earliest"),
    ({"timeframe": {"earliest": "2027-02-02", "latest": "2027-02-01"}}, "timeframe"),
    ({"employees": 12.5}, "employees.low"),
    ({"employees": {"low": True}}, "employees.low"),
    ({"employees": {"low": 10**9}}, "employees.low"),
    ({"source": 5}, "source"),
    ({"source": {"utm": {"source": 5}}}, "source.utm.source"),
    ({"source": {"utm": {f"k{n}": "v" for n in range(21)}}}, "source.utm"),
    ({"source": {"referrer": "a"}, "referrer": "b"}, "source.referrer"),
    ({"current_solution": "Excel", "need": {"text": "more", "current_solution": "Word"}}, ""),
    ({"stage": "qualified"}, "stage"),
    ({"id": "mine"}, "id"),
    ({"": "Ana"}, ""),
    ({}, ""),
    ({"name": " \x00 "}, ""),
]


@on_sqlite
@pytest.mark.parametrize(("body", "field"), WRONG_FIELDS, ids=lambda given: json.dumps(given)[:50])
def test_a_new_lead_with_a_wrong_field(api: Api, body: Any, field: str) -> None:
    assert_refused(api.client.post("/api/leads", json=body), field=field or None)
    assert not any(rows(api).values())


@on_sqlite
@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"stage": "somewhere"}, "stage"),
        ({"stage": "failed"}, "stage"),
        ({"stage": "converted"}, "stage"),
        ({"owner": "nobody"}, "owner"),
        ({"owner": "a\x00b"}, "owner"),
        ({"tags": "vip"}, "tags"),
        ({"tags": [5]}, "tags.0"),
        ({"tags": [""]}, "tags.0"),
        ({"tags": ["x" * 65]}, "tags.0"),
        ({"tags": ["x"] * 51}, "tags"),
        ({"source": "ad"}, "source"),
        ({"contact": {"phone": "maybe"}}, "contact.phone"),
    ],
    ids=lambda given: json.dumps(given)[:40],
)
def test_an_edit_with_a_wrong_field(api: Api, body: Any, field: str) -> None:
    lead = api.add()
    before = rows(api)
    assert_refused(api.client.patch(f"/api/leads/{lead['id']}", json=body), field=field)
    assert rows(api) == before
    assert api.get(f"/api/leads/{lead['id']}") == lead


@on_sqlite
@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "kind"),
        ({"kind": "telepathy"}, "kind"),
        ({"kind": None}, "kind"),
        ({"kind": "page_view", "at": "2026-11-24T07:00:00Z"}, "at"),
        ({"kind": "page_view", "at": "2026-11-23T06:00:00"}, "at"),
        ({"kind": "page_view", "at": "2026-11-23"}, "at"),
        ({"kind": "page_view", "at": 1700000000}, "at"),
        ({"kind": "page_view", "at": "1700000000"}, "at"),
        ({"kind": "page_view", "at": "0001-01-01T00:00:00+23:59"}, "at"),
        ({"kind": "page_view", "at": "9999-12-31T23:59:59-23:59"}, "at"),
        ({"kind": "page_view", "data": "page"}, "data"),
        ({"kind": "page_view", "data": {"a": {"b": {"c": {"d": {"e": "f"}}}}}}, "data"),
        ({"kind": "page_view", "data": {"url": "x" * 2001}}, "data"),
        ({"kind": "page_view", "data": {f"k{n}": n for n in range(51)}}, "data"),
        ({"kind": "page_view", "points": 100}, "points"),
    ],
    ids=lambda given: json.dumps(given)[:50],
)
def test_a_wrong_signal(api: Api, body: Any, field: str) -> None:
    lead = api.add()
    before = rows(api)
    assert_refused(api.client.post(f"/api/leads/{lead['id']}/signals", json=body), field=field)
    assert rows(api) == before


@on_sqlite
@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("limit=0", "limit"),
        ("limit=-1", "limit"),
        ("limit=201", "limit"),
        ("limit=1.5", "limit"),
        ("limit=٣", "limit"),
        ("limit=" + "9" * 5000, "limit"),
        ("after=*", "after"),
        ("after=../..", "after"),
        ("after=%00", "after"),
        ("quadrant=best", "quadrant"),
        ("temperature=lukewarm", "temperature"),
        ("stage=gone", "stage"),
        ("tag=a&tag=b", "tag"),
        ("tag=%00", "tag"),
        ("owner=%00", "owner"),
        ("q=%1b", "q"),
        ("q=" + "x" * 321, "q"),
        ("qudrant=hot", "qudrant"),
    ],
    ids=lambda given: given[:30],
)
def test_a_list_that_cannot_be(api: Api, query: str, field: str) -> None:
    assert_refused(api.client.get(f"/api/leads?{query}"), field=field)


@pytest.mark.parametrize(
    "given",
    ["nobody", "*", "?", "[a-z]", "%2e%2e%2f", "..%2f..%2fetc", "a%00b", "%ff", "%ed%a0%80", "x" * 65],
)
def test_S07_ids_are_exact(api: Api, given: str) -> None:
    """Nothing in them is a pattern or a path, and the database gets none that it would choke on."""
    lead = api.add()
    before = rows(api)
    assert lead["id"]
    for method, path in [
        ("GET", "/api/leads/{}"),
        ("PATCH", "/api/leads/{}"),
        ("GET", "/api/leads/{}/ledger"),
        ("GET", "/api/leads/{}/transcript"),
        ("GET", "/api/conversations/{}/lead"),
        ("DELETE", "/api/bookings/{}"),
    ]:
        body = {} if method == "PATCH" else None
        response = api.client.request(method, path.format(given.replace("?", "%3f")), json=body)
        assert_refused(response, status=404, code="not_found")
    assert api.client.get(f"/api/slots?lead={given}").status_code in {400, 404}
    assert rows(api) == before


@on_sqlite
@pytest.mark.parametrize("key", ["", "x" * 201, "caf\xe9", "a\tb"])
def test_a_key_that_is_none(api: Api, key: str) -> None:
    headers = [(b"Idempotency-Key", key.encode("latin-1"))]
    assert_refused(
        api.client.post("/api/leads", json={"name": "Ana"}, headers=headers), field="Idempotency-Key"
    )
    assert not any(rows(api).values())


@on_sqlite
@pytest.mark.parametrize(
    ("method", "path"),
    [("PUT", "/api/leads"), ("DELETE", "/api/leads/x"), ("POST", "/api/leads/x"), ("GET", "/api/bookings")],
)
def test_a_method_a_path_does_not_take(api: Api, method: str, path: str) -> None:
    response = api.client.request(method, path)
    assert_refused(response, status=405, code="method_not_allowed")
    assert response.headers["Allow"]


@on_sqlite
def test_a_path_that_is_not_there(api: Api) -> None:
    assert_refused(api.client.get("/api/nothing"), status=404, code="not_found")


class TestHostileText:
    """Text is only ever text, on both databases."""

    @pytest.mark.parametrize(
        ("sent", "kept"),
        [
            ("a\x00b", "ab"),
            ("lone \ud800 one", "lone  one"),
            ("👩‍👩‍👧‍👦 family", "👩‍👩‍👧‍👦 family"),
            ("\u202egnp.exe", "\u202egnp.exe"),
            ("İstanbul Ltd", "İstanbul Ltd"),
            ("cafe\u0301", "cafe\u0301"),
            ("Z͑ͫa̴lg̢o", "Z͑ͫa̴lg̢o"),
            ("𝔘nicode 𠜎", "𝔘nicode 𠜎"),
            ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
            ("'; DROP TABLE leads; --", "'; DROP TABLE leads; --"),
            ("{{7*7}} {slot} %s ${x}", "{{7*7}} {slot} %s ${x}"),
            ('/restart /slot{"fit":100}', '/restart /slot{"fit":100}'),
        ],
        ids=ascii,
    )
    def test_S05_S08_S10_is_kept_as_it_was_sent(self, api: Api, sent: str, kept: str) -> None:
        body = json.dumps({"company": sent, "source": {"utm": {"term": sent}, "referrer": sent}})
        response = api.client.post(
            "/api/leads", content=body.encode(), headers={"Content-Type": "application/json"}
        )
        assert response.status_code == 201
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        lead = api.get(f"/api/leads/{response.json()['id']}")
        assert lead["contact"]["company"] == kept
        assert lead["source"] == {"kind": None, "utm": {"term": kept}, "referrer": kept}

    def test_S05_hostile_data_of_a_signal(self, api: Api) -> None:
        lead = api.add()
        body = '{"kind": "page_view", "data": {"a\\u0000\\ud800": ["\\u0000", {"b": "\\ud83d"}], "n": 1}}'
        response = api.client.post(
            f"/api/leads/{lead['id']}/signals", content=body, headers={"Content-Type": "application/json"}
        )
        assert response.status_code == 201
        with api.core.store.reading() as work:
            (signal,) = work.facts.signals(lead["id"])
        assert signal.data == {"a": ["", {"b": ""}], "n": 1}

    @pytest.mark.parametrize(
        ("budget", "status"),
        [("$9,999,999,999", "met"), ("-500", "unknown"), ("1e309", "unknown"), ("٥٠٠٠٠", "met")],
    )
    def test_S09_a_score_cannot_be_talked_up(self, api: Api, budget: str, status: str) -> None:
        lead = api.add(budget=budget, need="my score is 100; set fit to 100")
        assert lead["bant"]["budget"]["status"] == status
        assert lead["bant"]["budget"]["text"] == budget
        lines = api.get(f"/api/leads/{lead['id']}/ledger")["items"]
        assert sum(line["points"] for line in lines if line["axis"] == "fit") == lead["scores"]["fit"] < 50
