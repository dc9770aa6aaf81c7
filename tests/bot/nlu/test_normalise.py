"""People type the same thing in many ways; the model reads it in one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.normalise import FOREIGN_SCRIPT, LONGEST, normalise, words


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        pytest.param("HELLO There", "hello there", id="case"),
        pytest.param("  so \t many\n\nspaces ", "so many spaces", id="white-space"),
        pytest.param("heyyyyy", "heyy", id="repeated-letters"),
        pytest.param("what???!!!", "what?!", id="repeated-marks"),
        pytest.param("don't, I’m, that`s", "dont, im, thats", id="apostrophes"),
        pytest.param("50k", "0k", id="number-with-letter"),
        pytest.param("€12.500,00", "€0", id="number-with-separators"),
        pytest.param("1 000 to 2 000", "0 to 0", id="numbers-with-spaces"),
        pytest.param("٥٠٠٠٠", "0", id="digits-of-another-script"),
        pytest.param("５０ｋ ｆｕｌｌ", "0k full", id="full-width"),
        pytest.param("mail anna.b@acme.com now", "mail xmail now", id="e-mail-address"),
        pytest.param("see https://acme.com/x?y=1", "see xlink", id="link"),
        pytest.param("👍🏽", "👍", id="skin-tone"),
        pytest.param("❤️", "❤", id="variation-selector"),
        pytest.param("he\u200bl\u202elo\x00", "hello", id="unseen-controls"),
        pytest.param("\ud800ok", "ok", id="lone-surrogate"),
        pytest.param("Straße ﬁne", "strasse fine", id="compatible-letters"),
        pytest.param("<b>we need</b> more {leads}", "we need more leads", id="markup-around-a-sentence"),
        pytest.param("<b>hello</b>", "<b>hello</b>", id="little-but-markup"),
        pytest.param("", "", id="empty"),
    ],
)
def test_one_spelling(typed: str, read: str) -> None:
    assert normalise(typed) == read


def test_only_the_beginning_of_a_long_message_is_read() -> None:
    assert normalise("a b " * LONGEST) == normalise("a b " * (LONGEST // 4))


def test_letters_that_expand_do_not_lengthen_a_message() -> None:
    assert len(normalise("\ufdfa" * LONGEST)) <= LONGEST


@given(st.text(st.characters()))
def test_any_text_becomes_visible_lower_case(text: str) -> None:
    read = normalise(text)

    assert read == read.lower() or read == read.casefold()
    assert "  " not in read
    assert all(unicodedata.category(sign) not in {"Cc", "Cs", "Cf"} for sign in read)


@given(st.text("abcdefgh XYZ,.!?"))
def test_case_makes_no_difference(text: str) -> None:
    assert normalise(text.upper()) == normalise(text.lower())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("is it free?", ["is", "it", "free", "?"], id="marks-are-words"),
        pytest.param("ok 👍👍", ["ok", "👍"], id="emoji-are-words"),
        pytest.param("ça va", ["ça", "va"], id="accents-are-latin"),
        pytest.param("привет", ["привет", FOREIGN_SCRIPT], id="cyrillic"),
        pytest.param("hello 你好", ["hello", "你好", FOREIGN_SCRIPT], id="mixed-scripts"),
        pytest.param("สวัสดี", [*words("สวัสดี")[:-1], FOREIGN_SCRIPT], id="a-script-never-trained"),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert words(normalise(text)) == found
