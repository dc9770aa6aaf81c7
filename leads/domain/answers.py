"""What a prospect told us: one value type per kind of answer, and the words it came from."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from leads.domain.topics import Topic

__all__ = [
    "Answer",
    "Authority",
    "AuthorityLevel",
    "Budget",
    "Headcount",
    "Parsed",
    "Period",
    "SlotChoice",
    "Standing",
    "Text",
    "Timeframe",
    "Urgency",
    "Value",
    "YesNo",
]


class Standing(StrEnum):
    """How a question was answered. Not knowing and not telling are answers, and neither is a "no"."""

    GIVEN = "given"
    UNKNOWN = "unknown"
    DECLINED = "declined"


class Period(StrEnum):
    """What an amount of money covers."""

    ONCE = "once"
    MONTH = "month"
    YEAR = "year"


class Urgency(StrEnum):
    """A timeframe told without a date."""

    NOW = "now"  # "as soon as possible", "urgent", "yesterday"
    LATER = "later"  # "no hurry", "some day", "just looking"


class AuthorityLevel(StrEnum):
    """A person's part in the decision."""

    DECIDER = "decider"  # signs alone
    SHARED = "shared"  # one of few who decide
    INFLUENCER = "influencer"  # recommends, evaluates, researches
    NONE = "none"  # somebody else decides


@dataclass(frozen=True, slots=True)
class Budget:
    """Money they would spend.

    A single amount has `low == high`; "up to" has only `high`, "at least" only `low`. `currency` is an
    ISO 4217 code, or None when none was named. `available` is False for "there is no budget", True when money
    is set aside or can be, None when only an amount was named.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    currency: str | None = None
    period: Period | None = None
    available: bool | None = None


@dataclass(frozen=True, slots=True)
class Timeframe:
    """When they want to buy or go live: calendar dates in the prospect's zone, both ends included.

    "within ten weeks" runs from today to that day, "not before June" has only `earliest`, "by June" only runs
    to its last day. Without any date both are None and `urgency` may say which way it leans.
    """

    earliest: date | None = None
    latest: date | None = None
    urgency: Urgency | None = None


@dataclass(frozen=True, slots=True)
class Authority:
    """This person's part in the decision."""

    level: AuthorityLevel


@dataclass(frozen=True, slots=True)
class Headcount:
    """How many people work there; a single count has `low == high`."""

    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """An answer in words: need, current solution, role, company, industry, country, name, e-mail, phone.

    `text` is cleaned of fillers ("my name is …"); countries are ISO 3166 alpha-2 codes, e-mail addresses
    lower case, phone numbers E.164 where the country is known.
    """

    text: str


@dataclass(frozen=True, slots=True)
class YesNo:
    """Yes or no, to a question that asks for one."""

    yes: bool


@dataclass(frozen=True, slots=True)
class SlotChoice:
    """Which of the offered slots they mean: by position from zero, or none of them (offer others)."""

    index: int | None = None
    none_fits: bool = False


Value = Budget | Timeframe | Authority | Headcount | Text | YesNo | SlotChoice


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one message says about one topic: `value` is there exactly when `standing` is GIVEN."""

    topic: Topic
    standing: Standing
    value: Value | None = None

    def __post_init__(self) -> None:
        if (self.value is not None) != (self.standing is Standing.GIVEN):
            raise ValueError("A value belongs to a given answer, and only to one.")


@dataclass(frozen=True, slots=True)
class Answer:
    """A parsed answer as it is kept: with the words it came from and the message they stood in.

    `at` is aware UTC. The newest answer to a topic is the one in force; older ones are history.
    """

    id: str
    topic: Topic
    standing: Standing
    value: Value | None
    text: str
    message_id: str
    at: datetime
