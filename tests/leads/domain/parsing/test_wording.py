"""The forms a text is read in."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.domain.parsing.context import MAX_LENGTH
from leads.domain.parsing.wording import clauses, clean, plain, without_openers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  a \t b  ", "a b"),
        ("a\x00b\u202ec\u200bd", "abcd"),
        ("a\r\n\r\nb", "a\nb"),
        ("O’Brien “x”", 'O\'Brien "x"'),
        ("e\u0301", "é"),
        ("\ud800x", "x"),
    ],
    ids=["spaces", "hidden", "lines", "quotes", "composed", "surrogate"],
)
def test_clean_leaves_what_was_typed(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I DON'T KNOW", "i do not know"),
        ("i dont kno", "i do not know"),
        ("idk", "i do not know"),
        ("We're Köln", "we are koln"),
        ("were looking for a crm", "we are looking for a crm"),
        ("they were here", "they were here"),
        ("nooooo", "no"),
        ("confidental", "confidential"),
        ("can't", "can not"),
    ],
    ids=lambda value: value,
)
def test_plain_writes_out_what_people_shorten(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one, two. three", ("one", "two", "three")),
        ("1,500 and 2.5", ("1,500 and 2.5",)),
        ("Dr. Smith but not J. R. Jones", ("Dr. Smith", "not J. R. Jones")),
        (" ,.! ", ()),
    ],
    ids=["several", "numbers", "abbreviations", "nothing"],
)
def test_clauses_are_set_apart(text: str, expected: tuple[str, ...]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hi, well, honestly we lose leads", "we lose leads"),
        ("Great Western Trains", "Great Western Trains"),
        ("great, thanks. Bob", "Bob"),
        ("hello", ""),
    ],
    ids=lambda value: value or "nothing",
)
def test_openers_are_left_out(text: str, expected: str) -> None:
    assert without_openers(text) == expected


@settings(deadline=None)
@given(st.text(max_size=500))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert len(cleaned) <= MAX_LENGTH
    assert unicodedata.is_normalized("NFC", cleaned)
