"""Which sites may carry the widget, and what is served to them."""

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from tests.bot.channels.conftest import FRIEND
from tests.support.chat_app import ChatApp

STRANGER = "https://stranger.example"


@pytest.mark.parametrize("origin", [STRANGER, "null", "https://www.friend.example.evil.example", "file://"])
@pytest.mark.parametrize("path", ["/chat/session", "/chat/messages"])
def test_S13_other_sites_may_not_use_the_chat(chat: ChatApp, path: str, origin: str) -> None:
    for method in ("POST", "OPTIONS"):
        response = httpx.request(method, chat.url + path, headers={"Origin": origin}, json={})
        assert response.status_code == 403
        assert "Access-Control-Allow-Origin" not in response.headers


@pytest.mark.parametrize("origin", [STRANGER, "null"])
async def test_S13_other_sites_may_not_open_a_socket(chat: ChatApp, origin: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        async with connect(f"ws://127.0.0.1:{chat.port}/chat/socket", additional_headers={"Origin": origin}):
            pass
    assert refused.value.response.status_code == 403


@pytest.mark.parametrize("path", ["/chat/session", "/chat/messages", "/widget/element.js", "/widget.js"])
def test_S13_sites_on_the_list_may_and_may_read_errors_too(chat: ChatApp, path: str) -> None:
    for method in ("OPTIONS", "POST", "GET") if path.startswith("/chat/") else ("GET",):
        response = httpx.request(method, chat.url + path, headers={"Origin": FRIEND})
        if response.status_code != 405:
            assert response.headers["Access-Control-Allow-Origin"] == FRIEND
            assert "Origin" in response.headers["Vary"]


def test_the_landing_page_carries_the_widget_under_a_strict_policy(chat: ChatApp) -> None:
    response = httpx.get(f"{chat.url}/")
    assert response.text.count("<script") == 1
    assert 'src="/widget.js"' in response.text
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_what_has_not_changed_is_not_sent_again(chat: ChatApp) -> None:
    first = httpx.get(f"{chat.url}/widget/element.js")
    again = httpx.get(f"{chat.url}/widget/element.js", headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")


@pytest.mark.parametrize(
    "path",
    [
        "/widget/..%2fwidget.js",
        "/widget/..%5c..%5cpyproject.toml",
        "/pages/landing.html",
        "/pages/%2e%2e%2ferrors.py",
    ],
)
def test_S21_nothing_else_is_served(chat: ChatApp, path: str) -> None:
    assert httpx.get(chat.url + path).status_code == 404
