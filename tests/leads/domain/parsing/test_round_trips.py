"""What is written out is read back, whatever the style; and no text costs more than its length."""

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.domain.answers import Budget, Headcount, Period, SlotChoice, Timeframe
from leads.domain.parsing.budget import read_budget
from leads.domain.parsing.context import Context
from leads.domain.parsing.headcount import read_headcount
from leads.domain.parsing.slot_choice import read_slot_choice
from leads.domain.parsing.timeframe import read_timeframe
from leads.domain.parsing.understand import understand
from leads.domain.topics import Topic

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
TODAY = NOW.date()


def asked(topic: Topic, *, country: str | None = None, offered: tuple[datetime, ...] = ()) -> Context:
    return Context(now=NOW, asking=topic, country=country, offered=offered)


def grouped(separator: str) -> Callable[[int], str]:
    return lambda amount: f"{amount:,}".replace(",", separator)


STYLES: dict[str, Callable[[int], str]] = {
    "plain": str,
    "english": grouped(","),
    "german": grouped("."),
    "french": grouped(" "),
    "swiss": grouped("'"),
    "cents": lambda amount: f"{amount:,}.00",
    "comma cents": lambda amount: grouped(".")(amount) + ",00",
}
MONEY = [
    ("${}", "USD"),
    ("{} USD", "USD"),
    ("€{}", "EUR"),
    ("{} euros", "EUR"),
    ("£{}", "GBP"),
    ("CHF {}", "CHF"),
]
PERIODS = [
    ("", None),
    (" a month", Period.MONTH),
    ("/month", Period.MONTH),
    (" per year", Period.YEAR),
    (" p.a.", Period.YEAR),
]
BOUNDS = [
    ("{}", True, True),
    ("up to {}", False, True),
    ("at least {}", True, False),
    ("{} max", False, True),
]
amounts = st.integers(min_value=1000, max_value=99_999_999)


def budget_in(text: str) -> Budget:
    parsed = read_budget(text, asked(Topic.BUDGET))
    assert parsed is not None
    assert isinstance(parsed.value, Budget)
    return parsed.value


@given(
    amounts,
    st.sampled_from(sorted(STYLES)),
    st.sampled_from(MONEY),
    st.sampled_from(PERIODS),
    st.sampled_from(BOUNDS),
)
def test_an_amount(
    amount: int,
    style: str,
    money: tuple[str, str],
    period: tuple[str, Period | None],
    bound: tuple[str, bool, bool],
) -> None:
    words, has_low, has_high = bound
    text = words.format(money[0].format(STYLES[style](amount)) + period[0])
    value = Decimal(amount)
    assert budget_in(text) == Budget(
        low=value if has_low else None, high=value if has_high else None, currency=money[1], period=period[1]
    )


@given(
    amounts,
    amounts,
    st.sampled_from(sorted(STYLES)),
    st.sampled_from(["{}-{}", "{} to {}", "between {} and {}"]),
)
def test_a_range(one: int, other: int, style: str, form: str) -> None:
    low, high = sorted((one, other))
    text = form.format(STYLES[style](low), f"{STYLES[style](high)} EUR")
    found = budget_in(text)
    assert (found.low, found.high, found.currency) == (Decimal(low), Decimal(high), "EUR")


@given(st.integers(min_value=1, max_value=999), st.sampled_from(["k", "K", " grand", " thousand", " thou"]))
def test_thousands(number: int, magnitude: str) -> None:
    found = budget_in(f"around {number}{magnitude}")
    assert found.low == found.high == number * 1000


@given(
    st.integers(min_value=1, max_value=99_999),
    st.sampled_from(["{}", "about {}", "{} people", "we are {}", "{} employees"]),
)
def test_a_head_count(count: int, form: str) -> None:
    parsed = read_headcount(form.format(f"{count:,}"), asked(Topic.EMPLOYEES))
    assert parsed is not None
    assert parsed.value == Headcount(count, count)


