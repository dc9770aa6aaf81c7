"""What a person is called."""

import re
from collections.abc import Iterator

from leads.domain.answers import Parsed, Standing, Text
from leads.domain.parsing.context import Context
from leads.domain.parsing.first_names import FIRST_NAMES
from leads.domain.parsing.name_cues import (
    ABROAD,
    CUE,
    SAID_BEFORE,
    SAID_BEFORE_WITH_FIRM,
    SELF,
    SELF_WHEN_ASKED,
)
from leads.domain.parsing.name_runs import (
    MARKS,
    is_capitalised,
    is_known,
    is_sure,
    name_alone,
    name_at_start,
    presented,
    words_taken,
)
from leads.domain.parsing.places import is_place
from leads.domain.parsing.role_words import TITLES
from leads.domain.parsing.tables import words
from leads.domain.parsing.wording import clauses, clean, folded, without_openers
from leads.domain.topics import Topic

__all__ = ["read_name"]

_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f\u0900-\u0dff])+(?:['.-][^\W\d_]+)*\.?")
_JOINED_PARTICLE = re.compile(r"[a-z]{1,4}['-](?=[^\W\d_])")
_EDGES = ' \t\n,;:!?"()*~_<>'
_FIRST = r"(?:first|given|fore) ?(?:name)?(?: is|:)?"
_LAST = r"(?:last|sur|family) ?(?:name)?(?: is|:)?"
_FIRST_AND_LAST = re.compile(rf"\b{_FIRST} (\S+?)[,;.]? (?:and )?(?:my )?{_LAST} (\S+)", re.IGNORECASE)
_LAST_AND_FIRST = re.compile(rf"\b{_LAST} (\S+?)[,;.]? (?:and )?(?:my )?{_FIRST} (\S+)", re.IGNORECASE)
_FAMILY_FIRST = re.compile(
    r"((?:(?:van|de|der|den|von|da|di|la|del|dos) )*[^\W\d_]+(?:['-][^\W\d_]+)*), ([^\W\d_]+)\.?",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"\b(?:ask|asks|talk|speak|tell|told|contact|call|colleagues?|boss|manager|friend|wife|husband|with|not|no"
    r"|from|named|after|for|by|at|in|via|through|met|saw|knows?|our|your|his|her)\b",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(r"^(?:just|only|simply|with)\s+(?=[^\W\d_]+[\s.,!]*$|\S+,)", re.IGNORECASE)
_ADDRESS = re.compile(r"\S@\S+\.\S|\+\d[\d ]{7,}")
_SOMEBODY_ELSES = re.compile(r"^(?:my|our|the|your|his|her|their)\b", re.IGNORECASE)
_NICKNAME = re.compile(r"\s\"[^\"]{1,30}\"\s")
_MAY_FOLLOW = words("""
    @ & + from at with of here speaking and or but by is in thanks thank please btw nice pleased for who i
    my we is's like just though if as aka again reporting anyway lol haha
    ji san sama desu krub krap kha khrap po sir madam bhai saheb sahib nim ssi
""")
_LONGEST = 5  # words, particles not counted


def read_name(text: str, context: Context) -> Parsed | None:
    """A person's name, capitalised, without "Mr" and "Dr".

    Asked for it, a bare name counts; otherwise only one they say is theirs.
    """
    said = _NICKNAME.sub(" ", clean(text))
    found = _asked_name(said) if context.asking is Topic.NAME else _told_name(said)
    return Parsed(Topic.NAME, Standing.GIVEN, Text(found)) if found else None


def _asked_name(text: str) -> str | None:
    halves = _halves(text)
    if halves:
        return presented([half.strip(_EDGES + ".") for half in halves])
    parts = clauses(ABROAD.sub("", _LEAD_IN.sub("", without_openers(text))))
    in_full = next(filter(None, map(_full_name, parts[:2])), None)
    cued = list(_cued_names(parts, asked=True))
    sure = next((name for name in cued if name.partition(" ")[0].lower() in FIRST_NAMES), None)
    return (
        in_full
        or sure
        or next(iter(cued), None)
        or _turned_round(text)
        or _bare_name(parts)
        or _at_the_end(parts)
        or _only_one_named(parts)
    )


def _halves(text: str) -> tuple[str, ...] | None:
    """ "First name Ana, last name Ruiz", in either order, as given and family name."""
    in_order, turned = _FIRST_AND_LAST.search(text), _LAST_AND_FIRST.search(text)
    if in_order:
        return in_order.groups()
    return turned.groups()[::-1] if turned else None


def _at_the_end(parts: tuple[str, ...]) -> str | None:
    """ "You have reached Dana Whitfield": a known name that ends what they say."""
    words = parts[-1].split() if parts else []
    sizes = [3, 2, *([1] if len(words) <= 3 else [])]
    runs = (name_alone(" ".join(words[-size:])) for size in sizes if len(words) > size)
    named = (run for run in runs if run and is_known(run) and all(map(is_capitalised, run)))
    return next((presented(run) for run in named), None)


def _only_one_named(parts: tuple[str, ...]) -> str | None:
    """ "Call me what you like, but Frank works": the one known name in what they say of nobody else."""
    spoken = [word.strip(_EDGES + ".") for part in parts for word in part.split()]
    named = [word for word in spoken if word[:1].isupper() and word.lower() in FIRST_NAMES]
    nobody_else = not any(_SOMEBODY.search(part) for part in parts if any(name in part for name in named))
    return presented(named[:1]) if len(named) == 1 and nobody_else else None


def _told_name(text: str) -> str | None:
    parts = clauses(without_openers(text))
    return next(_cued_names(parts, asked=False), None) or _name_on_card(parts)


def _name_on_card(parts: tuple[str, ...]) -> str | None:
    """ "Ana Ruiz, CFO, ana@ruiz.es": a clause that is a known name beside what else stands on a card."""
    for at, clause in enumerate(parts):
        run = name_alone(clause)
        known = run is not None and run[0].lower() in FIRST_NAMES and all(map(is_capitalised, run))
        if run and known and any(_is_on_card(part) for part in (*parts[:at], *parts[at + 1 :])):
            return presented(run)
    return None


def _is_on_card(clause: str) -> bool:
    return bool(_ADDRESS.search(clause)) or (
        not _SOMEBODY_ELSES.match(clause) and any(folded(word) in TITLES for word in clause.split())
    )


def _cued_names(parts: tuple[str, ...], *, asked: bool) -> Iterator[str]:
    for clause in parts:
        for cue in (CUE, SELF, SELF_WHEN_ASKED) if asked else (CUE, SELF):
            for match in cue.finditer(clause):
                if not asked and match[0].lower().startswith("mine"):
                    continue  # of whatever was asked
                run = name_at_start(clause[match.end() :])
                if run and (is_sure(run) or asked or (cue is CUE and "name" in match[0].lower())):
                    yield presented(run)
        before = SAID_BEFORE.match(clause) or SAID_BEFORE_WITH_FIRM.match(clause)
        whole = name_alone(before[1]) if before else None
        if whole and (asked or is_sure(whole)):
            yield presented(whole)


def _bare_name(parts: tuple[str, ...]) -> str | None:
    likely = sorted(parts[:3], key=lambda clause: not is_known(name_at_start(clause)))
    for clause in likely:
        run = name_at_start(clause)
        if not run or (clause != parts[0] and not is_sure(run)) or _is_a_place(run):
            continue
        behind = [MARKS.sub("", word) for word in clause.split()[words_taken(clause, run) :]]
        if all(not re.search(r"\w", word) for word in behind) or behind[0].lower() in _MAY_FOLLOW:
            return presented(run)
    return None


def _is_a_place(run: list[str]) -> bool:
    return run[0].lower() not in FIRST_NAMES and is_place(" ".join(run))


def _turned_round(text: str) -> str | None:
    """ "Smith, John" """
    match = _FAMILY_FIRST.fullmatch(text.strip())
    if not match or match[1].lower() in FIRST_NAMES:
        return None
    family, given = name_at_start(match[1]), name_at_start(match[2])
    known = match[2].lower() in FIRST_NAMES or not (is_place(match[2]) or match[2].islower())
    return presented([*given, *family]) if family and given and known else None


def _full_name(clause: str) -> str | None:
    """A clause that is nothing but a given and a family name: "name's Bond, James Bond"."""
    run = name_alone(clause)
    is_full = (
        run is not None
        and len(run) > 1
        and all(map(is_capitalised, run))
        and not any(cue.match(clause) for cue in (CUE, SELF, SELF_WHEN_ASKED))
    )
    return presented(run) if run and is_full else None
