"""One slip of the finger forgiven, and not two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.parsing.spelling import corrected, slips, within_one_slip


@pytest.mark.parametrize(
    "word", ["confidental", "confidentiall", "cofnidential", "confidantial", "confidential"]
)
def test_one_slip_is_mended(word: str) -> None:
    assert corrected(word) == "confidential"


@pytest.mark.parametrize("word", ["refer", "father", "cnfdential", "now", "personnel"])
def test_other_words_are_left_alone(word: str) -> None:
    assert corrected(word) == word


@given(st.text("abcdefgh", min_size=6, max_size=12), st.data())
def test_any_letter_may_be_missing(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    assert within_one_slip(word[:at] + word[at + 1 :], slips([word])) == word
