"""From a text to the numbers of its word pieces, as BERT's uncased vocabulary counts them."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from bot.nlu.embeddings.errors import EmbeddingsRefused

__all__ = ["Vocabulary"]

_FIRST, _LAST, _UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
_INSIDE = "##"  # marks a piece that goes on with a word
_LONGEST_WORD = 100  # characters; a longer word is not looked for
_SPACES = "\t\n\r"
_ASCII_MARKS = (range(33, 48), range(58, 65), range(91, 97), range(123, 127))
_IDEOGRAPHS = (
    range(0x4E00, 0xA000),
    range(0x3400, 0x4DC0),
    range(0x20000, 0x2A6E0),
    range(0x2A700, 0x2CEB0),
    range(0xF900, 0xFB00),
    range(0x2F800, 0x2FA20),
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The pieces that the weights have a vector for, each with its row."""

    rows: dict[str, int]

    @classmethod
    def load(cls, file: Path) -> Self:
        """Read a vocab.txt, one piece a line. Raises EmbeddingsRefused when it is missing or is none."""
        try:
            pieces = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as fault:
            raise EmbeddingsRefused(f"The vocabulary {file} cannot be read.") from fault
        rows = {piece: row for row, piece in enumerate(pieces)}
        if not {_FIRST, _LAST, _UNKNOWN} <= rows.keys():
            raise EmbeddingsRefused(f"{file} is not the vocabulary of a BERT model.")
        return cls(rows)

    def rows_of(self, text: str, *, longest: int) -> list[int]:
        """The rows of the pieces of `text` between the marks for its ends, at most `longest` in all."""
        pieces = [piece for word in _words(text) for piece in self._pieces(word)]
        return [self.rows[piece] for piece in (_FIRST, *pieces[: longest - 2], _LAST)]

    def _pieces(self, word: str) -> Sequence[str]:
        """The longest known piece at the start of the word, then of what is left; or unknown altogether."""
        if len(word) > _LONGEST_WORD:
            return [_UNKNOWN]
        found: list[str] = []
        at = 0
        while at < len(word):
            piece = self._longest_piece(word[at:], lead=_INSIDE if at else "")
            if not piece:
                return [_UNKNOWN]
            found.append(piece)
            at += len(piece.removeprefix(_INSIDE) if at else piece)
        return found

    def _longest_piece(self, rest: str, *, lead: str) -> str:
        pieces = (lead + rest[:end] for end in range(len(rest), 0, -1))
        return next((piece for piece in pieces if piece in self.rows), "")


def _words(text: str) -> list[str]:
    """Its words in lower case without accents, each mark and each ideograph as a word of its own."""
    plain = unicodedata.normalize("NFD", "".join(map(_cleaned, text)).lower())
    return "".join(map(_parted, plain)).split()


def _cleaned(sign: str) -> str:
    if sign.isspace() or sign in _SPACES:
        return " "
    return "" if unicodedata.category(sign).startswith("C") or sign == "\ufffd" else sign


def _parted(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Mn":  # an accent
        return ""
    stands_alone = category.startswith("P") or any(ord(sign) in signs for signs in _standing_alone())
    return f" {sign} " if stands_alone else sign


def _standing_alone() -> Iterator[range]:
    yield from _ASCII_MARKS
    yield from _IDEOGRAPHS
