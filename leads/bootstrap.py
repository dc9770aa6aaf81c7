"""Putting the core together from settings: the store behind its port, the scoring model, clock and ids."""

from pathlib import Path

from leads.adapters.clock import utc_now
from leads.adapters.ids import new_id
from leads.adapters.scoring_file import load_scoring
from leads.adapters.time_zones import TimeZones
from leads.services.core import Core
from leads.settings import Settings
from leads.store.database import Database
from leads.store.migrate import migrate
from leads.store.unit_of_work import SqlStore

__all__ = ["open_core"]


def open_core(settings: Settings) -> Core:
    """The core on the store that the settings name, migrated to this version."""
    settings.var.mkdir(parents=True, exist_ok=True)
    database = Database(settings.database_url)
    migrate(database)
    return Core(
        store=SqlStore(database),
        clock=utc_now,
        new_id=new_id,
        model=load_scoring(_found(settings.scoring_file, settings.project)).model,
        public_url=settings.public_url,
        places=TimeZones(),
    )


def _found(file: Path, project: Path) -> Path:
    return file if file.is_absolute() else project / file
