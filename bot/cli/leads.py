"""`bantam leads`: what an operator does with the people in the store."""

from pathlib import Path

import click

from bot.cli.first_run import ensure_secrets, find_project
from leads.bootstrap import open_core
from leads.services import erasing
from leads.services.errors import LeadNotFound
from leads.settings import Settings

__all__ = ["leads"]

ACTOR = "command line"


@click.group()
def leads() -> None:
    """The people in the store."""


@leads.command()
@click.argument("lead_id")
@click.option("--yes", is_flag=True, help="Do not ask back.")
def erase(*, lead_id: str, yes: bool) -> None:
    """Erase one person: answers, transcripts, scores, meetings, all of it. Refusals hold all the same."""
    # The generated key, too: refusals are kept as hashes made with it.
    core = open_core(ensure_secrets(Settings(project=find_project(Path.cwd()))))
    if not yes:
        click.confirm(f"Erase everything about lead {lead_id}? Nothing brings it back.", abort=True)
    try:
        erasing.erase(core, lead_id, actor=ACTOR)
    except LeadNotFound as fault:
        raise click.ClickException(f"There is no lead {lead_id}.") from fault
    click.echo(f"Lead {lead_id} is erased.")
