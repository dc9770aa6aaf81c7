"""Whatever goes wrong has one shape, says what helps, and tells nothing of our insides."""

import json
import secrets
from collections.abc import AsyncIterator, Callable

import pytest
from sanic import HTTPResponse, Request, Sanic
from sanic import json as reply

from bot.server.errors import BadRequest, add_error_handlers
from bot.server.methods import add_common_methods
from leads.domain.booking import BookingNotFound, NotBookable
from leads.services.errors import InvalidField, LeadNotFound
from tests.support.raw_http import RawResponse, ask
from tests.support.serving import served

FAILURES: dict[str, Callable[[], Exception]] = {
    "refused": lambda: BadRequest("Say more.", field="text", code="short", headers={"Retry-After": "3"}),
    "plain": lambda: BadRequest("No."),
    "lead": LeadNotFound,
    "booking": BookingNotFound,
    "field": lambda: InvalidField("email", "This is not a valid e-mail address."),
    "slot": lambda: NotBookable("This meeting was cancelled."),
    "inside": lambda: RuntimeError("password=hunter2"),
}


@pytest.fixture
async def server() -> AsyncIterator[str]:
    app = Sanic(f"errors-{secrets.token_hex(4)}", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = 1000
    add_error_handlers(app)
    add_common_methods(app)

    @app.get("/fail/<how:str>")
    async def fail(_: Request, how: str) -> HTTPResponse:
        raise FAILURES[how]()

    @app.post("/<any_name:str>/things")
    async def take(_: Request, any_name: str) -> HTTPResponse:
        return reply({"name": any_name})

    @app.patch("/<any_name:str>/things")
    async def change(_: Request, any_name: str) -> HTTPResponse:
        return reply({"name": any_name})

    @app.get("/thing")
    async def thing(_: Request) -> HTTPResponse:
        return reply({"name": "thing"})

    async with served(app) as url:
        yield url


def error(response: RawResponse) -> dict[str, str]:
    body = json.loads(response.body)
    assert list(body) == ["error"]
    found: dict[str, str] = body["error"]
    return found


@pytest.mark.parametrize(
    ("how", "status", "said"),
    [
        ("refused", 400, {"code": "short", "message": "Say more.", "field": "text"}),
        ("plain", 400, {"code": "bad_request", "message": "No."}),
        ("lead", 404, {"code": "not_found", "message": "There is no such lead."}),
        ("booking", 404, {"code": "not_found", "message": "There is no such booking."}),
        (
            "field",
            400,
            {"code": "invalid", "message": "This is not a valid e-mail address.", "field": "email"},
        ),
        (
            "slot",
            400,
            {"code": "not_bookable", "message": "This meeting was cancelled.", "field": "slot"},
        ),
    ],
    ids=list(FAILURES)[:-1],
)
async def test_a_refusal_says_what_is_wrong(server: str, how: str, status: int, said: dict[str, str]) -> None:
    response = await ask(server, f"GET /fail/{how} HTTP/1.1".encode())
    assert (response.status, error(response)) == (status, said)


async def test_a_refusal_may_say_when_to_come_back(server: str) -> None:
    assert (await ask(server, b"GET /fail/refused HTTP/1.1")).headers["retry-after"] == "3"


async def test_S22_a_failure_is_noted_and_not_told(server: str) -> None:
    response = await ask(server, b"GET /fail/inside HTTP/1.1")
    assert response.status == 500
    assert error(response)["code"] == "internal_error"
    assert b"hunter2" not in response.body
    assert b"Traceback" not in response.body


@pytest.mark.parametrize(
    ("lines", "body", "status", "code"),
    [
        ([b"GET /nothing HTTP/1.1"], b"", 404, "not_found"),
        ([b"GET /fail HTTP/1.1"], b"", 404, "not_found"),
        ([b"POST /fail/lead HTTP/1.1"], b"", 405, "method_not_allowed"),
        ([b"BREW /a/things HTTP/1.1"], b"", 405, "method_not_allowed"),
        ([b"POST /a/things HTTP/1.1", b"Content-Length: 100000"], b"", 413, "request_entity_too_large"),
        (
            [b"POST /a/things HTTP/1.1", b"Content-Length: x"],
            b"",
            400,
            "bad_request",
        ),
        ([b"POST /a/things HTTP/1.1", b"Expect: tea", b"Content-Length: 1"], b"x", 417, "expectation_failed"),
        ([b"GET /a" + b"b" * 20_000 + b" HTTP/1.1"], b"", 413, "request_entity_too_large"),
        ([b"GET / HTTP/9.9"], b"", 400, "bad_request"),
        ([b"nonsense"], b"", 400, "bad_request"),
    ],
    ids=lambda given: repr(given)[:40],
)
async def test_what_is_no_request_of_ours(
    server: str, lines: list[bytes], body: bytes, status: int, code: str
) -> None:
    response = await ask(server, *lines, body=body)
    assert response.status == status
    assert error(response)["code"] == code
    assert error(response)["message"].endswith(".")


async def test_a_path_names_the_methods_it_takes(server: str) -> None:
    response = await ask(server, b"DELETE /a/things HTTP/1.1")
    assert response.headers["allow"] == "OPTIONS, PATCH, POST"


async def test_a_path_can_be_asked_which_methods_it_takes(server: str) -> None:
    response = await ask(server, b"OPTIONS /fail/lead HTTP/1.1")
    assert (response.status, response.body) == (204, b"")
    assert response.headers["allow"] == "GET, HEAD, OPTIONS"
    assert (await ask(server, b"OPTIONS /nothing HTTP/1.1")).status == 404


@pytest.mark.parametrize("path", [b"/thing", b"/fail/lead", b"/nothing"])
async def test_a_head_is_the_head_of_what_a_get_gets(server: str, path: bytes) -> None:
    whole = await ask(server, b"GET " + path + b" HTTP/1.1")
    head = await ask(server, b"HEAD " + path + b" HTTP/1.1")
    assert whole.body
    assert (head.status, head.body) == (whole.status, b"")
    assert head.headers["content-length"] == whole.headers["content-length"]
