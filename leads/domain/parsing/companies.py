"""What the company is called that somebody works for."""

import re

from leads.domain.answers import Parsed, Standing, Text
from leads.domain.parsing.context import Context
from leads.domain.parsing.industry import knows_industry
from leads.domain.parsing.name_words import GENERIC, LEGAL_FORMS, NO_NAMES
from leads.domain.parsing.places import is_demonym, is_place
from leads.domain.parsing.role import is_title
from leads.domain.parsing.tables import part, words
from leads.domain.parsing.talk import is_talk
from leads.domain.parsing.wording import clean, one_line, without_openers
from leads.domain.topics import Topic

__all__ = ["read_company"]

_WORDS_TOO = frozenset(
    {"as", "ag", "co", "eg", "ev", "oy", "ou", "sa", "se", "sl", "spa", "sas"}
)  # capitalised only
_LEGAL = "|".join(
    re.escape(form.capitalize()) + "|" + re.escape(form.upper())
    if form in _WORDS_TOO
    else f"(?i:{re.escape(form)})"
    for form in sorted(LEGAL_FORMS, key=len, reverse=True)
)
_CALLED = re.compile(
    part(r"""
    \b(?:called|named|known as|goes by(?: the name(?: of)?)?|trading as|under the name(?: of)?)
    \b(?:company|firm|business|employer|organi[sz]ation|agency|startup|shop|store)(?:'s)? name\b(?:'s| is
        |:)?
    \bname of (?:the|our|my) (?:company|firm|business) is
    """),
    re.IGNORECASE,
)
_LEADING = re.compile(
    part(r"""
    ^(?:(?:the |my )?(?:company|place|firm|business) (?:that )?(?:i|we) (?:work|am working|are) (?:for|at
        |with|in) is|(?:i'm|i am|im|we're|we are|were|i|we) (?:(?:currently|now|just|both
        |all) )*(?:work(?:ing)?(?: over)? (?:at|for|with|in)|employed (?:at|by|with)|with|from|at
        |representing|represent|run|own|founded|started|calling from|writing from|part of
        |call(?:ed)? ourselves|the owner of|owner of|(?:the )?(?:ceo|founder|head|cto|cfo|md
        |director) (?:of|at))|(?:i'm|i am|im|we're|we are|were|it's|its|it is|that's|that is|that'd be
        |that would be|this is|it would be)(?! a\b| an\b| not\b)|(?:my|our|the) (?:(?:own|current
        |whole) )?(?:company|firm|business|employer|organi[sz]ation|agency|startup|shop|store|team)(?:'s)?
        (?: name)?(?: is|'s|:)?|from|at|working (?:at|for)|work (?:at|for)|here at|on behalf of|company
        (?: name)?(?: is|:)?|employer:?|name(?: is|'s|:)?|owner of|founder of|ceo of|called|named|so|well
        |yeah|just)\s+
    """),
    re.IGNORECASE,
)
_ENDING = re.compile(
    part(
        r"""
    \s+-\s+.*|\s*[(;\n].*|(?<!\b[a-z])(?<!\bdr)(?<!\bfa)(?<!\bst)(?<!\bmr)[.!?]+\s+(?=[A-Z]|we\b|i\b).*
        |[!?]+$(?<!yahoo!)|,\s*(?!(?-i:<legal>)\b).*
    \s+(?:in|near|out of|based|located|which|who|that|where|since|because|but|of course|thanks|thank you
        |thx|please|pls|btw|by the way|we|and we|and i|and our|is a|is an|is the|are a|formerly|as (?:a|an
        |the)|from (?-i:[A-Z])\w+|if|located|sorry|lol|i think|i guess|here|mate|cheers|with \d+)\b(?:.*)$
    """,
        legal=_LEGAL,
    ),
    re.IGNORECASE,
)
_PARTNERS = re.compile(rf"^(?:[A-Z][\w&'.-]*,? (?:& |and )?){{1,5}}(?:{_LEGAL})\b\.?")
_LIST_OF_PARTNERS = re.compile(
    r"^[A-Z][\w'-]+(?:, [A-Z][\w'-]+)*,? (?:&|and) (?:[A-Z][\w'-]+|Co)\b\.?(?: \w+)?$"
)
_PROPER = r"(?:[A-Z0-9][\w&.'-]*|&|and|of|de|und|für|y|et)"
_WITH_FORM = re.compile(rf"({_PROPER}(?: {_PROPER}){{0,5}},?) ({_LEGAL})(?=[\s,.;!?)]|$)\.?")
_OF_A_FIRM = re.compile(r"\b(?:company|firm|business|startup|agency|shop|we)\b", re.IGNORECASE)
_ABBREVIATED = re.compile(r"\b(?:inc|ltd|co|corp|bros|e\.v|s\.a|[a-z])\.$", re.IGNORECASE)
_PERSON_FROM = re.compile(r"^[A-Z]\w+(?: [A-Z]\w+)? from (?=[A-Z])")
_TOLD = re.compile(
    part(r"""
    \b(?:i|we) (?:(?:currently|now) )?(?:work|works|worked) (?:at|for)\b|\bi(?:'m
        | am) (?:currently )?(?:working|employed) (?:at|for|by)\b
    \b(?:i'm|i am|im|we're|we are)(?: \S+){0,3} (?:from|with|at|of|representing)\b|\b(?:calling|writing
        |texting|here) (?:from|at)\b|\bon behalf of\b
    \b(?:we're|we are|our company,?|my company,?|our company is|my company is|the company is
        |we call ourselves)
    \b(?:ceo|cto|cfo|coo|cmo|owner|founder|co-founder|president|director|manager|head|vp|lead|engineer
        |developer|buyer|analyst|consultant|accountant|officer|assistant|sales|marketing|hr|it|operations
        |procurement|purchasing|finance) (?:at|of|for|@)\b
    ^\S+(?: \S+)? (?:from|at|with)\b|\bi (?:run|own|founded|represent)\b
    """),
    re.IGNORECASE,
)
_RUN = re.compile(r"\s*(?:the )?([A-Z0-9][\w&.'-]*(?: (?:(?:&|and|of|de|und|the) )?[A-Z0-9][\w&.'-]*){0,5})")
_QUANTITY = re.compile(
    r"\W*(?:about |around |approx\w* |over |under |some )?[$€£]?\d[\d.,]*\s*(?:k|%|\+)?"
    r"(?:\s*(?:people|employees|staff|persons|users|million|k|usd|eur|euros?|dollars?|years?|months?|weeks?|days?|am|pm)\b.*)?\W*",
    re.IGNORECASE,
)
_TALK = words("""
    i we you he she they my our your us me do does did don't make makes making sell sells need needs want
    wants have has am is are was were use uses not no looking what why how when that can will would should
    it's i'm we're it this there about in on at for with because to nothing whatever maybe
""")
_MOST_WORDS = 7


