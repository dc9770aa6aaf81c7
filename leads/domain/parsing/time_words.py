"""The turns of speech about time in one form: "eoy", "b4 easter", "a year and a half", "the first half"."""

import re
from collections.abc import Callable

from leads.domain.parsing.time_spelling import MONTHS, SEASONS, in_one_spelling

__all__ = ["in_time_words"]

_UNIT = r"(?P<unit>day|week|month|quarter|year|fortnight)s?"
_OPENING = (
    r"(?P<opening>^\W*|[,.;:~-]\s?|\b(?:in|within|about|around|maybe|after|least|than|to|over|or|under|like"
    r"|roughly|perhaps"
    r"|probably|of|for|next|say|well|hm+|almost|approx|max|be|take)\s(?:about |around )?)"
)
_QUARTERS = {
    "1st": 1,
    "first": 1,
    "2nd": 2,
    "second": 2,
    "3rd": 3,
    "third": 3,
    "4th": 4,
    "fourth": 4,
    "last": 4,
    "final": 4,
}
_CARDINALS = ["one", "two", "three", "four"]
_NTH_ABROAD = r"(?:\.|er|re|e|o|º|ª|°|do|ro|to|eme|ème)"
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
_COMPOUND = {
    f"{tens}{joint}{word}": ten + number
    for tens, ten, last in (("twenty", 20, 9), ("thirty", 30, 1))
    for number, word in enumerate(_ORDINALS[:last], start=1)
    for joint in (" ", "-")
}
_ORDINAL_NUMBERS = (
    _COMPOUND | {word: number for number, word in enumerate(_ORDINALS, start=1)} | {"thirtieth": 30}
)


def _rewrite(pattern: str, replacement: str | Callable[[re.Match[str]], str]) -> "_Rewrite":
    return re.compile(pattern), replacement


