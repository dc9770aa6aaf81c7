"""The actions around a meeting that is booked."""

import asyncio
from typing import Any

from leads.services.meetings import cancel_from_chat, reoffer_from_chat
from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import services
from actions.reading import message_id

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
        say = await asyncio.to_thread(
            cancel_from_chat,
            services.core(),
            conversation_id=tracker.sender_id,
            message_id=message_id(tracker),
        )
        dispatcher.utter_message(response=say.key, variant=say.variant, **say.params)
        return []


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
        )
        for say in plan.say:
            buttons = [{"title": title, "payload": payload} for title, payload in say.buttons]
            dispatcher.utter_message(response=say.key, variant=say.variant, buttons=buttons, **say.params)
        return [SlotSet("requested_slot", plan.asking)]
