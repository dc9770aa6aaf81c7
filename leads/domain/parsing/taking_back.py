"""Messages that take something back: what they say instead."""

import re

from leads.domain.parsing.tables import part
from leads.domain.parsing.wording import clean, one_line

__all__ = ["corrected_words", "only_takes_back", "takes_back"]

_CUES = part(r"""
    no,? wait|wait,? no|oh wait|wait|hang on|hold on|scratch that|strike that|correction|i mean|i meant|meant
    make (?:that|it)|change (?:that|it|this)(?: (?:to|into))?|let me correct (?:that|myself|it)
    correct (?:that|it)(?: to)?|(?:that|it) should (?:be|have been|read|say)|should(?:'ve| have)? (?:be|been)
    i (?:said|misspoke|mistyped)|typo|(?:i )?(?:got that wrong|made a mistake|was wrong)|my (?:bad|mistake)
    sorry|oops|whoops|apologies|pardon|actually|on second thoughts?|come to think of it
    (?:that|it)(?:'s| is| was) (?:wrong|not right|incorrect)|not right|i take that back
    or rather
""")
_CUE = re.compile(
    rf"(?:(?:oh|ah|um|uh|hm+|ok|okay|well|so|but|yes|no|nope|hey|please)[\s,.!-]+)*{_CUES}(?![\w'-])[\s,.:;!*-]*"
)
_LEAD = re.compile(
    r"^(?:(?:that|it|this|they)(?:'s| is|'re| are| was| were|s)? (?!not\b)"
    r"(?:(?:more like|rather|now|only|just|about) )?"
    r"|(?:i|we) (?:said|meant|mean) |(?:to|into|as) )+",
    re.IGNORECASE,
)
_WRONG = re.compile(
    r"\b(?:wrong|mistake|incorrect|not right|scratch|strike|take that back|misspoke|mistyped|typo|my bad)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[\s,.;-]+(?:instead|actually|my bad|my mistake|i mean|i meant|correction|oops)"
    r"[\s.!]*$",
    re.IGNORECASE,
)


def takes_back(text: str) -> bool:
    """Whether the message begins or ends with a word that takes something back."""
    return _split(text) is not None


def only_takes_back(text: str) -> bool:
    """Whether the message says that something is wrong, and nothing of what would be right."""
    return _split(text) == "" and bool(_WRONG.search(clean(text)))


def corrected_words(text: str) -> str | None:
    """What is said in the place of something earlier; None when nothing is taken back, "" when only that."""
    split = _split(text)
    return None if split is None else one_line(_LEAD.sub("", split))


def _split(text: str) -> str | None:
    said = one_line(clean(text))
    start = 0
    while (cue := _CUE.match(said.lower(), start)) and cue.end() > start:
        start = cue.end()
    if start:
        return _TAIL.sub("", f" {said[start:]}").strip()
    if tail := _TAIL.search(said):
        return said[: tail.start()].strip()
    return None
