"""Talking to the bot in the terminal, and asking what it makes of a message."""

import asyncio
import sys
import uuid
from pathlib import Path

import click
from rich.console import Console

from bot.cli.first_run import ensure_model, ensure_secrets, ensure_team, find_project
from bot.cli.questions import understand_all
from leads.settings import Settings

__all__ = ["chat", "understand"]

console = Console(stderr=True)


@click.command()
@click.option("--sender", help="Go on with an earlier conversation.")
def chat(*, sender: str | None) -> None:
    """Talk to the bot here; end with Ctrl+D. A number presses the button of that number."""
    settings = ensure_secrets(Settings(project=find_project(Path.cwd())))
    model = ensure_model(settings.project, settings.var, console)
    with console.status("Loading …"):
        from bot.bootstrap import build  # noqa: PLC0415 - takes seconds: after the first words

        product = build(settings, model)
    ensure_team(product.core, console)  # with nobody to meet, a hot prospect would leave without a meeting
    from bot.terminal import Terminal  # noqa: PLC0415

    asyncio.run(Terminal(product, sender or f"terminal-{uuid.uuid4().hex[:8]}").run())


@click.command()
def understand() -> None:
    """Read messages from standard input, and print what the bot would make of each.

    One a line, as text or as JSON {"text", "asking"?, "now"?, "language"?, "country"?}.
    """
    settings = Settings(project=find_project(Path.cwd()))
    model = ensure_model(settings.project, settings.var, console)
    from bot.understanding import Reader  # noqa: PLC0415 - takes seconds

    reader = Reader(settings, model)
    asyncio.run(understand_all(reader, sys.stdin.buffer))
