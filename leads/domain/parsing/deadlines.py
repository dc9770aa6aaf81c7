"""What is said of a stretch of time: by it, before it, after it, not before it, or during it."""

import re
from datetime import date

from leads.domain.answers import Timeframe
from leads.domain.parsing.mentions import Kind, Mention, Use
from leads.domain.parsing.spans import DAY
from leads.domain.parsing.tables import phrases

__all__ = ["as_timeframe", "is_past", "use_of"]

_WINDOW = 60
_TO = (
    r"(?:\s(?:about|around|roughly|approximately|maybe|say|like|the|at least|another|sometime|some time|in"
    r"|on|at"
    r"|hopefully|probably|possibly|of|our|mid|~))*\s*~?$"
)
_FROM_BEFORE = phrases(
    r"""
    \b(?:not|never|nothing|no|nobody)\b(?: <word>){0,3}? (?:before|until|earlier than|sooner than
        |prior to)<to>
    n'?t\b(?: <word>){0,6}? (?:before|until|earlier than|sooner than|prior to)<to>
    \bat least until<to>
    \b(?:away|busy|out|off|tied up|booked(?: up)?|closed|abroad|locked in|tied in|bound|committed|not free
        |unavailable|under contract|on (?:leave|holiday|vacation|sabbatical|contract)) until<to>
    \b(?:earliest|from|starting|beginning|as of|as from|once)(?: from| is| would be|:)?<to>
    \b(?:not|n'?t)\b(?: \w+){0,3} for<to>
    \bnot (?:with)?in (?:the )?next<to>
    """,
    to=_TO,
    word=r"(?!(?:but|and|or|by|before)\b)\w+",
)
_AFTER_BEFORE = phrases(r"\b(?:after|beyond|following|later than|post)(?:-|<to>)", to=_TO)
_BY_BEFORE = phrases(
    r"""
    \b(?:by|until|(?:no|not) later than|latest|at the latest|up to|due|deadline(?: is| would be|:)?
        |not after|under|in time for|ready for)<to>
    \b(?:next|coming|upcoming|following)<to>
    """,
    to=_TO,
)
_WITHIN_BEFORE = phrases(r"\b(?:within|inside(?: of)?)<to>", to=_TO)
_NO_LATER = phrases(r"\b(?:no|not) (?:any )?(?:later than|after)<to>", to=_TO)
_BEFORE_BEFORE = phrases(
    r"""
    \bpre-$|\b(?:before|prior to|ahead of|sooner than|earlier than)<to>
    \b(?:before|ahead of|prior to) (?:our|the|my|their|a|an|your) (?:\w+ ){1,4}(?:on|in)(?: the)? $
    \b(?:before|ahead of) (?:\w+ ){1,5}(?:starts?|begins?|kicks? off|opens?|launch(?:es)?) (?:in|on|at
        |again in)(?: the)? $
    \bbefore (?:we|they|everyone|everybody|people|school|it all|the \w+)(?: \w+){1,4} (?:for|at|on
        |over)(?: the)? $
    """,
    to=_TO,
)
_SO = r"[^.!?;]{0,40}?\b"
_FROM_AFTER = re.compile(
    rf"{_SO}(?:nothing|not|never|none|no sooner|no earlier)(?: \w+){{0,3}}?"
    r" (?:before|until|earlier than|than) (?:then|that)\b|"
    r"[,\s]+(?:at (?:the )?(?:very )?(?:earliest|soonest)|(?:the )?earliest|onwards?\b|on\b(?!\s\w)"
    r"|(?:and|or) (?:later|beyond|after)\b|start(?:ing)? at the earliest)"
)
_BY_AFTER = re.compile(
    r"[,\s]+(?:(?:at (?:the )?(?:very )?latest|(?:the )?latest)(?=\W*$|[.,;!?)]|\s(?:but|and|if|please"
    r"|because|for|i|we|as)\b)|or (?:sooner|earlier|before)\b|tops\b|deadline\b|still\b"
    r"|(?:is|as) (?:the|our|my) (?:\w+ )?(?:deadline|limit)\b)"
)
_BEFORE_AFTER = re.compile(r"[^.!?;]{0,60}?\b(?:before|prior to|ahead of) (?:then|that)\b")
_BY_AFTER_ALL = re.compile(
    r"[^.!?;]{0,60}?(?<!not )\b(?:by|until|in time for) (?:then|that (?:date|day|time))\b"
)
_OVER_AFTER = re.compile(
    r"\s(?:(?:is|are|has|have)\s(?:over|out|up|through|gone|ended|passed|done|finished|behind)"
    r"|ends?|closes|runs out)\b"
)
_PAST_BEFORE = phrases(r"""
    \b(?:since|last|past|previous|previously|ago)(?: the)?\s$
    \b(?:founded|established|est\.?|born|incorporated)(?: back)?(?: in)?\s$
    \b(?:i|we|they|he|she) (?!planned|wanted|needed|hoped|decided|scheduled|intended|expected|aimed
        |targeted|need\b|proceed\b|succeed\b|speed\b)\w+ed\b(?: \w+){0,3}? (?:in|on|at|during)(?: the)?\s$
    \b(?:started|launched|began|opened|bought|implemented|signed|joined|moved|switched|tried|ended|expired
        |left|installed)(?: \w+){0,4}? (?:in|on|at|back in|around|during)(?: the)?\s$
""")
_LASTING_BEFORE = phrases(r"""
    \b(?:for|takes?|took|spend|spent|spending|waste|wasted|every|lasts?|lasted|each|lost|lose|been
        |after just|after only)(?: (?:us|me|about|over|the|almost|nearly|around|like|more than|at least
        |up to|roughly|only))*\s$
""")


