"""Looking after an installation: settings, migrations, people, and what is wrong."""

import secrets
from pathlib import Path

import click
from pydantic import SecretStr

from bot.cli.first_run import find_project
from bot.training import model_path
from leads.adapters.passwords import hash_password
from leads.adapters.scoring_file import load_scoring
from leads.bootstrap import open_core, read_behaviour
from leads.domain.rep import Role
from leads.services import team
from leads.services.errors import FileError, InvalidField
from leads.settings import Settings
from leads.store.backup import BackupRefused, back_up, put_back
from leads.store.database import Database
from leads.store.migrate import head_revision
from leads.store.migrate import migrate as apply_migrations

__all__ = ["backup", "doctor", "migrate", "reps", "restore", "settings"]


@click.command()
def settings() -> None:
    """Print the settings in force, secrets masked."""
    for name, value in sorted(_settings()):
        shown = ("********" if value.get_secret_value() else "") if isinstance(value, SecretStr) else value
        click.echo(f"{_variable(name)}={_masked(str(shown))}")


@click.command()
def migrate() -> None:
    """Bring the store up to date."""
    database = Database(_settings().database_url)
    apply_migrations(database)
    click.echo(f"The store is at revision {head_revision()}.")


@click.command()
def doctor() -> None:
    """Say what works here and what does not."""
    current = _settings()
    looks = (_check_project, _check_scoring, _check_behaviour, _check_model, _check_store)
    checks = [look(current) for look in looks]
    for is_fine, sentence in checks:
        click.echo(f"{'ok  ' if is_fine else 'FAIL'} {sentence}")
    if not all(is_fine for is_fine, _ in checks):
        raise SystemExit(1)


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup(*, file: Path) -> None:
    """Write a consistent copy of the SQLite store to FILE, while it is in use."""
    try:
        back_up(Database(_settings().database_url), file)
    except BackupRefused as refusal:
        raise click.ClickException(str(refusal)) from refusal
    click.echo(f"Backed up to {file}.")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def restore(*, file: Path) -> None:
    """Put a backup in place of the SQLite store; what was there is kept beside it. Stop serving first."""
    try:
        kept = put_back(Database(_settings().database_url), file)
    except BackupRefused as refusal:
        raise click.ClickException(str(refusal)) from refusal
    click.echo(f"Restored {file}. The store before it is {kept}.")


@click.group()
def reps() -> None:
    """The sales team."""


@reps.command("list")
def list_reps() -> None:
    """Everybody."""
    with open_core(_settings()).store.reading() as work:
        for rep in work.reps.all():
            state = "active" if rep.active else "inactive"
            click.echo(f"{rep.role:<8} {rep.email:<32} {rep.name:<24} {rep.timezone:<20} {state}")


@reps.command("add")
@click.argument("email")
@click.option("--name", required=True)
@click.option("--timezone", default="UTC", show_default=True)
@click.option("--role", type=click.Choice([role.value for role in Role]), default="rep", show_default=True)
def add_rep(*, email: str, name: str, timezone: str, role: str) -> None:
    """Add somebody with office hours in their zone; prints their first password."""
    password = secrets.token_urlsafe(9)
    try:
        team.add_rep(
            open_core(_settings()),
            name=name,
            email=email,
            role=Role(role),
            timezone=timezone,
            password_hash=hash_password(password),
            bookable=role == Role.REP,
        )
    except InvalidField as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"Added {email} with the password {password}")


@reps.command("password")
@click.argument("email")
def password(*, email: str) -> None:
    """Give somebody a new password; prints it, and ends their sessions."""
    new = secrets.token_urlsafe(9)
    if not team.set_password(open_core(_settings()), email=email, password_hash=hash_password(new)):
        raise click.ClickException(f"Nobody has the address {email}.")
    click.echo(f"The password of {email} is now {new}")


def _settings() -> Settings:
    return Settings(project=find_project(Path.cwd()))


def _variable(name: str) -> str:
    return name.upper() if name.startswith("twilio_") else f"BANTAM_{name.upper()}"


def _masked(text: str) -> str:
    """A URL without its password."""
    scheme, mark, rest = text.partition("://")
    if not mark or "@" not in rest:
        return text
    credentials, _, host = rest.rpartition("@")
    return f"{scheme}://{credentials.partition(':')[0]}:********@{host}"


def _check_project(current: Settings) -> tuple[bool, str]:
    return (current.project / "domain.yml").is_file(), f"project folder {current.project.absolute()}"


def _check_behaviour(current: Settings) -> tuple[bool, str]:
    try:
        prompts = len(read_behaviour(current).watching.prompts)
    except (FileError, OSError) as error:
        return False, f"behaviour file: {error}"
    return True, f"behaviour file with {prompts} prompts"


def _check_scoring(current: Settings) -> tuple[bool, str]:
    try:
        loaded = load_scoring(current.project / current.scoring_file)
        return True, "; ".join((f"scoring model {loaded.model.version}", *loaded.warnings))
    except (FileError, OSError) as error:
        return False, f"scoring file: {error}"


def _check_model(current: Settings) -> tuple[bool, str]:
    model = model_path(current.project, current.var)
    return model.is_file(), f"trained model {model}" + ("" if model.is_file() else " (run: bantam train)")


def _check_store(current: Settings) -> tuple[bool, str]:
    try:
        with Database(current.database_url).reading() as connection:
            connection.exec_driver_sql("SELECT 1")
    except Exception as error:
        return False, f"store: {type(error).__name__}"
    return True, "store reachable"
