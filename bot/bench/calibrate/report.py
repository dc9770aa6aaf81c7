"""What the worlds showed, as a table and as JSON, and whether it is good enough."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from rich.box import SIMPLE
from rich.table import Table

from bot.bench.calibrate.run import TOO_FEW, Recovery, Trial
from bot.bench.calibrate.world import Guesses
from leads.domain.calibration import FEWEST, shortfall
from leads.domain.learnt import LEVEL

__all__ = ["LEGEND", "as_json", "as_table", "faults"]

#: How far the share of intervals that hold the truth may be from what they claim, beyond twice its error.
SLACK = 0.02

LEGEND = """hold    intervals that hold the true weight, and twice the standard error over worlds
off     how far a weight is off on average, in log-odds; width: of its interval
way     how much of the way from the team's guess to the truth is gone
worth   for how many leads a guess of the team still counts
regret  mean squared error of the chances told
A world with too few outcomes of a kind is refused."""


def as_table(found: Sequence[Recovery]) -> Table:
    """One line for each kind and number of leads."""
    title = f"How often {LEVEL:.0%} intervals hold the truth"
    table = Table(title=title, title_justify="left", box=SIMPLE, padding=0, pad_edge=False)
    table.add_column("points are", no_wrap=True)
    for name in ("leads", "worlds", "hold", "off", "width", "way", "worth", "regret"):
        table.add_column(name, justify="right", no_wrap=True)
    for each in found:
        table.add_row(str(each.guesses), f"{each.leads:,}", *_cells(each))
    return table


def as_json(found: Sequence[Recovery], *, seed: int) -> dict[str, Any]:
    """Every figure."""
    return {
        "level": LEVEL,
        "fewest_of_each_outcome": FEWEST,
        "refuses": {"outcomes": TOO_FEW, "refused": _refuses()},
        "seed": seed,
        "recoveries": [
            {
                "guesses": each.guesses,
                "leads": each.leads,
                "worlds": len(each.trials),
                "refused": each.refused,
                "coverage": each.coverage if each.trials else None,
                "error": each.error if each.trials else None,
                "binomial_error": each.binomial_error if each.trials else None,
            }
            | ({name: each.mean(figure) for name, figure in FIGURES.items()} if each.trials else {})
            for each in found
        ],
        "faults": list(faults(found)),
    }


def faults(found: Sequence[Recovery]) -> Iterator[str]:
    """What is not as it should be."""
    if not _refuses():
        yield f"{TOO_FEW} outcomes are not refused"
    believed = [each for each in found if each.guesses is Guesses.AS_BELIEVED and len(each.trials) > 1]
    believed.sort(key=_leads)
    for each in believed:
        room = 2 * each.error + SLACK
        if abs(each.coverage - LEVEL) > room:
            yield f"{each.leads:,} leads: {each.coverage:.3f} of the intervals hold the truth, not {LEVEL}"
    for fewer, more in pairwise(believed):
        if more.mean(FIGURES["off"]) >= fewer.mean(FIGURES["off"]):
            yield f"{more.leads:,} leads teach no more than {fewer.leads:,}"
        if more.mean(FIGURES["way"]) <= fewer.mean(FIGURES["way"]):
            yield f"{more.leads:,} leads do not leave the guesses further behind than {fewer.leads:,}"


def _refuses() -> bool:
    return all(shortfall(won=won, lost=TOO_FEW - won) is not None for won in range(TOO_FEW + 1))


def _leads(recovery: Recovery) -> int:
    return recovery.leads


def _cells(each: Recovery) -> Iterator[str]:
    yield f"{len(each.trials)}/{len(each.trials) + each.refused}"
    if each.trials:
        yield f"{each.coverage:.3f}±{2 * each.error:.3f}"
        yield from (
            f"{each.mean(figure):.{digits}f}" for digits, figure in zip(DIGITS, FIGURES.values(), strict=True)
        )


def _off(trial: Trial) -> float:
    return trial.off


def _width(trial: Trial) -> float:
    return trial.width


def _way(trial: Trial) -> float:
    return trial.way


def _worth(trial: Trial) -> float:
    return trial.worth


def _regret(trial: Trial) -> float:
    return trial.regret


#: How many places of each figure are shown.
DIGITS = (2, 2, 2, 0, 4)
FIGURES = {"off": _off, "width": _width, "way": _way, "worth": _worth, "regret": _regret}
