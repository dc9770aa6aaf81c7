"""Keep when we heard of a signal: it may be told long after it happened."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the moment; of what is there already nobody knows better than when it happened."""
    op.add_column("signals", sa.Column("received_at", sa.DateTime(timezone=True)))
    op.execute("UPDATE signals SET received_at = at")
    with op.batch_alter_table("signals") as table:
        table.alter_column("received_at", nullable=False)


def downgrade() -> None:
    """Forget it."""
    with op.batch_alter_table("signals") as table:
        table.drop_column("received_at")
