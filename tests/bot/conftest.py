"""The stores of the core's tests, and the whole product on a free port."""

from collections.abc import Iterator

import pytest

from tests.leads.conftest import (
    clock,
    core,
    database,
    postgres_server,
    postgres_template,
    postgres_url,
    scoring,
    sqlite_template,
    sqlite_url,
    store,
)
from tests.support.served import Served

__all__ = [
    "clock",
    "core",
    "database",
    "postgres_server",
    "postgres_template",
    "postgres_url",
    "scoring",
    "served",
    "sqlite_template",
    "sqlite_url",
    "store",
]


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The product, started once: use senders of your own."""
    server = Served(tmp_path_factory.mktemp("served")).start()
    yield server
    server.stop()
