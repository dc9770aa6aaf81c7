"""Keep what became of leads, and find purchases."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the record, and the index."""
    op.create_table(
        "outcomes",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("lead_id", sa.String(64), sa.ForeignKey("leads.id"), nullable=False),
        sa.Column("result", sa.String(8), nullable=False),
        sa.Column("actor", sa.String(128), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(32)),
        sa.Column("note", sa.Text),
    )
    op.create_index("ix_outcomes_lead", "outcomes", ["lead_id", "at"])
    purchases = sa.text("kind = 'purchase'")
    op.create_index(
        "ix_signals_purchase", "signals", ["lead_id"], sqlite_where=purchases, postgresql_where=purchases
    )


def downgrade() -> None:
    """Forget it."""
    op.drop_index("ix_signals_purchase", "signals")
    op.drop_table("outcomes")
