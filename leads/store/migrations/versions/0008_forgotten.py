"""Find the leads that nobody looks after."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

NOBODYS = (
    "owner_id IS NULL AND nurture IS NULL AND disposition IS NULL "
    "AND stage IN ('new', 'qualifying', 'qualified')"
)


def upgrade() -> None:
    """Add the index."""
    nobodys = sa.text(NOBODYS)
    op.create_index(
        "ix_leads_nobodys", "leads", ["updated_at"], sqlite_where=nobodys, postgresql_where=nobodys
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_leads_nobodys", "leads")
