"""The console in a real browser: live pages, keys, narrow screens, no scripts, and nothing that gets in."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from leads.domain.lead import Source
from leads.domain.rep import Rep
from leads.services import booking, handoffs
from leads.services.links import manage_link
from tests.support.console_app import HOT_TALK, PASSWORD, ConsoleApp

HOSTILE = '<img src=x onerror="alert(1)">"\'></title></script><script>alert(2)</script>\u202e'
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
  violations.push(`${violatedDirective} ${blockedURI}`);
});
new PerformanceObserver((list) => {
  if (list.getEntries().some((one) => one.initiatorType === "xmlhttprequest"))
    document.documentElement.dataset.looked = "";
}).observe({ type: "resource", buffered: true });
"""
NAMELESS = """
[...document.querySelectorAll("input:not([type=hidden]), select, textarea, button, a[href]")]
  .filter((one) => !one.labels?.length && !one.textContent.trim() && !one.querySelector("title"))
  .map((one) => one.outerHTML)
"""

LogIn = Callable[[BrowserContext, Rep], Page]


@pytest.fixture
def app(tmp_path: Path) -> Iterator[ConsoleApp]:
    with ConsoleApp(tmp_path) as app:
        yield app


@pytest.fixture
def robin(app: ConsoleApp) -> Rep:
    return app.add_rep("Robin Vale")


@pytest.fixture
def log_in(app: ConsoleApp) -> LogIn:
    """A page on which this rep is logged in; anything alarming in it is noted on the window."""

    def go(context: BrowserContext, rep: Rep) -> Page:
        context.add_init_script(WATCH)
        page = context.new_page()
        page.goto(f"{app.url}/console/")
        page.get_by_label("E-mail address").fill(rep.email)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        expect(page.get_by_role("heading", name="Leads", exact=True)).to_be_visible()
        return page

    return go


@pytest.fixture
def page(context: BrowserContext, log_in: LogIn, robin: Rep) -> Page:
    """Robin, on the list of leads."""
    return log_in(context, robin)


def is_not_reloaded(page: Page) -> Callable[[], bool]:
    """Puts a mark on the window that a reload would wipe off."""
    page.evaluate("window.mark = 1")
    return lambda: bool(page.evaluate("window.mark === 1"))


def listens(page: Page) -> None:
    """Waits until the page has looked for what it missed while it was loading: from now on it hears news."""
    expect(page.locator("html[data-looked]")).to_be_attached()


