"""When they want it: every way to name a day, a span, a deadline or the lack of one.

All rows are read on Wednesday 18 November 2026.
"""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.answers import Standing, Timeframe, Urgency
from leads.domain.parsing.context import MAX_LENGTH, Context
from leads.domain.parsing.timeframe import read_timeframe
from leads.domain.topics import Topic

NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)
ASKED = Context(now=NOW, asking=Topic.TIMEFRAME)
TODAY = "2026-11-18"


def timeframe_in(text: str, *, context: Context = ASKED) -> Timeframe | None:
    """The timeframe read from the text, or None where nothing was read."""
    parsed = read_timeframe(text, context)
    if parsed is None:
        return None
    assert (parsed.topic, parsed.standing) == (Topic.TIMEFRAME, Standing.GIVEN)
    assert isinstance(parsed.value, Timeframe)
    return parsed.value


def day(iso: str | None) -> date | None:
    """A date of a table row."""
    return None if iso is None else date.fromisoformat(iso)


DATES = [
    ("in March", "2027-03-01", "2027-03-31"),
    ("March", "2027-03-01", "2027-03-31"),
    ("november", "2026-11-01", "2026-11-30"),
    ("by March", TODAY, "2027-03-31"),
    ("before June", TODAY, "2027-05-31"),
    ("end of March", "2027-03-21", "2027-03-31"),
    ("by the end of March", TODAY, "2027-03-31"),
    ("before the end of March", TODAY, "2027-03-31"),
    ("early March", "2027-03-01", "2027-03-10"),
    ("mid-March", "2027-03-11", "2027-03-20"),
    ("by mid March", TODAY, "2027-03-15"),
    ("late march", "2027-03-21", "2027-03-31"),
    ("beginning of April", "2027-04-01", "2027-04-10"),
    ("by the start of April", TODAY, "2027-04-01"),
    ("March 2027", "2027-03-01", "2027-03-31"),
    ("march 2028", "2028-03-01", "2028-03-31"),
    ("March next year", "2027-03-01", "2027-03-31"),
    ("next March", "2027-03-01", "2027-03-31"),
    ("December this year", "2026-12-01", "2026-12-31"),
    ("03/2027", "2027-03-01", "2027-03-31"),
    ("Q1", "2027-01-01", "2027-03-31"),
    ("q4", "2026-10-01", "2026-12-31"),
    ("Q2 next year", "2027-04-01", "2027-06-30"),
    ("q3 2027", "2027-07-01", "2027-09-30"),
    ("Q1 '27", "2027-01-01", "2027-03-31"),
    ("first quarter of 2027", "2027-01-01", "2027-03-31"),
    ("next quarter", "2027-01-01", "2027-03-31"),
    ("this quarter", "2026-10-01", "2026-12-31"),
    ("end of Q1", "2027-03-01", "2027-03-31"),
    ("by end of q2", TODAY, "2027-06-30"),
    ("H1 2027", "2027-01-01", "2027-06-30"),
    ("second half of next year", "2027-07-01", "2027-12-31"),
    ("this month", "2026-11-01", "2026-11-30"),
    ("next month", "2026-12-01", "2026-12-31"),
    ("next week", "2026-11-23", "2026-11-29"),
    ("this week", "2026-11-16", "2026-11-22"),
    ("next year", "2027-01-01", "2027-12-31"),
    ("this year", "2026-01-01", "2026-12-31"),
    ("end of the year", "2026-12-01", "2026-12-31"),
    ("by year end", TODAY, "2026-12-31"),
    ("eoy", "2026-12-01", "2026-12-31"),
    ("before the end of the year", TODAY, "2026-12-31"),
    ("within the year", TODAY, "2026-12-31"),
    ("later this year", TODAY, "2026-12-31"),
    ("early next year", "2027-01-01", "2027-03-31"),
    ("late 2027", "2027-10-01", "2027-12-31"),
    ("2027", "2027-01-01", "2027-12-31"),
    ("sometime in 2027", "2027-01-01", "2027-12-31"),
    ("within ten weeks", TODAY, "2027-01-27"),
    ("within 3 months", TODAY, "2027-02-18"),
    ("in the next 6 months", TODAY, "2027-05-18"),
    ("next 6 months", TODAY, "2027-05-18"),
    ("over the next couple of months", TODAY, "2027-01-18"),
    ("less than 3 months", TODAY, "2027-02-18"),
    ("in 3 months", "2027-02-18", "2027-02-18"),
    ("3 months", "2027-02-18", "2027-02-18"),
    ("in about 3-4 months", "2027-02-18", "2027-03-18"),
    ("3 to 6 months", "2027-02-18", "2027-05-18"),
    ("3-6 mths", "2027-02-18", "2027-05-18"),
    ("in a couple of months", "2027-01-18", "2027-01-18"),
    ("in a few weeks", "2026-12-09", "2026-12-09"),
    ("half a year", "2027-05-18", "2027-05-18"),
    ("in a year and a half", "2028-05-18", "2028-05-18"),
    ("1.5 years", "2028-05-18", "2028-05-18"),
    ("a month from now", "2026-12-18", "2026-12-18"),
    ("2 weeks", "2026-12-02", "2026-12-02"),
    ("2wks", "2026-12-02", "2026-12-02"),
    ("10 days", "2026-11-28", "2026-11-28"),
    ("90 days", "2027-02-16", "2027-02-16"),
    ("a fortnight", "2026-12-02", "2026-12-02"),
    ("6mo", "2027-05-18", "2027-05-18"),
    ("3", "2027-02-18", "2027-02-18"),
    ("3-4", "2027-02-18", "2027-03-18"),
    ("six months or so", "2027-05-18", "2027-05-18"),
    ("3 months max", TODAY, "2027-02-18"),
    ("not before June", "2027-06-01", None),
    ("not until June", "2027-06-01", None),
    ("June at the earliest", "2027-06-01", None),
    ("from January on", "2027-01-01", None),
    ("starting in April", "2027-04-01", None),
    ("at least 6 months", "2027-05-18", None),
    ("more than a year away", "2027-11-18", None),
    ("not this year", "2027-01-01", None),
    ("after the summer", "2027-09-01", None),
    ("after Easter", "2027-03-29", None),
    ("before Christmas", TODAY, "2026-12-24"),
    ("by christmas", TODAY, "2026-12-25"),
    ("by Thanksgiving", TODAY, "2026-11-26"),
    ("after new year", "2027-01-02", None),
    ("in the new year", "2027-01-01", "2027-01-31"),
    ("after the holidays", "2027-01-02", None),
    ("spring", "2027-03-01", "2027-05-31"),
    ("next summer", "2027-06-01", "2027-08-31"),
    ("summer 2027", "2027-06-01", "2027-08-31"),
    ("in the fall", "2026-09-01", "2026-11-30"),
    ("winter", "2026-12-01", "2027-02-28"),
    ("2027-03-15", "2027-03-15", "2027-03-15"),
    ("15.03.2027", "2027-03-15", "2027-03-15"),
    ("15.3.27", "2027-03-15", "2027-03-15"),
    ("3/15/2027", "2027-03-15", "2027-03-15"),
    ("15/3/2027", "2027-03-15", "2027-03-15"),
    ("15 March", "2027-03-15", "2027-03-15"),
    ("March 15th", "2027-03-15", "2027-03-15"),
    ("15th of march 2028", "2028-03-15", "2028-03-15"),
    ("by Dec 1", TODAY, "2026-12-01"),
    ("until 1 december", TODAY, "2026-12-01"),
    ("no later than January 15", TODAY, "2027-01-15"),
    ("the 15th", "2026-12-15", "2026-12-15"),
    ("on the 30th", "2026-11-30", "2026-11-30"),
    ("next Tuesday", "2026-11-24", "2026-11-24"),
    ("Friday", "2026-11-20", "2026-11-20"),
    ("by monday", TODAY, "2026-11-23"),
    ("tomorrow", "2026-11-19", "2026-11-19"),
    ("tommorow", "2026-11-19", "2026-11-19"),
    ("day after tomorrow", "2026-11-20", "2026-11-20"),
    ("today", TODAY, TODAY),
    ("febuary", "2027-02-01", "2027-02-28"),
    ("nxt month", "2026-12-01", "2026-12-31"),
    ("begining of janurary", "2027-01-01", "2027-01-10"),
    ("March or April", "2027-03-01", "2027-04-30"),
    ("between March and May", "2027-03-01", "2027-05-31"),
    ("from March to May 2027", "2027-03-01", "2027-05-31"),
    ("Q1/Q2", "2027-01-01", "2027-06-30"),
    ("Q2 or Q3 next year", "2027-04-01", "2027-09-30"),
    ("end of January or early February", "2027-01-21", "2027-02-10"),
    ("asap, by March at the latest", TODAY, "2027-03-31"),
    ("March... no wait, April", "2027-04-01", "2027-04-30"),
    ("not March, May", "2027-05-01", "2027-05-31"),
    ("actually make that June", "2027-06-01", "2027-06-30"),
    ("We would like to go live by the 1st of February if possible.", TODAY, "2027-02-01"),
    ("my manager wants that we start in january", "2027-01-01", "2027-01-31"),
    ("in 2 or 3 weeks", "2026-12-02", "2026-12-09"),
    ("within the next two weeks please", TODAY, "2026-12-02"),
    ("around mid February", "2027-02-11", "2027-02-20"),
    ("this winter", "2026-12-01", "2027-02-28"),
    ("month after next", "2027-01-01", "2027-01-31"),
    ("in 24 hours", "2026-11-19", "2026-11-19"),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), DATES, ids=[row[0] for row in DATES])
