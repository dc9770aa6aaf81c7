"""Countries, by name, people, city or code."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.domain.answers import Parsed, Standing, Text
from leads.domain.parsing.context import Context
from leads.domain.parsing.places import COUNTRIES, is_place, read_country
from leads.domain.topics import Topic

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)

ASKED = [
    ("USA", "US"),
    ("usa", "US"),
    ("US", "US"),
    ("us", "US"),
    ("U.S.", "US"),
    ("U.S.A", "US"),
    ("the states", "US"),
    ("United States", "US"),
    ("united states of america", "US"),
    ("Untied States", "US"),
    ("America", "US"),
    ("I'm in the US", "US"),
    ("uk", "GB"),
    ("UK!", "GB"),
    ("Fargo, ND", "US"),
    ("Salem, OR 97301", "US"),
    ("KS", "US"),
    ("New Hampshire", "US"),
    ("Berlin, DE", "DE"),
    ("the u.k.", "GB"),
    ("England", "GB"),
    ("Scotland, UK", "GB"),
    ("Northern Ireland", "GB"),
    ("Ireland", "IE"),
    ("Deutschland", "DE"),
    ("germany", "DE"),
    ("Germny", "DE"),
    ("DE", "DE"),
    ("based in Berlin", "DE"),
    ("we are located in Munich, Germany", "DE"),
    ("München", "DE"),
    ("Holland", "NL"),
    ("the Netherlands", "NL"),
    ("netherland", "NL"),
    ("we're in Sydney", "AU"),
    ("Austrailia", "AU"),
    ("Austria", "AT"),
    ("Österreich", "AT"),
    ("Swiss", "CH"),
    ("Schweiz", "CH"),
    ("switzerlnd", "CH"),
    ("españa", "ES"),
    ("Brasil", "BR"),
    ("Mumbai, India", "IN"),
    ("India", "IN"),
    ("IN", "IN"),
    ("i live in new zealand mate", "NZ"),
    ("NZ", "NZ"),
    ("South Korea", "KR"),
    ("Korea", "KR"),
    ("north korea", "KP"),
    ("Hong Kong", "HK"),
    ("uae", "AE"),
    ("Dubai", "AE"),
    ("South Africa", "ZA"),
    ("Cape Town", "ZA"),
    ("Côte d'Ivoire", "CI"),
    ("New Mexico", "US"),
    ("Mexico City", "MX"),
    ("New Jersey", "US"),
    ("Atlanta, Georgia", "US"),
    ("Tbilisi, Georgia", "GE"),
    ("Papua New Guinea", "PG"),
    ("we're a French company", "FR"),
    ("We are Danish", "DK"),
    ("we moved from Spain to Portugal", "PT"),
    ("not in Germany, in Austria", "AT"),
    ("Paris", "FR"),
    ("London", "GB"),
    ("London, Ontario", "CA"),
    ("日本", "JP"),
    ("Россия", "RU"),
    ("canada eh", "CA"),
    ("Czech Republic", "CZ"),
    ("Chechia? no, Czechia", "CZ"),
    ("Headquartered in Texas", "US"),
    ("our main office is in Singapore but we sell in Malaysia", "SG"),
    ("Turkey", "TR"),
    ("türkiye", "TR"),
    ("Bosnia", "BA"),
    ("🇩🇪", "DE"),
    ("🇺🇸", "US"),
]
NOT_A_COUNTRY = [
    "no",
    "NO",
    "ok",
    "it",
    "me",
    "everywhere",
    "remote",
    "why?",
    "50",
    "",
    "at home",
    "in",
    "so",
    "my desk",
]
CUED = [
    ("I run sales at Acme Logistics, 80 people in Berlin", "DE"),
    ("about 35 staff in Toronto", "CA"),
    ("We're a 120-person logistics company in Berlin", "DE"),
    ("we're based in Canada", "CA"),
    ("I'm from Poland", "PL"),
    ("Our HQ is in Madrid", "ES"),
    ("a Dutch company", "NL"),
    ("writing from Lagos", "NG"),
    ("We are an Italian manufacturer of shoes", "IT"),
    ("we have offices in Vienna", "AT"),
    ("Acme Ltd, London", "GB"),
]
NOT_CUED = [
    "we want to hire 20 people in Poland",
    "I want to sell to German customers",
    "my name is Paris",
    "Chad here",
    "Jordan speaking",
    "we need a French translation",
    "it is nice",
    "can you help us",
    "I read the FAQ, nice",
    "our turkey farm",
    "I speak english",
]


def country(text: str, asking: Topic | None = Topic.COUNTRY) -> str | None:
    parsed = read_country(text, Context(now=NOW, asking=asking))
    return parsed.value.text if parsed and isinstance(parsed.value, Text) else None


@pytest.mark.parametrize(("text", "code"), ASKED, ids=[row[0] for row in ASKED])
def test_a_country_in_answer_to_its_question(text: str, code: str) -> None:
    assert read_country(text, Context(now=NOW, asking=Topic.COUNTRY)) == Parsed(
        Topic.COUNTRY, Standing.GIVEN, Text(code)
    )


@pytest.mark.parametrize("text", NOT_A_COUNTRY)
def test_words_that_only_look_like_a_country(text: str) -> None:
    assert country(text) is None


@pytest.mark.parametrize(("text", "code"), CUED, ids=[row[0] for row in CUED])
def test_a_country_told_before_it_is_asked(text: str, code: str) -> None:
    assert country(text, asking=None) == code


@pytest.mark.parametrize("text", NOT_CUED)
def test_a_place_name_alone_tells_nothing_when_it_was_not_asked(text: str) -> None:
    assert country(text, asking=None) is None


def test_every_country_can_be_named() -> None:
    assert len(set(COUNTRIES.values())) == 250  # ISO 3166 and Kosovo
    for name, code in COUNTRIES.items():
        assert country(name) == code, name


def test_a_place_is_told_from_a_company() -> None:
    assert is_place("Berlin")
    assert is_place("the United States")
    assert not is_place("Berlin Packaging")


@settings(deadline=None)
@given(st.text(max_size=300), st.sampled_from([None, *Topic]))
def test_any_text_can_be_read(text: str, asking: Topic | None) -> None:
    code = country(text, asking)
    assert code is None or (len(code) == 2 and code.isupper())
