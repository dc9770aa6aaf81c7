"""Who decides: alone, with others, by advice, or somebody else."""

import re

from leads.domain.answers import Authority, AuthorityLevel, Parsed, Standing
from leads.domain.parsing import authority_phrases as phrases
from leads.domain.parsing.authority_hints import advises, hinted_level, own_part_in
from leads.domain.parsing.context import Context
from leads.domain.parsing.wording import plain
from leads.domain.parsing.yes_no import plain_yes_or_no
from leads.domain.topics import Topic

__all__ = ["read_authority"]

_Patterns = dict[AuthorityLevel, tuple[re.Pattern[str], ...]]

_CUED: _Patterns = {
    AuthorityLevel.DECIDER: (phrases.DECIDER,),
    AuthorityLevel.SHARED: (phrases.SHARED,),
    AuthorityLevel.INFLUENCER: (phrases.INFLUENCER,),
    AuthorityLevel.NONE: (phrases.NONE,),
}
_ASKED: _Patterns = {
    AuthorityLevel.DECIDER: (phrases.DECIDER, phrases.DECIDER_WHEN_ASKED),
    AuthorityLevel.SHARED: (phrases.SHARED, phrases.SHARED_WHEN_ASKED),
    AuthorityLevel.INFLUENCER: (phrases.INFLUENCER, phrases.INFLUENCER_WHEN_ASKED),
    AuthorityLevel.NONE: (phrases.NONE, phrases.NONE_WHEN_ASKED),
}
_OTHER_CLAUSE = re.compile(
    r"^(?:.*\b(?:we|they|you|i) .*|(?:yes|yep|yeah|sure|ok|okay) |.*\d.* )\band (?=(?:i|me|myself)\b)"
)
_AND_I = re.compile(r"^and (?=(?:i|me|myself)\b)")
_STATES = re.compile(r"\b(?:we|they|you|i|is|are)\b|\d|^(?:yes|yep|yeah|sure|ok|okay)$")
_NEW_SENTENCE = re.compile(r"(?<=[.!?])\s+(?:and|plus)\s+")
_BREAK = re.compile(r"[,.!?;:\n]+\s+|\n")
_I_AM_AND = re.compile(r"\bi am (?:the |an? |our )?(?:\w+ ){1,3}and (?=decide|sign|approve|choose|make the)")
_PUNCTUATION = re.compile(r"[,.!;:?()\"*]+")


def read_authority(text: str, context: Context) -> Parsed | None:
    """This person's part in the decision.

    Asked for it, hints, titles and a bare yes or no count; otherwise only plain statements of who decides.
    """
    asked = context.asking is Topic.AUTHORITY
    said = _I_AM_AND.sub("i ", _without_other_clauses(text))
    level = _level(said, _ASKED if asked else _CUED)
    if level is None and asked:
        level = _level_by_degree(said) or hinted_level(said) or _level_by_yes_or_no(text)
    if level is AuthorityLevel.NONE and advises(said):
        level = AuthorityLevel.INFLUENCER
    if level is AuthorityLevel.NONE and asked:
        level = own_part_in(said) or level  # "I weigh in but the VP picks"
    return Parsed(Topic.AUTHORITY, Standing.GIVEN, Authority(level)) if level else None


def _without_other_clauses(text: str) -> str:
    """ "We want to start soon and I decide" is two statements, unlike "my boss and I decide"."""
    kept: list[str] = []
    for clause in map(_spaced, _BREAK.split(_NEW_SENTENCE.sub(" ", text))):
        is_new = bool(kept) and bool(_STATES.search(kept[-1]))
        kept.append(_AND_I.sub("", clause) if is_new else _OTHER_CLAUSE.sub("", clause))
    return " ".join(filter(None, kept))


def _spaced(text: str) -> str:
    return " ".join(_PUNCTUATION.sub(" ", plain(text)).split())


def _level(said: str, patterns: _Patterns) -> AuthorityLevel | None:
    found = {level for level, group in patterns.items() if any(pattern.search(said) for pattern in group)}
    if AuthorityLevel.SHARED in found or found >= {AuthorityLevel.DECIDER, AuthorityLevel.NONE}:
        return AuthorityLevel.SHARED
    strongest_first = (AuthorityLevel.DECIDER, AuthorityLevel.INFLUENCER, AuthorityLevel.NONE)
    return next((level for level in strongest_first if level in found), None)


def _level_by_degree(said: str) -> AuthorityLevel | None:
    return AuthorityLevel.SHARED if phrases.SHARED_BY_DEGREE.search(said) else None


def _level_by_yes_or_no(text: str) -> AuthorityLevel | None:
    said = plain_yes_or_no(text)
    if said is None:
        return None
    return AuthorityLevel.DECIDER if said else AuthorityLevel.NONE
