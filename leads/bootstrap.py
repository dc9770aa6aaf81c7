"""Putting the core together from settings: the store behind its port, the scoring model, clock and ids."""

from pathlib import Path

from leads.adapters.behaviour_file import Behaviour, load_behaviour
from leads.adapters.clock import utc_now
from leads.adapters.ids import new_id
from leads.adapters.scoring_edit import YamlScoring
from leads.adapters.time_zones import TimeZones
from leads.adapters.yaml_reader import read_text
from leads.services.core import Core
from leads.services.scoring import Scoring
from leads.services.versions import begin
from leads.settings import Settings
from leads.store.database import Database
from leads.store.migrate import migrate
from leads.store.unit_of_work import SqlStore

__all__ = ["open_core", "read_behaviour", "scoring_file"]


def open_core(settings: Settings) -> Core:
    """The core on the store that the settings name, migrated to this version."""
    settings.var.mkdir(parents=True, exist_ok=True)
    database = Database(settings.database_url)
    migrate(database)
    store = SqlStore(database, key=settings.secret_key.get_secret_value())
    model = begin(store, utc_now, YamlScoring(), lambda: read_text(scoring_file(settings)))
    return Core(
        store=store,
        clock=utc_now,
        new_id=new_id,
        scoring=Scoring(model, YamlScoring()),
        public_url=settings.public_url,
        places=TimeZones(),
    )


def scoring_file(settings: Settings) -> Path:
    """Where the scoring file is: beside the project, unless the settings name another place."""
    return _found(settings.scoring_file, settings.project)


def read_behaviour(settings: Settings) -> Behaviour:
    """What the behaviour file says. Raises FileError, OSError."""
    return load_behaviour(_found(settings.behaviour_file, settings.project))


def _found(file: Path, project: Path) -> Path:
    return file if file.is_absolute() else project / file
