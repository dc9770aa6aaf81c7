"""What is said outside a conversation is read like a prospect's own words; what stands on a card is kept."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.answers import Budget, Headcount, Parsed, Standing, Text, Timeframe, Value
from leads.domain.topics import Topic
from leads.services.errors import InvalidField
from leads.services.statements import Statement, read

NOW = datetime(2026, 11, 23, 7, tzinfo=UTC)
EXACT = {Topic.EMAIL, Topic.PHONE, Topic.COUNTRY}
TOPICS = [topic for topic in Topic if topic not in {Topic.CONSENT, Topic.SLOT}]


def said(topic: Topic, words: str, *, country: str | None = None) -> Parsed:
    (parsed,) = read([Statement(topic, words)], now=NOW, country=country)
    return parsed


def meant(topic: Topic, words: str, *, country: str | None = None) -> Value | None:
    return said(topic, words, country=country).value


@pytest.mark.parametrize(
    ("topic", "words", "value"),
    [
        (Topic.BUDGET, "about 50k euros", Budget(Decimal(50_000), Decimal(50_000), "EUR")),
        (Topic.BUDGET, "٥٠٠٠٠", Budget(Decimal(50_000), Decimal(50_000))),
        (Topic.EMPLOYEES, "20-50", Headcount(20, 50)),
        (Topic.TIMEFRAME, "in March", Timeframe(date(2027, 3, 1), date(2027, 3, 31))),
        (Topic.NEED, "we want to lose fewer leads", Text("lose fewer leads")),
        (Topic.INDUSTRY, "SaaS", Text("software")),
        (Topic.INDUSTRY, "Widgetry", Text("Widgetry")),
        (Topic.EMAIL, "Ana <Ana@Example.org>", Text("ana@example.org")),
        (Topic.COUNTRY, "Germany", Text("DE")),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_words_become_values(topic: Topic, words: str, value: Value) -> None:
    assert meant(topic, words) == value


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        (Topic.NAME, "Dr. Ana Silva, PhD"),
        (Topic.NAME, "Zoë O’Neil"),
        (Topic.NAME, "李小龍"),
        (Topic.NAME, "{{7*7}}"),
        (Topic.COMPANY, "Foo (UK) Ltd."),
        (Topic.COMPANY, "42"),
        (Topic.COMPANY, "=HYPERLINK(1)"),
        (Topic.COMPANY, "<script>alert(1)</script>"),
        (Topic.ROLE, "VP Sales & Marketing (EMEA)"),
    ],
    ids=str,
)
def test_S05_what_stands_on_a_card_stays_as_it_is_written(topic: Topic, words: str) -> None:
    assert meant(topic, words) == Text(words)


@pytest.mark.parametrize(
    ("topic", "words", "text"),
    [
        (Topic.NAME, "my name is Ana Silva", "Ana Silva"),
        (Topic.COMPANY, "we are Acme GmbH", "Acme GmbH"),
        (Topic.ROLE, "I'm the CEO", "CEO"),
    ],
)
def test_a_sentence_is_read_as_one(topic: Topic, words: str, text: str) -> None:
    assert meant(topic, words) == Text(text)


@pytest.mark.parametrize(
    ("topic", "words", "standing"),
    [
        (Topic.BUDGET, "rather not say", Standing.DECLINED),
        (Topic.BUDGET, "no idea", Standing.UNKNOWN),
        (Topic.BUDGET, "ask my cousin about it", Standing.UNKNOWN),
        (Topic.NEED, "help", Standing.UNKNOWN),
        (Topic.NAME, "rather not say", Standing.DECLINED),
        (Topic.NAME, "-", Standing.UNKNOWN),
        (Topic.COMPANY, "don't know", Standing.UNKNOWN),
    ],
)
def test_no_answer_is_not_a_no(topic: Topic, words: str, standing: Standing) -> None:
    assert said(topic, words) == Parsed(topic, standing)


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        (Topic.EMAIL, "ana@nowhere"),
        (Topic.EMAIL, "later"),
        (Topic.PHONE, "call me maybe"),
        (Topic.PHONE, "12"),
        (Topic.COUNTRY, "Atlantis"),
    ],
)
def test_what_cannot_be_right_is_refused(topic: Topic, words: str) -> None:
    with pytest.raises(InvalidField) as refused:
        said(topic, words)
    assert refused.value.field == topic


def test_the_country_is_read_first_wherever_it_stands() -> None:
    told = [Statement(Topic.PHONE, "020 7946 0958"), Statement(Topic.COUNTRY, "United Kingdom")]
    assert Parsed(Topic.PHONE, Standing.GIVEN, Text("+442079460958")) in list(
        read(told, now=NOW, country="DE")
    )


def test_a_country_that_is_known_counts() -> None:
    assert meant(Topic.PHONE, "0151 2345 6789", country="DE") == Text("+4915123456789")


def test_a_value_stands_for_itself() -> None:
    value = Headcount(1, 2)
    (parsed,) = read([Statement(Topic.EMPLOYEES, "a million", value)], now=NOW, country=None)
    assert parsed == Parsed(Topic.EMPLOYEES, Standing.GIVEN, value)


@given(topic=st.sampled_from(TOPICS), words=st.text(max_size=200))
def test_any_text_is_an_answer_or_refused(topic: Topic, words: str) -> None:
    try:
        assert said(topic, words).topic is topic
    except InvalidField:
        assert topic in EXACT
