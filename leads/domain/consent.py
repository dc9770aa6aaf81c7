"""What somebody permits us, as an append-only record; the newest entry for an address is in force."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

__all__ = ["WRITING", "Consent", "ConsentState", "Medium"]


class Medium(StrEnum):
    """What is permitted: to write to an address unasked, or to note what a visitor looks at."""

    SMS = "sms"
    EMAIL = "email"
    TRACKING = "tracking"  # the address is the visitor's id


#: The ways to write to somebody.
WRITING = (Medium.SMS, Medium.EMAIL)


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
