"""What an action reads from the tracker."""

from rasa_sdk import Tracker

from leads.services.hearing import Spoken

__all__ = ["message_id", "spoken"]


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
