"""What a person is called."""

import re
from collections.abc import Iterator

from leads.domain.answers import Parsed, Standing, Text
from leads.domain.parsing.context import Context
from leads.domain.parsing.first_names import FIRST_NAMES
from leads.domain.parsing.name_words import HONORIFICS, NO_NAMES, PARTICLES, SURNAMES
from leads.domain.parsing.places import is_demonym
from leads.domain.parsing.role_words import DEPARTMENTS, TITLES
from leads.domain.parsing.tables import part, words
from leads.domain.parsing.wording import clauses, clean, folded, without_openers
from leads.domain.topics import Topic

__all__ = ["read_name"]

_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f\u0900-\u0dff])+(?:['.-][^\W\d_]+)*\.?")
_EDGES = ' \t\n,;:!?"()*~_<>'
_CUE = re.compile(
    part(r"""
    \b(?:my|the|our) (?:(?:full|first|given|real|own) )?(?:name'?s|name is|name:|name would be)
    \bname(?:'s| is|:)|\bmine(?:'s| is)|^name\b|\b(?:call|calls|called) me|\bi(?:'m| am) called|\bgo by
        |\bput (?:me )?down(?: as)?|\bknown as
    \b(?:speaking|talking|chatting) (?:to|with)|\bme llamo|\bmi nombre es|\bmein name ist|\bje m'appelle
    \bmon nom est|\bmi chiamo|\bmeu nome [eé]|\bmijn naam is|\bich hei(?:ß|ss)e|\bme chamo
    """)
    + r"(?![^\W_])",
    re.IGNORECASE,
)
_SELF = re.compile(r"\b(?:i'm|i am|im|this is|soy|ich bin|je suis|ik ben|eu sou)(?![^\W_])", re.IGNORECASE)
_SELF_WHEN_ASKED = re.compile(
    r"\b(?:it's|its|it is|that's|that is|that'd be|that would be|it would be)(?![^\W_])", re.IGNORECASE
)
_SAID_BEFORE = re.compile(
    r"^(.{1,40}?) (?:here|speaking|is my name|is the name|on the line|this side)\b", re.IGNORECASE
)
_FIRST_AND_LAST = re.compile(
    r"\bfirst(?: name)?(?: is|:)? (\S+?)[,;.]? (?:and )?(?:my )?(?:last|sur|family) ?(?:name)?(?: is|:)?"
    r" (\S+)",
    re.IGNORECASE,
)
_NICKNAME = re.compile(r"\s\"[^\"]{1,30}\"\s")
_MAY_FOLLOW = words("""
    @ & + from at with of here speaking and or but by is in thanks thank please btw nice pleased for who i
    my we is's like just though if as aka
""")
# Ordinary words that are names where they are capitalised, and capitals that are none.
_ALSO_NAMES = words("will may june april august hope grace joy sunny rich long real story young early lovely")
_ALSO_LAST = words("an do so my to no long man than will may rich")
_INITIALS = words("it hr pr ai crm erp usa uk eu faq api sms")
_LONGEST = 5  # words


def read_name(text: str, context: Context) -> Parsed | None:
    """A person's name, capitalised, without "Mr" and "Dr".

    Asked for it, a bare name counts; otherwise only one they say is theirs.
    """
    said = _NICKNAME.sub(" ", clean(text))
    found = _asked_name(said) if context.asking is Topic.NAME else _told_name(said)
    return Parsed(Topic.NAME, Standing.GIVEN, Text(found)) if found else None


def _asked_name(text: str) -> str | None:
    halves = _FIRST_AND_LAST.search(text)
    if halves:
        return _presented([half.strip(_EDGES + ".") for half in halves.groups()])
    parts = clauses(without_openers(text))
    in_full = next(filter(None, map(_full_name, parts[:2])), None)
    return in_full or next(_cued_names(parts, asked=True), None) or _turned_round(text) or _bare_name(parts)


def _told_name(text: str) -> str | None:
    return next(_cued_names(clauses(without_openers(text)), asked=False), None)


def _cued_names(parts: tuple[str, ...], *, asked: bool) -> Iterator[str]:
    for clause in parts:
        for cue in (_CUE, _SELF, _SELF_WHEN_ASKED) if asked else (_CUE, _SELF):
            for match in cue.finditer(clause):
                run = _run(clause[match.end() :])
                if run and (_is_sure(run) or asked or (cue is _CUE and "name" in match[0].lower())):
                    yield _presented(run)
        before = _SAID_BEFORE.match(clause)
        whole = _whole(before[1]) if before else None
        if whole and (asked or _is_sure(whole)):
            yield _presented(whole)


def _bare_name(parts: tuple[str, ...]) -> str | None:
    for at, clause in enumerate(parts[:3]):
        run = _run(clause)
        if not run or (at > 0 and not _is_sure(run)):
            continue
        behind = [word.strip(_EDGES) for word in clause.split()[_taken(clause, run) :]]
        if all(not re.search(r"\w", word) for word in behind) or behind[0].lower() in _MAY_FOLLOW:
            return _presented(run)
    return None


def _taken(text: str, run: list[str]) -> int:
    """How many words of the text the run and the titles before it are."""
    spoken = [word.strip(_EDGES) for word in text.split()]
    return next((at + 1 for at, word in enumerate(spoken) if word == run[-1]), len(spoken))


def _turned_round(text: str) -> str | None:
    """ "Smith, John" """
    match = re.fullmatch(r"([^\W\d_]+), ([^\W\d_]+)\.?", text.strip())
    if match and match[2].lower() in FIRST_NAMES and match[1].lower() not in FIRST_NAMES:
        return _presented([match[2], match[1]])
    return None


def _full_name(clause: str) -> str | None:
    """A clause that is nothing but a given and a family name: "name's Bond, James Bond"."""
    run = _whole(clause)
    is_full = (
        run is not None
        and len(run) > 1
        and all(map(_is_capitalised, run))
        and not (_SELF.match(clause) or _SELF_WHEN_ASKED.match(clause))
    )
    return _presented(run) if run and is_full else None


def _whole(text: str) -> list[str] | None:
    run = _run(text)
    return run if run and _taken(text, run) == len(text.split()) else None


def _run(text: str) -> list[str] | None:
    """The name a text begins with: its words up to the first that cannot be part of one."""
    spoken = [word.strip(_EDGES) for word in text.split()]
    stops = [word.endswith((",", ";", "!", "?", ")", ":")) for word in text.split()]
    while spoken and (not spoken[0] or folded(spoken[0].rstrip(".")) in HONORIFICS):
        spoken, stops = spoken[1:], stops[1:]
    run: list[str] = []
    for word, stop in zip(spoken[: _LONGEST + 1], stops, strict=False):
        if not _may_go_on(run, word):
            break
        run.append(word)
        if stop:
            break
    while run and len(run) > 1 and run[-1].lower() in PARTICLES:
        run.pop()
    return run if run and len(run) <= _LONGEST and _may_be_name(run) else None


def _may_go_on(run: list[str], word: str) -> bool:
    bare = word.rstrip(".")
    if not bare or not _WORD.fullmatch(word):
        return False
    lowered = bare.lower()
    if run and lowered in PARTICLES:
        return True
    if run and lowered in _ALSO_LAST and bare[0].isupper():
        return True
    if lowered in NO_NAMES and not (lowered in _ALSO_NAMES and bare[0].isupper()):
        return False
    return not run or _is_capitalised(word) or not _is_capitalised(run[0])


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
    if len(run) == 1 and run[0].isupper() and run[0].isascii() and 1 < len(first) < 4 and first in _INITIALS:
        return False
    return any(len(word.rstrip(".")) > 1 for word in run) or not first.isascii()


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() or not (word[0].isascii() or word[0].islower())


def _is_sure(run: list[str]) -> bool:
    """A name beyond doubt: capitalised, or known as one."""
    return _is_capitalised(run[0]) or run[0].lower() in FIRST_NAMES


def _presented(run: list[str]) -> str:
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
