"""The stock Rasa project beside this file: its environment and its trained models, made once and kept."""

import os
import shutil
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from bot.bench.errors import UvMissingError
from bot.bench.processes import run_step

__all__ = ["PROJECT", "Pipeline", "StockHome", "fingerprint", "install", "train"]

PROJECT = Path(__file__).parent / "stock"


class Pipeline(StrEnum):
    """Which of the project's configurations is served."""

    DIET = "diet"
    LEAN = "lean"

    @property
    def config(self) -> str:
        """The file in the project that describes it."""
        return f"config-{self}.yml"


@dataclass(frozen=True, slots=True)
class StockHome:
    """Where everything lives that the peer makes: nothing is written into the project itself."""

    folder: Path

    @property
    def environment(self) -> Path:
        """The peer's own Python environment."""
        return self.folder / "venv"

    @property
    def rasa(self) -> str:
        """The peer's `rasa` command."""
        return str(self.environment / "bin" / "rasa")

    def model(self, pipeline: Pipeline) -> Path:
        """The trained model of the project as it is now."""
        return self.folder / "models" / f"{pipeline}-{fingerprint(pipeline)}.tar.gz"

    def variables(self, **run: str) -> dict[str, str]:
        """The environment that the peer's commands run with; `run` holds what one run adds."""
        return (
            os.environ
            | {
                "RASA_CACHE_DIRECTORY": str(self.folder / "cache"),
                "RASA_TELEMETRY_ENABLED": "false",
                "SANIC_HOST": "127.0.0.1",
                "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
                "UV_PROJECT_ENVIRONMENT": str(self.environment),
            }
            | run
        )


def fingerprint(pipeline: Pipeline) -> str:
    """Return a digest of everything a model depends on: configuration, domain, data and library versions."""
    digest = sha256()
    parts = (pipeline.config, "domain.yml", "uv.lock")
    for path in (*(PROJECT / part for part in parts), *sorted((PROJECT / "data").iterdir())):
        content = path.read_bytes()
        digest.update(f"{path.name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:16]


def install(home: StockHome) -> None:
    """Make the peer's environment as its lock file says; quick when it exists."""
    uv = shutil.which("uv")
    if uv is None:
        raise UvMissingError
    run_step(
        "Installing the stock Rasa environment",
        (uv, "sync", "--frozen", "--project", str(PROJECT)),
        cwd=PROJECT,
        env=home.variables(),
        log=home.folder / "logs" / "install.log",
    )


def train(home: StockHome, pipeline: Pipeline) -> None:
    """Train the model unless the one of this project is there already."""
    model = home.model(pipeline)
    if model.exists():
        return
    unfinished, name = model.parent / "unfinished", model.name.removesuffix(".tar.gz")
    run_step(
        f"Training the stock {pipeline} model",
        (
            home.rasa,
            "train",
            "--config",
            pipeline.config,
            "--out",
            str(unfinished),
            "--fixed-model-name",
            name,
        ),
        cwd=PROJECT,
        env=home.variables(),
        log=home.folder / "logs" / f"train-{pipeline}.log",
    )
    (unfinished / model.name).rename(model)
