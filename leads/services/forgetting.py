"""What need not be kept any more: console sessions that are over, answers to calls of long ago, strangers."""

from datetime import timedelta

from leads.services.core import Core
from leads.services.sessions import ABSOLUTE

__all__ = ["ANSWERS_KEPT", "STRANGERS_KEPT", "forget"]

ANSWERS_KEPT = timedelta(days=7)
#: How long we know what visitors looked at who do not talk to us: as long as their browser's token is good.
STRANGERS_KEPT = timedelta(days=90)


def forget(core: Core) -> int:
    """Delete what is over; how many rows that were. Doing so twice, or from two processes, does no harm."""
    with core.store.writing() as work:
        now = core.clock()
        sessions = work.sessions.delete_begun_before(now - ABSOLUTE)
        sightings = work.sightings.delete_before(now - STRANGERS_KEPT)
        return sessions + sightings + work.idempotency.delete_before(now - ANSWERS_KEPT)
