"""Calibration in the console: what was learnt, and drafts made of it."""

import re
from html import unescape

import pytest

from leads.adapters.bayesian_logistic import BayesianLogistic
from leads.domain.rep import Rep, Role
from leads.services import calibrating, versions
from tests.support.console_app import ConsoleApp, Person
from tests.support.outcomes import filled

PAGE = "/console/scoring/calibration"


@pytest.fixture
def boss(app: ConsoleApp) -> Rep:
    return app.add_rep("Maya Ortiz", role=Role.MANAGER)


@pytest.fixture
def manager(app: ConsoleApp, boss: Rep) -> Person:
    person = Person(app)
    person.log_in(boss)
    return person


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_before_anything_was_learnt(manager: Person) -> None:
    text = text_of(manager.get(PAGE).text)
    assert "Not calibrated yet" in text
    assert "Calibrate now" in text


def test_too_few_outcomes_say_how_many_more_are_needed(app: ConsoleApp, manager: Person) -> None:
    filled(app.core, leads=10)
    page = manager.submit(PAGE)
    text = text_of(page.text)
    tally = calibrating.ended_leads(app.core).tally
    assert page.url.path == PAGE
    assert "Too few outcomes" in text
    assert f"{20 - tally.won} more won and {20 - tally.lost} more lost are needed" in text


def test_what_was_learnt_is_on_the_page(app: ConsoleApp, manager: Person) -> None:
    filled(app.core, leads=400)
    page = manager.submit(PAGE).text
    text = text_of(page)
    for words in (
        "Learnt from 400 outcomes",
        "by Maya Ortiz",
        "Sent a form Now 10 Suggested −",
        "calls a month",
        "Brier score 0.1",
        "Asked for a quote",
        "× ",
    ):
        assert words in text, words
    assert page.count('class="dot-with-span"') == 10
    assert page.count('class="interval"') >= 3


def test_an_accepted_suggestion_is_a_draft_and_changes_nothing(app: ConsoleApp, manager: Person) -> None:
    filled(app.core, leads=400)
    manager.submit(PAGE)
    before = app.core.model
    page = manager.submit(f"{PAGE}/accept", suggestion="requests.form_submit")
    draft = versions.history(app.core).drafts[0]
    assert page.url.path == f"/console/scoring/versions/{draft.number}"
    assert "Learnt from 400 outcomes: requests.form_submit 10 →" in text_of(page.text)
    assert app.core.model is before


def test_all_suggestions_make_one_draft(app: ConsoleApp, manager: Person) -> None:
    filled(app.core, leads=400)
    manager.submit(PAGE)
    manager.submit(f"{PAGE}/accept", suggestion="all")
    (draft,) = versions.history(app.core).drafts
    found = calibrating.latest(app.core)
    assert found is not None
    assert found.findings is not None
    assert len(found.findings.suggestions) > 1
    assert all(each.name in draft.note for each in found.findings.suggestions)


def test_what_was_not_suggested_is_refused(manager: Person) -> None:
    for name in ("need.named", "all", ""):
        refused = manager.submit(f"{PAGE}/accept", suggestion=name)
        assert refused.status_code == 422
        assert "Calibrate first" in text_of(refused.text)


def test_it_is_for_managers(person: Person) -> None:
    assert person.get(PAGE).status_code == 403
    assert person.submit(PAGE).status_code == 403
    assert person.submit(f"{PAGE}/accept", suggestion="all").status_code == 403


def test_a_card_shows_the_chance_once_it_was_learnt(app: ConsoleApp, person: Person) -> None:
    filled(app.core, leads=400)
    lead_id = app.talk("We lose leads because nobody answers them at night", "I decide alone")
    assert "Chance of winning" not in person.get(f"/console/leads/{lead_id}").text
    calibrating.calibrate(app.core, BayesianLogistic(), by="robin")
    card = text_of(person.get(f"/console/leads/{lead_id}").text)
    found = re.search(
        r"Chance of winning (\d+)% \((\d+) to (\d+)%\), learnt from 400 outcomes under (\S+)", card
    )
    assert found
    chance, low, high = (int(number) for number in found.groups()[:3])
    assert low < chance < high
    assert found[4] == app.core.model.version
