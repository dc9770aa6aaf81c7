"""Find the leads that are scored under other versions of the model, and see at once that there are none."""

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the index."""
    op.create_index("ix_leads_model", "leads", ["model", "id"])


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_leads_model", "leads")
