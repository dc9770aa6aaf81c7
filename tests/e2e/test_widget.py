"""The widget in a real browser, against a server that fails on demand."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.e2e.conftest import Site, Visit
from tests.support.chat_app import ChatApp
from tests.support.chat_server import ChatServer
from tests.support.visitor import Visitor

TITLE = "Bantam: a good first conversation"
Wish = Literal["reduce", "no-preference"]

HOSTILE = (
    "<img src=x onerror=\"document.title='owned'\">",
    "<script>document.title='owned'</script>",
    "javascript:document.title='owned'",
    "\u202edlrow olleh\u202c \u2066<b>bold</b>",
    "{{7*7}} ${alert(1)} {slot}",
)

BLOCK_STORAGE = """
  const refuse = () => { throw new DOMException("blocked", "SecurityError"); };
  for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get: refuse });
"""
NOTE_WHAT_IS_READ_OUT = """
  window.heard = [];
  const note = (log, node) => {
    if (log.ariaLive === "polite" && node.matches?.(".entry")) heard.push(node.innerText);
  };
  const watch = () => {
    const log = document.querySelector("bantam-chat")?.shadowRoot.querySelector(".log");
    if (!log) return requestAnimationFrame(watch);
    const observer = new MutationObserver((changes) =>
      changes.forEach((change) => change.addedNodes.forEach((node) => note(log, node))));
    observer.observe(log, { subtree: true, childList: true });
  };
  watch();
"""
NOTE_SHIFTS = """
  window.shift = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { shift += entry.value; }))
    .observe({ type: "layout-shift", buffered: true });
"""
NOTE_VIOLATIONS = """
  window.violated = [];
  addEventListener("securitypolicyviolation", (event) => violated.push(event.blockedURI));
"""
RAISE_KEYBOARD = """
  Object.defineProperties(visualViewport, { height: { value: 500 }, offsetTop: { value: 40 } });
  visualViewport.dispatchEvent(new Event("resize"));
