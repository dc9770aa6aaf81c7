"""The parts of a lead that have parts themselves: a value, or words for it, or that there is none to have."""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from leads.domain.answers import (
    Authority,
    AuthorityLevel,
    Budget,
    Headcount,
    Period,
    Standing,
    Timeframe,
    Value,
)
from leads.domain.currency_codes import CURRENCIES
from leads.domain.topics import Topic
from leads.services.inbox import clean_text
from leads.services.statements import Statement

__all__ = [
    "AuthorityIn",
    "BudgetIn",
    "EmployeesIn",
    "In",
    "NeedIn",
    "OrPlain",
    "Short",
    "TimeframeIn",
    "Words",
    "clean",
]

LONGEST_WORDS = 5_000  # half of what cleaning would cut at: too much is refused, never cut
LONGEST_NAME = 320
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def clean(value: object) -> object:
    """Text without what no store should get; None where nothing is left."""
    return clean_text(value) or None if isinstance(value, str) else value


def _count(value: object) -> object:
    if isinstance(value, bool):
        raise ValueError("must be a number")
    return value


def _day(value: object) -> object:
    if value is not None and not (isinstance(value, str) and DAY.fullmatch(value)):
        raise ValueError("must be a date such as 2027-03-31")
    return value


def _currency(code: str) -> str:
    if code.upper() not in CURRENCIES:
        raise ValueError("must be the ISO 4217 code of a currency, such as EUR")
    return code.upper()


Words = Annotated[Annotated[str, Field(max_length=LONGEST_WORDS)] | None, BeforeValidator(clean)]
Short = Annotated[Annotated[str, Field(max_length=LONGEST_NAME)] | None, BeforeValidator(clean)]
Day = Annotated[date | None, BeforeValidator(_day)]
Money = Annotated[Decimal, Field(ge=0, le=10**12, max_digits=17, decimal_places=4)]
People = Annotated[int, BeforeValidator(_count), Field(ge=0, le=10**8)]
Currency = Annotated[str, AfterValidator(_currency)]


class In(BaseModel):
    """Anything that comes in: unknown fields are refused, text is cleaned at its ends."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, allow_inf_nan=False, frozen=True)


class OrPlain(In):
    """An object in whose place plain text may stand: it is the field `plain_field` then."""

    plain_field: ClassVar[str]
    plain_types: ClassVar[tuple[str, ...]] = ("string",)

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, given: object) -> object:
        return {cls.plain_field: given} if isinstance(given, str) else given

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        described = handler(core_schema)
        handler.resolve_ref_schema(described)["type"] = ["object", *cls.plain_types]
        return described


class Said(OrPlain):
    """What is said on one topic. `met` and `not_met` are no part of it: they follow from what was said."""

    topic: ClassVar[Topic]
    plain_field = "text"

    text: Words = None
    status: Literal["unknown", "declined"] | None = None

    @model_validator(mode="after")
    def _is_either(self) -> Self:
        if self.status and self.value() is not None:
            raise ValueError("what is unknown or declined has no value")
        return self

    def value(self) -> Value | None:
        """The value, where one is given."""
        return None

    def statements(self) -> list[Statement]:
        """What this says: nothing, or one thing."""
        words, value = self.text or "", self.value()
        if self.status:
            return [Statement(self.topic, words, standing=Standing(self.status))]
        return [Statement(self.topic, words, value)] if words or value else []


class Counted(Said):
    """What is a number or a range. A plain number is both its ends."""

    plain_types = ("string", "number")

    low: Decimal | int | None = None
    high: Decimal | int | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_number(cls, given: object) -> object:
        is_number = isinstance(given, int | float) and not isinstance(given, bool)
        return {"low": given, "high": given} if is_number else given

    @model_validator(mode="after")
    def _is_range(self) -> Self:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("low must not be above high")
        return self

    @property
    def is_counted(self) -> bool:
        """Whether there is a number."""
        return self.low is not None or self.high is not None


class BudgetIn(Counted):
    """Money: an amount, a range, or the words for it."""

    topic = Topic.BUDGET

    low: Money | None = None
    high: Money | None = None
    currency: Currency | None = None
    period: Period | None = None

    @model_validator(mode="after")
    def _is_amount(self) -> Self:
        if not self.is_counted and (self.currency or self.period):
            raise ValueError("currency and period belong to low or high")
        return self

    def value(self) -> Budget | None:
        """The amount."""
        return Budget(self.low, self.high, self.currency, self.period) if self.is_counted else None


class EmployeesIn(Counted):
    """People: a count, a range, or the words for it."""

    topic = Topic.EMPLOYEES

    low: People | None = None
    high: People | None = None

    def value(self) -> Headcount | None:
        """The count."""
        return Headcount(self.low, self.high) if self.is_counted else None


class AuthorityIn(Said):
    """Their part in the decision, or the words for it."""

    topic = Topic.AUTHORITY

    level: AuthorityLevel | None = None

    def value(self) -> Authority | None:
        """The level."""
        return Authority(self.level) if self.level else None


class TimeframeIn(Said):
    """Dates, or the words for them."""

    topic = Topic.TIMEFRAME

    earliest: Day = None
    latest: Day = None

    @model_validator(mode="after")
    def _is_range(self) -> Self:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError("earliest must not be after latest")
        return self

    def value(self) -> Timeframe | None:
        """The dates."""
        return Timeframe(self.earliest, self.latest) if self.earliest or self.latest else None


class NeedIn(Said):
    """What they want to improve, and what they use today, in words."""

    topic = Topic.NEED

    current_solution: Words = None

    def statements(self) -> list[Statement]:
        """What this says: up to two things."""
        solution = self.current_solution
        today = [Statement(Topic.CURRENT_SOLUTION, solution)] if solution else []
        return [*super().statements(), *today]
