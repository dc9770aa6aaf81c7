"""`bantam bench nlu`: parse options, run, print."""

import asyncio
import json
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from bot.bench.errors import BenchError
from leads.settings import Settings

__all__ = ["nlu"]

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.option(
    "--held-out",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of held-out sets; that of the tests when not given.",
)
@click.option(
    "--folds", type=click.IntRange(min=0), default=5, show_default=True, help="0 leaves training data out."
)
@click.option("--misses", type=click.IntRange(min=0), default=40, show_default=True, help="How many to list.")
@click.option("--few-shot", type=_FILE, help="Learn from few examples of this labelled set instead.")
@click.option("--intents", type=click.IntRange(min=3), default=20, show_default=True)
@click.option("--shots", type=click.IntRange(min=2), default=20, show_default=True)
@click.option("--draws", type=click.IntRange(min=1), default=3, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--json", "json_file", type=_FILE, help="Write the result here.")
def nlu(
    *,
    held_out: Path | None,
    folds: int,
    misses: int,
    few_shot: Path | None,
    intents: int,
    shots: int,
    draws: int,
    seed: int,
    json_file: Path | None,
) -> None:
    """Measure how well messages are understood.

    Reads the held-out sets and the training data crosswise. With --few-shot it draws a few examples of each
    of some intents from a labelled set (CSV, TSV, JSON lines, JSON, or the layout of CLINC150), and lets our
    classifier and one of scikit-learn learn from them; with sentence vectors too when they are switched on.
    """
    try:
        if few_shot:
            seeds = range(seed, seed + draws)
            figures = _few_shot(few_shot, intents=intents, shots=shots, seeds=seeds)
        else:
            figures = _held_out(held_out, folds=folds, listed=misses)
    except BenchError as error:
        raise click.ClickException(str(error)) from error
    if json_file:
        json_file.write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _few_shot(file: Path, *, intents: int, shots: int, seeds: range) -> dict[str, Any]:
    from bot.bench.nlu.few_shot import compete, contestants  # noqa: PLC0415 - takes seconds
    from bot.bench.nlu.few_shot_sets import read_set  # noqa: PLC0415
    from bot.bench.nlu.report import few_shot_json, few_shot_table  # noqa: PLC0415
    from bot.nlu.embeddings import configured  # noqa: PLC0415

    entrants = contestants(configured(Settings()))
    figures = compete(read_set(file), entrants, intents=intents, shots=shots, seeds=seeds)
    Console().print(few_shot_table(figures))
    asked = {"file": file.name, "intents": intents, "shots": shots, "seeds": list(seeds)}
    return asked | few_shot_json(figures)


def _held_out(folder: Path | None, *, folds: int, listed: int) -> dict[str, Any]:
    from bot.bench.nlu import report  # noqa: PLC0415 - takes seconds
    from bot.bench.nlu.run import run  # noqa: PLC0415
    from bot.cli.first_run import ensure_model, find_project  # noqa: PLC0415
    from bot.understanding import Reader  # noqa: PLC0415

    console = Console()
    settings = Settings(project=find_project(Path.cwd()))
    reader = Reader(settings, ensure_model(settings.project, settings.var, Console(stderr=True)))
    folder = folder or settings.project / "tests" / "understanding"
    result = asyncio.run(run(reader, project=settings.project, folder=folder, folds=folds))
    for table in report.as_tables(result):
        console.print(table)
    for line in report.misses(result)[:listed]:
        console.print(f"  {line}", markup=False, highlight=False)
    return report.as_json(result)