class TestLive:
    def test_a_new_hot_lead_appears_without_a_reload_and_is_announced(
        self, app: ConsoleApp, page: Page
    ) -> None:
        stayed = is_not_reloaded(page)
        listens(page)
        lead_id = app.talk(*HOT_TALK, "I'm Ana Lopez from Acme GmbH", "ana@acme.example")
        expect(page.locator(f'tr[data-key="lead-{lead_id}-hot"]')).to_be_visible()
        expect(page.locator("#announcer")).to_contain_text("New hot lead: ")
        expect(page.locator(f'svg a[data-key="point-{lead_id}"]')).to_be_attached()
        expect(page.get_by_role("link", name="Handoffs")).to_contain_text("1")
        assert stayed()

    def test_a_handoff_appears_in_the_queue_and_leaves_it_when_a_colleague_takes_it(
        self, app: ConsoleApp, page: Page
    ) -> None:
        noor = app.add_rep("Noor Haddad")
        page.goto(f"{app.url}/console/handoffs")
        stayed = is_not_reloaded(page)
        listens(page)
        lead_id = app.talk("a person please")
        app.change_lead(lead_id, name="Ana Lopez")
        handoff = app.hand_over(lead_id)
        waiting = page.locator("#open").get_by_role("row", name="Ana Lopez")
        expect(waiting).to_be_visible()
        expect(page.locator("#announcer")).to_contain_text("Ana Lopez needs a person: Asked for a person.")
        handoffs.claim(app.core, handoff_id=handoff.id, rep_id=noor.id)
        app.publish(handoff.conversation_id or "")
        expect(waiting).to_have_count(0)
        expect(page.locator("#taken").get_by_role("row", name="Ana Lopez")).to_contain_text("Noor Haddad")
        assert stayed()

    def test_what_is_being_typed_stays_with_focus_and_scrolling(
        self, app: ConsoleApp, page: Page, robin: Rep
    ) -> None:
        lead_id = app.talk(*[f"line {number}" for number in range(12)])
        handoff = app.hand_over(lead_id)
        handoffs.claim(app.core, handoff_id=handoff.id, rep_id=robin.id)
        page.goto(f"{app.url}/console/leads/{lead_id}")
        listens(page)
        box = page.get_by_label("Write to")
        box.fill("Hello Ana, I was just")
        box.evaluate("(box) => box.setSelectionRange(5, 9)")
        before = page.evaluate("scrollY")
        app.talk("are you there?", "")
        expect(page.get_by_text("are you there?", exact=True)).to_be_visible()
        expect(page.locator("#announcer")).to_contain_text("are you there?")
        expect(box).to_be_focused()
        expect(box).to_have_value("Hello Ana, I was just")
        assert box.evaluate("(box) => [box.selectionStart, box.selectionEnd]") == [5, 9]
        assert abs(page.evaluate("scrollY") - before) < 300, "no further than the new lines take"

    def test_a_search_that_is_being_typed_stays(self, app: ConsoleApp, page: Page) -> None:
        listens(page)
        page.get_by_label("Search").press_sequentially("hal")
        page.get_by_label("Quadrant").select_option("good_fit_interested")
        app.talk("hello")
        expect(page.locator("tbody tr")).to_have_count(1)
        expect(page.get_by_label("Search")).to_be_focused()
        expect(page.get_by_label("Search")).to_have_value("hal")
        expect(page.get_by_label("Quadrant")).to_have_value("good_fit_interested")

    def test_the_row_in_focus_stays_in_focus(self, app: ConsoleApp, page: Page) -> None:
        app.change_lead(app.talk("hello", sender="1"), name="Ana Lopez")
        page.reload()
        listens(page)
        page.keyboard.press("j")
        app.talk("hello", sender="2")
        expect(page.locator("tbody tr")).to_have_count(2)
        expect(page.get_by_role("link", name="Ana Lopez").last).to_be_focused()

    def test_other_tabs_hear_of_it_and_one_takes_over_when_the_listener_goes(
        self, app: ConsoleApp, context: BrowserContext, page: Page
    ) -> None:
        listens(page)
        second = context.new_page()
        second.goto(f"{app.url}/console/")
        listens(second)
        app.talk("hello", sender="1")
        for tab in (page, second):
            expect(tab.locator("tbody tr")).to_have_count(1)
        page.close()
        listens(second)
        app.talk("hello", sender="2")
        expect(second.locator("tbody tr")).to_have_count(2)

    def test_S20_when_the_session_ends_it_is_said_and_nothing_typed_is_lost(
        self, app: ConsoleApp, page: Page, robin: Rep
    ) -> None:
        lead_id = app.talk("a person please")
        handoff = app.hand_over(lead_id)
        handoffs.claim(app.core, handoff_id=handoff.id, rep_id=robin.id)
        page.goto(f"{app.url}/console/leads/{lead_id}")
        listens(page)
        page.get_by_label("Write to").fill("half a sent")
        app.disable(robin)
        notice = page.get_by_role("alert")
        expect(notice).to_contain_text("You have been logged out", timeout=10_000)
        expect(notice.get_by_role("link")).to_have_attribute(
            "href", f"/console/login?next=%2Fconsole%2Fleads%2F{lead_id}"
        )
        expect(page.get_by_label("Write to")).to_have_value("half a sent")

    def test_times_go_on_being_true(
        self, app: ConsoleApp, context: BrowserContext, log_in: LogIn, robin: Rep
    ) -> None:
        app.talk("hello")
        page = log_in(context, robin)
        page.clock.install()
        page.goto(f"{app.url}/console/")
        expect(page.locator("tbody time")).to_have_text("just now")
        page.clock.fast_forward("05:00")
        expect(page.locator("tbody time")).to_have_text("5 min ago")