"""
LONG_RESTS = "Math.random = () => 60"  # a minute before the first attempt to connect again

MEASURE_CONTRAST = """(element) => {
  const parse = (color) => color.match(/[\\d.]+/g).map(Number);
  const painted = (node) => {
    const [r, g, b, a = 1] = parse(getComputedStyle(node).backgroundColor);
    return a ? [r, g, b] : painted(node.parentElement);
  };
  const luminance = (channels) => {
    const linear = (share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = channels.map((channel) => linear(channel / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const text = luminance(parse(getComputedStyle(element).color).slice(0, 3));
  const behind = luminance(painted(element));
  return (Math.max(text, behind) + 0.05) / (Math.min(text, behind) + 0.05);
}"""


# A conversation


def test_a_conversation_from_the_first_click_to_the_answer(visit: Visit, site: Site) -> None:
    visitor = visit(site.url).open()
    visitor.say("We lose leads")
    visitor.sees("We lose leads", "You said: We lose leads")
    visitor.has_sent("We lose leads")
    assert site.transcript == ["visitor: We lose leads", "bot: You said: We lose leads"]


def test_nothing_is_asked_of_the_server_before_the_visitor_opens_it(visit: Visit, server: ChatServer) -> None:
    visitor = visit(server.url)
    assert server.sessions == []
    visitor.open()
    expect(visitor.field).to_be_focused()
    visitor.say("Hello")
    visitor.has_sent("Hello")
    assert len(server.sessions) == 1


def test_the_page_is_described_without_its_query(visit: Visit, server: ChatServer) -> None:
    visitor = visit(f"{server.host_url}?utm_source=fair&utm_medium=card&secret=1#more").open()
    visitor.say("Hello")
    visitor.has_sent("Hello")
    page = {
        "url": server.host_url,
        "title": "Acme",
        "referrer": "",
        "utm": {"source": "fair", "medium": "card"},
    }
    assert server.sessions[0]["page"] == page
    assert server.sessions[0]["language"] == "en"


def test_the_greeting_is_shown_but_never_stored(visit: Visit, server: ChatServer) -> None:
    server.host_attributes = 'data-greeting="Ahoy <b>there</b>"'
    visitor = visit(server.host_url).open()
    expect(visitor.log).to_contain_text("Ahoy <b>there</b>")
    visitor.say("Hello")
    visitor.has_sent("Hello")
    assert "Ahoy" not in " ".join(server.transcript)


def test_lines_of_a_message_stay_and_enter_sends(visit: Visit, site: Site) -> None:
    visitor = visit(site.url).open()
    visitor.field.press_sequentially("One")
    visitor.field.press("Shift+Enter")
    visitor.field.press_sequentially("Two")
    visitor.field.press("Enter")
    visitor.has_sent("One\nTwo")
    assert site.transcript[0] == "visitor: One\nTwo"


@pytest.mark.parametrize("blank", ["", "   ", "\n\n"], ids=["empty", "spaces", "lines"])
def test_nothing_is_not_sent(visit: Visit, site: Site, blank: str) -> None:
    visitor = visit(site.url).open()
    visitor.say(blank)
    visitor.sees()


def test_a_message_ends_at_two_thousand_characters_and_the_visitor_sees_it_coming(
    visit: Visit, site: Site
) -> None:
    visitor = visit(site.url).open()
    counter = visitor.page.locator("bantam-chat .left")
    visitor.field.fill("x" * 1_799)
    expect(counter).to_be_hidden()
    visitor.field.press_sequentially("yy")
    expect(counter).to_have_text("199")
    visitor.field.fill("x" * 1_999)
    visitor.field.press_sequentially("zzz")
    expect(counter).to_have_text("0")
    expect(visitor.field).to_have_value("x" * 1_999 + "z")


def test_F18_twenty_messages_at_once_arrive_in_order(visit: Visit, site: Site) -> None:
    site.script = lambda _: None
    visitor = visit(site.url).open()
    said = [f"Message {number}" for number in range(20)]
    for text in said:
        visitor.say(text)
    expect(visitor.log.locator(".visitor.sent")).to_have_count(20)
    assert site.transcript == [f"visitor: {text}" for text in said]


def test_F19_a_quick_reply_counts_once_however_often_it_is_clicked(visit: Visit, site: Site) -> None:
    visitor = visit(site.url).open()
    visitor.say("Hello")
    visitor.has_sent("Hello")
    site.say("When?", buttons={"b-1": "This quarter", "b-2": "Later"})
    button = visitor.page.get_by_role("button", name="This quarter")
    button.evaluate("button => { button.click(); button.click(); }")
    visitor.has_sent("This quarter")
    expect(button).to_have_count(0)
    assert site.transcript.count("visitor: This quarter") == 1


def test_a_person_is_announced_by_name(visit: Visit, site: Site) -> None:
    visitor = visit(site.url).open()
    visitor.say("Can I talk to somebody?")
    visitor.has_sent("Can I talk to somebody?")
    site.set_state("human")
    site.say("Hi, how can I help?", name="Ada")
    expect(visitor.log).to_contain_text("Ada · from our team")
    expect(visitor.panel).to_contain_text("You are talking to a person")
    site.set_state("closed")
    expect(visitor.panel).to_contain_text("This conversation has ended")


def test_typing_dots_go_away_by_themselves(visit: Visit, site: Site) -> None:
    visitor = Visitor(visit(site.url).page)
    visitor.page.clock.install()
    visitor.page.reload()
    visitor.open().say("Hello")
    visitor.sees("Hello", "You said: Hello")
    site.show_typing()
    expect(visitor.typing).to_be_visible()
    visitor.page.clock.fast_forward(13_000)
    expect(visitor.typing).to_be_hidden()
    site.show_typing(False)
    site.show_typing()
    expect(visitor.typing).to_be_visible()
    site.say("Done")
    expect(visitor.typing).to_be_hidden()


def test_the_other_end_hears_that_the_visitor_types_but_not_of_every_key(
    visit: Visit, server: ChatServer
) -> None:
    visitor = visit(server.url).open()
    visitor.say("Hello")
    visitor.has_sent("Hello")
    before = server.typed
    visitor.field.press_sequentially("a rather long sentence")
    visitor.say("Bye")
    visitor.has_sent("Bye")
    assert 1 <= server.typed - before <= 3  # told every three seconds


# History


def test_history_and_place_survive_a_reload(visit: Visit, site: Site) -> None:
    visitor = visit(site.url).open()
    visitor.say("We lose leads")
    visitor.sees("We lose leads", "You said: We lose leads")
    visitor.page.reload()
    expect(visitor.panel).to_be_visible()
    visitor.sees("We lose leads", "You said: We lose leads")


def test_F19_two_tabs_show_the_same_conversation(visit: Visit, site: Site) -> None:
    one = visit(site.url).open()
    other = visit(site.url).open()
    one.say("From the first")
    one.sees("From the first", "You said: From the first")
    other.say("From the second")
    everything = (
        "From the first",
        "You said: From the first",
        "From the second",
        "You said: From the second",
    )
    one.sees(*everything)
    other.sees(*everything)
    one.page.reload()
    one.sees(*everything)
    assert site.transcript == [
        f"{author}: {text}" for author, text in zip(["visitor", "bot"] * 2, everything, strict=True)
    ]


def test_a_tab_opened_earlier_follows_the_conversation_begun_in_another(visit: Visit, site: Site) -> None:
    earlier = visit(site.url)
    visitor = visit(site.url).open()
    visitor.say("Hello")
    visitor.has_sent("Hello")
    earlier.open().sees("Hello", "You said: Hello")
    earlier.say("Here too")
    visitor.sees("Hello", "You said: Hello", "Here too", "You said: Here too")


def test_an_expired_token_begins_a_new_conversation(visit: Visit, server: ChatServer) -> None:
    visitor = visit(server.url).open()
    visitor.say("Before")
    visitor.sees("Before", "You said: Before")
    server.forget_everybody()
    visitor.sees()
    visitor.say("After")
    visitor.sees("After", "You said: After")


def test_it_works_where_storage_is_blocked(context: BrowserContext, visit: Visit, site: Site) -> None:
    context.add_init_script(BLOCK_STORAGE)
    visitor = visit(site.url).open()
    visitor.say("Hello")
    visitor.sees("Hello", "You said: Hello")


def test_unread_messages_are_counted_on_the_launcher_and_in_the_title(visit: Visit, site: Site) -> None:
    visitor = visit(site.url).open()
    visitor.say("Hello")
    visitor.sees("Hello", "You said: Hello")
    site.say("Seen at once")
    visitor.sees("Hello", "You said: Hello", "Seen at once")
    expect(visitor.page).to_have_title(TITLE)
    visitor.field.press("Escape")
    site.say("One more")
    site.say("And another")
    expect(visitor.launcher).to_have_accessible_name("Open chat, unread messages: 2")
    expect(visitor.page).to_have_title(f"(2) {TITLE}")
    visitor.page.reload()
    expect(visitor.page).to_have_title(f"(2) {TITLE}")
    visitor.open()
    expect(visitor.page).to_have_title(TITLE)
    expect(visitor.page.locator("bantam-chat .badge")).to_be_hidden()


# Bad connections


def test_what_is_written_offline_is_sent_later_and_survives_a_reload(
    visit: Visit, server: ChatServer
) -> None:
    visitor = visit(server.url).open()
    visitor.say("Before")
    visitor.sees("Before", "You said: Before")
    server.down = True
    server.drop_sockets()
    visitor.say("During, one")
    visitor.say("During, two")
    expect(visitor.log.locator(".visitor.sending")).to_have_count(2)
    expect(visitor.page.get_by_role("status")).to_contain_text("No connection")
    visitor.page.reload()
    expect(visitor.log.locator(".visitor.sending")).to_have_count(2)
    server.down = False
    expect(visitor.log.locator(".visitor.sent")).to_have_count(3)
    said = [line for line in server.transcript if line.startswith("visitor")]
    assert said == ["visitor: Before", "visitor: During, one", "visitor: During, two"]
    expect(visitor.page.get_by_role("status")).to_be_hidden()


def test_a_phone_without_network_says_so_at_once_and_sends_when_it_is_back(
    context: BrowserContext, visit: Visit, site: Site
) -> None:
    context.add_init_script(LONG_RESTS)
    visitor = visit(site.url).open()
    visitor.say("Before")
    visitor.sees("Before", "You said: Before")
    context.set_offline(True)
    expect(visitor.page.get_by_role("status")).to_contain_text("No connection")
    visitor.say("During")
    context.set_offline(False)
    visitor.sees("Before", "You said: Before", "During", "You said: During")
    expect(visitor.page.get_by_role("status")).to_be_hidden()


def test_F20_a_dropped_socket_loses_nothing_and_repeats_nothing(visit: Visit, server: ChatServer) -> None:
    visitor = visit(server.url).open()
    visitor.say("One")
    visitor.sees("One", "You said: One")
    server.down = True
    server.drop_sockets()
    server.say("While you were away, 1")
    server.say("While you were away, 2")
    server.down = False
    visitor.sees("One", "You said: One", "While you were away, 1", "While you were away, 2")


def test_F20_a_restart_of_the_product_loses_nothing_and_repeats_nothing(visit: Visit, tmp_path: Path) -> None:
    with ChatApp(tmp_path) as before:
        visitor = visit(before.url).open()
        visitor.say("One")
        visitor.sees("One", "You said: One")
    before.say("Said by the store alone")
    visitor.say("Two")
    expect(visitor.log.locator(".visitor.sending")).to_have_count(1)
    with ChatApp(tmp_path, port=before.port) as after:
        visitor.sees("One", "You said: One", "Said by the store alone", "Two", "You said: Two")
        visitor.say("Three")
        visitor.has_sent("Three")
        assert after.transcript.count("visitor: Two") == 1


def test_F20_who_can_write_hears_the_answer_however_long_it_meant_to_rest(
    context: BrowserContext, visit: Visit, tmp_path: Path
) -> None:
    context.add_init_script(LONG_RESTS)
    with ChatApp(tmp_path) as before:
        visitor = visit(before.url).open()
        visitor.say("One")
        visitor.sees("One", "You said: One")
    visitor.say("Two")
    with ChatApp(tmp_path, port=before.port):
        visitor.sees("One", "You said: One", "Two", "You said: Two")


@pytest.mark.parametrize("losses", [1, 2], ids=["once", "twice"])
def test_F20_a_message_whose_acknowledgement_is_lost_counts_once(
    visit: Visit, server: ChatServer, losses: int
) -> None:
    visitor = visit(server.url).open()
    visitor.say("One")
    visitor.sees("One", "You said: One")
    server.lose_acks = losses
    visitor.say("Two")
    visitor.sees("One", "You said: One", "Two", "You said: Two")
    visitor.has_sent("Two")
    visitor.say("Three")
    visitor.has_sent("Three")
    assert server.transcript.count("visitor: Two") == 1


def test_where_sockets_are_blocked_it_polls(visit: Visit, server: ChatServer) -> None:
    server.refuse_sockets = True
    visitor = visit(server.url).open()
    visitor.say("Hello")
    visitor.sees("Hello", "You said: Hello")
    server.show_typing()
    expect(visitor.typing).to_be_visible()
    server.say("Still here")
    visitor.sees("Hello", "You said: Hello", "Still here")
    expect(visitor.typing).to_be_hidden()


def test_a_message_that_is_refused_says_so_and_can_be_tried_again(visit: Visit, server: ChatServer) -> None:
    server.refuse_text = "Forbidden"
    visitor = visit(server.url).open()
    visitor.say("Forbidden")
    expect(visitor.log).to_contain_text("Not sent.")
    visitor.say("Something else")
    visitor.has_sent("Something else")
    server.refuse_text = ""
    visitor.page.get_by_role("button", name="Try again").click()
    visitor.has_sent("Forbidden")
    assert server.transcript.count("visitor: Forbidden") == 1


# Hostile text


@pytest.mark.parametrize("text", HOSTILE, ids=["image", "script", "scheme", "bidi", "templates"])
def test_S10_text_is_only_ever_text(visit: Visit, site: Site, text: str) -> None:
    visitor = visit(site.url).open()
    visitor.page.evaluate(NOTE_VIOLATIONS)
    visitor.say(text)
    visitor.has_sent(text)
    site.say(text, buttons={"b": text}, name=text)
    expect(visitor.log.locator(".text")).to_have_count(4)
    inside = visitor.log.locator(".text *, .author bdi *, .choices button *")
    expect(inside).to_have_count(0)
    expect(visitor.page.get_by_role("button", name=text, exact=True)).to_be_visible()
    expect(visitor.page).to_have_title(TITLE)
    assert visitor.page.evaluate("violated") == []


def test_S10_only_web_addresses_become_links(visit: Visit, server: ChatServer) -> None:
    server.script = lambda _: None
    visitor = visit(server.url).open()
    visitor.say("https://visitor.example is not made a link")
    visitor.has_sent("https://visitor.example")
    server.say(
        "See https://example.com/a?b=1&c=(2), javascript:alert(1) or data:text/html,x or http://[broken."
    )
    links = visitor.log.get_by_role("link")
    expect(links).to_have_count(1)
    expect(links).to_have_attribute("href", "https://example.com/a?b=1&c=(2")
    expect(links).to_have_attribute("rel", "noopener noreferrer nofollow")


@pytest.mark.parametrize("where", ["landing page", "another site"])
def test_S10_the_strictest_content_policy_is_never_violated(
    visit: Visit, server: ChatServer, where: str
) -> None:
    server.host_attributes = 'data-color="#0a7d5a"'
    visitor = visit(server.url if where == "landing page" else server.host_url)
    visitor.page.evaluate(NOTE_VIOLATIONS)
    visitor.open().say("Hello")
    visitor.sees("Hello", "You said: Hello")
    server.say("Look at https://example.com", buttons={"b": "Fine"})
    visitor.choose("Fine")
    visitor.has_sent("Fine")
    assert visitor.page.evaluate("violated") == []
    assert server.violations == []


# Eyes, hands and screens


def test_it_can_be_used_with_the_keyboard_alone(visit: Visit, server: ChatServer) -> None:
    visitor = visit(server.host_url)
    keyboard = visitor.page.keyboard
    visitor.page.locator("#link").focus()
    keyboard.press("Tab")
    expect(visitor.launcher).to_be_focused()
    keyboard.press("Enter")
    expect(visitor.field).to_be_focused()
    keyboard.type("Hello")
    keyboard.press("Enter")
    visitor.sees("Hello", "You said: Hello")
    server.say("When?", buttons={"b-1": "Now", "b-2": "Later"})
    visitor.page.get_by_role("button", name="Later").wait_for()
    keyboard.press("Shift+Tab")
    expect(visitor.page.get_by_role("button", name="Later")).to_be_focused()
    keyboard.press("Space")
    visitor.has_sent("Later")
    expect(visitor.field).to_be_focused()
    keyboard.press("Escape")
    expect(visitor.panel).to_be_hidden()
    expect(visitor.launcher).to_be_focused()


def test_new_messages_are_read_out_but_old_ones_are_not(visit: Visit, server: ChatServer) -> None:
    visitor = visit(server.url).open()
    expect(visitor.log).to_have_attribute("aria-live", "polite")
    visitor.say("Hello")
    visitor.sees("Hello", "You said: Hello")
    visitor.page.add_init_script(NOTE_WHAT_IS_READ_OUT)
    visitor.page.reload()
    visitor.sees("Hello", "You said: Hello")
    expect(visitor.log).to_have_attribute("aria-live", "polite")
    visitor.say("Again")
    visitor.sees("Hello", "You said: Hello", "Again", "You said: Again")
    heard = visitor.page.evaluate("heard.join('|')")
    assert "Again" in heard
    assert "You said: Hello" not in heard


def test_a_link_of_the_site_can_open_it(visit: Visit, server: ChatServer) -> None:
    visitor = visit(server.url)
    visitor.page.get_by_role("button", name="Start a conversation").click()
    expect(visitor.panel).to_be_visible()
    expect(visitor.field).to_be_focused()


@pytest.mark.parametrize(
    ("width", "height"),
    [(390, 844), (844, 390), (320, 568)],
    ids=["phone", "phone on its side", "small phone"],
)
def test_on_a_phone_it_fills_the_screen_and_keeps_the_page_away(
    browser: Browser, server: ChatServer, width: int, height: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": height}, has_touch=True, is_mobile=True, reduced_motion="reduce"
    )
    visitor = Visitor(context.new_page())
    visitor.page.goto(server.host_url)
    visitor.launcher.tap()
    assert visitor.panel.bounding_box() == {"x": 0, "y": 0, "width": width, "height": height}
    expect(visitor.launcher).to_be_hidden()
    expect(visitor.field).not_to_be_focused()  # the keyboard would cover the greeting
    assert visitor.panel.evaluate("panel => panel.matches(':modal')")
    visitor.say("Hello")
    visitor.sees("Hello", "You said: Hello")
    expect(visitor.field).to_be_in_viewport(ratio=1)
    visitor.page.get_by_role("button", name="Close chat").tap()
    expect(visitor.launcher).to_be_visible()
    context.close()


def test_above_a_keyboard_on_the_screen_the_field_stays_in_sight(
    browser: Browser, server: ChatServer
) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, reduced_motion="reduce"
    )
    visitor = Visitor(context.new_page())
    visitor.page.goto(server.host_url)
    visitor.launcher.tap()
    visitor.page.evaluate(RAISE_KEYBOARD)
    assert visitor.panel.bounding_box() == {"x": 0, "y": 40, "width": 390, "height": 500}
    context.close()


def test_turning_the_screen_keeps_it_open(visit: Visit, server: ChatServer) -> None:
    visitor = visit(server.url).open()
    visitor.page.set_viewport_size({"width": 400, "height": 800})
    expect(visitor.panel).to_have_js_property("open", True)
    assert visitor.panel.evaluate("panel => panel.matches(':modal')")
    visitor.page.set_viewport_size({"width": 1280, "height": 800})
    expect(visitor.panel).to_be_visible()
    assert not visitor.panel.evaluate("panel => panel.matches(':modal')")


def test_at_twice_the_size_everything_is_still_in_reach(browser: Browser, server: ChatServer) -> None:
    context = browser.new_context(viewport={"width": 640, "height": 400}, device_scale_factor=2)
    visitor = Visitor(context.new_page())
    visitor.page.goto(server.url)
    visitor.open().say("Hello")
    visitor.sees("Hello", "You said: Hello")
    for name in ("Close chat", "Send"):
        expect(visitor.page.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
    assert visitor.log.evaluate("log => log.clientHeight") > 100
    assert visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_the_page_does_not_move_when_the_widget_arrives(context: BrowserContext, server: ChatServer) -> None:
    page = context.new_page()
    page.add_init_script(NOTE_SHIFTS)
    page.goto(server.host_url)
    Visitor(page).open()
    assert page.evaluate("shift") == 0


@pytest.mark.parametrize("color", ["#ffe600", "#000", "#fff", "#0a7d5a", "#808080", "#5b5bff", "red;}"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_whatever_colour_a_site_chooses_can_be_read(
    visit: Visit, server: ChatServer, color: str, theme: str
) -> None:
    server.host_attributes = f'data-color="{color}" data-dark="{theme}"'
    visitor = visit(server.host_url).open()
    visitor.say("Hello")
    visitor.has_sent("Hello")
    server.say("When?", buttons={"b": "Now"})
    visitor.page.get_by_role("button", name="Now", exact=True).wait_for()
    for selector in (".visitor .text", ".bot .text", ".choices button", ".status", ".launcher", ".meta"):
        assert contrast(visitor, selector) >= 4.5, selector


def test_it_follows_the_site_s_wishes(visit: Visit, server: ChatServer) -> None:
    server.host_attributes = (
        'data-position="left" data-language="de-AT" data-color="#0a7d5a" data-dark="dark"'
    )
    visitor = visit(server.host_url).open()
    box = visitor.launcher.bounding_box()
    assert box
    assert box["x"] < 100
    expect(visitor.page.get_by_role("textbox", name="Nachricht schreiben…")).to_be_focused()
    assert visitor.launcher.evaluate("it => getComputedStyle(it).backgroundColor") == "rgb(10, 125, 90)"
    assert visitor.panel.evaluate("it => getComputedStyle(it).backgroundColor") == "rgb(27, 25, 23)"


@pytest.mark.parametrize(("locale", "time"), [("en-GB", "09:05"), ("en-US", "9:05 AM"), ("ja-JP", "9:05 AM")])
def test_times_are_written_as_the_visitor_writes_them(
    browser: Browser, server: ChatServer, locale: str, time: str
) -> None:
    context = browser.new_context(locale=locale, timezone_id="Europe/Berlin")
    visitor = Visitor(context.new_page())
    visitor.page.goto(server.host_url)
    server.clock = lambda: datetime(2026, 11, 23, 8, 5, tzinfo=UTC)
    visitor.open().say("Hello")
    expect(visitor.log.locator(".bot time")).to_have_text(time)
    context.close()


@pytest.mark.parametrize(("wish", "animation"), [("reduce", "none"), ("no-preference", "rise")])
def test_it_keeps_still_for_those_who_ask_for_it(
    visit: Visit, server: ChatServer, wish: Wish, animation: str
) -> None:
    visitor = visit(server.url)
    visitor.page.emulate_media(reduced_motion=wish)
    visitor.open()
    assert visitor.panel.evaluate("it => getComputedStyle(it).animationName") == animation


def contrast(visitor: Visitor, selector: str) -> float:
    """The WCAG contrast of an element's text on the nearest background that is painted."""
    ratio: float = visitor.page.locator(f"bantam-chat {selector}").first.evaluate(MEASURE_CONTRAST)
    return ratio
