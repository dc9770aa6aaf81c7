"""Words that make a number a floor or a ceiling: "at most", "north of", "10k max", "50+"."""

import re
from enum import StrEnum

__all__ = ["Bound", "bound_after", "bound_before"]


class Bound(StrEnum):
    """Which end of a range a number is."""

    LOWER = "lower"
    UPPER = "upper"


_WINDOW = 60
_THAN = r"(?:th[ae]n|tha)"
_MORE = rf"(?:more?|higher|bigger|greater|larger|longer) {_THAN}"
_LESS = rf"(?:less|fewer|lower|smaller|shorter|cheaper) {_THAN}"
_HEDGES = (
    r"(?:\s*(?:about|abt|around|arnd|approx\w*\.?|roughly|circa|ca\.?|like|maybe|perhaps|probably|possibly"
    r"|say|env\.?|environ|etwa|ungefähr|unos|cerca de|circa"
    r"|let's say|a|an|the|some|well|just|something|somewhere|near|budget of|total of|say|only|usd|eur|~"
    r"|:))*\s*"
)
_NEGATION = r"(?:\bnot?|n't|\bnever|\bcan ?not|\bcant|\bdont|\bwont|\bwouldnt|\bshouldnt|\bnothing|\bwithout)"
_CLIMB = r"(?:over|above|exceed(?:ing)?|beyond|past|top|surpass|north of|upwards? of)"
_SAID_WORDS = (
    r"(?:\s(?!min|max)[a-z']+){0,6}\s*[:=]?\s*"  # "max we can spend is 10k": words only, no punctuation
)

# Those who write English with words of their own keep the small ones first.
_UP_TO_ABROAD = r"until|till|south of|hasta|jusqu'(?:à|a)|bis zu|h(?:ö|oe)chstens|tot|fino a|até"
_FROM_ABROAD = r"mindestens|minstens|desde|ab|vanaf|(?:à|a) partir de|au moins"
_NOT_BELOW = re.compile(rf"\b(?:not?|never|n't) (?:{_LESS}|under|below)[:\s]*{_HEDGES}$")
_UPPER_BEFORE = re.compile(
    rf"(?:\b(?:up ?(?:to|2)(?: and including)?|{_UP_TO_ABROAD}|at ?(?:the )?(?:very )?most|under|below"
    rf"|beneath|within|capped at"
    rf"|limited to|sub-?"
    rf"|inside of)"
    rf"|\b{_LESS}|\bno(?:t)? (?:any )?{_MORE}|\bnot even|\b(?:can|could|might|would|may) (?:maybe )?(?:go"
    rf"|stretch|reach|push|get)(?: up)? to|\bas (?:high|much|far|many) as"
    rf"|{_NEGATION}(?:\s[a-z]+){{0,5}}\s(?:{_CLIMB}|{_MORE})"
    rf"|<\s?=?)[:\s]*{_HEDGES}$"
    rf"|\b(?:max(?:imum|imal|imun|aal|imo|ed out| out)?(?:\b|(?=\d))\.?|m[aá]ssimo|máximo"
    rf"|(?:limit|ceiling|cap|tops|the most)\b(?:'s)?){_SAID_WORDS}{_HEDGES}$"
)
_LOWER_BEFORE = re.compile(
    rf"(?:\b(?:{_FROM_ABROAD}|at ?(?:the )?(?:very )?lea?st|over|above|from|start(?:s|ing)? (?:at|from)"
    rf"|north of|upwards? of"
    rf"|in excess of|exceed(?:s|ing)?|beyond|past)|\b{_MORE}"
    rf"|>\s?=?)[:\s]*{_HEDGES}$"
    rf"|\b(?:min(?:imum|imal|inum|imaal|imo)?(?:\b|(?=\d))\.?|the least\b){_SAID_WORDS}{_HEDGES}$"
)
_BETWEEN_WORDS = r"(?:\s(?:budget|total|in total|all in|altogether|or so|people|each))*"
_IS_THE = r"(?:\s(?:is|would be|was|as|being)(?:\s(?:the|our|my|a|an|absolute|very|hard|upper))*)"
_UPPER_AFTER = re.compile(
    rf"{_BETWEEN_WORDS}[\s,(]*(?:(?:absolute(?:ly)?|very|hard|strict(?:ly)?|upper) )?(?:max(?:imum|imun)?\b"
    rf"|tops?\b|at (?:the )?(?:very )?(?:most|max\w*|outside)"
    r"|(?:or|and) (?:less|under|lower|below|fewer|cheaper|smaller)|upper limit|limit\b|ceiling\b|cap\b"
    r"|(?:at|if) (?:a )?(?:push(?:ed)?|stretch(?:ed)?|pinch)\b"
    r"|as (?:a|an|the|our) (?:\w+ )?(?:max\w*|cap|ceiling|limit)\b"
    r"|or bust|and (?:not a (?:penny|cent|dime|dollar|euro|pound) more|no more\b(?! than)"
    r"|not more\b(?! than))|(?:not|never) more\b(?! than)"
    rf"|[^.;!?]{{0,50}}(?:\bnot\b|n't\b)[^.;!?]{{0,20}}"
    rf"\b(?:above|over|beyond|exceed|more than|higher than) (?:that|this)\b"
    rf"|{_IS_THE}\s(?:max\w*|limit|ceiling|cap|most|top)\b)"
)
_LOWER_AFTER = re.compile(
    rf"{_BETWEEN_WORDS}(?:\s?\+(?!\s?(?:\d|vat|tax|gst|mwst|iva|tva|expenses|fees))"
    rf"|[\s,(]*(?:plus\b(?!\s(?:vat|tax|gst|a |the |some|expenses|or minus"
    rf"|\d))"
    r"|(?:or|and) (?:more|higher|above|over|up|upwards?|bigger)|upwards?\b"
    r"|at (?:the )?(?:very )?(?:least|min\w*)"
    r"|(?:as (?:a|the|our) )?(?:\w+ )?floor\b|as (?:a|the|our) (?:\w+ )?min\w*\b"
    rf"|min(?:imum)?\b(?! call| meeting| chat)|{_IS_THE}\s(?:min\w*|least|floor)\b))"
)

_BEFORE = ((Bound.LOWER, _NOT_BELOW), (Bound.UPPER, _UPPER_BEFORE), (Bound.LOWER, _LOWER_BEFORE))
_AFTER = ((Bound.UPPER, _UPPER_AFTER), (Bound.LOWER, _LOWER_AFTER))


def bound_before(text: str, start: int, *, floor: int = 0) -> tuple[Bound, int] | None:
    """The bound that the words right before `start` set, and where they begin, from `floor` on."""
    window = max(floor, start - _WINDOW)
    before = text[window:start]
    for bound, pattern in _BEFORE:
        match = pattern.search(before)
        if match:
            return bound, window + match.start()
    return None


def bound_after(text: str, end: int, *, ceiling: int) -> tuple[Bound, int] | None:
    """The bound that the words right after `end` set, and where they end, up to `ceiling`."""
    after = text[end : min(ceiling, end + _WINDOW)]
    for bound, pattern in _AFTER:
        match = pattern.match(after)
        is_of_next = (
            match is not None and ceiling < len(text) and not text[end + match.end() : ceiling].strip()
        )
        if match and not is_of_next:  # the "max" of "4k, max 5k" is said of the 5k
            return bound, end + match.end()
    return None