class TestKeys:
    @pytest.fixture
    def three(self, app: ConsoleApp, page: Page) -> Page:
        for name in ("Cleo", "Ben", "Ana"):
            app.change_lead(app.talk("hello", sender=name), name=name)
        page.reload()
        return page

    def test_j_and_k_move_and_enter_opens(self, three: Page) -> None:
        for key, name in (("j", "Ana"), ("j", "Ben"), ("j", "Cleo"), ("j", "Cleo"), ("k", "Ben")):
            three.keyboard.press(key)
            expect(three.locator("a[data-item]:focus")).to_have_text(name)
        three.keyboard.press("Enter")
        expect(three.get_by_role("heading", name="Ben")).to_be_visible()

    def test_slash_goes_to_the_search_where_letters_are_letters(self, three: Page) -> None:
        three.keyboard.press("/")
        three.keyboard.type("jk/?")
        expect(three.get_by_label("Search")).to_have_value("jk/?")

    def test_the_help_opens_closes_and_can_turn_the_keys_off(self, three: Page) -> None:
        three.keyboard.press("?")
        help_ = three.get_by_role("dialog", name="Keyboard")
        expect(help_).to_be_visible()
        help_.get_by_label("Use these keys").uncheck()
        three.keyboard.press("Escape")
        expect(help_).to_be_hidden()
        three.keyboard.press("j")
        expect(three.locator("a[data-item]:focus")).to_have_count(0)
        three.reload()
        three.keyboard.press("j")
        expect(three.locator("a[data-item]:focus")).to_have_count(0)

    def test_the_first_tab_skips_to_the_content(self, three: Page) -> None:
        three.keyboard.press("Tab")
        expect(three.get_by_role("link", name="Skip to the content")).to_be_focused()
        three.keyboard.press("Enter")
        expect(three.locator("main")).to_be_focused()


def seen_by_a_rep(app: ConsoleApp, robin: Rep) -> list[str]:
    """A lead with everything a page can show, all of it hostile; the addresses that show it."""
    source = Source(HOSTILE, {"campaign": HOSTILE}, f"javascript:alert(1)//{HOSTILE}")
    lead_id = app.talk((HOSTILE, f"{HOSTILE}|{HOSTILE}"), *HOT_TALK, HOSTILE, source=source)
    app.change_lead(lead_id, name=HOSTILE, company=HOSTILE, email=HOSTILE, tags=(HOSTILE,))
    meeting = booking.book(app.core, lead_id, slot_id=booking.offer_slots(app.core, lead_id)[0].id)
    handoff = app.hand_over(lead_id)
    handoffs.claim(app.core, handoff_id=handoff.id, rep_id=robin.id)
    handoffs.reply(app.core, conversation_id=handoff.conversation_id or "", rep=robin, text=HOSTILE)
    app.hand_over(app.talk(HOSTILE, sender="2"))
    return [
        "/console/",
        "/console/?q=%3Cimg%20src=x%20onerror=alert(1)%3E",
        "/console/handoffs",
        f"/console/leads/{lead_id}",
        "/console/nope",
        f"/meetings/{meeting.id}",
        f"/meetings/{meeting.id}/times",
        f"/meetings/{meeting.id}/cancel",
    ]


def test_S10_nothing_that_a_visitor_writes_runs_and_the_policy_is_never_broken(
    app: ConsoleApp, page: Page, robin: Rep
) -> None:
    dialogs: list[str] = []
    errors: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss())[1])
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda line: errors.append(line.text) if "Content Security" in line.text else None)
    for address in seen_by_a_rep(app, robin):
        page.goto(app.url + address)
        if address.startswith("/console/"):
            listens(page)  # and was brought up to date once
        assert page.evaluate("violations") == [], address
        assert page.locator("img[src=x]").count() == 0, address
    assert not dialogs
    assert not errors


