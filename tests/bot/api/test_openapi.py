"""The description is a valid OpenAPI document, complete, and open to everybody."""

import re
from collections.abc import Iterator

import httpx
import pytest
from openapi_schema_validator import OAS31Validator
from sanic import Sanic

from bot.api.openapi import document
from tests.bot.api.conftest import TOKEN, Api, on_sqlite
from tests.support.openapi import Description, Json

pytestmark = on_sqlite

DOCUMENT = document("https://bantam.example")


def references(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        yield from (part["$ref"],) if "$ref" in part else ()
        for value in part.values():
            yield from references(value)
    if isinstance(part, list):
        for value in part:
            yield from references(value)


def operations() -> list[tuple[str, str, Json]]:
    return list(Description(DOCUMENT).operations())


def test_it_is_served_to_everybody(api: Api) -> None:
    response = httpx.get(f"{api.url}/api/openapi.json")
    assert response.status_code == 200
    assert response.json() == DOCUMENT
    assert DOCUMENT["openapi"] == "3.1.0"
    assert DOCUMENT["servers"] == [{"url": "https://bantam.example"}]


def test_every_schema_is_one(api: Api) -> None:
    for schema in DOCUMENT["components"]["schemas"].values():
        OAS31Validator.check_schema(schema)


def test_every_reference_leads_somewhere(api: Api) -> None:
    known = {f"#/components/schemas/{name}" for name in DOCUMENT["components"]["schemas"]}
    assert set(references(DOCUMENT)) <= known


def test_every_operation_is_described_as_the_standard_asks(api: Api) -> None:
    names = [operation["operationId"] for _, _, operation in operations()]
    assert len(set(names)) == len(names)
    for method, path, operation in operations():
        in_path = {one["name"] for one in operation.get("parameters", ()) if one["in"] == "path"}
        assert in_path == set(re.findall(r"{(\w+)}", path))
        assert all(answer["description"] for answer in operation["responses"].values())
        assert method in {"POST", "PATCH"} or "requestBody" not in operation


def test_every_route_is_described_and_nothing_else(api: Api) -> None:
    (app,) = (app for name, app in Sanic._app_registry.items() if name.startswith("api-"))
    served = {
        (method, "/" + re.sub(r"<(\w+):str>", r"{\1}", route.path))
        for route in app.router.routes
        for method in route.methods
    }
    assert served == {(method, path) for method, path, _ in operations()}


@pytest.mark.parametrize("given", [None, f"Bearer {TOKEN}x"], ids=["none", "wrong"])
def test_everything_else_needs_the_token(api: Api, given: str | None) -> None:
    for method, path, operation in operations():
        headers = {} if given is None else {"Authorization": given}
        response = httpx.request(method, f"{api.url}{re.sub('{.*?}', 'x', path)}", headers=headers)
        if operation.get("security") == []:
            assert response.status_code == 200
            continue
        assert response.status_code == 401
        assert response.headers["WWW-Authenticate"] == "Bearer"
        assert response.json()["error"]["code"] == "unauthorized"


def test_a_lead_named_like_the_description_is_not_open(api: Api) -> None:
    assert httpx.get(f"{api.url}/api/leads/openapi.json").status_code == 401
