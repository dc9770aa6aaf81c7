"""Somebody's job title, as they would have it on a card."""

import re

from leads.domain.answers import Parsed, Standing, Text
from leads.domain.parsing.context import Context
from leads.domain.parsing.name_words import NO_NAMES
from leads.domain.parsing.role_words import ACRONYMS, DEPARTMENTS, GRADES, NO_FIELDS, SMALL_WORDS, TITLES
from leads.domain.parsing.spelling import slips, within_one_slip
from leads.domain.parsing.tables import part, words
from leads.domain.parsing.talk import is_talk
from leads.domain.parsing.wording import clauses, clean, folded, without_openers
from leads.domain.topics import Topic

__all__ = ["is_title", "read_role"]

_WORD = re.compile(r"[^\W_]+(?:[&'/-][^\W_]+)*")
_LONG_TITLES = slips(sorted(word for word in TITLES if len(word) >= 6))
_LEADING = re.compile(
    part(r"""
    ^(?:(?:(?:i am|i'm|im|work|working|am) in(?! charge)|in(?! charge)|i am|i'm|im|i'd|i|my|the
        |an?|just|only|currently
        |role|title|job|position|function|is|it is|it's|its|that|that's|work|working|worked|as|at|be|being
        |would|say|me|they|call|called|am|our|their|your|to|now|officially|mostly|mainly|more or less|like
        |probably|well|basically|was|hired|serve|serving|employed|think|guess|also|myself|technically
        |formally
        |on paper,?|(?:got |been )?(?:promoted|appointed) to|these days|nowadays|post|designation
        |have the (?:function|role|title|position|job) of|act|acting as
        |been|title's|i\.e\.|(?:occupying|holding) the post of) )+
    """),
    re.IGNORECASE,
)
_EMPLOYER = re.compile(
    part(
        r"""
    \s+(?:at|with|here|now|currently|these days|actually|for (?=[A-Z])(?!(?i:<department>)\b)|from|speaking
        |but|since|btw|thanks|lol|haha|last (?:week|month|year)|in (?=[A-Z])(?!(?i:<department>)\b)|please
        |i guess|i think|by the way|who|which|so|because|looking|(?<!responsible )(?:for|in) (?:the|an?|our
        |my|this)
        |of (?:the|an?|our|my|this)(?! (?i:<department>)\b)|of [A-Z]\w+ (?:GmbH|Inc|Ltd|AG|LLC|Corp)
        |and (?:we|i|our|my|I))\b.*$
    """,
        department="|".join(map(re.escape, DEPARTMENTS)),
    )
)
_OF_A_NAME = re.compile(
    r"^((?:\S+ (?:& |and )?)?(?:C[ETFOM]O|[Ff]ounder|[Oo]wner|President|MD|c[etfom]o)) of (?=[A-Z]).*$"
)
_PART = (
    r"(?: (?:the|our|all))? (?P<part>(?!an?\b|my\b|of\b)\S.*?)"
    r"(?: (?:team|department|dept|unit|division|side|group))?$"
)
_NO_PART = words("""
    company business shop place show firm things everything stuff it lot bit bits whole most people boss
""")
# What they do with a part of the company, and the title that says so.
_DUTIES = (
    (
        re.compile(
            r"^(?:runs?|leads?|leading|running|heads?(?: up)?|heading(?: up)?|oversees?|overseeing|directing"
            r")" + _PART,
            re.IGNORECASE,
        ),
        "head of {}",
    ),
    (re.compile(r"^(?:manages?|managing)" + _PART, re.IGNORECASE), "{} manager"),
    (
        re.compile(
            r"^(?:looks? after|looking after|takes? care of|taking care of|do|does|doing"
            r"|handles?|handling)" + _PART,
            re.IGNORECASE,
        ),
        "{}",
    ),
)
_BEFORE_A_TITLE = re.compile(r"\b(?:an?|the|as|me|says|is|became|become|now|i am|i'm)\s+", re.IGNORECASE)
_SERVES_A_TITLE = frozenset(
    {"pa", "ea", "assistant", "secretary", "right-hand", "advisor", "adviser", "wife"}
)
_OTHER_HEADS = re.compile(r"^head (?:cook|waiter|boy|girl|gardener|groom|warden|brewer)", re.IGNORECASE)
_REPORTS_TO = re.compile(r"\breport(?:s|ing)? (?:directly )?to (?:the |our |my )?\S+", re.IGNORECASE)
_PAST = re.compile(r"\b(?:started|used to|was|formerly|previously|before)\b", re.IGNORECASE)
_CUE = re.compile(
    part(r"""
    (?:\bi am|\bi'm|\bim|\bas) (?:(?:the|an?|your|our|just|only|currently|new|one of the|also) )*
    \b(?:i work|i am working|i'm working|employed|hired|working) as (?:(?:the|an?|our) )*
    \bmy (?:(?:job|current|official) )*(?:role|title|position|function|job)(?: here)?(?: is|:)? (?:(?:the
        |an?|that of) )*
    """),
    re.IGNORECASE,
)
_CARD = re.compile(
    r"^(?:the )?((?:\S+ ){0,4}?\S+) (?:(?:at|@) (?=[A-Z])|(?<=C[EFTOMI]O )of (?=[A-Z]))"
    r"|^(\S+(?: \S+){0,3}) here$"
)
_SOMEBODY_ELSES = re.compile(r"^(?:the|our|their|his|her) ", re.IGNORECASE)
_MOST_WORDS = 7
# What a sentence begins with that is about something else ("we quit using it", "for a firm called Hart").
_NOT_FIRST = words("we they he she there for since")


