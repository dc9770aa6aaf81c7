"""Which leads have ended, and when people first had to do with them."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from leads.domain.booking import Booking, BookingState
from leads.domain.calibration import Calibration, Shortfall, Tally
from leads.domain.conversation import Author, Conversation, Message
from leads.domain.facts import Signal, SignalKind
from leads.domain.lead import Channel, Lead
from leads.domain.outcomes import Outcome, Result
from leads.domain.rep import Rep, Role
from leads.services.core import Core
from leads.services.ports import Work
from leads.store import schema

HOUR = timedelta(hours=1)
LEADS = ("ana", "ben", "cem", "dov")


def test_ended_leads_are_found_in_pages(core: Core) -> None:
    add_leads(core)
    with core.store.writing() as work:
        for number in range(2):
            work.outcomes.add(Outcome(f"o{number}", "dov", Result.LOST, by="rep", at=core.clock()))
        work.facts.add_signal("ben", Signal("s1", SignalKind.PURCHASE, at=core.clock()))
        work.facts.add_signal("ben", Signal("s2", SignalKind.PURCHASE, at=core.clock()))
        work.facts.add_signal("cem", Signal("s3", SignalKind.PAGE_VIEW, at=core.clock()))
        assert [lead.id for lead in work.outcomes.ended(after=None, limit=9)] == ["ben", "dov"]
        assert [lead.id for lead in work.outcomes.ended(after=None, limit=1)] == ["ben"]
        assert [lead.id for lead in work.outcomes.ended(after="ben", limit=9)] == ["dov"]


def test_the_first_contact_is_a_reps_message_or_a_meeting_that_stood(core: Core) -> None:
    add_leads(core)
    now = core.clock()
    with core.store.writing() as work:
        talk(work, "ana", now, Author.BOT, Author.VISITOR, Author.REP, Author.REP)
        talk(work, "ben", now, Author.BOT, Author.VISITOR, Author.REP)
        meet(work, "ben", now + HOUR)
        talk(work, "cem", now, Author.BOT, Author.VISITOR)
        meet(work, "cem", now + 3 * HOUR, state=BookingState.CANCELLED)
        meet(work, "dov", now + 5 * HOUR)
        found = work.outcomes.first_contacts(LEADS)
    assert found == {"ana": now + 2 * HOUR, "ben": now + HOUR, "dov": now + 5 * HOUR}


def test_a_calibration_of_another_release_is_none(core: Core) -> None:
    missing = Calibration("c1", core.clock(), "robin", "v1", Tally(1, 2, 3), Shortfall(19, 18), None)
    with core.store.writing() as work:
        assert work.calibrations.latest() is None
        work.calibrations.add(missing)
        assert work.calibrations.latest() == missing
    with core.store.database.writing() as connection:  # type: ignore[attr-defined]
        connection.execute(sa.update(schema.calibrations).values(content={"id": "c1", "shape": "another"}))
    with core.store.reading() as work:
        assert work.calibrations.latest() is None


def add_leads(core: Core) -> None:
    now = core.clock()
    with core.store.writing() as work:
        work.reps.add(Rep("rep-1", "Rep", "rep@example.com", Role.REP, "", "UTC", {}, created_at=now))
        for name in LEADS:
            work.leads.add(Lead(name, created_at=now, updated_at=now, channel=Channel.API))


def talk(work: Work, lead_id: str, start: datetime, *authors: Author) -> None:
    """Messages by these, one an hour."""
    work.conversations.add(
        Conversation(lead_id, lead_id, Channel.REST, lead_id, created_at=start, updated_at=start)
    )
    work.conversations.add_messages(
        Message(conversation_id=lead_id, seq=number + 1, author=author, text="…", at=start + number * HOUR)
        for number, author in enumerate(authors)
    )


def meet(work: Work, lead_id: str, start: datetime, *, state: BookingState = BookingState.BOOKED) -> None:
    work.bookings.add(
        Booking(lead_id, lead_id, "rep-1", start, start + HOUR / 2, "UTC", created_at=start, state=state)
    )
