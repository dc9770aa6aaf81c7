"""When a criterion is met, and the temperature that follows: the truth tables of the domain page."""

from dataclasses import replace
from itertools import product

import pytest

from leads.domain.answers import (
    Answer,
    Authority,
    AuthorityLevel,
    Budget,
    Standing,
    Text,
    Timeframe,
    Urgency,
    Value,
    YesNo,
)
from leads.domain.bant import Bant, Criterion, Temperature, bant, criterion, temperature
from leads.domain.topics import BANT, Topic
from tests.leads.domain.prospects import HOT, MODEL, TODAY, in_days, known, not_told, told, usd

MET, NOT_MET = Criterion.MET, Criterion.NOT_MET
UNKNOWN, DECLINED = Criterion.UNKNOWN, Criterion.DECLINED
ALL_MET = Bant(MET, MET, MET, MET)
HORIZON = MODEL.bar.horizon_days


def judged(answer: Answer) -> Criterion:
    return criterion(known(answer), answer.topic, bar=MODEL.bar, today=TODAY)


@pytest.mark.parametrize(
    ("topic", "value", "expected"),
    [
        pytest.param(Topic.NEED, Text("we lose leads"), MET, id="a need that is named"),
        pytest.param(Topic.NEED, YesNo(False), NOT_MET, id="no need"),
        pytest.param(Topic.NEED, YesNo(True), UNKNOWN, id="a need not named"),
        pytest.param(Topic.BUDGET, usd(5_000), MET, id="a budget at the floor"),
        pytest.param(Topic.BUDGET, usd(4_999), NOT_MET, id="a budget below"),
        pytest.param(Topic.BUDGET, Budget(available=False), NOT_MET, id="no budget"),
        pytest.param(Topic.BUDGET, usd(50_000, available=False), NOT_MET, id="an amount, but not available"),
        pytest.param(Topic.BUDGET, Budget(available=True), UNKNOWN, id="a budget of unknown size"),
        pytest.param(Topic.BUDGET, Budget(), UNKNOWN, id="words about a budget"),
        pytest.param(Topic.BUDGET, Text("plenty"), UNKNOWN, id="text is no budget"),
        pytest.param(Topic.AUTHORITY, Authority(AuthorityLevel.DECIDER), MET, id="decides"),
        pytest.param(Topic.AUTHORITY, Authority(AuthorityLevel.SHARED), MET, id="decides with others"),
        pytest.param(Topic.AUTHORITY, Authority(AuthorityLevel.INFLUENCER), NOT_MET, id="recommends"),
        pytest.param(Topic.AUTHORITY, Authority(AuthorityLevel.NONE), NOT_MET, id="others decide"),
        pytest.param(Topic.TIMEFRAME, Timeframe(urgency=Urgency.NOW), MET, id="now"),
        pytest.param(Topic.TIMEFRAME, Timeframe(urgency=Urgency.LATER), NOT_MET, id="no hurry"),
        pytest.param(Topic.TIMEFRAME, Timeframe(), UNKNOWN, id="a time without a date"),
        pytest.param(Topic.TIMEFRAME, in_days(0), MET, id="today"),
        pytest.param(Topic.TIMEFRAME, in_days(HORIZON), MET, id="the last day of the horizon"),
        pytest.param(Topic.TIMEFRAME, in_days(HORIZON + 1), NOT_MET, id="the day after"),
        pytest.param(Topic.TIMEFRAME, in_days(HORIZON, HORIZON + 90), MET, id="starts inside"),
        pytest.param(Topic.TIMEFRAME, in_days(-10, 0), MET, id="ends today"),
        pytest.param(Topic.TIMEFRAME, in_days(-10, -1), UNKNOWN, id="ended yesterday"),
        pytest.param(Topic.TIMEFRAME, Timeframe(latest=TODAY), MET, id="by today"),
        pytest.param(Topic.TIMEFRAME, Timeframe(earliest=TODAY), MET, id="not before today"),
        pytest.param(
            Topic.TIMEFRAME,
            replace(in_days(HORIZON + 1), latest=None),
            NOT_MET,
            id="not before the horizon's end",
        ),
    ],
)
def test_a_criterion_by_what_was_told(topic: Topic, value: Value, expected: Criterion) -> None:
    assert judged(told(topic, value)) is expected


@pytest.mark.parametrize("topic", BANT)
def test_not_knowing_and_not_telling_are_never_a_no(topic: Topic) -> None:
    assert judged(not_told(topic, Standing.UNKNOWN)) is UNKNOWN
    assert judged(not_told(topic, Standing.DECLINED)) is DECLINED
    assert criterion(known(), topic, bar=MODEL.bar, today=TODAY) is UNKNOWN


def test_all_four_criteria_are_read_from_their_answers() -> None:
    assert bant(known(*HOT), MODEL.bar, TODAY) == ALL_MET
    assert bant(known(), MODEL.bar, TODAY) == Bant()


# Need, budget, authority and timeframe met → hot. Need met and one or two others not met, unknown or declined
# → warm. Need met and all three others missing → cold. Need missing → cold.
MISSING_AMONG_OTHERS = {0: Temperature.HOT, 1: Temperature.WARM, 2: Temperature.WARM, 3: Temperature.COLD}


@pytest.mark.parametrize("others", list(product(Criterion, repeat=3)), ids="-".join)
def test_temperature_when_need_is_met(others: tuple[Criterion, Criterion, Criterion]) -> None:
    budget, authority, timeframe = others
    missing = sum(other is not MET for other in others)
    assert temperature(Bant(budget, authority, MET, timeframe)) is MISSING_AMONG_OTHERS[missing]


@pytest.mark.parametrize("need", [NOT_MET, UNKNOWN, DECLINED])
@pytest.mark.parametrize("others", list(product(Criterion, repeat=3)), ids="-".join)
def test_without_a_need_a_lead_is_cold(
    need: Criterion, others: tuple[Criterion, Criterion, Criterion]
) -> None:
    budget, authority, timeframe = others
    assert temperature(Bant(budget, authority, need, timeframe)) is Temperature.COLD


def test_what_is_missing_is_named() -> None:
    assert Bant(MET, DECLINED, MET, NOT_MET).missing == (Topic.AUTHORITY, Topic.TIMEFRAME)
    assert ALL_MET.missing == ()
