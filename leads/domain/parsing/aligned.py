"""Text made even before numbers and dates are read in it: every character stays at its own offset."""

import re
import unicodedata
from collections.abc import Iterable

__all__ = ["aligned", "masked"]

_BLANK = "\0"  # stands where nothing must be read; no pattern matches it
_LETTERS_FOR_ZEROS = re.compile(r"(?<=\d)(?:[,.]?o+)+(?=[\d,.]|\b(?!'))")  # "$2o,000", "15,OOO"
_SIZE_IN_BRACKETS = re.compile(r"(?<=\d )\((k|thousand|million|mio|grand)\)")
_EVEN = {
    **dict.fromkeys("‘’‚‛`´ʼ′", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\t\u00a0\u2007\u2009\u202f", " "),
    "٬": ",",
    "٫": ".",
    "≤": "<",
    "≥": ">",
    "≈": "~",
    "∼": "~",
}


def aligned(text: str) -> str:
    """The text in lower case, with plain digits, quotes, dashes and spaces, and exactly as long as it was."""
    even = text.lower().replace("\t", " ") if text.isascii() else "".join(map(_evened, text))
    even = _SIZE_IN_BRACKETS.sub(r" \1 ", even)
    return _LETTERS_FOR_ZEROS.sub(lambda match: match[0].replace("o", "0"), even)


def _evened(character: str) -> str:
    if character in _EVEN:
        return _EVEN[character]
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "No":  # "²" and "½" are no digits of a numeral
        return character
    if category == "Cf":
        return " "
    plain = unicodedata.normalize("NFKC", character).lower()
    return plain if len(plain) == 1 else character


def masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with these stretches blanked out, so that readers pass over them; the length stays."""
    pieces, done = [], 0
    for start, end in sorted(spans):
        if end > done:
            begin = max(start, done)
            pieces += [text[done:begin], _BLANK * (end - begin)]
            done = end
    return "".join([*pieces, text[done:]])
