"""What the run showed: a table to read, all of it with the plans as text, and the same as JSON."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from rich.box import SIMPLE_HEAD
from rich.table import Table

from bot.bench.report import Machine
from bot.bench.store.measuring import Measured

__all__ = ["Run", "Sweep", "as_json", "as_table", "as_text"]

MILLI = 1_000


@dataclass(frozen=True, slots=True)
class Sweep:
    """All leads gone over once: what for, how many, and seconds by the clock and of the processor."""

    name: str
    leads: int
    wall: float
    cpu: float

    @property
    def told(self) -> str:
        """In words."""
        each = self.cpu / max(self.leads, 1) * 1_000_000
        return (
            f"{self.name}: {self.leads:,} leads in {self.wall:.1f} s by the clock, {self.cpu:.1f} s of the "
            f"processor ({each:.0f} µs a lead)"
        )


@dataclass(frozen=True, slots=True)
class Run:
    """One run on one store; the minute's load of the machine before and after says how busy that was."""

    database: str
    leads: int
    machine: Machine
    load_before: float
    load_after: float
    measured: tuple[Measured, ...]
    sweeps: tuple[Sweep, ...] = ()

    @property
    def scans(self) -> tuple[str, ...]:
        """Our looks that read a table from one end to the other."""
        return tuple(each.look.name for each in self.measured if each.scans and not each.look.is_peer)

    @property
    def unit(self) -> str:
        """What reading is counted in."""
        return "1000 steps" if self.database == "sqlite" else "rows read"


def as_table(run: Run) -> Table:
    """A line a look."""
    table = Table(box=SIMPLE_HEAD, title=f"{run.leads:,} leads on {run.database}")
    for heading in ("look", "p50 ms", "p95 ms", run.unit, "by"):
        table.add_column(heading, justify="left" if heading in ("look", "by") else "right")
    for each in run.measured:
        style = "dim" if each.look.is_peer else "red" if each.scans else None
        table.add_row(*_cells(each), style=style)
    return table


def as_text(run: Run) -> str:
    """Everything, for people."""
    machine = run.machine
    lines = [
        f"{run.leads:,} leads on {run.database}; {machine.system}, {machine.cores} cores, "
        f"Python {machine.python}; load {run.load_before:.1f} before, {run.load_after:.1f} after",
        "",
    ]
    for each in run.measured:
        look, p50, p95, reads, by = _cells(each)
        lines.append(f"{look}: p50 {p50} ms, p95 {p95} ms, {reads} {run.unit}; {by}")
        for statement, plan in each.statements:
            lines += [f"    {' '.join(statement.text.split())}", *(f"        {line}" for line in plan.lines)]
    lines += ["", *(sweep.told for sweep in run.sweeps)]
    return "\n".join(lines)


def as_json(run: Run) -> str:
    """Everything, for programs."""
    return json.dumps(
        {
            "database": run.database,
            "leads": run.leads,
            "machine": asdict(run.machine),
            "load": [run.load_before, run.load_after],
            "reads_in": run.unit,
            "looks": [_as_data(each) for each in run.measured],
            "sweeps": [asdict(sweep) for sweep in run.sweeps],
        },
        indent=2,
    )


def _cells(each: Measured) -> Sequence[str]:
    by = f"reads all of {', '.join(each.scans)}" if each.scans else ", ".join(each.indexes[:3])
    p50, p95 = (f"{each.quantile(share) * MILLI:.1f}" for share in (0.5, 0.95))
    return each.look.name, p50, p95, f"{each.reads:,}", by


def _as_data(each: Measured) -> dict[str, object]:
    return {
        "look": each.look.name,
        "is_peer": each.look.is_peer,
        "p50_ms": each.quantile(0.5) * MILLI,
        "p95_ms": each.quantile(0.95) * MILLI,
        "runs": len(each.times),
        "reads": each.reads,
        "scans": each.scans,
        "indexes": each.indexes,
        "statements": [{"text": statement.text, "plan": plan.lines} for statement, plan in each.statements],
    }
