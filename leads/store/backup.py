"""Backing the embedded store up while in use, and putting a backup back. PostgreSQL brings its own tools."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from leads.store.database import Database
from leads.store.migrate import migrate

__all__ = ["BackupRefused", "back_up", "put_back"]


class BackupRefused(Exception):
    """This cannot be backed up or restored here."""


def back_up(database: Database, file: Path) -> None:
    """A consistent copy in `file`, which must not be there yet. Raises BackupRefused."""
    if file.exists():
        raise BackupRefused(f"{file} is there already.")
    unfinished = file.with_name(f".{file.name}.unfinished")
    with (
        closing(sqlite3.connect(_file_of(database))) as source,
        closing(sqlite3.connect(unfinished)) as copy,
    ):
        source.backup(copy)
    os.replace(unfinished, file)


def put_back(database: Database, file: Path) -> Path:
    """Put a backup in place of the store and migrate it; the store before it, under the name returned.

    Nobody may be using the store. Raises BackupRefused for a file that is no sound store.
    """
    store = _file_of(database)
    _check(file)
    database.dispose()
    kept = store.with_name(f"{store.name}.before-{datetime.now(UTC):%Y%m%dT%H%M%S%f}")
    if store.exists():
        with closing(sqlite3.connect(store)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        store.rename(kept)
    for left_over in (store.with_name(f"{store.name}{ending}") for ending in ("-wal", "-shm")):
        left_over.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(store)) as copy:
        source.backup(copy)
    migrate(database)
    return kept


def _file_of(database: Database) -> Path:
    if not database.is_sqlite or not database.engine.url.database:
        raise BackupRefused("Only SQLite stores are backed up here; use pg_dump for PostgreSQL.")
    return Path(database.engine.url.database)


def _check(file: Path) -> None:
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            is_sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError as error:
        raise BackupRefused(f"{file} is not a backup of a store.") from error
    if not is_sound:
        raise BackupRefused(f"{file} is damaged.")
