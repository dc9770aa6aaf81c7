"""`bantam scoring`: check, compare, try out, publish and roll back the scoring model."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bot.cli.first_run import find_project
from bot.cli.scoring_file import text_of_file
from bot.cli.scoring_words import show, show_what_if, tell
from leads.adapters.scoring_file import load_scoring
from leads.bootstrap import open_core, scoring_file
from leads.domain.differences import differences
from leads.domain.model import Loaded
from leads.domain.reaching import Lines
from leads.domain.versions import Version
from leads.services import versions
from leads.services.core import Core
from leads.services.errors import ServiceError
from leads.services.preview import preview
from leads.services.score_keeping import bring_in_line
from leads.services.sweep import OnProgress
from leads.services.what_if import lines_in_force, what_if
from leads.settings import Settings

__all__ = ["scoring"]

ACTOR = "command line"
console = Console(stderr=True)


@click.group()
def scoring() -> None:
    """What leads are scored by: the scoring file and its versions."""


@scoring.command()
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
def check(*, file: Path | None) -> None:
    """Read a scoring file and say what is wrong, with the line; scoring.yml unless FILE is given."""
    with _refusals():
        loaded = load_scoring(file or scoring_file(_settings()))
    for warning in loaded.warnings:
        click.echo(f"warning: {warning}")
    click.echo(f"Fine: this would be version {loaded.model.version}.")


@scoring.command()
@click.argument("first", required=False)
@click.argument("second", required=False)
def diff(*, first: str | None, second: str | None) -> None:
    """What changes between two versions; from the one in force if one is named, to the file if none is."""
    with _refusals():
        core = open_core(_settings())
        before = _read(core, first) if second else _in_force(core)
        after = _read(core, second or first) if second or first else _file(core)
        found = differences(before.content, after.content)
    tell(found)


@scoring.command("preview")
@click.argument("version", required=False)
def try_out(*, version: str | None) -> None:
    """What VERSION (or the file) would change for the leads there are. Nothing is written."""
    with _refusals():
        core = open_core(_settings())
        model = (_read(core, version) if version else _file(core)).model
        with _progress("Trying it out") as on_progress:
            found = preview(core, model, on_progress=on_progress)
        with core.store.reading() as work:
            names = {rep.id: rep.name for rep in work.reps.all()}
    show(found, lambda owner: names.get(owner or "", "nobody yet"))


@scoring.command()
@click.argument("version", required=False)
@click.option("-m", "--note", default="", help="Why; it stands in the history.")
def publish(*, version: str | None, note: str) -> None:
    """Put VERSION (or the file) in force, and rescore every lead. A running server takes it up by itself."""
    with _refusals():
        settings = _settings()
        core = open_core(settings)
        wanted = (
            versions.version_named(core, version)
            if version
            else versions.draft(core, text_of_file(settings), by=ACTOR, note=note, parent=core.model.version)
        )
        _put_in_force(core, wanted, note)


@scoring.command()
@click.argument("version")
@click.option("-m", "--note", default="", help="Why; it stands in the history.")
def rollback(*, version: str, note: str) -> None:
    """Put an older VERSION in force again, and rescore every lead."""
    with _refusals():
        core = open_core(_settings())
        _put_in_force(core, versions.version_named(core, version), note)


@scoring.command("what-if")
@click.option("--fit", type=click.IntRange(1, 100), help="Where a good fit begins.")
@click.option("--interest", type=click.IntRange(1, 100), help="Where interested begins.")
@click.option("--ready", type=click.IntRange(1, 100), help="The ready-to-buy line.")
def look_at_lines(*, fit: int | None, interest: int | None, ready: int | None) -> None:
    """How many leads would have reached what, and when, if the lines were elsewhere. Nothing is written."""
    core = open_core(_settings())
    now = lines_in_force(core)
    lines = Lines(fit or now.fit, interest or now.interest, ready or now.ready)
    with _progress("Looking") as on_progress:
        found = what_if(core, lines, on_progress=on_progress)
    show_what_if(found)


@scoring.command()
def history() -> None:
    """Every version, newest first, and when it was in force."""
    known = versions.history(open_core(_settings()))
    for version in known.versions:
        since = [f"{one.at:%Y-%m-%d %H:%M}" for one in known.publications if one.version_id == version.id]
        state = "in force" if version == known.in_force else f"published {since[0]}" if since else "draft"
        note = next((one.note for one in known.publications if one.version_id == version.id), "")
        click.echo(
            f"{version.number:>4}  {version.id:<30} {version.created_at:%Y-%m-%d %H:%M}  {state:<27} "
            f"{note or version.note}".rstrip()
        )


@scoring.command()
@click.argument("version", required=False)
def export(*, version: str | None) -> None:
    """Print VERSION as a scoring file; the one in force unless another is named."""
    with _refusals():
        core = open_core(_settings())
        known = versions.version_named(core, version or core.model.version)
    click.echo(known.content, nl=False)


@contextmanager
def _refusals() -> Iterator[None]:
    """What cannot be done, in a sentence."""
    try:
        yield
    except (ServiceError, OSError) as refusal:
        raise click.ClickException(str(refusal)) from refusal


@contextmanager
def _progress(words: str) -> Iterator[OnProgress]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as shown:
        task = shown.add_task(words, total=None)
        yield lambda done, total: shown.update(task, completed=done, total=total)


def _put_in_force(core: Core, version: Version, note: str) -> None:
    before = versions.history(core).in_force
    changed = versions.what_changed(core, before, version) if before else ()
    versions.publish(core, version.id, by=ACTOR, note=note)
    click.echo(f"Version {version.number} ({version.id}) is in force.")
    tell(changed)
    with _progress("Rescoring") as on_progress:
        done = bring_in_line(core, on_progress=on_progress)
    click.echo(f"Leads rescored: {done}.")


def _settings() -> Settings:
    return Settings(project=find_project(Path.cwd()))


def _file(core: Core) -> Loaded:
    return core.scoring.files.read(text_of_file(_settings()))


def _in_force(core: Core) -> Loaded:
    return versions.loaded(core, versions.version_named(core, core.model.version))


def _read(core: Core, name: str | None) -> Loaded:
    return versions.loaded(core, versions.version_named(core, name or ""))
