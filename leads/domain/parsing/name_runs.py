"""Which words of a text can be somebody's name, and how a name is written."""

import re

from leads.domain.currency_codes import CURRENCIES
from leads.domain.parsing.first_names import FIRST_NAMES
from leads.domain.parsing.name_words import HONORIFICS, NO_NAMES, PARTICLES, SURNAMES
from leads.domain.parsing.places import is_demonym
from leads.domain.parsing.role_words import DEPARTMENTS, TITLES
from leads.domain.parsing.tables import words
from leads.domain.parsing.wording import folded

__all__ = [
    "MARKS",
    "is_capitalised",
    "is_known",
    "is_sure",
    "name_alone",
    "name_at_start",
    "presented",
    "words_taken",
]

_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f\u0900-\u0dff])+(?:['.-][^\W\d_]+)*\.?")
_JOINED_PARTICLE = re.compile(r"[a-z]{1,4}['-](?=[^\W\d_])")
MARKS = re.compile(r"^[^\w]+|[^\w.]+$")
# Put behind a name out of courtesy.
_COURTESIES = words("ji san sama desu krub krap kha khrap po sir madam bhai saheb sahib nim ssi")
# Behind a given name they go on with the sentence; any other ordinary word may be a family name there.
_NEVER_LAST = words("""
    a an the and or but so if from at with of in on to for by is am are was here there this that speaking
    talking thanks thank thx please pls again also too not no yes ok okay hi hello hey sorry lol btw who
    which i me my we our you your it now today tomorrow monday tuesday wednesday thursday friday asap
""")
# Ordinary words that are names where they are capitalised, and capitals that are none.
_ALSO_NAMES = words("will may june april august hope grace joy sunny rich long real story young early lovely")
_ALSO_LAST = words("an do so my to no long man than will may rich")
_INITIALS = words("it hr pr ai crm erp usa uk eu faq api sms")
_EPITHETS = words("little best short long day price small bright moody sharp strong fair swift")
_EPITHETS_BEFORE = words("big little old young lil good dear just the")
_LONGEST = 5  # words, particles not counted


def name_alone(text: str) -> list[str] | None:
    run = name_at_start(text)
    return run if run and words_taken(text, run) == len(text.split()) else None


def name_at_start(text: str) -> list[str] | None:
    """The name a text begins with: its words up to the first that cannot be part of one."""
    spoken = ["" if "/" in word else MARKS.sub("", word) for word in text.split()]
    stops = [word.endswith((",", ";", "!", "?", ")", ":")) for word in text.split()]
    while spoken and (not spoken[0] or _only_stands_before(spoken)):
        spoken, stops = spoken[1:], stops[1:]
    run: list[str] = []
    for word, stop in zip(spoken, stops, strict=True):
        if len(run) > _LONGEST + 3 or not _may_go_on(run, word):
            break
        run.append(word)
        if stop:
            break
    while run and len(run) > 1 and run[-1].lower() in PARTICLES:
        run.pop()
    named = [word for word in run if word.lower() not in PARTICLES]
    return run if run and len(named) <= _LONGEST and _may_be_name(run) else None


def _only_stands_before(spoken: list[str]) -> bool:
    """ "Mr" before any name, "big" before one we know."""
    first = folded(spoken[0].rstrip("."))
    known = len(spoken) > 1 and spoken[1].lower() in FIRST_NAMES
    return first in HONORIFICS or (first in _EPITHETS_BEFORE and spoken[0].islower() and known)


def _may_go_on(run: list[str], word: str) -> bool:
    bare = word.rstrip(".")
    if not bare or not _WORD.fullmatch(word):
        return False
    lowered = bare.lower()
    if run and lowered in PARTICLES:
        return True
    if run and lowered in _COURTESIES:
        return False
    if run and bare[0].isupper() and (lowered in _ALSO_LAST or _follows_given_name(run, lowered)):
        return True
    if lowered in NO_NAMES and not (lowered in _ALSO_NAMES and bare[0].isupper()):
        return False
    return not run or is_capitalised(word) or not is_capitalised(run[0])


def _follows_given_name(run: list[str], word: str) -> bool:
    """ "Mark Price": behind a known given name an ordinary word is the family's."""
    return len(run) == 1 and word not in _NEVER_LAST and (is_known(run) or word in _EPITHETS)


def _may_be_name(run: list[str]) -> bool:
    first = run[0].lower().rstrip(".")
    if first in FIRST_NAMES:
        return True
    if any(
        folded(word) in TITLES and word.lower() not in (SURNAMES if at else ()) for at, word in enumerate(run)
    ):
        return False
    if first in DEPARTMENTS or is_demonym(first) or (first.endswith("ing") and len(first) > 5):
        return False
    if len(run) == 1 and run[0].isupper() and (first in _INITIALS or run[0] in CURRENCIES):
        return False
    return any(len(word.rstrip(".")) > 1 for word in run) or not first.isascii()


def is_capitalised(word: str) -> bool:
    """ "Otaibi" and "al-Otaibi", and words of scripts without capitals."""
    joined = _JOINED_PARTICLE.match(word)
    first = word[joined.end()] if joined else word[0]
    return first.isupper() or not (first.isascii() or first.islower())


def is_sure(run: list[str]) -> bool:
    """A name beyond doubt: capitalised, or known as one."""
    return is_capitalised(run[0]) or run[0].lower() in FIRST_NAMES


def presented(run: list[str]) -> str:
    shouted = all(word.isupper() for word in run) and len("".join(run)) > 3
    return " ".join(_one_presented(word, first=at == 0, shouted=shouted) for at, word in enumerate(run))


def _one_presented(word: str, *, first: bool, shouted: bool) -> str:
    if not word.islower() and not (shouted and len(word.rstrip(".")) > 1):
        return word
    lowered = word.lower()
    if lowered in PARTICLES and not first:
        return lowered
    pieces = re.split(r"([-'.])", lowered)
    return "".join(piece[:1].upper() + piece[1:] for piece in pieces)


def is_known(run: list[str] | None) -> bool:
    return run is not None and run[0].lower() in FIRST_NAMES


def words_taken(text: str, run: list[str]) -> int:
    """How many words of the text the run and the titles before it are."""
    spoken = [MARKS.sub("", word) for word in text.split()]
    return next((at + 1 for at, word in enumerate(spoken) if word == run[-1]), len(spoken))
