"""Each quadrant and temperature leads to one follow-up."""

from itertools import product

import pytest

from leads.domain.answers import Headcount, Text
from leads.domain.bant import Bant, Criterion
from leads.domain.facts import Facts
from leads.domain.followup import Followup, FollowupKind, followup, persona_of, unchecked
from leads.domain.lead import DispositionReason
from leads.domain.matrix import Quadrant
from leads.domain.model import Persona
from leads.domain.topics import Topic
from tests.leads.domain.prospects import MODEL, known, not_told, told

MET, NOT_MET = Criterion.MET, Criterion.NOT_MET
UNKNOWN, DECLINED = Criterion.UNKNOWN, Criterion.DECLINED
GOOD, GOOD_BUT_QUIET, POOR_BUT_KEEN, POOR = Quadrant

HOT = Bant(MET, MET, MET, MET)
NO_DATE_YET = Bant(budget=MET, authority=MET, need=MET, timeframe=UNKNOWN)
TWO_NOT_TOLD = Bant(budget=DECLINED, authority=UNKNOWN, need=MET, timeframe=MET)
TOO_SMALL = Bant(budget=NOT_MET, authority=MET, need=MET, timeframe=MET)
NOTHING_KNOWN = Bant()

STUDENT = known(told(Topic.ROLE, Text("student")))
CEO = known(told(Topic.ROLE, Text("CEO")))
TINY_COMPANY = known(told(Topic.EMPLOYEES, Headcount(1, 1)))
NOBODY = known()


def planned(quadrant: Quadrant, bant: Bant, facts: Facts = NOBODY) -> Followup:
    return followup(facts, MODEL, quadrant=quadrant, bant=bant)


@pytest.mark.parametrize(
    ("quadrant", "bant", "facts", "kind"),
    [
        pytest.param(GOOD, HOT, NOBODY, "sales_now", id="hot and good fit"),
        pytest.param(GOOD_BUT_QUIET, HOT, NOBODY, "sales_now", id="hot and good fit, few signals"),
        pytest.param(GOOD, NO_DATE_YET, NOBODY, "nurture", id="good fit, warm"),
        pytest.param(GOOD_BUT_QUIET, NO_DATE_YET, NOBODY, "nurture", id="good fit, warm, few signals"),
        pytest.param(GOOD, NOTHING_KNOWN, NOBODY, "nurture", id="good fit, cold"),
        pytest.param(POOR_BUT_KEEN, HOT, STUDENT, "self_serve", id="hot, but a poor fit"),
        pytest.param(POOR_BUT_KEEN, TWO_NOT_TOLD, NOBODY, "nurture", id="warm, only not told yet"),
        pytest.param(POOR_BUT_KEEN, TWO_NOT_TOLD, STUDENT, "self_serve", id="warm, but an anti-persona"),
        pytest.param(POOR_BUT_KEEN, TOO_SMALL, NOBODY, "self_serve", id="warm, but the budget is too small"),
        pytest.param(POOR_BUT_KEEN, NOTHING_KNOWN, NOBODY, "self_serve", id="keen, nothing known"),
        pytest.param(POOR, TWO_NOT_TOLD, NOBODY, "nurture", id="warm, few signals"),
        pytest.param(POOR, TOO_SMALL, NOBODY, "disqualify", id="poor fit, no budget"),
        pytest.param(POOR, NOTHING_KNOWN, CEO, "disqualify", id="poor fit, nothing known"),
    ],
)
def test_the_way_on(quadrant: Quadrant, bant: Bant, facts: Facts, kind: str) -> None:
    assert planned(quadrant, bant, facts).kind is FollowupKind(kind)


@pytest.mark.parametrize(
    ("facts", "bant", "reason", "days"),
    [
        pytest.param(STUDENT, Bant(budget=NOT_MET), "not_a_fit", None, id="anti-persona before all else"),
        pytest.param(
            known(told(Topic.EMPLOYEES, Headcount(1, 1))),
            TOO_SMALL,
            "not_a_fit",
            None,
            id="too small a company",
        ),
        pytest.param(CEO, TOO_SMALL, "no_budget", 180, id="no budget"),
        pytest.param(NOBODY, Bant(authority=NOT_MET), "no_authority", 30, id="no authority"),
        pytest.param(NOBODY, Bant(need=NOT_MET), "not_a_fit", None, id="cold out of target is let go"),
        pytest.param(CEO, Bant(need=NOT_MET), "not_ready_to_buy", 90, id="cold in target comes back"),
        pytest.param(NOBODY, Bant(timeframe=NOT_MET), "not_ready_to_buy", 90, id="too late"),
        pytest.param(NOBODY, NOTHING_KNOWN, "not_ready_to_buy", 90, id="unknown is never a no"),
    ],
)
def test_the_reason_to_let_go_and_the_day_to_come_back(
    facts: Facts, bant: Bant, reason: str, days: int | None
) -> None:
    let_go = planned(POOR, bant, facts)
    assert (let_go.reason, let_go.touch_in_days) == (DispositionReason(reason), days)
    assert let_go.missing == ()


