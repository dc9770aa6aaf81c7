"""Single days in a text: dates of every order, "the 15th", weekdays, tomorrow, holidays."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from leads.domain.parsing.context import Context
from leads.domain.parsing.holidays import HOLIDAY, holiday_span
from leads.domain.parsing.mentions import Kind, Mention
from leads.domain.parsing.spans import DAY, Span, coming_known, day_span, month_span, months_later, week_span
from leads.domain.parsing.tables import words
from leads.domain.parsing.time_spelling import MONTHS, WEEKDAYS

__all__ = ["find_days"]

_MONTH_FIRST = words("US PH PR GU VI FM MH PW")
_NTH = {"last": -1, "first": 1, "second": 2, "third": 3, "fourth": 4}
_YEARS_AHEAD = 30  # later dates are slips or jokes

_MONTH = rf"(?P<month>{'|'.join(MONTHS)})(?!(?<=may) (?:be|not|have|need|want)\b)"
_DAY = r"(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th))?"
_UNTIL_DAY = r"(?:\s?(?:-|to|or|and|/|thru|through|until)\s?(?:the )?(?P<until>\d{1,2})(?:st|nd|rd|th)?)?"
_OPENED = (  # "from 10 to 20 January" is neither "from 10" nor "to 20"
    r"(?:\b(?:from|between) (?:the )?(?=(?:[a-z]+ )?(?:the )?\d{1,2}(?:st|nd|rd|th)?\s?(?:-|to|and|until|till"
    r"|thru|through)\s?(?:the )?\d))?"
)
_YEAR = r"(?:,? ?(?:of )?(?P<year>20\d\d|'\d\d)(?!\d)|,? (?P<next>next year)|,? this year)?"
_END = r"(?![\w]|[.,]\d)"

_YEAR_FIRST = re.compile(
    r"(?<![\d.])(?P<year>20\d\d)(?P<mark>[-/.])(?P<one>\d{1,2})(?P=mark)(?P<two>\d{1,2})(?!\d)"
)
_YEAR_LAST = re.compile(
    r"(?<![\d.,/-])(?P<one>\d{1,2})(?P<mark>[-/.])\s?(?P<two>\d{1,2})(?P=mark)\s?(?P<year>20\d\d"
    r"|\d\d)(?![\d/-])"
)
_COMPACT = re.compile(r"(?<![\d.,])(?P<year>20\d\d)(?P<one>0[1-9]|1[0-2])(?P<two>[0-3]\d)(?![\d.,]?\d)")
_NO_YEAR = re.compile(
    r"(?<![\d.,/$€£-])(?P<one>\d{1,2})(?:/(?P<two>\d{1,2})(?![\d/%-]|\s?(?:of|th)\b)"
    r"|\.(?P<dotted>\d{1,2})\.(?!\d))(?!\w)"
)
_DOTTED_AFTER_CUE = re.compile(
    r"(?:(?<=\buntil )|(?<=\bby )|(?<=\bfrom )|(?<=\bbefore )|(?<=\bafter )|(?<=\bon )|(?<=\bam ))"
    r"(?P<one>0?[1-9]|[12]\d|3[01])\.(?P<two>0[1-9]|1[0-2])(?![\d.]|\s?(?:[$€£%k]|[ap]m\b|uhr|h\b))"
)
_LEAD = (
    rf"(?:\b(?:{'|'.join(WEEKDAYS)})\b,? (?:the )?)?"
    r"(?P<week>\bweek (?:of|starting|commencing|beginning)(?: the)? )?"
)
_DAY_THEN_MONTH = re.compile(
    rf"(?<![\d.,/-]){_LEAD}{_OPENED}(?:the )?{_DAY}{_UNTIL_DAY}(?:\s?(?:(?:of|de|di|du) )?|[.-]\s?)"
    rf"{_MONTH}\b\.?{_YEAR}{_END}"
)
_MONTH_THEN_DAY = re.compile(
    rf"{_LEAD}{_OPENED}\b{_MONTH}\b\.?[ -]?(?:the )?{_DAY}{_UNTIL_DAY}(?![\d%€$£kK]|[.,:]\d|\s?(?:k"
    rf"|thousand|people"
    rf"|employees|usd|eur)\b){_YEAR}{_END}"
)
_DAY_ALONE = re.compile(
    r"(?:(?<=\bthe )|(?<=\bon )|(?<=\bby )|(?<=\bbefore )|(?<=\buntil )|(?<=\bafter )"
    r"|(?=\d{1,2}(?:st|nd|rd|th)? of (?:this|next|the) month\b))"
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th|(?= of ))(?: of (?P<which>this|next|the) month\b)?(?! (?:quarter"
    r"|half|floor|time|place|week|year|day|party|of)\b)"
)
_WEEKDAY = re.compile(
    rf"\b(?:(?P<which>next|this|coming|last|past"
    rf"|every)\s)?(?P<weekday>{'|'.join(WEEKDAYS)})\b"
    rf"(?! (?:the )?\d{{1,2}}(?:st|nd|rd|th)\b)(?: (?:of )?(?P<after>next week|this week|after next))?"
)
_WEEKS_ON = re.compile(
    rf"\b(?P<weekday>{'|'.join(WEEKDAYS)}) (?P<span>week|fortnight)\b(?! (?:of|in|after|before|\d))"
    rf"|\b(?:a|1) (?P<span_before>week|fortnight) (?:on|from|after|this|next)"
    rf" (?P<weekday_after>{'|'.join(WEEKDAYS)})\b"
)
_NTH_WEEKDAY = re.compile(
    rf"\b(?P<nth>[1-5]th|[1-5](?:st|nd|rd)|last|first|second|third|fourth) (?P<weekday>day"
    rf"|{'|'.join(WEEKDAYS)})"
    rf" (?:of|in) {_MONTH}\b{_YEAR}"
)
_WEEK_THEN_DAY = re.compile(rf"\bnext week(?: on)? (?P<weekday>{'|'.join(WEEKDAYS)})\b")
_NEAR = re.compile(
    r"\b(?:(?P<overmorrow>(?:the )?day after tomorrow)|(?P<tomorrow>tomorrow)|(?P<today>today|tonight"
    r"|this (?:morning|afternoon|evening)))\b"
)
_HOLIDAY = re.compile(
    rf"\b(?:(?P<which>next|this|last) )?(?P<name>{HOLIDAY})\b(?: (?:of )?(?P<year>20\d\d)"
    rf"|(?P<next> (?:of )?next year))?"
)


def find_days(text: str, context: Context) -> Iterator[Mention]:
    """Every single day named in a text of `time_words`; of readings that overlap the first is the surest."""
    for pattern, read, kind in _READERS:
        for match in pattern.finditer(text):
            span = read(match, context)
            if span is not None and abs(span.first.year - context.today.year) <= _YEARS_AHEAD:
                dated = bool(match.groupdict().get("year") or match.groupdict().get("next"))
                yield Mention(match.start(), match.end(), span, kind, dated=dated)


def _numeric(match: re.Match[str], context: Context) -> Span | None:
    """A date in figures, day and month in the order of the country where both orders are possible."""
    one, two = int(match["one"]), int(match["two"] or match["dotted"])
    year = _full_year(match["year"]) if "year" in match.groupdict() else None
    dotted = "." in match[0]
    month_first = not dotted and (context.region or "US") in _MONTH_FIRST
    orders = [(one, two), (two, one)] if month_first else [(two, one), (one, two)]
    return next((span for month, day in orders if (span := _dated(year, month, day, context))), None)


def _year_first(match: re.Match[str], context: Context) -> Span | None:
    return _dated(int(match["year"]), int(match["one"]), int(match["two"]), context)


def _named(match: re.Match[str], context: Context) -> Span | None:
    """A date with the month in words; "1 to 15 March" runs from one day to the other."""
    month = MONTHS.index(match["month"]) + 1
    year = _full_year(match["year"]) or (context.today.year + 1 if match["next"] else None)
    last = _dated(year, month, int(match["until"] or match["day"]), context)
    if last is None or match["until"] is None:
        return week_span(last.first) if last and match["week"] else last
    first = _dated(last.first.year, month, int(match["day"]), context)
    return Span(first.first, last.last) if first and first.first <= last.last else None


def _full_year(year: str | None) -> int | None:
    digits = year.strip("'") if year else ""
    return int(digits) + (2000 if len(digits) == 2 else 0) if digits else None


def _dated(year: int | None, month: int, day: int, context: Context) -> Span | None:
    """The day; without a year, the next one that is not past."""
    years = [year] if year is not None else range(context.today.year, context.today.year + 5)
    for each in years:
        try:
            span = day_span(date(each, month, day))
        except ValueError:  # 30 February, or a leap day in another year
            continue
        if year is not None or span.last >= context.today:
            return span
    return None


def _day_alone(match: re.Match[str], context: Context) -> Span | None:
    """The next day of that number, or the one of the month named."""
    number, today = int(match["day"]), context.today
    first = today.replace(day=1)
    later = [months_later(first, months) for months in range(3)]
    if match["which"] == "next":
        later = later[1:2]
    days = (month + (number - 1) * DAY for month in later)
    fitting = (
        day for day, month in zip(days, later, strict=True) if day.month == month.month and day >= today
    )
    return next((day_span(day) for day in fitting if number >= 1), None)


def _weekday(match: re.Match[str], context: Context) -> Span | None:
    """ "Tuesday" is the coming one, "next Tuesday" that of next week."""
    groups, today = match.groupdict(), context.today
    wanted = WEEKDAYS.index(match["weekday"])
    monday = today - timedelta(days=today.weekday())
    if groups.get("which") in ("last", "past", "every"):
        return None
    if groups.get("after") == "after next":
        return day_span(monday + timedelta(days=14 + wanted))
    if "which" not in groups or groups["which"] == "next" or groups["after"] == "next week":
        return day_span(monday + timedelta(days=7 + wanted))
    if groups["which"] == "this" and monday + timedelta(days=wanted) >= today:
        return day_span(monday + timedelta(days=wanted))
    return day_span(today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1))


def _weeks_on(match: re.Match[str], context: Context) -> Span:
    """ "Monday week", "a fortnight on Tuesday": so long after the coming one."""
    wanted = WEEKDAYS.index(match["weekday"] or match["weekday_after"])
    coming_one = context.today + timedelta(days=(wanted - context.today.weekday() - 1) % 7 + 1)
    weeks = 1 if "week" in (match["span"], match["span_before"]) else 2
    return day_span(coming_one + timedelta(weeks=weeks))


def _nth_weekday(match: re.Match[str], context: Context) -> Span | None:
    """ "The first Tuesday in October", "the last day of March"."""
    month, nth = MONTHS.index(match["month"]) + 1, _NTH.get(match["nth"]) or int(match["nth"][0])
    given = _full_year(match["year"]) or (context.today.year + 1 if match["next"] else None)
    years = [given] if given else range(context.today.year, context.today.year + 2)
    days = [_day_in_month(year, month, match["weekday"], nth) for year in years]
    return next((day_span(day) for day in days if day and (given or day >= context.today)), None)


def _day_in_month(year: int, month: int, weekday: str, nth: int) -> date | None:
    """The nth such day of the month, or the last one (-1)."""
    span = month_span(year, month)
    days = [span.first + offset * DAY for offset in range((span.last - span.first).days + 1)]
    fitting = [day for day in days if weekday == "day" or day.weekday() == WEEKDAYS.index(weekday)]
    return fitting[nth - 1 if nth > 0 else nth] if nth <= len(fitting) else None


def _near(match: re.Match[str], context: Context) -> Span:
    return day_span(context.today + (2 if match["overmorrow"] else 1 if match["tomorrow"] else 0) * DAY)


def _holiday(match: re.Match[str], context: Context) -> Span | None:
    span_of = holiday_span(match["name"], country=context.region)
    if match["which"] == "last":
        return None
    if match["year"]:
        return span_of(int(match["year"]))
    return span_of(context.today.year + 1) if match["next"] else coming_known(span_of, context.today)


_Reader = Callable[[re.Match[str], Context], Span | None]
_READERS: tuple[tuple[re.Pattern[str], _Reader, Kind], ...] = (
    (_YEAR_FIRST, _year_first, Kind.DAY),
    (_COMPACT, _year_first, Kind.DAY),
    (_YEAR_LAST, _numeric, Kind.DAY),
    (_DAY_THEN_MONTH, _named, Kind.DAY),
    (_MONTH_THEN_DAY, _named, Kind.DAY),
    (_NO_YEAR, _numeric, Kind.DAY),
    (_DOTTED_AFTER_CUE, _numeric, Kind.DAY),
    (_HOLIDAY, _holiday, Kind.DAY),
    (_WEEKS_ON, _weeks_on, Kind.DAY),
    (_NTH_WEEKDAY, _nth_weekday, Kind.DAY),
    (_WEEK_THEN_DAY, _weekday, Kind.DAY),
    (_WEEKDAY, _weekday, Kind.DAY),
    (_NEAR, _near, Kind.DAY),
    (_DAY_ALONE, _day_alone, Kind.DAY_OF_MONTH),
)