_Rewrite = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]
_BEFORE_WORDS: tuple[_Rewrite, ...] = (
    _rewrite(r"\b(?P<which>next|nxt|this|coming) mo\b", r"\g<which> month"),
    _rewrite(r"\b2nite\b", "tonight"),
    _rewrite(r"\bthis arvo\b", "this afternoon"),
    _rewrite(
        r"\b(?P<cue>before|by|after|until|till|at|around) (?:chrissie|chrissy|crimbo)\b", r"\g<cue> christmas"
    ),
    _rewrite(r"\b(?P<cue>before|after|until|till|during) of (?:the )?", r"\g<cue> the "),
    _rewrite(r"\bb4\b", "before"),
    _rewrite(r"(?<!in )(?<!within )\bone day\b", "someday"),
    _rewrite(r"\b2mo?r+o?w?\b", "tomorrow"),
    _rewrite(r"\b2day\b", "today"),
    _rewrite(r"\bx-mas\b", "christmas"),
    _rewrite(r"\bw/in?\b", "within"),
    _rewrite(r"\ba\.s\.a\.p\b\.?", "asap"),
)
_AFTER_WORDS: tuple[_Rewrite, ...] = (
    _rewrite(r"\b(?P<year>20\d\d)[ /-]?(?P<part>[qh]) ?(?P<number>[1-4])\b", r"\g<part>\g<number> \g<year>"),
    _rewrite(r"\bt(?P<number>[1-4]) (?=20\d\d\b)", r"q\g<number> "),  # French and Spanish quarters
    _rewrite(rf"\b(?P<number>[1-4]){_NTH_ABROAD} quarter\b", r"q\g<number>"),
    _rewrite(rf"\b(?P<number>[12]){_NTH_ABROAD} (?:half|halbjahr|semester|semestre)\b", r"h\g<number>"),
    _rewrite(
        r"\bquarter (?P<word>one|two|three|four)\b",
        lambda match: f"q{_CARDINALS.index(match['word']) + 1}",
    ),
    _rewrite(r"\b(?:in|within|over|during) (?:the )?(?:coming|next|following) fortnight\b", "within 2 weeks"),
    _rewrite(r"\b(?:the )?(?:coming|next|following) fortnight\b", "2 weeks"),
    _rewrite(
        r"\b(?P<unit>week|month|quarter|year)s? (?:prochaine?|que viene|che viene|que vem)\b",
        r"next \g<unit>",
    ),
    _rewrite(r"\b(?:antes|prima) (?:de|di|del|do)(?: la| el| las)?\b", "before"),
    _rewrite(r"\b(?:después|despues|dopo|depois) (?:de|del|do|di)(?: la| el| las)?\b", "after"),
    _rewrite(r"\bthis same (?P<unit>week|month|quarter|year)\b", r"this \g<unit>"),
    _rewrite(r"\bnext to next (?P<unit>week|month|quarter|year)\b", r"\g<unit> after next"),
    _rewrite(r"\b(?:back|latter|other|last) half of\b", "second half of"),
    _rewrite(r"\bthe (?:last|final) quarter(?=\s*(?:[.,;!?]|$))", "q4"),
    _rewrite(r"\b(?:first|1st) semester\b(?: of)?", "h1 "),
    _rewrite(r"\b(?:second|2nd|other) semester\b(?: of)?", "h2 "),
    _rewrite(r"\b(?:first|1st) half(?=\s*(?:[.,;!?]|$))", "h1"),
    _rewrite(r"\b(?:second|2nd|other|back) half(?=\s*(?:[.,;!?]|$))", "h2"),
    _rewrite(r"\be\.?o\.?y\b", "end of the year"),
    _rewrite(r"\bend of (?:the )?year (?P<year>20\d\d)\b", r"end of \g<year>"),
    _rewrite(r"\b(?P<number>\d+)\s?\+\s?(?P<unit>day|week|month|year)s?\b", r"at least \g<number> \g<unit>s"),
    _rewrite(
        rf"\b(?P<year>next year|this year|20\d\d),?(?: in)? (?P<period>q[1-4]"
        rf"|{'|'.join([*MONTHS, *SEASONS])})\b"
        r"(?! (?:20\d\d|next|\d))",
        r"\g<period> \g<year>",
    ),
    _rewrite(r"\b(?:eod|cob|(?<=by )end of (?:the )?day)\b", "today"),
    _rewrite(r"\b(?:between now and|from now (?:until|to|through))(?= )", "by"),
    _rewrite(r"\b(?:in|within|over|during) the next (?P<unit>day|week|month|year)\b", r"within 1 \g<unit>"),
    _rewrite(r"\bor the (?P<unit>week|month|quarter|year) after\b", r"or \g<unit> after next"),
    _rewrite(r"\beoq\b", "end of the quarter"),
    _rewrite(r"\beom\b", "end of the month"),
    _rewrite(r"\beow\b", "end of the week"),
    _rewrite(r"\b(?P<unit>year|month|quarter)(?:'?s)?[ -]end\b", r"end of the \g<unit>"),
    _rewrite(r"\b(?:(?:a|one|1) )?(?P<unit>day|week|month|year) and (?:a )?half", r"1.5 \g<unit>s"),
    _rewrite(
        r"(?<!first )(?<!second )(?<!1st )(?<!2nd )\bhalf (?:of )?(?:an? )?(?P<unit>year|month|week)\b",
        r"0.5 \g<unit>s",
    ),
    _rewrite(r"\b(?:a|one|1) (?P<unit>day|week|month|quarter|year) or (?:two|2)\b", r"1-2 \g<unit>s"),
    _rewrite(rf"{_OPENING}(?:a|an|one|another|one more) {_UNIT}\b", r"\g<opening>1 \g<unit>"),
    _rewrite(
        r"\b(?P<which>next|coming|upcoming) (?P<unit>days|weeks|months|years)\b", r"\g<which> few \g<unit>"
    ),
    _rewrite(
        r"\bthis (?P<unit>week|month|quarter|year)(?P<link>,| or|,? but) (?P<part>early |late "
        r"|mid )?next\b(?! [a-z])",
        r"this \g<unit>\g<link> \g<part>next \g<unit>",
    ),
    _rewrite(
        r"\b(?P<nth>1st|first|2nd|second|3rd|third|4th|fourth) quarter\b|\b(?P<last>last|final) quarter of\b",
        lambda match: f"q{_QUARTERS[match['nth'] or match['last']]}",
    ),
    _rewrite(
        r"\bquarter (?P<number>[1-4])\b|\b(?P<before>[1-4])q(?=\d|\b)",
        lambda match: f"q{match['number'] or match['before']} ",
    ),
    _rewrite(
        r"\b(?:first|1st) half(?: of)?(?= (?:the year|next year|this year|20\d\d|'\d\d|year)\b)|\b1h(?=\d\d"
        r"|\b)",
        "h1 ",
    ),
    _rewrite(
        r"\b(?:second|2nd|other) half(?: of)?(?= (?:the year|next year|this year|20\d\d|'\d\d|year)\b)"
        r"|\b2h(?=\d\d|\b)",
        "h2 ",
    ),
    _rewrite(
        rf"\b(?P<word>{'|'.join(_ORDINAL_NUMBERS)})\b(?= (?:of )?(?:{'|'.join(MONTHS)})\b| (?:week|half)\b)",
        lambda match: f"{_ORDINAL_NUMBERS[match['word']]}th",
    ),
    _rewrite(
        rf"\b(?P<month>{'|'.join(MONTHS)}) (?:the )?(?P<word>{'|'.join(_ORDINAL_NUMBERS)})\b",
        lambda match: f"{match['month']} {_ORDINAL_NUMBERS[match['word']]}th",
    ),
    _rewrite(
        r"(?P<former>\b\d+ (?P<unit>days?|weeks?|months?|years?)[\s,.;-]+(?:(?:no|wait|sorry|actually"
        r"|make (?:that|it)"
        r"|or rather|i mean|i meant|rather|more like|well)[\s,]+)+(?:about |around )?\d+)(?=\W*$)",
        r"\g<former> \g<unit>",
    ),
    _rewrite(r"\s{2,}", " "),
)


def in_time_words(text: str) -> str:
    """The text in lower case, with the words of time in one spelling and the commonest turns in one form."""
    for pattern, replacement in _BEFORE_WORDS:
        text = pattern.sub(replacement, text)
    text = in_one_spelling(text)
    for pattern, replacement in _AFTER_WORDS:
        text = pattern.sub(replacement, text)
    return text
