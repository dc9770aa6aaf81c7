"""Carrying out a plan of the core: utter what it says, wait for what it asks."""

from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from leads.domain.dialogue import Plan

__all__ = ["follow"]


def follow(plan: Plan, dispatcher: CollectingDispatcher) -> list[EventType]:
    """Utter the plan; the form then waits for its question, or is done when there is none."""
    for say in plan.say:
        buttons = [{"title": title, "payload": payload} for title, payload in say.buttons]
        dispatcher.utter_message(response=say.key, variant=say.variant, buttons=buttons, **say.params)
    return [SlotSet("requested_slot", plan.asking)]