def test_calendar_dates(text: str, earliest: str | None, latest: str | None) -> None:
    assert timeframe_in(text) == Timeframe(earliest=day(earliest), latest=day(latest))


URGENT = [
    "asap",
    "ASAP!!!",
    "a.s.a.p.",
    "as soon as possible",
    "immediately",
    "yesterday",
    "we needed it yesterday",
    "urgent",
    "right now",
    "now",
    "right away",
    "straight away pls",
    "the sooner the better",
    "immediatly",
    "its urgent",
]
CALM = [
    "no hurry",
    "no rush",
    "just looking",
    "just browsing for now",
    "someday",
    "not anytime soon",
    "not any time soon tbh",
    "eventually",
    "we're not in a rush",
    "not urgent",
    "whenever",
    "at some point",
    "maybe later",
    "in the distant future",
    "there's no urgency",
]


@pytest.mark.parametrize("text", URGENT)
def test_urgent_has_no_date(text: str) -> None:
    assert timeframe_in(text) == Timeframe(urgency=Urgency.NOW)


@pytest.mark.parametrize("text", CALM)
def test_no_hurry_has_no_date(text: str) -> None:
    assert timeframe_in(text) == Timeframe(urgency=Urgency.LATER)


NO_VALUE = [
    "dunno",
    "I don't know",
    "no idea yet",
    "rather not say",
    "why do you ask?",
    "50k",
    "$3",
    "50 people",
    "24/7",
    "we have used Excel for 3 years",
    "since 2019",
    "3 years ago",
    "400k a year",
    "$500 per month",
    "5 years of experience",
    "we may",
    "in 9999 years",
    "in march 1850",
    "45.45.2027",
    "99/99",
    "31/02/2027",
    "10%",
    "",
    "⏰",
    "I'll march on",
    "we've been at it for two months",
    "we sat on it",
]


