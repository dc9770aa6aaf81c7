"""Recognising that somebody asks what we know about them, or what they have told us."""

import re

__all__ = ["asks_what_we_know"]

_YOU = r"(?:you|u|ya|they|we|your (?:system|bot|company|team))(?:'?ve|'?re)?"
_HOLD = (
    r"(?:know|have|hav|got|hold|held|store[sd]?|save[sd]?|keep|kept|collect(?:ed)?|record(?:ed)?|remember"
    r"|note[sd]?|wr[io]tt?en?(?: down)?|wrote(?: down)?|gather(?:ed)?|learn(?:ed|t)?)"
)
_YOU_HOLD = rf"\b{_YOU}\b[^.!;]*?\b{_HOLD}\b"
_ME = r"(?:about|bout|on|of|regarding|concerning) (?:me|us|myself|my (?:person|self|company))\b"
_DATA = r"(?:data|info(?:rmation|s)?|details|answers|profile|records?|entries)"
_MY_DATA = rf"\bmy (?:(?:own|personal|contact|stored|saved) )*{_DATA}\b"
_LOOK = r"\b(?:show|see|view|get|give|send|list|access|copy|check|download)\b"

_ASKS = re.compile(
    "|".join(
        (
            rf"\b(?:wh?ats?|which|everything|anything|all)\b[^.!;]*?{_YOU_HOLD}[^.!;]{{0,25}}?{_ME}",
            rf"\bwh?at(?:'?s| is| are| was)?\b[^.!;]{{0,15}}?\b{_HOLD}\b[^.!;]{{0,15}}?{_ME}",
            rf"{_LOOK}[^.!;]{{0,20}}?{_MY_DATA}(?=\s*(?:$|[.,;!?]|\b(?:please|pls|plz|now|you|that|under)\b))",
            rf"\b(?:what|which) {_DATA} {_ME}[^.!;]*?{_YOU_HOLD}",
            rf"\b(?:wh?ats?|which)\b[^.!;]{{0,12}}?(?:{_MY_DATA}|\b{_DATA} of mine)\b[^.!;]*?{_YOU_HOLD}",
            rf"\b(?:do|did|have) you\b[^.!;]{{0,12}}?\b{_HOLD}\b (?:anything|something|stuff|much) {_ME}",
            r"\bwhat i(?:'ve| have| had)? (?:already )?(?:told|said|given)(?: to)? (?:you|u)\b",
            r"\bwhat (?:have|did|had) i (?:already )?(?:told|tell|say|said|given|give)(?: to)? (?:you|u)\b",
        )
    ),
    re.IGNORECASE,
)
_WANTS_TO = re.compile(r"\b(?:you|u|ya) (?:want|need|like|have) to know\b", re.IGNORECASE)


def asks_what_we_know(text: str) -> bool:
    """Whether a message asks what we hold about whoever writes it."""
    words = " ".join(text.replace("’", "'").split())
    return _WANTS_TO.search(words) is None and _ASKS.search(words) is not None
