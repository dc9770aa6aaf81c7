"""How a run is told: text for people at a terminal, JSON for programs."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot.bench.prospects.claims import Outcome
from bot.bench.prospects.figures import Run, Tally, bars, by_topic, by_trait, faults, tally, turns_to_outcome
from bot.bench.prospects.verdict import Finding, Verdict

__all__ = ["as_json", "as_text", "missed"]

Json = dict[str, Any]


def as_text(run: Run, *, misses: int) -> RenderableType:
    """The bars, the figures by topic and by trait, and at most so many misses."""
    return Group(
        _title(run), _bars(run), _topics(run), *_traits(run), _outcomes(run), *_misses(run, most=misses)
    )


def as_json(run: Run) -> str:
    """Everything, transcripts too."""
    whole = tally(finding for verdict in run.verdicts for finding in verdict.findings)
    return json.dumps(
        {
            "bench": "prospects",
            "seed": run.seed,
            "prospects": len(run.verdicts),
            "messages": run.messages,
            "seconds": round(run.seconds, 1),
            "holds": run.holds,
            "bars": [asdict(bar) | {"holds": bar.holds} for bar in bars(run.verdicts)],
            "answers": _tally(whole),
            "by_topic": {topic: _tally(counted) for topic, counted in by_topic(run.verdicts).items()},
            "by_trait": {
                kind: {trait: _group(verdicts) for trait, verdicts in traits.items()}
                for kind, traits in by_trait(run.verdicts).items()
            },
            "turns_to_outcome": {
                outcome: {"prospects": count, "median_messages": turns}
                for outcome, (count, turns) in turns_to_outcome(run.verdicts).items()
            },
            "conversations": [_conversation(verdict) for verdict in run.verdicts],
        },
        indent=1,
        ensure_ascii=False,
    )


def missed(verdict: Verdict) -> list[Finding]:
    """What was not kept as it was told, or kept though it was not told."""
    return [finding for finding in verdict.findings if finding.outcome is not Outcome.RECALLED]


def _tally(counted: Tally) -> Json:
    return asdict(counted) | {"recall": counted.recall, "wrong_share": counted.wrong_share}


def _group(verdicts: Sequence[Verdict]) -> Json:
    counted = tally(finding for verdict in verdicts for finding in verdict.findings)
    return {"prospects": len(verdicts), **_tally(counted), "faults": faults(verdicts)}


def _conversation(verdict: Verdict) -> Json:
    return {
        "prospect": verdict.persona.key,
        "traits": {kind: sorted(traits) for kind, traits in verdict.persona.traits.items()},
        "outcome": verdict.outcome,
        "booked": verdict.booked,
        "findings": [asdict(finding) for finding in verdict.findings],
        "faults": [asdict(fault) for fault in verdict.faults],
        "lines": [asdict(line) for line in verdict.lines],
    }


def _title(run: Run) -> Text:
    words = (
        f"{len(run.verdicts)} prospects wrote {run.messages} messages in {run.seconds:.0f} s, seed {run.seed}"
    )
    return Text(words, style="bold")


def _bars(run: Run) -> Table:
    table = Table("", "", "bar", box=SIMPLE_HEAD)
    for bar in bars(run.verdicts):
        table.add_row(bar.name, bar.shown, bar.wanted, style="" if bar.holds else "red")
    return table


def _topics(run: Run) -> Table:
    table = Table("topic", "told", "recall", "wrong", "withheld", "made up", box=SIMPLE_HEAD)
    for topic, counted in by_topic(run.verdicts).items():
        table.add_row(
            topic, str(counted.told), f"{counted.recall:.3f}", str(counted.wrong), str(counted.withheld),
            str(counted.made_up),
        )  # fmt: skip
    return table


def _traits(run: Run) -> Iterator[Table]:
    for kind, traits in by_trait(run.verdicts).items():
        table = Table(kind, "prospects", "recall", "wrong values", "faults", box=SIMPLE_HEAD)
        for trait, verdicts in traits.items():
            counted = tally(finding for verdict in verdicts for finding in verdict.findings)
            table.add_row(
                trait, str(len(verdicts)), f"{counted.recall:.3f}", f"{counted.wrong_share:.3f}",
                str(sum(faults(verdicts).values())),
            )  # fmt: skip
        yield table


def _outcomes(run: Run) -> Table:
    table = Table("outcome", "prospects", "messages (median)", box=SIMPLE_HEAD)
    for outcome, (count, turns) in turns_to_outcome(run.verdicts).items():
        table.add_row(outcome, str(count), f"{turns:g}")
    return table


def _misses(run: Run, *, most: int) -> Iterator[Text]:
    lines = [line for verdict in run.verdicts for line in _told(verdict)]
    yield from (Text(line) for line in lines[:most])
    if len(lines) > most:
        yield Text(f"… and {len(lines) - most} more: see --json or --html")


def _told(verdict: Verdict) -> Iterator[str]:
    key = verdict.persona.key
    for finding in missed(verdict):
        said = " / ".join(finding.words) or "nothing"
        kept = f"{finding.found}, not {finding.expected}"
        yield f"{key} {finding.topic} {finding.outcome}: {kept}; they wrote: {said}"
    for fault in verdict.faults:
        yield f"{key} {fault.kind}: {fault.what}"
