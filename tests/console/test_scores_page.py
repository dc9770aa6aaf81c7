"""The scores of a lead at any moment: as they were, and under another version."""

import re
from html import unescape

from leads.services import versions
from tests.support.console_app import HOT_TALK, ConsoleApp, Person


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def sums(page: str) -> list[str]:
    return re.findall(r'data-sum="\w+">(-?\d+)<', page)


def test_a_card_leads_to_its_past(app: ConsoleApp, person: Person) -> None:
    lead_id = app.talk(*HOT_TALK[:2])
    then = sums(person.get(f"/console/leads/{lead_id}").text)
    app.pass_time(minutes=10)
    app.talk(*HOT_TALK[2:])
    now = sums(person.get(f"/console/leads/{lead_id}").text)
    assert then != now
    assert f"/console/leads/{lead_id}/scores" in person.get(f"/console/leads/{lead_id}").text
    past = person.get(f"/console/leads/{lead_id}/scores?at=2026-11-23T08:05").text  # 7:05 UTC
    assert sums(past) == then
    assert "As they were, from what was known then" in text_of(past)
    assert sums(person.get(f"/console/leads/{lead_id}/scores").text) == now


def test_another_version_would_have_had_it_differently(app: ConsoleApp, person: Person) -> None:
    lead_id = app.talk(*HOT_TALK)
    text = versions.version_named(app.core, "1").content
    versions.draft(app.core, text.replace("level: decider, points: 25", "level: decider, points: 1"), by="x")
    fit, _ = sums(person.get(f"/console/leads/{lead_id}/scores?model=1").text)
    less, _ = sums(person.get(f"/console/leads/{lead_id}/scores?model=2").text)
    assert int(fit) - int(less) == 24


def test_what_cannot_be_seen_is_told(app: ConsoleApp, person: Person) -> None:
    lead_id = app.talk("hello")
    for query, words in (
        ("at=yesterday", "no date and time"),
        ("at=0001-01-01T00:00", "no date and time"),
        ("at=2099-01-01T00:00", "not come yet"),
        ("model=77", "no such version"),
    ):
        page = person.get(f"/console/leads/{lead_id}/scores?{query}")
        assert page.status_code == 422
        assert words in page.text
    assert person.get("/console/leads/nobody/scores").status_code == 404
