"""The whole product from where a visitor sits: the landing page, the widget, the bot, a meeting."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from leads.adapters.passwords import hash_password
from leads.bootstrap import open_core
from leads.services.team import found_team
from leads.settings import Settings
from tests.e2e.conftest import Visit
from tests.support.models import ROOT
from tests.support.served import Served

ANSWERS = {
    "need": "We lose leads because nobody follows up in time",
    "current_solution": "HubSpot, but nobody uses it",
    "timeframe": "within two months",
    "budget": "60k euros",
    "authority": "I decide alone",
    "role": "Head of Sales",
    "company": "Acme Industries",
    "employees": "about 400 people",
    "industry": "manufacturing",
    "country": "Germany",
    "name": "Ada Park",
    "email": "ada.park@acme-industries.example",
    "phone": "+49 30 123456",
    "consent": "no, thanks",
}
MOST_QUESTIONS = 20
PASSWORD = "a password for tests"


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The served product, with a team to book."""
    served = Served(tmp_path_factory.mktemp("product"))
    core = open_core(Settings(var=served.folder, database_url=served.database_url, project=ROOT))
    found_team(core, hash_password=hash_password, password=PASSWORD)
    yield served.start()
    served.stop()


def test_a_hot_prospect_walks_away_with_a_meeting(visit: Visit, product: Served) -> None:
    visitor = visit(product.url).open()
    visitor.say(ANSWERS["need"])
    visitor.is_answered(ANSWERS["need"])
    choices = visitor.page.get_by_role("group").get_by_role("button")
    for _ in range(MOST_QUESTIONS):
        asking = product.lead(visitor.conversation)["conversation"]["asking"]
        if asking == "slot":
            break
        visitor.say(ANSWERS[asking])
        visitor.is_answered(ANSWERS[asking])
    expect(choices.first).to_be_visible()
    slot = choices.first.inner_text()
    choices.first.click()
    visitor.is_answered(slot)
    lead = product.lead(visitor.conversation)
    assert lead["booking"] is not None
    assert (lead["channel"], lead["scores"]["temperature"]) == ("widget", "hot")
    visitor.page.reload()
    expect(visitor.log).to_contain_text(slot)


def test_a_person_takes_over_and_both_see_the_other_write(
    browser: Browser, visit: Visit, product: Served
) -> None:
    visitor = visit(product.url).open()
    visitor.say("Can I talk to a real person?")
    visitor.is_answered("real person")
    lead_id = product.lead(visitor.conversation)["id"]
    with browser.new_context() as context:
        rep = context.new_page()
        rep.goto(f"{product.url}/console/leads/{lead_id}")
        rep.get_by_label("E-mail address").fill("robin@bantam.example")
        rep.get_by_label("Password").fill(PASSWORD)
        rep.get_by_role("button", name="Log in").click()
        rep.get_by_role("button", name="I’ll take it").click()
        field = rep.get_by_role("textbox", name="Write to the visitor")
        field.press_sequentially("Hello, Robin here")
        expect(visitor.typing).to_be_visible()
        field.press("Control+Enter")
        expect(visitor.log).to_contain_text("Hello, Robin here")
        expect(visitor.typing).to_be_hidden()
        expect(field).to_be_focused()
        visitor.field.press_sequentially("We lose leads")
        expect(rep.locator("#writing")).to_contain_text("is writing")
        visitor.field.press("Enter")
        expect(rep.locator("#timeline")).to_contain_text("We lose leads")
        expect(rep.locator("#writing")).to_be_empty()
        said = [line["author"] for line in product.items(f"/api/leads/{lead_id}/transcript")]
        assert said[-2:] == ["rep", "visitor"]
        rep.get_by_role("button", name="Give back to the bot").click()
        expect(rep.get_by_text("The bot has it again")).to_be_visible()
    visitor.say(ANSWERS["timeframe"])
    visitor.is_answered(ANSWERS["timeframe"])


