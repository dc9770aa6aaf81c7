"""A served product for tests that kill, flood or lie to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from leads.adapters.clock import utc_now
from leads.adapters.ids import new_id
from leads.adapters.scoring_edit import YamlScoring
from leads.adapters.scoring_file import load_scoring
from leads.services.core import Core
from leads.services.scoring import Scoring
from leads.store.database import Database
from leads.store.migrate import migrate
from leads.store.unit_of_work import SqlStore
from tests.support.models import ROOT
from tests.support.served import Served


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A server that is not started yet; ended after the test."""
    server = Served(tmp_path)
    yield server
    server.kill()


@pytest.fixture
def outside(served: Served) -> Iterator[Core]:
    """The core on the same store, in this process: what a worker did before it died."""
    database = Database(served.database_url)
    migrate(database)
    model = load_scoring(ROOT / "scoring.yml").model
    yield Core(SqlStore(database), utc_now, new_id, Scoring(model, YamlScoring()), served.url)
    database.dispose()
