"""Find leads by words, tags and sources, and what waits or is planned, without reading all there is."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

KEY = sa.String(length=64)
SQLITE = """
CREATE TRIGGER lead_words_begin AFTER INSERT ON leads
BEGIN
    INSERT INTO lead_words (lead_id, words) VALUES (NEW.id, concat_words);
END;

CREATE TRIGGER lead_words_change AFTER UPDATE OF name, company, email, phone ON leads
WHEN OLD.name IS NOT NEW.name OR OLD.company IS NOT NEW.company
    OR OLD.email IS NOT NEW.email OR OLD.phone IS NOT NEW.phone
BEGIN
    UPDATE lead_words SET words = concat_words WHERE lead_id = NEW.id;
END;

CREATE TRIGGER lead_tags_begin AFTER INSERT ON leads WHEN NEW.tags <> '[]'
BEGIN
    INSERT OR IGNORE INTO lead_tags SELECT value, NEW.id FROM json_each(NEW.tags);
END;

CREATE TRIGGER lead_tags_change AFTER UPDATE OF tags ON leads WHEN OLD.tags <> NEW.tags
BEGIN
    DELETE FROM lead_tags WHERE lead_id = NEW.id;
    INSERT OR IGNORE INTO lead_tags SELECT value, NEW.id FROM json_each(NEW.tags);
END;

CREATE VIRTUAL TABLE lead_grams
USING fts5(words, content='lead_words', content_rowid='number', tokenize='trigram');

CREATE TRIGGER lead_grams_begin AFTER INSERT ON lead_words
BEGIN
    INSERT INTO lead_grams (rowid, words) VALUES (NEW.number, NEW.words);
END;

CREATE TRIGGER lead_grams_change AFTER UPDATE ON lead_words
BEGIN
    INSERT INTO lead_grams (lead_grams, rowid, words) VALUES ('delete', OLD.number, OLD.words);
    INSERT INTO lead_grams (rowid, words) VALUES (NEW.number, NEW.words);
END;

CREATE TRIGGER lead_grams_end AFTER DELETE ON lead_words
BEGIN
    INSERT INTO lead_grams (lead_grams, rowid, words) VALUES ('delete', OLD.number, OLD.words);
END;

INSERT INTO lead_words (lead_id, words) SELECT NEW.id, concat_words FROM leads AS NEW ORDER BY NEW.id;

INSERT OR IGNORE INTO lead_tags SELECT tag.value, leads.id FROM leads, json_each(leads.tags) AS tag;

UPDATE leads SET source_kind = json_extract(source, '$.kind')
"""

POSTGRES = """
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE FUNCTION keep_lead_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO lead_words (lead_id, words) VALUES (NEW.id, concat_words)
    ON CONFLICT (lead_id) DO UPDATE SET words = EXCLUDED.words;
    RETURN NULL;
END $$;

CREATE TRIGGER lead_words_begin AFTER INSERT ON leads FOR EACH ROW EXECUTE FUNCTION keep_lead_words();

CREATE TRIGGER lead_words_change AFTER UPDATE OF name, company, email, phone ON leads FOR EACH ROW
WHEN ((OLD.name, OLD.company, OLD.email, OLD.phone)
    IS DISTINCT FROM (NEW.name, NEW.company, NEW.email, NEW.phone))
EXECUTE FUNCTION keep_lead_words();

CREATE FUNCTION keep_lead_tags() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM lead_tags WHERE lead_id = NEW.id;
    INSERT INTO lead_tags SELECT DISTINCT value, NEW.id FROM json_array_elements_text(NEW.tags);
    RETURN NULL;
END $$;

CREATE TRIGGER lead_tags_begin AFTER INSERT ON leads FOR EACH ROW
WHEN (NEW.tags::text <> '[]') EXECUTE FUNCTION keep_lead_tags();

CREATE TRIGGER lead_tags_change AFTER UPDATE OF tags ON leads FOR EACH ROW
WHEN (OLD.tags::text <> NEW.tags::text) EXECUTE FUNCTION keep_lead_tags();

INSERT INTO lead_words (lead_id, words) SELECT NEW.id, concat_words FROM leads AS NEW ORDER BY NEW.id;

CREATE INDEX ix_lead_words_grams ON lead_words USING gin (words gin_trgm_ops);

INSERT INTO lead_tags SELECT DISTINCT tag.value, leads.id
FROM leads, json_array_elements_text(leads.tags) AS tag (value);

UPDATE leads SET source_kind = source ->> 'kind'
"""

#: What a lead is sought by, a line each.
SQLITE_WORDS = (
    "coalesce(NEW.name, '') || char(10) || coalesce(NEW.company, '') || char(10) || "
    "coalesce(NEW.email, '') || char(10) || coalesce(NEW.phone, '')"
)
POSTGRES_WORDS = "concat(NEW.name, chr(10), NEW.company, chr(10), NEW.email, chr(10), NEW.phone)"


def upgrade() -> None:
    """Add what is found by, and keep it in step with the leads."""
    op.add_column("leads", sa.Column("source_kind", sa.Text()))
    op.create_table(
        "lead_words",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("lead_id", KEY, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["leads.id"], name=op.f("fk_lead_words_lead_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_lead_words")),
        sa.UniqueConstraint("lead_id", name=op.f("uq_lead_words_lead_id")),
    )
    op.create_table(
        "lead_tags",
        sa.Column("tag", sa.Text(), nullable=False),
        sa.Column("lead_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["leads.id"], name=op.f("fk_lead_tags_lead_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("tag", "lead_id", name=op.f("pk_lead_tags")),
    )
    op.create_index(op.f("ix_lead_tags_lead_id"), "lead_tags", ["lead_id"])
    if op.get_bind().dialect.name == "sqlite":
        for statement in SQLITE.replace("concat_words", SQLITE_WORDS).split(";\n\n"):
            op.execute(statement)
    else:
        op.execute(POSTGRES.replace("concat_words", POSTGRES_WORDS))
    op.create_index("ix_leads_source", "leads", ["source_kind", "id"])
    op.create_index("ix_handoffs_state", "handoffs", ["state", "created_at"])
    op.create_index("ix_bookings_state", "bookings", ["state", "ends_at"])
    op.create_index("ix_outbox_recipient", "outbox", ["kind", "recipient", "id"])


def downgrade() -> None:
    """Read all there is again."""
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for name, table in (
        ("ix_outbox_recipient", "outbox"),
        ("ix_bookings_state", "bookings"),
        ("ix_handoffs_state", "handoffs"),
        ("ix_leads_source", "leads"),
    ):
        op.drop_index(name, table)
    for trigger in ("lead_words_begin", "lead_words_change", "lead_tags_begin", "lead_tags_change"):
        op.execute(f"DROP TRIGGER {trigger}" if is_sqlite else f"DROP TRIGGER {trigger} ON leads")
    if is_sqlite:
        op.execute("DROP TABLE lead_grams")
    op.drop_table("lead_tags")
    op.drop_table("lead_words")
    if not is_sqlite:
        op.execute("DROP FUNCTION keep_lead_words(); DROP FUNCTION keep_lead_tags()")
    op.drop_column("leads", "source_kind")
