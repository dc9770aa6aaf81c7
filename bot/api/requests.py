"""Reading requests: JSON, form fields or XML in, checked values out. Every refusal names the field."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeVar
from zoneinfo import available_timezones

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from sanic import Request
from sanic.exceptions import SanicException

from bot.server.errors import BadRequest
from leads.domain.answers import (
    Authority,
    AuthorityLevel,
    Budget,
    Headcount,
    Parsed,
    Period,
    Standing,
    Timeframe,
    Value,
)
from leads.domain.facts import SignalKind
from leads.domain.lead import DispositionReason, Source, Stage
from leads.domain.topics import Topic
from leads.services.inbox import clean_text
from leads.services.intake import Told

__all__ = [
    "BookingIn",
    "DispositionIn",
    "LeadIn",
    "LeadPatch",
    "RescheduleIn",
    "SignalIn",
    "lead_fields",
    "parse",
]

M = TypeVar("M", bound=BaseModel)

NESTED = {"contact", "firmographics", "bant", "source"}
UTM = "utm_"


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("is not an IANA time zone")
    return name


def _clean(value: object) -> object:
    return clean_text(value) if isinstance(value, str) else value


Words = Annotated[str, BeforeValidator(_clean), Field(max_length=2000)]
Short = Annotated[str, BeforeValidator(_clean), Field(max_length=320)]
Zone = Annotated[str, AfterValidator(_known_zone)]


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, allow_inf_nan=False)


class _Range(_In):
    text: Words | None = None

    def as_value(self) -> Value | None:
        return None


class BudgetIn(_Range):
    """An amount or a range of money, or the words for it."""

    low: Decimal | None = Field(None, ge=0, le=10**12)
    high: Decimal | None = Field(None, ge=0, le=10**12)
    currency: str | None = Field(None, pattern="^[A-Z]{3}$")
    period: Period | None = None

    def as_value(self) -> Value | None:
        """The amount, when one is given."""
        if self.low is None and self.high is None:
            return None
        return Budget(self.low, self.high, self.currency, self.period)


class AuthorityIn(_Range):
    """Their part in the decision, or the words for it."""

    level: AuthorityLevel | None = None

    def as_value(self) -> Value | None:
        """The level, when it is given."""
        return Authority(self.level) if self.level else None


class TimeframeIn(_Range):
    """Dates, or the words for them."""

    earliest: date | None = None
    latest: date | None = None

    def as_value(self) -> Value | None:
        """The dates, when there are any."""
        return Timeframe(self.earliest, self.latest) if self.earliest or self.latest else None


class EmployeesIn(_Range):
    """A count or a range of people, or the words for it."""

    low: int | None = Field(None, ge=0, le=10**8)
    high: int | None = Field(None, ge=0, le=10**8)

    def as_value(self) -> Value | None:
        """The count, when one is given."""
        return Headcount(self.low, self.high) if self.low is not None or self.high is not None else None


class NeedIn(_Range):
    """What they want to improve, in words."""

    current_solution: Words | None = None


class SourceIn(_In):
    """What brought them."""

    kind: Short | None = None
    utm: dict[Short, Short] = Field(default_factory=dict, max_length=20)
    referrer: Annotated[str, Field(max_length=2000)] | None = None

    def as_source(self) -> Source:
        """As the core has it."""
        return Source(self.kind, self.utm, self.referrer)


class LeadIn(_In):
    """A lead from outside. Names may be nested as in a lead's JSON or flat; numbers may come in words."""

    name: Short | None = None
    email: Short | None = None
    phone: Short | None = None
    company: Short | None = None
    role: Short | None = None
    country: Short | None = None
    industry: Short | None = None
    timezone: Zone | None = None
    language: Annotated[str, Field(pattern="^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] | None = None
    budget: BudgetIn | None = None
    authority: AuthorityIn | None = None
    need: NeedIn | None = None
    timeframe: TimeframeIn | None = None
    employees: EmployeesIn | None = None
    source: SourceIn = Field(default_factory=SourceIn)

    def told(self) -> Told:
        """What it says about the lead: values where they are given, else the words."""
        ranges = {
            Topic.BUDGET: self.budget,
            Topic.AUTHORITY: self.authority,
            Topic.NEED: self.need,
            Topic.TIMEFRAME: self.timeframe,
            Topic.EMPLOYEES: self.employees,
        }
        given = {topic: part for topic, part in ranges.items() if part is not None}
        values = {topic: part.as_value() for topic, part in given.items()}
        words = {topic: part.text for topic, part in given.items() if part.text and not values[topic]}
        plain = {topic: getattr(self, topic) for topic in PLAIN if getattr(self, topic)}
        solution = self.need.current_solution if self.need else None
        return Told(
            words={**words, **plain, **({Topic.CURRENT_SOLUTION: solution} if solution else {})},
            values=tuple(Parsed(topic, Standing.GIVEN, value) for topic, value in values.items() if value),
        )


PLAIN = (Topic.NAME, Topic.EMAIL, Topic.PHONE, Topic.COMPANY, Topic.ROLE, Topic.COUNTRY, Topic.INDUSTRY)


class LeadPatch(LeadIn):
    """An edit: only what is there changes."""

    stage: Stage | None = None
    tags: Annotated[list[Short], Field(max_length=50)] | None = None
    owner: Short | None = None


class SignalIn(_In):
    """Something a lead did."""

    kind: SignalKind
    at: datetime | None = None
    data: dict[Short, Any] = Field(default_factory=dict, max_length=50)

    def instant(self, now: datetime) -> datetime:
        """When: now unless it says; a time without a zone is UTC."""
        at = self.at or now
        return at if at.tzinfo else at.replace(tzinfo=UTC)


class DispositionIn(_In):
    """A way out of the pipeline."""

    exit: Literal["successful_exit", "convert_to_deal", "unsuccessful_exit", "remove"]
    reason: DispositionReason | None = None
    note: Words | None = None


class BookingIn(_In):
    """A pick."""

    lead: Short
    slot: Short


class RescheduleIn(_In):
    """Another slot for a meeting."""

    slot: Short


def parse(model: type[M], data: object) -> M:
    """Check a body against its model; refuse with the first thing that is wrong and its field."""
    if not isinstance(data, Mapping):
        raise BadRequest("Send an object.")
    try:
        return model.model_validate(dict(data))
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        field = ".".join(str(part) for part in first["loc"]) or None
        raise BadRequest(f"{field or 'body'}: {first['msg']}.", field=field, code="invalid") from error


def lead_fields(request: Request) -> Mapping[str, Any]:
    """A lead's fields from JSON, XML or a form, as one flat object with ranges nested."""
    kind = request.content_type.partition(";")[0].strip().lower()
    if kind in {"application/xml", "text/xml"}:
        return _flat(_from_xml(request.body))
    if kind in {"application/x-www-form-urlencoded", "multipart/form-data"}:
        return _flat({name: values[0] for name, values in (request.form or {}).items()})
    return _flat(json_body(request))


def json_body(request: Request) -> Any:
    """The JSON body."""
    try:
        return request.json
    except (SanicException, RecursionError) as error:
        raise BadRequest("The body is not valid JSON.") from error


def _flat(data: object) -> dict[str, Any]:
    if not isinstance(data, Mapping):
        raise BadRequest("Send an object.")
    flat: dict[str, Any] = {}
    for name, value in data.items():
        if name in NESTED - {"source"} and isinstance(value, Mapping):
            flat.update(value)
        elif isinstance(name, str) and name.startswith(UTM):
            flat.setdefault("source", {}).setdefault("utm", {})[name.removeprefix(UTM)] = value
        else:
            flat[name] = value
    return {name: _worded(name, value) for name, value in flat.items() if value is not None}


def _worded(name: str, value: object) -> object:
    """Plain words or numbers for what has parts: `budget=50k`, `employees=120`."""
    if name == "source" and isinstance(value, str):
        return {"kind": value}
    has_parts = name in {"budget", "authority", "need", "timeframe", "employees"}
    is_plain = isinstance(value, str | int | float) and not isinstance(value, bool)
    return {"text": str(value)} if has_parts and is_plain else value


def _from_xml(body: bytes) -> Mapping[str, Any]:
    try:
        root = fromstring(body)
    except (ET.ParseError, DefusedXmlException, ValueError) as error:
        raise BadRequest("The body is not valid XML.") from error
    return dict(_element(child) for child in root)


def _element(element: ET.Element) -> tuple[str, Any]:
    children: Iterable[ET.Element] = list(element)
    if children:
        return element.tag, dict(_element(child) for child in children)
    return element.tag, (element.text or "").strip()
