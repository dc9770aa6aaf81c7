"""Who decides, by who is named with which kind of verb: an agent, an act, and whether it is denied.

A clause is judged by the agent that its deciding verb belongs to; a message by all of its clauses together.
"""

import re
from collections.abc import Iterable, Iterator
from enum import Enum, auto

from leads.domain.answers import AuthorityLevel
from leads.domain.parsing.authority_phrases import (
    ADVISES_OTHERS,
    ASKED_ME,
    BOTH,
    CLEARLY_DECIDES,
    FREE_HAND,
    I_NEED_THEM,
    MY_OWN,
    NEEDS_NO_APPROVAL,
    NEEDS_NOBODY,
    NOT_DECIDING,
)
from leads.domain.parsing.authority_words import (
    ADVISES,
    AGENT_BEHIND,
    BY,
    DECIDES,
    FUNCTION_WORDS,
    JUNIOR,
    ME,
    MY_TOP_TITLE,
    NOT,
    OTHERS,
    SAME_AGENT,
    SOMEBODY_BY_ROLE,
    WE,
)
from leads.domain.parsing.first_names import FIRST_NAMES

_A_FEW = 10  # words: more of them tell something besides
_NEAR = 12  # characters between a verb and the agent behind it
_NEAR_BY = 24
_ALSO_WORDS = frozenset(
    {"my", "will", "may", "mark", "sign", "miss", "rich", "an", "do", "so", "see", "van", "long", "guy"}
)

__all__ = ["asked_level", "told_level"]


class Claim(Enum):
    """What a clause says of the decision."""

    I_DECIDE = auto()
    WE_DECIDE = auto()
    OTHERS_DECIDE = auto()
    I_ADVISE = auto()


_AGENT = re.compile(rf"(?P<me>{ME})|(?P<we>{WE})|(?P<others>{OTHERS})")
_WITH = r"(?: and| &| n| plus| with| along with| together with| as well as| \+| or|/|,)"
_COUNTED = r"(?:also |maybe |then |one |two |three |four |\d |some |a few )?"
_JOINED = re.compile(
    rf"(?:{ME})(?: both)?{_WITH} {_COUNTED}(?!(?:i|me|no|nobody|only)\b)(?:{OTHERS})"
    rf"|(?:{OTHERS})(?: \w+)?{_WITH} (?:{ME})"
    rf"|^(?:my|our) \w+(?: \w+)? (?:and|&|n|plus|or) (?:{ME})$"
)
_WORD = re.compile(r"[^\W_]+")
_WISHES = re.compile(r"\b(?:want|need|like|love|hope|wish|plan|try) to\b")  # "I want to compare leads"
_AWAY = re.compile(r" (?:over )?(?:in|at|from|of) (?:the )?\w+(?: \w+)?$")


def asked_level(clauses: Iterable[str]) -> AuthorityLevel | None:
    """The part somebody has by all that plain clauses claim, or None where they claim nothing."""
    whole = [_with_one_agent(clause) for clause in clauses]
    found = {claim for clause in whole for claim in _claims_in(clause)}
    if not found and any(map(_names_only_others, whole)):
        return AuthorityLevel.NONE
    return _level(found)


def _level(found: set[Claim]) -> AuthorityLevel | None:
    if Claim.WE_DECIDE in found or found >= {Claim.I_DECIDE, Claim.OTHERS_DECIDE}:
        return AuthorityLevel.SHARED
    if Claim.I_DECIDE in found:
        return AuthorityLevel.DECIDER
    if Claim.I_ADVISE in found:
        return AuthorityLevel.INFLUENCER
    return AuthorityLevel.NONE if Claim.OTHERS_DECIDE in found else None


def told_level(clauses: Iterable[str]) -> AuthorityLevel | None:
    """The same, where nobody asked who decides: only what names the decision and whose it is."""
    whole = [_with_one_agent(clause) for clause in clauses]
    told = {claim for clause in whole if _is_about_deciding(clause) for claim in _claims_in(clause)}
    if told == {Claim.OTHERS_DECIDE} and any(Claim.I_ADVISE in _claims_in(clause) for clause in whole):
        return AuthorityLevel.INFLUENCER  # "I gather the offers, my director approves"
    return _level(told)


def _is_about_deciding(clause: str) -> bool:
    return any(told.search(clause) for told in (CLEARLY_DECIDES, NEEDS_NO_APPROVAL, ADVISES_OTHERS))