@pytest.mark.parametrize("text", NO_VALUE)
def test_no_timeframe_even_when_asked(text: str) -> None:
    assert timeframe_in(text) is None


UNASKED = [
    ("50k for 200 people by March 2027", TODAY, "2027-03-31"),
    ("we need a CRM by the end of Q1", TODAY, "2027-03-31"),
    ("want to go live next month", "2026-12-01", "2026-12-31"),
    ("planning to buy in about 3 months", "2027-02-18", "2027-02-18"),
    ("need something before Christmas", TODAY, "2026-12-24"),
    ("hoping to start in January", "2027-01-01", "2027-01-31"),
    ("we want to roll it out within 6 weeks", TODAY, "2026-12-30"),
    ("budget 10k, not before June", "2027-06-01", None),
]


@pytest.mark.parametrize("asking", [Topic.NEED, Topic.BUDGET, Topic.EMPLOYEES, None])
@pytest.mark.parametrize(("text", "earliest", "latest"), UNASKED, ids=[row[0] for row in UNASKED])
def test_a_timeframe_told_before_it_is_asked(
    text: str, earliest: str | None, latest: str | None, asking: Topic | None
) -> None:
    value = timeframe_in(text, context=Context(now=NOW, asking=asking))
    assert value == Timeframe(earliest=day(earliest), latest=day(latest))


