"""`bantam bench store`: parse options, found, look, print."""

import os
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import sqlalchemy as sa
from rich.console import Console
from rich.progress import Progress

from bot.bench.report import this_machine
from bot.bench.store.founding import BLOCK, found, lead_id
from bot.bench.store.looks import Places, looks
from bot.bench.store.measuring import measured
from bot.bench.store.report import Run, Sweep, as_json, as_table, as_text
from bot.cli.first_run import find_project
from leads.adapters.clock import utc_now
from leads.adapters.ids import new_id
from leads.adapters.scoring_edit import YamlScoring
from leads.adapters.scoring_file import load_scoring
from leads.adapters.time_zones import TimeZones
from leads.bootstrap import scoring_file
from leads.domain.matrix import Thresholds
from leads.services.core import Core
from leads.services.preview import preview
from leads.services.rescoring import rescore
from leads.services.scoring import Scoring
from leads.services.sweep import OnProgress
from leads.settings import Settings
from leads.store import schema
from leads.store.database import Database
from leads.store.migrate import migrate
from leads.store.unit_of_work import SqlStore

__all__ = ["store"]

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.option("--leads", type=click.IntRange(min=BLOCK), default=100_000, show_default=True, help="How many.")
@click.option(
    "--database",
    "url",
    help="An empty database to fill, or one that this command has filled before. A SQLite file without it.",
)
@click.option("--sweep", is_flag=True, help="Also preview another model, and rescore every lead under it.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed gives the same leads.")
@click.option("--json", "json_file", type=_FILE, help="Write everything here.")
@click.option("--text", "text_file", type=_FILE, help="Write the table and every query's plan here.")
def store(
    *, leads: int, url: str | None, sweep: bool, seed: int, json_file: Path | None, text_file: Path | None
) -> None:
    """Time every list, search and card with very many leads, and show how the database finds them.

    Leads are made in thousands. What reads a whole table is named.
    """
    console = Console()
    load_before = os.getloadavg()[0]
    with ExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory())
        database = Database(url or f"sqlite:///{folder}/store.sqlite3")
        stack.callback(database.dispose)
        core = _core(database)
        there = _fill(core, database, leads=leads, seed=seed, console=console)
        seen = []
        with console.status("looking") as status:
            for each in measured(core, database, looks(_places(database, there), database)):
                seen.append(each)
                status.update(f"{len(seen)} looks, the last: {each.look.name}")
        run = Run(
            database=database.engine.dialect.name,
            leads=there,
            machine=this_machine(),
            load_before=load_before,
            load_after=os.getloadavg()[0],
            measured=tuple(seen),
            sweeps=_sweeps(core) if sweep else (),
        )
    for file, write in ((json_file, as_json), (text_file, as_text)):
        if file:
            file.write_text(write(run) + "\n", encoding="utf-8")
    console.print(as_table(run))
    for swept in run.sweeps:
        console.print(swept.told)
    for name in run.scans:
        console.print(f"{name}: reads a whole table", style="red", markup=False)


def _core(database: Database) -> Core:
    settings = Settings(project=find_project(Path.cwd()))
    migrate(database)
    model = load_scoring(scoring_file(settings)).model
    return Core(
        store=SqlStore(database),
        clock=utc_now,
        new_id=new_id,
        scoring=Scoring(model, YamlScoring()),
        public_url=settings.public_url,
        places=TimeZones(),
    )


def _fill(core: Core, database: Database, *, leads: int, seed: int, console: Console) -> int:
    """How many leads are there, after filling a store that is empty."""
    with core.store.reading() as work:
        there = work.leads.count()
        if there and work.leads.get(lead_id(0)) is None:
            raise click.ClickException("That database has leads of its own.")
    if there:
        return there
    with Progress(console=console) as progress:
        task = progress.add_task("founding", total=leads)
        found(
            core, database, leads=leads, seed=seed, on_progress=lambda n: progress.update(task, completed=n)
        )
    return leads // BLOCK * BLOCK


def _places(database: Database, leads: int) -> Places:
    table = schema.leads.c
    tenth = sa.select(table.id).order_by(table.id).offset(leads // 10).limit(1)
    address = sa.select(table.email).where(table.email.is_not(None), table.id > lead_id(leads // 2))
    with database.reading() as connection:
        return Places(
            lead=lead_id(leads // 2),
            address=connection.execute(address.order_by(table.id).limit(1)).scalar_one(),
            deep=connection.execute(tenth).scalar_one(),
            leads=leads,
        )


def _sweeps(core: Core) -> tuple[Sweep, ...]:
    """A preview of other thresholds, and the same for good."""
    lower = Thresholds(core.model.thresholds.fit - 10, core.model.thresholds.interest - 10)
    other = replace(core.model, version=f"bench-{time.time_ns()}"[:32], thresholds=lower)
    return (
        _timed("preview", lambda told: preview(core, other, on_progress=told)),
        _timed("rescore", lambda told: rescore(core, other, on_progress=told)),
    )


def _timed(name: str, go: Callable[[OnProgress], object]) -> Sweep:
    with Progress() as progress:
        task = progress.add_task(name)
        done = 0

        def told(so_far: int, total: int) -> None:
            nonlocal done
            done = so_far
            progress.update(task, completed=so_far, total=total)

        wall, cpu = time.perf_counter(), time.process_time()
        go(told)
        return Sweep(name, done, time.perf_counter() - wall, time.process_time() - cpu)
