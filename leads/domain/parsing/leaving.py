"""People who want to be left alone, who are just looking, or who have had enough of questions."""

from leads.domain.parsing.need import has_need_cue
from leads.domain.parsing.tables import phrases
from leads.domain.parsing.wording import clauses, clean, plain
from leads.domain.remarks import Remark

__all__ = ["declines_a_meeting", "read_leaving"]

_CLOSER = (
    r"(?: (?:in (?:this|that|it|any of (?:this|it)|anything|you|your \w+|buying(?: anything)?|talking)"
    r"|this|that|it|right now|at the moment|at this time|at present|for now|any ?more|now|here|today|yet"
    r"|thanks|thank you|sorry|at all|really|honestly|tbh|mate|please|kindly|either|ever|though|ok|okay"
    r"|after all|bye))*$"
)
#: "Our visitors are not interested" says what goes wrong, not that the speaker has had enough.
_SPEAKER = (
    r"^(?!.*\b(?:they|people|visitors|customers|clients|leads|prospects|users|buyers|nobody|who|which)\b).*"
)
_NOT_INTERESTED = phrases(
    r"""
    <SPEAKER>\b(?:not|no longer|never)(?: (?:really|that|very|at all|so|even|actually))* int(?:e?re|er)s+ted
        <CLOSER>
    <SPEAKER>\b(?:no|zero) interest<CLOSER>
    <SPEAKER>\buninterested<CLOSER>
    \bleave (?:me|us) alone\b
    ^(?:(?:just|please|pls|oh|ok|okay|so|then|now|and|you) )*(?:go away|get lost|bug off)<CLOSER>
    ^(?:(?:this|it|that) is )?(?:really |just |so )?not (?:for us|my thing|our thing)<CLOSER>
    ^(?:i |we )?(?:really |just )?(?:do|would) not want (?:this|it|that|anything|any of (?:this|it|that)
        |your \w+|to (?:buy|chat|talk|continue|go on))<CLOSER>
    ^(?:ok |okay |just |oh )*forget (?:it|about it|this)<CLOSER>
""".replace("<CLOSER>", _CLOSER).replace("<SPEAKER>", _SPEAKER)
)
_JUST_LOOKING = phrases(
    r"""
    \b(?:just|only|merely|simply)(?: (?:here|having|a|quick|doing|some|kind of|sort of|to|i am|we are|was
        |want))*
        (?: (?:look(?:ing)?|brows(?:e|ing)|curious|curiosity|exploring|checking|window shopping|seeing
        |passing by))(?: (?:around|about|out|things|stuff|what you (?:do|offer|have)|what is (?:out )?there
        |(?:your|the) (?:site|website|page|product)))*<CLOSER>
    ^(?:i am |we are )?(?:(?:only|just) )?(?:browsing|looking around|window shopping)(?: around)?<CLOSER>
""".replace("<CLOSER>", _CLOSER)
)
_ENOUGH = phrases(r"""
    \b(?:stop|quit|enough|done)(?: (?:with|of))?(?: (?:asking|all|the|these|those|this|your|so many|me))*
        (?: questions?)\b
    \bstop asking\b|\btoo many questions\b|\bno more questions\b|\bhow many (?:more )?questions\b
    \b(?:do|will|would) not (?:want to )?answer (?:any(?: more| of)?|more|all|your|these|those)\b
""")
_NO_MEETING = phrases(
    r"""
    \b(?:not interested in|do not (?:want|need|like|wish)|would not (?:want|like)|no need for
        |rather not|not up for|no|skip|without)(?: (?:have|having|do|an?|any|the|to|such|another|more|sales))*
        (?: (?:meetings?|meet|calls?|appointments?|demos?|talk|speak))<CLOSER>
""".replace("<CLOSER>", _CLOSER)
)
_MEANINGS = (
    (_NOT_INTERESTED, Remark.NOT_INTERESTED),
    (_ENOUGH, Remark.ENOUGH),
    (_JUST_LOOKING, Remark.JUST_LOOKING),
)


def declines_a_meeting(text: str) -> bool:
    """Whether they would rather not meet at all ("no call please", "not interested in a meeting")."""
    return any(_NO_MEETING.search(plain(clause)) for clause in clauses(clean(text)))


def read_leaving(text: str) -> Remark | None:
    """NOT_INTERESTED, ENOUGH or JUST_LOOKING, where the message says so and names nothing they want."""
    said = [plain(clause) for clause in clauses(clean(text))]
    meant = [_meaning_of(clause) for clause in said]
    if any(has_need_cue(clause) for clause, meaning in zip(said, meant, strict=True) if meaning is None):
        return None
    return next((meaning for meaning in meant if meaning), None) or _meaning_of(plain(clean(text)))


def _meaning_of(words: str) -> Remark | None:
    return next((remark for pattern, remark in _MEANINGS if pattern.search(words)), None)
