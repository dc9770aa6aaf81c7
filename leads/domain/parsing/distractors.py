"""Numbers that are no amounts and no counts: dates, phone numbers, percentages, names, what once was."""

import re

from leads.domain.parsing.aligned import masked

__all__ = ["without_distractors", "without_times_of_day"]

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary|uary)?|mar(?:ch)?|apr(?:il)?|may(?! be| not| have)|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_NEAR_YEAR = r"20[1-4]\d"
_NO_AMOUNT = (
    r"(?!\w|[.,]?\d|\s?(?:[$€£¥₹%]|k\b"
    r"|(?:usd|eur|gbp|euros?|dollars?|pounds?|bucks|a month|a year|per|people|employees)\b))"
)
_BEFORE_YEAR = (
    r"(?:in|by|since|from|until|till|before|after|during|for|of|year|early|mid|late|end|fy|and|q[1-4]|h[12]"
    r"|quarter"
    r"|spring|summer|autumn|fall|winter|founded|established|est\.?|start|next)"
)
_NAMED = (
    r"(?:office|microsoft|ms|o|dynamics|windows|win|iso|fortune|sage|version|ver|v|top|nr|no\.|option|phase"
    r"|tier|level"
    r"|step|stage|room|suite|zip|postcode|route|highway|chapter|ticket|order|invoice|gpt|web|industry"
    r"|number|question|covid|gen|series)"
)


def _patterns(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, patterns))


_ADDRESSES = _patterns(
    r"[^\s@]{1,64}@[^\s@]+|(?:https?://|www\.)\S+|\b[a-z0-9-]+\.(?:com|org|net|io|co|ai|de|eu)\b\S*",
    r"\+\d[\d ()./-]{6,}\d|\(\d{3}\) ?\d{3}[- .]?\d{4}|\b\d{3}[-. ]\d{3}[-. ]\d{4}\b",
    r"\b\d{3}-(?!\d000\b|(?<=0-)\d{3}0\b)\d{4}\b",  # "555-1234", but not "251-1000"
    r"(?<![\w.,])(?<!\d )(?!\d\d[/-]\d{1,2}[/-](?:20)?\d\d\b)0(?:0?[1-9])[\d /-]{5,}\d\b",
)
_TIMES_OF_DAY = _patterns(
    r"\b\d{1,2}(?::|h)\d\d(?:\s?[ap]\.?m\b\.?)?|(?<![\d.,$€£])\b(?:1[0-2]|[1-9])\s?(?:[ap]m\b|[ap]\.m\.?)"
    r"|(?<!\d )\b(?:until|till) (?:1[0-2]|[1-9])(?=\s*(?:$|[;!?]|[,.](?!\d)))"
    r"|\b\d{1,2}\s?o'?\s?clock\b|\b24\s?[/x]\s?7\b|\b9\s?(?:-|to)\s?5\b",
)
_DATES = _patterns(
    r"(?<![\d/])(\d{1,2})\s?/\s?\1\b(?!/)",
    r"\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)\b|\b\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)\b",
    r"\b\d{1,2}-\d{1,2}-\d{4}\b|\b(?:0?[1-9]|1[0-2])/20\d\d\b|\b20\d\d/\d\d\b",
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? (?:{_NEAR_YEAR}|'\d\d))?(?![\w])",
    rf"\b{_MONTH} (?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?:,? {_NEAR_YEAR})?"
    r"(?!\w|[.,]?\d|\s?(?:[$€£]|k\b|people|employees|staff|thousand|grand|million))",
    rf"\b{_MONTH} (?:{_NEAR_YEAR}|'\d\d){_NO_AMOUNT}|\b{_BEFORE_YEAR} (?:the )?(?:19[5-9]\d"
    rf"|{_NEAR_YEAR}){_NO_AMOUNT}",
    r"\b[qh][1-4]\b(?:\s?(?:/|')\s?\d\d\b)?|\b\d[qh]\d\d\b|\bfy\s?'?\d{2,4}\b|\b\d+(?:st|nd|rd|th)\b",
)
_FORMER = _patterns(
    r"\b(?:grew|grow(?:n|ing)?|went|gone|up|down|shr[aiu]nk|scaled|cut|jumped|dropped|increased|reduced|expanded)"
    r"\b[^.;!?\d]{0,12}\bfrom (?:\w+ )?[$€£]?\d[\d.,]*k?(?: \w+)? to\b"
)
_NAMES = _patterns(
    r"\b(3[2-9]|[4-9]\d|100)\s?/\s?\1\b",  # "50/50"; up to the 31st it may be a date
    r"(?<!\d)\d+(?:[.,]\d+)?(?:\s?(?:-|to)\s?\d+(?:[.,]\d+)?)?\s?(?:%|percent\b|per cent\b|pct\b|percentage)",
    rf"\b{_NAMED}[\s-]?#?\d+(?:[./]\d+)*{_NO_AMOUNT}|#\s?\d+\b|\b(?:plan|package) [1-9]\b{_NO_AMOUNT}",
    r"\b(?:million|64[.,]?000|sixty[ -]four thousand)[ -](?:dollar|pound|euro) question\b",
    r"\bphp\s?[4-9](?:\.\d+)*(?![\d,]|\s?k\b)",  # a language, not a currency
    r"(?<!\S)[24]\s(?=(?:u|ur|you|me|us|b|be|do|say|see|tell|know|talk|get|go|my)\b)",  # "get back 2 u"
    r"\b\d+ what\?|\b[2-6]g\b|\d+\s?[*×^]\s?\d+|\d\s?\+\s?\d+(?=\s*[=?]|$)",  # networks and sums
    r"(?:^|(?<=[\s;,]))\d{1,2}\)(?=\s)|\b(?![qh][1-4]-)[a-z]+\d\w*-\d+\b|\b(?:ft|b|s|r|p|v|m|a|g|i|x)-\d+\b",
)


def without_distractors(text: str) -> str:
    """The aligned text with all such numbers blanked out; its length stays."""
    return _without(text, _ADDRESSES + _TIMES_OF_DAY + _DATES + _FORMER + _NAMES)


def without_times_of_day(text: str) -> str:
    """The aligned text with all of them blanked out but dates; its length stays."""
    return _without(text, _ADDRESSES + _TIMES_OF_DAY + _NAMES)


def _without(text: str, patterns: tuple[re.Pattern[str], ...]) -> str:
    return masked(text, [match.span() for pattern in patterns for match in pattern.finditer(text)])
