"""Taking out what somebody wants gone: one answer, one thing they did, or everything that is theirs.

Every table that names a lead, a conversation or a message is emptied of it, whichever tables there are: a new
one is covered once its columns are called like those of the others.
"""

from collections.abc import Collection, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from leads.domain.consent import WRITING, ConsentState
from leads.domain.topics import CONTACT, Topic
from leads.store import schema
from leads.store.pseudonyms import Pseudonyms
from leads.store.rows import insert

__all__ = ["ErasingRows"]

#: Who did what is kept, without what it was about.
KEPT = frozenset({schema.audit})


class ErasingRows:
    """Deletes from every table; see the module."""

    def __init__(self, connection: Connection, pseudonyms: Pseudonyms) -> None:
        self._connection = connection
        self._pseudonyms = pseudonyms

    def answers(self, lead_id: str, topic: Topic, *, reason: str) -> None:
        """Delete every answer to a topic; ledger lines they brought say `reason` instead of their own."""
        answers, ledger, identities = schema.answers.c, schema.ledger.c, schema.identities.c
        of_topic = (answers.lead_id == lead_id, answers.topic == topic)
        found = self._connection.execute(sa.select(answers.id).where(*of_topic)).scalars().all()
        sources = [f"answer:{answer_id}" for answer_id in found]
        self._run(
            sa.update(schema.ledger)
            .where(ledger.lead_id == lead_id, ledger.source.in_(sources))
            .values(reason=reason)
        )
        self._run(sa.delete(schema.answers).where(*of_topic))
        if topic in CONTACT:
            typed = (identities.kind == topic, identities.verified.is_(False))
            self._run(sa.delete(schema.identities).where(identities.lead_id == lead_id, *typed))

    def signal(self, lead_id: str, signal_id: str) -> bool:
        """Delete one thing a lead did; whether it was there."""
        signals = schema.signals.c
        chosen = sa.delete(schema.signals).where(signals.lead_id == lead_id, signals.id == signal_id)
        return self._connection.execute(chosen.returning(signals.id)).first() is not None

    def visitor(self, sender: str) -> None:
        """Delete what is known of a visitor of the site who has not talked to us."""
        self._run(sa.delete(schema.sightings).where(schema.sightings.c.visitor == sender))
        mine = schema.consents.c.lead_id.is_(None), schema.consents.c.address == sender
        self._run(sa.delete(schema.consents).where(*mine))

    def lead(self, lead_id: str) -> None:
        """Delete a lead and all that is theirs. Where they did not want to hear from us, that stands."""
        addresses = self._addresses(lead_id)
        refusals = self._refusals(lead_id, addresses)
        self._delete_loose(addresses)
        self._delete_call_answers(lead_id)
        talks = self._ids(schema.conversations, lead_id=[lead_id])
        scopes = {
            "lead_id": [lead_id],
            "conversation_id": talks,
            "message_id": self._ids(schema.inbox, conversation_id=talks),
            "provider_id": self._column("provider_id", lead_id),
        }
        for table in reversed(schema.metadata.sorted_tables):
            if table not in KEPT:
                self._delete(table, scopes)
        self._run(sa.delete(schema.leads).where(schema.leads.c.id == lead_id))
        self._run(sa.update(schema.audit).where(schema.audit.c.lead_id == lead_id).values(detail={}))
        insert(self._connection, schema.consents, *refusals)

    def _delete(self, table: sa.Table, scopes: Mapping[str, Collection[str]]) -> None:
        for name, values in scopes.items():
            if name in table.c and values:
                self._run(sa.delete(table).where(table.c[name].in_(values)))

    def _delete_loose(self, addresses: Collection[str]) -> None:
        """What belongs to no lead, but to an address of theirs."""
        consents, outbox = schema.consents.c, schema.outbox.c
        known = [name for address in addresses for name in self._pseudonyms.names(address)]
        is_theirs = consents.lead_id.is_(None), consents.address.in_(known)
        self._run(sa.delete(schema.consents).where(*is_theirs))
        is_to_them = outbox.lead_id.is_(None), outbox.recipient.in_(addresses)
        self._run(sa.delete(schema.outbox).where(*is_to_them))
        self._run(sa.delete(schema.sightings).where(schema.sightings.c.visitor.in_(addresses)))

    def _delete_call_answers(self, lead_id: str) -> None:
        """Answers to API calls that are kept for repetitions tell the lead whole."""
        told = sa.cast(schema.idempotency.c.response, sa.Text).contains(lead_id, autoescape=True)
        self._run(sa.delete(schema.idempotency).where(told))

    def _addresses(self, lead_id: str) -> list[str]:
        """Everything they are known by: addresses that they told, and senders."""
        leads, identities, talks = schema.leads.c, schema.identities.c, schema.conversations.c
        queries = (
            sa.select(leads.email).where(leads.id == lead_id),
            sa.select(leads.phone).where(leads.id == lead_id),
            sa.select(identities.value).where(identities.lead_id == lead_id),
            sa.select(talks.sender).where(talks.lead_id == lead_id),
        )
        return [value for query in queries for value in self._connection.execute(query).scalars() if value]

    def _refusals(self, lead_id: str, addresses: Collection[str]) -> list[dict[str, Any]]:
        """Each refusal of theirs that is in force, with a pseudonym for the address and without the words.

        What somebody else told us about the same address stays as it is.
        """
        consents = schema.consents.c
        named = {name: address for address in addresses for name in self._pseudonyms.names(address)}
        query = (
            sa.select(schema.consents)
            .where(consents.medium.in_(WRITING), consents.address.in_(named))
            .order_by(consents.at, consents.id)
        )
        rows = self._connection.execute(query).mappings()
        newest = {(row["medium"], named[row["address"]]): dict(row) for row in rows}
        return [
            row | {"address": self._pseudonyms.of(address), "lead_id": None, "wording": ""}
            for (_, address), row in newest.items()
            if row["state"] == ConsentState.OPTED_OUT and row["lead_id"] in (None, lead_id)
        ]

    def _ids(self, table: sa.Table, **scope: Collection[str]) -> list[str]:
        ((name, values),) = scope.items()
        return list(
            self._connection.execute(sa.select(table.c.id).where(table.c[name].in_(values))).scalars()
        )

    def _column(self, name: str, lead_id: str) -> list[str]:
        column = schema.outbox.c[name]
        query = sa.select(column).where(schema.outbox.c.lead_id == lead_id, column.is_not(None))
        return list(self._connection.execute(query).scalars())

    def _run(self, statement: sa.Executable) -> None:
        self._connection.execute(statement)
