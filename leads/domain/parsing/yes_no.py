"""Yes and no, in all the ways people text them."""

import re
from itertools import dropwhile

from leads.domain.answers import Parsed, Standing, YesNo
from leads.domain.parsing import yes_no_words as words
from leads.domain.parsing.context import Context
from leads.domain.parsing.spelling import slips, within_one_slip
from leads.domain.parsing.wording import clauses, clean, plain
from leads.domain.symbols import has_no_words, yes_or_no_of_symbols

__all__ = ["plain_yes_or_no", "read_yes_no", "yes_or_no"]

_PUNCTUATION = re.compile(r"[,.!;:()\"*~_-]+")
_TURN = re.compile(
    r"\?|\b(?:actually|no wait|wait no|wait|scratch that|on second thoughts?|changed my mind)\b"
)
_LEAST_LENGTH = 7
_LONG_AGREEING = slips(word for word in words.AGREEING if len(word) >= _LEAST_LENGTH)
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
    whole = _after_all(plain(text))
    if words.NEITHER.search(whole):
        return None
    if words.YES_AFTER_ALL.search(whole):
        return True
    parts = [_spaced(plain(clause)) for clause in clauses(clean(whole))]
    if any(map(words.GO_AHEAD.search, parts[1:])):
        return True
    if words.NO_AFTER_ALL.search(_spaced(whole)):
        return False
    said = (_said_by(part) for part in parts if not words.CONDITION.match(part))
    answers = [answer for answer in said if answer is not None]
    if parts and words.NOT_THAT_WAY.search(parts[0]):
        answers = answers[1:] or answers
    return next(iter(answers), _thumb(text))


def _after_all(said: str) -> str:
    """What stands after a change of mind, or after a question asked first; all of it without one."""
    rest = next((part for part in reversed(_TURN.split(said)) if re.search(r"\w", part)), said)
    return rest if _said_by_head(_spaced(rest)) is not None else said


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
    if words.YES_IN_WORDS.fullmatch(clause):
        return True
    echo = words.ECHO.fullmatch(clause)
    if echo:
        return not echo["negated"]
    return _meant_by(next(dropwhile(words.LEADS.__contains__, clause.split()), ""))


def _meant_by(word: str) -> bool | None:
    if word in words.AGREEING:
        return True
    if word in words.REFUSING:
        return False
    is_long = len(word) >= _LEAST_LENGTH
    return True if is_long and within_one_slip(word, _LONG_AGREEING) in words.AGREEING else None


def _is_pleased(clause: str) -> bool:
    head, *rest = [*dropwhile(_leads, clause.split()), ""]
    return head in words.PLEASED and all(word in words.TAILS for word in rest if word)


def _leads(word: str) -> bool:
    return word in words.LEADS or (word.endswith("ly") and word not in words.HARDLY)


def _thumb(text: str) -> bool | None:
    if has_no_words(text):
        return yes_or_no_of_symbols(text)
    up, down = bool(_THUMBS_UP.search(text)), bool(_THUMBS_DOWN.search(text))
    return up if up != down else None
