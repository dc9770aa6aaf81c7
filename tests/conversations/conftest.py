"""The Rasa project as Rasa loads it."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.shared.core.domain import Domain
from rasa.shared.importers.importer import TrainingDataImporter

from bot.engine.engine import Engine
from tests.leads.conftest import clock, core, database, scoring, sqlite_template, sqlite_url, store
from tests.support.models import trained_model

__all__ = ["clock", "core", "database", "scoring", "sqlite_template", "sqlite_url", "store"]

ROOT = Path(__file__).parents[2]


def load_project() -> TrainingDataImporter:
    """Read by the importer that config.yml names."""
    return TrainingDataImporter.load_from_config(
        str(ROOT / "config.yml"), str(ROOT / "domain.yml"), [str(ROOT / "data")]
    )


@pytest.fixture(scope="session")
def project() -> TrainingDataImporter:
    return load_project()


@pytest.fixture(scope="session")
def domain(project: TrainingDataImporter) -> Domain:
    return project.get_domain()


@pytest.fixture(scope="session")
def responses() -> dict[str, list[dict[str, Any]]]:
    """What domain.yml lets the bot say: for every key its variants."""
    content = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    return dict(content["responses"])


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The trained model, loaded once."""
    return Engine(trained_model())
