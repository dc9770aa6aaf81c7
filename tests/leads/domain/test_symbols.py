"""Thumbs, ticks and faces."""

import pytest

from leads.domain.symbols import has_no_words, is_code, is_punctuation, yes_or_no_of_symbols


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


@pytest.mark.parametrize(
    "text",
    [
        "/restart",
        '/slot{"budget": 1000000}',
        "{{7*7}}",
        "${HOME}",
        "<script>alert('x')</script>",
        "1; -- ",
        "[object Object]",
        "=1+1",
        "=HYPERLINK(a)",
        "bantam --verbose",
    ],
)
def test_words_of_a_machine_are_code(text: str) -> None:
    assert is_code(text)


@pytest.mark.parametrize(
    "text",
    [
        "20k/year",
        "and/or",
        "50 people -- roughly",
        "we use <nothing>",
        "<b>we need</b> more leads'; DROP TABLE leads; --",
        "our company is {{7*7}} Ltd",
        "we need help with <img src=x onerror=alert(1)>",
        "yes!",
        "!",
        "a = b",
        "https://acme.com/x",
    ],
)
def test_signs_among_words_are_none(text: str) -> None:
    assert not is_code(text)
