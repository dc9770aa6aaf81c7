"""Training the model when what it is made of has changed, and only then."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from leads.settings import Settings

__all__ = ["TrainingFailed", "model_path", "train"]

QUIET = {"RASA_TELEMETRY_ENABLED": "false", "PYTHONUNBUFFERED": "1", "PYTHONWARNINGS": "ignore"}
CODE = Path(__file__).parent / "nlu"


class TrainingFailed(Exception):
    """The model could not be trained."""


def model_path(project: Path, var: Path) -> Path:
    """Where the model for the project's present data and sentence vectors is, or will be."""
    digest = hashlib.sha256(Settings().embeddings_sha256.encode())
    for file in _ingredients(project):
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return var / "models" / f"bantam-{digest.hexdigest()[:12]}.tar.gz"


def train(project: Path, model: Path, *, progress: Callable[[str], None]) -> None:
    """Train into `model`, telling what is going on line by line. Raises TrainingFailed.

    Runs in a process of its own: what training needs in memory is gone when serving begins.
    """
    model.parent.mkdir(parents=True, exist_ok=True)
    unfinished = model.with_name(f"unfinished-{os.getpid()}-{model.name}")
    name = unfinished.name.removesuffix(".tar.gz")
    out = str(unfinished.parent.absolute())
    command = [sys.executable, "-m", "rasa", "train", "--force", "--out", out, "--fixed-model-name", name]
    with subprocess.Popen(  # noqa: S603 - our own interpreter and arguments
        command,
        cwd=project,
        env=os.environ | QUIET,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        said = [line.rstrip() for line in _told(process.stdout or (), progress)]
    if process.returncode or not unfinished.is_file():
        raise TrainingFailed("\n".join(said[-15:]))
    unfinished.replace(model)


def _told(lines: Iterable[str], progress: Callable[[str], None]) -> Iterator[str]:
    for line in lines:
        progress(line.strip())
        yield line


def _ingredients(project: Path) -> list[Path]:
    data = sorted((project / "data").rglob("*.yml"))
    return [project / "config.yml", project / "domain.yml", *data, *sorted(CODE.rglob("*.py"))]
