"""What a person is called."""

import re
from collections.abc import Iterator

from leads.domain.answers import Parsed, Standing, Text
from leads.domain.parsing.context import Context
from leads.domain.parsing.first_names import FIRST_NAMES
from leads.domain.parsing.name_words import HONORIFICS, NO_NAMES, PARTICLES, SURNAMES
from leads.domain.parsing.places import is_demonym, is_place
from leads.domain.parsing.role_words import DEPARTMENTS, TITLES
from leads.domain.parsing.tables import part, words
from leads.domain.parsing.wording import clauses, clean, folded, without_openers
from leads.domain.topics import Topic

__all__ = ["read_name"]

_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f\u0900-\u0dff])+(?:['.-][^\W\d_]+)*\.?")
_JOINED_PARTICLE = re.compile(r"[a-z]{1,4}['-](?=[^\W\d_])")
_MARKS = re.compile(r"^[^\w]+|[^\w.]+$")
_EDGES = ' \t\n,;:!?"()*~_<>'
_CUE = re.compile(
    part(r"""
    \b(?:my|the|our) (?:(?:full|first|given|real|own) )?(?:names are|name'?s|name is|name:|name would be)
    ^names\b|\bn(?:a|e)?me is\b|\baddress me as\b|\bsign me up as\b|^naam\b:?|^nom\b:|\bmoi c'est
    \b(?:benim )?adım\b|\bismi\b|\bje(?:g|i) hedder\b|\bme be\b
    \bname(?:'s| is|:)|\bmine(?:'s| is)|^name\b|\b(?:call|calls|called) me|\bi(?:'m| am) called|\bi go by
        |\bput(?: me)?(?: down)?(?: as)?|\bknown as
    \bmyself\b(?: is)?|^this side\b|\bcalling myself|\bhere (?:speaks|is)\b
    \b(?:speaking|talking|chatting) (?:to|with)|\bme llamo|\bmi nombre es|\bmein name ist|\bje m'appelle
    \bmon nom est|\bmi chiamo|\bil mio nome [eè]|\bmeu nome [eé]|\bmijn naam is|\bik heet|\bich hei(?:ß|ss)e
    \bme chamo|\bjag heter|\bjeg heter|\bmitt namn är|\bnazywam się|\bmam na imię|\bменя зовут|\bjmenuji se
    """)
    + r"(?![^\W_])",
    re.IGNORECASE,
)
# "My name is" and "I am" of languages whose words stand in no English sentence.
_ABROAD = re.compile(
    part(r"""
    ^(?:sono|sou [oa]|soc (?:el|la|en|na)|jsem|som|jestem|sunt|saya|nama saya|ako (?:po )?si|a nevem|olen)
    ^(?:nimeni on|ég heiti|eg heiti|jina langu ni|naitwa|numele meu (?:este|e)|mă numesc|zovem se|ja sam
        |ime mi je|moje ime je|kazvam se|mano vardas|mani sauc|minu nimi on|me quhet|volám sa
        |je m'? ?appelle)
    """)
    + r"\s+(?=(?-i:[A-Z\u00c0-\u017f]))",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"(?<!\bso )\b(?:i'm|i am|im|this is|soy|ich bin|je suis|ik ben|eu sou)(?![^\W_])", re.IGNORECASE
)
_SELF_WHEN_ASKED = re.compile(
    r"\b(?:it's|its|it is|that's|that is|that'd be|that would be|it would be)(?![^\W_])", re.IGNORECASE
)
_SAID_BEFORE = re.compile(
    r"^(.{1,40}?) (?:here|speaking|is my name|is the name|on the line|this side|will do|täällä)\b",
    re.IGNORECASE,
)
_FIRST = r"(?:first|given|fore) ?(?:name)?(?: is|:)?"
_LAST = r"(?:last|sur|family) ?(?:name)?(?: is|:)?"
_FIRST_AND_LAST = re.compile(rf"\b{_FIRST} (\S+?)[,;.]? (?:and )?(?:my )?{_LAST} (\S+)", re.IGNORECASE)
_LAST_AND_FIRST = re.compile(rf"\b{_LAST} (\S+?)[,;.]? (?:and )?(?:my )?{_FIRST} (\S+)", re.IGNORECASE)
_FAMILY_FIRST = re.compile(
    r"((?:(?:van|de|der|den|von|da|di|la|del|dos) )*[^\W\d_]+), ([^\W\d_]+)\.?", re.IGNORECASE
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
        return _presented([half.strip(_EDGES + ".") for half in halves])
    parts = clauses(_ABROAD.sub("", _LEAD_IN.sub("", without_openers(text))))
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
    runs = (_whole(" ".join(words[-size:])) for size in sizes if len(words) > size)
    named = (run for run in runs if run and _is_known(run) and all(map(_is_capitalised, run)))
    return next((_presented(run) for run in named), None)


def _told_name(text: str) -> str | None:
    parts = clauses(without_openers(text))
    return next(_cued_names(parts, asked=False), None) or _name_on_card(parts)


def _name_on_card(parts: tuple[str, ...]) -> str | None:
    """ "Ana Ruiz, CFO, ana@ruiz.es": a clause that is a known name beside what else stands on a card."""
    for at, clause in enumerate(parts):
        run = _whole(clause)
        known = run is not None and run[0].lower() in FIRST_NAMES and all(map(_is_capitalised, run))
        if run and known and any(_is_on_card(part) for part in (*parts[:at], *parts[at + 1 :])):
            return _presented(run)
    return None


def _is_on_card(clause: str) -> bool:
    return bool(_ADDRESS.search(clause)) or (
        not _SOMEBODY_ELSES.match(clause) and any(folded(word) in TITLES for word in clause.split())
    )


def _cued_names(parts: tuple[str, ...], *, asked: bool) -> Iterator[str]:
    for clause in parts:
        for cue in (_CUE, _SELF, _SELF_WHEN_ASKED) if asked else (_CUE, _SELF):
            for match in cue.finditer(clause):
                if not asked and match[0].lower().startswith("mine"):
                    continue  # of whatever was asked
                run = _run(clause[match.end() :])
                if run and (_is_sure(run) or asked or (cue is _CUE and "name" in match[0].lower())):
                    yield _presented(run)
        before = _SAID_BEFORE.match(clause)
        whole = _whole(before[1]) if before else None
        if whole and (asked or _is_sure(whole)):
            yield _presented(whole)


def _bare_name(parts: tuple[str, ...]) -> str | None:
    likely = sorted(parts[:3], key=lambda clause: not _is_known(_run(clause)))
    for clause in likely:
        run = _run(clause)
        if not run or (clause != parts[0] and not _is_sure(run)):
            continue
        behind = [_MARKS.sub("", word) for word in clause.split()[_taken(clause, run) :]]
        if all(not re.search(r"\w", word) for word in behind) or behind[0].lower() in _MAY_FOLLOW:
            return _presented(run)
    return None


def _is_known(run: list[str] | None) -> bool:
    return run is not None and run[0].lower() in FIRST_NAMES


def _taken(text: str, run: list[str]) -> int:
    """How many words of the text the run and the titles before it are."""
    spoken = [_MARKS.sub("", word) for word in text.split()]
    return next((at + 1 for at, word in enumerate(spoken) if word == run[-1]), len(spoken))


def _turned_round(text: str) -> str | None:
    """ "Smith, John" """
    match = _FAMILY_FIRST.fullmatch(text.strip())
    if not match or match[1].lower() in FIRST_NAMES:
        return None
    family, given = _run(match[1]), _run(match[2])
    known = match[2].lower() in FIRST_NAMES or not (is_place(match[2]) or match[2].islower())
    return _presented([*given, *family]) if family and given and known else None


def _full_name(clause: str) -> str | None:
    """A clause that is nothing but a given and a family name: "name's Bond, James Bond"."""
    run = _whole(clause)
    is_full = (
        run is not None
        and len(run) > 1
        and all(map(_is_capitalised, run))
        and not any(cue.match(clause) for cue in (_CUE, _SELF, _SELF_WHEN_ASKED))
    )
    return _presented(run) if run and is_full else None


def _whole(text: str) -> list[str] | None:
    run = _run(text)
    return run if run and _taken(text, run) == len(text.split()) else None


def _run(text: str) -> list[str] | None:
    """The name a text begins with: its words up to the first that cannot be part of one."""
    spoken = [_MARKS.sub("", word) for word in text.split()]
    stops = [word.endswith((",", ";", "!", "?", ")", ":")) for word in text.split()]
    while spoken and (not spoken[0] or folded(spoken[0].rstrip(".")) in HONORIFICS):
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
    return not run or _is_capitalised(word) or not _is_capitalised(run[0])


def _follows_given_name(run: list[str], word: str) -> bool:
    """ "Mark Price": behind a known given name an ordinary word is the family's."""
    return len(run) == 1 and word not in _NEVER_LAST and (_is_known(run) or word in _EPITHETS)


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
    """ "Otaibi" and "al-Otaibi", and words of scripts without capitals."""
    joined = _JOINED_PARTICLE.match(word)
    first = word[joined.end()] if joined else word[0]
    return first.isupper() or not (first.isascii() or first.islower())


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
