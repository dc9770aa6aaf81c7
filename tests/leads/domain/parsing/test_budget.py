"""Amounts of money, as people write them when the budget is what they were asked for."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.answers import Budget, Parsed, Period, Standing
from leads.domain.parsing.budget import read_budget
from leads.domain.parsing.context import MAX_LENGTH, Context
from leads.domain.topics import Topic

NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)
ASKED = Context(now=NOW, asking=Topic.BUDGET)
MONTH, YEAR, ONCE = Period.MONTH, Period.YEAR, Period.ONCE


def budget_in(text: str, *, context: Context = ASKED) -> Budget | None:
    """The budget read from the text, or None where nothing was read."""
    parsed = read_budget(text, context)
    if parsed is None:
        return None
    assert (parsed.topic, parsed.standing) == (Topic.BUDGET, Standing.GIVEN)
    assert isinstance(parsed.value, Budget)
    return parsed.value


def amounts(value: Budget | None) -> tuple[object, ...] | None:
    """What an amount row states: both ends, the currency and the period."""
    return None if value is None else (value.low, value.high, value.currency, value.period)


SINGLE = [
    ("50k", 50_000, None, None),
    ("50K", 50_000, None, None),
    ("50", 50, None, None),
    ("$50k", 50_000, "USD", None),
    ("50k usd", 50_000, "USD", None),
    ("USD 50,000", 50_000, "USD", None),
    ("usd50k", 50_000, "USD", None),
    ("50 000 €", 50_000, "EUR", None),
    ("EUR 12.500,00", 12_500, "EUR", None),
    ("12 500 EUR", 12_500, "EUR", None),
    ("250.000 euro", 250_000, "EUR", None),
    ("CHF 12'500", 12_500, "CHF", None),
    ("12’500 swiss francs", 12_500, "CHF", None),
    ("1.2M", 1_200_000, None, None),
    ("2,5 Mio", 2_500_000, None, None),
    ("2,5 Mio. €", 2_500_000, "EUR", None),
    ("5 mln pln", 5_000_000, "PLN", None),
    ("half a million", 500_000, None, None),
    ("half a million dollars", 500_000, "USD", None),
    ("quarter million", 250_000, None, None),
    ("a quarter of a million pounds", 250_000, "GBP", None),
    ("a million and a half", 1_500_000, None, None),
    ("two and a half million", 2_500_000, None, None),
    ("twenty five thousand", 25_000, None, None),
    ("twenty-five grand", 25_000, None, None),
    ("a hundred grand", 100_000, None, None),
    ("one hundred and fifty thousand euros", 150_000, "EUR", None),
    ("a couple of hundred bucks", 200, "USD", None),
    ("fifteen hundred dollars", 1_500, "USD", None),
    ("fifty quid", 50, "GBP", None),
    ("10 lakh", 1_000_000, None, None),
    ("₹10,00,000", 1_000_000, "INR", None),
    ("Rs. 5 lakhs", 500_000, "INR", None),
    ("2 crore rupees", 20_000_000, "INR", None),
    ("£20k", 20_000, "GBP", None),
    ("£20k p.a.", 20_000, "GBP", YEAR),
    ("20 k£", 20_000, "GBP", None),
    ("50k€", 50_000, "EUR", None),
    ("50 k€", 50_000, "EUR", None),
    ("A$30k", 30_000, "AUD", None),
    ("C$ 30,000", 30_000, "CAD", None),
    ("US$75,000", 75_000, "USD", None),
    ("NZ$4000", 4_000, "NZD", None),
    ("S$ 80k", 80_000, "SGD", None),
    ("HK$250k", 250_000, "HKD", None),
    ("R$ 90.000,00", 90_000, "BRL", None),
    ("30k canadian dollars", 30_000, "CAD", None),
    ("30,000 australian dollars", 30_000, "AUD", None),
    ("$30k CAD", 30_000, "CAD", None),
    ("¥5,000,000", 5_000_000, "JPY", None),
    ("40 000 zł", 40_000, "PLN", None),
    ("100 000 kr", 100_000, "SEK", None),
    ("100k sek", 100_000, "SEK", None),
    ("60k AED", 60_000, "AED", None),
    ("R50k", 50_000, "ZAR", None),
    ("around 100k", 100_000, None, None),
    ("about 5,000 dollars", 5_000, "USD", None),
    ("~20k", 20_000, None, None),
    ("roughly 7500", 7_500, None, None),
    ("50kish", 50_000, None, None),
    ("50k-ish I'd say", 50_000, None, None),
    ("20k or so", 20_000, None, None),
    ("give or take 15k", 15_000, None, None),
    ("abt 10k lol", 10_000, None, None),
    ("bout 3 grand mate", 3_000, None, None),
    ("$500 a month", 500, "USD", MONTH),
    ("500/mo", 500, None, MONTH),
    ("€500 per month", 500, "EUR", MONTH),
    ("2k monthly", 2_000, None, MONTH),
    ("£900 p.m.", 900, "GBP", MONTH),
    ("£900 pcm", 900, "GBP", MONTH),
    ("1200 eur / month", 1_200, "EUR", MONTH),
    ("monthly budget is 3000", 3_000, None, MONTH),
    ("10k a year", 10_000, None, YEAR),
    ("10k/yr", 10_000, None, YEAR),
    ("$10,000 annually", 10_000, "USD", YEAR),
    ("40k per annum", 40_000, None, YEAR),
    ("our annual budget is 40k", 40_000, None, YEAR),
    ("30k pa", 30_000, None, YEAR),
    ("50k one-off", 50_000, None, ONCE),
    ("5000 once", 5_000, None, ONCE),
    ("$5k one time", 5_000, "USD", ONCE),
    ("80k in total", 80_000, None, ONCE),
    ("total budget 80k", 80_000, None, ONCE),
    ("٥٠٠٠٠", 50_000, None, None),
    ("５０ｋ", 50_000, None, None),
    ("we have 50k for 200 people by March 2027", 50_000, None, None),
    ("we've got 25k to spend this year on 3 projects", 25_000, None, None),
    ("25000.50 dollars", "25000.50", "USD", None),
    ("1.500,50 €", "1500.50", "EUR", None),
    ("my boss said 15k euros, for everything", 15_000, "EUR", None),
    ("Our budget for this would be somewhere in the region of £45,000.", 45_000, "GBP", None),
    ("i think it is 5.000 euros more or less", 5_000, "EUR", None),
    ("budget? 15k. happy?", 15_000, None, None),
    ("15 thousend", 15_000, None, None),
    ("2 milion euro", 2_000_000, "EUR", None),
    ("one milion dolars", 1_000_000, "USD", None),
    ("10 tsd euro", 10_000, "EUR", None),
    ("5mil", 5_000_000, None, None),
    ("1 hundred thousand", 100_000, None, None),
    ("$1.5MM", 1_500_000, "USD", None),
    ("1.25 million", 1_250_000, None, None),
    ("5 figures? nah, 900 bucks", 900, "USD", None),
]


@pytest.mark.parametrize(("text", "amount", "currency", "period"), SINGLE, ids=[row[0] for row in SINGLE])
def test_a_single_amount(text: str, amount: object, currency: str | None, period: Period | None) -> None:
    value = Decimal(str(amount))
    assert amounts(budget_in(text)) == (value, value, currency, period)


RANGES = [
    ("10-15k", 10_000, 15_000, None, None),
    ("10–15k", 10_000, 15_000, None, None),
    ("10 - 15 k", 10_000, 15_000, None, None),
    ("10k-15k", 10_000, 15_000, None, None),
    ("10k~15k", 10_000, 15_000, None, None),
    ("10 to 15 thousand", 10_000, 15_000, None, None),
    ("between 10 and 15k", 10_000, 15_000, None, None),
    ("between one hundred and two hundred thousand", 100_000, 200_000, None, None),
    ("from 10k to 15k", 10_000, 15_000, None, None),
    ("$50k to $100k", 50_000, 100_000, "USD", None),
    ("€10 to €15k", 10_000, 15_000, "EUR", None),
    ("500-1k", 500, 1_000, None, None),
    ("between fifteen hundred and two grand", 1_500, 2_000, None, None),
    ("800k to 1.2m", 800_000, 1_200_000, None, None),
    ("800 to 1.2 million", 800_000, 1_200_000, None, None),
    ("50k to 100", 50_000, 100_000, None, None),
    ("20 to 30.000 euros", 20_000, 30_000, "EUR", None),
    ("500 to 1000 a month", 500, 1_000, None, MONTH),
    ("$500 - $1,000 / month", 500, 1_000, "USD", MONTH),
    ("five or six thousand", 5_000, 6_000, None, None),
    ("anywhere from 20 to 40 grand", 20_000, 40_000, None, None),
    ("btw 10 and 20k usd", 10_000, 20_000, "USD", None),
    ("100.000 - 150.000 EUR", 100_000, 150_000, "EUR", None),
    ("100 000 - 150 000 EUR", 100_000, 150_000, "EUR", None),
    ("50k€-80k€", 50_000, 80_000, "EUR", None),
    ("five figures", 10_000, 99_999, None, None),
    ("six figures", 100_000, 999_999, None, None),
    ("low six figures", 100_000, 399_999, None, None),
    ("at least 20k, at most 30k", 20_000, 30_000, None, None),
    ("more than 10k but less than 20k", 10_000, 20_000, None, None),
    ("20k, 30k max", 20_000, 30_000, None, None),
    ("up to 10k", None, 10_000, None, None),
    ("upto 10k", None, 10_000, None, None),
    ("at most 10k", None, 10_000, None, None),
    ("under $5k", None, 5_000, "USD", None),
    ("less than 5000 euros", None, 5_000, "EUR", None),
    ("less then 5000", None, 5_000, None, None),
    ("max 10k", None, 10_000, None, None),
    ("10k max", None, 10_000, None, None),
    ("10k tops", None, 10_000, None, None),
    ("no more than 10k", None, 10_000, None, None),
    ("we can't go over 10k", None, 10_000, None, None),
    ("i don't want to spend more than $2,000", None, 2_000, "USD", None),
    ("10k or less", None, 10_000, None, None),
    ("< 10k", None, 10_000, None, None),
    ("below 10k per year", None, 10_000, None, YEAR),
    ("a maximum of 10k", None, 10_000, None, None),
    ("10k is the absolute max", None, 10_000, None, None),
    ("the most we could do is 10k", None, 10_000, None, None),
    ("at least 50k", 50_000, None, None, None),
    ("atleast 50k", 50_000, None, None, None),
    ("over 50k", 50_000, None, None, None),
    ("more than 50k", 50_000, None, None, None),
    ("north of 50k", 50_000, None, None, None),
    ("upwards of 50k", 50_000, None, None, None),
    ("from 50k", 50_000, None, None, None),
    ("min 50k", 50_000, None, None, None),
    ("50k+", 50_000, None, None, None),
    ("$50k plus", 50_000, None, "USD", None),
    ("50k or more", 50_000, None, None, None),
    ("not less than 50k", 50_000, None, None, None),
    (">50k", 50_000, None, None, None),
]


@pytest.mark.parametrize(
    ("text", "low", "high", "currency", "period"), RANGES, ids=[row[0] for row in RANGES]
)
def test_a_range_or_a_bound(
    text: str, low: int | None, high: int | None, currency: str | None, period: Period | None
) -> None:
    assert amounts(budget_in(text)) == (low, high, currency, period)


CORRECTIONS = [
    ("actually it's 20k, not 50k", 20_000, None),
    ("not 50k, 20k", 20_000, None),
    ("make that 30k", 30_000, None),
    ("50 — no wait, 60k", 60_000, None),
    ("50k, sorry, 60k", 60_000, None),
    ("50k... no, 60", 60_000, None),
    ("$50k, I mean 40k", 40_000, "USD"),
    ("30k scratch that 35k", 35_000, None),
    ("it's 20k instead of 50k", 20_000, None),
    ("I said 10k but I meant 100k", 100_000, None),
    ("correction: 70k euros", 70_000, "EUR"),
]


@pytest.mark.parametrize(("text", "amount", "currency"), CORRECTIONS, ids=[row[0] for row in CORRECTIONS])
def test_a_correction_counts(text: str, amount: int, currency: str | None) -> None:
    assert amounts(budget_in(text)) == (amount, amount, currency, None)


NO_MONEY = [
    "there isn't one",
    "nil, nada",
    "no budget",
    "We have no budget for this.",
    "we don't have any money for this",
    "there is no money",
    "zero",
    "0",
    "$0",
    "nothing",
    "we dont have budget",
    "we haven't got a budget for that",
    "theres no budget at all",
    "we can't afford anything",
    "broke lol",
]


@pytest.mark.parametrize("text", NO_MONEY)
def test_no_money_is_a_no(text: str) -> None:
    assert budget_in(text) == Budget(available=False)


MONEY_WITHOUT_A_NUMBER = [
    "yes there is one",
    "yep, we do",
    "yes, we have budget",
    "yes there is a budget",
    "it's approved",
    "budget is approved",
    "the money is set aside",
    "we can find the money",
    "money is not a problem",
    "budget's been signed off",
    "we've got funds for it",
    "it has been allocated already",
    "budget is no issue",
    "we have money",
]


@pytest.mark.parametrize("text", MONEY_WITHOUT_A_NUMBER)
def test_money_without_a_number(text: str) -> None:
    assert budget_in(text) == Budget(available=True)


def test_an_approved_amount_is_available() -> None:
    value = budget_in("we have 40k set aside")
    assert value == Budget(low=Decimal(40_000), high=Decimal(40_000), available=True)


NO_VALUE = [
    "I don't have one",
    "dunno",
    "none of your business",
    "no idea",
    "I'd rather not say",
    "why do you ask?",
    "depends",
    "how much does it cost?",
    "what's the price for 50 users?",
    "it's not decided yet",
    "we have not set a budget",
    "one moment",
    "one sec please",
    "no one told me",
    "50 people",
    "in 3 months",
    "by March 2027",
    "2027",
    "10am",
    "at 10:30",
    "20%",
    "5 licences",
    "call me on +44 7700 900123",
    "555-123-4567",
    "a lot",
    "-5000",
    "-$500",
    "minus 50k",
    "99999999999999 dollars",
    "1e309",
    "",
    "   ",
    "💸💸💸",
    "we're at 22 Baker Street",
    "24/7 support",
    "office 365",
    "3 of us decide",
    "I have two questions",
    "50k is too much",
    "we don't have 50k",
    "we make $5m revenue a year",
]


@pytest.mark.parametrize("text", NO_VALUE)
def test_not_a_budget_even_when_asked(text: str) -> None:
    assert budget_in(text) is None


DOLLARS = [
    ("AU", "AUD"),
    ("CA", "CAD"),
    ("NZ", "NZD"),
    ("SG", "SGD"),
    ("US", "USD"),
    ("DE", "USD"),
    (None, "USD"),
]


@pytest.mark.parametrize(("country", "currency"), DOLLARS)
@pytest.mark.parametrize("text", ["$50k", "50k dollars", "50k bucks"])
def test_a_bare_dollar_follows_the_country(text: str, country: str | None, currency: str) -> None:
    value = budget_in(text, context=Context(now=NOW, asking=Topic.BUDGET, country=country))
    assert amounts(value) == (50_000, 50_000, currency, None)


COUNTRIES = [
    ("100k kr", "DK", "DKK"),
    ("100k kr", "NO", "NOK"),
    ("5000 rupees", "PK", "PKR"),
    ("¥80,000", "CN", "CNY"),
    ("US$50k", "AU", "USD"),
]


@pytest.mark.parametrize(("text", "country", "currency"), COUNTRIES)
def test_shared_money_words_follow_the_country(text: str, country: str, currency: str) -> None:
    value = budget_in(text, context=Context(now=NOW, asking=Topic.BUDGET, country=country))
    assert value is not None
    assert value.currency == currency


@pytest.mark.parametrize(
    ("country", "amount"), [("ES", 50_000), ("BR", 50_000), ("US", 50_000_000), (None, 50_000_000)]
)
def test_mil_is_a_thousand_where_spanish_or_portuguese_is_spoken(country: str | None, amount: int) -> None:
    value = budget_in("50 mil", context=Context(now=NOW, asking=Topic.BUDGET, country=country))
    assert amounts(value) == (amount, amount, None, None)


UNASKED = [
    ("We need a CRM, our budget is 50k", 50_000, 50_000, None, None),
    ("50k for 200 people by March 2027", 50_000, 50_000, None, None),
    ("I'm willing to spend up to €5,000", None, 5_000, "EUR", None),
    ("looking to invest around 20k", 20_000, 20_000, None, None),
    ("can pay 500 a month", 500, 500, None, MONTH),
    ("need it asap, got $10k", 10_000, 10_000, "USD", None),
    ("$2k/mo, 12 people, next quarter", 2_000, 2_000, "USD", MONTH),
    ("budget 5000", 5_000, 5_000, None, None),
    ("we're 40 people and the budget is somewhere between 10 and 15k a year", 10_000, 15_000, None, YEAR),
    ("Budget: 30.000 EUR. Start: Q1.", 30_000, 30_000, "EUR", None),
    ("actually my budget is 20k, not 50k", 20_000, 20_000, None, None),
]


@pytest.mark.parametrize("asking", [Topic.NEED, Topic.PHONE, Topic.TIMEFRAME, None])
@pytest.mark.parametrize(
    ("text", "expected"), [(row[0], row[1:]) for row in UNASKED], ids=[row[0] for row in UNASKED]
)
def test_a_budget_told_before_it_is_asked(
    text: str, expected: tuple[object, ...], asking: Topic | None
) -> None:
    assert amounts(budget_in(text, context=Context(now=NOW, asking=asking))) == expected


def test_a_size_alone_is_no_money_when_a_head_count_was_asked() -> None:
    asked_how_many = Context(now=NOW, asking=Topic.EMPLOYEES)
    assert budget_in("50k", context=asked_how_many) is None
    assert amounts(budget_in("50k budget", context=asked_how_many)) == (50_000, 50_000, None, None)


UNASKED_NO_VALUE = [
    "50",
    "50 people",
    "we're 120",
    "2026",
    "10am tomorrow",
    "in 3 months",
    "20k users",
    "5 licences",
    "100k monthly visitors",
    "we handle 20k invoices a month",
    "we send 100k a month",
    "about 250",
    "15.03.2027",
    "call 0170 1234567",
    "grow 20%",
    "we need 3 seats",
    "5 years of experience",
    "since 2019",
    "we did $5m in revenue last year",
    "we raised 2 million",
    "we currently pay 500 a month for HubSpot",
    "fortune 500 company",
    "version 2.5",
    "it costs us $10k a month in lost deals",
    "one of our people",
    "I want to approve invoices faster",
    "it's approved",
    "nothing",
    "zero",
]


@pytest.mark.parametrize("asking", [Topic.NEED, Topic.EMPLOYEES, Topic.TIMEFRAME, Topic.PHONE, None])
@pytest.mark.parametrize("text", UNASKED_NO_VALUE)
def test_other_numbers_are_no_budget(text: str, asking: Topic | None) -> None:
    assert budget_in(text, context=Context(now=NOW, asking=asking)) is None


@given(st.text(max_size=300), st.sampled_from([None, *Topic]))
def test_any_text_is_read_without_an_error(text: str, asking: Topic | None) -> None:
    assert_sound(read_budget(text, Context(now=NOW, asking=asking)))


@given(st.text(alphabet="0123456789.,'’ -–kKmM$€£+~<%/aton\u0665", max_size=60))
def test_any_jumble_of_numbers_is_read_without_an_error(text: str) -> None:
    assert_sound(read_budget(text, ASKED))


def assert_sound(parsed: Parsed | None) -> None:
    """Whatever was read has its ends in order, finite and within reason."""
    if parsed is None:
        return
    value = parsed.value
    assert isinstance(value, Budget)
    for end in (value.low, value.high):
        assert end is None or (end.is_finite() and 0 < end <= 10**12)
    if value.low is not None and value.high is not None:
        assert value.low <= value.high


HOSTILE = [
    "9" * MAX_LENGTH,
    "1," * 1000,
    "1 000 " * 400,
    "between " * 250,
    "10-" * 700,
    "no wait " * 250,
    "$" * 2000,
]
HOSTILE += [
    "a hundred and " * 150,
    "half of a " * 200,
    "k" * 2000,
    "up to " * 350,
    "not " * 500,
    "5 to " * 400,
    "\x00" * 2000,
]


@pytest.mark.timeout(10)
@pytest.mark.parametrize("text", HOSTILE, ids=[repr(text[:12]) for text in HOSTILE])
def test_hostile_text_is_read_in_bounded_time(text: str) -> None:
    assert_sound(read_budget(text, ASKED))
    assert_sound(read_budget(text * 50, ASKED))


def test_only_the_first_part_of_a_long_text_is_read() -> None:
    assert budget_in("x " * (MAX_LENGTH // 2) + "$50k") is None
