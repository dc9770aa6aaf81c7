"""How reps let leads go, make deals of them, and note how those end."""

import pytest

from leads.domain.lead import DispositionReason, Stage
from leads.domain.outcomes import Result
from leads.domain.rep import Rep
from tests.console.test_lead_page import look, section, text_of
from tests.support.console_app import ConsoleApp, Person


@pytest.fixture
def lead_id(app: ConsoleApp) -> str:
    return app.talk("hello")


def stage_of(app: ConsoleApp, lead_id: str) -> Stage:
    with app.core.store.reading() as work:
        lead = work.leads.get(lead_id)
    assert lead is not None
    return lead.stage


def test_a_deal_is_made_in_one_click_and_won_later(
    app: ConsoleApp, person: Person, robin: Rep, lead_id: str
) -> None:
    path = f"/console/leads/{lead_id}"
    page = person.submit(f"{path}/disposition", exit="convert_to_deal")
    assert stage_of(app, lead_id) is Stage.CONVERTED
    assert "A deal" in text_of(section(page.text, "leave"))
    page = person.submit(f"{path}/outcome", outcome="won", note="signed today")
    assert text_of(section(page.text, "leave")).startswith("Won Noted just now")
    with app.core.store.reading() as work:
        outcome = work.outcomes.of_leads([lead_id])[lead_id][-1]
    assert (outcome.result, outcome.by, outcome.note) == (Result.WON, robin.id, "signed today")


def test_a_lead_is_let_go_with_a_reason(app: ConsoleApp, person: Person, lead_id: str) -> None:
    page = person.submit(
        f"/console/leads/{lead_id}/disposition",
        exit="unsuccessful_exit",
        reason="no_budget",
        note="next year",
    )
    assert stage_of(app, lead_id) is Stage.FAILED
    follow_up = text_of(section(page.text, "next"))
    assert "No budget" in follow_up
    assert "next year" in follow_up
    assert "Out of the pipeline" in text_of(section(page.text, "leave"))


def test_all_reasons_are_offered(person: Person, lead_id: str) -> None:
    offered = section(look(person, lead_id), "leave")
    for reason in DispositionReason:
        assert f'value="{reason}"' in offered


@pytest.mark.parametrize(
    ("form", "status", "words"),
    [
        ("disposition exit=unsuccessful_exit", 422, "needs a reason"),
        ("disposition exit=unsuccessful_exit reason=other", 422, "in a note"),
        ("disposition exit=vanish", 400, "what the form offers"),
        ("disposition exit=unsuccessful_exit reason=because", 400, "what the form offers"),
        ("outcome outcome=won", 422, "convert the lead to a deal first"),
        ("outcome outcome=maybe", 400, "what the form offers"),
    ],
)
def test_what_does_not_hold_together_is_refused_in_words(
    person: Person, lead_id: str, *, form: str, status: int, words: str
) -> None:
    path, *fields = form.split()
    before = look(person, lead_id)
    refused = person.submit(f"/console/leads/{lead_id}/{path}", **dict(each.split("=") for each in fields))
    assert refused.status_code == status
    assert words in text_of(refused.text)
    assert section(look(person, lead_id), "leave") == section(before, "leave")


def test_a_lead_that_is_not_there(person: Person) -> None:
    assert person.submit("/console/leads/nobody/disposition", exit="remove").status_code == 404