def read_role(text: str, context: Context) -> Parsed | None:
    """Their job title, capitalised as a title.

    Asked for it, any short answer counts; otherwise only a title they say is theirs.
    """
    said = clean(text)
    title = _asked_title(said) if context.asking is Topic.ROLE else _told_title(said)
    return Parsed(Topic.ROLE, Standing.GIVEN, Text(title)) if title else None


def is_title(text: str) -> bool:
    """Whether the words are a job title or a department, and not a name."""
    keys = _keys(text)
    return bool(keys) and (_is_all_title(text) or all(key in DEPARTMENTS for key in keys))


def _asked_title(text: str) -> str | None:
    parts = clauses(without_openers(text))
    titled = next(iter(sorted(filter(_has_title, parts), key=_says_little)), None)
    first = titled or next(iter(parts), "")
    comma = _with_department(text, first)
    return _presented(comma)


def _with_department(text: str, title: str) -> str:
    """ "Director, R&D" is one title."""
    match = re.search(re.escape(title) + r", ([^,.;!?]+)", text)
    whole = match is not None and all(key in DEPARTMENTS for key in _keys(match[1])) and _has_title(title)
    return f"{title}, {match[1]}" if match and whole else title


def _presented(words: str) -> str | None:
    behind = _LEADING.sub("", f"{words} ").strip()
    bare = _title_of_duty(behind) or _title_within(behind) or _without_employer(behind)
    if not re.search(r"[^\W\d_]{2}", bare) or len(bare.split()) > _MOST_WORDS:
        return None
    known = _has_title(bare) or _is_department(bare)
    if not known and is_talk(bare):
        return words if words.lower().startswith("i do ") else None
    if not known and _keys(bare)[0] in _NOT_FIRST:
        return None
    if not known and all(key in NO_NAMES - DEPARTMENTS for key in _keys(bare)):
        return None
    return _capitalised(bare)


def _title_within(text: str) -> str | None:
    """ "They made me head of innovation", "still the CEO": the title behind words that are none of it."""
    text = _REPORTS_TO.sub("", text).strip()
    first = text.partition(" ")[0]
    if not first or _is_title_word(first) or folded(first) in _SERVES_A_TITLE:
        return None
    titles = (_title_at(text[before.end() :]) for before in _BEFORE_A_TITLE.finditer(text))
    return next(filter(None, titles), None)


def _title_of_duty(text: str) -> str | None:
    """ "I run design" is a head of design, "I manage the warehouse" a warehouse manager."""
    for duty, title in _DUTIES:
        match = duty.match(_without_employer(text))
        if (
            match
            and not _OTHER_HEADS.match(text)
            and _is_part(match["part"])
            and (title != "{}" or _is_department(match["part"]))
        ):
            return title.format(match["part"])
    return None


