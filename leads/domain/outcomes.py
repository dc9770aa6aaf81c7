"""Won and lost: what people found out about a lead, and what that says about who buys."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from leads.domain.lead import DispositionReason, Lead, Stage

__all__ = ["Outcome", "Result", "Verdict", "result_of", "verdict"]


class Result(StrEnum):
    """What is known of a lead's end."""

    WON = "won"
    LOST = "lost"
    OPEN = "open"  # nobody can tell yet, or nobody ever could


#: Reasons that say nothing about whether somebody like this buys.
SAYS_NOTHING = frozenset({DispositionReason.INVALID_DATA, DispositionReason.CANNOT_BE_REACHED})
#: Where a lost lead stays; one that has come back is open again.
ENDED = frozenset({Stage.FAILED, Stage.CONVERTED})


@dataclass(frozen=True, slots=True)
class Outcome:
    """One entry of the record of outcomes: the newest of a lead is in force. `by` names who said so."""

    id: str
    lead_id: str
    result: Result
    by: str
    at: datetime
    reason: DispositionReason | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a lead was won in the end, and when that was known (aware UTC)."""

    is_won: bool
    at: datetime


def result_of(reason: DispositionReason | None) -> Result:
    """What leaving the pipeline for this reason says; None is leaving it for no bad reason."""
    return Result.OPEN if reason is None or reason in SAYS_NOTHING else Result.LOST


def verdict(lead: Lead, outcomes: Iterable[Outcome], purchases: Iterable[datetime]) -> Verdict | None:
    """How it ended with a lead, or None where it has not, or was no lead at all.

    A purchase since they came is a win, whatever people noted; those from before are the past of a customer.
    Only what people noted is a loss: what the bot decides by the scores cannot teach them anything.
    """
    if lead.stage is Stage.REMOVED:
        return None
    bought = min((at for at in purchases if at > lead.created_at), default=None)
    if bought is not None:
        return Verdict(is_won=True, at=bought)
    last = max(outcomes, key=lambda outcome: (outcome.at, outcome.id), default=None)
    if last is None or last.result is Result.OPEN:
        return None
    is_won = last.result is Result.WON
    return Verdict(is_won, last.at) if is_won or lead.stage in ENDED else None