DATES = {
    "iso": "%Y-%m-%d",
    "german": "%d.%m.%Y",
    "day first": "%d %B %Y",
    "day of month": "%d of %B %Y",
    "month first": "%B %d, %Y",
    "short": "%b %d %Y",
    "british": "%d/%m/%Y",
}
days_ahead = st.integers(min_value=0, max_value=2000).map(lambda days: TODAY + timedelta(days=days))


def timeframe_in(text: str) -> Timeframe:
    parsed = read_timeframe(text, asked(Topic.TIMEFRAME, country="GB"))
    assert parsed is not None
    assert isinstance(parsed.value, Timeframe)
    return parsed.value


@given(days_ahead, st.sampled_from(sorted(DATES)))
def test_a_date(day: date, style: str) -> None:
    assert timeframe_in(day.strftime(DATES[style])) == Timeframe(earliest=day, latest=day)


@given(days_ahead, st.sampled_from(sorted(DATES)))
def test_a_deadline(day: date, style: str) -> None:
    assert timeframe_in(f"by {day.strftime(DATES[style])}") == Timeframe(earliest=TODAY, latest=day)


@given(st.integers(min_value=0, max_value=40), st.integers(min_value=0, max_value=12))
def test_a_month_with_its_year(months: int, spare: int) -> None:
    year, month = divmod(TODAY.year * 12 + TODAY.month + months, 12)
    first = date(year, month + 1, 1)
    found = timeframe_in(f"{'in ' if spare % 2 else ''}{first:%B %Y}")
    assert (found.earliest, found.latest) == (
        first,
        (first + timedelta(days=31)).replace(day=1) - timedelta(days=1),
    )


@given(
    st.lists(st.integers(min_value=0, max_value=9 * 5 - 1), min_size=2, max_size=4, unique=True),
    st.integers(min_value=0, max_value=3),
    st.sampled_from(["%A %d %B at %H:%M", "%A %H:%M", "%d %B, %H:%M", "%a %I:%M%p"]),
)
def test_a_time_on_offer(places: list[int], chosen: int, form: str) -> None:
    monday = NOW.replace(hour=8) + timedelta(days=6)
    offered = tuple(monday + timedelta(days=place // 9, hours=place % 9) for place in sorted(places))
    chosen %= len(offered)
    parsed = read_slot_choice(offered[chosen].strftime(form), asked(Topic.SLOT, offered=offered))
    assert parsed is not None
    assert parsed.value == SlotChoice(index=chosen)


def calls_made(text: str, topic: Topic) -> int:
    """How many functions reading this text calls."""
    calls = 0

    def count(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        understand(text, asked(topic))
    finally:
        sys.setprofile(before)
    return calls


REPEATED = [
    "1 ",
    "1-",
    "$5 ",
    "q1 ",
    "by may ",
    "2026-",
    "between 1 and ",
    "half a million ",
    "yes ",
    "mon ",
]


@pytest.mark.parametrize("seed", REPEATED)
@pytest.mark.parametrize("topic", [Topic.BUDGET, Topic.TIMEFRAME, Topic.EMPLOYEES, Topic.CONSENT], ids=str)
def test_twice_the_text_is_no_more_than_some_twice_the_work(seed: str, topic: Topic) -> None:
    short, long = ((seed * 500)[:length] for length in (250, 500))
    calls_made("x", topic)  # what is worked out once and kept
    assert calls_made(long, topic) <= 3 * calls_made(short, topic)


@settings(deadline=None)
@given(st.text(max_size=500), st.sampled_from([None, *Topic]))
def test_any_text_is_read(text: str, asking: Topic | None) -> None:
    offered = (NOW + timedelta(days=1), NOW + timedelta(days=2, hours=5))
    readings = understand(text, Context(now=NOW, asking=asking, offered=offered))
    assert len({reading.topic for reading in readings}) == len(readings)
