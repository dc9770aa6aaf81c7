"""A run as one page that a person can read: figures, and every conversation to open."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.bench.prospects.figures import Run, Tally, bars, by_topic, by_trait, faults, tally, turns_to_outcome
from bot.bench.prospects.report import missed
from bot.bench.prospects.verdict import Verdict

__all__ = ["as_page"]

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def as_page(run: Run) -> str:
    """The page, complete in itself: it can be mailed, or opened from a disk."""
    groups = {
        kind: {trait: _group(verdicts) for trait, verdicts in traits.items()}
        for kind, traits in by_trait(run.verdicts).items()
    }
    return TEMPLATES.get_template("page.html").render(
        run=run,
        bars=bars(run.verdicts),
        topics=by_topic(run.verdicts),
        groups=groups,
        outcomes=turns_to_outcome(run.verdicts),
        missed=missed,
    )


def _group(verdicts: Sequence[Verdict]) -> tuple[int, Tally, int]:
    counted = tally(finding for verdict in verdicts for finding in verdict.findings)
    return len(verdicts), counted, sum(faults(verdicts).values())