def _with_one_agent(clause: str) -> str:
    """ "I'm the owner and decide" and "the one who decides is me" with the speaker before the verb."""
    return " ".join(SAME_AGENT.sub(" i ", f" {clause} ").split())


def _claims_in(clause: str) -> set[Claim]:
    """What one plain clause claims."""
    said = _with_names_as_somebody(clause) if DECIDES.search(clause) else clause
    advises = _advises(said)
    if not advises and _is_joint(said):
        return {Claim.WE_DECIDE}
    if NEEDS_NOBODY.search(said) or FREE_HAND.search(said):
        return {Claim.I_DECIDE}
    if ASKED_ME.search(said):
        return {Claim.I_ADVISE}
    if JUNIOR.search(said) or I_NEED_THEM.search(said):
        return {Claim.OTHERS_DECIDE}
    if NOT_DECIDING.search(said):
        return set()
    if MY_OWN.search(said):
        return {Claim.OTHERS_DECIDE} if NOT.search(said) else {Claim.I_DECIDE}
    if not _AGENT.search(said):
        said = SOMEBODY_BY_ROLE.sub("somebody", said)
    decided = set(_decided(said))
    if advises and Claim.I_DECIDE not in decided:
        decided.add(Claim.I_ADVISE)
    return decided or set(_verbless(said))


def _names_only_others(clause: str) -> bool:
    """Whether a clause, whatever it says of them, speaks of nobody but others."""
    return {agent.lastgroup for agent in _AGENT.finditer(clause)} == {"others"} and not NOT_DECIDING.search(
        clause
    )


def _is_joint(said: str) -> bool:
    is_joint = BOTH.search(said) or _JOINED.search(said)
    return bool(is_joint) and (len(said.split()) <= _A_FEW or bool(DECIDES.search(said)))


def _with_names_as_somebody(clause: str) -> str:
    return " ".join("somebody" if _is_name(word) else word for word in clause.split())


def _is_name(word: str) -> bool:
    return word in FIRST_NAMES and word not in _ALSO_WORDS


def _advises(said: str) -> bool:
    """Whether it is this person who prepares the decision."""
    for act in ADVISES.finditer(said):
        before = list(_AGENT.finditer(said[: act.start()]))
        subject = before[-1] if before else None
        wishes = subject is not None and _WISHES.search(said[subject.end() : act.start()])
        if (subject is None or subject.lastgroup == "me") and not wishes:
            return True
    return False


def _decided(said: str) -> Iterator[Claim]:
    """Whose decision each deciding verb of the clause is."""
    for act in DECIDES.finditer(said):
        rest = said[act.end() :]
        before, after = list(_AGENT.finditer(said[: act.start()])), _AGENT.search(rest)
        is_passive = AGENT_BEHIND.search(said[: act.end()]) is not None
        by = BY.match(rest)
        if after and (is_passive or (by and not before)) and after.start() <= _NEAR_BY:
            yield from _claim(after, denied=bool(NOT.search(said[: act.end()])))
        elif before and _prepares(said, before[-1].end(), act.start()):
            continue
        elif before:
            yield from _claim(before[-1], denied=bool(NOT.search(said[before[-1].end() : act.start()])))
        elif after and after.start() <= _NEAR:
            yield from _claim(after, denied=bool(NOT.search(said)))


def _prepares(said: str, start: int, end: int) -> bool:
    """ "I prepare the decision": what they do comes before it, unlike "I compare and decide"."""
    acts = (act.start() for act in ADVISES.finditer(said, start))
    return any(at < end for at in acts) and " and " not in said[start:end]


def _claim(agent: re.Match[str], *, denied: bool) -> Iterator[Claim]:
    if not denied:
        yield {"me": Claim.I_DECIDE, "we": Claim.WE_DECIDE}.get(agent.lastgroup or "", Claim.OTHERS_DECIDE)
    elif agent.lastgroup == "me":
        yield Claim.OTHERS_DECIDE


def _verbless(said: str) -> Iterator[Claim]:
    """ "Me", "my boss in Paris", "us two": nothing but who it is."""
    if MY_TOP_TITLE.search(said):
        yield Claim.I_DECIDE
        return
    agents = list(_AGENT.finditer(said))
    kinds = {agent.lastgroup for agent in agents}
    alone = _AWAY.sub("", said) if kinds == {"others"} else said
    left = [word for word in _WORD.findall(_AGENT.sub(" ", alone)) if word not in FUNCTION_WORDS]
    if len(kinds) == 1 and not left:
        yield from _claim(agents[0], denied=bool(NOT.search(said)))
