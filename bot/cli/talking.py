"""Talking to the bot in the terminal, and asking what it makes of a message."""

import asyncio
import json
import sys
import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from bot.cli.first_run import ensure_model, ensure_secrets, ensure_team, find_project
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
    asyncio.run(_understand_all(reader, sys.stdin))


async def _understand_all(reader: Any, lines: Iterable[str]) -> None:
    for question in _questions(lines):
        answer = question if "error" in question else await reader.read(**question)
        click.echo(json.dumps(answer, ensure_ascii=False))


def _questions(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    for line in lines:
        if line.strip():
            yield _question(line.rstrip("\n"))


def _question(line: str) -> dict[str, Any]:
    if not line.lstrip().startswith("{"):
        return {"text": line}
    try:
        given = json.loads(line)
        now = given.get("now")
        return {
            "text": str(given["text"]),
            "asking": given.get("asking"),
            "now": datetime.fromisoformat(now) if now else datetime.now(UTC),
            "country": given.get("country"),
        }
    except (ValueError, KeyError, TypeError):
        return {"error": {"code": "bad_request", "message": 'A line is text, or JSON with a "text".'}}
