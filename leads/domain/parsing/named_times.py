"""Everything in a text that names a time, overlaps resolved and ranges made one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from leads.domain.parsing.context import Context
from leads.domain.parsing.days import find_days
from leads.domain.parsing.durations import find_durations
from leads.domain.parsing.mentions import Kind, Mention
from leads.domain.parsing.named_periods import find_named_periods
from leads.domain.parsing.relative_periods import find_relative_periods
from leads.domain.parsing.spans import Span, months_later

__all__ = ["find_mentions", "linked"]

_LEAD = r"(?:the |in |by |maybe |early |at |on )?"
_EITHER = re.compile(
    rf"[\s,]*(?:or|/|(?:or )?(?:could|might|may) be"
    rf"|(?:or )?(?:maybe|perhaps|possibly|even)|or (?:in|by))\s*{_LEAD}"
)
_THROUGH = re.compile(rf"\s*(?:-+|to|through|thru)\s*{_LEAD}")
_THROUGH_WHEN_OPENED = re.compile(rf"\s*(?:and|until|&|n|up to)\s*{_LEAD}")
_OPENING = re.compile(
    r"\b(?:between|from|betwen|btw|anywhere from)\s(?:(?:the|in|about|around|sometime|mid)\s)*$"
)
_WINDOW = 40


def find_mentions(text: str, context: Context) -> list[Mention]:
    """The times named in a text of `time_words`, in order; what lies inside a longer name is left out."""
    finders = (find_days, find_named_periods, find_relative_periods, find_durations)
    found = [mention for find in finders for mention in find(text, context)]
    apart: list[Mention] = []
    for mention in sorted(found, key=lambda each: (each.start, -each.end)):
        if not apart or mention.start >= apart[-1].end:
            apart.append(mention)
    return apart


def linked(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions, with those that "to" or "or" links made one."""
    at = 0
    while at < len(mentions):
        mention, at = mentions[at], at + 1
        opening = _OPENING.search(text, max(0, mention.start - _WINDOW), mention.start)
        while at < len(mentions) and _are_linked(text, mention, mentions[at], is_opened=bool(opening)):
            mention, at = _range(mention, mentions[at]), at + 1
            if opening:
                mention = replace(mention, start=opening.start())
        yield mention


def _are_linked(text: str, first: Mention, second: Mention, *, is_opened: bool) -> bool:
    if (first.kind is Kind.COUNTED) != (second.kind is Kind.COUNTED) or second.use or first.use:
        return False
    patterns = (_EITHER, _THROUGH, *([_THROUGH_WHEN_OPENED] if is_opened else []))
    return any(pattern.fullmatch(text, first.end, second.start) for pattern in patterns)


def _range(first: Mention, second: Mention) -> Mention:
    """From the beginning of the one to the end of the other, a year named once being meant for both."""
    one, two = first.span, second.span
    years = (two.first - one.first).days // 365
    if second.dated and not first.dated:
        one = _years_apart(one, years)
    elif years < 0:
        two = _years_apart(two, -years)
    span = Span(min(one.first, two.first), max(one.last, two.last))
    kind = first.kind if first.kind is second.kind else Kind.PERIOD
    return Mention(first.start, second.end, span, kind, dated=first.dated or second.dated)


def _years_apart(span: Span, years: int) -> Span:
    return Span(months_later(span.first, 12 * years), months_later(span.last, 12 * years))
