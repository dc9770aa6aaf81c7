"""The alarms page, and the line about alarms on the scoring page."""

import re
from html import unescape

import pytest

from leads.domain.facts import Signal, SignalKind
from leads.domain.rep import Rep
from leads.services import handoffs, intake
from tests.support.console_app import ConsoleApp, Person

PAGE = "/console/scoring/alarms"


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def does(app: ConsoleApp, lead_id: str, *kinds: SignalKind) -> None:
    with app.core.store.writing() as work:
        for kind in kinds:
            intake.add_signals(app.core, work, lead_id, [Signal(app.core.new_id(), kind, app.core.clock())])


@pytest.fixture
def visitors(app: ConsoleApp, robin: Rep) -> list[str]:
    """Twenty who came, were ready to buy, heard from Robin, and neither came back nor bought."""
    people = [app.talk("hello", sender=f"v-{number}") for number in range(20)]
    for lead_id in people:
        does(app, lead_id, SignalKind.PAGE_VIEW, SignalKind.QUOTE_REQUEST, SignalKind.QUOTE_REQUEST)
    app.pass_time(hours=1)
    for lead_id in people:
        talk = app.conversation_of(lead_id)
        handoffs.step_in(app.core, conversation_id=talk, rep_id=robin.id)
        handoffs.reply(app.core, conversation_id=talk, rep=robin, text="Hello")
    return people


def test_with_nothing_to_go_by_it_says_how_much_is_missing(person: Person) -> None:
    page = text_of(person.get(PAGE).text)
    assert "Too few to say anything: 20 more leads have to get there." in page
    assert "No first contact that is 14 days old yet." in page
    assert "alarm" not in text_of(person.get("/console/scoring").text).lower().replace("alarms", "")


def test_rows_93_and_117_are_raised_with_their_figures(
    app: ConsoleApp, person: Person, robin: Rep, visitors: list[str]
) -> None:
    app.pass_time(days=31)
    others = [app.talk("hello", sender=f"o-{number}") for number in range(20)]
    for lead_id in others:
        does(app, lead_id, SignalKind.PAGE_VIEW)
    app.pass_time(hours=1)
    ada = app.add_rep("Ada Quiet")
    for lead_id in others:
        talk = app.conversation_of(lead_id)
        handoffs.step_in(app.core, conversation_id=talk, rep_id=ada.id)
        app.pass_time(minutes=1)
        does(app, lead_id, SignalKind.REPEAT_VISIT)
    app.pass_time(days=15)
    person.log_in(robin)
    page = person.get(PAGE).text
    text = text_of(page)
    assert "Many leads reach the line and do not buy." in text
    assert "Bought 0 , 0 % (95 %: 0 to 16 %)" in text
    rows = [text_of(row) for row in re.findall(r"<tr.*?</tr>", page, re.DOTALL)]
    assert any("Robin" in row and "20 of 20 (100 %)" in row and "Alarm" in row for row in rows)
    assert any("Ada Quiet" in row and "0 of 20 (0 %)" in row and "Quiet" in row for row in rows)
    assert "2 alarms : what follows" in text_of(person.get("/console/scoring").text)
