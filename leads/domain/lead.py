"""The lead as it is kept between messages: where it came from, where it stands, whose it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

__all__ = [
    "Channel",
    "Disposition",
    "DispositionReason",
    "Lead",
    "Nurture",
    "Routing",
    "Source",
    "Stage",
]


class Channel(StrEnum):
    """The way a lead first reached us."""

    WIDGET = "widget"
    SMS = "sms"
    REST = "rest"
    API = "api"
    IMPORT = "import"
    FORM = "form"
    EMAIL = "email"
    FEED = "feed"


class Stage(StrEnum):
    """Where a lead stands in the qualification pipeline."""

    NEW = "new"
    QUALIFYING = "qualifying"
    QUALIFIED = "qualified"
    NURTURE = "nurture"
    CONVERTED = "converted"
    FAILED = "failed"
    REMOVED = "removed"


class DispositionReason(StrEnum):
    """Why a lead left without qualifying."""

    NOT_READY_TO_BUY = "not_ready_to_buy"
    NOT_A_FIT = "not_a_fit"
    NOT_INTERESTED = "not_interested"
    INVALID_DATA = "invalid_data"
    CANNOT_BE_REACHED = "cannot_be_reached"
    NO_BUDGET = "no_budget"
    NO_AUTHORITY = "no_authority"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Source:
    """What brought them here; `utm` holds campaign parameters without their prefix."""

    kind: str | None = None
    utm: Mapping[str, str] = field(default_factory=dict)
    referrer: str | None = None


@dataclass(frozen=True, slots=True)
class Routing:
    """Which rule gave the lead to its owner, and why."""

    rule: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Nurture:
    """The path of a lead that is not for sales now, and the day it is touched next."""

    path: str
    next_touch: date | None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Disposition:
    """How a lead left the pipeline."""

    exit: str
    reason: DispositionReason | None
    note: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Lead:
    """One prospect. Scores, quadrant and temperature are copies of what the ledger and the facts say."""

    id: str
    created_at: datetime
    updated_at: datetime
    channel: Channel
    stage: Stage = Stage.NEW
    owner_id: str | None = None
    timezone: str | None = None
    language: str = "en"
    fit: int = 0
    interest: int = 0
    quadrant: str = "poor_fit_not_interested"
    temperature: str = "cold"
    model: str = ""
    tags: tuple[str, ...] = ()
    source: Source = field(default_factory=Source)
    routing: Routing = field(default_factory=Routing)
    nurture: Nurture | None = None
    disposition: Disposition | None = None
    name: str | None = None
    company: str | None = None
    email: str | None = None
    phone: str | None = None
