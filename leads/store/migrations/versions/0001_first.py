"""The first schema, and the rule that a rep is never booked twice at once."""

from alembic import op

from leads.store.schema import metadata

revision = "0001"
down_revision = None

SQLITE_NO_OVERLAP = """
CREATE TRIGGER no_double_booking_on_{event} BEFORE {event} ON bookings
WHEN NEW.state = 'booked' AND EXISTS (
    SELECT 1 FROM bookings AS other
    WHERE other.rep_id = NEW.rep_id AND other.state = 'booked' AND other.id <> NEW.id
      AND other.starts_at < NEW.ends_at AND NEW.starts_at < other.ends_at
)
BEGIN SELECT RAISE(ABORT, 'no_double_booking'); END
"""

POSTGRES_NO_OVERLAP = """
ALTER TABLE bookings ADD CONSTRAINT no_double_booking
EXCLUDE USING gist (rep_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (state = 'booked')
"""


def upgrade() -> None:
    """Create every table, then the overlap rule in the way each database has it."""
    connection = op.get_bind()
    metadata.create_all(connection)
    if connection.dialect.name == "sqlite":
        for event in ("INSERT", "UPDATE"):
            op.execute(SQLITE_NO_OVERLAP.format(event=event))
    else:
        op.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
        op.execute(POSTGRES_NO_OVERLAP)
