"""The country somebody is in: from its name, its people, a city, a flag or a code."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from leads.domain.answers import Parsed, Standing, Text
from leads.domain.parsing.city_names import PLACES_WITHIN
from leads.domain.parsing.context import Context
from leads.domain.parsing.country_names import COUNTRY_NAMES
from leads.domain.parsing.spelling import slips, within_one_slip
from leads.domain.parsing.tables import phrases, words
from leads.domain.parsing.us_states import STATE_NAMES, with_states_in_full
from leads.domain.parsing.wording import clauses, clean, folded, one_line
from leads.domain.topics import Topic

__all__ = ["COUNTRIES", "is_demonym", "is_place", "read_country"]

_LONGEST_NAME = 5  # words


def _entries(table: str) -> Iterator[tuple[str, str, str]]:
    """Code, names and demonyms of every entry; an indented line goes on with the entry above it."""
    for entry in table.strip().replace("\n    ", " ").splitlines():
        names, _, peoples = entry[3:].partition("~")
        yield entry[:2], names, peoples


def _by_name(code: str, names: str) -> Iterator[tuple[str, str]]:
    return ((_key(name), code) for name in names.split(",") if name.strip())


def _key(name: str) -> str:
    return " ".join(_TOKEN.findall(folded(name.replace(".", ""))))


_TOKEN = re.compile(r"[^\W_]+(?:['&-][^\W_]+)*")
COUNTRIES: dict[str, str] = {
    name: code for code, names, _ in _entries(COUNTRY_NAMES) for name, code in _by_name(code, names)
}
_PEOPLES = {
    name: code for code, _, peoples in _entries(COUNTRY_NAMES) for name, code in _by_name(code, peoples)
}
_WITHIN = {name: code for code, names, _ in _entries(PLACES_WITHIN) for name, code in _by_name(code, names)}
_WITHIN |= {_key(name): "US" for name in STATE_NAMES}
_NAMES = _PEOPLES | _WITHIN | COUNTRIES
_CODES = frozenset(COUNTRIES.values())
_LONG_NAMES = slips(name for name in COUNTRIES if len(name) >= 6 and name.isascii())
_WHOLE_NAMES = slips(name for name in COUNTRIES if len(name) >= 5 and name.isascii() and " " not in name)

# Words that are more often something else: they need a place's company, or to stand alone.
_ORDINARY = words("""
    us turkey chad jordan jersey guinea reading bath nice split cork essen hull york derby perth bergen
    lund zug kent lima goa porto phoenix columbus orlando charlotte austin virginia georgia florence sofia
    denver darwin wellington buffalo faro bari bali rio cali reunion mali niger togo dc ny kl sf tx nj
    oz polish finn dane swede brit kiwi thai lao czech washington hamilton dominica troy victoria gent lille
    delft metz surrey pune male man mobile cuba peru oman bo may aus sg hk gb china valencia granada
    cordoba salvador antigua santiago carolina montana indiana nevada madison faroes stoke exeter devon
    midwest stateside english persian columbia chili island alexandria braga vigo turin padua modena parma
