"""What an action reads from the tracker."""

import asyncio
from collections import OrderedDict

from rasa_sdk import Tracker

from actions import services
from leads.services.hearing import Hearing, hear
from leads.services.spoken import Spoken

__all__ = ["hearing", "message_id", "spoken"]

_recent: OrderedDict[str, Hearing] = OrderedDict()
MOST_RECENT = 100


async def hearing(tracker: Tracker) -> Hearing:
    """What the message being answered brought: heard once, however many actions of the turn ask for it."""
    message = spoken(tracker)
    if message.message_id not in _recent:
        _recent[message.message_id] = await asyncio.to_thread(hear, services.core(), message)
        while len(_recent) > MOST_RECENT:  # the store keeps them all; these only spare the second look
            _recent.popitem(last=False)
    return _recent[message.message_id]


def message_id(tracker: Tracker) -> str:
    """The id of the message being answered: with the action's name, what makes running it again a no-op."""
    return str(tracker.latest_message["message_id"])


def spoken(tracker: Tracker) -> Spoken:
    """The message as the model understood it."""
    latest = tracker.latest_message
    intent = latest["intent"]
    return Spoken(
        conversation_id=tracker.sender_id,
        message_id=message_id(tracker),
        text=latest["text"] or "",
        intent=intent.get("full_retrieval_intent_name") or intent["name"] or "",
        confidence=intent["confidence"],
        payload=(latest.get("metadata") or {}).get("payload"),
    )
