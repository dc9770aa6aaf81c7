"""How the words around amounts and counts are misspelt: "maxium", "btween", "a moth", "puonds"."""

import re

from leads.domain.parsing.spelling import slips, within_one_slip
from leads.domain.parsing.tables import words

__all__ = ["in_amount_words"]

_LEAST_LENGTH = 6
_LONG = slips(
    words("""
        approximately around between budget dollar dollars employees maximum minimum monthly people pounds
        roughly thousand yearly annually
    """)
)
_SHORT = {
    "euors": "euros",
    "erous": "euros",
    "euos": "euros",
    "eruos": "euros",
    "euris": "euros",
    "puond": "pound",
    "ponds": "pounds",
    "doler": "dollar",
    "leats": "least",
    "leasst": "least",
}
# Words of their own, one letter away.
_OTHER_WORDS = words("""
    aground bounds budge budged budgets collar collars founds grounds hounds maximus mounds peoples rounds
    sounds surround thousands wounds yeary ground pounds founder
""")
_PERIODS = {
    **dict.fromkeys(words("moth mnth motnh monht mounth mouth montht"), "month"),
    **dict.fromkeys(words("yer yaer yeer yera yeat yearr"), "year"),
}
_WORD = re.compile(r"[a-z]+")
_PERIOD = re.compile(rf"(?P<each>\b(?:per|a|each|every|the)\s|/\s?)(?P<period>{'|'.join(_PERIODS)})\b")


def in_amount_words(text: str) -> str:
    """The aligned text with these words in their usual spelling; its length may change."""
    whole = _PERIOD.sub(lambda match: match["each"] + _PERIODS[match["period"]], text)
    return _WORD.sub(_spelled, whole)


def _spelled(match: re.Match[str]) -> str:
    word = match[0]
    if word in _SHORT:
        return _SHORT[word]
    if len(word) < _LEAST_LENGTH or word in _OTHER_WORDS:
        return word
    meant = within_one_slip(word, _LONG)
    return meant if meant and meant[0] == word[0] else word
