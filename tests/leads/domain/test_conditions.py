"""What scoring rules ask of an answer."""

from dataclasses import replace

import pytest

from leads.domain.answers import Authority, AuthorityLevel, Headcount, Text, Timeframe, Urgency, Value, YesNo
from leads.domain.bant import Criterion
from leads.domain.conditions import (
    AnyText,
    Condition,
    CriterionIs,
    Domains,
    Judged,
    LevelIs,
    Size,
    UrgencyIs,
    Within,
    Words,
)
from tests.leads.domain.prospects import TODAY, in_days

EXECUTIVE = Words.of(("ceo", "vp", "vice president", "gérant"))
FREE = Domains(frozenset({"gmail.com", "yahoo.co.uk"}))
MIDDLE = Size(20, 5_000)
SOON = Within(92)
LATER = UrgencyIs(Urgency.LATER)


def holds(condition: Condition, value: Value, criterion: Criterion = Criterion.UNKNOWN) -> bool:
    return condition.holds(Judged(value, criterion, TODAY))


@pytest.mark.parametrize(
    ("condition", "value", "expected"),
    [
        pytest.param(EXECUTIVE, Text("CEO"), True, id="a word, whatever the case"),
        pytest.param(EXECUTIVE, Text("VP, Engineering"), True, id="a word before punctuation"),
        pytest.param(EXECUTIVE, Text("Vice-President of Sales"), True, id="a phrase with a hyphen"),
        pytest.param(EXECUTIVE, Text("ge\u0301rant"), True, id="accents written in two characters"),
        pytest.param(EXECUTIVE, Text("gerant"), True, id="accents left out"),
        pytest.param(EXECUTIVE, Text("caecilian expert"), False, id="letters within a word"),
        pytest.param(EXECUTIVE, Text(""), False, id="no text"),
        pytest.param(EXECUTIVE, YesNo(True), False, id="words of no text"),
        pytest.param(FREE, Text("ada@gmail.com"), True, id="at a domain"),
        pytest.param(FREE, Text("ada@mail.yahoo.co.uk"), True, id="below a domain"),
        pytest.param(FREE, Text("ada@notgmail.com"), False, id="at another that ends alike"),
        pytest.param(FREE, Text("gmail.com@acme.example"), False, id="a domain as a name"),
        pytest.param(MIDDLE, Headcount(20, 20), True, id="the lower end"),
        pytest.param(MIDDLE, Headcount(5_000, 5_000), True, id="the upper end"),
        pytest.param(MIDDLE, Headcount(5_001, 5_001), False, id="above"),
        pytest.param(MIDDLE, Headcount(10, 30), True, id="of a range the upper end counts"),
        pytest.param(MIDDLE, Headcount(None, 10), False, id="up to, below"),
        pytest.param(MIDDLE, Headcount(100, None), True, id="at least"),
        pytest.param(MIDDLE, Headcount(), False, id="no number"),
        pytest.param(Size(low=5_001), Headcount(9_999, 9_999), True, id="no upper limit"),
        pytest.param(Size(high=4), Headcount(0, 0), True, id="no lower limit"),
        pytest.param(SOON, in_days(92), True, id="the last day"),
        pytest.param(SOON, in_days(93), False, id="a day late"),
        pytest.param(SOON, in_days(-9, -2), False, id="passed"),
        pytest.param(SOON, replace(in_days(400), earliest=None), True, id="by a day far away"),
        pytest.param(SOON, Timeframe(urgency=Urgency.NOW), True, id="now is soon"),
        pytest.param(SOON, Timeframe(urgency=Urgency.LATER), False, id="later is not soon"),
        pytest.param(SOON, Text("soon"), False, id="text is no time"),
        pytest.param(LATER, Timeframe(urgency=Urgency.LATER), True, id="no hurry"),
        pytest.param(LATER, replace(in_days(9), urgency=Urgency.LATER), False, id="a date beats a leaning"),
        pytest.param(LevelIs(AuthorityLevel.SHARED), Authority(AuthorityLevel.SHARED), True, id="level"),
        pytest.param(LevelIs(AuthorityLevel.SHARED), Authority(AuthorityLevel.NONE), False, id="other level"),
        pytest.param(AnyText(), Text("a spreadsheet"), True, id="anything named"),
        pytest.param(AnyText(), YesNo(False), False, id="nothing named"),
    ],
)
def test_a_condition_and_a_value(condition: Condition, value: Value, expected: bool) -> None:
    assert holds(condition, value) is expected


@pytest.mark.parametrize("criterion", Criterion)
def test_a_criterion_is_taken_as_it_was_judged(criterion: Criterion) -> None:
    assert holds(CriterionIs(Criterion.MET), Text("a need"), criterion) is (criterion is Criterion.MET)
