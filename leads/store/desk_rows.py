"""Reps and their day: bookings, handoffs and console sessions, as rows."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row, RowMapping
from sqlalchemy.exc import IntegrityError

from leads.domain.booking import Booking, BookingState, SlotTaken
from leads.domain.handoff import Handoff, HandoffReason, HandoffState
from leads.domain.lead import Lead
from leads.domain.rep import Rep, Role
from leads.services.ports import Session
from leads.store import schema
from leads.store.lead_rows import lead_of_row
from leads.store.rows import insert, insert_if_new, of_leads, select_by, update

__all__ = ["BookingRows", "HandoffRows", "RepRows", "SessionRows"]

NO_OVERLAP = "no_double_booking"  # the name of the constraint, and what the SQLite triggers say


class BookingRows:
    """The `bookings` table. The database refuses overlaps; here that becomes SlotTaken."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, booking: Booking) -> None:
        """Insert a booking, or raise SlotTaken."""
        with self._refusing():
            insert(self._connection, schema.bookings, _booking_row(booking))

    def save(self, booking: Booking) -> None:
        """Write back a booking, or raise SlotTaken when its new time is not free."""
        with self._refusing():
            update(self._connection, schema.bookings, _booking_row(booking))

    def get(self, booking_id: str, *, lock: bool = False) -> Booking | None:
        """The booking of this id."""
        row = self._connection.execute(
            select_by(schema.bookings, "id", lock=lock), {"id": booking_id}
        ).first()
        return _booking(row) if row else None

    def of_lead(self, lead_id: str) -> list[Booking]:
        """A lead's bookings, oldest first."""
        return self.of_leads([lead_id])[lead_id]

    def of_leads(self, lead_ids: Collection[str]) -> Mapping[str, list[Booking]]:
        """`of_lead` of many leads."""
        return of_leads(self._connection, schema.bookings, lead_ids, _booking, "created_at", "id")

    def between(self, start: datetime, end: datetime) -> list[Booking]:
        """Booked meetings that touch [start, end)."""
        table = schema.bookings
        query = sa.select(table).where(
            table.c.state == BookingState.BOOKED, table.c.starts_at < end, table.c.ends_at > start
        )
        return [_booking(row) for row in self._connection.execute(query)]

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        try:
            # The savepoint lets the transaction go on after a refusal, to look for fresh slots.
            with self._connection.begin_nested():
                yield
        except IntegrityError as error:
            if NO_OVERLAP in str(error.orig):
                raise SlotTaken from error
            raise


class HandoffRows:
    """The `handoffs` table."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, handoff: Handoff) -> bool:
        """Insert unless the lead has one for this reason."""
        return insert_if_new(self._connection, schema.handoffs, _handoff_row(handoff))

    def get(self, handoff_id: str, *, lock: bool = False) -> Handoff | None:
        """The handoff of this id."""
        row = self._connection.execute(
            select_by(schema.handoffs, "id", lock=lock), {"id": handoff_id}
        ).first()
        return _handoff(row) if row else None

    def find(self, lead_id: str, reason: HandoffReason) -> Handoff | None:
        """A lead's handoff for this reason."""
        query = select_by(schema.handoffs, "lead_id", "reason")
        row = self._connection.execute(query, {"lead_id": lead_id, "reason": reason}).first()
        return _handoff(row) if row else None

    def save(self, handoff: Handoff) -> None:
        """Write back a handoff that exists."""
        update(self._connection, schema.handoffs, _handoff_row(handoff))

    def of_lead(self, lead_id: str) -> list[Handoff]:
        """A lead's handoffs, oldest first."""
        return self.of_leads([lead_id])[lead_id]

    def of_leads(self, lead_ids: Collection[str]) -> Mapping[str, list[Handoff]]:
        """`of_lead` of many leads."""
        return of_leads(self._connection, schema.handoffs, lead_ids, _handoff, "created_at")

    def readiest(self, state: HandoffState, *, limit: int) -> list[tuple[Handoff, Lead]]:
        """Handoffs in this state with their leads, by readiness and then by age."""
        handoffs, leads = schema.handoffs, schema.leads
        query = (
            sa.select(leads, *(column.label(f"handoff_{column.name}") for column in handoffs.c))
            .join(handoffs, handoffs.c.lead_id == leads.c.id)
            .where(handoffs.c.state == state)
            .order_by((leads.c.fit + leads.c.interest).desc(), handoffs.c.updated_at, handoffs.c.id)
            .limit(limit)
        )
        rows = self._connection.execute(query).mappings()
        return [(_handoff_beside(row), lead_of_row(row)) for row in rows]

    def cases(self, state: HandoffState, *, limit: int) -> int:
        """How many conversations, or leads without one, have one of the `limit` oldest in this state."""
        table = schema.handoffs.c
        oldest = sa.select(table.lead_id, table.conversation_id).where(table.state == state)
        rows = self._connection.execute(oldest.order_by(table.created_at).limit(limit))
        return len({(row.lead_id, row.conversation_id) for row in rows})


