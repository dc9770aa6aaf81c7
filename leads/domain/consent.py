"""Permission to write to somebody, as an append-only record; the newest entry for an address is in force."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

__all__ = ["Consent", "ConsentState", "Medium"]


class Medium(StrEnum):
    """A way to write to somebody unasked."""

    SMS = "sms"
    EMAIL = "email"


class ConsentState(StrEnum):
    """What they said about it."""

    OPTED_IN = "opted_in"
    OPTED_OUT = "opted_out"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Consent:
    """One entry of the record: `wording` is what was shown or said, `channel` where."""

    id: str
    medium: Medium
    address: str
    lead_id: str | None
    state: ConsentState
    wording: str
    channel: str
    at: datetime