def test_a_warm_lead_is_tagged_with_what_is_missing() -> None:
    nurture = planned(GOOD_BUT_QUIET, NO_DATE_YET, CEO)
    assert nurture.missing == (Topic.TIMEFRAME,)
    assert nurture.tags == ("quadrant:good_fit_less_interested", "persona:target", "missing:timeframe")
    assert nurture.touch_in_days == 14


def test_who_is_let_go_as_no_fit_is_tagged_with_why() -> None:
    assert planned(POOR, NOTHING_KNOWN, STUDENT).tags == (
        "quadrant:poor_fit_not_interested",
        "persona:anti",
        "misfit:role.student",
    )


def test_a_meeting_needs_no_touch() -> None:
    assert planned(GOOD, HOT) == Followup(FollowupKind.SALES_NOW, ("quadrant:good_fit_interested",))


@pytest.mark.parametrize(
    ("facts", "persona"), [(CEO, Persona.TARGET), (STUDENT, Persona.ANTI), (NOBODY, None)], ids=str
)
def test_a_role_makes_a_persona(facts: Facts, persona: Persona | None) -> None:
    assert persona_of(facts, MODEL) is persona


@pytest.mark.parametrize("quadrant", Quadrant)
def test_a_reason_is_there_exactly_when_they_are_let_go(quadrant: Quadrant) -> None:
    for statuses, facts in product(product(Criterion, repeat=4), (NOBODY, CEO, STUDENT)):
        way_on = planned(quadrant, Bant(*statuses), facts)
        assert (way_on.reason is not None) is (way_on.kind is FollowupKind.DISQUALIFY)


@pytest.mark.parametrize(
    ("quadrant", "bant", "facts", "path"),
    [
        pytest.param(GOOD, NOTHING_KNOWN, CEO, "revive", id="cold, whom we want"),
        pytest.param(GOOD, NOTHING_KNOWN, NOBODY, "nurture", id="cold, and nobody we know"),
        pytest.param(GOOD, NO_DATE_YET, CEO, "nurture", id="warm, whom we want"),
        pytest.param(POOR, NOTHING_KNOWN, CEO, "revive", id="cold, whom we want, too little known"),
        pytest.param(POOR, NOTHING_KNOWN, STUDENT, "stay_in_touch", id="cold, whom we do not want"),
        pytest.param(POOR_BUT_KEEN, NOTHING_KNOWN, CEO, "self_serve", id="keen"),
    ],
)
def test_whoever_is_cold_and_whom_we_want_is_revived(
    quadrant: Quadrant, bant: Bant, facts: Facts, path: str
) -> None:
    assert planned(quadrant, bant, facts).path == path


def test_nobody_is_called_cold_before_all_is_found_out() -> None:
    assert unchecked(NOBODY, MODEL) == MODEL.research
    asked = known(told(Topic.ROLE, Text("CEO")), not_told(Topic.BUDGET))
    assert set(MODEL.research) - set(unchecked(asked, MODEL)) == {Topic.ROLE, Topic.BUDGET}


@pytest.mark.parametrize(
    ("quadrant", "bant", "days"),
    [
        pytest.param(GOOD, NO_DATE_YET, 3, id="the quadrant is sooner"),
        pytest.param(POOR, TWO_NOT_TOLD, 14, id="the temperature is sooner"),
        pytest.param(GOOD_BUT_QUIET, NOTHING_KNOWN, 14, id="nothing for the temperature"),
    ],
)
def test_a_nurtured_lead_is_touched_when_quadrant_or_temperature_says_so(
    quadrant: Quadrant, bant: Bant, days: int
) -> None:
    assert planned(quadrant, bant).touch_in_days == days
