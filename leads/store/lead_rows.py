"""Leads, identities, answers, signals and the ledger, as rows."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, RowMapping

from leads.domain.answers import Answer, Standing
from leads.domain.facts import Signal, SignalKind
from leads.domain.lead import (
    Channel,
    Disposition,
    DispositionReason,
    Lead,
    Nurture,
    Routing,
    Source,
    Stage,
)
from leads.domain.ledger import Axis, Kind, LedgerEntry
from leads.domain.topics import Topic
from leads.services.ports import LeadFilter
from leads.store import schema, values
from leads.store.lead_search import page_of
from leads.store.rows import insert, insert_if_new, of_leads, select_by, update

__all__ = ["FactRows", "LeadRows", "lead_of_row"]

#: By what stands in a row: to call an enum costs ten times as much, and facts are read by the million.
_TOPICS = {str(topic): topic for topic in Topic}
_STANDINGS = {str(standing): standing for standing in Standing}
_SIGNAL_KINDS = {str(kind): kind for kind in SignalKind}
_AXES = {str(axis): axis for axis in Axis}
_KINDS = {str(kind): kind for kind in Kind}


_IN_HAND = sa.exists().where(
    schema.handoffs.c.lead_id == schema.leads.c.id, schema.handoffs.c.state.in_(("open", "claimed"))
)
_IS_FORGOTTEN = sa.and_(
    sa.text(schema.NOBODYS), schema.leads.c.updated_at < sa.bindparam("silent_since"), ~_IN_HAND
)


class LeadRows:
    """The `leads` and `identities` tables."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, lead: Lead) -> None:
        """Insert a new lead."""
        insert(self._connection, schema.leads, _lead_row(lead))

    def get(self, lead_id: str, *, lock: bool = False) -> Lead | None:
        """The lead of this id; `lock` holds it until the transaction ends."""
        query = select_by(schema.leads, "id", lock=lock)
        row = self._connection.execute(query, {"id": lead_id}).mappings().first()
        return lead_of_row(row) if row else None

    def save(self, lead: Lead) -> None:
        """Write back a lead that exists."""
        update(self._connection, schema.leads, _lead_row(lead))

    def page(self, wanted: LeadFilter, *, after: str | None, limit: int) -> list[Lead]:
        """Newest first, from below `after`."""
        query = page_of(wanted, after=after, dialect=self._connection.dialect.name).limit(limit)
        return [lead_of_row(row) for row in self._connection.execute(query).mappings()]

    def count(self, *, besides: str | None = None) -> int:
        """How many there are, or how many are not scored under that version."""
        query = sa.select(sa.func.count()).select_from(schema.leads)
        if besides is not None:
            query = query.where(schema.leads.c.model.in_(self._models(besides)))
        return self._connection.execute(query).scalar_one()

    def in_order(self, *, after: str | None, limit: int, besides: str | None = None) -> list[Lead]:
        """Oldest first, from above `after`."""
        query = sa.select(schema.leads).order_by(schema.leads.c.id).limit(limit)
        if after is not None:
            query = query.where(schema.leads.c.id > after)
        if besides is not None:
            query = query.where(schema.leads.c.model.in_(self._models(besides)))
        return [lead_of_row(row) for row in self._connection.execute(query).mappings()]

    def _models(self, besides: str) -> list[str]:
        """The versions that leads are scored under, but for that one: a step in the index for each."""
        model, found = schema.leads.c.model, list[str]()
        following = sa.select(sa.func.min(model))
        while (version := self._connection.execute(following).scalar_one()) is not None:
            found.append(version)
            following = sa.select(sa.func.min(model)).where(model > version)
        return [version for version in found if version != besides]

    def held(self, lead_ids: Collection[str]) -> Mapping[str, Lead]:
        """Locked in the order of their ids, so that two who hold many never wait for each other."""
        table = schema.leads
        query = sa.select(table).where(table.c.id.in_(lead_ids)).order_by(table.c.id).with_for_update()
        return {row["id"]: lead_of_row(row) for row in self._connection.execute(query).mappings()}

    def save_all(self, leads: Collection[Lead]) -> None:
        """Write back leads that exist."""
        update(self._connection, schema.leads, *map(_lead_row, leads))

    def forgotten(self, *, silent_since: datetime, limit: int) -> list[str]:
        """Those that have been silent longest first."""
        table = schema.leads.c
        query = sa.select(table.id).where(_IS_FORGOTTEN).order_by(table.updated_at).limit(limit)
        return list(self._connection.execute(query, {"silent_since": silent_since}).scalars())

    def count_forgotten(self, *, silent_since: datetime) -> int:
        """Counted by the index that holds hardly any other leads."""
        query = sa.select(sa.func.count()).select_from(schema.leads).where(_IS_FORGOTTEN)
        return self._connection.execute(query, {"silent_since": silent_since}).scalar_one()

    def identify(self, lead_id: str, kind: str, value: str, *, verified: bool, at: datetime) -> None:
        """Note an identity; the first lead to have it keeps it."""
        row = {"kind": kind, "value": value, "lead_id": lead_id, "verified": verified, "at": at}
        insert_if_new(self._connection, schema.identities, row)

    def by_identity(self, kind: str, value: str) -> Lead | None:
        """The lead this identity belongs to."""
        identities = schema.identities.c
        query = (
            sa.select(schema.leads)
            .join(schema.identities, identities.lead_id == schema.leads.c.id)
            .where(identities.kind == kind, identities.value == value)
        )
        row = self._connection.execute(query).mappings().first()
        return lead_of_row(row) if row else None


