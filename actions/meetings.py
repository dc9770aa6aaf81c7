"""The actions around a meeting that is booked."""

import asyncio
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions import services
from actions.reading import message_id, spoken
from actions.saying import follow
from leads.services.meetings import cancel_from_chat, reoffer_from_chat

__all__ = ["CancelMeeting", "ChangeMeeting"]


class CancelMeeting(Action):
    """Calls the booked meeting off."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_cancel_meeting"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Cancel and confirm."""
        plan = await asyncio.to_thread(
            cancel_from_chat,
            services.core(),
            conversation_id=tracker.sender_id,
            message_id=message_id(tracker),
        )
        return follow(plan, dispatcher)


class ChangeMeeting(Action):
    """Offers other times for the booked meeting."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_change_meeting"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Put fresh slots on the table."""
        plan = await asyncio.to_thread(
            reoffer_from_chat,
            services.core(),
            conversation_id=tracker.sender_id,
            message_id=message_id(tracker),
            words=spoken(tracker).words,
        )
        return follow(plan, dispatcher)
