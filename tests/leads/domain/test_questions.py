"""Which question comes next, and that questions stop exactly when nothing can change the outcome."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from leads.domain.answers import (
    Answer,
    Authority,
    AuthorityLevel,
    Budget,
    Headcount,
    SlotChoice,
    Text,
    Timeframe,
    Urgency,
    YesNo,
)
from leads.domain.bant import Temperature, bant, temperature
from leads.domain.facts import Facts, SignalKind
from leads.domain.followup import FollowupKind, followup
from leads.domain.ledger import totals
from leads.domain.matrix import Quadrant, quadrant
from leads.domain.model import Questions, ScoringModel
from leads.domain.questions import next_question
from leads.domain.scoring import lines_before_limits, score_lines
from leads.domain.topics import Topic
from tests.leads.domain.prospects import (
    HOT,
    MODEL,
    NOW,
    TODAY,
    answers_to,
    did,
    in_days,
    known,
    not_told,
    told,
    usd,
)

QUALIFYING = MODEL.questions.order
WITH_NEED, WITH_BUDGET, DECIDER, SOON = HOT
OTHERS_DECIDE = told(Topic.AUTHORITY, Authority(AuthorityLevel.NONE))
TOO_SMALL = told(Topic.BUDGET, usd(100))
NEXT_YEAR = told(Topic.TIMEFRAME, in_days(300))
NO_HURRY = told(Topic.TIMEFRAME, Timeframe(urgency=Urgency.LATER))
CEO = told(Topic.ROLE, Text("CEO"))
MANAGER = told(Topic.ROLE, Text("Sales manager"))
COMPANY_OF_200 = told(Topic.EMPLOYEES, Headcount(200, 200))
STUDENT = told(Topic.ROLE, Text("student"))
EMAIL = told(Topic.EMAIL, Text("ada@acme.example"))
NAME = told(Topic.NAME, Text("Ada"))

TOO_LITTLE = (YesNo(True), Budget(available=True), in_days(-30, -10))

CLOSED = st.frozensets(st.sampled_from(QUALIFYING), max_size=2)


@st.composite
def half_known(draw: st.DrawFn, *, answered: int = 3) -> Facts:
    """A prospect who answered about need and at least so many questions, and did one thing or another."""
    topics = draw(st.sets(st.sampled_from([*QUALIFYING, Topic.EMAIL]), min_size=answered))
    answers = {topic: draw(st.sampled_from(answers_to(topic))) for topic in sorted({Topic.NEED, *topics})}
    kinds = draw(st.lists(st.sampled_from(SignalKind), max_size=4))
    return known(*answers.values(), signals=tuple(chain.from_iterable(did(kind) for kind in {*kinds})))


def asked_of(answers: dict[Topic, Answer], *, model: ScoringModel = MODEL) -> list[Topic]:
    """Every question somebody hears who answers like this, declines all else, and gets a meeting."""
    facts, asked = Facts(), list[Topic]()
    while topic := next_question(facts, model, TODAY, closed={Topic.SLOT} & set(asked)):
        asked.append(topic)
        answer = answers.get(topic) or not_told(topic, minute=len(asked))
        facts = with_more(facts, {topic: answer})
        assert len(asked) < 20, asked
    return asked


def by_topic(*answers: Answer) -> dict[Topic, Answer]:
    return {answer.topic: answer for answer in answers}


def still_open(facts: Facts, topics: Iterable[Topic], closed: Set[Topic]) -> list[Topic]:
    """The topics without an answer that says enough."""
    enough = {topic for topic in facts.answers if facts.value(topic) not in TOO_LITTLE}
    return [topic for topic in topics if topic not in enough | closed]


def with_more(facts: Facts, answers: Mapping[Topic, Answer]) -> Facts:
    return Facts({**facts.answers, **answers}, facts.signals)


def ways_to_answer(topics: Sequence[Topic]) -> Iterator[dict[Topic, Answer]]:
    """The worst answers to all, and each answer to one beside the best, or none, to the others."""
    best = {topic: max(answers_to(topic), key=worth) for topic in topics}
    none = {topic: not_told(topic) for topic in topics}
    yield {topic: min(answers_to(topic), key=worth) for topic in topics}
    for topic in topics:
        for answer in answers_to(topic):
            yield best | {topic: answer}
            yield none | {topic: answer}


def worth(answer: Answer) -> int:
    return sum(line.points for line in lines_before_limits(known(answer), MODEL, TODAY))


def outcome(facts: Facts) -> tuple[Quadrant, Temperature, FollowupKind]:
    cell = quadrant(totals(score_lines(facts, MODEL, NOW)), MODEL.thresholds)
    criteria = bant(facts, MODEL.bar, TODAY)
    return cell, temperature(criteria), followup(facts, MODEL, quadrant=cell, bant=criteria).kind


def wants_to_meet(facts: Facts) -> bool:
    return any(signal.kind is SignalKind.MEETING_REQUESTED for signal in facts.signals)


def needs_nothing(facts: Facts) -> bool:
    return facts.value(Topic.NEED) == YesNo(False)


@pytest.mark.parametrize(
    ("prospect", "asked"),
    [
        pytest.param(
            (*HOT, CEO, NAME, EMAIL),
            "need timeframe budget authority role name email slot",
            id="hot: nothing about the company could still turn it",
        ),
        pytest.param(
            (*HOT, MANAGER, NAME, EMAIL, COMPANY_OF_200),
            "need timeframe budget authority role employees name email slot",
            id="hot: a tiny company could still turn it",
        ),
        pytest.param(
            (*HOT, CEO, NAME),
            "need timeframe budget authority role name email phone slot",
            id="hot: without an e-mail address the phone is asked",
        ),
        pytest.param(
            (WITH_NEED, WITH_BUDGET, DECIDER, CEO, NAME, EMAIL),
            "need timeframe budget authority role name email consent",
            id="warm: the timeframe is not told",
        ),
        pytest.param(
            (WITH_NEED, WITH_BUDGET, DECIDER, CEO),
            "need timeframe budget authority role name email",
            id="warm: no consent is asked for an address not given",
        ),
        pytest.param(
            (WITH_NEED, SOON, DECIDER, CEO, COMPANY_OF_200, EMAIL),
            "need timeframe budget authority role employees industry country name email consent",
            id="warm: without a budget the company decides",
        ),
        pytest.param(
            (WITH_NEED, NEXT_YEAR, WITH_BUDGET, DECIDER, CEO),
            "need timeframe budget authority current_solution role name email",
            id="later: what they use today makes up for the time",
        ),
        pytest.param(
            (*HOT, STUDENT, NAME, EMAIL, COMPANY_OF_200),
            "need timeframe budget authority role name email employees industry consent",
            id="anti-persona: with a business address the company could turn it",
        ),
        pytest.param(
            (WITH_NEED, NO_HURRY, TOO_SMALL, OTHERS_DECIDE, STUDENT),
            "need timeframe budget authority role",
            id="let go: no contact data is asked for",
        ),
        pytest.param((), "need budget authority role", id="tells nothing"),
    ],
)
def test_the_way_through_a_conversation(prospect: tuple[Answer, ...], asked: str) -> None:
    assert " ".join(asked_of(by_topic(*prospect))) == asked


@pytest.mark.parametrize(
    ("answer", "others"),
    [
        pytest.param(told(Topic.NEED, YesNo(True)), (), id="a need, but which?"),
        pytest.param(told(Topic.BUDGET, Budget(available=True)), (WITH_NEED, SOON), id="how much money?"),
        pytest.param(told(Topic.TIMEFRAME, in_days(-30, -1)), (WITH_NEED,), id="a time that has passed"),
        pytest.param(told(Topic.SLOT, SlotChoice(index=0)), (*HOT, CEO, NAME, EMAIL), id="a slot not booked"),
    ],
)
def test_an_answer_that_says_too_little_is_asked_for_again(
    answer: Answer, others: tuple[Answer, ...]
) -> None:
    assert next_question(known(answer, *others), MODEL, TODAY) is answer.topic


def test_a_topic_that_is_closed_is_passed_over() -> None:
    hot = known(*HOT, CEO)
    closed: Set[Topic] = {Topic.NAME, Topic.EMAIL}
    assert next_question(hot, MODEL, TODAY, closed=closed) is Topic.PHONE
    assert next_question(hot, MODEL, TODAY, closed={*closed, Topic.PHONE}) is Topic.SLOT
    assert next_question(hot, MODEL, TODAY, closed={*closed, Topic.PHONE, Topic.SLOT}) is None
    assert next_question(known(), MODEL, TODAY, closed={Topic.NEED}) is Topic.BUDGET


def test_a_model_can_ask_for_what_changes_nothing() -> None:
    curious = replace(MODEL, questions=Questions(QUALIFYING, frozenset({Topic.COMPANY})))
    assert Topic.COMPANY in asked_of(by_topic(*HOT, CEO, NAME, EMAIL), model=curious)
    assert Topic.COMPANY not in asked_of(by_topic(*HOT, CEO, NAME, EMAIL))


def test_a_model_can_ask_in_another_order() -> None:
    order = (Topic.NEED, Topic.AUTHORITY, *(topic for topic in QUALIFYING if topic is not Topic.AUTHORITY))
    authority_first = replace(MODEL, questions=Questions(order, frozenset()))
    assert asked_of(by_topic(*HOT), model=authority_first)[:3] == [
        Topic.NEED,
        Topic.AUTHORITY,
        Topic.TIMEFRAME,
    ]


@given(half_known())
def test_need_is_always_asked_first(facts: Facts) -> None:
    others = [answer for topic, answer in facts.answers.items() if topic is not Topic.NEED]
    assert next_question(known(*others, signals=facts.signals), MODEL, TODAY) is Topic.NEED


@given(half_known(), CLOSED)
def test_no_refused_or_closed_topic_is_asked(facts: Facts, closed: Set[Topic]) -> None:
    refused = {topic for topic, answer in facts.answers.items() if answer.value is None}
    assert next_question(facts, MODEL, TODAY, closed=closed) not in refused | closed


@settings(max_examples=200)
@given(half_known(answered=7), CLOSED, st.data())
def test_when_questions_stop_no_answers_could_change_the_outcome(
    facts: Facts, closed: Set[Topic], data: st.DataObject
) -> None:
    assume(not needs_nothing(facts) and not wants_to_meet(facts))
    topic = next_question(facts, MODEL, TODAY, closed=closed)
    assume(topic not in QUALIFYING)
    contact = (Topic.EMAIL,) if topic is None else ()
    answers = {
        unasked: data.draw(st.sampled_from(answers_to(unasked)), label=unasked)
        for unasked in still_open(facts, (*QUALIFYING, *contact), closed)
    }
    assert outcome(with_more(facts, answers)) == outcome(facts)


@settings(max_examples=200)
@given(half_known(), CLOSED)
def test_a_question_after_need_can_change_the_outcome(facts: Facts, closed: Set[Topic]) -> None:
    topic = next_question(facts, MODEL, TODAY, closed=closed)
    assume(topic in QUALIFYING and topic is not Topic.NEED)
    unasked = still_open(facts, (*QUALIFYING, Topic.EMAIL), closed)
    assert len({outcome(with_more(facts, answers)) for answers in ways_to_answer(unasked)}) > 1


@given(half_known(), CLOSED)
def test_whoever_needs_nothing_is_asked_nothing(facts: Facts, closed: Set[Topic]) -> None:
    needless = with_more(facts, {Topic.NEED: told(Topic.NEED, YesNo(False))})
    assert next_question(needless, MODEL, TODAY, closed=closed) is None


@given(half_known(), CLOSED, st.sampled_from(QUALIFYING))
def test_the_open_question_stays_open_only_while_it_matters(
    facts: Facts, closed: Set[Topic], asking: Topic
) -> None:
    kept = next_question(facts, MODEL, TODAY, closed=closed, asking=asking)
    assert kept in (asking, next_question(facts, MODEL, TODAY, closed=closed))
    assert kept not in closed | {topic for topic, answer in facts.answers.items() if answer.value is None}


@pytest.mark.parametrize(
    "role", [pytest.param((CEO,), id="all is asked"), pytest.param((), id="the role could turn it")]
)
def test_a_meeting_asked_for_comes_as_soon_as_it_may(role: tuple[Answer, ...]) -> None:
    hot = known(*HOT, *role, signals=did(SignalKind.MEETING_REQUESTED))
    assert next_question(hot, MODEL, TODAY) is Topic.SLOT
    assert next_question(hot, MODEL, TODAY, closed={Topic.SLOT}) is Topic.NAME
