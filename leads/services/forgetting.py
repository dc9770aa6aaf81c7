"""What need not be kept any more: console sessions that are over, and answers to calls of long ago."""

from datetime import timedelta

from leads.services.core import Core
from leads.services.sessions import ABSOLUTE

__all__ = ["ANSWERS_KEPT", "forget"]

ANSWERS_KEPT = timedelta(days=7)


def forget(core: Core) -> int:
    """Delete what is over; how many rows that were. Doing so twice, or from two processes, does no harm."""
    with core.store.writing() as work:
        now = core.clock()
        sessions = work.sessions.delete_begun_before(now - ABSOLUTE)
        return sessions + work.idempotency.delete_before(now - ANSWERS_KEPT)
