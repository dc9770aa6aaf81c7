"""A real browser, and servers on this machine for it to visit."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.support.chat_app import ChatApp
from tests.support.chat_server import ChatServer
from tests.support.visitor import Visitor

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-features=LocalNetworkAccessChecks",  # pages that a test makes up are on no network
)

expect.set_options(timeout=20_000)  # a machine may be busy; nothing here is about how long it takes

Visit = Callable[[str], Visitor]
Site = ChatServer | ChatApp


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where the browser is; with CI=true it must be there."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None and not os.environ.get("CI"):
        pytest.skip("needs Chromium, which is not installed here")
    assert path, "Chromium is missing"
    return path


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser profile of its own: nobody has been here before."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def server() -> Iterator[ChatServer]:
    """A server of the protocol alone, that fails on demand."""
    with ChatServer() as server:
        yield server


@pytest.fixture(params=["protocol", "product"])
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Site]:
    """The same from both: the server of the protocol alone, and the product's own channel and store."""
    with ChatServer() if request.param == "protocol" else ChatApp(tmp_path) as site:
        yield site


@pytest.fixture
def visit(context: BrowserContext) -> Visit:
    """Goes to a page and waits for the widget to be there."""

    def go(address: str) -> Visitor:
        visitor = Visitor(context.new_page())
        visitor.page.goto(address)
        visitor.launcher.wait_for()
        return visitor

    return go
