"""The industry they are in: one of a short list where we know the word, else their own words."""

import re
from collections.abc import Iterator

from leads.domain.answers import Parsed, Standing, Text
from leads.domain.parsing.context import Context
from leads.domain.parsing.industry_words import INDUSTRY_WORDS
from leads.domain.parsing.name_words import NO_NAMES
from leads.domain.parsing.places import is_place
from leads.domain.parsing.role_words import TITLES
from leads.domain.parsing.spelling import slips, within_one_slip
from leads.domain.parsing.tables import part, phrases, words
from leads.domain.parsing.talk import REACTIONS, is_talk
from leads.domain.parsing.wording import clauses, clean, folded, plain, without_openers
from leads.domain.topics import Topic

__all__ = ["INDUSTRIES", "knows_industry", "read_industry"]


def _entries() -> Iterator[tuple[str, list[str]]]:
    for entry in INDUSTRY_WORDS.strip().replace("\n    ", " ").splitlines():
        name, _, listed = entry.partition(": ")
        yield name, [_key(word) for word in listed.split(",")]


def _key(phrase: str) -> str:
    return " ".join(_tokens(phrase))


def _tokens(phrase: str) -> list[str]:
    """The words, without an article grown onto one or the ending of an owner ("l'immobilier", "notary's")."""
    return [_GROWN_ON.sub("", token) for token in _TOKEN.findall(folded(phrase))]


_TOKEN = re.compile(r"[^\W_]+(?:[&'.][^\W_]+)*|&")
_GROWN_ON = re.compile(r"^[ld]'(?=\w{3})|'s$")
_LONGEST = 3  # words
_BY_WORD = {word: name for name, listed in _entries() for word in listed}
_PRONOUNS = frozenset({"it", "us"})
_LONG_WORDS = slips(word for word in _BY_WORD if len(word) >= 6)
INDUSTRIES = tuple(name for name, _ in _entries())

# They say what is made or how, and an industry named after them says more.
_WEAK = words("""
    boutique boutiques trucks lorries coaches taxis windows garments houses tools engines paint paper
    grow feed city estate rental pub club fund funds fruit eggs horses venue venues roads fuel fiber
    doctor doctors county laden shelter temple storage students homes apartments flats blog blogs bikes
    eyewear seeds court courts carrier sugar rice hydro grid customs spa mill instruments cables it
    power trade design building water art arts car cars union tax food health moving events hr drugs
    video books auto production ads hardware training property tech technology engineering courses games
    wind gas credit toys shop shops store stores furniture shoes clothes clothing machines
    communications church press bar bars computers internet delivery interiors flowers wine beer coffee
    tea meat glass music print sport sports leisure learning electronics shipping wholesale
""")
_DEPARTMENTS = words("""
    marketing advertising finance accounting legal hr pr communications production logistics engineering
    training design it law research consulting
""")
# Whom they work for is in another industry than they are.
_SERVED = re.compile(
    r"\b(?:help|helping|serve|serving|suppl(?:y|ying)|sell(?:ing)? to|for|work with)(?: \w+)?$"
)
_ONLINE = re.compile(r"\b(?:online|over the (?:internet|web)|on the (?:internet|web))\b", re.IGNORECASE)
_SHOPS = words("shop shops store stores")
_I_AM_THE = re.compile(r"\b(?:i am|i'm|im) the$")
_I_AM_IN = re.compile(r"\b(?:i am|i'm|im|i work) in$")
_FIRM = part(r"""
    company|companies|firm|business|start-?up|agency|shop|store|stores|provider|manufacturer|maker
        |producer|supplier
    vendor|chain|group|practice|office|studio|organi[sz]ation|outfit|operator|dealer|brand|bureau|house
        |corp\w*|inc
    industry|sector|space|field|vertical|branch|world|domain|area|sme|enterprise|consultancy|institution
        |family
""")
_LEADING = re.compile(
    part(r"""
    ^(?:(?:we|i|it|our|my|they|company|firm|business|industry|sector|field|mostly|mainly|primarily
        |basically|in|the|is|are|am|we're|i'm|it's|that's|im|its|work|works|working|operate|operating
        |active|do|doing|of|an?|small|big|sort|kind|would|be|that|say|probably|for|at|with|speciali[sz]ed?
        |focus|focused|on|so|like|and|think|guess|call|ourselves|sell|selling|offer|offering|provide
        |providing) )+
    """),
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?: (?:industry|sector|business|company|field|space|basically|mostly|mainly|i guess|i think|thanks))+$"
)
_IDENTITY = phrases(r"""
    \b(?:(?:we|i|it|this)(?:'re|'m|'s| are| am| is)|were|im|our company is|my company is)(?: (?:in|into
        |just|mostly|mainly|based|working|active|operating))*(?: (?:an?|in|in the|into|the))(?: (?:small
        |mid-?size\w*|medium|large|big|family|local|global|young|growing|[\w-]+ish|italian|german|french
        |dutch|american|swiss|\S*\d\S*|person|people|owned|run|independent|leading|tiny|little
        |bootstrapped|b2b|b2c|old|new|regional|international|typical))*$
""")
_EMPLOYED = phrases(r"""
    \b(?:runs?|owns?|have|started|founded|work(?:ing)? (?:for|at|in)|operate|operate in|with|at
        |from)(?: (?:an?|my|the|two|three|some|several|\d+))(?: (?:small|big|large|family|local|little
        |\S*\d\S*))*(?: (?:chain|group|network|couple|handful|string|pair) of)?$
    ^as an?$
""")
_SENTENCE = re.compile(r"\b(?:is|are|was|were|has|have|would|will|too|to)\b")
_ANYTHING = words("""
    kind sort type usual normal fun stuff thing things everything something same other others various
    different
    boss anything mixed mix bits broad laugh several
""")
_OUR = re.compile(r"\bour(?: (?:small|little|own))?$")
_A_FIRM = re.compile(rf"^(?:\S+ )?{_FIRM}\b")
_SECTOR = re.compile(r"^(?:industry|sector|space|field|vertical|business)\b")
_IN_SECTOR = re.compile(r"\bin(?: the)?$")


