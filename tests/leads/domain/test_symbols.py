"""Thumbs, ticks and faces."""

import pytest

from leads.domain.symbols import has_no_words, is_punctuation, yes_or_no_of_symbols


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        pytest.param("👍", True, id="thumb up"),
        pytest.param("✅ 🙂", True, id="tick and smile"),
        pytest.param("👍🏽", True, id="a thumb with a skin tone"),
        pytest.param("❌", False, id="cross"),
        pytest.param("👎", False, id="thumb down"),
        pytest.param("👍👎", None, id="both"),
        pytest.param("🤔", None, id="neither"),
        pytest.param("no 🙂", None, id="a word decides, not the smile"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_what_symbols_answer(text: str, *, answer: bool | None) -> None:
    assert yes_or_no_of_symbols(text) is answer


@pytest.mark.parametrize(("text", "is_one"), [("...", True), ("?!", True), ("👍", False), ("🤔?", False)])
def test_punctuation_is_no_symbol(text: str, *, is_one: bool) -> None:
    assert has_no_words(text)
    assert is_punctuation(text) is is_one