def _is_part(words: str) -> bool:
    return not _has_title(words) and not (_NO_PART & set(_keys(words)))


def _says_little(text: str) -> bool:
    """ "I started as an accountant" and "head of nothing" only where no other clause has a title."""
    return bool(_PAST.search(text) or "nothing" in _keys(text))


def _without_employer(words: str) -> str:
    named = _OF_A_NAME.sub(r"\1", words)
    shorter = _EMPLOYER.sub("", named)
    return shorter if _keys(shorter) else words


def _told_title(text: str) -> str | None:
    parts = clauses(text)
    for clause in parts:
        for cue in _CUE.finditer(clause):
            title = _title_at(clause[cue.end() :])
            if title:
                return _capitalised(title)
        card = _CARD.match(clause)
        alone = (
            len(parts) > 1 and not _SOMEBODY_ELSES.match(clause) and (clause[0].isupper() or " " in clause)
        )  # "Ana López, Head of Sales"
        words = (card[1] or card[2]) if card else clause if alone else ""
        if words and _is_all_title(words):
            return _capitalised(words)
    return None


def _title_at(text: str) -> str | None:
    """The title a text begins with: its words up to an employer, all of them such as titles are made of."""
    words = _without_employer(text).split()
    taken: list[str] = []
    for word in words[:_MOST_WORDS]:
        if not taken and word.lower() in SMALL_WORDS:
            return None
        if _is_title_word(word) or word.lower() in SMALL_WORDS or _names_a_field(taken, word, words):
            taken.append(word)
        else:
            break
    while taken and taken[-1].lower() in SMALL_WORDS:
        taken.pop()
    return " ".join(taken) if any(_is_head(word) for word in taken) else None


def _names_a_field(taken: list[str], word: str, words: list[str]) -> bool:
    """An unknown word may stand before a title ("depot supervisor") or behind "of" ("head of freight")."""
    following = words[len(taken) + 1 : len(taken) + 2]
    in_one_style = bool(taken) and taken[0][0].isupper() == word[0].isupper()  # "director of Arden Glass"
    behind_of = in_one_style and taken[-1].lower() == "of"
    return behind_of or (
        bool(following)
        and _is_head(following[0])
        and word.lower() not in NO_FIELDS
        and not word.endswith("ing")
    )


def _is_all_title(text: str) -> bool:
    pieces = text.split()
    return any(map(_is_head, pieces)) and all(
        _is_title_word(piece) or piece.lower() in SMALL_WORDS for piece in pieces
    )


def _is_title_word(word: str) -> bool:
    key = folded(word.strip(",.;:"))
    return key in TITLES or key in DEPARTMENTS or key in ACRONYMS or key in GRADES


def _is_head(word: str) -> bool:
    return folded(word.strip(",.;:")) in TITLES


def _has_title(text: str) -> bool:
    return any(key in TITLES for key in _keys(text))


def _is_department(text: str) -> bool:
    keys = [key for key in _keys(text) if key != "business"]  # "business development"
    return bool(keys) and all(key in DEPARTMENTS for key in keys)


def _keys(text: str) -> list[str]:
    return [folded(word) for word in _WORD.findall(text)]


def _capitalised(title: str) -> str:
    words = title.split()
    shouted = title.isupper() and len(words) > 1
    return " ".join(_one_capitalised(word, first=at == 0, shouted=shouted) for at, word in enumerate(words))


def _one_capitalised(word: str, *, first: bool, shouted: bool) -> str:
    lowered = word.lower()
    bare = lowered.strip(",.;:")
    if bare in ACRONYMS:
        return word.upper()
    if bare in SMALL_WORDS and not first:
        return lowered
    if not word.islower() and not shouted:
        return word
    unknown = len(bare) >= 6 and not _is_title_word(bare)
    meant = within_one_slip(bare, _LONG_TITLES) if unknown else None
    return "-".join(piece.capitalize() for piece in (meant or lowered).split("-"))
