"""`bantam calibrate`: what won and lost leads say about the scoring file."""

from collections.abc import Iterator
from pathlib import Path

import click
from pydantic import TypeAdapter
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from bot.cli.first_run import find_project
from console import calibration as arranged
from leads.adapters.bayesian_logistic import BayesianLogistic
from leads.bootstrap import open_core
from leads.domain.calibration import Calibration, Findings
from leads.domain.learnt import LEVEL
from leads.services import calibrating
from leads.services.core import Core
from leads.services.errors import ServiceError
from leads.settings import Settings

__all__ = ["calibrate"]

ACTOR = "command line"
CALIBRATION = TypeAdapter(Calibration)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Everything that was found, for programs.")
@click.option(
    "--accept", "names", multiple=True, metavar="NAME", help="Make a draft of a suggestion; may be repeated."
)
def calibrate(*, as_json: bool, names: tuple[str, ...]) -> None:
    """Learn from won and lost leads what the scoring file should say.

    Scores stay as they are. Accepted suggestions become a draft: `bantam scoring preview` and `publish` it.
    With too few outcomes it says how many more are needed, and ends with status 1.
    """
    core = open_core(Settings(project=find_project(Path.cwd())))
    found = calibrating.calibrate(core, BayesianLogistic(), by=ACTOR)
    if as_json:
        click.echo(CALIBRATION.dump_json(found, indent=2).decode())
    else:
        _show(core, found)
    if names:
        _accept(core, names)
    if found.missing is not None:
        raise SystemExit(1)


def _accept(core: Core, names: tuple[str, ...]) -> None:
    try:
        draft = calibrating.accept(core, names, by=ACTOR)
    except ServiceError as refusal:
        raise click.ClickException(str(refusal)) from refusal
    click.echo(f"Draft {draft.number} ({draft.id}) is kept: bantam scoring preview {draft.number}", err=True)


def _show(core: Core, found: Calibration) -> None:
    tally = found.tally
    click.echo(f"Version {found.version}. Leads whose end is known: {tally.won} won, {tally.lost} lost.")
    if tally.unknown:
        click.echo(f"Left out: {tally.unknown} of whom nothing was known before sales had to do with them.")
    if found.missing is not None:
        click.echo(f"Too few to learn from: {arranged.missing_in_words(found.missing)} are needed.")
    if found.findings is not None:
        with core.store.reading() as work:
            names = {rep.id: rep.name for rep in work.reps.all()}
        for line in _lines(found.findings, names):
            click.echo(line)
        _show_weights(found.findings)


def _lines(findings: Findings, names: dict[str, str]) -> Iterator[str]:
    yield f"The sales team's guess of each number counts like {findings.learnt.worth:.0f} leads."
    yield from map(arranged.scale_in_words, findings.scales)
    yield ""
    yield f"Chances, for leads that were left out ({LEVEL:.0%} intervals):"
    yield from (f"  {sentence}" for sentence in arranged.quality_in_words(findings.quality))
    for each in findings.quality.curve:
        share = f"{each.share.low:.0%} to {each.share.high:.0%}"
        yield f"  said {each.said:>4.0%}  won {each.won:>4} of {each.leads:<5} {share}"
    yield ""
    yield (
        "Suggestions:" if findings.suggestions else "No suggestion: the numbers hold, as far as one can tell."
    )
    for suggestion in findings.suggestions:
        yield f"  {suggestion.name}: {suggestion.present} -> {suggestion.wanted}"
        yield f"      {arranged.forecast_in_words(suggestion.forecast)}"
        if workload := arranged.workload_in_words(suggestion, names):
            yield f"      calls a month: {workload}"


def _show_weights(findings: Findings) -> None:
    table = Table(
        title=f"What rules turned out to be worth ({LEVEL:.0%} intervals)", box=SIMPLE, title_justify="left"
    )
    table.add_column("rule", no_wrap=True)
    for name in ("now", "learnt", "odds of winning", "leads", "won"):
        table.add_column(name, justify="right", no_wrap=True)
    for row in arranged.rows(findings):
        weight = row.weight
        mark = " *" if row.is_off else ""
        cells = (f"{weight.rule.points}", f"{row.points}{mark}", row.odds, f"{weight.leads}", f"{weight.won}")
        table.add_row(weight.rule.name, *cells)
    Console().print(table)
    click.echo("* the interval leaves the present points out")
