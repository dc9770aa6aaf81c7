"""What a text message asks for: to stop, to start again, or to know who we are."""

import re
from enum import StrEnum

from leads.domain.opt_out.spelling import plain, respelled
from leads.domain.opt_out.wishes import asks_to_stop
from leads.domain.opt_out.words import HELP_WORDS, RESUME_WORDS, START_WORDS, STOP_WORDS

__all__ = ["OptKeyword", "classify"]


class OptKeyword(StrEnum):
    """The three requests that are honoured before anything else happens."""

    STOP = "stop"
    START = "start"
    HELP = "help"


_STOP = frozenset(map(plain, STOP_WORDS))
_START = frozenset(map(plain, START_WORDS))
_RESUME = frozenset(map(plain, RESUME_WORDS))
_HELP = frozenset(map(plain, HELP_WORDS))
_COURTESIES = re.compile(
    r"\b(?:please|kindly|thanks|thank you|por favor|gracias|obrigad[oa]|bitte|danke|svp|s il vous plait|"
    r"sil vous plait|merci|per favore|grazie|alsjeblieft|tack)\b"
)


def classify(text: str, *, opted_out: bool = False) -> OptKeyword | None:
    """What this message asks for, or None when it is part of the conversation.

    Keywords count when they are the whole message, whatever their case, punctuation and quotes; a plain wish
    to be left alone counts anywhere in it. `opted_out` says whether the number is opted out now: only then do
    words such as YES or "subscribe" ask to start again.
    """
    words = plain(text)
    asked = _without_courtesies(respelled(words))
    if asked in _START or (opted_out and asked in _RESUME):
        return OptKeyword.START
    if words in _HELP:
        return OptKeyword.HELP
    if not {words, asked, _once(words)}.isdisjoint(_STOP) or asks_to_stop(text):
        return OptKeyword.STOP
    return None


def _without_courtesies(words: str) -> str:
    return " ".join(_COURTESIES.sub(" ", words).split())


def _once(words: str) -> str:
    """`stop stop stop` says no more than `stop`."""
    different = set(words.split())
    return different.pop() if len(different) == 1 else words
