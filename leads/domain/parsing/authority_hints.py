"""Who decides, from who is named beside which kind of verb: for answers in words that no phrase foresees."""

from leads.domain.answers import AuthorityLevel
from leads.domain.parsing.authority_phrases import OTHERS
from leads.domain.parsing.tables import part, phrases

__all__ = ["hinted_level"]

_DECIDING = phrases(r"""
    \b(?:decid|sign|approv|authori[sz]|choos|select|pick|validat|mandat|greenlight|entscheid|beslis|decyd)\w*
    \b(?:say|word|call|calls|vote|veto|responsib\w+|autonomy|power|buy|purchase|final|agrees?|go ahead
        |choice)\b
    \b(?:sits?|begins?|ends?|stops?|rests?|lies) (?:and ends )?with\b
""")
_ADVISING = phrases(r"""
    \b(?:vetting|nudg\w+|narrow\w+|weigh in|pre-?select\w*|trial|pilot|input|influence|scout\w*|demos?)\b
    \b(?:advis|recommend|suggest|evaluat|research|compar|shortlist|propos|collect|gather|present|prepar)\w*
""")
_ME = phrases(r"""
    \b(?:i|me|myself|mine|ich|yo|je|moi|ik|io|eu)\b
    \bmy (?:own )?(?:side|responsib\w+|call|decision|choice|signature|vote|say|job|money|budget)\b
""")
_WE = phrases(r"\b(?:we|us|both|wir|nous|nosotros|wij|noi|together|zusammen|ensemble|samen|juntos|insieme)\b")
_JOINED = phrases(r"\b(?:and|with|n|plus|mit|avec|con|met|both|together|member)\b|[&+]")
_NOT = phrases(r"\b(?:not|no|never|nobody|without|cannot|nicht|pas)\b")
_MY_TITLE = phrases(
    r"\bi am (?:also |just |only )?(?:the |an? )?(?:\w+ ){0,2}?<others>\b|\bas (?:the |an? )?<others> i\b",
    others=OTHERS,
)
_OTHERS = phrases(
    part(
        r"""
    \b<others>\b
    \b(?:suits|people|guys|folks|ones) (?:upstairs|above|at the top|in charge)\b|\b(?:chef|jefe|patron
        |baas)\b
    """,
        others=OTHERS,
    )
)
_NOBODY_ABOVE = phrases(r"""
    \b(?:no ?body|no one|none) (?:is )?(?:above|over) me\b|\b(?:top of|at the top)\b|\bends? with me\b
    \bno (?:committee|approvals?|sign ?-?off|boss)\b
    ^(?:yes |just |only )*me\b(?: \w+)?$
""")
_NOT_MINE = phrases(r"""
    \bout of my hands\b|\b(?:way |far )?(?:above|over) me\b|\bi (?:just|only) work here\b|\bnot my (?:money
        |\w+ally)\b
    \b(?:question|matter|one|job|topic) for (?:my|our|the)\b
""")
_MOST_WORDS = 14  # a story names many people


def hinted_level(said: str) -> AuthorityLevel | None:
    """The part somebody has by the people and verbs in a short plain text that answers who decides."""
    if len(said.split()) > _MOST_WORDS:
        return None
    if _NOBODY_ABOVE.search(said):
        return AuthorityLevel.DECIDER
    if _NOT_MINE.search(said):
        return AuthorityLevel.NONE
    others = bool(_OTHERS.search(_MY_TITLE.sub("i", said)))
    return _by_people(said, me=bool(_ME.search(said)), others=others)


def _by_people(said: str, *, me: bool, others: bool) -> AuthorityLevel | None:
    decides = bool(_DECIDING.search(said))
    if _WE.search(said) and decides:
        return AuthorityLevel.SHARED
    if me and _ADVISING.search(said):
        return AuthorityLevel.INFLUENCER
    if me and others:
        joined = bool(_JOINED.search(said)) and not _NOT.search(said)
        return AuthorityLevel.SHARED if joined and decides else AuthorityLevel.NONE if decides else None
    if others:
        return AuthorityLevel.NONE
    if me and decides:
        return AuthorityLevel.NONE if _NOT.search(said) else AuthorityLevel.DECIDER
    return AuthorityLevel.INFLUENCER if _ADVISING.search(said) else None
