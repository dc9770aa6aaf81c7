"""How the result of a bench is told: a table for people, JSON for programs."""

import json
import os
import platform
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime

from rich.box import SIMPLE_HEAD
from rich.table import Table

from bot.bench.measures import ratio
from bot.bench.script import SCRIPT
from bot.bench.turns import EARLY_TURN, Outcome, Plan

__all__ = ["REFERENCE", "Machine", "Measure", "Result", "as_json", "as_table", "measures", "this_machine"]

REFERENCE = "a"


@dataclass(frozen=True, slots=True)
class Machine:
    """Where a run took place."""

    system: str
    python: str
    cores: int


@dataclass(frozen=True, slots=True)
class Result:
    """One run: all contestants on one machine, and how busy that was before and after (the minute's load)."""

    began: datetime
    machine: Machine
    load_before: float
    load_after: float
    plan: Plan
    outcomes: tuple[Outcome, ...]

    @property
    def counts(self) -> bool:
        """Whether every contestant's run counts."""
        return all(outcome.counts for outcome in self.outcomes)

    @property
    def reference(self) -> Outcome | None:
        """The outcome that ratios are to; None when it did not take part or does not count."""
        return next((each for each in self.outcomes if each.key == REFERENCE and each.counts), None)


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of an outcome: its name in JSON, its line in the table, and how it reads there."""

    key: str
    label: str
    value: Callable[[Outcome], float]
    show: str


def measures(plan: Plan) -> tuple[Measure, ...]:
    """The figures that are compared, in the order of the table."""
    return (
        Measure("median_ms", "turn, median", lambda outcome: outcome.latency.median_ms, "{:.1f} ms"),
        Measure("p95_ms", "turn, p95", lambda outcome: outcome.latency.p95_ms, "{:.1f} ms"),
        Measure("per_second", "turns/second", lambda outcome: outcome.latency.per_second, "{:.1f}"),
        Measure("idle_mb", "memory, idle", lambda outcome: outcome.idle.megabytes, "{:.0f} MB"),
        Measure("after_mb", "memory, after", lambda outcome: outcome.after.megabytes, "{:.0f} MB"),
        Measure("start_up_seconds", "start to ready", lambda outcome: outcome.start_up_seconds, "{:.1f} s"),
        Measure("early_ms", f"turn {EARLY_TURN}", lambda outcome: outcome.growth.early_ms, "{:.1f} ms"),
        Measure("late_ms", f"turn {plan.long_turns}", lambda outcome: outcome.growth.late_ms, "{:.1f} ms"),
        Measure("growth", "growth", lambda outcome: outcome.growth.ratio, "{:.2f}"),
    )


def this_machine() -> Machine:
    """Describe the machine this runs on."""
    return Machine(
        system=f"{platform.system()} {platform.machine()}",
        python=platform.python_version(),
        cores=os.cpu_count() or 1,
    )


def as_json(result: Result) -> str:
    """Return everything that was measured, and each figure as a ratio to the reference."""
    return json.dumps(
        {
            "bench": "turns",
            "began": result.began.isoformat(),
            "machine": asdict(result.machine),
            "load": {"before": result.load_before, "after": result.load_after},
            "plan": asdict(result.plan) | {"turns_per_conversation": len(SCRIPT)},
            "counts": result.counts,
            "contestants": [
                asdict(outcome) | {"counts": outcome.counts, "ratios": _ratios(outcome, result=result)}
                for outcome in result.outcomes
            ],
        },
        indent=2,
    )


def as_table(result: Result) -> Table:
    """Return one column for each contestant; figures of a run that does not count are not shown."""
    table = Table(
        title="bantam bench turns", caption=_caption(result), caption_justify="left", box=SIMPLE_HEAD
    )
    table.add_column("")
    for outcome in result.outcomes:
        table.add_column(f"({outcome.key}) {outcome.title}", justify="right")
    table.add_row("reached by", *(outcome.reached_by for outcome in result.outcomes))
    for measure in measures(result.plan):
        table.add_row(measure.label, *(_cell(measure, outcome, result=result) for outcome in result.outcomes))
    table.add_row("conversations", *(str(outcome.checked) for outcome in result.outcomes))
    table.add_row("silent repeats", *(str(outcome.silent_repeats) for outcome in result.outcomes))
    table.add_row("leads complete", *(_verdict(outcome) for outcome in result.outcomes))
    return table


def _ratios(outcome: Outcome, *, result: Result) -> dict[str, float | None]:
    return {measure.key: _ratio(measure, outcome, result=result) for measure in measures(result.plan)}


def _ratio(measure: Measure, outcome: Outcome, *, result: Result) -> float | None:
    if result.reference is None or not outcome.counts:
        return None
    return ratio(measure.value(outcome), reference=measure.value(result.reference))


def _cell(measure: Measure, outcome: Outcome, *, result: Result) -> str:
    if not outcome.counts:
        return "–"
    shown = measure.show.format(measure.value(outcome))
    times = None if outcome.key == REFERENCE else _ratio(measure, outcome, result=result)
    return shown if times is None else f"{shown} ×{times:.2f}"


def _verdict(outcome: Outcome) -> str:
    return "all" if outcome.counts else f"[red]{len(outcome.faults)} faults[/red]"


def _caption(result: Result) -> str:
    plan, machine, turns = result.plan, result.machine, len(SCRIPT)
    sentences = (
        f"Each contestant: {plan.warm_up} conversations of {turns} turns to warm up, {plan.conversations} "
        "timed, by turns with the others, and a long one; no two turns at once.",
        f"Turns {EARLY_TURN} and {plan.long_turns} are medians of the {turns} turns around them.",
        f"× is the ratio to ({REFERENCE}).",
        "Memory is the sum of the resident memory of all processes.",
        f"{machine.system}, {machine.cores} cores, Python {machine.python}; "
        f"load {result.load_before:.1f} before and {result.load_after:.1f} after.",
    )
    return " ".join(sentences)
