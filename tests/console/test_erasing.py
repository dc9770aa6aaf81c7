"""Erasing a person from the lead card."""

import re
from dataclasses import replace

import pytest

from leads.domain.rep import Rep, Role
from leads.services import views
from leads.services.errors import LeadNotFound
from tests.support.console_app import ConsoleApp, Person


@pytest.fixture
def admin(app: ConsoleApp, robin: Rep) -> Rep:
    """Robin, who may do everything."""
    admin = replace(robin, role=Role.ADMIN)
    app.change_rep(admin)
    return admin


def test_an_admin_erases_whoever_asked_for_it(app: ConsoleApp, person: Person, admin: Rep) -> None:
    lead_id = app.talk("I'm Ana Lopez")
    page = person.get(f"/console/leads/{lead_id}").text
    assert re.search(r'<details id="erase">.*name="sure" value="yes" required', page, re.DOTALL)
    assert person.submit(f"/console/leads/{lead_id}/erase", sure="yes").url.path == "/console/"
    with pytest.raises(LeadNotFound):
        views.view(app.core, lead_id)
    assert person.get(f"/console/leads/{lead_id}").status_code == 404
    assert person.submit(f"/console/leads/{lead_id}/erase", sure="yes").status_code == 404


def test_nobody_is_erased_by_accident(app: ConsoleApp, person: Person, admin: Rep) -> None:
    lead_id = app.talk("I'm Ana Lopez")
    assert person.submit(f"/console/leads/{lead_id}/erase").status_code == 403
    assert views.view(app.core, lead_id).lead.id == lead_id


@pytest.mark.parametrize("role", [Role.REP, Role.MANAGER])
def test_S18_only_an_admin_may(app: ConsoleApp, person: Person, robin: Rep, role: Role) -> None:
    app.change_rep(replace(robin, role=role))
    lead_id = app.talk("I'm Ana Lopez")
    assert "Erase this person" not in person.get(f"/console/leads/{lead_id}").text
    assert person.submit(f"/console/leads/{lead_id}/erase", sure="yes").status_code == 403
    assert views.view(app.core, lead_id).lead.id == lead_id
