"""What a visitor sees of what we know about them, and does about it, in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, expect

from leads.domain.lead import Lead
from leads.services.hearing import Spoken, hear
from leads.services.ports import LeadFilter
from tests.e2e.conftest import Visit
from tests.e2e.sites import HOST, Host
from tests.e2e.test_widget import HOSTILE, MEASURE_CONTRAST, NOTE_VIOLATIONS
from tests.support.chat_app import ChatApp
from tests.support.served import free_port
from tests.support.visitor import Visitor

TITLE = "What we know about you"
NEED = "We lose leads because nobody answers at night"
BUDGET = "about 50k euros"


@pytest.fixture
def host(tmp_path: Path, context: BrowserContext) -> Iterator[Host]:
    """A site with the widget on it, whose visitors have agreed that their visits are noted."""
    port = free_port()
    with ChatApp(tmp_path, port=port, origins=(HOST.format(port=port),)) as app:
        host = Host(app, attributes='data-consent="granted"')
        host.open_for(context)
        yield host


def leads_of(host: Host) -> list[Lead]:
    with host.app.core.store.reading() as work:
        return work.leads.page(LeadFilter(), after=None, limit=10)


def tell(host: Host, visitor: Visitor, *texts: str) -> None:
    """They say this, and it is understood."""
    for text in texts:
        visitor.say(text)
        visitor.is_answered(text)
        with host.app.core.store.reading() as work:
            conversation = work.conversations.of_lead(leads_of(host)[0].id)[0]
            said = next(m for m in work.conversations.messages(conversation.id) if m.text == text)
        hear(host.app.core, Spoken(conversation.id, str(said.inbox_id), text))


def look(visitor: Visitor) -> Locator:
    """The dialog that tells."""
    visitor.page.get_by_role("button", name=TITLE).click()
    about = visitor.page.get_by_role("dialog", name=TITLE)
    expect(about.get_by_role("heading", name="What you told us")).to_be_visible()
    return about


def test_an_answer_is_shown_put_right_and_removed(visit: Visit, host: Host) -> None:
    visitor = visit(f"{host.url}/pricing").open()
    tell(host, visitor, NEED, BUDGET)
    about = look(visitor)
    expect(about).to_contain_text("50,000 EUR")
    expect(about).to_contain_text(BUDGET)
    expect(about).to_contain_text("/pricing")
    about.get_by_role("button", name="Change: Budget").click()
    field = about.get_by_role("textbox", name="Budget")
    expect(field).to_be_focused()
    field.fill("bananas")
    field.press("Enter")
    expect(about.get_by_role("status")).to_contain_text("put it differently")
    field.fill("rather 80k euros")
    field.press("Enter")
    expect(about).to_contain_text("80,000 EUR")
    expect(about.get_by_role("status")).to_have_text("Changed. We go by that from now on.")
    expect(about.get_by_role("button", name="Change: Budget")).to_be_focused()
    about.get_by_role("button", name="Remove: Budget").click()
    expect(about).not_to_contain_text("80,000 EUR")
    expect(about.get_by_role("heading", name="What you told us")).to_be_focused()
    about.get_by_role("button", name="Remove: You looked at a page").click()
    expect(about.get_by_role("button", name="Remove: You looked at a page")).to_have_count(0)
    assert [signal for signal in host.kept() if signal.data.get("path") == "/pricing"] == []
    visitor.page.keyboard.press("Escape")
    expect(about).to_be_hidden()
    expect(visitor.page.get_by_role("button", name=TITLE)).to_be_focused()
    expect(visitor.log).to_contain_text(NEED)


def test_everything_can_be_erased_and_the_browser_forgets_too(visit: Visit, host: Host) -> None:
    visitor = visit(f"{host.url}/pricing").open()
    tell(host, visitor, NEED, BUDGET)
    about = look(visitor)
    about.get_by_role("button", name="Erase everything about me").click()
    keep = about.get_by_role("button", name="Keep it")
    expect(keep).to_be_focused()
    keep.press("Enter")
    ask = about.get_by_role("button", name="Erase everything about me")
    expect(ask).to_be_focused()
    ask.press("Enter")
    about.get_by_role("button", name="Erase everything", exact=True).click()
    expect(about.get_by_role("status")).to_have_text("Everything about you is erased.")
    assert (leads_of(host), host.kept()) == ([], [])
    assert "50k" not in visitor.page.evaluate("JSON.stringify({...localStorage})")
    visitor.page.keyboard.press("Escape")
    visitor.sees()
    visitor.say("Hello again")
    visitor.has_sent("Hello again")
    assert len(leads_of(host)) == 1


def test_noting_can_be_stopped_here(visit: Visit, host: Host) -> None:
    visitor = visit(f"{host.url}/pricing").open()
    visitor.say("Hello")
    visitor.has_sent("Hello")
    about = look(visitor)
    about.get_by_role("button", name="Stop noting").click()
    expect(about.get_by_role("button", name="Allow it")).to_be_focused()
    visitor.page.wait_for_timeout(300)
    visitor.page.goto(f"{host.url}/about")  # the site still says that it was granted
    visitor.launcher.wait_for()
    visitor.page.wait_for_timeout(300)
    assert [signal.data["path"] for signal in host.kept()] == ["/pricing"]
    assert [state for _, state in host.decisions()] == ["opted_in", "opted_out"]


def test_the_focus_stays_in_it(visit: Visit, host: Host) -> None:
    visitor = visit(f"{host.url}/pricing").open()
    tell(host, visitor, BUDGET)
    about = look(visitor)
    for _ in range(25):
        visitor.page.keyboard.press("Tab")
        outside = visitor.page.evaluate("""() => {
          const { activeElement } = document;
          const inner = activeElement?.shadowRoot?.activeElement;
          return activeElement !== document.body && !inner?.closest(".about");
        }""")
        assert not outside
    expect(about).to_be_visible()


def test_S10_what_they_said_stays_text(visit: Visit, context: BrowserContext, host: Host) -> None:
    context.add_init_script(NOTE_VIOLATIONS)
    visitor = visit(f"{host.url}/pricing").open()
    tell(host, visitor, f"We need help with {HOSTILE[0]}")
    about = look(visitor)
    expect(about).to_contain_text(HOSTILE[0])
    assert about.locator("img").count() == 0
    assert visitor.page.evaluate("violated") == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_can_be_read(visit: Visit, host: Host, theme: str) -> None:
    host.attributes += f' data-dark="{theme}"'
    visitor = visit(f"{host.url}/pricing").open()
    tell(host, visitor, BUDGET)
    about = look(visitor)
    about.get_by_role("button", name="Erase everything about me").click()
    for element in about.locator("p, h2, h3, q, button:not(.icon)").all():
        if element.is_visible() and element.inner_text():
            assert element.evaluate(MEASURE_CONTRAST) >= 4.5, element.inner_text()


def test_it_fits_a_phone(visit: Visit, host: Host) -> None:
    visitor = visit(f"{host.url}/pricing")
    visitor.page.set_viewport_size({"width": 320, "height": 568})
    visitor.open()
    tell(host, visitor, NEED, BUDGET)
    about = look(visitor)
    box = about.bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 320, 568)
    assert about.evaluate("dialog => dialog.querySelector('.known').scrollWidth") <= 320
    about.get_by_role("button", name="Back to the chat").click()
    expect(visitor.log).to_be_visible()


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("de", "Was wir über Sie wissen"),
        ("fr", "Ce que nous savons de vous"),
        ("es", "Lo que sabemos de usted"),
    ],
)
def test_it_speaks_the_visitors_language(visit: Visit, host: Host, language: str, title: str) -> None:
    host.attributes += f' data-language="{language}"'
    visitor = visit(f"{host.url}/pricing").open()
    visitor.page.get_by_role("button", name=title).click()
    about = visitor.page.get_by_role("dialog", name=title)
    expect(about.get_by_role("heading", name=title)).to_be_visible()
    expect(about.get_by_role("listitem").first).to_be_visible()
