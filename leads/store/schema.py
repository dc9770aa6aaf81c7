"""Every table, in one place. Facts are appended; `leads` and `conversations` hold what follows from them."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

__all__ = [
    "answers",
    "audit",
    "bookings",
    "calibrations",
    "consents",
    "conversations",
    "dialogues",
    "effects",
    "handoffs",
    "idempotency",
    "identities",
    "inbox",
    "lead_grams",
    "lead_tags",
    "lead_words",
    "leads",
    "ledger",
    "messages",
    "metadata",
    "outbox",
    "outcomes",
    "reps",
    "scoring_publications",
    "scoring_versions",
    "sessions",
    "sightings",
    "signals",
    "sms_statuses",
]


class Instant(sa.TypeDecorator[datetime]):
    """An aware UTC datetime. SQLite keeps no zone, so it is taken off there and put back."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive datetimes: nobody knows what they mean."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("An instant needs a time zone.")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:  # noqa: ARG002 - SQLAlchemy calls it so
        """Hand out aware UTC. Rows are read by the million, so it is one step, whatever the driver gives."""
        return _from_text if dialect.name == "sqlite" else _from_instant


def _from_text(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(f"{text}+00:00")


def _from_instant(value: datetime | None) -> datetime | None:
    return None if value is None else value.astimezone(UTC)


Json = sa.JSON(none_as_null=True)
Key = sa.String(64)

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _lead_key(**options: bool) -> sa.Column[str]:
    return sa.Column("lead_id", Key, sa.ForeignKey("leads.id"), **options)  # type: ignore[arg-type]


reps = sa.Table(
    "reps",
    metadata,
    sa.Column("id", Key, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("email", sa.Text, nullable=False, unique=True),
    sa.Column("phone", sa.Text),
    sa.Column("role", sa.String(16), nullable=False),
    sa.Column("password_hash", sa.Text, nullable=False),
    sa.Column("timezone", sa.Text, nullable=False),
    sa.Column("hours", Json, nullable=False),
    sa.Column("active", sa.Boolean, nullable=False, default=True),
    sa.Column("bookable", sa.Boolean, nullable=False, default=True),
    sa.Column("created_at", Instant, nullable=False),
)

#: Leads that nobody has, that nothing is timed for, and that no reason let go.
NOBODYS = (
    "owner_id IS NULL AND nurture IS NULL AND disposition IS NULL "
    "AND stage IN ('new', 'qualifying', 'qualified')"
)

leads = sa.Table(
    "leads",
    metadata,
    sa.Column("id", Key, primary_key=True),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("updated_at", Instant, nullable=False),
    sa.Column("channel", sa.String(16), nullable=False),
    sa.Column("stage", sa.String(32), nullable=False),
    sa.Column("owner_id", Key, sa.ForeignKey("reps.id")),
    sa.Column("timezone", sa.Text),
    sa.Column("language", sa.String(16), nullable=False),
    sa.Column("fit", sa.Integer, nullable=False),
    sa.Column("interest", sa.Integer, nullable=False),
    sa.Column("quadrant", sa.String(32), nullable=False),
    sa.Column("temperature", sa.String(8), nullable=False),
    sa.Column("model", sa.String(32), nullable=False),
    sa.Column("tags", Json, nullable=False),
    sa.Column("source", Json, nullable=False),
    sa.Column("source_kind", sa.Text),  # copied from `source`, to be found by
    sa.Column("routing", Json, nullable=False),
    sa.Column("nurture", Json),
    sa.Column("disposition", Json),
    # What lists show and search, copied from the answers in force so that a page of leads is one query.
    sa.Column("name", sa.Text),
    sa.Column("company", sa.Text),
    sa.Column("email", sa.Text),
    sa.Column("phone", sa.Text),
    sa.Index("ix_leads_quadrant", "quadrant", "id"),
    sa.Index("ix_leads_temperature", "temperature", "id"),
    sa.Index("ix_leads_stage", "stage", "id"),
    sa.Index("ix_leads_owner", "owner_id", "id"),
    sa.Index("ix_leads_source", "source_kind", "id"),
    sa.Index("ix_leads_model", "model", "id"),
    sa.Index(
        "ix_leads_nobodys", "updated_at", sqlite_where=sa.text(NOBODYS), postgresql_where=sa.text(NOBODYS)
    ),
)

# Triggers keep these two in step with the leads.
lead_words = sa.Table(
    "lead_words",
    metadata,
    # In the order in which leads came. SQLite has an index of three letters each beside it, `lead_grams`, and
    # PostgreSQL one on `words`.
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("lead_id", Key, sa.ForeignKey("leads.id", ondelete="CASCADE"), nullable=False, unique=True),
    sa.Column("words", sa.Text, nullable=False),  # name, company, e-mail and phone, a line each
)

lead_tags = sa.Table(
    "lead_tags",
    metadata,
    sa.Column("tag", sa.Text, primary_key=True),
    sa.Column("lead_id", Key, sa.ForeignKey("leads.id", ondelete="CASCADE"), primary_key=True, index=True),
)

lead_grams = sa.table("lead_grams", sa.column("rowid", sa.Integer), sa.column("words", sa.Text))

identities = sa.Table(
    "identities",
    metadata,
    sa.Column("kind", sa.String(16), primary_key=True),  # widget, rest, sms, email, phone
    sa.Column("value", sa.String(320), primary_key=True),
    _lead_key(nullable=False, index=True),
    sa.Column("verified", sa.Boolean, nullable=False),
    sa.Column("at", Instant, nullable=False),
)

conversations = sa.Table(
    "conversations",
    metadata,
    sa.Column("id", Key, primary_key=True),
    _lead_key(nullable=False, index=True),
    sa.Column("channel", sa.String(16), nullable=False),
    sa.Column("sender", sa.String(320), nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("updated_at", Instant, nullable=False),
    sa.Column("state", sa.String(8), nullable=False),
    sa.Column("asking", sa.String(32)),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("asked", Json, nullable=False),
    sa.Column("offered", Json, nullable=False),
    sa.Column("passed_over", Json, nullable=False),
    sa.Column("asides", sa.Integer, nullable=False, server_default="0"),
    sa.Column("failures", sa.Integer, nullable=False),
    sa.Column("last_seq", sa.Integer, nullable=False),
    sa.UniqueConstraint("channel", "sender"),
)

messages = sa.Table(
    "messages",
    metadata,
    sa.Column("conversation_id", Key, sa.ForeignKey("conversations.id"), primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("author", sa.String(8), nullable=False),  # visitor, bot, rep
    sa.Column("name", sa.Text),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("buttons", Json, nullable=False),
    sa.Column("at", Instant, nullable=False),
    sa.Column("inbox_id", Key, index=True),
    sa.Column("client_id", sa.String(128)),
)

inbox = sa.Table(
    "inbox",
    metadata,
    sa.Column("id", Key, primary_key=True),
    sa.Column("channel", sa.String(16), nullable=False),
    sa.Column("external_id", sa.String(320), nullable=False),
    sa.Column("conversation_id", Key, sa.ForeignKey("conversations.id"), nullable=False),
    sa.Column("seq", sa.Integer, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("payload", sa.Text),
    sa.Column("metadata", Json, nullable=False),
    sa.Column("received_at", Instant, nullable=False),
    sa.Column("state", sa.String(8), nullable=False),  # new, leased, done, dead
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("lease", Key),
    sa.Column("lease_until", Instant),
    sa.UniqueConstraint("channel", "external_id"),
    sa.Index(
        "ix_inbox_waiting",
        "conversation_id",
        "seq",
        sqlite_where=sa.text("state IN ('new', 'leased')"),
        postgresql_where=sa.text("state IN ('new', 'leased')"),
    ),
)

effects = sa.Table(
    "effects",
    metadata,
    sa.Column("message_id", Key, primary_key=True),
    sa.Column("action", sa.String(64), primary_key=True),
    sa.Column("result", Json, nullable=False),
    sa.Column("at", Instant, nullable=False),
)

dialogues = sa.Table(
    "dialogues",
    metadata,
    sa.Column("conversation_id", Key, sa.ForeignKey("conversations.id"), primary_key=True),
    sa.Column("events", Json, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
)

answers = sa.Table(
    "answers",
    metadata,
    sa.Column("id", Key, primary_key=True),
    _lead_key(nullable=False),
    sa.Column("topic", sa.String(32), nullable=False),
    sa.Column("standing", sa.String(16), nullable=False),
    sa.Column("value", Json),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("message_id", Key, nullable=False),
    sa.Column("at", Instant, nullable=False),
    sa.UniqueConstraint("message_id", "topic"),
    sa.Index("ix_answers_lead", "lead_id", "at"),
)

signals = sa.Table(
    "signals",
    metadata,
    sa.Column("id", Key, primary_key=True),
    _lead_key(nullable=False),
    sa.Column("kind", sa.String(32), nullable=False),
    sa.Column("data", Json, nullable=False),
    sa.Column("at", Instant, nullable=False),
    sa.Column("received_at", Instant, nullable=False),
    sa.Index("ix_signals_lead", "lead_id", "at"),
    sa.Index(
        "ix_signals_purchase",
        "lead_id",
        sqlite_where=sa.text("kind = 'purchase'"),
        postgresql_where=sa.text("kind = 'purchase'"),
    ),
)

sightings = sa.Table(
    "sightings",
    metadata,
    # Signals of visitors who have not talked to us yet.
    sa.Column("id", Key, primary_key=True),
    sa.Column("visitor", sa.String(320), nullable=False),
    sa.Column("kind", sa.String(32), nullable=False),
    sa.Column("data", Json, nullable=False),
    sa.Column("at", Instant, nullable=False, index=True),
    sa.Index("ix_sightings_visitor", "visitor", "at"),
)

ledger = sa.Table(
    "ledger",
    metadata,
    sa.Column("id", Key, primary_key=True),
    _lead_key(nullable=False),
    sa.Column("axis", sa.String(8), nullable=False),
    sa.Column("points", sa.Integer, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("kind", sa.String(8), nullable=False),
    sa.Column("source", sa.String(128), nullable=False),
    sa.Column("rule", sa.String(64), nullable=False),
    sa.Column("model", sa.String(32), nullable=False),
    sa.Column("at", Instant, nullable=False),
    sa.Index("ix_ledger_lead", "lead_id", "id"),
)

outcomes = sa.Table(
    "outcomes",
    metadata,
    sa.Column("id", Key, primary_key=True),
    _lead_key(nullable=False),
    sa.Column("result", sa.String(8), nullable=False),  # won, lost, open
    sa.Column("actor", sa.String(128), nullable=False),
    sa.Column("at", Instant, nullable=False),
    sa.Column("reason", sa.String(32)),
    sa.Column("note", sa.Text),
    sa.Index("ix_outcomes_lead", "lead_id", "at"),
)

scoring_versions = sa.Table(
    "scoring_versions",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),  # what `leads.model` and `ledger.model` name
    sa.Column("number", sa.Integer, nullable=False, unique=True),
    sa.Column("label", sa.String(32), nullable=False),
    sa.Column("content", sa.Text, nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("created_by", sa.String(128), nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("parent", sa.String(32)),
)

scoring_publications = sa.Table(
    "scoring_publications",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("version_id", sa.String(32), sa.ForeignKey("scoring_versions.id"), nullable=False),
    sa.Column("at", Instant, nullable=False),
    sa.Column("by", sa.String(128), nullable=False),
    sa.Column("note", sa.Text, nullable=False),
)

calibrations = sa.Table(
    "calibrations",
    metadata,
    sa.Column("id", Key, primary_key=True),
    sa.Column("at", Instant, nullable=False, index=True),
    sa.Column("content", Json, nullable=False),
)

bookings = sa.Table(
    "bookings",
    metadata,
    # No two booked meetings of one rep overlap: an exclusion constraint on PostgreSQL, triggers on SQLite.
    sa.Column("id", Key, primary_key=True),
    _lead_key(nullable=False, index=True),
    sa.Column("rep_id", Key, sa.ForeignKey("reps.id"), nullable=False),
    sa.Column("starts_at", Instant, nullable=False),
    sa.Column("ends_at", Instant, nullable=False),
    sa.Column("timezone", sa.Text, nullable=False),
    sa.Column("state", sa.String(16), nullable=False),  # booked, cancelled
    sa.Column("sequence", sa.Integer, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.CheckConstraint("starts_at < ends_at", name="booking_has_length"),
    sa.Index("ix_bookings_rep", "rep_id", "starts_at"),
    sa.Index("ix_bookings_state", "state", "ends_at"),
)

handoffs = sa.Table(
    "handoffs",
    metadata,
    sa.Column("id", Key, primary_key=True),
    _lead_key(nullable=False, index=True),
    sa.Column("conversation_id", Key, sa.ForeignKey("conversations.id")),
    sa.Column("reason", sa.String(32), nullable=False),
    sa.Column("state", sa.String(16), nullable=False),  # open, claimed, done
    sa.Column("rep_id", Key, sa.ForeignKey("reps.id")),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("updated_at", Instant, nullable=False),
    sa.UniqueConstraint("lead_id", "reason"),
    sa.Index("ix_handoffs_state", "state", "created_at"),
)

consents = sa.Table(
    "consents",
    metadata,
    sa.Column("id", Key, primary_key=True),
    sa.Column("medium", sa.String(8), nullable=False),  # sms, email, tracking
    sa.Column("address", sa.String(320), nullable=False),
    sa.Column("lead_id", Key, sa.ForeignKey("leads.id")),
    sa.Column("state", sa.String(16), nullable=False),  # opted_in, opted_out
    sa.Column("wording", sa.Text, nullable=False),
    sa.Column("channel", sa.String(16), nullable=False),
    sa.Column("at", Instant, nullable=False),
    sa.Index("ix_consents_address", "medium", "address", "at"),
    sa.Index("ix_consents_lead", "lead_id"),
)

outbox = sa.Table(
    "outbox",
    metadata,
    sa.Column("id", Key, primary_key=True),
    sa.Column("kind", sa.String(16), nullable=False),  # sms, email
    sa.Column("key", sa.String(128), nullable=False, unique=True),
    _lead_key(index=True),
    sa.Column("recipient", sa.String(320), nullable=False),
    sa.Column("body", Json, nullable=False),
    sa.Column("state", sa.String(16), nullable=False),  # pending, sending, sent, blocked, failed
    sa.Column("due_at", Instant, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("lease_until", Instant),
    sa.Column("provider_id", sa.String(64), index=True),
    sa.Column("status", sa.String(32)),
    sa.Column("error", sa.Text),
    sa.Column("created_at", Instant, nullable=False),
    sa.Index("ix_outbox_due", "state", "due_at"),
    sa.Index("ix_outbox_recipient", "kind", "recipient", "id"),
)

sms_statuses = sa.Table(
    "sms_statuses",
    metadata,
    sa.Column("provider_id", sa.String(64), primary_key=True),
    sa.Column("status", sa.String(32), primary_key=True),
    sa.Column("error", sa.String(32)),
    sa.Column("at", Instant, nullable=False),
)

sessions = sa.Table(
    "sessions",
    metadata,
    sa.Column("id_hash", sa.String(64), primary_key=True),
    sa.Column("rep_id", Key, sa.ForeignKey("reps.id"), index=True),  # NULL before login
    sa.Column("csrf", sa.String(64), nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("seen_at", Instant, nullable=False),
)

idempotency = sa.Table(
    "idempotency",
    metadata,
    sa.Column("key", sa.String(255), primary_key=True),
    sa.Column("request_hash", sa.String(64), nullable=False),
    sa.Column("status", sa.Integer, nullable=False),
    sa.Column("response", Json, nullable=False),
    sa.Column("at", Instant, nullable=False),
)

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("id", Key, primary_key=True),
    sa.Column("actor", sa.String(128), nullable=False),
    sa.Column("action", sa.String(64), nullable=False),
    sa.Column("lead_id", Key),
    sa.Column("detail", Json, nullable=False),
    sa.Column("at", Instant, nullable=False),
)
