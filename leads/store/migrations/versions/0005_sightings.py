"""Keep what visitors do, once they have agreed to it, before they talk to us."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "sightings",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("visitor", sa.String(length=320), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sightings")),
    )
    op.create_index("ix_sightings_visitor", "sightings", ["visitor", "at"])
    op.create_index(op.f("ix_sightings_at"), "sightings", ["at"])


def downgrade() -> None:
    """Forget them."""
    op.drop_table("sightings")
