"""The port for e-mail: what is to be told to whom, and who writes and sends it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from leads.domain.booking import Booking
from leads.domain.facts import Facts
from leads.domain.handoff import Handoff
from leads.domain.lead import Lead
from leads.domain.rep import Rep

__all__ = ["About", "Letter", "LetterWriter", "Mail", "MailSender", "NotMailed", "Occasion", "Side"]


class Occasion(StrEnum):
    """What a letter is written for."""

    MEETING_BOOKED = "meeting_booked"
    MEETING_MOVED = "meeting_moved"
    MEETING_CANCELLED = "meeting_cancelled"
    MEETING_REMINDER = "meeting_reminder"
    HANDOFF = "handoff"


class Side(StrEnum):
    """Who reads it."""

    PROSPECT = "prospect"
    REP = "rep"


@dataclass(frozen=True, slots=True)
class About:
    """What a letter can tell of: a meeting and whom it is with, or a handoff. `facts` are the lead's."""

    lead: Lead
    facts: Facts
    link: str  # where the reader can act
    booking: Booking | None = None
    rep: Rep | None = None
    handoff: Handoff | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """Something to be told to somebody, read from the store just before it is sent."""

    id: str
    occasion: Occasion
    side: Side
    recipient: str
    about: About
    at: datetime


@dataclass(frozen=True, slots=True)
class Mail:
    """A letter in words. Mails of the same `id` are the same mail, however often they arrive."""

    id: str
    recipient: str
    subject: str
    text: str
    reply_to: str | None = None
    calendar: bytes | None = None  # an iCalendar file
    calendar_method: str = "REQUEST"


@dataclass(frozen=True, slots=True)
class NotMailed:
    """It was not taken; `may_pass` when the same mail may go through later."""

    why: str
    may_pass: bool


class LetterWriter(Protocol):
    """Whoever puts letters into words."""

    def write(self, letter: Letter) -> Mail:
        """The letter as it is sent."""
        ...


class MailSender(Protocol):
    """Whoever brings mail to its reader. Blocks for seconds at most, and tells failures by value."""

    def send(self, mail: Mail) -> NotMailed | None:
        """Hand the mail over; None when it was taken."""
        ...
