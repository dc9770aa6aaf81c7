"""What alarms are made of: when leads reached a line, and their visits around the first contact with them."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from leads.domain.alarms import Contact, Reached, Way
from leads.domain.behaviour import SEEN
from leads.domain.conversation import Author
from leads.domain.facts import SignalKind
from leads.domain.matrix import Axis
from leads.domain.outcomes import Result
from leads.store import schema

__all__ = ["AlarmRows"]

MOST_CONTACTS = 50_000  # the newest ones; more would say nothing new


class AlarmRows:
    """Counts over the ledger, signals, messages, meetings and the outbox."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def reached(self, line: int, *, since: datetime) -> list[Reached]:
        """Leads whose interest first reached this line since then."""
        first = _first_reached(line).subquery()
        outcomes, signals = schema.outcomes.c, schema.signals.c
        won = sa.exists().where(
            outcomes.lead_id == first.c.lead_id, outcomes.result == Result.WON, outcomes.at >= first.c.at
        )
        bought = sa.exists().where(
            signals.lead_id == first.c.lead_id,
            signals.kind == SignalKind.PURCHASE,
            signals.at >= first.c.at,
        )
        query = sa.select(first, sa.or_(won, bought).label("bought")).where(first.c.at >= since)
        rows = self._connection.execute(query)
        return [Reached(row.lead_id, row.at, row.peak, bool(row.bought)) for row in rows]

    def contacts(self, *, since: datetime, until: datetime, window: timedelta) -> list[Contact]:
        """The first contact with each lead in this span, with the page views so long before and after it."""
        contacts = _contacts().subquery()
        place = sa.func.row_number().over(
            partition_by=contacts.c.lead_id, order_by=(contacts.c.at, contacts.c.way)
        )
        ranked = sa.select(contacts, place.label("place")).subquery()
        query = (
            sa.select(ranked)
            .where(ranked.c.place == 1, ranked.c.at >= since, ranked.c.at <= until)
            .order_by(ranked.c.at.desc())
            .limit(MOST_CONTACTS)
        )
        rows = self._connection.execute(query).all()
        return self._with_visits(rows, window)

    def _with_visits(self, rows: Sequence[Any], window: timedelta) -> list[Contact]:
        if not rows:
            return []
        signals, at = schema.signals.c, {row.lead_id: row.at for row in rows}
        span = (signals.at >= min(at.values()) - window, signals.at <= max(at.values()) + window)
        query = sa.select(signals.lead_id, signals.at).where(signals.kind.in_(SEEN), *span)
        before, after = Counter[str](), Counter[str]()
        for lead_id, seen in self._connection.execute(query):
            contact = at.get(lead_id)
            if contact is not None and abs(seen - contact) <= window:
                (before if seen < contact else after)[lead_id] += 1
        return [
            Contact(Way(row.way), row.template, row.who, before[row.lead_id], after[row.lead_id])
            for row in rows
        ]


def _first_reached(line: int) -> sa.Select[Any]:
    """When each lead's interest first reached a line, and how high it ever rose."""
    ledger = schema.ledger.c
    moments = (
        sa.select(ledger.lead_id, ledger.at, sa.func.sum(ledger.points).label("points"))
        .where(ledger.axis == Axis.INTEREST)
        .group_by(ledger.lead_id, ledger.at)
        .subquery()
    )
    total = sa.func.sum(moments.c.points).over(partition_by=moments.c.lead_id, order_by=moments.c.at)
    running = sa.select(moments.c.lead_id, moments.c.at, total.label("total")).subquery()
    return (
        sa.select(
            running.c.lead_id,
            sa.func.min(running.c.at).label("at"),
            sa.func.max(running.c.total).label("peak"),
        )
        .where(running.c.total >= line)
        .group_by(running.c.lead_id)
    )


def _contacts() -> sa.CompoundSelect[Any]:
    """Every contact that a person or a template of ours had with a lead: lead, when, how, template, who."""
    talks, messages, audit = schema.conversations.c, schema.messages.c, schema.audit.c
    bookings, outbox, leads, reps = schema.bookings.c, schema.outbox.c, schema.leads.c, schema.reps.c
    nothing = sa.null().cast(sa.Text)
    colleague, meeting, letter = (sa.literal(str(way)) for way in (Way.COLLEAGUE, Way.MEETING, Way.LETTER))
    wrote = (
        sa.select(talks.lead_id, messages.at, colleague.label("way"), nothing.label("template"))
        .add_columns(messages.name.label("who"))
        .join_from(schema.conversations, schema.messages, messages.conversation_id == talks.id)
        .where(messages.author == Author.REP)
    )
    took = (
        sa.select(audit.lead_id, audit.at, colleague, nothing, reps.name)
        .join_from(schema.audit, schema.reps, reps.id == audit.actor)
        .where(audit.action == "handoff.claim")
    )
    booked = sa.select(bookings.lead_id, bookings.created_at, meeting, nothing, reps.name).join_from(
        schema.bookings, schema.reps, reps.id == bookings.rep_id
    )
    template = sa.func.coalesce(outbox.body["event"].as_string(), outbox.kind)
    sent = (
        sa.select(outbox.lead_id, outbox.created_at, letter, template, nothing)
        .join_from(schema.outbox, schema.leads, leads.id == outbox.lead_id)
        .where(
            outbox.state == "sent",
            outbox.recipient.in_((leads.email, leads.phone)),
            outbox.body["reply"].as_boolean().isnot(True),  # an answer in a talk is no contact of ours
        )
    )
    return sa.union_all(wrote, took, booked, sent)