def test_urgency_told_before_it_is_asked() -> None:
    value = timeframe_in("we need a new CRM asap", context=Context(now=NOW, asking=Topic.NEED))
    assert value == Timeframe(urgency=Urgency.NOW)


UNASKED_NO_VALUE = [
    "we have used Excel for 3 years",
    "5 years of experience",
    "24/7",
    "400k a year",
    "$500 a month",
    "3",
    "2027",
    "March",
    "tomorrow at 10am works",
    "Tuesday 10am",
    "I started here in March",
    "we were founded in 2019",
    "our reports take 3 days",
    "we do this every month",
    "I may be wrong",
    "call me next week",
    "we lose 3 hours a day",
    "April Jones",
    "we close the books at the end of the month",
    "now we use spreadsheets",
]


@pytest.mark.parametrize("asking", [Topic.NEED, Topic.CURRENT_SOLUTION, Topic.SLOT, None])
@pytest.mark.parametrize("text", UNASKED_NO_VALUE)
def test_other_times_are_no_timeframe(text: str, asking: Topic | None) -> None:
    assert timeframe_in(text, context=Context(now=NOW, asking=asking)) is None


ORDERS = [
    ("3/4/2027", "US", "2027-03-04"),
    ("3/4/2027", "GB", "2027-04-03"),
    ("3/4/2027", "DE", "2027-04-03"),
    ("3/4/2027", None, "2027-03-04"),
    ("3.4.2027", "US", "2027-04-03"),
    ("4/3", "GB", "2027-03-04"),
    ("25/12", "US", "2026-12-25"),
    ("12/25", "GB", "2026-12-25"),
]


@pytest.mark.parametrize(("text", "country", "iso"), ORDERS)
def test_the_country_orders_day_and_month(text: str, country: str | None, iso: str) -> None:
    value = timeframe_in(text, context=Context(now=NOW, asking=Topic.TIMEFRAME, country=country))
    assert value == Timeframe(earliest=day(iso), latest=day(iso))


FISCAL = [
    ("fiscal Q1", 4, "2027-04-01", "2027-06-30"),
    ("Q1 of our fiscal year", 4, "2027-04-01", "2027-06-30"),
    ("fiscal q3", 4, "2026-10-01", "2026-12-31"),
    ("next fiscal year", 4, "2027-04-01", "2028-03-31"),
    ("fiscal Q1", 1, "2027-01-01", "2027-03-31"),
    ("FY27", 4, "2026-04-01", "2027-03-31"),
    ("by the end of the fiscal year", 4, TODAY, "2027-03-31"),
    ("Q1", 4, "2027-01-01", "2027-03-31"),
]


