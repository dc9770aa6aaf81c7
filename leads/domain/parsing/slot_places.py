"""The offered times a clause names by their place on the list: ordinal, number, letter."""

import re
from collections.abc import Iterator

from leads.domain.parsing.slot_days import by_day_of_month, names_day_of_month
from leads.domain.parsing.slot_offer import Offer, is_same_time
from leads.domain.parsing.slot_words import NUMBER, NUMBERS, ORDINALS, number
from leads.domain.parsing.tables import part

__all__ = ["by_place"]

_ORDINAL = re.compile(rf"\b({'|'.join(ORDINALS)})\b(?! (?:answer|thing|off|of all)\b)")
_PENULTIMATE = re.compile(
    r"\b(?:second|2nd|one|next)(?: |-)(?:to|from|before)(?: |-)(?:the )?last\b|\bpenultimate\b"
    r"|\b(?:second|2nd|next)[ -]last\b"
)
_MIDDLE = re.compile(r"\bmiddle\b")
_LISTED = re.compile(
    r"(?:\b(?:option|opt|slot|number|numero|nummer|num|no\.?|nr\.?|choice|time|alternative|variant"
    rf"|appointment) ?|#)#?({NUMBER}|[a-f])\b"
)
_LETTER = re.compile(
    r"^(?:the |with |take |go with |i |will |would |let us |do |pick |choose )*([a-f])[).]?"
    r"(?: (?:please|works|is|fine|good|it is|thanks|pls))*$"
)
_ONE_AS_PRONOUN = re.compile(r"\b(?!number |option |take |with |do |slot )(\w+) ones?\b")
_BARE_NUMBER = re.compile(
    part(
        r"""
    (?:^|[(),#]|\b(?:take|do|with|for|prefer|choose|pick|want|like|is|have|say|think|go|the|be|book|and|or
        |of|just|ok|okay|yes|sure|please|hi|hello|hey|i|at|need|not|then|vote|guess|maybe|no|either
        |reserve|confirm|meant?|between|both|thanks|well|lets|us|its|it|def|probably|definitely|about
        |number|pref|see|on|rather|love|works)) ?(<number>)(?=$|[ ]?[),.!;?]+(?!\d)| (?:still|free
        |available|please|pls|works?|is|would|sounds|for|thanks|thx|it|good|fine|then|on|or|and|at|looks
        |if|ok|okay|suits?|fits?|cheers|mate|seems|will|can|great|perfect|best|does|do|i|we|as|but|that
        |the|a|just|pm|am|only|sharp|in|would|lol|sir|ta|to)\b)
    """,
        number=NUMBER,
    )
)


def by_place(clause: str, offer: Offer, narrowed: frozenset[int] | None) -> frozenset[int] | None:
    """The slots named by ordinal, number or letter, of the whole list or of what is left of it."""
    places = sorted(narrowed) if narrowed else range(len(offer.starts))
    found = [*_ordinals(clause, len(places))]
    if found:
        placed, dated = frozenset(places[place] for place in found), by_day_of_month(clause, offer)
        return placed & dated or placed | dated
    listed = frozenset(place for place in _listed(clause) if 0 <= place < len(offer.starts))
    if listed:
        return listed
    if names_day_of_month(clause):
        return by_day_of_month(clause, offer)
    return _by_bare_number(clause, offer, narrowed)


def _ordinals(clause: str, count: int) -> Iterator[int]:
    if _PENULTIMATE.search(clause):
        if count > 1:
            yield count - 2
        return
    for match in _ORDINAL.finditer(clause):
        place = ORDINALS[match[1]]
        if -count <= place < count:
            yield place % count
    if _MIDDLE.search(clause) and count % 2:
        yield count // 2


def _listed(clause: str) -> Iterator[int]:
    letter = _LETTER.match(clause)
    if letter:
        yield ord(letter[1]) - ord("a")
    for match in _LISTED.finditer(clause):
        named = match[1]
        yield ord(named) - ord("a") if named.isalpha() and named not in NUMBERS else number(named) - 1


def _by_bare_number(clause: str, offer: Offer, narrowed: frozenset[int] | None) -> frozenset[int] | None:
    """A place on the list; an hour where there is no such place or a day stands beside it; else a day."""
    said = _ONE_AS_PRONOUN.sub(r"\1", clause)
    numbers = [number(match[1]) for match in _BARE_NUMBER.finditer(said)]
    as_hours = frozenset().union(*(_at_hour(hour, offer) for hour in numbers))
    as_places = frozenset(place - 1 for place in numbers if 1 <= place <= len(offer.starts))
    as_days = offer.where(lambda start: start.day in numbers)  # "the 25"
    ways = (as_places, as_hours, as_days) if narrowed is None else (as_hours, as_places)
    return next((way for way in ways if way), None)


def _at_hour(hour: int, offer: Offer) -> frozenset[int]:
    return offer.where(lambda start: is_same_time(start, hour * 60, None))
