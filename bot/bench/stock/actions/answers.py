"""What a typed answer means: the amount, the months and the part in the decision. None: not understood."""

import re
from typing import NamedTuple, Optional

_AMOUNT = re.compile(r"(?P<amount>\d[\d ,.]*\d|\d)\s*(?P<currency>euros?|eur|€|dollars?|usd|pounds?|gbp)", re.I)
_PERIOD = re.compile(r"(?P<count>\d+|one|two|three|four|five|six|nine|twelve)\s+(?P<unit>week|month|year)", re.I)
_CURRENCIES = {"e": "EUR", "€": "EUR", "d": "USD", "u": "USD", "p": "GBP", "g": "GBP"}
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "twelve": 12}
_DAYS = {"week": 7, "month": 30, "year": 365}


class Budget(NamedTuple):
    amount: int
    currency: str


def budget(text: str) -> Optional[Budget]:
    found = _AMOUNT.search(text)
    if found is None:
        return None
    digits = re.sub(r"\D", "", found["amount"])
    return Budget(amount=int(digits), currency=_CURRENCIES[found["currency"][0].lower()])


def days(text: str) -> Optional[int]:
    found = _PERIOD.search(text)
    if found is None:
        return None
    count = found["count"].lower()
    return (_COUNTS.get(count) or int(count)) * _DAYS[found["unit"].lower()]


def authority(text: str) -> Optional[str]:
    words = text.lower()
    if re.search(r"\b(together|we all|committee|one of)\b", words):
        return "shared"
    if re.search(r"\b(advise|recommend|boss|board|someone else)\b", words):
        return "influencer"
    if re.search(r"\b(i|me|mine|my)\b", words) and re.search(r"\b(decide|decides|decision|say|sign)\b", words):
        return "decider"
    return None
