"""How the console says things: one table or function for each kind of value that a page shows."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import assert_never

from leads.domain.alarms import Way
from leads.domain.answers import (
    Answer,
    Authority,
    AuthorityLevel,
    Budget,
    Headcount,
    SlotChoice,
    Standing,
    Text,
    Timeframe,
    Urgency,
    Value,
    YesNo,
)
from leads.domain.bant import Criterion
from leads.domain.consent import ConsentState
from leads.domain.facts import SignalKind
from leads.domain.handoff import HandoffReason
from leads.domain.ladder import Line
from leads.domain.lead import Channel, DispositionReason, Stage
from leads.domain.matrix import Axis, Quadrant
from leads.domain.model import Peak
from leads.domain.money import budget_in_words
from leads.domain.parsing.places import COUNTRIES
from leads.domain.reaching import Goal
from leads.domain.topics import Topic
from leads.domain.when import WhenStyle, render_when
from leads.domain.zones import zone_or_utc
from leads.services.leaving import WayOut
from leads.services.preview import Effect

__all__ = [
    "ago",
    "clock",
    "country_in_words",
    "day",
    "level_in_words",
    "season",
    "short",
    "standing_in_words",
    "urgency_in_words",
    "value_in_words",
    "when",
    "words",
]

WORDS: Mapping[str, Mapping[str, str]] = {
    "quadrant": {
        Quadrant.GOOD_FIT_INTERESTED: "Good fit, interested",
        Quadrant.GOOD_FIT_LESS_INTERESTED: "Good fit, less interested",
        Quadrant.POOR_FIT_INTERESTED: "Poor fit, interested",
        Quadrant.POOR_FIT_NOT_INTERESTED: "Poor fit, not interested",
    },
    "followup": {
        Quadrant.GOOD_FIT_INTERESTED: "sales, now",
        Quadrant.GOOD_FIT_LESS_INTERESTED: "nurture",
        Quadrant.POOR_FIT_INTERESTED: "self-serve offer",
        Quadrant.POOR_FIT_NOT_INTERESTED: "spend no time",
    },
    "temperature": {"hot": "Hot", "warm": "Warm", "cold": "Cold"},
    "stage": {stage: stage.capitalize() for stage in Stage},
    "channel": {
        Channel.WIDGET: "Website chat",
        Channel.SMS: "SMS",
        Channel.REST: "REST channel",
        Channel.API: "API",
        Channel.IMPORT: "Import",
        Channel.FORM: "Web form",
        Channel.EMAIL: "E-mail",
        Channel.FEED: "Feed",
    },
    "line": {
        Line.FIT: "Fit from which a lead is a good one",
        Line.INTEREST: "Interest from which a lead is on the high side",
        Line.READY: "Interest from which a lead is ready to buy",
    },
    "axis": {Axis.FIT: "Fit", Axis.INTEREST: "Interest"},
    "criterion": {
        Criterion.MET: "Met",
        Criterion.NOT_MET: "Not met",
        Criterion.UNKNOWN: "Unknown",
        Criterion.DECLINED: "Rather not say",
    },
    "topic": {
        Topic.NEED: "Need",
        Topic.CURRENT_SOLUTION: "Uses today",
        Topic.TIMEFRAME: "Timeframe",
        Topic.BUDGET: "Budget",
        Topic.AUTHORITY: "Authority",
        Topic.ROLE: "Role",
        Topic.COMPANY: "Company",
        Topic.EMPLOYEES: "Employees",
        Topic.INDUSTRY: "Industry",
        Topic.COUNTRY: "Country",
        Topic.NAME: "Name",
        Topic.EMAIL: "E-mail",
        Topic.PHONE: "Phone",
        Topic.CONSENT: "May we e-mail them",
        Topic.SLOT: "Meeting time",
    },
    "reason": {
        HandoffReason.HOT: "Qualified and a good fit: ready for sales",
        HandoffReason.ASKED: "Asked for a person",
        HandoffReason.STUCK: "The bot could not understand them",
        HandoffReason.TROUBLE: "The bot had technical trouble",
        HandoffReason.STEPPED_IN: "A colleague stepped in",
    },
    "persona": {"target": "Whom we want", "anti": "Whom we do not want", "neither": "Neither"},
    "goal": {
        Goal.GOOD_FIT: "A good fit",
        Goal.INTERESTED: "Interested",
        Goal.READY: "Ready to buy",
        Goal.FOR_SALES: "For sales",
    },
    "effect": {
        Effect.NEWLY_FOR_SALES: "Newly for sales",
        Effect.NO_LONGER_FOR_SALES: "No longer for sales",
        Effect.OTHERWISE_MOVED: "Elsewhere",
    },
    "disposition": {
        DispositionReason.NOT_READY_TO_BUY: "Not ready to buy",
        DispositionReason.NOT_A_FIT: "Not a fit",
        DispositionReason.NOT_INTERESTED: "Not interested",
        DispositionReason.INVALID_DATA: "Contact data is wrong",
        DispositionReason.CANNOT_BE_REACHED: "Cannot be reached",
        DispositionReason.NO_BUDGET: "No budget",
        DispositionReason.NO_AUTHORITY: "No authority",
        DispositionReason.OTHER: "Other",
    },
    "exit": {
        WayOut.SUCCESSFUL_EXIT: "Qualified",
        WayOut.CONVERT_TO_DEAL: "Convert to a deal",
        WayOut.UNSUCCESSFUL_EXIT: "Let go",
        WayOut.REMOVE: "Remove: a mistake",
    },
    "signal": {
        SignalKind.PAGE_VIEW: "Viewed a page",
        SignalKind.REPEAT_VISIT: "Came back to the site",
        SignalKind.QUOTE_REQUEST: "Asked for a quote",
        SignalKind.DEMO_REQUEST: "Asked for a demo",
        SignalKind.MEETING_REQUESTED: "Asked for a meeting",
        SignalKind.FORM_SUBMIT: "Sent a form",
        SignalKind.NEWSLETTER_OPEN: "Opened the newsletter",
        SignalKind.NEWSLETTER_CLICK: "Clicked in the newsletter",
        SignalKind.SURVEY_ANSWERED: "Answered a survey",
        SignalKind.SURVEY_IGNORED: "Ignored a survey",
        SignalKind.CAREERS_PAGE: "Looked at our jobs",
        SignalKind.PURCHASE: "Bought from us",
    },
    "way": {
        Way.COLLEAGUE: "A colleague took over or wrote",
        Way.MEETING: "A meeting was booked",
        Way.LETTER: "We wrote",
    },
    "consent": {
        ConsentState.OPTED_IN: "allowed",
        ConsentState.OPTED_OUT: "opted out",
        ConsentState.UNKNOWN: "not asked",
    },
}
LEVELS = {
    AuthorityLevel.DECIDER: "Decides alone",
    AuthorityLevel.SHARED: "One of few who decide",
    AuthorityLevel.INFLUENCER: "Has a say, does not decide",
    AuthorityLevel.NONE: "Somebody else decides",
}
URGENCIES = {Urgency.NOW: "As soon as possible", Urgency.LATER: "No hurry"}
AVAILABLE = {True: "There is one, no amount named", False: "There is none", None: "No amount named"}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
COUNTRY_NAMES = {code: name for name, code in reversed(COUNTRIES.items())}  # the first name of each
SMALL_WORDS = {"and", "of", "the", "da", "do"}
UNITS = ((timedelta(days=1), "d"), (timedelta(hours=1), "h"), (timedelta(minutes=1), "min"))


def words(name: str, of: str) -> str:
    """The words for one of a closed set of names; a name that has none speaks for itself."""
    return WORDS[of].get(name) or name.replace("_", " ").capitalize()


def when(instant: datetime, zone: str | None, end: datetime | None = None) -> str:
    """An instant, or a span, in full: day, time and zone."""
    return render_when(instant, zone, end=end)


def short(instant: datetime, zone: str | None) -> str:
    """An instant in a table whose caption names the zone."""
    return render_when(instant, zone, style=WhenStyle.BUTTON)


def clock(instant: datetime, zone: str | None) -> str:
    """The time of day, where the page says which day and zone."""
    return f"{instant.astimezone(zone_or_utc(zone)):%H:%M}"


def day(value: date) -> str:
    """A date, for example 3 Mar 2027."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def season(peak: Peak) -> str:
    """A part of the year, for example 15 Nov to 20 Dec."""
    (first_month, first), (last_month, last) = peak.start, peak.end
    return f"{first} {MONTHS[first_month - 1]} to {last} {MONTHS[last_month - 1]}"


