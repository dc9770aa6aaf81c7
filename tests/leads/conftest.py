"""Stores to test against: SQLite always, PostgreSQL where there is one (required when CI is set)."""

import os
import shutil
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from leads.adapters.ids import new_id
from leads.adapters.scoring_edit import YamlScoring
from leads.adapters.scoring_file import load_scoring
from leads.adapters.time_zones import TimeZones
from leads.domain.model import ScoringModel
from leads.services.core import Core
from leads.services.scoring import Scoring
from leads.store.database import Database
from leads.store.migrate import migrate
from leads.store.unit_of_work import SqlStore

ROOT = Path(__file__).parents[2]
SERVER = sa.make_url(os.environ.get("BANTAM_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres"))


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, span: timedelta) -> None:
        self.now += span


@pytest.fixture
def clock() -> Clock:
    """A Monday morning."""
    return Clock(datetime(2026, 11, 23, 7, tzinfo=UTC))


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty store of this version, on either database; for this test alone."""
    url = request.getfixturevalue(f"{request.param}_url")
    database = Database(url)
    yield database
    database.dispose()


@pytest.fixture
def store(database: Database) -> SqlStore:
    """The store as the use cases see it."""
    return SqlStore(database)


@pytest.fixture(scope="session")
def scoring() -> ScoringModel:
    """The product's own scoring model, read once."""
    return load_scoring(ROOT / "scoring.yml").model


@pytest.fixture
def core(store: SqlStore, clock: Clock, scoring: ScoringModel) -> Core:
    """The core on an empty store, at a time that stands still."""
    return Core(
        store=store,
        clock=clock,
        new_id=new_id,
        scoring=Scoring(scoring, YamlScoring()),
        public_url="https://bantam.example",
        places=TimeZones(),
    )


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store to copy, so that migrations run once."""
    file = tmp_path_factory.mktemp("template") / "store.sqlite3"
    database = Database(f"sqlite:///{file}")
    migrate(database)
    database.dispose()
    return file


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """A fresh SQLite store."""
    file = tmp_path / "store.sqlite3"
    shutil.copy(sqlite_template, file)
    return f"sqlite:///{file}"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[sa.Engine]:
    """A server on which databases can be made, or a skip that says why there is none."""
    url = SERVER.set(drivername="postgresql+psycopg")
    server = sa.create_engine(url, isolation_level="AUTOCOMMIT", connect_args={"connect_timeout": 3})
    try:
        server.connect().close()
    except OperationalError as error:
        reason = f"no PostgreSQL at {SERVER.host}:{SERVER.port} (BANTAM_TEST_POSTGRES names another)"
        if os.environ.get("CI"):
            raise RuntimeError(reason) from error
        pytest.skip(reason)
    yield server
    server.dispose()


@pytest.fixture(scope="session")
def postgres_template(postgres_server: sa.Engine) -> Iterator[str]:
    """An empty store to copy, so that migrations run once."""
    name = f"bantam_test_{uuid.uuid4().hex}"
    _run(postgres_server, f"CREATE DATABASE {name}")
    database = Database(_url_of(name))
    migrate(database)
    database.dispose()
    yield name
    _run(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def postgres_url(postgres_server: sa.Engine, postgres_template: str) -> Iterator[str]:
    """A fresh PostgreSQL store."""
    name = f"bantam_test_{uuid.uuid4().hex}"
    _run(postgres_server, f"CREATE DATABASE {name} TEMPLATE {postgres_template}")
    yield _url_of(name)
    _run(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")


def _url_of(database: str) -> str:
    return SERVER.set(database=database).render_as_string(hide_password=False)


def _run(server: sa.Engine, statement: str) -> None:
    with server.connect() as connection:
        connection.exec_driver_sql(statement)
