"""How far a message has come on its way, as the carrier reports it, and when to try again."""

from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum

__all__ = ["MAX_ATTEMPTS", "DeliveryStatus", "furthest", "wait"]

MAX_ATTEMPTS = 8
FIRST_WAIT = timedelta(seconds=4)
LONGEST_WAIT = timedelta(minutes=15)


class DeliveryStatus(StrEnum):
    """The stations of an outgoing message, in Twilio's words and in their order."""

    ACCEPTED = "accepted"
    SCHEDULED = "scheduled"
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    DELIVERED = "delivered"
    UNDELIVERED = "undelivered"
    FAILED = "failed"
    CANCELED = "canceled"
    READ = "read"

    @property
    def is_final(self) -> bool:
        """Whether nothing more is to come; only a delivered message may still be read."""
        return self in _FINAL


_FINAL = frozenset(
    {
        DeliveryStatus.DELIVERED,
        DeliveryStatus.UNDELIVERED,
        DeliveryStatus.FAILED,
        DeliveryStatus.CANCELED,
        DeliveryStatus.READ,
    }
)
_ORDER = list(DeliveryStatus)


def furthest(reports: Iterable[DeliveryStatus]) -> DeliveryStatus | None:
    """Where a message stands after reports that came in any order; None without any.

    A later station never gives way to an earlier one, and the first final one stays, unless it was read.
    """
    now: DeliveryStatus | None = None
    for report in reports:
        if now is None or _follows(report, now):
            now = report
    return now


def _follows(report: DeliveryStatus, now: DeliveryStatus) -> bool:
    if now.is_final:
        return now is DeliveryStatus.DELIVERED and report is DeliveryStatus.READ
    return _ORDER.index(report) > _ORDER.index(now)


def wait(attempts: int, jitter: float) -> timedelta:
    """How long until the next attempt, after so many: doubled each time, and spread by `jitter` (0 to 1)."""
    longest: timedelta = min(FIRST_WAIT * 2**attempts, LONGEST_WAIT)
    return longest * (0.5 + jitter / 2)
