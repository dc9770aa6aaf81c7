"""What holds for any text and any address: nothing raises, and the ways of writing one thing read alike."""

import unicodedata
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.domain.answers import Parsed, Standing, Text
from leads.domain.parsing.context import Context
from leads.domain.parsing.understand import understand
from leads.domain.topics import Topic

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)
WHO = (Topic.NAME, Topic.COMPANY, Topic.ROLE, Topic.INDUSTRY, Topic.COUNTRY, Topic.AUTHORITY, Topic.NEED)
LETTERS = st.characters(min_codepoint=97, max_codepoint=122)
WORDS = st.text(LETTERS, min_size=2, max_size=12)
NATIONAL = {  # digits of a mobile number as people write it at home, and in full
    "US": ("2065550{:03}", "+12065550{:03}"),
    "GB": ("07700900{:03}", "+447700900{:03}"),
    "FR": ("0612345{:03}", "+33612345{:03}"),
    "DE": ("01712345{:03}", "+491712345{:03}"),
}


def read(text: str, asking: Topic, *, country: str | None = None) -> Parsed | None:
    context = Context(now=NOW, asking=asking, country=country)
    return next((reading for reading in understand(text, context) if reading.topic is asking), None)


def value(text: str, asking: Topic, *, country: str | None = None) -> str | None:
    reading = read(text, asking, country=country)
    return reading.value.text if reading and isinstance(reading.value, Text) else None


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=500), st.sampled_from(WHO))
def test_any_text_gives_one_reading_of_a_topic_at_most(text: str, asking: Topic) -> None:
    topics = [reading.topic for reading in understand(text, Context(now=NOW, asking=asking))]

    assert len(topics) == len(set(topics))


@settings(max_examples=60, deadline=None)
@given(local=WORDS, domain=WORDS, ending=st.sampled_from(["com", "dk", "co.uk", "io", "travel"]))
def test_an_address_comes_back_as_it_was_given(local: str, domain: str, ending: str) -> None:
    address = f"{local}@{domain}.{ending}"

    assert value(address, Topic.EMAIL) == address
    assert value(f"it's {address.upper()}, thanks", Topic.EMAIL) == address


@settings(max_examples=40, deadline=None)
@given(last=st.integers(0, 999), country=st.sampled_from(sorted(NATIONAL)))
def test_a_number_is_the_same_at_home_and_in_full(last: int, country: str) -> None:
    at_home, in_full = (form.format(last) for form in NATIONAL[country])

    assert value(at_home, Topic.PHONE, country=country) == in_full
    assert value(in_full, Topic.PHONE, country=country) == in_full


@pytest.mark.parametrize(
    ("asking", "text"),
    [
        (Topic.NAME, "Zoë Müller-Bärwald"),
        (Topic.COMPANY, "Bäckerei Größ GmbH"),
        (Topic.COUNTRY, "Österreich"),
        (Topic.ROLE, "Geschäftsführerin"),
    ],
)
def test_letters_read_alike_however_they_are_composed(asking: Topic, text: str) -> None:
    composed = value(unicodedata.normalize("NFC", text), asking)

    assert composed is not None
    assert value(unicodedata.normalize("NFD", text), asking) == composed


@pytest.mark.parametrize("text", ["germany", "GERMANY", "Germany", "gErmany"])
def test_a_country_is_the_same_in_any_case(text: str) -> None:
    assert value(text, Topic.COUNTRY) == "DE"


@pytest.mark.parametrize("asking", WHO)
def test_a_refusal_has_no_value_whatever_is_asked(asking: Topic) -> None:
    reading = read("I'd rather not say", asking)

    assert reading is not None
    assert reading.standing is Standing.DECLINED


WORDS_SAID = """
    I'm we're my name is Ana Lopez from Acme Larkin Tools , . head of sales owner we need better leads use
    HubSpot nothing not sure the boss decides with me and but because in Berlin a bakery too many calls
    looking for job don't know rather say it's called at as for our team lose
"""
SAID = st.lists(st.sampled_from(WORDS_SAID.split()), min_size=1, max_size=14).map(" ".join)
IN_THEIR_WORDS = (Topic.NAME, Topic.COMPANY, Topic.NEED, Topic.CURRENT_SOLUTION)
GIVEN_NAMES = st.sampled_from(["Ana", "Kofi", "Priya", "Jens", "Marta", "Omar"])
FAMILY_NAMES = st.sampled_from(["Lopez", "Mensah", "van Dijk", "O'Neill", "Nowak-Ruiz", "Al-Sayed"])
TITLES = st.sampled_from(["Manager", "Director", "Engineer", "Owner", "Assistant"])
FIELDS = st.sampled_from(["Sales", "Regional Sales", "Product", "Finance", "Senior Marketing"])


@settings(max_examples=80, deadline=None)
@given(SAID, st.sampled_from(IN_THEIR_WORDS))
def test_what_is_kept_in_their_words_is_in_the_text(text: str, asking: Topic) -> None:
    for reading in understand(text, Context(now=NOW, asking=asking)):
        if (
            reading.topic in IN_THEIR_WORDS
            and isinstance(reading.value, Text)
            and reading.value.text != "none"
        ):
            spoken = {word.strip(".,").casefold() for word in text.split()}
            kept = {word.strip(".,").casefold() for word in reading.value.text.split()}
            assert kept <= spoken


@settings(max_examples=40, deadline=None)
@given(GIVEN_NAMES, FAMILY_NAMES, TITLES, FIELDS)
def test_a_value_reads_as_itself(given_name: str, family_name: str, title: str, field: str) -> None:
    name, role = f"{given_name} {family_name}", f"{field} {title}"

    assert value(name, Topic.NAME) == value(f"hi, my name is {name}, thanks", Topic.NAME) == name
    assert value(role, Topic.ROLE) == value(f"I'm the {role.lower()} here", Topic.ROLE) == role


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["It's so windy today. ", "haha ", "My dog is barking, sorry. ", ""]),
    st.sampled_from(
        ["I'd rather not say", "no idea", "why do you ask?", "can't tell you that", "I don't know yet"]
    ),
    st.sampled_from(WHO),
)
def test_talk_beside_a_refusal_is_no_value(talk: str, refusal: str, asking: Topic) -> None:
    readings = understand(talk + refusal, Context(now=NOW, asking=asking))

    assert [reading for reading in readings if reading.value is not None] == []
