"""Who can take part, and on which ports."""

from collections.abc import Callable, Mapping
from pathlib import Path

from bot.bench.bantam_contestant import BantamHome, EmbeddedBantam, ServedBantam
from bot.bench.contestant import Contestant
from bot.bench.stock_contestant import StockRasa
from bot.bench.stock_project import Pipeline, StockHome

__all__ = ["CONTESTANTS", "line_up"]

Entry = Callable[[Path, int], Contestant]


def _stock(pipeline: Pipeline, *, folder: Path, port: int) -> Contestant:
    return StockRasa(pipeline, home=StockHome(folder / "stock"), port=port)


CONTESTANTS: Mapping[str, Entry] = {
    "a": lambda folder, port: _stock(Pipeline.DIET, folder=folder, port=port),
    "b": lambda folder, port: _stock(Pipeline.LEAN, folder=folder, port=port + 2),
    "c": lambda folder, _: EmbeddedBantam(BantamHome(folder / "bantam")),
    "d": lambda folder, port: ServedBantam(BantamHome(folder / "bantam"), port=port + 4),
}
"""By the letter that names them on the command line: how each is made in a folder, from a first port on."""


def line_up(keys: tuple[str, ...], *, folder: Path, port_base: int) -> dict[str, Contestant]:
    """Return the contestants with these letters; nothing is started yet."""
    return {key: CONTESTANTS[key](folder, port_base) for key in keys}
