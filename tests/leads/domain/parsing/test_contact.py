"""E-mail addresses and phone numbers, however they are typed."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.domain.answers import Parsed, Standing, Text
from leads.domain.parsing.contact import (
    invalid_contact,
    looks_like_email,
    looks_like_phone,
    read_email,
    read_phone,
)
from leads.domain.parsing.context import Context
from leads.domain.topics import Topic

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)

EMAILS = [
    ("ana@acme.com", "ana@acme.com"),
    ("Ana@ACME.com", "ana@acme.com"),
    ("my email is ana@acme.com", "ana@acme.com"),
    ("ana@acme.com.", "ana@acme.com"),
    ("it's ana@acme.com!", "ana@acme.com"),
    ("<ana@acme.com>", "ana@acme.com"),
    ("(ana@acme.com)", "ana@acme.com"),
    ("mailto:ana@acme.com", "ana@acme.com"),
    ("ana.lopez+test@mail.acme.co.uk", "ana.lopez+test@mail.acme.co.uk"),
    ("ana at acme dot com", "ana@acme.com"),
    ("ana (at) acme (dot) com", "ana@acme.com"),
    ("ana[at]acme.com", "ana@acme.com"),
    ("ana @ acme.com", "ana@acme.com"),
    ("ana dot lopez at acme dot co dot uk", "ana.lopez@acme.co.uk"),
    ("you can mail me at ana at acme dot com", "ana@acme.com"),
    ("ana_l@acme.io,", "ana_l@acme.io"),
    ("Ana López <ana@acme.com>", "ana@acme.com"),
    ("jürgen@müller.de", "jürgen@müller.de"),
    ("用户@例子.公司", "用户@例子.公司"),
    ("o'brien@acme.ie", "o'brien@acme.ie"),
    ("ana@acm.com sorry ana@acme.com", "ana@acme.com"),
    ("ana@acme.com or 555-0100", "ana@acme.com"),
    ("123@qq.com", "123@qq.com"),
    ("ana@sub-domain.acme.travel", "ana@sub-domain.acme.travel"),
    ("send it to ANA.LOPEZ@GMAIL.COM pls", "ana.lopez@gmail.com"),
    ("email: bob@initech.biz", "bob@initech.biz"),
    ("bob@initech.biz\nthanks", "bob@initech.biz"),
    ("ana at gmail.com", "ana@gmail.com"),
    ("ana underscore l at acme dot com", "ana_l@acme.com"),
    ('"ana@acme.com"', "ana@acme.com"),
    ("ana@acme.com;bob@acme.com", "ana@acme.com"),
    ("ana@acme.com?", "ana@acme.com"),
    ("Sure - ana@acme.com - thanks", "ana@acme.com"),
    ("*ana@acme.com*", "ana@acme.com"),
    ("https://acme.com, ana@acme.com", "ana@acme.com"),
    ("a@b.co", "a@b.co"),
    ("ana\u200b@acme.com", "ana@acme.com"),
    ("ana-maria@acme-corp.com", "ana-maria@acme-corp.com"),
    ("=ana@acme.com", "ana@acme.com"),
    ("ana@@acme.com no: ana@acme.com", "ana@acme.com"),
]
NO_EMAIL = [
    "ana@",
    "@acme",
    "ana@acme",
    "ana@acme..com",
    ".ana@acme.com",
    "ana@-acme.com",
    "ana@acme.c",
    "ana@acme.123",
    "ana acme com",
    "no email",
    "meet me at noon",
    "a" * 65 + "@acme.com",
    "",
    "50k",
    "look at that dot",
]
PHONES = [
    ("+49 30 901820", None, "+4930901820"),
    ("+1 (415) 555-2671", None, "+14155552671"),
    ("+44 20 7946 0958", None, "+442079460958"),
    ("+44 (0)20 7946 0958", None, "+442079460958"),
    ("0044 20 7946 0958", None, "+442079460958"),
    ("011 44 20 7946 0958", "US", "+442079460958"),
    ("020 7946 0958", "GB", "+442079460958"),
    ("(415) 555-2671", "US", "+14155552671"),
    ("415-555-2671", "US", "+14155552671"),
    ("4155552671", "US", "+14155552671"),
    ("415.555.2671", "US", "+14155552671"),
    ("1-415-555-2671", "US", "+14155552671"),
    ("030 901820", "DE", "+4930901820"),
    ("0171/1234567", "DE", "+491711234567"),
    ("06 12 34 56 78", "FR", "+33612345678"),
    ("06.12.34.56.78", "FR", "+33612345678"),
    ("612 345 678", "ES", "+34612345678"),
    ("06 6982 1234", "IT", "+390669821234"),
    ("8 (912) 345-67-89", "RU", "+79123456789"),
    ("06 30 123 4567", "HU", "+36301234567"),
    ("98765 43210", "IN", "+919876543210"),
    ("0412 345 678", "AU", "+61412345678"),
    ("call me at +33 6 12 34 56 78 after 5pm", None, "+33612345678"),
    ("my number is 415 555 2671", None, "4155552671"),
    ("020 7946 0958", None, "02079460958"),
    ("+1 415 555 2671 ext. 23", None, "+14155552671"),
    ("+1 415 555 2671 x23", None, "+14155552671"),
    ("tel:+14155552671", None, "+14155552671"),
    ("it's 4155552671.", "US", "+14155552671"),
    ("+٤٩ ٣٠ ٩٠١٨٢٠", None, "+4930901820"),
    ("＋49 30 901820", None, "+4930901820"),
    ("whatsapp +55 11 91234-5678", None, "+5511912345678"),
    ("91234 5678", "SG", "+65912345678"),
    ("3 phones, best is +49 171 1234567", None, "+491711234567"),
    ("415 555 2671 or 415 555 2672", "US", "+14155552671"),
    ("0041 44 668 18 00", None, "+41446681800"),
    ("044 668 18 00", "CH", "+41446681800"),
    ("49 171 1234567", "DE", "+491711234567"),
    ("(0171) 1234567", "DE", "+491711234567"),
    ("+49-171-123-45-67", None, "+491711234567"),
    ("sure, its 07700 900123", "GB", "+447700900123"),
    ("555-0100", None, "5550100"),
]
NO_PHONE = [
    "50k",
    "1,000,000",
    "$2500000",
    "2500000 EUR",
    "2500000 usd per year",
    "2026-03-04",
    "04/03/2026",
    "4.3.2026",
    "123456",
    "+1234567890123456789",
    "12345678901234567",
    "no phone",
    "120 people",
    "",
    "10000000 dollars",
    "between 100000 and 200000",
    "1.000.000",
    "€ 1 000 000",
]
TOLD_PHONES = [
    ("call me at 415 555 2671", "US", "+14155552671"),
    ("+49 30 901820", None, "+4930901820"),
    ("Bob, (415) 555-2671", "US", "+14155552671"),
    ("my mobile: 0171 1234567", "DE", "+491711234567"),
]
NOT_TOLD_PHONES = [
    "2500000",
    "we sold 12345678 units",
    "order 100 200 3000",
    "revenue is 10000000",
    "1000-2000 people",
]


def context(asking: Topic | None, country: str | None = None) -> Context:
    return Context(now=NOW, asking=asking, country=country)


@pytest.mark.parametrize(("text", "address"), EMAILS, ids=[row[0] for row in EMAILS])
def test_an_address_is_found(text: str, address: str) -> None:
    assert read_email(text, context(Topic.EMAIL)) == Parsed(Topic.EMAIL, Standing.GIVEN, Text(address))


@pytest.mark.parametrize("text", NO_EMAIL)
def test_no_address_is_made_up(text: str) -> None:
    assert read_email(text, context(Topic.EMAIL)) is None


def test_an_address_spelled_out_counts_only_when_asked_for() -> None:
    assert read_email("ana@acme.com", context(None)) is not None
    assert read_email("look at acme dot com", context(None)) is None


@pytest.mark.parametrize(("text", "country", "number"), PHONES, ids=[row[0] for row in PHONES])
def test_a_number_is_found(text: str, country: str | None, number: str) -> None:
    parsed = read_phone(text, context(Topic.PHONE, country))
    assert parsed == Parsed(Topic.PHONE, Standing.GIVEN, Text(number))


@pytest.mark.parametrize("text", NO_PHONE)
def test_amounts_and_dates_are_no_numbers(text: str) -> None:
    assert read_phone(text, context(Topic.PHONE, "US")) is None


@pytest.mark.parametrize(("text", "country", "number"), TOLD_PHONES, ids=[row[0] for row in TOLD_PHONES])
def test_a_number_told_before_it_is_asked(text: str, country: str | None, number: str) -> None:
    parsed = read_phone(text, context(None, country))
    assert parsed == Parsed(Topic.PHONE, Standing.GIVEN, Text(number))


@pytest.mark.parametrize("text", NOT_TOLD_PHONES)
def test_bare_digits_are_no_phone_when_it_was_not_asked(text: str) -> None:
    assert read_phone(text, context(Topic.BUDGET, "US")) is None


@pytest.mark.parametrize(
    ("text", "asking", "topic"),
    [
        ("ana@acme", Topic.EMAIL, Topic.EMAIL),
        ("ana@acme..com", None, Topic.EMAIL),
        ("ana at acme", Topic.EMAIL, Topic.EMAIL),
        ("ana.acme.com", Topic.EMAIL, Topic.EMAIL),
        ("12345", Topic.PHONE, Topic.PHONE),
        ("+49 12", Topic.PHONE, Topic.PHONE),
        ("12345", None, None),
        ("ana@acme.com", Topic.EMAIL, None),
        ("+49 30 901820", Topic.PHONE, None),
        ("I'd rather not say", Topic.EMAIL, None),
        ("why?", Topic.PHONE, None),
        ("call me in 2 weeks", Topic.PHONE, None),
    ],
    ids=str,
)
def test_an_attempt_that_cannot_be_right_is_noticed(
    text: str, asking: Topic | None, topic: Topic | None
) -> None:
    assert invalid_contact(text, context(asking)) is topic


def test_attempts() -> None:
    assert looks_like_email("ana@acme")
    assert not looks_like_email("ana")
    assert looks_like_phone("0171 12")
    assert not looks_like_phone("two weeks")


@settings(deadline=None)
@given(st.text(max_size=300), st.sampled_from([None, *Topic]))
def test_any_text_can_be_read(text: str, asking: Topic | None) -> None:
    for read in (read_email, read_phone):
        parsed = read(text, context(asking, "DE"))
        assert parsed is None or isinstance(parsed.value, Text)
    invalid_contact(text, context(asking))


@settings(deadline=None)
@given(st.from_regex(r"\+[1-9][0-9]{6,14}", fullmatch=True))
def test_an_international_number_is_kept_digit_by_digit(number: str) -> None:
    parsed = read_phone(number, context(Topic.PHONE))
    assert parsed is not None
    assert parsed.value == Text(number)


@settings(deadline=None)
@given(
    st.from_regex(r"[a-z][a-z0-9]{0,20}(\.[a-z0-9]{1,9})?@[a-z0-9]{1,20}\.(com|de|co\.uk)", fullmatch=True)
)
def test_an_address_is_kept_letter_by_letter(address: str) -> None:
    parsed = read_email(f"it is {address.upper()}.", context(Topic.EMAIL))
    assert parsed is not None
    assert parsed.value == Text(address)