class FactRows:
    """The `answers`, `signals` and `ledger` tables: nothing in them is ever changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add_answers(self, lead_id: str, answers: Iterable[Answer]) -> None:
        """Append answers."""
        rows = [
            {
                "id": answer.id,
                "lead_id": lead_id,
                "topic": answer.topic,
                "standing": answer.standing,
                "value": values.to_json(answer.value),
                "text": answer.text,
                "message_id": answer.message_id,
                "at": answer.at,
            }
            for answer in answers
        ]
        insert(self._connection, schema.answers, *rows)

    def answers(self, lead_id: str) -> list[Answer]:
        """Every answer, oldest first."""
        return self.answers_of([lead_id])[lead_id]

    def answers_of(self, lead_ids: Collection[str]) -> Mapping[str, list[Answer]]:
        """`answers` of many leads."""
        return of_leads(self._connection, schema.answers, lead_ids, _answer, "at", "id")

    def add_signal(self, lead_id: str, signal: Signal) -> bool:
        """Append a signal unless its id is known."""
        row = {
            "id": signal.id,
            "lead_id": lead_id,
            "kind": signal.kind,
            "data": dict(signal.data),
            "at": signal.at,
            "received_at": signal.known_at,
        }
        return insert_if_new(self._connection, schema.signals, row)

    def signals(self, lead_id: str) -> list[Signal]:
        """Every signal, oldest first."""
        return self.signals_of([lead_id])[lead_id]

    def signals_of(self, lead_ids: Collection[str]) -> Mapping[str, list[Signal]]:
        """`signals` of many leads."""
        return of_leads(self._connection, schema.signals, lead_ids, _signal, "at", "id")

    def add_ledger(self, lead_id: str, entries: Iterable[LedgerEntry]) -> None:
        """Append ledger lines."""
        self.add_ledgers({lead_id: entries})

    def add_ledgers(self, entries: Mapping[str, Iterable[LedgerEntry]]) -> None:
        """Append ledger lines of many leads."""
        rows = [_entry_row(lead_id, entry) for lead_id, lines in entries.items() for entry in lines]
        insert(self._connection, schema.ledger, *rows)

    def ledger(self, lead_id: str) -> list[LedgerEntry]:
        """Every ledger line, in the order written."""
        return self.ledgers_of([lead_id])[lead_id]

    def ledgers_of(self, lead_ids: Collection[str]) -> Mapping[str, list[LedgerEntry]]:
        """`ledger` of many leads."""
        return of_leads(self._connection, schema.ledger, lead_ids, _entry, "id")


def _answer(row: Sequence[Any]) -> Answer:
    answer_id, _, topic, standing, value, text, message_id, at = row
    return Answer(
        id=answer_id,
        topic=_TOPICS[topic],
        standing=_STANDINGS[standing],
        value=values.from_json(value),
        text=text,
        message_id=message_id,
        at=at,
    )


def _signal(row: Sequence[Any]) -> Signal:
    signal_id, _, kind, data, at, received_at = row
    late = received_at if received_at != at else None
    return Signal(id=signal_id, kind=_SIGNAL_KINDS[kind], at=at, data=data, received_at=late)


def _entry(row: Sequence[Any]) -> LedgerEntry:
    entry_id, _, axis, points, reason, kind, source, rule, model, at = row
    return LedgerEntry(
        id=entry_id,
        axis=_AXES[axis],
        points=points,
        reason=reason,
        kind=_KINDS[kind],
        source=source,
        rule=rule,
        model=model,
        at=at,
    )


def _entry_row(lead_id: str, entry: LedgerEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "lead_id": lead_id,
        "axis": entry.axis,
        "points": entry.points,
        "reason": entry.reason,
        "kind": entry.kind,
        "source": entry.source,
        "rule": entry.rule,
        "model": entry.model,
        "at": entry.at,
    }


def _lead_row(lead: Lead) -> dict[str, Any]:
    return {
        "id": lead.id,
        "created_at": lead.created_at,
        "updated_at": lead.updated_at,
        "channel": lead.channel,
        "stage": lead.stage,
        "owner_id": lead.owner_id,
        "timezone": lead.timezone,
        "language": lead.language,
        "fit": lead.fit,
        "interest": lead.interest,
        "quadrant": lead.quadrant,
        "temperature": lead.temperature,
        "model": lead.model,
        "tags": list(lead.tags),
        "source": {
            "kind": lead.source.kind,
            "utm": dict(lead.source.utm),
            "referrer": lead.source.referrer,
        },
        "source_kind": lead.source.kind,
        "routing": {"rule": lead.routing.rule, "why": lead.routing.why},
        "nurture": lead.nurture and _nurture_row(lead.nurture),
        "disposition": lead.disposition and _disposition_row(lead.disposition),
        "name": lead.name,
        "company": lead.company,
        "email": lead.email,
        "phone": lead.phone,
    }


def _nurture_row(nurture: Nurture) -> dict[str, Any]:
    next_touch = nurture.next_touch
    return {
        "path": nurture.path,
        "next_touch": next_touch.isoformat() if next_touch else None,
        "missing": list(nurture.missing),
    }


def _disposition_row(disposition: Disposition) -> dict[str, Any]:
    return {
        "exit": disposition.exit,
        "reason": disposition.reason,
        "note": disposition.note,
        "at": disposition.at.isoformat(),
    }


def lead_of_row(row: RowMapping) -> Lead:
    return Lead(
        id=row["id"],
        created_at=row["created_at"],
        updated_at=row["updated_at"],
        channel=Channel(row["channel"]),
        stage=Stage(row["stage"]),
        owner_id=row["owner_id"],
        timezone=row["timezone"],
        language=row["language"],
        fit=row["fit"],
        interest=row["interest"],
        quadrant=row["quadrant"],
        temperature=row["temperature"],
        model=row["model"],
        tags=tuple(row["tags"]),
        source=Source(**row["source"]),
        routing=Routing(**row["routing"]),
        nurture=_nurture(row["nurture"]) if row["nurture"] else None,
        disposition=_disposition(row["disposition"]) if row["disposition"] else None,
        name=row["name"],
        company=row["company"],
        email=row["email"],
        phone=row["phone"],
    )


def _nurture(data: Mapping[str, Any]) -> Nurture:
    next_touch = data["next_touch"]
    return Nurture(
        path=data["path"],
        next_touch=date.fromisoformat(next_touch) if next_touch else None,
        missing=tuple(data["missing"]),
    )


def _disposition(data: Mapping[str, Any]) -> Disposition:
    return Disposition(
        exit=data["exit"],
        reason=DispositionReason(data["reason"]) if data["reason"] else None,
        note=data["note"],
        at=datetime.fromisoformat(data["at"]),
    )
