"""Editing, trying out, publishing and rolling back the scoring model from the console."""

import re
import time
from collections.abc import Iterator
from html import unescape

import pytest

from leads.domain.rep import Role
from leads.services import versions
from tests.support.console_app import HOT_TALK, ConsoleApp, Person

EDIT = "/console/scoring/edit"
LIST = "/console/scoring/versions"


@pytest.fixture
def manager(app: ConsoleApp) -> Iterator[Person]:
    """Mia, who manages, logged in."""
    mia = app.add_rep("Mia Stern", role=Role.MANAGER)
    with Person(app) as person:
        person.log_in(mia)
        yield person


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def file_on(page: str) -> str:
    found = re.search(r"<textarea[^>]*>\n?(.*?)</textarea>", page, re.DOTALL)
    assert found
    return unescape(found[1])


def parent_on(page: str) -> str:
    found = re.search(r'name="parent" value="([^"]+)"', page)
    assert found
    return found[1]


def keep(person: Person, old: str, new: str, note: str = "") -> str:
    """Edit the version in force; the page that follows."""
    page = person.get(EDIT).text
    text = file_on(page)
    assert text.count(old) == 1
    edited = text.replace(old, new).replace("\n", "\r\n")  # as browsers send it
    return person.submit(EDIT, text=edited, parent=parent_on(page), note=note).text


def test_the_text_area_holds_the_file_as_it_is(app: ConsoleApp, manager: Person) -> None:
    in_force = versions.history(app.core).in_force
    assert in_force
    assert file_on(manager.get(EDIT).text) == in_force.content


def test_a_draft_shows_what_it_would_change_and_changes_nothing(app: ConsoleApp, manager: Person) -> None:
    before = app.core.model
    page = text_of(keep(manager, "  fit: 50\n", "  fit: 75\n", "Too many calls"))
    assert "Version 2: first-guesses Draft" in page
    assert "Thresholds › fit 50 75" in page
    assert "Too many calls" in page
    assert "by Mia Stern" in page
    assert app.core.model == before


def test_a_mistake_is_told_with_its_line_and_nothing_typed_is_lost(app: ConsoleApp, manager: Person) -> None:
    text = versions.version_named(app.core, "1").content
    line = text[: text.index("  fit: 50\n")].count("\n") + 1
    page = keep(manager, "  fit: 50\n", "  fit: fifty & <b>\n", "typed")
    assert f"Line {line} : fit must be a whole number, got 'fifty & <b>'" in text_of(page)
    assert "  fit: fifty & <b>\n" in file_on(page)
    assert "<b>\n" not in page.split("<textarea")[1].split("</textarea>")[0]
    assert 'value="typed"' in page
    assert len(versions.history(app.core).versions) == 1


def test_what_a_version_would_change_is_shown_before_anybody_is_bound(
    app: ConsoleApp, manager: Person
) -> None:
    lead_id = app.talk(*HOT_TALK)
    app.talk("hello", sender="ben")
    keep(manager, "  fit: 50\n", "  fit: 99\n")
    page = tried(manager)
    assert "Of 2 leads, the scores of 0 would change." in page
    assert "1 Good fit, interested Poor fit, interested" in page
    assert "Nobody yet 1 0 0 1" in page
    assert "No longer for sales Good fit, interested, hot" in page
    with app.core.store.reading() as work:
        lead = work.leads.get(lead_id)
    assert lead
    assert lead.quadrant == "good_fit_interested"


def tried(person: Person) -> str:
    while "Going over the leads" in (page := text_of(person.get(f"{LIST}/2/preview").text)):
        time.sleep(0.05)
    return page


def test_publishing_and_rolling_back_stand_in_the_history(app: ConsoleApp, manager: Person) -> None:
    first = app.core.model
    keep(manager, "  fit: 50\n", "  fit: 75\n")
    page = text_of(manager.submit(f"{LIST}/2/publish", note="Agreed on Monday").text)
    assert "2: first-guesses In force" in page
    assert "by Mia Stern : Agreed on Monday" in page
    assert app.core.model.thresholds.fit == 75
    assert "fit from 75" in text_of(manager.get("/console/scoring").text)
    assert "Roll back to it" in manager.get(f"{LIST}/1").text
    manager.submit(f"{LIST}/1/publish")
    assert app.core.model == first


def test_a_draft_can_be_thrown_away(app: ConsoleApp, manager: Person) -> None:
    keep(manager, "  fit: 50\n", "  fit: 75\n")
    manager.submit(f"{LIST}/2/discard")
    assert versions.history(app.core).drafts == ()
    assert manager.get(f"{LIST}/2").status_code == 404
    assert manager.submit(f"{LIST}/1/discard").status_code == 422


def test_reps_may_look_and_not_touch(app: ConsoleApp, manager: Person, person: Person) -> None:
    keep(manager, "  fit: 50\n", "  fit: 75\n")
    for path in (LIST, f"{LIST}/1", f"{LIST}/2"):
        page = person.get(path)
        assert page.status_code == 200
        assert "/publish" not in page.text
        assert EDIT not in page.text
    assert person.get(EDIT).status_code == 403
    assert person.get(f"{LIST}/2/preview").status_code == 403
    for path in (EDIT, f"{LIST}/2/publish", f"{LIST}/2/discard"):
        assert person.submit(path, text="", parent="", note="").status_code == 403
    assert len(versions.history(app.core).publications) == 1


def test_a_form_from_elsewhere_publishes_nothing(app: ConsoleApp, manager: Person) -> None:
    keep(manager, "  fit: 50\n", "  fit: 75\n")
    assert manager.post(f"{LIST}/2/publish", data={"csrf": "guessed"}).status_code == 403
    assert len(versions.history(app.core).publications) == 1


def test_the_record_says_who_published(app: ConsoleApp, manager: Person) -> None:
    keep(manager, "  fit: 50\n", "  fit: 75\n")
    manager.submit(f"{LIST}/2/publish")
    with app.core.store.reading() as work:
        mia = work.reps.by_email("mia@bantam.example")
        (published, *_) = work.scoring.history().publications
    assert mia
    assert published.by == mia.id


@pytest.mark.parametrize("path", [f"{LIST}/99", f"{LIST}/x", f"{EDIT}?from=99"])
def test_what_is_not_there_is_not_found(manager: Person, path: str) -> None:
    assert manager.get(path).status_code == 404


def test_other_lines_are_tried_on_the_past(app: ConsoleApp, manager: Person, person: Person) -> None:
    app.talk(*HOT_TALK)
    assert "Ever reached" not in manager.get("/console/scoring/what-if").text
    while "Going over the leads" in (page := what_if(manager, "99")):
        time.sleep(0.05)
    assert "Of 1 leads" in page
    assert "A good fit 1 0 0 1" in page
    assert "November 2026 1 → 0" in page
    for wrong in ("0", "101", "x", "１"):
        assert manager.get(f"/console/scoring/what-if?fit={wrong}").status_code == 422
    assert person.get("/console/scoring/what-if").status_code == 403


def what_if(person: Person, fit: str) -> str:
    return text_of(person.get(f"/console/scoring/what-if?fit={fit}&interest=50&ready=60").text)
