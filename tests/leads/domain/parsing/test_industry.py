"""What line of business they are in."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.domain.answers import Parsed, Standing, Text
from leads.domain.parsing.context import Context
from leads.domain.parsing.industry import INDUSTRIES, read_industry
from leads.domain.topics import Topic

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)

ASKED = [
    ("I sell knitted hats online", "e-commerce"),
    ("vendemos ropa", "retail"),
    ("software", "software"),
    ("SaaS", "software"),
    ("we make software for hospitals", "software"),
    ("IT", "software"),
    ("it", "software"),
    ("tech startup", "software"),
    ("logistics", "logistics"),
    ("Logisitics", "logistics"),
    ("trucking mostly", "logistics"),
    ("We're a freight forwarder, so shipping", "logistics"),
    ("transport & warehousing", "logistics"),
    ("banking", "finance"),
    ("I work at a bank", "finance"),
    ("fintech", "finance"),
    ("accounting firm", "finance"),
    ("Insurance", "insurance"),
    ("we sell insurance", "insurance"),
    ("hospital", "healthcare"),
    ("health care", "healthcare"),
    ("dentist office", "healthcare"),
    ("biotech", "pharma"),
    ("we manufacture bicycles", "manufacturing"),
    ("machine building", "manufacturing"),
    ("Manufacturing of steel pipes", "manufacturing"),
    ("retail", "retail"),
    ("we have 3 clothing stores", "retail"),
    ("online shop for shoes", "e-commerce"),
    ("ecommerce", "e-commerce"),
    ("e-comerce", "e-commerce"),
    ("construction", "construction"),
    ("constrution", "construction"),
    ("plumber", "construction"),
    ("real-estate", "real estate"),
    ("Property management", "real estate"),
    ("we are a school", "education"),
    ("edtech", "education"),
    ("government", "public sector"),
    ("municipality", "public sector"),
    ("NGO", "non-profit"),
    ("charity", "non-profit"),
    ("publishing", "media"),
    ("we're a marketing agency", "marketing & advertising"),
    ("ads", "marketing & advertising"),
    ("consultancy", "consulting"),
    ("recruiting", "consulting"),
    ("law firm", "legal"),
    ("lawyers", "legal"),
    ("hotel", "hospitality"),
    ("we run two restaurants", "hospitality"),
    ("travel agency", "travel"),
    ("solar panels", "energy"),
    ("oil & gas", "energy"),
    ("telco", "telecoms"),
    ("farming", "agriculture"),
    ("car dealership", "automotive"),
    ("brewery", "food & beverage"),
    ("we're in the automotive industry", "automotive"),
    ("beekeeping supplies", "beekeeping supplies"),
    ("We're in taxidermy", "taxidermy"),
    ("piano tuning", "piano tuning"),
    ("it's logistics", "logistics"),
    ("Hi, we do funeral services, thanks", "funeral services"),
]
NOT_ANSWERED = ["", "yes", "12", "🙂", "it is what it is" * 20, "the normal sort", "my phone is ringing"]
CUED = [
    ("as a law firm we get many calls", "legal"),
    ("I run a group of dental clinics", "healthcare"),
    ("We're a 120-person logistics company in Berlin", "logistics"),
    ("We are a law firm", "legal"),
    ("I run a restaurant", "hospitality"),
    ("we're in healthcare", "healthcare"),
    ("I work for a bank", "finance"),
    ("our SaaS startup needs leads", "software"),
    ("we're a small family bakery", "food & beverage"),
    ("we operate in the energy sector", "energy"),
    ("We are an Italian manufacturer of shoes", "manufacturing"),
    ("I own a car dealership", "automotive"),
]
NOT_CUED = [
    "we need marketing software",
    "looking for a software company",
    "we use accounting software",
    "our marketing is bad",
    "the bank approved it",
    "we want better logistics",
    "I'm the head of marketing",
    "it is urgent",
    "we're training people",
    "our website sells nothing",
    "I'm in marketing",
    "we are moving",
    "the law changed",
    "we are in trade talks",
]


def industry(text: str, asking: Topic | None = Topic.INDUSTRY) -> str | None:
    parsed = read_industry(text, Context(now=NOW, asking=asking))
    return parsed.value.text if parsed and isinstance(parsed.value, Text) else None


@pytest.mark.parametrize(("text", "expected"), ASKED, ids=[row[0] for row in ASKED])
def test_an_industry_in_answer_to_its_question(text: str, expected: str) -> None:
    assert read_industry(text, Context(now=NOW, asking=Topic.INDUSTRY)) == Parsed(
        Topic.INDUSTRY, Standing.GIVEN, Text(expected)
    )


@pytest.mark.parametrize("text", NOT_ANSWERED)
def test_words_that_are_no_industry(text: str) -> None:
    assert industry(text) is None


@pytest.mark.parametrize(("text", "expected"), CUED, ids=[row[0] for row in CUED])
def test_an_industry_told_before_it_is_asked(text: str, expected: str) -> None:
    assert industry(text, asking=None) == expected


@pytest.mark.parametrize("text", NOT_CUED)
def test_a_word_alone_tells_no_industry_when_it_was_not_asked(text: str) -> None:
    assert industry(text, asking=None) is None


def test_the_list_is_short_enough_to_be_learnt() -> None:
    assert 20 <= len(INDUSTRIES) <= 30
    for name in INDUSTRIES:
        assert industry(name) == name


@settings(deadline=None)
@given(st.text(max_size=300), st.sampled_from([None, *Topic]))
def test_any_text_can_be_read(text: str, asking: Topic | None) -> None:
    assert industry(text, asking) != ""