def ago(instant: datetime, now: datetime) -> str:
    """How long ago, roughly: the script says it the same way."""
    passed = now - instant
    for size, unit in UNITS:
        if passed >= size:
            return f"{passed // size} {unit} ago"
    return "just now"


def standing_in_words(answer: Answer | None) -> str:
    """What an answer without a value amounts to."""
    if answer is None:
        return "Not told yet"
    match answer.standing:
        case Standing.GIVEN:
            return ""
        case Standing.UNKNOWN:
            return "They do not know"
        case Standing.DECLINED:
            return "They would rather not say"
        case _:
            assert_never(answer.standing)


def level_in_words(level: AuthorityLevel) -> str:
    """A part in the decision."""
    return LEVELS[level]


def urgency_in_words(urgency: Urgency) -> str:
    """A timeframe without a date."""
    return URGENCIES[urgency]


def value_in_words(value: Value) -> str:
    """What we understood, in a few words."""
    match value:
        case Budget():
            return _budget(value)
        case Timeframe():
            return _timeframe(value)
        case Authority(level):
            return level_in_words(level)
        case Headcount(low, high):
            return _headcount(low, high)
        case Text(text):
            return text
        case YesNo(yes):
            return "Yes" if yes else "No"
        case SlotChoice():
            return "None of those offered" if value.none_fits else "One of those offered"
        case _:
            assert_never(value)


def country_in_words(code: str) -> str:
    """The country of that ISO 3166 code; what is no code stays as it is."""
    name = COUNTRY_NAMES.get(code)
    if name is None:
        return code
    return " ".join(word if word in SMALL_WORDS else word.capitalize() for word in name.split())


def _budget(budget: Budget) -> str:
    if budget.low is None and budget.high is None:
        return AVAILABLE[budget.available]
    return budget_in_words(budget)


def _timeframe(timeframe: Timeframe) -> str:
    match timeframe.earliest, timeframe.latest:
        case None, None:
            return URGENCIES[timeframe.urgency] if timeframe.urgency else "No date named"
        case None, date() as latest:
            return f"by {day(latest)}"
        case date() as earliest, None:
            return f"not before {day(earliest)}"
        case date() as earliest, date() as latest:
            return day(latest) if earliest == latest else f"{day(earliest)} to {day(latest)}"
        case _:
            return ""


def _headcount(low: int | None, high: int | None) -> str:
    if low is None and high is None:
        return "No number named"
    if low is None:
        return f"up to {high:,}"
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"
