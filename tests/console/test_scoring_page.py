"""The scoring sheet: everybody can read what counts, how much, and what happens then."""

import re
from dataclasses import replace
from html import unescape

from console.sheet import too_many_segments
from tests.support.console_app import ConsoleApp, Person


def sheet(person: Person) -> str:
    page = person.get("/console/scoring")
    assert page.status_code == 200
    return page.text


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def rows(page: str, caption: str) -> list[str]:
    table = next(table for table in re.findall(r"<table.*?</table>", page, re.DOTALL) if caption in table)
    return [text_of(row) for row in re.findall(r"<tr>.*?</tr>", table, re.DOTALL)[1:]]


def test_every_rule_of_the_model_is_on_the_sheet(app: ConsoleApp, person: Person) -> None:
    page = sheet(person)
    model = app.core.model
    bands = sum(len(rules.bands) for rules in model.answers.values())
    signals = sum(len(group.signals) for group in model.signals)
    outcomes = len(model.touches.by_quadrant) + len(model.touches.by_reason)
    assert page.count("<tr>") - page.count("<thead><tr>") == bands + signals + outcomes


def test_a_row_says_what_counts_how_much_and_what_a_card_says(person: Person) -> None:
    page = sheet(person)
    assert rows(page, "<caption>Budget</caption>")[0] == (
        "Budget is met +30 Budget of … reaches our floor of 5,000 USD"
    )
    roles = rows(page, "<caption>Role</caption>")
    assert any("whom we do not want −40" in row and "student" in row for row in roles)
    assert "Within 92 days +35 Wants it within three months" in rows(page, "<caption>Timeframe</caption>")
    assert "20 to 5,000 people +15" in rows(page, "<caption>Employees</caption>")[2]
    assert rows(page, "<caption>Country</caption>")[0].startswith("Cuba, Iran, ")
    assert "40 points at most" in page


def test_it_says_what_happens_with_a_lead(person: Person) -> None:
    text = text_of(sheet(person))
    for words in (
        "fit from 50, interest from 50",
        "Good fit, interested Sales, now Touched again after 3 days",
        "Let go: not a fit Closed politely, with the reason Never touched again by itself",
        "Need met when a problem or goal that we solve is named",
        "After 30 quiet days it fades, by half every 90 days.",
        "yearly 12 months, quarterly 3 months",
    ):
        assert words in text, words


def test_too_many_segments_are_warned_of(app: ConsoleApp, person: Person) -> None:
    assert "segments are active" not in sheet(person)
    assert not too_many_segments(replace(app.core.model, segments=tuple("abcde")))
    assert too_many_segments(replace(app.core.model, segments=tuple("abcdef")))


def test_whoever_is_not_logged_in_does_not_see_it(app: ConsoleApp) -> None:
    with Person(app) as stranger:
        assert stranger.get("/console/scoring").url.path == "/console/login"
