"""The commands an operator types."""

import logging
from importlib import import_module
from typing import ClassVar

import click

from bot.quiet import configure_logging

__all__ = ["main"]


class _Lazy(click.Group):
    """Commands that import their module when they run: help and settings answer at once."""

    MODULES: ClassVar = {
        "up": "bot.cli.serving:up",
        "serve": "bot.cli.serving:serve",
        "train": "bot.cli.serving:train",
        "migrate": "bot.cli.upkeep:migrate",
        "doctor": "bot.cli.upkeep:doctor",
        "settings": "bot.cli.upkeep:settings",
        "backup": "bot.cli.upkeep:backup",
        "restore": "bot.cli.upkeep:restore",
        "reps": "bot.cli.upkeep:reps",
        "leads": "bot.cli.leads:leads",
        "scoring": "bot.cli.scoring:scoring",
        "calibrate": "bot.cli.calibrating:calibrate",
        "chat": "bot.cli.talking:chat",
        "understand": "bot.cli.talking:understand",
        "bench": "bot.bench.cli:bench",
    }

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's interface
        """In the order somebody new would want them."""
        return list(self.MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command."""
        if cmd_name not in self.MODULES:
            return None
        module, _, name = self.MODULES[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--verbose", is_flag=True, help="Log more.")
def main(*, verbose: bool) -> None:
    """Bantam asks, scores, books and hands over leads."""
    configure_logging(level=logging.DEBUG if verbose else logging.WARNING)
