"""What became of leads, when people first had to do with them, and what was learnt from it, as rows."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from pydantic import TypeAdapter, ValidationError
from sqlalchemy.engine import Connection, Row

from leads.domain.booking import BookingState
from leads.domain.calibration import Calibration
from leads.domain.conversation import Author
from leads.domain.facts import SignalKind
from leads.domain.lead import DispositionReason, Lead
from leads.domain.outcomes import Outcome, Result
from leads.store import schema
from leads.store.lead_rows import lead_of_row
from leads.store.rows import insert, of_leads

__all__ = ["CalibrationRows", "OutcomeRows"]

_CALIBRATION = TypeAdapter(Calibration)

#: Written out, not bound: only so is the index of purchases used.
_IS_PURCHASE = schema.signals.c.kind == sa.literal_column(f"'{SignalKind.PURCHASE}'")


class OutcomeRows:
    """The `outcomes` table: nothing in it is ever changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, outcome: Outcome) -> None:
        """Append an outcome."""
        row = {
            "id": outcome.id,
            "lead_id": outcome.lead_id,
            "result": outcome.result,
            "actor": outcome.by,
            "at": outcome.at,
            "reason": outcome.reason,
            "note": outcome.note,
        }
        insert(self._connection, schema.outcomes, row)

    def of_leads(self, lead_ids: Collection[str]) -> Mapping[str, list[Outcome]]:
        """The outcomes of many leads, each oldest first."""
        return of_leads(self._connection, schema.outcomes, lead_ids, _outcome, "at", "id")

    def ended(self, *, after: str | None, limit: int) -> list[Lead]:
        """Leads with an outcome or a purchase, in the order of their ids."""
        leads, signals = schema.leads.c, schema.signals.c
        noted = sa.select(schema.outcomes.c.lead_id)
        bought = sa.select(signals.lead_id).where(_IS_PURCHASE)
        query = sa.select(schema.leads).where(leads.id.in_(sa.union(noted, bought))).limit(limit)
        if after is not None:
            query = query.where(leads.id > after)
        return [lead_of_row(row) for row in self._connection.execute(query.order_by(leads.id)).mappings()]

    def first_contacts(self, lead_ids: Collection[str]) -> Mapping[str, datetime]:
        """The first message of a rep or the first meeting that was held, whichever came earlier."""
        talks, messages, bookings = schema.conversations.c, schema.messages.c, schema.bookings.c
        wrote = (
            sa.select(talks.lead_id, messages.at)
            .join_from(schema.conversations, schema.messages, messages.conversation_id == talks.id)
            .where(messages.author == Author.REP, talks.lead_id.in_(lead_ids))
        )
        met = sa.select(bookings.lead_id, bookings.starts_at).where(
            bookings.state == BookingState.BOOKED, bookings.lead_id.in_(lead_ids)
        )
        contacts = sa.union_all(wrote, met).subquery()
        first = sa.select(contacts.c.lead_id, sa.func.min(contacts.c.at).label("at"))
        rows = self._connection.execute(first.group_by(contacts.c.lead_id))
        return {row.lead_id: row.at for row in rows}


class CalibrationRows:
    """The `calibrations` table."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, calibration: Calibration) -> None:
        """Append a calibration."""
        content = _CALIBRATION.dump_python(calibration, mode="json")
        row = {"id": calibration.id, "at": calibration.at, "content": content}
        insert(self._connection, schema.calibrations, row)

    def latest(self) -> Calibration | None:
        """The newest one; None where that was kept by a release that said other things about it."""
        table = schema.calibrations
        newest = sa.select(table.c.content).order_by(table.c.at.desc(), table.c.id.desc()).limit(1)
        content = self._connection.execute(newest).scalar()
        try:
            return None if content is None else _CALIBRATION.validate_python(content)
        except ValidationError:
            return None  # it can be made again at any time


def _outcome(row: Row[Any]) -> Outcome:
    return Outcome(
        id=row.id,
        lead_id=row.lead_id,
        result=Result(row.result),
        by=row.actor,
        at=row.at,
        reason=DispositionReason(row.reason) if row.reason else None,
        note=row.note,
    )