def read_industry(text: str, context: Context) -> Parsed | None:
    """What industry they are in.

    Asked for it, a known word counts wherever it stands and other short answers are kept in their words;
    otherwise only what they say they are, run or work for.
    """
    said = clean(text)
    asked = context.asking is Topic.INDUSTRY
    found = (_known(said) or _as_given(said)) if asked else _told(said)
    return Parsed(Topic.INDUSTRY, Standing.GIVEN, Text(found)) if found else None


def knows_industry(text: str) -> bool:
    """Whether the words are a known industry and nothing more ("retail")."""
    return _key(text) in _BY_WORD


def _known(text: str) -> str | None:
    for whole in (_key(text), _key(_as_given(text) or "")):
        if whole in _BY_WORD:
            return _BY_WORD[whole]
    mentioned = [(word, before) for word, before, _ in _mentions(text) if word not in _PRONOUNS]
    ours = [word for word, before in mentioned if not _SERVED.search(before)]
    candidates = ours or [word for word, _ in mentioned]
    shop = next((word for word in candidates if word in _SHOPS), None)
    if shop and all(word in _WEAK for word in candidates):
        return _BY_WORD[shop]  # a furniture shop sells furniture
    telling = [word for word in candidates if word not in _WEAK] or candidates
    if not telling:
        return _misspelt(text)
    is_online = _BY_WORD[telling[0]] == "retail" and bool(_ONLINE.search(text))
    return "e-commerce" if is_online else _BY_WORD[telling[0]]


def _told(text: str) -> str | None:
    """ "We're a bakery", "we're in healthcare", "I run a tech company", but not "it is urgent"."""
    for word, before, after in _mentions(text):
        is_firm = bool(_A_FIRM.match(after))
        if after.partition(" ")[0] in TITLES or (word in _DEPARTMENTS and _I_AM_IN.search(before)):
            continue  # "I'm the finance manager" says where they work within a company
        if _I_AM_THE.search(before) and after and not is_firm:
            continue  # "I'm the school bursar"
        if (_IDENTITY.search(before) or _EMPLOYED.search(before)) and (is_firm or word not in _WEAK):
            return _BY_WORD[word]
        if (_OUR.search(before) and is_firm) or (_IN_SECTOR.search(before) and _SECTOR.match(after)):
            return _BY_WORD[word]
    return _listed(text)


def _listed(text: str) -> str | None:
    """ "CTO at Quillon, software, 300 people", "we're 40, a logistics company in Utrecht"."""
    parts = clauses(text)
    for clause in parts if len(parts) > 1 else ():
        for word, before, after in _mentions(clause):
            is_card = not before and not after and word not in _DEPARTMENTS
            is_kind_of_firm = before in ("a", "an") and bool(_A_FIRM.match(after))
            if word not in _WEAK and (is_card or is_kind_of_firm):
                return _BY_WORD[word]
    return None


def _mentions(text: str) -> Iterator[tuple[str, str, str]]:
    """Known words, longest first at every place, each with the words before and behind it."""
    keys = _tokens(text.replace("-", " "))
    start = 0
    while start < len(keys):
        sizes = range(min(_LONGEST, len(keys) - start), 0, -1)
        size = next((size for size in sizes if " ".join(keys[start : start + size]) in _BY_WORD), 0)
        if size:
            end = start + size
            yield " ".join(keys[start:end]), " ".join(keys[:start]), " ".join(keys[end:])
        start += size or 1


def _misspelt(text: str) -> str | None:
    keys = _tokens(text)
    shortest = 6 if len(keys) == 1 else 8  # in a sentence short words have too many neighbours
    meant = (within_one_slip(key, _LONG_WORDS) for key in keys if len(key) >= shortest)
    return next((_BY_WORD[word] for word in meant if word), None) or _compound(keys)


def _compound(keys: list[str]) -> str | None:
    """ "Versicherungsmakler": a long word that begins with one we know."""
    starts = (word for key in keys for end in range(len(key) - 3, 5, -1) if (word := key[:end]) in _BY_WORD)
    return next((_BY_WORD[word] for word in starts), None)


def _as_given(text: str) -> str | None:
    first = next(iter(clauses(without_openers(text))), "")
    bare = _TRAILING.sub("", _LEADING.sub("", first + " ").strip()).strip()
    if not re.search(r"[^\W\d_]{2}", bare) or len(bare.split()) > 8 or is_talk(bare) or _says_nothing(bare):
        return None
    return "e-commerce" if _ONLINE.search(bare) else bare


def _says_nothing(words: str) -> bool:
    """ "Boss is calling", "the usual": a sentence about something else, or words for anything."""
    spoken = _tokens(words)
    return (
        bool(_SENTENCE.search(plain(words)))
        or is_place(words)
        or all(word in _ANYTHING or word in REACTIONS or word in NO_NAMES for word in spoken)
    )
