"""`bantam bench prospects`: parse options, run, print."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from rich.console import Console

from bot.bench.prospects.cast import cast
from bot.bench.prospects.figures import Run
from bot.bench.prospects.page import as_page
from bot.bench.prospects.report import as_json, as_text
from bot.cli.first_run import ensure_model, find_project
from leads.settings import Settings

__all__ = ["prospects"]

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.option("--personas", type=click.IntRange(1, 9999), default=300, show_default=True, help="How many.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed gives the same run.")
@click.option("--misses", type=click.IntRange(min=0), default=40, show_default=True, help="Misses to list.")
@click.option("--json", "json_file", type=_FILE, help="Write everything here.")
@click.option("--html", "html_file", type=_FILE, help="Write a page with all conversations here.")
def prospects(
    *, personas: int, seed: int, misses: int, json_file: Path | None, html_file: Path | None
) -> None:
    """Let simulated prospects talk to the real bot, and judge what it made of them.

    Ends with 1 when a bar does not hold.
    """
    console = Console()
    project = find_project(Path.cwd())
    model = ensure_model(project, Settings().var, console)
    with console.status("beginning") as status, TemporaryDirectory() as folder:
        run = asyncio.run(
            _run(
                project,
                Path(folder),
                model,
                personas,
                seed,
                tell=lambda left: status.update(f"{left} of {personas} prospects have left"),
            )
        )
    if json_file:
        json_file.write_text(as_json(run) + "\n", encoding="utf-8")
    if html_file:
        html_file.write_text(as_page(run), encoding="utf-8")
    console.print(as_text(run, misses=misses))
    if not run.holds:
        raise click.exceptions.Exit(1)


async def _run(
    project: Path, folder: Path, model: Path, personas: int, seed: int, *, tell: Callable[[int], None]
) -> Run:
    from bot.bench.prospects.run import play  # noqa: PLC0415 - the engine takes seconds to load
    from bot.bench.prospects.stage import Stage, settings_for_a_run  # noqa: PLC0415

    async with Stage.opened(settings_for_a_run(project, folder), model) as stage:
        began = time.monotonic()
        verdicts = await play(stage, cast(personas, seed=seed), seed=seed, tell=tell)
        return Run(seed, time.monotonic() - began, verdicts)
