"""Keep every version of the scoring model, and which was in force since when."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make room; the first start publishes the scoring file as version 1."""
    op.create_table(
        "scoring_versions",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(32), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("created_by", sa.String(128), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("parent", sa.String(32)),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scoring_versions")),
        sa.UniqueConstraint("number", name=op.f("uq_scoring_versions_number")),
    )
    op.create_table(
        "scoring_publications",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("version_id", sa.String(32), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("by", sa.String(128), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["scoring_versions.id"], name=op.f("fk_scoring_publications_version_id")
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_scoring_publications")),
    )


def downgrade() -> None:
    """Forget them."""
    op.drop_table("scoring_publications")
    op.drop_table("scoring_versions")
