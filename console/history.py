"""The timeline of a lead as the page shows it: days, and on each what was said and what happened."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from console.card import anchor
from console.wording import when, words
from leads.domain.booking import Booking, BookingState
from leads.domain.conversation import Author, Message
from leads.domain.facts import Signal
from leads.domain.handoff import Handoff
from leads.domain.zones import zone_or_utc
from leads.services.ports import OutboxItem
from leads.services.timeline import Moment, Scored

__all__ = ["Entry", "anchors_of", "days"]

MAILS = {
    "meeting_booked": "Invitation mailed",
    "meeting_moved": "New time mailed",
    "meeting_cancelled": "Cancellation mailed",
    "meeting_reminder": "Reminder mailed",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline: a message with its number and its author, or an event with neither."""

    key: str
    at: datetime
    text: str
    author: Author | None = None
    name: str = ""
    seq: int = 0
    offered: tuple[str, ...] = ()


def anchors_of(moments: Iterable[Moment]) -> dict[str, str]:
    """Where each visitor's message stands in the page, by the id under which it came in."""
    said = (moment.what for moment in moments if isinstance(moment.what, Message))
    return {
        message.inbox_id: anchor(message)
        for message in said
        if message.inbox_id and message.author is Author.VISITOR
    }


def days(moments: Sequence[Moment], *, visitor: str, zone: str) -> list[tuple[date, list[Entry]]]:
    """The timeline by days of `zone`, oldest first; `visitor` is what the lead is called."""
    place = zone_or_utc(zone)
    entries = (_entry(moment, number, visitor, zone) for number, moment in enumerate(moments))
    by_day = groupby(entries, key=lambda entry: entry.at.astimezone(place).date())
    return [(day, list(of_day)) for day, of_day in by_day]


def _entry(moment: Moment, number: int, visitor: str, zone: str) -> Entry:
    match moment.what:
        case Message() as message:
            return _said(message, visitor)
        case Signal() as signal:
            text = _done(signal)
        case Scored() as scored:
            text = _scored(scored)
        case Handoff(reason=reason):
            text = f"Handed to the team: {words(reason, 'reason').lower()}"
        case Booking() as booking:
            text = _booked(booking, zone)
        case OutboxItem() as mail:
            text = f"{MAILS.get(str(mail.body.get('event')), 'Mail')} to {mail.recipient} ({mail.state})"
    return Entry(f"event-{number}", moment.at, text)


def _done(signal: Signal) -> str:
    """For example "Viewed a page: Prices (/pricing)"; what was told is text, whatever it is."""
    named = [str(signal.data[name]) for name in ("form", "title") if signal.data.get(name)]
    path = signal.data.get("path")
    where = f"{named[0]} ({path})" if named and path else named[0] if named else path
    return f"{words(signal.kind, 'signal')}: {where}" if where else words(signal.kind, "signal")


def _said(message: Message, visitor: str) -> Entry:
    names = {Author.VISITOR: visitor, Author.BOT: "Bantam", Author.REP: message.name or "Team"}
    return Entry(
        key=anchor(message),
        at=message.at,
        text=message.text,
        author=message.author,
        name=names[message.author],
        seq=message.seq,
        offered=tuple(button.title for button in message.buttons),
    )


def _scored(scored: Scored) -> str:
    """For example "Fit +30, interest −5"."""
    return ", ".join(f"{axis} {_signed(points)}" for axis, points in scored.points.items()).capitalize()


def _signed(points: int) -> str:
    return f"+{points}" if points > 0 else f"−{-points}"


def _booked(booking: Booking, zone: str) -> str:
    time = when(booking.start, zone, booking.end)
    if booking.state is BookingState.CANCELLED:
        return f"Meeting booked, cancelled since: {time}"
    return f"Meeting booked: {time}"
