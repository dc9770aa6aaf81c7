"""The actions around the qualification form: hear the message, say what the core decided, answer for it."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.reading import hearing
from actions.saying import follow

__all__ = ["ExplainQuestion", "RecordAnswers", "ValidateQualificationForm"]


class RecordAnswers(Action):
    """Hears the message: what it answers is kept, scored and planned with."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_record_answers"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Fill the slots of everything this message answered; an aside is left to the rules first."""
        heard = await hearing(tracker)
        if heard.is_aside:
            return []
        return [SlotSet(topic, standing) for topic, standing in heard.answered.items()]


class ValidateQualificationForm(Action):
    """Says what the core decided, and lets the form wait for what it asks."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "validate_qualification_form"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Utter the plan of this message; no question left means the form is done."""
        heard = await hearing(tracker)
        events = follow(heard.plan, dispatcher)
        # A form that sets no slot rejects itself and leaves the turn to the rules: right for asides only.
        return events if heard.is_aside else [*events, SlotSet("heard", True)]


class ExplainQuestion(Action):
    """Says why we ask what we asked last."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_explain_question"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Utter the reason that belongs to the question."""
        asked = tracker.get_slot("requested_slot")
        dispatcher.utter_message(response=f"utter_why_{asked}" if asked else "utter_repeat_nothing")
        return []
