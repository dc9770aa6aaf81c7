"""Who decides, from who is named beside which kind of verb: for answers in words that no phrase foresees."""

from leads.domain.answers import AuthorityLevel
from leads.domain.parsing.authority_phrases import OTHERS
from leads.domain.parsing.tables import part, phrases

__all__ = ["advises", "hinted_level", "own_part_in"]

_DECIDING = phrases(r"""
    \b(?:decid|decis|sign|approv|authori[sz]|choos|select|pick|validat|mandat|greenlight|entscheid|beslis
        |decyd)\w*
    \b(?:say|word|call|calls|vote|veto|responsib\w+|autonomy|power|buy|purchase|final|agrees?|go ahead
        |choice|commit|purchasing|procurement|buying|budgets?|money|spend|card|discretion|control)\b
    \b(?:sits?|begins?|ends?|stops?|rests?|lies) (?:and ends )?with\b
""")
_ADVISING = phrases(r"""
    \b(?:make|making|build|put) (?:the|a|my) case\b|\b(?:draw|feed|push|pull|write|report)(?:ing
        |s)? (?:up|back|for|together
        |into|around)\b|\bopinions?\b|\bfeedback\b|\bideas\b|\bhomework\b|\blegwork\b|\bsome info\b
    \b(?:vetting|nudg\w+|narrow\w+|weigh in|pre-?select\w*|trial|pilot|input|influence|scout\w*|demos?
        |(?:to|me) find(?! out))\b
    \b(?:advis|recommend|suggest|evaluat|research|compar|shortlist|propos|collect|gather|present|prepar)\w*
""")
_I_ADVISE = phrases(r"""
    \bi (?!(?:want|need|would|wish|like|love|hope|plan|try|have|am)\b)(?:\w+ ){0,3}?(?:advis|recommend|suggest
        |evaluat|research|compar|shortlist|propos|collect|gather|prepar)\w*
    \bmy (?:job|part|role|task) is (?:to |the )?(?:\w+ )?(?:advis|recommend|evaluat|research|compar|shortlist
        |collect|gather|prepar)\w*
""")
_ME = phrases(r"""
    \b(?:i|me|myself|mine|ich|yo|je|moi|ik|io|eu)\b
    \bmy (?:own )?(?:side|court|hands|desk|discretion|word|opinion|views?|responsib\w+|call|decision|choice
        |signature|vote|say|job|money|budget)\b
""")
_DOING = phrases(r"^(?:just |only |mostly |mainly )*\w+ing\b")  # "narrowing it down": they themselves
_WE = phrases(
    r"\b(?:we|of us|both|wir|nous|nosotros|wij|noi|together|zusammen|ensemble|samen|juntos|insieme)\b"
)
_JOINED = phrases(r"\b(?:and|with|n|plus|mit|avec|con|met|both|together|member)\b|[&+]")
_NOT = phrases(r"\b(?:not|no|never|nobody|without|cannot|nicht|pas)\b")
_MY_TITLE = phrases(
    r"\bi am (?:also |just |only )?(?:the |an? )?(?:\w+ ){0,2}?<others>\b|\bas (?:the |an? )?<others> i\b",
    others=OTHERS,
)
_OTHERS = phrases(
    part(
        r"""
    \b<others>\b|\b(?:trustees?|hubby|missus|department|dept|landlord|tutor|socio|associates?)\b
    ^(?:my|the|our) \w+(?: \w+)?$
    \b(?:suits|people|guys|folks|ones) (?:upstairs|above|at the top|in charge)\b|\b(?:chef|jefe|patron
        |baas)\b
    """,
        others=OTHERS,
    )
)
_NOBODY_ABOVE = phrases(r"""
    \b(?:no ?body|no one|none) (?:is )?(?:above|over|overrules?|outranks?) me\b|\bat my (?:desk|table)\b
        |^my pen\b|\b(?:top of|at the top)\b|\bends? with me\b
    \bno (?:committee|approvals?|sign ?-?off|boss)\b
    \b(?:nobody|no one|not (?:\w+ ){0,4}any ?one)\b.*\b(?:else|past|permission|ask|approve)\b
        |\bto (?:nobody|no one)\b
    \bnot (?:\w+ ){0,5}(?:past|by|ask|from|with) any ?(?:one|body)\b|\bin my (?:court|hands|power)\b
        |\bat my discretion\b|\bmy word is\b|\bright (?:guy|man|woman|person|one
        |place)\b
    ^(?:the |an? |yes |i am |one and |only |sole |main |key )*decision ?-?makers?$
    ^(?:yes |just |only |little |old )*me\b(?: \w+){0,3}$|\bso (?:it is |that is )?(?:just )?me$
""")
_NOT_MINE = phrases(r"""
    \b(?:too|only a|just a) (?:junior|new|small|low|little)\b|\bup the (?:chain|ladder|line)\b
        |\bcentrally\b|\bnot in my gift\b
    \bnot up ?to me\b|\bout of my hands\b|\b(?:way |far )?(?:above|over) me\b|\bi (?:just|only) work here\b
        |\bnot my (?:money
        |\w+ally)\b
    \b(?:question|matter|one|job|topic) for (?:my|our|the)\b
""")
_STARTS_WITH_US = phrases(r"^(?:we|us|wir|nous|wij)\b")
_WITH_MINE = phrases(r"""
    (?<!check )(?<!talk )(?<!speak )(?<!discuss )(?<!agree )(?<!clear )(?<!it )(?<!this )\b(?:with|w|con
        |mit|avec
        |met) (?:my|our|mi|mein\w*|mon|ma|mijn) \w+
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
    if _WITH_MINE.search(said):
        return AuthorityLevel.SHARED
    others = bool(_OTHERS.search(_MY_TITLE.sub("i", said)))
    return _by_people(said, me=bool(_ME.search(said) or _DOING.search(said)), others=others)


def own_part_in(said: str) -> AuthorityLevel | None:
    """The part they claim besides others who decide: advising them, being one of them, or needing nobody."""
    hint = hinted_level(said)
    claims = hint is AuthorityLevel.INFLUENCER or (
        bool(_STARTS_WITH_US.match(said)) and hint is AuthorityLevel.SHARED
    )
    return hint if claims or (hint is AuthorityLevel.DECIDER and _NOT.search(said)) else None


def advises(said: str) -> bool:
    """Whether a plain text of any length says that this person prepares what others decide."""
    return bool(_I_ADVISE.search(said))


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
