"""Filling a store with very many leads: some are scored as any lead, the others are copies of these."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from random import Random
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.bench.store.people import REPS, Person, invent, rep_id
from leads.domain.booking import BookingState
from leads.domain.conversation import Author, Conversation, Message
from leads.domain.facts import Facts
from leads.domain.handoff import Handoff, HandoffReason, HandoffState
from leads.domain.rep import Rep, Role
from leads.services.assess import rescore
from leads.services.core import Core
from leads.services.ports import Work
from leads.store import schema
from leads.store.database import Database

__all__ = ["BLOCK", "found", "lead_id"]

#: Leads that are scored, and then copied as often as needed.
BLOCK = 1_000
OPEN, CLAIMED = 300, 100
MEETINGS = 1_500
PAUSE, LENGTH = timedelta(hours=4), timedelta(minutes=30)
COPIED = (
    schema.leads,
    schema.answers,
    schema.signals,
    schema.ledger,
    schema.identities,
    schema.conversations,
    schema.messages,
    schema.handoffs,
)


def lead_id(number: int) -> str:
    """The id of a lead, by its number from 0."""
    return f"{number // BLOCK:08}-{number % BLOCK:04}"


def found(
    core: Core, database: Database, leads: int, *, seed: int, on_progress: Callable[[int], None]
) -> None:
    """Fill an empty store. Leads are made in blocks; `on_progress` hears how many there are."""
    with core.store.writing() as work:
        for number in range(REPS):
            work.reps.add(_rep(number, core.clock()))
    random = Random(seed)
    people = [invent(lead_id(number), random, core.clock()) for number in range(BLOCK)]
    numbers = count()
    numbered = replace(core, new_id=lambda: f"{lead_id(0)[:8]}-l{next(numbers)}")
    with core.store.writing() as work:
        for person in people:
            _keep(numbered, work, person, random)
    for block in range(1, leads // BLOCK):
        with database.writing() as connection:
            _copy(connection, f"{block:08}")
        on_progress((block + 1) * BLOCK)
    with core.store.writing() as work:
        _keep_busy(core, work, random, leads)
    with database.writing() as connection:
        connection.execute(sa.insert(schema.bookings), _meetings(random, core.clock(), leads))
    _settle(database)


def _rep(number: int, now: datetime) -> Rep:
    hours = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), ("09:00-17:00",))
    name = f"Rep {number}"
    email = f"rep-{number}@example.com"
    return Rep(rep_id(number), name, email, Role.REP, "", "Europe/Berlin", hours, created_at=now)


def _keep(core: Core, work: Work, person: Person, random: Random) -> None:
    lead = person.lead
    work.leads.add(lead)
    work.facts.add_answers(lead.id, person.answers)
    for signal in person.signals:
        work.facts.add_signal(lead.id, signal)
    scored, _ = rescore(core, work, lead, Facts.of(person.answers, signals=person.signals))
    for kind, value in (("email", scored.email), ("phone", scored.phone)):
        if value:
            work.leads.identify(lead.id, kind, value, verified=False, at=lead.created_at)
    if random.random() < 0.3:
        _talk(work, person)
    if random.random() < 0.05:
        work.handoffs.add(_handoff(person.lead.id, HandoffState.DONE, lead.created_at))


def _talk(work: Work, person: Person) -> None:
    lead, key = person.lead, f"{person.lead.id}-c"
    at = lead.created_at
    work.conversations.add(Conversation(key, lead.id, lead.channel, key, created_at=at, updated_at=at))
    authors = (Author.BOT, Author.VISITOR)
    lines = [Message(key, seq + 1, authors[seq % 2], f"line {seq}", at) for seq in range(6)]
    work.conversations.add_messages(lines)


def _handoff(of: str, state: HandoffState, at: datetime) -> Handoff:
    holder = None if state is HandoffState.OPEN else rep_id(0)
    return Handoff(f"{of}-h", of, None, HandoffReason.HOT, state, holder, at, at)


def _copy(connection: Connection, block: str) -> None:
    """The first block once more: every text with its number in it, under another number."""
    first, is_sqlite = "0" * len(block), connection.dialect.name == "sqlite"
    for table in COPIED:
        columns = [_renumbered(column, first, block, is_sqlite=is_sqlite) for column in table.columns]
        rows = sa.select(*columns).where(_lead_of(table).between(f"{first}-", f"{first}."))
        connection.execute(sa.insert(table).from_select([column.name for column in table.columns], rows))


def _lead_of(table: sa.Table) -> sa.ColumnElement[str]:
    if table is schema.leads:
        return table.c.id
    return table.c.conversation_id if table is schema.messages else table.c.lead_id


def _renumbered(column: sa.Column[Any], first: str, block: str, *, is_sqlite: bool) -> sa.ColumnElement[Any]:
    if isinstance(column.type, sa.String):
        return sa.func.replace(column, first, block).label(column.name)
    if column is schema.answers.c.value:
        renumbered = sa.func.replace(sa.cast(column, sa.Text), first, block)
        return (sa.func.json(renumbered) if is_sqlite else sa.cast(renumbered, sa.JSON)).label(column.name)
    return column


def _keep_busy(core: Core, work: Work, random: Random, leads: int) -> None:
    """Who waits for a person: as many, however many leads there are."""
    now = core.clock()
    waiting: Sequence[int] = random.sample(range(leads), OPEN + CLAIMED)
    for place, number in enumerate(waiting):
        state = HandoffState.OPEN if place < OPEN else HandoffState.CLAIMED
        work.handoffs.add(_handoff(lead_id(number), state, now - timedelta(minutes=place)))


def _meetings(random: Random, now: datetime, leads: int) -> list[dict[str, Any]]:
    """Rows of every rep's calendar: most of it past, the rest in the weeks to come."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    starts = [hour + PAUSE * (place - MEETINGS + 50) for place in range(MEETINGS)]
    return [
        {
            "id": f"meeting-{number}-{place}",
            "lead_id": lead_id(random.randrange(leads)),
            "rep_id": rep_id(number),
            "starts_at": start,
            "ends_at": start + LENGTH,
            "timezone": "UTC",
            "state": BookingState.BOOKED,
            "sequence": 0,
            "created_at": start,
        }
        for number in range(REPS)
        for place, start in enumerate(starts)
    ]


def _settle(database: Database) -> None:
    """Let the store learn how its tables look now, as it does by itself in time."""
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE" if database.is_sqlite else "VACUUM ANALYZE")
