"""E-mails that go out: decided beside what they tell of, and put together when they are sent.

Nobody is told stale news: a letter about a meeting that has changed since, or a handoff that somebody has
taken, is dropped when its turn comes. So reminders need no cancelling.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from leads.domain.booking import Booking, BookingState
from leads.domain.consent import ConsentState, Medium
from leads.domain.delivery import MAX_ATTEMPTS, wait
from leads.domain.facts import Facts
from leads.domain.handoff import Handoff, HandoffReason, HandoffState
from leads.domain.lead import Lead
from leads.domain.rep import Rep
from leads.services.core import Core
from leads.services.links import card_link, manage_link
from leads.services.mail import About, Letter, NotMailed, Occasion, Side
from leads.services.ports import OutboxItem, Work

__all__ = ["LEASE", "REMINDERS", "Claimed", "claim", "settle", "tell_of_handoff", "tell_of_meeting"]

KIND = "email"
LEASE = timedelta(seconds=60)  # longer than a mail server may take
REMINDERS = (timedelta(days=1), timedelta(hours=1))  # before the meeting
OPTED_OUT, STALE = "opted_out", "stale"


@dataclass(frozen=True, slots=True)
class Claimed:
    """A letter that is ours to send now."""

    item: OutboxItem
    letter: Letter


def tell_of_meeting(core: Core, work: Work, lead: Lead, booking: Booking, occasion: Occasion) -> None:
    """Mail both sides what happened to their meeting, and remind the prospect of it. Nobody is told twice."""
    rep = work.reps.get(booking.rep_id)
    notes = [*_to_prospect(core, lead, booking, occasion)] if lead.email else []
    if rep is not None:
        notes.append(_Note(occasion, Side.REP, rep.email, _name(occasion, booking), _meeting_read(booking)))
    for note in notes:
        _put(core, work, lead, note)


def tell_of_handoff(core: Core, work: Work, lead: Lead, handoff: Handoff) -> None:
    """Mail the owner, or everybody who could take it, that a lead waits. Whoever steps in knows."""
    if handoff.reason is HandoffReason.STEPPED_IN:
        return
    for rep in _whoever_may_take(work.reps.all(), lead):
        name = f"{Occasion.HANDOFF}:{handoff.id}:{handoff.updated_at.isoformat()}:{rep.id}"
        _put(core, work, lead, _Note(Occasion.HANDOFF, Side.REP, rep.email, name, {"handoff": handoff.id}))


def claim(core: Core, *, limit: int = 5) -> list[Claimed]:
    """Letters that are due, ours until LEASE ends.

    This is the last gate: a prospect who opted out of e-mail gets none.
    """
    with core.store.reading() as work:
        if not work.outbox.is_due(KIND, now=core.clock()):
            return []
    with core.store.writing() as work:
        now = core.clock()
        due = work.outbox.claim(KIND, now=now, until=now + LEASE, limit=limit)
        return [claimed for item in due if (claimed := _claimed(core, work, item))]


def settle(core: Core, claimed: Claimed, failure: NotMailed | None, *, jitter: float) -> None:
    """Keep what became of it. What may pass later waits longer each time, spread by `jitter` (0 to 1)."""
    tried = replace(claimed.item, attempts=claimed.item.attempts + 1)
    if failure is None:
        kept = replace(tried, state="sent", error=None)
    elif failure.may_pass and tried.attempts < MAX_ATTEMPTS:
        due_at = core.clock() + wait(tried.attempts, jitter)
        kept = replace(tried, state="pending", due_at=due_at, error=failure.why)
    else:
        kept = replace(tried, state="failed", error=failure.why)
    with core.store.writing() as work:
        work.outbox.mark(kept)


@dataclass(frozen=True, slots=True)
class _Note:
    """Something to be mailed, once by this name; `read` says what it is read from when its time comes."""

    occasion: Occasion
    side: Side
    address: str
    name: str
    read: Mapping[str, Any]
    due_at: datetime | None = None


def _put(core: Core, work: Work, lead: Lead, note: _Note) -> None:
    now = core.clock()
    work.outbox.add(
        OutboxItem(
            id=core.new_id(),
            kind=KIND,
            key=f"{note.name}:{note.side}",
            recipient=note.address,
            body={"event": note.occasion, "side": note.side, **note.read},
            due_at=note.due_at or now,
            created_at=now,
            lead_id=lead.id,
        )
    )


def _to_prospect(core: Core, lead: Lead, booking: Booking, occasion: Occasion) -> Iterator[_Note]:
    address, read = lead.email or "", _meeting_read(booking)
    yield _Note(occasion, Side.PROSPECT, address, _name(occasion, booking), read)
    if booking.state is BookingState.CANCELLED:
        return
    for before in REMINDERS:
        due_at = booking.start - before
        if due_at > core.clock():
            name = f"{_name(Occasion.MEETING_REMINDER, booking)}:{before.total_seconds():.0f}"
            yield _Note(Occasion.MEETING_REMINDER, Side.PROSPECT, address, name, read, due_at)


def _name(occasion: Occasion, booking: Booking) -> str:
    return f"{occasion}:{booking.id}:{booking.sequence}"


def _meeting_read(booking: Booking) -> Mapping[str, Any]:
    return {"booking": booking.id, "sequence": booking.sequence}


def _whoever_may_take(reps: Iterable[Rep], lead: Lead) -> list[Rep]:
    active = [rep for rep in reps if rep.active]
    owner = [rep for rep in active if rep.id == lead.owner_id]
    return owner or active


def _claimed(core: Core, work: Work, item: OutboxItem) -> Claimed | None:
    if _is_blocked(work, item):
        work.outbox.mark(replace(item, state="blocked", error=OPTED_OUT))
        return None
    about = _about(core, work, item)
    if about is None:
        work.outbox.mark(replace(item, state="blocked", error=STALE))
        return None
    occasion, side = Occasion(item.body["event"]), Side(item.body["side"])
    return Claimed(item, Letter(item.id, occasion, side, item.recipient, about, core.clock()))


def _is_blocked(work: Work, item: OutboxItem) -> bool:
    is_ours = item.body["side"] == Side.REP
    return not is_ours and work.consents.in_force(Medium.EMAIL, item.recipient) is ConsentState.OPTED_OUT


def _about(core: Core, work: Work, item: OutboxItem) -> About | None:
    """What the letter tells of, as it stands now; None when that is not news any more."""
    lead = work.leads.get(item.lead_id or "")
    if lead is None:
        return None
    facts = Facts.of(work.facts.answers(lead.id), signals=work.facts.signals(lead.id))
    is_meeting = "booking" in item.body
    return _meeting(core, work, item, lead, facts) if is_meeting else _handoff(core, work, item, lead, facts)


def _meeting(core: Core, work: Work, item: OutboxItem, lead: Lead, facts: Facts) -> About | None:
    booking = work.bookings.get(item.body["booking"])
    if booking is None or booking.sequence != item.body["sequence"] or booking.start <= core.clock():
        return None
    to_prospect = item.body["side"] == Side.PROSPECT
    link = manage_link(core, booking) if to_prospect else card_link(core, lead)
    return About(lead, facts, link, booking=booking, rep=work.reps.get(booking.rep_id))


def _handoff(core: Core, work: Work, item: OutboxItem, lead: Lead, facts: Facts) -> About | None:
    handoff = work.handoffs.get(item.body["handoff"])
    if handoff is None or handoff.state is not HandoffState.OPEN:
        return None
    return About(lead, facts, card_link(core, lead), handoff=handoff)


def _card(core: Core, lead: Lead) -> str:
    return f"{core.public_url}/console/leads/{lead.id}"
