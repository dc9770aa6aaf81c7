"""A manager changes the scoring model in a real browser: edit, try out, publish, roll back."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from leads.domain.rep import Role
from tests.support.console_app import HOT_TALK, PASSWORD, ConsoleApp


@pytest.fixture
def app(tmp_path: Path) -> Iterator[ConsoleApp]:
    with ConsoleApp(tmp_path, now=datetime(2026, 11, 23, 7, tzinfo=UTC)) as app:
        yield app


@pytest.fixture
def page(app: ConsoleApp, context: BrowserContext) -> Page:
    """Mia, who manages, logged in."""
    mia = app.add_rep("Mia Stern", role=Role.MANAGER)
    page = context.new_page()
    page.goto(f"{app.url}/console/login")
    page.get_by_label("E-mail address").fill(mia.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    return page


def replace_in_file(page: Page, old: str, new: str) -> None:
    area = page.get_by_label("The scoring file")
    area.fill(area.input_value().replace(old, new))
    page.get_by_role("button", name="Check it and keep a draft").click()


def test_a_model_is_edited_tried_out_published_and_rolled_back(app: ConsoleApp, page: Page) -> None:
    before = app.core.model
    app.talk(*HOT_TALK)
    page.goto(f"{app.url}/console/scoring")
    page.get_by_role("link", name="Versions", exact=True).click()
    page.get_by_role("link", name="Edit the version in force").click()
    replace_in_file(page, "  fit: 50\n", "  fit: high\n")
    expect(page.get_by_role("alert")).to_contain_text("fit must be a whole number, got 'high'")
    expect(page.locator(".excerpt .wrong")).to_contain_text("fit: high")
    replace_in_file(page, "  fit: high\n", "  fit: 99\n")
    expect(page.locator("ins")).to_have_text("99")
    page.get_by_role("link", name="Try it out on the leads there are").click()
    expect(page.get_by_text("Of 1 leads, the scores of 0 would change.")).to_be_visible()
    expect(page.locator(".moved").first).to_contain_text("Poor fit, interested")
    assert app.core.model == before
    page.get_by_role("link", name="Decide about it").click()
    page.get_by_label("Why, for the history").fill("Fewer calls")
    page.get_by_role("button", name="Publish").click()
    expect(page.locator("#in-force")).to_contain_text("Fewer calls")
    assert app.core.model.thresholds.fit == 99
    page.get_by_role("link", name=re.compile("^1:")).click()
    page.get_by_role("button", name="Roll back to it").click()
    expect(page.locator("#in-force")).to_contain_text("1: first-guesses")
    assert app.core.model == before