@pytest.mark.parametrize(("text", "start", "earliest", "latest"), FISCAL)
def test_fiscal_quarters_follow_the_setting(text: str, start: int, earliest: str, latest: str) -> None:
    value = timeframe_in(text, context=Context(now=NOW, asking=Topic.TIMEFRAME, fiscal_year_start=start))
    assert value == Timeframe(earliest=day(earliest), latest=day(latest))


def test_seasons_turn_round_in_the_south() -> None:
    value = timeframe_in("in summer", context=Context(now=NOW, asking=Topic.TIMEFRAME, country="AU"))
    assert value == Timeframe(earliest=day("2026-12-01"), latest=day("2027-02-28"))


def test_thanksgiving_follows_the_country() -> None:
    value = timeframe_in("by thanksgiving", context=Context(now=NOW, asking=Topic.TIMEFRAME, country="CA"))
    assert value == Timeframe(earliest=day(TODAY), latest=day("2027-10-11"))


def test_in_march_during_march_is_this_march() -> None:
    march = Context(now=datetime(2027, 3, 20, tzinfo=UTC), asking=Topic.TIMEFRAME)
    assert timeframe_in("in March", context=march) == Timeframe(
        earliest=day("2027-03-01"), latest=day("2027-03-31")
    )


def test_the_end_of_a_short_month_is_kept() -> None:
    january = Context(now=datetime(2027, 1, 31, tzinfo=UTC), asking=Topic.TIMEFRAME)
    assert timeframe_in("in a month", context=january) == Timeframe(
        earliest=day("2027-02-28"), latest=day("2027-02-28")
    )


@given(
    st.text(max_size=300),
    st.sampled_from([None, *Topic]),
    st.dates(min_value=date(2020, 1, 1), max_value=date(2090, 1, 1)),
)
def test_any_text_is_read_without_an_error(text: str, asking: Topic | None, today: date) -> None:
    now = datetime.combine(today, NOW.timetz())
    assert_sound(timeframe_in(text, context=Context(now=now, asking=asking)))


WORDS = [
    *(
        "by",
        "before",
        "after",
        "not",
        "until",
        "in",
        "the",
        "next",
        "end",
        "of",
        "early",
        "mid",
        "march",
        "31",
    ),
    *("q1", "2027", "9999", "3", "months", "weeks", "fiscal", "year", "or", "to", "-", "easter", "friday"),
]


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), st.integers(min_value=1, max_value=12))
def test_any_jumble_of_time_words_is_read_without_an_error(text: str, start: int) -> None:
    context = Context(now=NOW, asking=Topic.TIMEFRAME, fiscal_year_start=start)
    assert_sound(timeframe_in(text, context=context))


def assert_sound(value: Timeframe | None) -> None:
    """Whatever was read has its ends in order."""
    if value is not None and value.earliest is not None and value.latest is not None:
        assert value.earliest <= value.latest


HOSTILE = [
    "9" * MAX_LENGTH,
    "by the end of " * 150,
    "march " * 330,
    "in " * 600,
    "1/" * 1000,
    "not before " * 180,
]
HOSTILE += ["next " * 400, "3 months " * 220, "no wait " * 250, "q1 or " * 330]


@pytest.mark.timeout(10)
@pytest.mark.parametrize("text", HOSTILE, ids=[repr(text[:12]) for text in HOSTILE])
def test_hostile_text_is_read_in_bounded_time(text: str) -> None:
    assert_sound(timeframe_in(text))
    assert_sound(timeframe_in(text * 50))


@pytest.mark.parametrize("text", ["We need to go live in March", "I need it in March", "we proceed in March"])
def test_needing_it_then_is_not_the_past(text: str) -> None:
    parsed = read_timeframe(text, Context(now=datetime(2026, 11, 22, tzinfo=UTC), asking=Topic.TIMEFRAME))
    assert parsed is not None
    assert parsed.value == Timeframe(date(2027, 3, 1), date(2027, 3, 31))