def is_past(text: str, mention: Mention) -> bool:
    """Whether the words before it make it history, or how long something lasts."""
    before = text[max(0, mention.start - _WINDOW) : mention.start]
    if _PAST_BEFORE.search(before):
        return True
    return (
        mention.kind is Kind.COUNTED
        and bool(_LASTING_BEFORE.search(before))
        and not _FROM_BEFORE.search(before)
    )


def use_of(text: str, mention: Mention) -> Use:
    """What is to happen with regard to the mention, by the words around it."""
    before, after = (
        text[max(0, mention.start - _WINDOW) : mention.start],
        text[mention.end : mention.end + _WINDOW],
    )
    if _NO_LATER.search(before):
        return Use.BY
    if _FROM_BEFORE.search(before):
        return Use.AFTER if _OVER_AFTER.match(after) else Use.FROM
    if _FROM_AFTER.match(after):
        return Use.FROM
    if _BEFORE_AFTER.match(after):
        return Use.BEFORE
    if _BY_AFTER_ALL.match(after):  # "the contract ends on 31 March, so by then"
        return Use.BY
    if _BEFORE_BEFORE.search(before):  # "before the year is over" is by its end
        return Use.BY if _OVER_AFTER.match(after) else Use.BEFORE
    if _AFTER_BEFORE.search(before) or _OVER_AFTER.match(after):
        return Use.AFTER
    if mention.use is not None:
        return mention.use
    if _WITHIN_BEFORE.search(before):
        return Use.WITHIN
    return Use.BY if _BY_BEFORE.search(before) or _BY_AFTER.match(after) else Use.DURING


def as_timeframe(mention: Mention, use: Use, today: date) -> Timeframe | None:
    """The dates meant, or None when they are over."""
    span, counted = mention.span, mention.kind is Kind.COUNTED
    match use:
        case Use.FROM:
            return Timeframe(earliest=max(today, span.edge or span.first))
        case Use.AFTER:
            return Timeframe(earliest=max(today, span.first if counted else (span.edge or span.last) + DAY))
        case Use.WITHIN:
            is_to_come = mention.dated and span.first > today and not span.is_end
            return as_timeframe(mention, Use.DURING if is_to_come else Use.BY, today)
        case Use.BY:
            return _until(today, span.edge or span.last)
        case Use.BEFORE:
            return _until(today, span.last if span.is_end or counted else (span.edge or span.first) - DAY)
        case Use.DURING:
            return Timeframe(earliest=span.first, latest=span.last) if span.last >= today else None


def _until(today: date, latest: date) -> Timeframe | None:
    return Timeframe(earliest=today, latest=latest) if latest >= today else None
