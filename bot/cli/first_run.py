"""What a fresh machine needs: folders, secrets, a trained model and a team."""

import os
import secrets
from pathlib import Path

from pydantic import SecretStr
from rich.console import Console

from bot.training import model_path, train
from leads.adapters.passwords import hash_password
from leads.services.core import Core
from leads.services.team import found_team
from leads.settings import Settings

__all__ = ["ensure_model", "ensure_secrets", "ensure_team", "find_project"]

STAGES = {
    "Validating": "checking the conversation data",
    "Starting to train component 'RulePolicy'": "learning the rules of the conversation",
    "Starting to train component": "learning to understand messages",
    "model is ready": "putting the model together",
}


def find_project(start: Path) -> Path:
    """The folder of the Rasa project: here or above, else where this package was installed from."""
    for folder in (start, *start.parents, Path(__file__).resolve().parents[2]):
        if (folder / "domain.yml").is_file() and (folder / "scoring.yml").is_file():
            return folder
    return start


def ensure_secrets(settings: Settings) -> Settings:
    """The settings with a secret key and an API token: those given, else generated once and kept in var/."""
    folder = settings.var / "secrets"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return settings.model_copy(
        update={
            name: getattr(settings, name)
            if getattr(settings, name).get_secret_value()
            else _kept(folder / name)
            for name in ("secret_key", "api_token")
        }
    )


def ensure_model(project: Path, var: Path, console: Console) -> Path:
    """The model for the present data, trained now when there is none. Raises TrainingFailed."""
    model = model_path(project, var)
    if model.is_file():
        return model
    console.print("Training the model (once, and again when its data changes) …")
    with console.status("starting") as status:

        def show(line: str) -> None:
            stage = next((words for mark, words in STAGES.items() if mark in line), None)
            if stage:
                console.print(f"  · {stage}")
            status.update(stage or status.status)

        train(project, model, progress=show)
    return model


def ensure_team(core: Core, console: Console) -> None:
    """Create the first admin and two reps, and print their password this once."""
    password = secrets.token_urlsafe(9)
    team = found_team(core, hash_password=hash_password, password=password)
    if team:
        console.print("\nFirst run: created these people, all with the password", style="bold", end=" ")
        console.print(password, style="bold green", highlight=False)
        console.print("(shown only now; change it with [bold]bantam reps password[/])")
        for rep in team:
            console.print(f"  {rep.role:<7} {rep.email}", highlight=False)


def _kept(file: Path) -> SecretStr:
    if not file.is_file():
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as opened:
            opened.write(secrets.token_urlsafe(32))
    return SecretStr(file.read_text().strip())
