"""What is said about an amount: that it can be spent, is paid already, is some other sum, or is too much."""

import re
from enum import StrEnum

from leads.domain.parsing.tables import phrases

__all__ = ["Talk", "talk_around"]


class Talk(StrEnum):
    """How the words around an amount of money present it."""

    SPENDING = "spending"  # what they would spend
    PAID_NOW = "paid now"  # what something costs them today
    OTHER_SUM = "other sum"  # revenue, losses, funding, prices of others
    REFUSED = "refused"  # what they will not or cannot spend
    TOO_MUCH = "too much"
    UNSAID = "unsaid"


_BEYOND_MEANS = phrases(r"""
    (?:\bnot|n't|\bdont|\bcant|\bwont|\bcannot) (?:(?:really|even|quite|just) )?(?:have|got|afford|do|pay
        |spend|justify|find|go (?:for|to|with|as high as))\s(?:[\w$€£]+\s){0,2}$
    \b(?:never|no way|unable to) (?:\w+ ){0,3}(?:pay|spend|afford)\s(?:[\w$€£]+\s){0,2}$
""")
_TOO_MUCH = re.compile(
    r"\s*(?:is|'s|would be|sounds|seems|looks|feels)\s(?:\w+\s){0,2}?(?:too (?:much|expensive|high|steep"
    r"|rich)|a lot\b"
    r"|out of (?:reach|the question|budget|our)|crazy|insane|impossible|not (?:possible|an option|realistic"
    r"|feasible))"
)
_OTHER_BEFORE = phrases(r"""
    \b(?:revenues?|turnover|sales|arr|mrr|gmv|valuation|valued|raised|raising|profits?|ebitda|salary
        |salaries|wages|worth|losing|lose|lost|loses|loss|losses|wasting|wastes?|wasted|saves?|saved|saving
        |savings|deal size|order value|basket|ticket size|debt|penalty|fine of|portfolio of|under management
        |quoted|sell|sells|selling|sold|your price|assets)(?:\s[\w']+){0,4}[\s:]*$
    \byour (?:\w+ )?(?:page|site|website|pricing|plans?|quote|invoice|price|offer)\b[^.;!?]*$
    \bcharged (?:me|us)\b[^.;!?]*$
    \b(?:we|i|they|company|business) (?:(?:currently|usually) )?(?:make|makes|made|earn|earns|earned
        |turn over|bill|billed)(?:\s\w+){0,2}\s$
""")
_OTHER_AFTER = phrases(r"""
    \s*(?![am]rr (?:max|tops|limit|ceiling|is our|would be)\b)(?:(?:in|of) )?
        (?:(?:annual|yearly|our|new|recurring|total|monthly) )*(?:revenues?|turnover|sales|arr
        |mrr|gmv|valuation|profits?|ebitda|funding round|salary|losses|in lost|company\b)
""")
_NOW_BEFORE = phrases(r"""
    \b(?:currently|now|already|today|presently|right now|at the moment) (?:\w+ ){0,3}(?:pay|paying|spend
        |spending|costs?)\b
    \b(?:we|i|they)(?:'re| are|'m| am|'ve| have)? (?:(?:already|currently|now|usually|typically) )*(?:pay
        |paying|paid|spend|spending|spent|been paying)\b
    \bcosts? us\b|\bcosting\b|\bcharg(?:es|ing)\b|\bpaid\b|\bspent\b|\bit costs\b
""")
_SPEND = (
    r"(?:budget\w*|budjet|buget|bugdet|spend\w*|invest\w*|pay(?:ing)?|afford|allocat\w+|alocat\w+|earmarked"
    r"|(?:set|put) aside|funds?"
    r"|funding|money|cash|willing|pric(?:e|es|ing)|cost|fork out|shell out|cough up|part with"
    r"|stretch to|go up to|commit)"
)
_SPENDING_BEFORE = re.compile(rf"\b{_SPEND}\b")
_ASKED_THEMSELVES = re.compile(r"\b(?:budget|buget|budjet|money|price|cost|spend)\s?[?!.:-]+\s*$")
_SPENDING_AFTER = re.compile(
    r"[\s,(]*(?:[a-z']+\s){0,3}?(?:budget\w*|to (?:spend|invest|work with|play with|burn|commit|put)"
    r"|available|approved|allocated"
    r"|earmarked|(?:(?:set|put) )?aside|signed off|in the (?:bank|pot|kitty)|at our disposal)\b"
)


def talk_around(*, before: str, after: str, previous: str) -> Talk:
    """How the amount between `before` and `after` is presented; `previous` reaches into other sentences."""
    if _BEYOND_MEANS.search(before):
        return Talk.REFUSED
    if _TOO_MUCH.match(after):
        return Talk.TOO_MUCH
    if _OTHER_BEFORE.search(before) or _OTHER_AFTER.match(after):
        return Talk.OTHER_SUM
    if _NOW_BEFORE.search(before):
        return Talk.PAID_NOW
    if _SPENDING_BEFORE.search(before) or _ASKED_THEMSELVES.search(previous) or _SPENDING_AFTER.match(after):
        return Talk.SPENDING
    return Talk.UNSAID
