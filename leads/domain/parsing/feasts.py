"""Feasts that follow the moon, as the almanacs print them, and the weekdays some countries keep."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from leads.domain.parsing.spans import DAY, Span, day_span

__all__ = ["FEASTS", "weekday_of_month"]

# The first day of each, as most of those who keep it do; a year that is not listed is not read.
_FIRST_DAYS = {
    r"chinese new year|lunar new year|spring festival|tet": """
        2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-03 2031-01-23 2032-02-11 2033-01-31 2034-02-19""",
    r"diwali|deepavali|divali": """
        2026-11-08 2027-10-29 2028-10-17 2029-11-05 2030-10-26 2031-11-14 2032-11-02 2033-10-22 2034-11-10""",
    r"dussehra|dasara|dashain|vijayadashami": """
        2026-10-20 2027-10-09 2028-09-27 2029-10-16 2030-10-06 2031-10-25 2032-10-14 2033-10-03 2034-10-22""",
    r"eid(?: al)?[- ]adha|bakrid|eid ul adha": """
        2026-05-27 2027-05-16 2028-05-05 2029-04-24 2030-04-13 2031-04-02 2032-03-22 2033-03-11 2034-03-01""",
    r"eid(?:(?: al| ul)?[- ]fitr)?|(?:ramazan )?bayram[ıi]?": """
        2026-03-20 2027-03-10 2028-02-26 2029-02-14 2030-02-05 2031-01-24 2032-01-14 2033-01-02 2034-12-12""",
    r"ganesh chaturthi": """
        2026-09-14 2027-09-04 2028-08-23 2029-09-11 2030-09-01 2031-09-20 2032-09-08 2033-08-28 2034-09-16""",
    r"hanukkah|chanukah|hanukah": """
        2026-12-05 2027-12-25 2028-12-13 2029-12-02 2030-12-21 2031-12-10 2032-11-28 2033-12-17 2034-12-07""",
    r"holi": """
        2026-03-04 2027-03-22 2028-03-11 2029-03-01 2030-03-20 2031-03-09 2032-03-27 2033-03-16 2034-03-05""",
    r"mid[- ]autumn festival|moon festival": """
        2026-09-25 2027-09-15 2028-10-03 2029-09-22 2030-09-12 2031-10-01 2032-09-19 2033-09-08 2034-09-27""",
    r"navratri|navaratri": """
        2026-10-11 2027-09-30 2028-09-19 2029-10-08 2030-09-28 2031-10-17 2032-10-05 2033-09-24 2034-10-13""",
    r"passover|pesach": """
        2026-04-02 2027-04-22 2028-04-11 2029-03-31 2030-04-18 2031-04-08 2032-03-27 2033-04-14 2034-04-04""",
    r"rama(?:dan|zan|dhan)": """
        2026-02-18 2027-02-08 2028-01-28 2029-01-16 2030-01-06 2031-12-15 2032-12-04 2033-11-23 2034-11-12""",
    r"rosh ha-?shanah?|jewish new year": """
        2026-09-12 2027-10-02 2028-09-21 2029-09-10 2030-09-28 2031-09-18 2032-09-06 2033-09-24 2034-09-14""",
    r"yom kippur": """
        2026-09-21 2027-10-11 2028-09-30 2029-09-19 2030-10-07 2031-09-27 2032-09-15 2033-10-03 2034-09-23""",
}
_DAYS_LONG = {"rama(?:dan|zan|dhan)": 29, "passover|pesach": 8, "hanukkah|chanukah|hanukah": 8}

SpanOf = Callable[[int, str | None], Span | None]


def weekday_of_month(year: int, month: int, *, weekday: int, nth: int) -> date:
    """The nth such weekday (Monday is 0) of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _kept(first_days: Mapping[int, date], length: int) -> SpanOf:
    def span_of(year: int, _country: str | None) -> Span | None:
        first = first_days.get(year)
        return None if first is None else Span(first, first + (length - 1) * DAY)

    return span_of


def _by_year(listed: str) -> dict[int, date]:
    days = map(date.fromisoformat, listed.split())
    return {day.year: day for day in days}


def _yearly(month: int, weekday: int, nth: int) -> SpanOf:
    return lambda year, _country: day_span(weekday_of_month(year, month, weekday=weekday, nth=nth))


def _last_monday(month: int) -> SpanOf:
    following = month % 12 + 1
    return lambda year, _country: day_span(
        weekday_of_month(year, following, weekday=0, nth=1) - timedelta(weeks=1)
    )


_BANK_HOLIDAYS: tuple[tuple[str, SpanOf], ...] = (
    (r"(?:early )?may (?:day )?bank holiday", _yearly(5, 0, 1)),
    (r"(?:spring|whitsun) bank holiday", _last_monday(5)),
    (r"(?:august|summer) bank holiday", _last_monday(8)),
    (r"melbourne cup(?: day)?", _yearly(11, 1, 1)),
    (r"(?:mlk|martin luther king)(?: jr\.?)? day", _yearly(1, 0, 3)),
    (r"presidents'? day", _yearly(2, 0, 3)),
    (r"columbus day", _yearly(10, 0, 2)),
    (r"mother'?s day", _yearly(5, 6, 2)),
    (r"(?:the )?super ?bowl", _yearly(2, 6, 2)),
)

FEASTS: tuple[tuple[str, SpanOf], ...] = (
    *_BANK_HOLIDAYS,
    *(
        (rf"(?:{name})", _kept(_by_year(listed), _DAYS_LONG.get(name, 1)))
        for name, listed in _FIRST_DAYS.items()
    ),
)
