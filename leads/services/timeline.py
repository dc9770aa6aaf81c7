"""Everything that happened with a lead, in order: what was said, done and sent, and what it was worth."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from leads.domain.booking import Booking
from leads.domain.conversation import Message
from leads.domain.facts import Signal
from leads.domain.handoff import Handoff
from leads.domain.ledger import Axis, Change
from leads.services.core import Core
from leads.services.errors import LeadNotFound
from leads.services.ports import OutboxItem, Work

__all__ = ["Moment", "Scored", "timeline"]

MOST_MESSAGES = 10_000
MOST_MAILS = 100


@dataclass(frozen=True, slots=True)
class Scored:
    """Lines that entered the ledger together."""

    changes: tuple[Change, ...]

    @property
    def points(self) -> Mapping[Axis, int]:
        """By how much each score moved; one that did not is left out."""
        sums = {axis: sum(change.points for change in self.changes if change.axis is axis) for axis in Axis}
        return {axis: points for axis, points in sums.items() if points}


Happened = Message | Signal | Scored | Booking | Handoff | OutboxItem

#: What comes first of things that happened in the same instant: the cause before what it led to.
ORDER = (Message, Signal, Scored, Handoff, Booking, OutboxItem)


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened."""

    at: datetime
    what: Happened


def timeline(core: Core, lead_id: str) -> list[Moment]:
    """A lead's history, oldest first. Raises LeadNotFound."""
    with core.store.reading() as work:
        lead = work.leads.get(lead_id)
        if lead is None:
            raise LeadNotFound
        moments = [
            *_said(work, lead_id),
            *(Moment(signal.at, signal) for signal in work.facts.signals(lead_id)),
            *_scored(work.facts.ledger(lead_id)),
            *(Moment(handoff.created_at, handoff) for handoff in work.handoffs.of_lead(lead_id)),
            *(Moment(booking.created_at, booking) for booking in work.bookings.of_lead(lead_id)),
            *_mailed(work, lead.email, core.clock()),
        ]
    return sorted(moments, key=_order)


def _said(work: Work, lead_id: str) -> Iterator[Moment]:
    for conversation in work.conversations.of_lead(lead_id):
        for message in work.conversations.messages(conversation.id, limit=MOST_MESSAGES):
            yield Moment(message.at, message)


def _scored(entries: Iterable[Change]) -> Iterator[Moment]:
    for at, together in groupby(entries, key=lambda change: change.at):
        scored = Scored(tuple(together))
        if scored.points:  # what came to nothing is in the ledger, and says nothing here
            yield Moment(at, scored)


def _mailed(work: Work, address: str | None, now: datetime) -> Iterator[Moment]:
    if address is not None:
        for item in work.outbox.to_recipient("email", address, limit=MOST_MAILS):
            if item.due_at <= now:  # reminders lie ahead
                yield Moment(item.due_at, item)


def _order(moment: Moment) -> tuple[datetime, int, int]:
    seq = moment.what.seq if isinstance(moment.what, Message) else 0
    return moment.at, ORDER.index(type(moment.what)), seq
