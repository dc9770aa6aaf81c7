"""The API token: one way to write it is right, and every other is refused alike."""

import secrets
from collections.abc import AsyncIterator

import pytest
from sanic import HTTPResponse, Request, Sanic, json

from bot.server.auth import require_token
from bot.server.errors import add_error_handlers
from tests.support.raw_http import ask
from tests.support.serving import served

TOKEN = "a token that is long enough"


@pytest.fixture
async def door() -> AsyncIterator[str]:
    """A page behind the token, and one behind none that is set."""
    app = Sanic(f"auth-{secrets.token_hex(4)}", configure_logging=False)
    add_error_handlers(app)

    @app.get("/<behind:str>")
    async def page(request: Request, behind: str) -> HTTPResponse:
        require_token(request, TOKEN if behind == "token" else "")
        return json({})

    async with served(app) as url:
        yield url


@pytest.mark.parametrize(
    "header", [f"Bearer {TOKEN}", f"bearer {TOKEN}", f"Bearer  {TOKEN} "], ids=["plain", "lower", "spaced"]
)
async def test_whoever_has_the_token_gets_in(door: str, header: str) -> None:
    response = await ask(door, b"GET /token HTTP/1.1", b"Authorization: " + header.encode())
    assert response.status == 200


@pytest.mark.parametrize(
    "header",
    [
        None,
        b"",
        b"Bearer",
        b"Bearer ",
        TOKEN.encode(),
        b"Basic " + TOKEN.encode(),
        b"Token " + TOKEN.encode(),
        b"Bearer " + TOKEN[:-1].encode(),
        b"Bearer " + TOKEN.encode() + b"x",
        b"Bearer " + TOKEN.upper().encode(),
        b"Bearer \xff\xfe\xfd",
        "Bearer ünïcode".encode(),
        b"Bearer " + b"x" * 7000,
    ],
    ids=lambda header: repr(header)[:30],
)
async def test_everybody_else_is_told_how(door: str, header: bytes | None) -> None:
    lines = [] if header is None else [b"Authorization: " + header]
    response = await ask(door, b"GET /token HTTP/1.1", *lines)
    assert response.status == 401
    assert response.headers["www-authenticate"] == "Bearer"
    assert b'"code":"unauthorized"' in response.body


@pytest.mark.parametrize("header", [b"Bearer ", b"Bearer x", b"x"])
async def test_without_a_token_of_our_own_nobody_gets_in(door: str, header: bytes) -> None:
    response = await ask(door, b"GET /nothing HTTP/1.1", b"Authorization: " + header)
    assert response.status == 401
