"""Connecting: one engine, short write transactions that queue in an orderly way, reads that never wait."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

__all__ = ["Database"]

BUSY_SECONDS = 30
_DECODER = json.JSONDecoder()


class Database:
    """A store on SQLite or PostgreSQL, by URL. Safe to use from many threads."""

    def __init__(self, url: str) -> None:
        self.engine = _engine(url)
        # SQLite has one writer. Waiting here wakes at once; its own busy handler sleeps and polls.
        self._writer = threading.Lock() if self.is_sqlite else None

    @property
    def is_sqlite(self) -> bool:
        """Whether this is the embedded store."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A consistent view; nothing done in it is kept."""
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: committed when the block ends, rolled back when it raises."""
        if self._writer is None:
            with self.engine.begin() as connection:
                yield connection
            return
        with self._writer, self.engine.connect() as connection:
            # Taking the write lock at the start means a transaction never fails half way for being late.
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.rollback()
                raise
            connection.commit()

    def dispose(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def _engine(url: str) -> Engine:
    parsed = sa.make_url(url)
    if parsed.drivername in {"postgres", "postgresql"}:
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed)
    return sa.create_engine(
        parsed, pool_size=10, max_overflow=10, pool_pre_ping=True, pool_timeout=10, hide_parameters=True
    )


def _sqlite(url: sa.URL) -> Engine:
    engine = sa.create_engine(
        url,
        pool_size=16,
        max_overflow=16,
        json_deserializer=_read_json,
        hide_parameters=True,  # errors are logged, what people wrote is not
        connect_args={"check_same_thread": False, "timeout": BUSY_SECONDS, "isolation_level": None},
    )

    @sa.event.listens_for(engine, "connect")
    def _configure(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        # WAL with NORMAL keeps every commit through the death of the process; FULL would add power cuts.
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    return engine


def _read_json(text: str) -> object:
    """JSON as we wrote it: looking for blanks around it would take as long as reading it."""
    return _DECODER.raw_decode(text)[0]
