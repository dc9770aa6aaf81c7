"""Bringing a store up to date."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection

from leads.store.database import Database

__all__ = ["head_revision", "migrate"]


def migrate(database: Database) -> None:
    """Apply every migration that is missing. Running it again, or twice at once, is harmless."""
    with database.writing() as connection:
        if not database.is_sqlite:
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7226826)")  # one migrator at a time
        command.upgrade(_config(connection), "head")


def head_revision() -> str | None:
    """The revision a store of this version has."""
    return ScriptDirectory.from_config(_config(None)).get_current_head()


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config
