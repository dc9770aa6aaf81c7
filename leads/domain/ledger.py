"""The append-only score ledger: what a line is, which lines must be added, and what they sum to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from leads.domain.matrix import Axis, Scores

__all__ = ["Axis", "Change", "Kind", "LedgerEntry", "Line", "changes", "totals"]

TAKEN_BACK = "Taken back: {reason}"


class Kind(StrEnum):
    """How a datum came to us."""

    EXPLICIT = "explicit"  # given on purpose
    IMPLICIT = "implicit"  # observed, or inferred from what was given


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Points, and why.

    `source` names the answer, the signal or the limit they come from ("answer:…", "signal:…", "limit:…"), or
    time alone ("time:silence"); `rule` the rule that gave them. Axis, rule and source together identify it.
    """

    axis: Axis
    points: int
    reason: str
    kind: Kind
    source: str
    rule: str

    @property
    def key(self) -> tuple[Axis, str, str]:
        """What stays the same when the points of a line change."""
        return self.axis, self.rule, self.source


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Line):
    """A line as it enters the ledger: under which model version, and when (aware UTC)."""

    model: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry(Change):
    """A line of the ledger. Entries are only ever added."""

    id: str


def changes(
    existing: Iterable[Line], wanted: Iterable[Line], *, model: str, at: datetime
) -> tuple[Change, ...]:
    """What to append so that the ledger says exactly what `wanted` says; nothing when it already does.

    A line no longer wanted is taken back by its negative, under its own rule and source. A line whose points
    moved (a cap, a buying cycle) gets the difference. `existing` is in the order written; `model` is the
    version in force.
    """
    standing: dict[tuple[Axis, str, str], int] = {}
    last: dict[tuple[Axis, str, str], Line] = {}
    for line in existing:
        standing[line.key] = standing.get(line.key, 0) + line.points
        last[line.key] = line
    aims = {line.key: line for line in wanted}
    taken_back = [
        _change(last[key], -points, TAKEN_BACK.format(reason=last[key].reason), model=model, at=at)
        for key, points in standing.items()
        if points and key not in aims
    ]
    added = [
        _change(line, line.points - standing.get(key, 0), line.reason, model=model, at=at)
        for key, line in aims.items()
        if line.points != standing.get(key, 0)
    ]
    return (*taken_back, *added)


def _change(line: Line, points: int, reason: str, *, model: str, at: datetime) -> Change:
    return Change(
        axis=line.axis,
        points=points,
        reason=reason,
        kind=line.kind,
        source=line.source,
        rule=line.rule,
        model=model,
        at=at,
    )


def totals(lines: Iterable[Line]) -> Scores:
    """Both scores: nothing but the sums of the lines."""
    fit = interest = 0
    for line in lines:
        if line.axis is Axis.FIT:
            fit += line.points
        else:
            interest += line.points
    return Scores(fit=fit, interest=interest)
