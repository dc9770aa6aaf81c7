"""What facts are worth: the fixtures of the domain page, the default points, and what always holds."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.answers import (
    Answer,
    Authority,
    AuthorityLevel,
    Headcount,
    Text,
    Timeframe,
    Urgency,
    Value,
    YesNo,
)
from leads.domain.facts import Facts, Signal, SignalKind
from leads.domain.ledger import Kind, Line, totals
from leads.domain.matrix import Axis, Quadrant, Scores, quadrant
from leads.domain.model import Cycles, Peak
from leads.domain.scoring import is_ready, score_lines
from leads.domain.topics import Topic
from tests.leads.domain.prospects import (
    HOT,
    MODEL,
    NEED,
    NOW,
    did,
    histories,
    in_days,
    known,
    told,
    usd,
)

CYCLES = replace(MODEL, cycles=Cycles({"three": 3, "four": 4}, "{elapsed} of {months} months"))
VISIT, QUOTE = SignalKind.PAGE_VIEW, SignalKind.QUOTE_REQUEST
History = tuple[tuple[Answer, ...], tuple[Signal, ...]]


def scores(facts: Facts) -> Scores:
    return totals(score_lines(facts, MODEL, NOW))


def bought(months_ago: int, *, cycle: str) -> tuple[Signal, ...]:
    """A purchase so many whole months before the moment of the tests."""
    month = NOW.month - 1 - months_ago
    return did(SignalKind.PURCHASE, on=date(NOW.year + month // 12, month % 12 + 1, NOW.day), cycle=cycle)


def interest_after(*signals: Signal) -> int:
    return totals(score_lines(known(signals=signals), CYCLES, NOW)).interest


@pytest.mark.parametrize(
    ("cycle", "months", "points"),
    [
        ("three", 0, 0),
        ("three", 1, 20),
        ("three", 2, 40),
        ("three", 3, 60),
        ("three", 30, 60),
        ("four", 1, 15),
        ("four", 2, 30),
        ("four", 3, 45),
        ("four", 4, 60),
    ],
)
def test_a_buying_cycle_grows_by_the_month_to_the_ready_line(cycle: str, months: int, points: int) -> None:
    assert interest_after(*bought(months, cycle=cycle)) == points


@pytest.mark.parametrize(
    ("signals", "points", "ready"),
    [
        pytest.param((), 45, False, id="month three of four"),
        pytest.param(did(VISIT), 55, False, id="with one visit"),
        pytest.param(did(VISIT, times=2), 65, True, id="with two visits"),
        pytest.param(did(QUOTE), 75, True, id="with one quote request"),
    ],
)
def test_signals_make_a_lead_ready_before_its_cycle_ends(
    signals: tuple[Signal, ...], points: int, ready: bool
) -> None:
    interest = interest_after(*bought(3, cycle="four"), *signals)
    assert interest == points
    assert is_ready(Scores(interest=interest), CYCLES) is ready


def test_a_lead_is_ready_on_the_line() -> None:
    assert is_ready(Scores(interest=60), MODEL)
    assert not is_ready(Scores(interest=59), MODEL)


def test_only_the_last_purchase_counts_and_a_cycle_nobody_knows_is_the_first() -> None:
    assert interest_after(*bought(3, cycle="four"), *bought(1, cycle="three")) == 20
    assert interest_after(*bought(1, cycle="gone")) == 20


@pytest.mark.parametrize(
    ("purchase", "points"),
    [
        pytest.param(date(2026, 1, 31), 20, id="a short month is whole on its last day"),
        pytest.param(date(2026, 2, 1), 0, id="a day short of a month"),
        pytest.param(date(2026, 4, 1), 0, id="a purchase yet to come"),
        pytest.param(date(2025, 11, 28), 60, id="across the new year"),
    ],
)
def test_months_are_whole_months(purchase: date, points: int) -> None:
    at = NOW.replace(month=2, day=28)
    signals = did(SignalKind.PURCHASE, on=purchase, cycle="three")
    assert totals(score_lines(known(signals=signals), CYCLES, at)).interest == points


@pytest.mark.parametrize("kind", [SignalKind.PAGE_VIEW, SignalKind.REPEAT_VISIT])
@given(times=st.integers(0, 60))
def test_repeat_visits_alone_stay_below_the_ready_line(kind: SignalKind, times: int) -> None:
    assert scores(known(signals=did(kind, times=times))).interest == min(40, 10 * times)


@pytest.mark.parametrize(
    ("kind", "times", "interest"),
    [
        ("page_view", 1, 10),
        ("repeat_visit", 1, 10),
        ("quote_request", 1, 30),
        ("quote_request", 9, 60),
        ("demo_request", 1, 20),
        ("meeting_requested", 1, 20),
        ("form_submit", 1, 10),
        ("newsletter_open", 1, 3),
        ("newsletter_click", 1, 5),
        ("newsletter_click", 9, 20),
        ("survey_answered", 1, 8),
        ("survey_ignored", 9, 0),
        ("careers_page", 1, 0),
        ("purchase", 1, 0),
    ],
)
def test_what_a_signal_is_worth(kind: str, times: int, interest: int) -> None:
    assert scores(known(signals=did(SignalKind(kind), times=times))) == Scores(fit=0, interest=interest)


def test_negative_signals_cost_interest_down_to_their_cap() -> None:
    hot = known(*HOT, signals=did(SignalKind.CAREERS_PAGE, times=9))
    assert scores(hot).interest == 70 - 40


@pytest.mark.parametrize(
    ("topic", "value", "expected"),
    [
        pytest.param(Topic.BUDGET, usd(5_000), Scores(fit=30), id="budget"),
        pytest.param(Topic.BUDGET, usd(4_999), Scores(), id="small budget"),
        pytest.param(Topic.AUTHORITY, Authority(AuthorityLevel.DECIDER), Scores(fit=25), id="decider"),
        pytest.param(Topic.AUTHORITY, Authority(AuthorityLevel.SHARED), Scores(fit=20), id="shared"),
        pytest.param(Topic.AUTHORITY, Authority(AuthorityLevel.INFLUENCER), Scores(fit=5), id="influencer"),
        pytest.param(Topic.AUTHORITY, Authority(AuthorityLevel.NONE), Scores(), id="no authority"),
        pytest.param(Topic.ROLE, Text("Co-Founder & CTO"), Scores(fit=15), id="executive"),
        pytest.param(Topic.ROLE, Text("Head of Sales"), Scores(fit=12), id="head"),
        pytest.param(Topic.ROLE, Text("Marketing manager"), Scores(fit=8), id="manager"),
        pytest.param(Topic.ROLE, Text("Product owner"), Scores(), id="not every owner owns"),
        pytest.param(Topic.ROLE, Text("Assistant to the CEO"), Scores(), id="assistant"),
        pytest.param(Topic.ROLE, Text("nurse"), Scores(), id="other role"),
        pytest.param(Topic.EMPLOYEES, Headcount(4, 4), Scores(), id="tiny costs, but never below 0"),
        pytest.param(Topic.EMPLOYEES, Headcount(5, 5), Scores(fit=5), id="small"),
        pytest.param(Topic.EMPLOYEES, Headcount(20, 20), Scores(fit=15), id="target, from"),
        pytest.param(Topic.EMPLOYEES, Headcount(5_000, 5_000), Scores(fit=15), id="target, to"),
        pytest.param(Topic.EMPLOYEES, Headcount(5_001, None), Scores(fit=10), id="larger"),
        pytest.param(Topic.INDUSTRY, Text("software"), Scores(fit=10), id="industry"),
        pytest.param(Topic.COUNTRY, Text("NO"), Scores(fit=5), id="Norway is served"),
        pytest.param(Topic.EMAIL, Text("ada@acme.example"), Scores(fit=5), id="business address"),
        pytest.param(Topic.EMAIL, Text("ada@gmail.com"), Scores(), id="private address"),
        pytest.param(Topic.NEED, Text("lost leads"), Scores(interest=35), id="need"),
        pytest.param(Topic.NEED, YesNo(False), Scores(), id="no need"),
        pytest.param(Topic.CURRENT_SOLUTION, Text("a form"), Scores(interest=10), id="current solution"),
        pytest.param(Topic.TIMEFRAME, in_days(92), Scores(interest=35), id="soon"),
        pytest.param(Topic.TIMEFRAME, Timeframe(urgency=Urgency.NOW), Scores(interest=35), id="now"),
        pytest.param(Topic.TIMEFRAME, in_days(93), Scores(interest=25), id="inside the horizon"),
        pytest.param(Topic.TIMEFRAME, in_days(184), Scores(interest=5), id="beyond"),
        pytest.param(Topic.TIMEFRAME, Timeframe(urgency=Urgency.LATER), Scores(), id="no hurry"),
        pytest.param(Topic.NAME, Text("CEO"), Scores(), id="names never count"),
    ],
)
def test_what_an_answer_is_worth(topic: Topic, value: Value, expected: Scores) -> None:
    assert scores(known(told(topic, value))) == expected


@pytest.mark.parametrize(
    ("topic", "value", "cost"),
    [
        pytest.param(Topic.ROLE, Text("IT consultant"), 40, id="consultant"),
        pytest.param(Topic.ROLE, Text("PhD student"), 40, id="student"),
        pytest.param(Topic.ROLE, Text("job seeker"), 40, id="job seeker"),
        pytest.param(Topic.ROLE, Text("intern, assistant to the CEO"), 40, id="an intern, whatever the rest"),
        pytest.param(Topic.EMPLOYEES, Headcount(1, 1), 10, id="tiny company"),
        pytest.param(Topic.COUNTRY, Text("KP"), 10, id="excluded country"),
        pytest.param(Topic.EMAIL, Text("x@mailinator.com"), 10, id="throw-away address"),
    ],
)
def test_what_costs_fit(topic: Topic, value: Value, cost: int) -> None:
    assert scores(known(*HOT, told(topic, value))).fit == scores(known(*HOT)).fit - cost


@pytest.mark.parametrize("timeframe", [in_days(30), in_days(150)])
def test_four_criteria_met_are_a_good_fit_and_interest_without_knowing_the_company(
    timeframe: Timeframe,
) -> None:
    facts = known(*HOT, told(Topic.TIMEFRAME, timeframe, minute=1))
    assert scores(facts).fit == 55
    assert quadrant(scores(facts), MODEL.thresholds) is Quadrant.GOOD_FIT_INTERESTED


def test_a_line_says_where_it_comes_from_and_why() -> None:
    facts = known(told(Topic.BUDGET, usd(50_000), answer_id="a1"), signals=did(VISIT, times=5))
    lines = score_lines(facts, MODEL, NOW)
    assert lines[0] == Line(
        axis=Axis.FIT,
        points=30,
        reason="Budget of 50,000 USD reaches our floor of 5,000 USD",
        kind=Kind.EXPLICIT,
        source="answer:a1",
        rule="budget.reaches_floor",
    )
    assert (lines[1].rule, lines[1].kind, lines[1].source) == (
        "visits.page_view",
        Kind.IMPLICIT,
        "signal:page_view-2026-03-02-0",
    )
    assert (lines[-1].rule, lines[-1].points) == ("limit.visits", -10)
    assert lines[-1].reason == "Visits count for 40 points at most"


def test_the_ends_of_the_scale_are_lines() -> None:
    student = known(told(Topic.ROLE, Text("student")))
    assert [(line.rule, line.points) for line in score_lines(student, MODEL, NOW)] == [
        ("role.student", -40),
        ("limit.lowest", 40),
    ]
    keen = known(*HOT, signals=did(VISIT, times=9) + did(QUOTE, times=9))
    assert score_lines(keen, MODEL, NOW)[-1].reason == "A score never rises above 100"
    assert scores(keen).interest == 100


def test_time_alone_moves_a_timeframe_and_a_cycle() -> None:
    facts = known(told(Topic.TIMEFRAME, in_days(120)), signals=bought(0, cycle="three"))
    model = replace(CYCLES, decay=None)
    later = NOW + timedelta(days=31)
    assert totals(score_lines(facts, model, NOW)).interest == 25
    assert totals(score_lines(facts, model, later)).interest == 35 + 20
    assert totals(score_lines(facts, model, NOW + timedelta(days=121))).interest == 60


@pytest.mark.parametrize(
    ("days", "interest"),
    [
        pytest.param(0, 45, id="at once"),
        pytest.param(30, 45, id="a month of silence costs nothing"),
        pytest.param(120, 22, id="then half is lost in three months"),
        pytest.param(210, 11, id="and half of the rest in three more"),
        pytest.param(9_000, 0, id="until nothing is left"),
    ],
)
def test_interest_fades_while_nothing_is_heard(days: int, interest: int) -> None:
    facts = known(
        told(Topic.NEED, NEED), told(Topic.CURRENT_SOLUTION, Text("a form")), told(Topic.BUDGET, usd(50_000))
    )
    scored = totals(score_lines(facts, MODEL, NOW + timedelta(days=days)))
    assert scored == Scores(fit=30, interest=interest)


def test_what_silence_costs_is_a_line_like_any_other() -> None:
    *_, line = score_lines(known(told(Topic.NEED, NEED)), MODEL, NOW + timedelta(days=120))
    assert (line.axis, line.points, line.rule, line.source) == (Axis.INTEREST, -18, "decay", "time:silence")
    assert line.reason == "Nothing heard for 120 days"


@pytest.mark.parametrize(
    ("kind", "interest"),
    [
        pytest.param(SignalKind.NEWSLETTER_OPEN, 38, id="a sign of life brings all of it back"),
        pytest.param(SignalKind.SURVEY_IGNORED, 16, id="being ignored is no sign of life"),
        pytest.param(SignalKind.CAREERS_PAGE, 7, id="nor is looking for a job"),
    ],
)
def test_only_what_speaks_for_them_ends_the_silence(kind: SignalKind, interest: int) -> None:
    later = NOW + timedelta(days=120)
    facts = known(told(Topic.NEED, NEED), signals=did(kind, on=later.date()))
    assert totals(score_lines(facts, MODEL, later)).interest == interest


def test_a_buying_cycle_does_not_fade() -> None:
    facts = known(signals=bought(0, cycle="three"))
    assert totals(score_lines(facts, CYCLES, NOW + timedelta(days=400))).interest == 60


@given(histories(), st.lists(st.integers(0, 2_000), min_size=2, max_size=5))
def test_silence_never_raises_a_score_and_never_touches_fit(history: History, days: list[int]) -> None:
    answers, signals = history
    # A cycle grows with time and a timeframe comes nearer: without them, time can only take away.
    facts = known(
        *(answer for answer in answers if answer.topic is not Topic.TIMEFRAME),
        signals=tuple(signal for signal in signals if signal.kind is not SignalKind.PURCHASE),
    )
    at = [totals(score_lines(facts, MODEL, NOW + timedelta(days=day))) for day in sorted(days)]
    assert all(before.interest >= after.interest for before, after in pairwise(at))
    assert len({scores.fit for scores in at}) == 1


@given(histories())
def test_the_sum_is_the_score_and_lies_on_the_scale(history: History) -> None:
    answers, signals = history
    for axis in Axis:
        assert 0 <= scores(known(*answers, signals=signals)).on(axis) <= 100


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(history: History, random: Random) -> None:
    answers, signals = list(history[0]), list(history[1])
    lines = score_lines(known(*answers, signals=tuple(signals)), MODEL, NOW)
    random.shuffle(answers)
    random.shuffle(signals)
    assert score_lines(known(*answers, signals=tuple(signals)), MODEL, NOW) == lines


@given(histories())
def test_every_line_can_be_told_apart_and_counts(history: History) -> None:
    answers, signals = history
    lines = score_lines(known(*answers, signals=signals), MODEL, NOW)
    assert len({line.key for line in lines}) == len(lines)
    assert all(line.points and line.reason for line in lines)


@given(histories())
def test_no_group_of_signals_brings_more_than_its_cap(history: History) -> None:
    lines = score_lines(known(signals=history[1]), MODEL, NOW)
    for group in MODEL.signals:
        of_group = (f"{group.name}.", f"limit.{group.name}")
        assert abs(sum(line.points for line in lines if line.rule.startswith(of_group))) <= group.cap


YEAR_END = Peak("year_end", (11, 15), (1, 10), 10, "The end of their budget year")


@pytest.mark.parametrize(
    ("day", "points"),
    [
        (date(2026, 11, 14), 0),
        (date(2026, 11, 15), 10),
        (date(2026, 12, 31), 10),
        (date(2027, 1, 10), 10),
        (date(2027, 1, 11), 0),
    ],
)
def test_a_season_counts_for_those_who_bought_before(day: date, points: int) -> None:
    model = replace(MODEL, cycles=Cycles({"yearly": 600}, "{elapsed} {months}", peaks=(YEAR_END,)))
    now = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    customer = known(signals=did(SignalKind.PURCHASE, on=date(2026, 3, 1)))
    lines = [line for line in score_lines(customer, model, now) if line.rule == "peak.year_end"]
    assert sum(line.points for line in lines) == points
    visitor = known(told(Topic.NEED, NEED), signals=did(SignalKind.PAGE_VIEW, on=date(2026, 11, 1)))
    assert score_lines(visitor, model, now) == score_lines(visitor, replace(model, cycles=None), now)


def test_a_season_does_not_fade() -> None:
    model = replace(MODEL, cycles=Cycles({"yearly": 600}, "{elapsed} {months}", peaks=(YEAR_END,)))
    customer = known(told(Topic.NEED, NEED), signals=did(SignalKind.PURCHASE, on=date(2020, 3, 1)))
    much_later = datetime(2031, 12, 1, 12, tzinfo=UTC)
    (line,) = (line for line in score_lines(customer, model, much_later) if line.rule == "peak.year_end")
    cycle = sum(one.points for one in score_lines(customer, model, much_later) if one.rule == "cycle")
    assert totals(score_lines(customer, model, much_later)).interest == line.points + cycle
