"""Who decides: alone, with others, by advice, or somebody else."""

import re
from collections.abc import Iterator

from leads.domain.answers import Authority, AuthorityLevel, Parsed, Standing
from leads.domain.parsing.authority_grammar import asked_level, told_level
from leads.domain.parsing.authority_phrases import NOT_DECIDING
from leads.domain.parsing.context import Context
from leads.domain.parsing.wording import plain
from leads.domain.parsing.yes_no import plain_yes_or_no
from leads.domain.topics import Topic

__all__ = ["read_authority"]

_BREAK = re.compile(
    r"(?<!\bmr)(?<!\bdr)(?<!\bms)(?<!\bmrs)[.!?;\n]+(?:\s|$)|,(?!\d)|\s-\s|:\s"
    r"|\b(?:but|though|although|however"
    r"|so(?! (?:would|will|do|does|has|have)\b)|because|since|(?<!and )then)\b",
    re.IGNORECASE,
)
_PUNCTUATION = re.compile(r"[,.!;:?()\"*']+")
_THE_DEPARTMENT = re.compile(r"\bIT\b(?= [a-z]|$)")
_TWO_FOR_TO = re.compile(r"\b2 (?=(?:me|my|the|us)\b)")
_AND = re.compile(r"\band (?:then )?(?=(?:i|he|she|they|we|(?:the|my|our) \w+ \w+)\b)")
_LEADING_AND = re.compile(r"^(?:and|plus|or) (?!(?:my|our|the) \w+$)")
_STATES = re.compile(
    r"\b(?:we|they|you|he|she|i|is|are)\b(?! (?:and|&)).* |\d|^(?:yes|yep|yeah|sure|ok|okay)$"
    r"|^(?:my|the) name "
)
_MY_TITLE_AND = re.compile(r"^(?:head of \w+|c[a-z]o|vp|md|\w+ (?:manager|director|lead)) and (?=i\b)")


def read_authority(text: str, context: Context) -> Parsed | None:
    """This person's part in the decision.

    Asked for it, whoever is named decides, and a bare yes or no counts; otherwise only plain statements of
    who decides.
    """
    if context.asking is Topic.AUTHORITY:
        level = asked_level(_clauses(text)) or _level_by_yes_or_no(text)
    else:
        level = told_level(_MY_TITLE_AND.sub("", clause) for clause in _clauses(text))
    return Parsed(Topic.AUTHORITY, Standing.GIVEN, Authority(level)) if level else None


def _clauses(text: str) -> Iterator[str]:
    """The plain clauses of a text, each with a subject of its own.

    "We start soon and I decide" is two of them, "my boss and I decide" is one.
    """
    for piece in _BREAK.split(_THE_DEPARTMENT.sub("the it team", text)):
        clause = _TWO_FOR_TO.sub("to ", _spaced(piece))
        joint = _AND.search(clause)
        if joint and _STATES.search(clause[: joint.start()]):
            yield clause[: joint.start()].strip()
            clause = clause[joint.end() :]
        if clause:
            yield _LEADING_AND.sub("", clause)


def _spaced(text: str) -> str:
    return " ".join(_PUNCTUATION.sub(" ", plain(text)).split())


def _level_by_yes_or_no(text: str) -> AuthorityLevel | None:
    said = plain_yes_or_no(text)
    if said is None or NOT_DECIDING.search(plain(text)):
        return None
    return AuthorityLevel.DECIDER if said else AuthorityLevel.NONE
