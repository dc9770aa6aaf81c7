"""Small companies told by who they are: "just me", "me and two colleagues", "one-man show"."""

import re

from leads.domain.parsing.numbers import find_numbers
from leads.domain.parsing.tables import phrases

__all__ = ["count_with_myself"]

_ONE_PERSON = phrases(r"""
    \b(?:one|1|single)[ -]?(?:man|woman|person|guy|girl|human|employee)[ -](?:band|show|company|business
        |shop|operation|team|firm|army|startup|start-up|agency)
    \bsolo ?preneur\b|\bsole (?:trader|proprietor|employee|founder)\b|\bsolo (?:founder|business|operation
        |shop)\b
    \bi (?:run|do) (?:it|this|everything|the (?:business|company)) (?:all )?(?:alone|by myself|on my own)
    \bself[ -]?employed\b
""")
_ONLY_ME = phrases(r"""
    \b(?:just|jus|jst|only|onli) (?:me|myself|moi|i|one|1|the one of us|yours truly)\b(?! (?:and|plus
        |\+|&|of)| ?\+|\W*\d)
    ^\W*(?:me|myself|me alone|solo|alone|single|me,? myself and i|i am alone|i'?m alone|i work alone
        |by myself|on my own|1 person)\W*(?:right now|for now|so far|lol|only|here)?\W*$
    \b(?:it's|its|it is|there's|theres|is) (?:(?:just|only) )?(?:me|myself)(?! (?:and|plus|\+|&))\b
    \b(?:work|working|working here|am|i'm|im) (?:all )?(?:solo|alone|by myself|on my own)\b|\bsolo\b
        |\bfreelancer?\b|\bone[ -]man\b
    \bno (?:other )?(?:employees|staff)\b.*\b(?:me|myself|i)\b|\b(?:nobody|no one|no-one) (?:but|except
        |besides) me\b
""")
_AND = r"(?:,?\s(?:and|plus|with|n)\s|\s?[+&,]\s?(?:and\s)?)"
_ME_AND = re.compile(rf"\b(?:me|myself|i){_AND}(?:(?:my|another|about|around|like|the)\s)*")
_AND_ME = re.compile(
    r"\s(?:other )?(?:(?:people|colleagues?|employees?|others?|friends|partners?|guys|staff|freelancers?"
    r"|ppl|brothers"
    r"|founders) )?(?:and|plus|\+|&) (?:me|myself|i)\b"
)
_WITH_ME = re.compile(
    r"\s(?:\w+ )?(?:\()?(?:inc|incl|including|counting|included|with) (?:me|myself|i|us|my)\b"
)
_SOMEBODY = re.compile(
    r"(?:a|an|one|my)?\s?(?:wife|husband|partner|brother|sister|son|daughter|dad|father|mother|mum|mom"
    r"|friend|colleague"
    r"|co-?founder|assistant|associate|secretary|business partner|employee|cofounder|freelancer|intern|va)\b"
)
_SOMEBODY_AND_ME = re.compile(rf"\b(?:my|a|one) {_SOMEBODY.pattern}(?: and|,| \+| &) (?:me|i|myself)\b")


def count_with_myself(text: str, *, asked: bool) -> int | None:
    """The number of people that an aligned text counts from "me" on, or None.

    `asked` says that the question was how many work there; otherwise only a one-person business counts.
    """
    if _ONE_PERSON.search(text):
        return 1
    if not asked:
        return None
    together = _together(text)
    if together is not None:
        return together
    others = _others(text)
    if others is not None:
        return others + 1
    return 1 if _ONLY_ME.search(text) else None


def _together(text: str) -> int | None:
    """How many there are with me among them: "6 including me"."""
    counted = (number.value for number in find_numbers(text) if _WITH_ME.match(text, number.end))
    return next((int(value) for value in counted if value < 1000 and value % 1 == 0), None)


def _others(text: str) -> int | None:
    """How many there are besides me, when they are counted or named."""
    if _SOMEBODY_AND_ME.search(text):
        return 1
    counted = [number for number in find_numbers(text) if _AND_ME.match(text, number.end)]
    me = _ME_AND.search(text)
    if me is not None:
        counted += [number for number in find_numbers(text[me.end() :]) if number.start == 0]
    whole = (int(number.value) for number in counted if number.value < 1000 and number.value % 1 == 0)
    named = 1 if me and _SOMEBODY.match(text, me.end()) else None
    return next(whole, named)
