"""Handing a lead to a person."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

__all__ = ["Handoff", "HandoffReason", "HandoffState"]


class HandoffReason(StrEnum):
    """Why a person is needed."""

    HOT = "hot"  # qualified, good fit: sales, now
    ASKED = "asked"  # they asked for a person
    STUCK = "stuck"  # the bot could not understand them
    TROUBLE = "trouble"  # the bot failed technically
    STEPPED_IN = "stepped_in"  # nobody asked: a rep took the conversation over


class HandoffState(StrEnum):
    """Where a handoff stands."""

    OPEN = "open"
    CLAIMED = "claimed"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Handoff:
    """One request for a person's attention; a lead has at most one for each reason."""

    id: str
    lead_id: str
    conversation_id: str | None
    reason: HandoffReason
    state: HandoffState
    rep_id: str | None
    created_at: datetime
    updated_at: datetime