""")
_NO_CODES = words(
    "ok no so my me is it in at be to do as am la hm al an by de es us id ai tv ma pa sc co gg im"
)
_DOTTED = re.compile(r"\b([a-z])\.\s?([a-z])\.?(?:\s?([a-z])\b\.?)?(?=[\s,.!?)]|$)", re.IGNORECASE)
_FLAG = re.compile("([\U0001f1e6-\U0001f1ff])([\U0001f1e6-\U0001f1ff])")
_NEAR = re.compile(
    r"(?:\b(?:in|from|near|at|to|of|around|outside|within|is|based|the|are|am|country)|[,:])\s*$"
)
_NEGATED = re.compile(
    r"\b(?:not|isn't|aren't|(?<!just )outside|left|leaving|never|originally|formerly|born in|used to be"
    r"|holiday in|trip to)"
    r"(?: (?:in|from|the|of|a|an))*$"
)
_SEAT = re.compile(r"\b(?:hq|headquarter\w*|based|main office|(?:company|firm|business)(?:'s| is)? in)\b")
# "…, from Sweden", "Nimbly in Toronto": of a clause that names somebody or something, and no more.
_ONLY_THERE = re.compile(r"^(?:based |located |here )?(?:in|from|out of|near)(?: the)?$")
_NAMES_ONLY = re.compile(
    r"^(?:(?:[A-Z0-9][\w&.'-]*|of|and|at|@|&|the|\d+) )+(?:in|from|near|based in)(?: the)?$"
)
_AWAY = re.compile(r"\b(?:holidays?|vacation|honeymoon|my trip|travell?ing to|flying to)\b", re.IGNORECASE)
_LANGUAGE = re.compile(r"\b(?:speak|speaks|speaking|in|learn|write|translate)$")
_HOME = phrases(r"""
    \b(?:we|i|it)(?:'re|'m|'s| are| am| is|re|m)(?: \S+){0,6}? (?:in|from|near|out of)(?: the)?$
    \b(?:we|i) (?:\w+ly |also |both |do )?(?:run|own|have|work|operate|live|sit|manage|head|lead|founded
        |started
        |build|make|grow|teach|come|do business|am|are)\b(?: \S+){0,5}? (?:in|from|near|out of)(?: the)?$
    \b(?:we|i) (?:in|from|near)(?: the)?$
    ^(?:im|were|its)(?: \S+){0,6}? (?:in|from)(?: the)?$
    \b\d+k?(?: \w+)? (?:people|persons|employees|staff|heads|folks|ppl|ftes?|of us)(?: all| mostly)?
        (?: in)(?: the)?$
    \b(?:based|located|situated|live|living|headquartered|hq|headquarters|registered|incorporated|offices?
        |sitting|operating|operate|home|home base|company|firm|business|startup|agency|shop|store
        |manufacturer|guy|team)(?: \S+){0,2}? (?:in|from|out of|near|is|at)(?: the)?$
    \b(?:writing|calling|coming|chatting|texting|messaging|here|hello|hi|greetings|hey|dialing|regards)
        (?: \w+)? (?:from|in)(?: the)?$
""")
_ELSEWHERE = re.compile(
    r"\b(?:customers?|clients?|leads?|sell\w*|expand\w*|markets?|launch\w*|users?|ship\w*|export\w*|deliver\w*|hire"
    r"|hiring|suppliers?|competitors?|visit\w*|travel\w*|open\w*|enter\w*|interested|want|need|looking|grow\w*|trip)\b"
)
_WE_ARE_A = re.compile(
    r"\b(?:(?:we|i|it)(?:'re|'m|'s| are| am| is)|were|im|a|an)(?: (?:a|an|the|small|big|young|\S+-person))*$"
)
_A_FIRM = re.compile(
    r"^(?:\S+ ){0,3}?(?:company|firm|business|startup|start-up|agency|shop|manufacturer|brand|corporation"
    r"|group|team|ltd|gmbh)\b"
)


@dataclass(frozen=True, slots=True)
class _Mention:
    name: str
    code: str
    first: int
    end: int
    start: int  # in the text; the others count words
    before: str
    after: str
    shouted: bool


def read_country(text: str, context: Context) -> Parsed | None:
    """Where they are, as an ISO 3166 alpha-2 code.

    Asked for it, any place counts; otherwise only one they say they are in, are from or belong to, or name as
    one thing among others ("50 people, software, Germany").
    """
    asked = context.asking is Topic.COUNTRY
    said = with_states_in_full(clean(text))
    code = _asked_country(said) if asked else _told_country(said)
    return Parsed(Topic.COUNTRY, Standing.GIVEN, Text(code)) if code else None


def is_place(text: str) -> bool:
    """Whether the words are the name of a country, a region or a city we know, and nothing more."""
    return _key(text).removeprefix("the ") in (_WITHIN | COUNTRIES)


def is_demonym(word: str) -> bool:
    """Whether the word says what people somebody belongs to ("German")."""
    return folded(word) in _PEOPLES


def _asked_country(text: str) -> str | None:
    alone = _DOTTED.sub(r"\1\2\3", text).strip(" .!?,")
    if len(alone) == 2 and alone.isascii() and alone.upper() in _CODES and _may_be_code(alone):
        return alone.upper()
    usable = [mention for mention in _mentions(text) if _is_meant(mention) and not _AWAY.search(text)]
    return _chosen(usable) or _flag(text) or _misspelt(text)


def _may_be_code(letters: str) -> bool:
    if letters.lower() in _NO_CODES:
        return letters.lower() == "us" or (letters.isupper() and letters not in ("OK", "NO", "SO", "ME"))
    return True


def _told_country(text: str) -> str | None:
    at_home = [mention for mention in _mentions(text) if _is_home(mention)]
    if at_home or (at_home := _beside_a_name(text)):
        return _chosen(at_home)
    parts = clauses(text)
    alone = (
        part
        for part in parts
        if is_place(part) and (part[0].isupper() or _key(part) in COUNTRIES) and _key(part) not in _ORDINARY
    )
    return next((_NAMES[_key(part).removeprefix("the ")] for part in alone), None) if len(parts) > 1 else None


def _beside_a_name(text: str) -> list[_Mention]:
    """ "Sofia, from Sweden" and "Kestrel Foods in Denmark": places at the end of a clause without a verb."""
    parts = clauses(text)
    for clause in parts:
        for mention in _mentions(clause):
            before = clause[: mention.start].strip()
            alone = len(parts) > 1 and _ONLY_THERE.match(before.lower())
            if not mention.after and _is_meant(mention) and (alone or _NAMES_ONLY.match(before)):
                return [mention]
    return []


def _mentions(text: str) -> list[_Mention]:
    tokens = list(_TOKEN.finditer(_DOTTED.sub(lambda dots: dots[0].replace(".", "").replace(" ", ""), text)))
    keys = [folded(token[0]) for token in tokens]
    found: list[_Mention] = []
    start = 0
    while start < len(keys):
        sizes = range(min(_LONGEST_NAME, len(keys) - start), 0, -1)
        length = next((size for size in sizes if " ".join(keys[start : start + size]) in _NAMES), 0)
        if length:
            found.append(_mention(tokens, keys, start, start + length))
        start += length or 1
    return found


def _mention(tokens: list[re.Match[str]], keys: list[str], first: int, end: int) -> _Mention:
    name = " ".join(keys[first:end])
    return _Mention(
        name=name,
        code=_NAMES[name],
        first=first,
        end=end,
        start=tokens[first].start(),
        before=" ".join(keys[:first]),
        after=" ".join(keys[end:]),
        shouted=tokens[first][0].isupper(),
    )


def _is_meant(mention: _Mention) -> bool:
    if _NEGATED.search(mention.before) or (mention.name in _PEOPLES and _LANGUAGE.search(mention.before)):
        return False
    if mention.before.endswith("from") and mention.after.startswith("to "):
        return False
    if mention.name not in _ORDINARY or mention.shouted:
        return True
    alone = not mention.before and not mention.after
    return alone or bool(_NEAR.search(mention.before))


def _is_home(mention: _Mention) -> bool:
    if _ELSEWHERE.search(mention.before) and not re.search(
        r"\b(?:based|located|headquartered)\b", mention.before
    ):
        return False
    if mention.name in _PEOPLES:
        return bool(_WE_ARE_A.search(mention.before)) and (
            not mention.after
            or bool(_A_FIRM.search(mention.after))
            or not re.search(r"\ban?$", mention.before)
        )
    return _is_meant(mention) and bool(_HOME.search(mention.before))


def _chosen(mentions: list[_Mention]) -> str | None:
    """The first place; side by side ("Paris, Texas") the last; a people only where no place is."""
    places = [mention for mention in mentions if mention.name not in _PEOPLES] or mentions
    if not places:
        return None
    home = next((at for at, place in enumerate(places) if _SEAT.search(place.before)), 0)
    chosen = places[home]
    for following in places[home + 1 :]:
        if following.first != chosen.end:
            break
        if not (following.name == "georgia" and chosen.code == "US"):
            chosen = following
    return chosen.code


def _flag(text: str) -> str | None:
    flag = _FLAG.search(text)
    code = "".join(chr(ord(letter) - 0x1F1E6 + ord("A")) for letter in flag.groups()) if flag else ""
    return code if code in _CODES else None


def _misspelt(text: str) -> str | None:
    keys = [folded(token) for token in _TOKEN.findall(one_line(text))]
    whole = within_one_slip(keys[0], _WHOLE_NAMES) if len(keys) == 1 and len(keys[0]) >= 5 else None
    if whole:
        return COUNTRIES[whole]
    runs = (" ".join(keys[at : at + size]) for size in (3, 2, 1) for at in range(len(keys) - size + 1))
    meant = ((within_one_slip(run, _LONG_NAMES), run) for run in runs if len(run) >= 6)
    return next((COUNTRIES[name] for name, run in meant if name and name.count(" ") == run.count(" ")), None)
