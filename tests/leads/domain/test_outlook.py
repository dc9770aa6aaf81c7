"""What it would take: the fewest answers that would make a lead one for sales."""

from dataclasses import replace
from functools import partial
from itertools import combinations

import pytest
from hypothesis import given, settings

from leads.domain.answers import Answer, Authority, AuthorityLevel, Text, Value
from leads.domain.bant import Temperature, bant
from leads.domain.facts import Facts, Signal
from leads.domain.followup import FollowupKind, followup
from leads.domain.ledger import totals
from leads.domain.matrix import Quadrant, quadrant
from leads.domain.model import TopicRules
from leads.domain.outlook import Outlook, outlook
from leads.domain.scoring import score_lines
from leads.domain.topics import BANT, Topic
from tests.leads.domain.prospects import (
    HOT,
    MODEL,
    NOW,
    SAMPLES,
    histories,
    known,
    not_told,
    told,
)

History = tuple[tuple[Answer, ...], tuple[Signal, ...]]
NEED, BUDGET, AUTHORITY, TIMEFRAME = HOT


def worth(topic: Topic, value: Value) -> int:
    scores = totals(score_lines(known(told(topic, value)), MODEL, NOW))
    return scores.fit + scores.interest


BEST = {topic: max(values, key=partial(worth, topic)) for topic, values in SAMPLES.items()}


def found(facts: Facts) -> Outlook:
    seen = outlook(facts, MODEL, NOW)
    assert seen is not None
    return seen


def is_for_sales(facts: Facts) -> bool:
    place = quadrant(totals(score_lines(facts, MODEL, NOW)), MODEL.thresholds)
    criteria = bant(facts, MODEL.bar, NOW.date())
    return followup(facts, MODEL, quadrant=place, bant=criteria).kind is FollowupKind.SALES_NOW


@pytest.mark.parametrize(
    ("answers", "topic", "reason"),
    [
        pytest.param(
            (NEED, AUTHORITY, TIMEFRAME),
            Topic.BUDGET,
            "Budget of 5,000 USD reaches our floor of 5,000 USD",
            id="not asked yet",
        ),
        pytest.param(
            (NEED, AUTHORITY, TIMEFRAME, not_told(Topic.BUDGET)),
            Topic.BUDGET,
            "Budget of 5,000 USD reaches our floor of 5,000 USD",
            id="not told",
        ),
        pytest.param(
            (NEED, BUDGET, TIMEFRAME, told(Topic.AUTHORITY, Authority(AuthorityLevel.INFLUENCER))),
            Topic.AUTHORITY,
            "Has the final yes or no",
            id="not met",
        ),
        pytest.param((NEED, BUDGET, AUTHORITY), Topic.TIMEFRAME, "Wants it within three months", id="date"),
        pytest.param(
            (BUDGET, AUTHORITY, TIMEFRAME), Topic.NEED, "Named a problem or goal that we solve", id="need"
        ),
    ],
)
def test_the_one_answer_that_would_make_this_hot(
    answers: tuple[Answer, ...], topic: Topic, reason: str
) -> None:
    seen = found(known(*answers))
    assert {at: line.reason for at, line in seen.lines.items() if line} == {topic: reason}
    assert (seen.temperature, seen.quadrant) == (Temperature.HOT, Quadrant.GOOD_FIT_INTERESTED)


def test_a_lead_for_sales_needs_no_answer_more() -> None:
    assert found(known(*HOT)).lines == {}


def test_of_nobody_known_all_four_are_needed() -> None:
    assert set(found(known()).lines) == set(BANT)


def test_when_the_four_are_not_enough_what_brings_most_fit_comes_first() -> None:
    modest = (
        NEED,
        TIMEFRAME,
        AUTHORITY,
        told(Topic.EMAIL, Text("x@mailinator.com")),
        told(Topic.COUNTRY, Text("KP")),
    )
    seen = found(known(*modest))
    assert list(seen.lines) == [Topic.BUDGET, Topic.ROLE]
    assert seen.scores.fit == 25 - 10 - 10 + 30 + 15


def test_no_answer_makes_a_student_one_for_sales() -> None:
    assert outlook(known(NEED, told(Topic.ROLE, Text("student"))), MODEL, NOW) is None


def fewest(facts: Facts) -> int | None:
    """How many answers it takes, by trying the best of every combination."""
    may_change = [topic for topic in MODEL.questions.order if topic in BANT or facts.value(topic) is None]
    for count in range(len(may_change) + 1):
        for topics in combinations(may_change, count):
            hoped = {topic: told(topic, BEST[topic], minute=60) for topic in topics}
            if is_for_sales(Facts({**facts.answers, **hoped}, facts.signals)):
                return count
    return None


@settings(max_examples=40)
@given(histories())
def test_no_fewer_answers_would_do(history: History) -> None:
    facts = known(*history[0], signals=history[1])
    seen = outlook(facts, MODEL, NOW)
    assert (len(seen.lines) if seen else None) == fewest(facts)


def test_a_model_without_rules_for_a_topic_still_needs_its_criterion() -> None:
    no_authority: dict[Topic, TopicRules] = {
        topic: rules for topic, rules in MODEL.answers.items() if topic is not Topic.AUTHORITY
    }
    facts = known(
        NEED, BUDGET, TIMEFRAME, told(Topic.ROLE, Text("CEO")), told(Topic.INDUSTRY, Text("software"))
    )
    seen = outlook(facts, replace(MODEL, answers=no_authority), NOW)
    assert seen is not None
    assert seen.lines == {Topic.AUTHORITY: None}
