"""One spelling for what people type in many ways: the form in which the intent model reads a message."""

import re
import unicodedata

__all__ = ["FOREIGN_SCRIPT", "LONGEST", "normalise", "words"]

LONGEST = 500  # characters read of one message
FOREIGN_SCRIPT = "xscript"  # stands for "there is a word here that is not in Latin letters"

_LINK = re.compile(r"\b(?:https?://|www\.)\S+")
_EMAIL = re.compile(r"[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[^\W\d_]{2,}")
_MARKUP = re.compile(r"</?[a-z][^<>]{0,40}>|[{}<>]")
_NUMBER = re.compile(r"\d+(?:[.,:' ]?\d+)*")
_APOSTROPHE = re.compile(r"(?<=\w)['’‘`´](?=\w)")
_REPEATED_LETTER = re.compile(r"([^\W\d])\1{2,}")
_REPEATED_MARK = re.compile(r"([^\w\s])\1+")
_WORD = re.compile(r"\w+|[^\w\s]")
_A_SENTENCE = 3  # words

# What changes the look of a sign, not its meaning: skin tones, variation selectors, joiners, controls.
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def normalise(text: str, *, longest: int = LONGEST) -> str:
    """`text` in lower case and compatible letters, with numbers, addresses and repeated letters folded.

    Any string is accepted, and at most `longest` characters of it are read. Markup around a sentence goes;
    a message that is little else stays what it is.
    """
    plain = unicodedata.normalize("NFKC", text[:longest])[:longest].casefold()
    plain = "".join(_visible(sign) for sign in plain)
    bare = _MARKUP.sub(" ", plain)
    plain = bare if len(bare.split()) >= _A_SENTENCE else plain
    plain = _LINK.sub(" xlink ", plain)
    plain = _EMAIL.sub(" xmail ", plain)
    plain = _NUMBER.sub("0", plain)
    plain = _APOSTROPHE.sub("", plain)
    plain = _REPEATED_LETTER.sub(r"\1\1", plain)
    plain = _REPEATED_MARK.sub(r"\1", plain)
    return " ".join(plain.split())


def words(normalised: str) -> list[str]:
    """Its words, each mark and emoji as a word of its own, and `FOREIGN_SCRIPT` once if there is any."""
    found = _WORD.findall(normalised)
    if any(map(_is_foreign, normalised)):
        found.append(FOREIGN_SCRIPT)
    return found


def _visible(sign: str) -> str:
    if sign.isspace():
        return " "
    if ord(sign) in _SKIN_TONES or ord(sign) in _VARIATION_SELECTORS or unicodedata.category(sign) in _UNSEEN:
        return ""
    return sign


def _is_foreign(sign: str) -> bool:
    return sign > "ɏ" and sign.isalpha() and "LATIN" not in unicodedata.name(sign, "LATIN")
