"""Answers that hold no value: "I don't know" and "rather not say"."""

import re

from leads.domain.answers import Parsed, Standing
from leads.domain.parsing import standing_phrases as phrases
from leads.domain.parsing.context import Context
from leads.domain.parsing.wording import clauses, clean, plain
from leads.domain.topics import Topic

__all__ = ["read_standing", "without_standing"]

_OPEN = frozenset(
    {
        Topic.NAME,
        Topic.EMAIL,
        Topic.PHONE,
        Topic.COMPANY,
        Topic.ROLE,
        Topic.INDUSTRY,
        Topic.COUNTRY,
        Topic.EMPLOYEES,
    }
)
# "No" to "what budget do you have in mind?" is to have none in mind, which is not to have none.
_OF_SIZE_AND_TIME = frozenset({Topic.BUDGET, Topic.TIMEFRAME})
_HEDGE = re.compile(
    r"\s+(?=(?:may ?be|mayb|perhaps|probably|prob|possibly|around|approx\w*|roughly|something like"
    r"|somewhere)\b(?!\s*(?:later|not|another|tomorrow|$)))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\S+@\S+")  # "anna@havn.dk" has no "dk" in it
_BEFORE_NUMBER = re.compile(r"\s+(?=(?:(?:like|maybe|say|just|tbh|probably)\s+)*[$€£¥]?\d)")
_NOT_KNOWING = ("not know", "no idea", "not sure", "no clue", "depends")


def read_standing(text: str, context: Context) -> Parsed | None:
    """UNKNOWN or DECLINED for the topic asked when the message says so, whatever else it says."""
    if context.asking is None:
        return None
    said = {_standing_of(part, context.asking) for clause in clauses(clean(text)) for part in _parts(clause)}
    for standing in (Standing.DECLINED, Standing.UNKNOWN):
        if standing in said:
            return Parsed(context.asking, standing)
    is_no = context.asking in _OF_SIZE_AND_TIME and _has_none_in_mind(plain(text))
    return Parsed(context.asking, Standing.UNKNOWN) if is_no else None


def _has_none_in_mind(words: str) -> bool:
    said = " ".join(words.replace(",", " ").strip(" .!").split())
    return bool(phrases.BARE_NO.search(said) or phrases.NONE_IN_MIND.search(said))


def without_standing(text: str, *, asking: Topic | None = None) -> str:
    """What the message says besides not knowing or not telling: all of it when it says neither."""
    whole = [_parts(clause) for clause in clauses(clean(text))]
    kept = [
        [part for part in parts if _standing_of(part, asking) is None or (at and _takes_back(part))]
        for at, parts in enumerate(whole)
    ]
    return text if kept == whole else ", ".join(" ".join(parts) for parts in kept if parts)


def _takes_back(part: str) -> bool:
    """Whether it is a "no" that, behind something else, corrects it: "13. no, 30"."""
    return bool(phrases.BARE_NO.search(plain(part)))


def _parts(clause: str) -> list[str]:
    return [part for piece in _HEDGE.split(clause) for part in _number_apart(piece)]


def _number_apart(piece: str) -> list[str]:
    """ "idk 50k" is two things; "ask me in 2 weeks" is one."""
    gap = _BEFORE_NUMBER.search(piece)
    if gap and plain(piece[: gap.start()]).endswith(_NOT_KNOWING):
        return [piece[: gap.start()], piece[gap.end() :]]
    return [piece]


def _standing_of(part: str, asking: Topic | None) -> Standing | None:
    words = plain(_ADDRESS.sub(" ", part))
    if not words:
        return None
    if asking is Topic.CONSENT and phrases.PERMISSION_REFUSED.search(words):
        return None
    if asking is Topic.NEED and phrases.PROBLEM.search(words):
        return None
    if phrases.NOT_ABLE.search(words):
        return Standing.UNKNOWN
    if _is_declined(words, asking):
        return Standing.DECLINED
    return Standing.UNKNOWN if _is_unknown(words, asking) else None


def _is_declined(words: str, asking: Topic | None) -> bool:
    return (
        bool(phrases.DECLINED.search(words))
        or (asking not in (None, Topic.CONSENT, Topic.SLOT) and bool(phrases.NO_THANKS.search(words)))
        or (asking in _OPEN and bool(phrases.BARE_NO.search(words)))
    )


def _is_unknown(words: str, asking: Topic | None) -> bool:
    return (
        bool(phrases.UNKNOWN.search(words))
        or bool(phrases.DEFERRED.search(words))
        or (asking is not Topic.AUTHORITY and bool(phrases.ASK_OTHERS.search(words)))
        or (asking is not Topic.NEED and bool(phrases.VAGUE.search(words)))
        or (asking not in (Topic.SLOT, Topic.CONSENT) and bool(phrases.INDIFFERENT.search(words)))
        or (asking in _OPEN and bool(phrases.NONE_TO_GIVE.search(words)))
        or (asking in _OPEN - {Topic.ROLE} and bool(phrases.WITHOUT_EMPLOYER.search(words)))
    )
