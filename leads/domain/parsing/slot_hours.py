"""The offered times a clause names by the hour ("half past ten", "3pm", "before 11")."""

import re

from leads.domain.parsing.slot_offer import Offer, either, is_same_time, minute_of_day
from leads.domain.parsing.slot_words import NUMBER, number

__all__ = ["by_hour"]

_BOUND = r"\b(?P<relation>before|after|until|till|by|past|from|earlier than|later than) "
_AM_PM = r"(?P<half>[ap])\.?m\b\.?"
_QUARTERS = (
    r"(?P<phrase>half past|half|halb|viertel after|viertel before|quarter past|quarter to|quarter after"
    r"|ten past|twenty past)"
)
_TIMES = (
    re.compile(
        rf"(?:{_BOUND})?\b(?P<hour>\d{{1,2}}) ?[:.h] ?(?P<minute>[0-5]\d)(?: ?(?:uhr|h))?(?: ?{_AM_PM})?"
    ),
    re.compile(rf"(?:{_BOUND})?\b(?P<hour>\d{{1,2}}) ?{_AM_PM}"),
    re.compile(rf"(?:{_BOUND})?\b(?P<hour>{NUMBER}) ?(?:o ?'? ?clock|uhr|h\b|hrs?\b)"),
    re.compile(rf"(?:{_BOUND})?\b{_QUARTERS} (?P<hour>{NUMBER})\b"),
    re.compile(
        rf"(?:{_BOUND})?\b(?P<hour>{NUMBER}) (?P<spoken>thirty|fifteen|forty-? ?five)\b"
        rf"(?: ?{_AM_PM})?"
    ),
    re.compile(
        rf"(?:{_BOUND})?\b(?P<hour>[01]?\d|2[0-3])(?P<minute>[0-5]\d) ?(?:hrs?|hours|h|uhr)?\b(?: ?{_AM_PM})?"
    ),
    re.compile(rf"{_BOUND}(?P<hour>{NUMBER})\b"),
    re.compile(rf"\b(?:at|around|about|@|um|gegen|a las|a la|om|alle|kl\.?) ?(?P<hour>{NUMBER})\b"),
    re.compile(rf"(?:{_BOUND})?\b(?P<noon>noon)\b"),
)
_LATE_IN_THE_DAY = re.compile(r"\b(?:evenings?|tonight|afternoons?)\b")
_MINUTES = {
    "half past": 30,
    "half": 30,
    "quarter past": 15,
    "quarter after": 15,
    "ten past": 10,
    "twenty past": 20,
    "quarter to": -15,
    "halb": -30,  # to the hour named, in German
    "viertel after": 15,
    "viertel before": -15,
}
_SPOKEN = {"thirty": 30, "fifteen": 15}


def by_hour(clause: str, offer: Offer) -> tuple[list[frozenset[int]], str]:
    """The slots at the hours named, and the clause without them."""
    found: list[frozenset[int]] = []
    is_late = bool(_LATE_IN_THE_DAY.search(clause))
    for pattern in _TIMES:
        for match in pattern.finditer(clause):
            at = _minute_named(match)
            if at is not None:
                found.append(_at(match, at, offer, is_late=is_late))
        clause = pattern.sub(" ", clause)
    related = [one for one in found if one]
    return either(related or found), clause


def _minute_named(match: re.Match[str]) -> int | None:
    named = match.groupdict()
    if named.get("noon"):
        return 12 * 60
    hour = number(named["hour"])
    minute = int(named.get("minute") or 0) + _MINUTES.get(named.get("phrase") or "", 0)
    minute += _SPOKEN.get(named.get("spoken") or "", 45) if named.get("spoken") else 0
    if named.get("half"):
        hour = hour % 12 + (12 if named["half"] == "p" else 0)
    return hour * 60 + minute if hour <= 24 else None


def _at(match: re.Match[str], minute: int, offer: Offer, *, is_late: bool) -> frozenset[int]:
    named = match.groupdict()
    relation, half = named.get("relation"), named.get("half")
    if relation and not half and is_late and minute < 12 * 60:
        minute, half = minute + 12 * 60, "p"  # "in the evening, after 7"
    if relation in ("before", "until", "till", "by", "earlier than"):
        return offer.where(lambda start: minute_of_day(start) < _in_office_hours(minute, half))
    if relation is not None:
        return offer.where(lambda start: minute_of_day(start) >= _in_office_hours(minute, half))
    exact = offer.where(lambda start: is_same_time(start, minute, half))
    bare_hour = not (named.get("minute") or named.get("phrase") or named.get("spoken"))
    if exact or not bare_hour:
        return exact
    return offer.where(lambda start: is_same_time(start.replace(minute=0), minute, half))


def _in_office_hours(minute: int, half: str | None) -> int:
    return minute + 12 * 60 if half is None and minute < 7 * 60 else minute