@pytest.mark.parametrize(
    "width", [1280, 640, 390, 320], ids=["desktop", "zoomed to 200 %", "phone", "zoomed to 400 %"]
)
def test_nothing_is_wider_than_the_screen(app: ConsoleApp, page: Page, robin: Rep, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for address in seen_by_a_rep(app, robin):
        page.goto(app.url + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_every_field_and_button_has_a_name(app: ConsoleApp, page: Page, robin: Rep) -> None:
    for address in seen_by_a_rep(app, robin):
        page.goto(app.url + address)
        assert page.evaluate(NAMELESS) == [], address
        assert page.get_by_role("main").count() == 1
        assert page.locator("h1").count() == 1


def test_without_scripts_everything_works(app: ConsoleApp, browser: Browser, robin: Rep) -> None:
    lead_id = app.talk(*HOT_TALK)
    app.change_lead(lead_id, name="Ana Lopez")
    app.hand_over(lead_id)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{app.url}/console/handoffs")
    page.get_by_label("E-mail address").fill(robin.email)
    page.get_by_label("Password").fill("wrong")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("alert")).to_contain_text("do not go together")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("button", name="I’ll take it").click()
    page.get_by_label("Write to Ana Lopez").fill("Hello Ana")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Hello Ana", exact=True)).to_be_visible()
    page.get_by_role("button", name="Give back to the bot").click()
    expect(page.get_by_text("The bot has it again")).to_be_visible()
    page.get_by_role("link", name="All leads").click()
    page.get_by_label("Temperature").select_option("hot")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("tbody tr")).to_have_count(1)
    page.locator("svg a").click()
    expect(page.get_by_role("heading", name="Ana Lopez")).to_be_visible()
    page.get_by_label("Only the conversation").check()
    expect(page.locator(".event").first).to_be_hidden()
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
    context.close()


def test_a_button_pressed_twice_sends_once(app: ConsoleApp, page: Page, robin: Rep) -> None:
    lead_id = app.talk("a person please")
    handoff = app.hand_over(lead_id)
    handoffs.claim(app.core, handoff_id=handoff.id, rep_id=robin.id)
    page.goto(f"{app.url}/console/leads/{lead_id}")
    page.get_by_label("Write to").fill("Hello")
    page.get_by_role("button", name="Send").dblclick()
    expect(page.get_by_text("Hello", exact=True)).to_have_count(1)
    page.wait_for_timeout(500)
    page.reload()
    expect(page.get_by_text("Hello", exact=True)).to_have_count(1)


def test_a_prospect_moves_a_meeting_and_then_calls_it_off(
    app: ConsoleApp, context: BrowserContext, robin: Rep
) -> None:
    lead_id = app.talk("ana@acme.example", zone="Asia/Kolkata")
    meeting = booking.book(app.core, lead_id, slot_id=booking.offer_slots(app.core, lead_id)[0].id)
    page = context.new_page()
    page.goto(manage_link(app.core, meeting))
    expect(page.get_by_role("heading", name="You are meeting Robin Vale")).to_be_visible()
    page.get_by_role("link", name="Choose another time").click()
    page.locator("details[open] button").last.click()
    expect(page.get_by_role("status")).to_contain_text("your meeting has a new time")
    with page.expect_download() as download:
        page.get_by_role("link", name="Add to calendar").click()
    assert re.fullmatch(r"meeting-\d{4}-\d\d-\d\d\.ics", download.value.suggested_filename)
    page.get_by_role("link", name="Cancel the meeting").click()
    page.get_by_role("button", name="Yes, cancel it").click()
    expect(page.get_by_role("status")).to_contain_text("your meeting is cancelled")
    assert booking.meeting(app.core, meeting.id).booking.sequence == 2
