"""Whom we want and whom we do not, changed by form: a draft, and no score, until it is published."""

import re
from collections.abc import Iterator
from html import unescape

import pytest

from leads.domain.model import Persona
from leads.domain.rep import Role
from leads.services import versions
from leads.services.personas import personas_of
from leads.services.scoring import PersonaBand
from tests.support.console_app import ConsoleApp, Person

PAGE = "/console/scoring/personas"


@pytest.fixture
def manager(app: ConsoleApp) -> Iterator[Person]:
    mia = app.add_rep("Mia Stern", role=Role.MANAGER)
    with Person(app) as person:
        person.log_in(mia)
        yield person


def bands(app: ConsoleApp, number: str) -> list[PersonaBand]:
    version = versions.version_named(app.core, number)
    return personas_of(versions.model_of(app.core, version))


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


BROKER = {"name": "Broker", "words": "broker, estate agent", "persona": "anti", "points": "-30"}


def test_every_persona_is_on_the_page(app: ConsoleApp, manager: Person) -> None:
    page = manager.get(PAGE).text
    assert page.count('class="panel persona ') == len(bands(app, "1"))
    assert "Consultant Whom we do not want" in text_of(page)


def test_one_is_added_changed_and_taken_out_draft_by_draft(app: ConsoleApp, manager: Person) -> None:
    before = app.core.model
    added = manager.submit(PAGE, base="1", **BROKER, reason='Sells "for others"')
    assert "This is version 2" in text_of(added.text)
    broker = PersonaBand("broker", ("broker", "estate agent"), Persona.ANTI, -30, 'Sells "for others"')
    assert bands(app, "2") == [broker, *bands(app, "1")]
    manager.submit(PAGE, base="2", name="broker", words="broker", persona="", points="5", reason="May buy")
    assert bands(app, "3")[0] == PersonaBand("broker", ("broker",), None, 5, "May buy")
    manager.submit(f"{PAGE}/remove", base="3", name="student")
    assert "student" not in {band.name for band in bands(app, "4")}
    assert app.core.model == before
    assert len(versions.history(app.core).publications) == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"points": "many"}, "Points are a whole number."),
        ({"points": "200"}, "Points must be at most 100, got 200."),
        ({"words": " , "}, "Name at least one word"),
        ({"name": "Brök"}, "A name has up to 40 small letters"),
        ({"reason": "{secret}"}, "Reason mentions {secret}"),
        ({"reason": ""}, "Reason is empty."),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_kept(
    app: ConsoleApp, manager: Person, changes: dict[str, str], words: str
) -> None:
    page = manager.submit(PAGE, **({"base": "1", **BROKER, "reason": "Sells for others"} | changes))
    assert page.status_code == 422
    assert words in text_of(page.text)
    assert versions.history(app.core).drafts == ()


def test_reps_do_not_get_there(person: Person) -> None:
    assert person.get(PAGE).status_code == 403
    assert person.submit(PAGE, base="1", **BROKER, reason="x").status_code == 403
    assert "Personas" not in person.get("/console/scoring").text
