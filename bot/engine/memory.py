"""What the engine remembers of a conversation from one turn to the next: its state, not its history.

The transcript and the lead's facts are kept by the store. The engine itself needs only the slots, the form
that is active and what it asks for. Starting every turn from that makes the two-hundredth turn as cheap as
the tenth: rules never look further back than the turn they are in. See docs/decisions/0004-the-engine-
remembers-state.md.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import (
    ACTION_LISTEN_NAME,
    ACTION_SESSION_START_NAME,
    DEFAULT_SLOT_NAMES,
    REQUESTED_SLOT,
)
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SessionStarted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

__all__ = ["TurnMemory", "asked", "condense"]


class TurnMemory(TrackerStore):
    """A tracker store for the turns in progress. What must last is taken out by `condense` and kept by us."""

    def __init__(self, domain: Domain) -> None:
        super().__init__(domain, event_broker=None)
        self._trackers: dict[str, DialogueStateTracker] = {}

    def recall(self, sender_id: str, events: Sequence[Mapping[str, Any]]) -> None:
        """Set up the tracker of a conversation for one turn."""
        self._trackers[sender_id] = DialogueStateTracker.from_dict(sender_id, events, self.domain.slots)

    def forget(self, sender_id: str) -> DialogueStateTracker:
        """Take the tracker out after the turn."""
        return self._trackers.pop(sender_id)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Hold the tracker until the turn is over."""
        self._trackers[tracker.sender_id] = tracker

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker of a turn in progress."""
        return self._trackers.get(sender_id)

    async def keys(self) -> list[str]:
        """The conversations with a turn in progress."""
        return list(self._trackers)


def condense(tracker: DialogueStateTracker) -> list[dict[str, Any]]:
    """The shortest list of events that leads to the tracker's present state."""
    events: list[Event] = [ActionExecuted(ACTION_SESSION_START_NAME), SessionStarted()]
    events += [
        SlotSet(slot.name, slot.value)
        for slot in tracker.slots.values()
        if slot.value is not None and slot.name not in DEFAULT_SLOT_NAMES
    ]
    if tracker.active_loop_name:
        events += [
            ActionExecuted(tracker.active_loop_name),
            ActiveLoop(tracker.active_loop_name),
            SlotSet(REQUESTED_SLOT, tracker.get_slot(REQUESTED_SLOT)),
        ]
    events.append(ActionExecuted(ACTION_LISTEN_NAME))
    return [event.as_dict() for event in events]


def asked(events: Sequence[Mapping[str, Any]]) -> str | None:
    """What the last question was about, in events that `condense` made."""
    return next((event["value"] for event in reversed(events) if event.get("name") == REQUESTED_SLOT), None)