STRANGE = {
    "S06 restart": "/restart",
    "S06 intent": '/inform{"need": "owned"}',
    "S06 slot": "{need} {{7*7}} ${need} %(need)s",
    "S08 markup": "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>",
    "S08 query": "'); DROP TABLE leads; --",
    "S10 right to left": "\u202etegdub k05 si\u202c \u2066ok\u2069",
    "S10 zalgo": "h" + "\u0301\u0334\u0321" * 40 + "elp",
    "S10 emoji": "\U0001f914\U0001f3fd\u200d\u2640\ufe0f",
    "S05 long": "our follow-up is slow and " * 19 + "we lose leads",
}


def test_text_is_only_ever_text(visit: Visit, product: Served) -> None:
    visitor = visit(product.url).open()
    visitor.say(ANSWERS["need"])
    visitor.is_answered(ANSWERS["need"])
    for text in STRANGE.values():
        visitor.say(text)
        visitor.is_answered(text)
    lead = product.lead(visitor.conversation)
    transcript = product.items(f"/api/leads/{lead['id']}/transcript")
    said = [line["text"] for line in transcript if line["author"] == "visitor"]
    assert said == [ANSWERS["need"], *STRANGE.values()]
    visitor.sees(*[line["text"] for line in transcript])
    assert lead["bant"]["need"]["status"] == "met"
    assert lead["bant"]["budget"]["low"] is None
    assert "owned" not in visitor.page.title()
    replies = [line["text"] for line in transcript if line["author"] == "bot"]
    assert max(map(replies.count, replies)) <= 2


def test_S05_a_very_long_paste_is_cut_where_the_visitor_sees_it(visit: Visit, product: Served) -> None:
    visitor = visit(product.url).open()
    visitor.field.focus()
    visitor.page.keyboard.insert_text("too slow " * 12_000)
    expect(visitor.page.locator("bantam-chat .left")).to_have_text("0")
    visitor.field.press("Enter")
    visitor.is_answered("too slow")
    lead = product.lead(visitor.conversation)
    transcript = product.items(f"/api/leads/{lead['id']}/transcript")
    assert len(transcript[0]["text"]) <= 2_000


@pytest.mark.parametrize("end", [Served.kill, Served.stop], ids=["kill -9", "SIGTERM"])
def test_F20_a_restart_in_the_middle_of_a_talk_loses_nothing_and_repeats_nothing(
    visit: Visit, product: Served, end: Callable[[Served], object]
) -> None:
    visitor = visit(product.url).open()
    visitor.say(ANSWERS["need"])
    visitor.is_answered(ANSWERS["need"])
    visitor.say(ANSWERS["timeframe"])
    visitor.has_sent(ANSWERS["timeframe"])
    end(product)
    visitor.say(ANSWERS["budget"])
    expect(visitor.log.locator(".visitor.sending", has_text=ANSWERS["budget"])).to_have_count(1)
    product.start()
    visitor.has_sent(ANSWERS["budget"])
    visitor.is_answered(ANSWERS["budget"])
    lead_id = product.lead(visitor.conversation)["id"]
    transcript = product.items(f"/api/leads/{lead_id}/transcript")
    said = [ANSWERS[topic] for topic in ("need", "timeframe", "budget")]
    assert [line["text"] for line in transcript if line["author"] == "visitor"] == said
    assert [line["seq"] for line in transcript] == list(range(1, len(transcript) + 1))
    for _ in range(2):
        visitor.sees(*[line["text"] for line in transcript])
        visitor.page.reload()
    lead = product.lead(visitor.conversation)
    assert lead["bant"]["budget"]["low"] == 60_000
    assert lead["bant"]["timeframe"]["text"] == ANSWERS["timeframe"]
    assert_every_point_counts_once(product, lead)


def assert_every_point_counts_once(product: Served, lead: dict[str, Any]) -> None:
    lines = product.items(f"/api/leads/{lead['id']}/ledger")
    explicit = [line["reason"] for line in lines if line["kind"] == "explicit"]
    assert sorted(set(explicit)) == sorted(explicit)
    for axis in ("fit", "interest"):
        assert sum(line["points"] for line in lines if line["axis"] == axis) == lead["scores"][axis]
