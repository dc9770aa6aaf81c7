"""What a visitor does on somebody's site, from a real browser to the store: only after they agreed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from leads.domain.facts import SignalKind
from tests.e2e.conftest import Visit
from tests.e2e.sites import HOST, Host
from tests.support.chat_app import ChatApp
from tests.support.served import free_port
from tests.support.visitor import Visitor

QUESTION = "May we note which of our pages you look at"


@pytest.fixture
def host(tmp_path: Path, context: BrowserContext) -> Iterator[Host]:
    """A site with the widget on it, which asks for consent itself."""
    port = free_port()
    with ChatApp(tmp_path, port=port, origins=(HOST.format(port=port),)) as app:
        host = Host(app)
        host.open_for(context)
        yield host


def has_kept(page: Page, host: Host, *wanted: tuple[SignalKind, str]) -> None:
    """Waits until this is kept, and nothing else."""
    for _ in range(100):
        kept = [(signal.kind, str(signal.data["path"])) for signal in host.kept()]
        if len(kept) >= len(wanted):
            break
        page.wait_for_timeout(100)
    assert kept == list(wanted)


def test_nothing_is_kept_of_whoever_is_not_asked_or_says_no(visit: Visit, host: Host) -> None:
    visitor = visit(f"{host.url}/pricing")
    assert visitor.page.evaluate("Object.keys(localStorage).length") == 0
    visitor.open()
    expect(visitor.panel.get_by_text(QUESTION)).to_be_visible()
    visitor.panel.get_by_role("button", name="No", exact=True).click()
    expect(visitor.panel.get_by_text(QUESTION)).to_be_hidden()
    expect(visitor.field).to_be_focused()
    visitor.say("Hello")
    visitor.has_sent("Hello")
    visitor.page.goto(f"{host.url}/careers")
    visitor.launcher.wait_for()
    expect(visitor.panel.get_by_text(QUESTION)).to_be_hidden()
    visitor.page.wait_for_timeout(500)
    assert host.kept() == []
    assert [state for _, state in host.decisions()] == ["opted_out"]


def test_who_says_yes_is_noted_from_then_on_and_it_comes_to_their_lead(visit: Visit, host: Host) -> None:
    visitor = visit(f"{host.url}/pricing?utm_source=fair&secret=1#part").open()
    visitor.panel.get_by_role("button", name="Yes", exact=True).click()
    has_kept(visitor.page, host, (SignalKind.PAGE_VIEW, "/pricing"))
    visitor.page.goto(f"{host.url}/careers/sales-rep")
    visitor.page.reload()
    pages = ((SignalKind.PAGE_VIEW, "/pricing"), (SignalKind.CAREERS_PAGE, "/careers/sales-rep"))
    has_kept(visitor.page, host, *pages)
    Visitor(visitor.page).say("Hello")
    visitor.has_sent("Hello")
    has_kept(visitor.page, host, *pages)
    assert "secret" not in str([signal.data for signal in host.kept()])
    assert host.kept()[0].data["utm"] == {"source": "fair"}


def test_a_form_that_asks_for_it_is_noted_by_name_also_when_the_page_is_left(
    visit: Visit, host: Host
) -> None:
    host.attributes = 'data-consent="granted"'
    page = visit(f"{host.url}/contact").page
    has_kept(page, host, (SignalKind.PAGE_VIEW, "/contact"))
    page.get_by_label("Search").fill("secret")
    page.get_by_role("button", name="Find it").click()
    page.wait_for_url("**/found?**")
    page.get_by_label("Name").fill("Ana Secret")
    page.get_by_role("button", name="Send it").click()
    page.wait_for_url("**/thanks?**")
    has_kept(
        page,
        host,
        (SignalKind.PAGE_VIEW, "/contact"),
        (SignalKind.PAGE_VIEW, "/found"),
        (SignalKind.FORM_SUBMIT, "/found"),
        (SignalKind.PAGE_VIEW, "/thanks"),
    )
    form = host.kept()[2]
    assert form.data["form"] == "Contact"
    assert "ecret" not in str([signal.data for signal in host.kept()])


def test_a_page_that_changes_its_address_by_itself_is_looked_at_anew(visit: Visit, host: Host) -> None:
    host.attributes = 'data-consent="granted"'
    page = visit(f"{host.url}/").page
    has_kept(page, host, (SignalKind.PAGE_VIEW, "/"))
    page.evaluate("history.pushState({}, '', '/app/quote')")
    page.evaluate("history.replaceState({}, '', '/app/quote#part')")
    has_kept(page, host, (SignalKind.PAGE_VIEW, "/"), (SignalKind.QUOTE_REQUEST, "/app/quote"))


def test_the_site_may_ask_by_itself_and_tell(visit: Visit, host: Host) -> None:
    host.attributes = 'data-consent="site"'
    visitor = visit(f"{host.url}/pricing").open()
    expect(visitor.panel.get_by_text(QUESTION)).to_be_hidden()
    visitor.page.evaluate("bantam.consent(true, 'cookie banner 7')")
    has_kept(visitor.page, host, (SignalKind.PAGE_VIEW, "/pricing"))
    visitor.page.evaluate("bantam.consent(false, 'cookie banner 7')")
    visitor.page.goto(f"{host.url}/about")
    visitor.launcher.wait_for()
    visitor.page.wait_for_timeout(500)
    assert host.kept() == []  # of a stranger, nothing stays
    assert [state for _, state in host.decisions()] == ["opted_in", "opted_out"]


@pytest.mark.parametrize("said", ["globalPrivacyControl", "doNotTrack"])
def test_a_browser_that_asks_not_to_be_tracked_is_not(
    visit: Visit, context: BrowserContext, host: Host, said: str
) -> None:
    host.attributes = 'data-consent="granted"'
    value = "true" if said == "globalPrivacyControl" else '"1"'
    context.add_init_script(f"Object.defineProperty(navigator, '{said}', {{ get: () => {value} }})")
    visitor = visit(f"{host.url}/pricing")
    visitor.page.evaluate("bantam.consent(true)")
    visitor.page.wait_for_timeout(500)
    assert (host.kept(), host.decisions()) == ([], [])
    assert visitor.page.evaluate("Object.keys(localStorage).length") == 0
    host.attributes = ""
    visitor.page.reload()
    expect(visitor.open().panel.get_by_text(QUESTION)).to_be_hidden()


def test_consent_and_visits_outlive_a_lost_token(visit: Visit, host: Host) -> None:
    host.attributes = 'data-consent="granted"'
    visitor = visit(f"{host.url}/pricing")
    has_kept(visitor.page, host, (SignalKind.PAGE_VIEW, "/pricing"))
    visitor.page.evaluate("""for (const key of Object.keys(localStorage))
        if (key.endsWith(":session")) localStorage.setItem(key, JSON.stringify({token: "gone"}))""")
    visitor.page.goto(f"{host.url}/about")
    has_kept(visitor.page, host, (SignalKind.PAGE_VIEW, "/pricing"), (SignalKind.PAGE_VIEW, "/about"))
    assert [state for _, state in host.decisions()] == ["opted_in", "opted_in"]


def test_a_quote_request_is_answered_by_us_first(visit: Visit, host: Host) -> None:
    host.attributes = 'data-consent="granted"'
    visitor = visit(f"{host.url}/quote")
    expect(visitor.page.locator("bantam-chat .badge")).to_have_text("1")
    visitor.open()
    expect(visitor.log).to_contain_text("Thanks for your interest in a quote")
    visitor.say("We lose leads")
    visitor.is_answered("We lose leads")
