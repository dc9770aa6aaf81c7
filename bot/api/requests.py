"""What may be asked of the API: checked values out of plain objects. Every refusal names the field."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Self, TypeVar

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from bot.api.fields import Fields, grouped_schema
from bot.api.parts import (
    AuthorityIn,
    BudgetIn,
    EmployeesIn,
    In,
    NeedIn,
    OrPlain,
    Short,
    TimeframeIn,
    Words,
    clean,
)
from bot.server.errors import BadRequest
from leads.domain.booking import NotBookable, parse_slot_id
from leads.domain.facts import SignalKind
from leads.domain.lead import DispositionReason, Source, Stage
from leads.domain.outcomes import Result
from leads.domain.topics import Topic
from leads.domain.zones import zone_named
from leads.services.inbox import clean_text
from leads.services.intake import LeadChanges
from leads.services.leaving import WayOut
from leads.services.statements import Statement

__all__ = [
    "ID",
    "BookingIn",
    "DispositionIn",
    "LeadIn",
    "LeadPatch",
    "OutcomeIn",
    "RescheduleIn",
    "SignalIn",
    "parse",
    "parse_lead",
]

M = TypeVar("M", bound=BaseModel)

ID = r"^[A-Za-z0-9_-]{1,64}$"
LANGUAGE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$"
OLDEST = datetime(1970, 1, 1, tzinfo=UTC)
SKEW = timedelta(minutes=5)  # how far the clock of a sender may be ahead of ours
DEEPEST_DATA = 5
LONGEST_DATA = 2_000
PLAIN = (
    Topic.NAME,
    Topic.EMAIL,
    Topic.PHONE,
    Topic.COMPANY,
    Topic.ROLE,
    Topic.COUNTRY,
    Topic.INDUSTRY,
    Topic.CURRENT_SOLUTION,
)


def _zone(name: str) -> str:
    if zone_named(name) is None:
        raise ValueError("must be an IANA time zone, such as Europe/Berlin")
    return name


def _written_out(value: object) -> object:
    if value is not None and (not isinstance(value, str) or not value[:5].endswith("-")):
        raise ValueError("must be an instant such as 2027-03-31T09:30:00Z")
    return value


def _slot(text: str) -> str:
    if not parse_slot_id(text).rep_id.isprintable():
        raise NotBookable
    return text


def _tidy(value: Any, depth: int = 1) -> Any:
    """The value without what no store should get."""
    if depth > DEEPEST_DATA:
        raise ValueError(f"may be nested {DEEPEST_DATA} deep")
    match value:
        case str() if len(value) > LONGEST_DATA:
            raise ValueError(f"may have texts of {LONGEST_DATA} characters")
        case str():
            return clean_text(value)
        case list():
            return [_tidy(item, depth + 1) for item in value]
        case dict():
            return {_tidy(name): _tidy(item, depth + 1) for name, item in value.items()}
        case _:
            return value


Zone = Annotated[str, AfterValidator(_zone)]
Tag = Annotated[str, BeforeValidator(clean), Field(min_length=1, max_length=64)]
Key = Annotated[str, BeforeValidator(clean), Field(min_length=1, max_length=64)]
SlotId = Annotated[str, AfterValidator(_slot)]


class SourceIn(OrPlain):
    """What brought them. Plain text is its kind."""

    plain_field = "kind"

    kind: Short = None
    utm: dict[Key, Short] = Field(default_factory=dict, max_length=20)
    referrer: Words = None

    def as_source(self) -> Source:
        """As the core has it."""
        utm = {name: value for name, value in self.utm.items() if value}
        return Source(self.kind, utm, self.referrer)


class LeadFields(In):
    """What can be told of a lead. Fields may be grouped as in its JSON, and values may come in words."""

    model_config = ConfigDict(json_schema_extra=grouped_schema)

    name: Short = None
    email: Short = None
    phone: Short = None
    company: Short = None
    role: Short = None
    country: Short = None
    industry: Short = None
    current_solution: Words = None
    timezone: Zone | None = None
    language: Annotated[str, Field(pattern=LANGUAGE, max_length=16)] | None = None
    budget: BudgetIn | None = None
    authority: AuthorityIn | None = None
    need: NeedIn | None = None
    timeframe: TimeframeIn | None = None
    employees: EmployeesIn | None = None

    @model_validator(mode="after")
    def _says_once(self) -> Self:
        if self.current_solution and self.need and self.need.current_solution:
            raise ValueError("current_solution is there twice")
        return self

    def told(self) -> tuple[Statement, ...]:
        """What it says about the lead, each topic once."""
        plain = [Statement(topic, words) for topic in PLAIN if (words := getattr(self, topic))]
        parts = (self.budget, self.authority, self.need, self.timeframe, self.employees)
        return (*plain, *(statement for part in parts if part for statement in part.statements()))


class LeadIn(LeadFields):
    """A lead from outside."""

    source: SourceIn = SourceIn()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.told() and self.source == SourceIn():
            raise ValueError("say something about the lead")
        return self


class LeadPatch(LeadFields):
    """An edit of a lead: what is missing or null stays as it is."""

    stage: Stage | None = None
    tags: Annotated[list[Tag], Field(max_length=50)] | None = None
    owner: Annotated[str, Field(pattern=ID)] | None = None

    def as_changes(self) -> LeadChanges:
        """As the core has it."""
        return LeadChanges(
            told=self.told(),
            stage=self.stage,
            tags=None if self.tags is None else tuple(self.tags),
            owner_id=self.owner,
            timezone=self.timezone,
            language=self.language,
        )


class Past(In):
    """What has happened; now, unless it says when."""

    at: Annotated[AwareDatetime | None, BeforeValidator(_written_out)] = None

    def instant(self, now: datetime) -> datetime:
        """When it was. Raises BadRequest for what has not been yet, or cannot have been."""
        at = self.at or now
        if not OLDEST <= at <= now + SKEW:
            raise BadRequest("at must be an instant since 1970 that has passed.", field="at", code="invalid")
        return min(at, now).astimezone(UTC)


class SignalIn(Past):
    """Something a lead did."""

    kind: SignalKind
    data: Annotated[dict[str, Any], BeforeValidator(_tidy)] = Field(default_factory=dict, max_length=50)


class DispositionIn(In):
    """A way out of the pipeline."""

    exit: WayOut
    reason: DispositionReason | None = None
    note: Words = None


class OutcomeIn(Past):
    """How a deal ended."""

    outcome: Result
    note: Words = None


class BookingIn(In):
    """A pick."""

    lead: Annotated[str, Field(pattern=ID)]
    slot: SlotId


class RescheduleIn(In):
    """Another slot for a meeting."""

    slot: SlotId


def parse_lead(model: type[M], fields: Fields) -> M:
    """`parse` for the fields of a lead."""
    return parse(model, fields.values, written=fields.written)


def parse(model: type[M], data: Mapping[str, Any], *, written: Mapping[str, str] | None = None) -> M:
    """Check an object against its model; refuse with the first thing that is wrong and its field.

    `written` says how the sender wrote the name of a field, where that is not how the model has it.
    """
    try:
        return model.model_validate(dict(data))
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        names = [str(part) for part in first["loc"]]
        field = ".".join([(written or {}).get(name, name) for name in names[:1]] + names[1:]) or None
        raise BadRequest(
            _sentence(first["type"], first["msg"], field), field=field, code="invalid"
        ) from error


def _sentence(kind: str, message: str, field: str | None) -> str:
    match kind:
        case "extra_forbidden":
            return "There is no such field."
        case "missing":
            return "This field is required."
        case _:
            return f"{field or 'body'}: {message.removeprefix('Value error, ')}."
