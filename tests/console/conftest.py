"""The console on a store of its own, with two reps, and people who use it."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from leads.domain.rep import Rep
from leads.store.database import Database
from leads.store.migrate import migrate
from tests.support.console_app import ConsoleApp, Person

MONDAY = datetime(2026, 11, 23, 7, tzinfo=UTC)


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store to copy, so that migrations run once."""
    file = tmp_path_factory.mktemp("store") / "bantam.sqlite3"
    database = Database(f"sqlite:///{file}")
    migrate(database)
    database.dispose()
    return file


@pytest.fixture
def app(empty_store: Path, tmp_path: Path) -> Iterator[ConsoleApp]:
    """On a Monday morning that lasts until time is made to pass."""
    shutil.copy(empty_store, tmp_path / "bantam.sqlite3")
    with ConsoleApp(tmp_path, now=MONDAY) as app:
        yield app


@pytest.fixture
def robin(app: ConsoleApp) -> Rep:
    return app.add_rep("Robin Vale")


@pytest.fixture
def noor(app: ConsoleApp) -> Rep:
    return app.add_rep("Noor Haddad", zone="America/New_York")


@pytest.fixture
def stranger(app: ConsoleApp) -> Iterator[Person]:
    """Somebody who has not logged in."""
    with Person(app) as person:
        yield person


@pytest.fixture
def person(app: ConsoleApp, robin: Rep) -> Iterator[Person]:
    """Robin, logged in."""
    with Person(app) as person:
        assert person.log_in(robin).url.path == "/console/"
        yield person


@pytest.fixture
def other(app: ConsoleApp, noor: Rep) -> Iterator[Person]:
    """Noor, logged in."""
    with Person(app) as person:
        assert person.log_in(noor).url.path == "/console/"
        yield person
