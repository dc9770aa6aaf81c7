"""Whether a time is said of buying and going live, rather than of calls, habits or the past."""

import re

from leads.domain.parsing.tables import phrases

__all__ = ["is_a_wish", "is_about_something_else", "is_only_described", "is_put_off"]

_WISH = phrases(r"""
    \b(?:need|needed|want|wanted|wants|would like|we'd like|i'd like|looking (?:to|for|at)|plan|plans
        |planning|planned|hope|hoping|aim|aiming|intend|intending|must|have to|has to|should be|wish
        |expect(?:ing)? to|ideally|prefer\w*|target\w*|goal)\b
    \b(?:go(?:ing)? live|go-live|golive|live|launch\w*|start|starting|begin|beginning|kick ?off|roll(?:ed
        |ing)?[ -]?out|implement\w*|deploy\w*|install\w*|buy|buying|purchase\w*|sign|decide|decision
        |migrat\w+|switch\w*|replac\w+|move|up and running|in place|ready|deadline|due|timeline|timeframe
        |time frame|onboard\w*|running|set up|setup|begin)\b
""")
_PUT_OFF = phrases(r"""
    \b(?:ask|call|text|email|mail|contact|ping|remind|write|message)(?: (?:me|us|again|back))+\b
    \b(?:get|come|check|circle|touch) (?:back|base)\b|\b(?:let|tell) (?:you|u)(?: know)?\b
    \bi (?:just |only )?(?:start|started|join|joined)\b(?! (?:my|our|the|a|with|using|to)\b)
    ^\W*(?:did|have|has|were|was|do|does) (?:you|u|your|it|they)\b
    \b(?:will|ll|should|might|to|we|i) (?:know|find out|hear|see) (?:more|better|then|it|by then|in|by|on
        |next)\b
""")
_BUSY = re.compile(
    r"(?:\s(?:and|to|or) \w+)?\s(?:is|are|was|gets?|will be|tends to be)\s(?:\w+\s){0,3}?(?:busy"
    r"|busiest|hectic|crazy"
    r"|mad|quiet|slow|peak|nightmare|bad|terrible|difficult|impossible|out of the question|no good|tricky)\b"
)
_SOMETHING_ELSE = phrases(r"""
    \b(?:call|calls|phone|ring|text|sms|email|mail|contact|reply|respond|answer|get back|talk|speak|chat
        |meet|meeting|demo|appointment|slot|reach out|follow up|ping|remind|available|free|works? for me
        |works|see you|holiday until|vacation until|away until|back (?:in|on))\b
    \b(?:used|was|were|had|have been|has been|been|started|founded|launched|joined|did|bought|hired|worked
        |went|moved|switched|ago|signed|implemented|every|each|always|usually|normally|last (?:week|month
        |year|quarter))\b
    \b(?:expires?|renews?|runs out|grow|growth|revenue|sales will|hire|hiring|close the books|month-end
        |report by|invoice by)\b
""")
_WINDOW = 90
_SENTENCE_END = re.compile(r"[.!?;\n](?=\s|$)")


def is_a_wish(text: str, start: int, end: int) -> bool:
    """Whether the sentence around this place tells what they want to do by then."""
    return bool(_WISH.search(_sentence(text, start, end)))


def is_put_off(text: str, start: int, end: int) -> bool:
    """Whether the sentence around this place tells when they will answer, instead of answering."""
    return bool(_PUT_OFF.search(_sentence(text, start, end)))


def is_only_described(text: str, end: int) -> bool:
    """Whether what stands before this place is said to be a busy or a bad time, instead of the one meant."""
    return bool(_BUSY.match(text, end))


def is_about_something_else(text: str, start: int, end: int) -> bool:
    """Whether the sentence around this place is about a call, a habit or the past."""
    return bool(_SOMETHING_ELSE.search(_sentence(text, start, end)))


def _sentence(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
    said_before = _SENTENCE_END.split(before)[-1]
    said_after = _SENTENCE_END.split(after)[0]
    return f"{said_before} {said_after}"
