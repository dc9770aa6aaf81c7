"""The stores of the core's tests, for tests of what is built on it."""

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

__all__ = [
    "clock",
    "core",
    "database",
    "postgres_server",
    "postgres_template",
    "postgres_url",
    "scoring",
    "sqlite_template",
    "sqlite_url",
    "store",
]
