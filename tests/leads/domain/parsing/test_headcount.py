"""How many people work there, in words and figures."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.answers import Headcount, Standing
from leads.domain.parsing.context import MAX_LENGTH, Context
from leads.domain.parsing.headcount import read_headcount
from leads.domain.topics import Topic

NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)
ASKED = Context(now=NOW, asking=Topic.EMPLOYEES)


def headcount_in(text: str, *, context: Context = ASKED) -> tuple[int | None, int | None] | None:
    """Both ends of the head count read from the text, or None where nothing was read."""
    parsed = read_headcount(text, context)
    if parsed is None:
        return None
    assert (parsed.topic, parsed.standing) == (Topic.EMPLOYEES, Standing.GIVEN)
    assert isinstance(parsed.value, Headcount)
    return parsed.value.low, parsed.value.high


COUNTS = [
    ("120", 120, 120),
    ("we're 120", 120, 120),
    ("we are about 50 people", 50, 50),
    ("40 employees", 40, 40),
    ("team of 12", 12, 12),
    ("10-50", 10, 50),
    ("10 – 50", 10, 50),
    ("10 to 50 people", 10, 50),
    ("between 10 and 50", 10, 50),
    ("1,200 staff", 1_200, 1_200),
    ("1.200 employees", 1_200, 1_200),
    ("1 200 people", 1_200, 1_200),
    ("500+", 500, None),
    ("more than 500", 500, None),
    ("over 1000 people worldwide", 1_000, None),
    ("fewer than 20", None, 20),
    ("less than 20 ppl", None, 20),
    ("<50", None, 50),
    ("up to 50", None, 50),
    ("a couple hundred", 200, 200),
    ("a couple of hundred people", 200, 200),
    ("just me", 1, 1),
    ("Just myself :)", 1, 1),
    ("only me", 1, 1),
    ("me and two colleagues", 3, 3),
    ("me + 2", 3, 3),
    ("myself and one assistant", 2, 2),
    ("solo", 1, 1),
    ("one man show", 1, 1),
    ("I'm a freelancer, so only me", 1, 1),
    ("two of us", 2, 2),
    ("there's 3 of us", 3, 3),
    ("there are the four of us", 4, 4),
    ("a dozen", 12, 12),
    ("two dozen", 24, 24),
    ("half a dozen people", 6, 6),
    ("twenty five", 25, 25),
    ("about a hundred", 100, 100),
    ("around fifty employees I think", 50, 50),
    ("2k", 2_000, 2_000),
    ("3.5k employees", 3_500, 3_500),
    ("200ish", 200, 200),
    ("~80", 80, 80),
    ("approx. 300", 300, 300),
    ("60 heads", 60, 60),
    ("75 FTEs", 75, 75),
    ("35 fte", 35, 35),
    ("a 15-person startup", 15, 15),
    ("we have 3 offices and 40 people", 40, 40),
    ("12 in my team, 400 in the company", 400, 400),
    ("30 here, 250 worldwide", 250, 250),
    ("founded in 1998, 45 people today", 45, 45),
    ("we r 8", 8, 8),
    ("8 ppl", 8, 8),
    ("5 persons", 5, 5),
    ("small shop, 6 ppl", 6, 6),
    ("company has 900 workers", 900, 900),
    ("headcount is 350", 350, 350),
    ("company size: 51-200", 51, 200),
    ("actually 60, not 50", 60, 60),
    ("50... no wait, 70", 70, 70),
    ("at least 100", 100, None),
    ("100 or more", 100, None),
    ("max 10", None, 10),
    ("ten thousand", 10_000, 10_000),
    ("٥٠", 50, 50),
    ("thirty-ish", 30, 30),
    ("40 empoyees", 40, 40),
    ("wer 25 strong", 25, 25),
    ("hundreds", 100, 999),
    ("several hundred", 300, 900),
    ("thousands of employees", 1_000, 9_999),
]


@pytest.mark.parametrize(("text", "low", "high"), COUNTS, ids=[row[0] for row in COUNTS])
def test_a_head_count(text: str, low: int | None, high: int | None) -> None:
    assert headcount_in(text) == (low, high)


UNASKED = [
    ("we're a team of 12 and need a CRM", 12, 12),
    ("company of 300 people", 300, 300),
    ("50k for 200 people by March 2027", 200, 200),
    ("we have 40 employees", 40, 40),
    ("we're 120 people, budget 50k, starting in 3 months", 120, 120),
    ("10-50 employees", 10, 50),
    ("our company employs over 2,000 people", 2_000, None),
    ("I run a one-man business", 1, 1),
    ("$2k/mo, 12 staff, next quarter", 12, 12),
    ("a 15-person agency", 15, 15),
]


@pytest.mark.parametrize("asking", [Topic.NEED, Topic.BUDGET, Topic.TIMEFRAME, None])
@pytest.mark.parametrize(("text", "low", "high"), UNASKED, ids=[row[0] for row in UNASKED])
def test_a_head_count_told_before_it_is_asked(
    text: str, low: int | None, high: int | None, asking: Topic | None
) -> None:
    assert headcount_in(text, context=Context(now=NOW, asking=asking)) == (low, high)


NO_COUNT = [
    "dunno",
    "no idea",
    "rather not say",
    "one moment",
    "why?",
    "$50k",
    "50k budget",
    "50 euros",
    "by March 2027",
    "10am",
    "3 months",
    "3 offices",
    "20%",
    "500 customers",
    "since 1998",
    "+44 7700 900123",
    "2.5",
    "-5",
    "99999999999",
    "24/7",
    "none of your business",
    "3 years old",
    "a lot",
    "",
    "👥",
]


@pytest.mark.parametrize("text", NO_COUNT)
def test_no_head_count_even_when_asked(text: str) -> None:
    assert headcount_in(text) is None


UNASKED_NO_COUNT = [
    "120",
    "50k",
    "10-50",
    "just me",
    "me and two colleagues",
    "in 3 months",
    "200 customers",
    "20k users",
    "2 people decide",
    "we're 100% sure",
    "we are 3 months away from launch",
    "5 years of experience",
]


@pytest.mark.parametrize("asking", [Topic.BUDGET, Topic.TIMEFRAME, Topic.AUTHORITY])
@pytest.mark.parametrize("text", UNASKED_NO_COUNT)
def test_other_numbers_are_no_head_count(text: str, asking: Topic) -> None:
    assert headcount_in(text, context=Context(now=NOW, asking=asking)) is None


@given(st.text(max_size=300), st.sampled_from([None, *Topic]))
def test_any_text_is_read_without_an_error(text: str, asking: Topic | None) -> None:
    ends = headcount_in(text, context=Context(now=NOW, asking=asking))
    if ends is not None and None not in ends:
        low, high = ends
        assert low is not None
        assert high is not None
        assert 0 <= low <= high


HOSTILE = ["9" * MAX_LENGTH, "me and " * 300, "1-" * 1000, "team of " * 250, "we are " * 300, "two of " * 300]


@pytest.mark.timeout(10)
@pytest.mark.parametrize("text", HOSTILE, ids=[repr(text[:12]) for text in HOSTILE])
def test_hostile_text_is_read_in_bounded_time(text: str) -> None:
    headcount_in(text)
    headcount_in(text * 50)
