"""`bantam bench calibrate`: parse options, run, print."""

import json
from pathlib import Path

import click
from rich.console import Console

from bot.bench.calibrate.report import LEGEND, as_json, as_table, faults
from bot.bench.calibrate.run import recover
from bot.bench.calibrate.world import Guesses
from bot.cli.first_run import find_project
from leads.adapters.scoring_file import load_scoring
from leads.bootstrap import scoring_file
from leads.domain.traits import rules_of
from leads.settings import Settings

__all__ = ["calibrate"]


def _sizes(_context: click.Context, _parameter: click.Parameter, value: str) -> tuple[int, ...]:
    try:
        return tuple(int(size) for size in value.split(","))
    except ValueError:
        msg = f"{value!r} is no list of numbers"
        raise click.BadParameter(msg) from None


@click.command()
@click.option("--worlds", type=click.IntRange(min=2), default=100, show_default=True, help="Of each kind.")
@click.option("--leads", callback=_sizes, default="50,200,1000,5000", show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--json", "json_file", type=click.Path(dir_okay=False, path_type=Path), help="Write it here.")
def calibrate(*, worlds: int, leads: tuple[int, ...], seed: int, json_file: Path | None) -> None:
    """Draw outcomes from known weights, and see how often calibration's intervals hold them.

    The leads have the traits of the scoring file. The sales team's points are off by as much as calibration
    expects, or not at all, or they belong to other rules.
    """
    console = Console()
    rules = rules_of(load_scoring(scoring_file(Settings(project=find_project(Path.cwd())))).model)
    found = []
    with console.status("beginning") as status:
        for guesses in Guesses:
            for size in leads:
                status.update(f"{guesses}, {size:,} leads")
                found.append(recover(rules, guesses=guesses, leads=size, seeds=range(seed, seed + worlds)))
    if json_file:
        json_file.write_text(json.dumps(as_json(found, seed=seed), indent=2) + "\n", encoding="utf-8")
    console.print(as_table(found))
    console.print(LEGEND, highlight=False)
    wrong = list(faults(found))
    for fault in wrong:
        console.print(fault, style="red", markup=False)
    if wrong:
        raise click.exceptions.Exit(1)
