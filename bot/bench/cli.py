"""The `bantam bench` commands: parse options, run, print."""

import os
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console

from bot.bench.calibrate.cli import calibrate
from bot.bench.errors import BenchError
from bot.bench.line_up import CONTESTANTS, line_up
from bot.bench.measures import growth_turns
from bot.bench.nlu.cli import nlu
from bot.bench.prospects.cli import prospects
from bot.bench.report import Result, as_json, as_table, this_machine
from bot.bench.script import SCRIPT
from bot.bench.store.cli import store
from bot.bench.turns import EARLY_TURN, Plan, compete
from leads.settings import Settings

__all__ = ["bench"]

_FAULTS_SHOWN = 10
_SHORTEST_LONG = growth_turns(EARLY_TURN, window=len(SCRIPT)) + len(SCRIPT) // 2


def _keys(_context: click.Context, _parameter: click.Parameter, value: str) -> tuple[str, ...]:
    keys = tuple(dict.fromkeys(key.strip() for key in value.split(",")))
    unknown = [key for key in keys if key not in CONTESTANTS]
    if unknown:
        msg = f"{', '.join(unknown)!r} is not among {', '.join(CONTESTANTS)}"
        raise click.BadParameter(msg)
    return keys


@click.group()
def bench() -> None:
    """Measure Bantam, beside a peer where there is one."""


bench.add_command(calibrate)
bench.add_command(nlu)
bench.add_command(prospects)
bench.add_command(store)


@bench.command()
@click.option(
    "--conversations", type=click.IntRange(min=1), default=50, show_default=True, help="Timed ones."
)
@click.option(
    "--warm-up", type=click.IntRange(min=1), default=5, show_default=True, help="Untimed ones before."
)
@click.option("--contestants", callback=_keys, default=",".join(CONTESTANTS), show_default=True)
@click.option("--long-turns", type=click.IntRange(min=_SHORTEST_LONG), default=200, show_default=True)
@click.option("--port-base", type=click.IntRange(1024, 65000), default=5905, show_default=True)
@click.option(
    "--json", "json_file", type=click.Path(dir_okay=False, path_type=Path), help="Write the result here."
)
def turns(
    *,
    conversations: int,
    warm_up: int,
    contestants: tuple[str, ...],
    long_turns: int,
    port_base: int,
    json_file: Path | None,
) -> None:
    """Play one scripted qualification with stock Rasa and with Bantam.

    \b
    a  stock Rasa, default DIET pipeline      c  Bantam, embedded in a program
    b  stock Rasa, without TensorFlow parts   d  Bantam, served over HTTP

    The first run installs and trains the stock project, which takes some minutes.
    """
    plan = Plan(warm_up=warm_up, conversations=conversations, long_turns=long_turns)
    console = Console()
    began, load_before = datetime.now(UTC), os.getloadavg()[0]
    entrants = line_up(contestants, folder=(Settings().var / "bench").absolute(), port_base=port_base)
    try:
        with console.status("beginning") as status:
            outcomes = compete(entrants, plan=plan, tell=status.update)
    except BenchError as error:
        raise click.ClickException(str(error)) from error
    result = Result(
        began=began,
        machine=this_machine(),
        load_before=load_before,
        load_after=os.getloadavg()[0],
        plan=plan,
        outcomes=outcomes,
    )
    if json_file:
        json_file.write_text(as_json(result) + "\n", encoding="utf-8")
    console.print(as_table(result))
    _tell_faults(result, console=console)
    if not result.counts:
        raise click.exceptions.Exit(1)


def _tell_faults(result: Result, *, console: Console) -> None:
    for outcome in result.outcomes:
        for fault in outcome.faults[:_FAULTS_SHOWN]:
            console.print(f"({outcome.key}) does not count: {fault}", style="red", markup=False)
