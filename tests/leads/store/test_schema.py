"""The migrations make the tables that the code expects, on both databases."""

from datetime import datetime

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from leads.store import schema
from leads.store.database import Database
from leads.store.migrate import migrate


def test_the_migrated_store_is_what_the_code_describes(database: Database) -> None:
    """All but the index of three letters each, which either database has in its own way."""
    options = {"include_object": lambda _object, name, *_: name and "_grams" not in name}
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts=options)
        differences = compare_metadata(context, schema.metadata)
    assert differences == []


def test_migrating_again_changes_nothing(database: Database) -> None:
    migrate(database)
    migrate(database)
    with database.reading() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM leads")).scalar() == 0


def test_naive_instants_are_refused(database: Database) -> None:
    row = {"key": "k", "request_hash": "h", "status": 200, "response": {}, "at": datetime(2026, 1, 1)}  # noqa: DTZ001
    with pytest.raises(sa.exc.StatementError, match="time zone"), database.writing() as connection:
        connection.execute(sa.insert(schema.idempotency), row)


def test_a_transaction_that_raises_leaves_nothing(database: Database) -> None:
    class Failure(Exception):
        pass

    def fail() -> None:
        with database.writing() as connection:
            connection.exec_driver_sql("INSERT INTO audit VALUES ('1', 'me', 'x', NULL, '{}', '2026-01-01')")
            raise Failure

    with pytest.raises(Failure):
        fail()
    with database.reading() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM audit")).scalar() == 0
