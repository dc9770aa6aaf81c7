"""Texts become pieces as BERT's own tokeniser cuts them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.embeddings.errors import EmbeddingsRefused
from bot.nlu.embeddings.wordpiece import Vocabulary
from tests.bot.nlu.embeddings.tiny import PIECES

VOCABULARY = Vocabulary({piece: row for row, piece in enumerate(PIECES)})


def pieces(text: str, *, longest: int = 16) -> list[str]:
    return [PIECES[row] for row in VOCABULARY.rows_of(text, longest=longest)][1:-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The PRICE", ["the", "price"], id="lower-case"),
        pytest.param("prices", ["price", "##s"], id="a-word-in-pieces"),
        pytest.param("pricelesss", ["price", "##less", "##s"], id="longest-piece-first"),
        pytest.param("pricetag", ["[UNK]"], id="no-half-known-words"),
        pytest.param("naïve", ["naive"], id="accents-are-stripped"),
        pytest.param("price!the.", ["price", "!", "the", "."], id="marks-stand-alone"),
        pytest.param("東東", ["東", "東"], id="ideographs-stand-alone"),
        pytest.param("the\u200b\x00 \t\nprice", ["the", "price"], id="what-cannot-be-seen"),
        pytest.param("a" * 101, ["[UNK]"], id="too-long-for-a-word"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_pieces(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@given(st.text(max_size=200), st.integers(min_value=2, max_value=16))
def test_any_text_fits(text: str, longest: int) -> None:
    rows = VOCABULARY.rows_of(text, longest=longest)

    assert 2 <= len(rows) <= longest
    assert (PIECES[rows[0]], PIECES[rows[-1]]) == ("[CLS]", "[SEP]")


def test_a_missing_vocabulary_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingsRefused, match="cannot be read"):
        Vocabulary.load(tmp_path / "vocab.txt")


def test_another_list_is_refused(tmp_path: Path) -> None:
    (tmp_path / "vocab.txt").write_text("the\nprice\n")

    with pytest.raises(EmbeddingsRefused, match="not the vocabulary of a BERT model"):
        Vocabulary.load(tmp_path / "vocab.txt")
