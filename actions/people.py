"""The actions that meet somebody: a greeting, and the call for a person."""

import asyncio
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions import services
from actions.reading import hearing, message_id
from leads.services.greeting import is_back
from leads.services.handoffs import hand_over

__all__ = ["Greet", "HandOver"]


class Greet(Action):
    """Says hello: otherwise to whoever comes back than to whoever is new."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_greet"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Greet."""
        knows_us = await asyncio.to_thread(is_back, services.core(), tracker.sender_id)
        dispatcher.utter_message(response="utter_greet_again" if knows_us else "utter_greet")
        return []


class HandOver(Action):
    """Tells the reps that somebody asks for a person."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_hand_over"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Open a handoff and say so; not where the message only sounds like a wish for one."""
        if not (await hearing(tracker)).is_aside:
            return []
        is_news = await asyncio.to_thread(
            hand_over, services.core(), conversation_id=tracker.sender_id, message_id=message_id(tracker)
        )
        dispatcher.utter_message(response="utter_handed_over" if is_news else "utter_handed_over_again")
        return []
