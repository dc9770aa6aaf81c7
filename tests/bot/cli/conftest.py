"""The `bantam` command, typed in a place of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from tests.support.models import ROOT, trained_model

Bantam = Callable[..., Result]


@pytest.fixture
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where everything is kept, with the trained model in it and nothing else."""
    folder = tmp_path / "var"
    (folder / "models").mkdir(parents=True)
    model = trained_model()
    (folder / "models" / model.name).symlink_to(model)
    monkeypatch.setenv("BANTAM_VAR", str(folder))
    monkeypatch.chdir(ROOT)
    for name in ("BANTAM_DATABASE_URL", "BANTAM_SECRET_KEY", "BANTAM_API_TOKEN", "BANTAM_PUBLIC_URL"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def bantam(var: Path) -> Bantam:
    """Type a command; what it printed, and how it ended."""

    def typed(*words: str, **environment: str) -> Result:
        result = CliRunner().invoke(main, list(words), env=environment)
        assert isinstance(result.exception, SystemExit | None), "no command ends in a traceback"
        return result

    return typed