class RepRows:
    """The `reps` table."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, rep: Rep) -> None:
        """Insert a new rep."""
        insert(self._connection, schema.reps, _rep_row(rep))

    def save(self, rep: Rep) -> None:
        """Write back a rep that exists."""
        update(self._connection, schema.reps, _rep_row(rep))

    def get(self, rep_id: str) -> Rep | None:
        """The rep of this id."""
        row = self._connection.execute(select_by(schema.reps, "id"), {"id": rep_id}).first()
        return _rep(row) if row else None

    def by_email(self, email: str) -> Rep | None:
        """The rep who logs in with this address."""
        row = self._connection.execute(select_by(schema.reps, "email"), {"email": email}).first()
        return _rep(row) if row else None

    def all(self) -> list[Rep]:
        """Everybody, in the order they joined."""
        query = sa.select(schema.reps).order_by(schema.reps.c.created_at, schema.reps.c.id)
        return [_rep(row) for row in self._connection.execute(query)]


class SessionRows:
    """The `sessions` table."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, session: Session) -> None:
        """Insert a new session."""
        row = {
            "id_hash": session.id_hash,
            "rep_id": session.rep_id,
            "csrf": session.csrf,
            "created_at": session.created_at,
            "seen_at": session.seen_at,
        }
        insert(self._connection, schema.sessions, row)

    def get(self, id_hash: str) -> Session | None:
        """The session whose id has this hash."""
        row = self._connection.execute(select_by(schema.sessions, "id_hash"), {"id_hash": id_hash}).first()
        return Session(row.id_hash, row.rep_id, row.csrf, row.created_at, row.seen_at) if row else None

    def touch(self, id_hash: str, *, at: datetime) -> None:
        """Note that it was used."""
        table = schema.sessions
        self._connection.execute(sa.update(table).where(table.c.id_hash == id_hash).values(seen_at=at))

    def delete(self, id_hash: str) -> None:
        """End one session."""
        self._connection.execute(sa.delete(schema.sessions).where(schema.sessions.c.id_hash == id_hash))

    def delete_of_rep(self, rep_id: str) -> None:
        """End every session of a rep."""
        self._connection.execute(sa.delete(schema.sessions).where(schema.sessions.c.rep_id == rep_id))

    def delete_begun_before(self, at: datetime) -> int:
        """Delete the sessions that began before then; how many."""
        old = sa.delete(schema.sessions).where(schema.sessions.c.created_at < at)
        return self._connection.execute(old).rowcount


def _booking_row(booking: Booking) -> dict[str, Any]:
    return {
        "id": booking.id,
        "lead_id": booking.lead_id,
        "rep_id": booking.rep_id,
        "starts_at": booking.start,
        "ends_at": booking.end,
        "timezone": booking.timezone,
        "state": booking.state,
        "sequence": booking.sequence,
        "created_at": booking.created_at,
    }


def _booking(row: Row[Any]) -> Booking:
    return Booking(
        id=row.id,
        lead_id=row.lead_id,
        rep_id=row.rep_id,
        start=row.starts_at,
        end=row.ends_at,
        timezone=row.timezone,
        state=BookingState(row.state),
        sequence=row.sequence,
        created_at=row.created_at,
    )


def _handoff_row(handoff: Handoff) -> dict[str, Any]:
    return {
        "id": handoff.id,
        "lead_id": handoff.lead_id,
        "conversation_id": handoff.conversation_id,
        "reason": handoff.reason,
        "state": handoff.state,
        "rep_id": handoff.rep_id,
        "created_at": handoff.created_at,
        "updated_at": handoff.updated_at,
    }


def _handoff(row: Row[Any]) -> Handoff:
    return _handoff_of(row._mapping)


def _handoff_of(row: Mapping[Any, Any]) -> Handoff:
    return Handoff(
        id=row["id"],
        lead_id=row["lead_id"],
        conversation_id=row["conversation_id"],
        reason=HandoffReason(row["reason"]),
        state=HandoffState(row["state"]),
        rep_id=row["rep_id"],
        created_at=row["created_at"],
        updated_at=row["updated_at"],
    )


def _handoff_beside(row: RowMapping) -> Handoff:
    """The handoff in a row that is a lead's."""
    handoff = {column.name: row[f"handoff_{column.name}"] for column in schema.handoffs.c}
    return _handoff_of(handoff)


def _rep_row(rep: Rep) -> dict[str, Any]:
    return {
        "id": rep.id,
        "name": rep.name,
        "email": rep.email,
        "phone": rep.phone,
        "role": rep.role,
        "password_hash": rep.password_hash,
        "timezone": rep.timezone,
        "hours": {day: list(spans) for day, spans in rep.hours.items()},
        "active": rep.active,
        "bookable": rep.bookable,
        "created_at": rep.created_at,
    }


def _rep(row: Row[Any]) -> Rep:
    return Rep(
        id=row.id,
        name=row.name,
        email=row.email,
        phone=row.phone,
        role=Role(row.role),
        password_hash=row.password_hash,
        timezone=row.timezone,
        hours={day: tuple(spans) for day, spans in row.hours.items()},
        active=row.active,
        bookable=row.bookable,
        created_at=row.created_at,
    )