def read_company(text: str, context: Context) -> Parsed | None:
    """A company's name as they write it.

    Asked for it, a bare name counts; otherwise only one they say is theirs, or with its legal form.
    """
    said = clean(text)
    found = _asked_company(said) if context.asking is Topic.COMPANY else _told_company(said)
    return Parsed(Topic.COMPANY, Standing.GIVEN, Text(found)) if found else None


def _asked_company(text: str) -> str | None:
    behind_name = _CALLED.search(text)
    if behind_name and _bounded(text[behind_name.end() :]):
        return _checked(_bounded(text[behind_name.end() :]))
    bare = _bounded(_without_leading(text))
    return _checked(bare) or _told_company(text)


def _without_leading(text: str) -> str:
    rest = _PERSON_FROM.sub("", without_openers(text))
    while (leading := _LEADING.match(rest)) and leading.end() < len(rest):
        rest = rest[leading.end() :]
    return rest.removeprefix("the ") if rest[4:5].isupper() else rest


def _bounded(text: str) -> str:
    rest = one_line(text.strip(" :,-\"'"))
    for whole in (_PARTNERS, _LIST_OF_PARTNERS):
        match = whole.match(rest)
        if match:
            return match[0]
    cut = _ENDING.sub("", text.strip(" :,-\"'")).strip(" ,:-\"'")
    return cut if _ABBREVIATED.search(cut) else cut.rstrip(".")


def _checked(name: str) -> str | None:
    spoken = name.split()
    if not 1 <= len(spoken) <= _MOST_WORDS or not re.search(r"\w", name) or "@" in name:
        return None
    if _QUANTITY.fullmatch(name) or is_place(name) or is_title(name) or name.lower() in NO_NAMES:
        return None
    if is_talk(name) and not all(word[0].isupper() or word in ("and", "of", "the") for word in spoken):
        return None
    if not name.islower() and any(word.lower() not in GENERIC for word in spoken):
        return name if not any(word in _TALK for word in spoken) else None
    return None if _is_description(spoken) else name


def _is_description(spoken: list[str]) -> bool:
    """ "a small bakery" and "our own company" say what it is, not which."""
    lowered = [word.lower() for word in spoken]
    return (
        lowered[0] in ("a", "an", "another", "any", "some", "small", "self")
        or all(word in GENERIC or word in NO_NAMES or word == "the" for word in lowered)
        or any(word in _TALK for word in lowered)
        or knows_industry(" ".join(spoken))
    )


def _told_company(text: str) -> str | None:
    behind_name = _CALLED.search(text)
    if behind_name and _OF_A_FIRM.search(text):
        return _checked(_bounded(text[behind_name.end() :]))
    with_form = _WITH_FORM.search(text)
    if with_form:
        return _with_form(with_form)
    for cue in _TOLD.finditer(text):
        run = _RUN.match(text, cue.end())
        if run and _is_sure(run[1]):
            return run[1].rstrip(".,'-")
    return None


def _with_form(match: re.Match[str]) -> str | None:
    words = match[1].split()
    while words and (words[0].lower() in NO_NAMES or is_title(words[0])):
        words = words[1:]
    return " ".join([*words, match[2]]) if words else None


def _is_sure(run: str) -> bool:
    first = run.partition(" ")[0].strip(".,'-")
    lowered = first.lower()
    return not (
        lowered in NO_NAMES
        or lowered in GENERIC
        or bool(_QUANTITY.fullmatch(run))
        or (lowered.endswith("ing") and len(lowered) > 5)
        or is_demonym(first)
        or is_place(run.rstrip(".,"))
        or is_title(run)
        or knows_industry(run)
    )
