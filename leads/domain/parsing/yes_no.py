"""Yes and no, in all the ways people text them."""

import re
from itertools import dropwhile

from leads.domain.answers import Parsed, Standing, YesNo
from leads.domain.parsing import yes_no_words as words
from leads.domain.parsing.context import Context
from leads.domain.parsing.wording import clauses, clean, plain

__all__ = ["plain_yes_or_no", "read_yes_no", "yes_or_no"]

_PUNCTUATION = re.compile(r"[,.!;:()\"*~_-]+")
_THUMBS_UP = re.compile("[👍✅✔👌🙆🆗💯🤝]")
_THUMBS_DOWN = re.compile("[👎❌🙅🚫⛔✖]")


def read_yes_no(text: str, context: Context) -> Parsed | None:
    """Yes or no to the question asked; None when nothing was asked or the message says neither."""
    said = yes_or_no(text)
    if context.asking is None or said is None:
        return None
    return Parsed(context.asking, Standing.GIVEN, YesNo(yes=said))


def yes_or_no(text: str) -> bool | None:
    """What the message answers to a yes-or-no question: the first clause that says either decides."""
    whole = plain(text)
    if words.NEITHER.search(whole):
        return None
    if words.YES_AFTER_ALL.search(whole):
        return True
    if words.NO_AFTER_ALL.search(_spaced(whole)):
        return False
    parts = (_spaced(plain(clause)) for clause in clauses(clean(text)))
    said = (_said_by(part) for part in parts)
    return next((answer for answer in said if answer is not None), _thumb(text))


def plain_yes_or_no(text: str) -> bool | None:
    """Only a yes or no that stands at the head of a clause; "I can't think of it" is neither."""
    parts = [_spaced(plain(clause)) for clause in clauses(clean(text))]
    if any(words.NEITHER.search(part) or _is_about_telling(part) for part in parts):
        return None
    said = (_said_by_head(part) for part in parts)
    return next((answer for answer in said if answer is not None), _thumb(text))


def _spaced(phrase: str) -> str:
    return " ".join(_PUNCTUATION.sub(" ", phrase).split())


def _said_by(clause: str) -> bool | None:
    if words.NEITHER.search(clause) or _is_about_telling(clause):
        return None
    by_head = _said_by_head(clause)
    if by_head is not None:
        return by_head
    if words.NEGATED.search(clause):
        return False
    return True if words.CONSENTING.search(clause) or _is_pleased(clause) else None


def _is_about_telling(clause: str) -> bool:
    """ "Couldn't tell you" and "no need for you to know" refuse an answer, which is not to answer no."""
    return bool(words.ABOUT_TELLING.search(clause)) and not words.SAYS_SO.search(clause)


def _said_by_head(clause: str) -> bool | None:
    if words.NO_AFTER_ALL.search(clause):
        return False
    head = next(dropwhile(words.LEADS.__contains__, clause.split()), "")
    if head in words.AGREEING:
        return True
    return False if head in words.REFUSING else None


def _is_pleased(clause: str) -> bool:
    head, *rest = [*dropwhile(words.LEADS.__contains__, clause.split()), ""]
    return head in words.PLEASED and all(word in words.TAILS for word in rest if word)


def _thumb(text: str) -> bool | None:
    up, down = bool(_THUMBS_UP.search(text)), bool(_THUMBS_DOWN.search(text))
    return up if up != down else None
