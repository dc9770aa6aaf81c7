"""The custom actions: one validates what the form was told, one stores the finished lead."""

from typing import Any, Dict, List, Text

from rasa_sdk import Action, FormValidationAction, Tracker
from rasa_sdk.events import AllSlotsReset, EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions import answers, store

store.create()


class ValidateQualificationForm(FormValidationAction):
    def name(self) -> Text:
        return "validate_qualification_form"

    def validate_need(
        self, value: Text, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> Dict[Text, Any]:
        if len(value.split()) < 3:
            dispatcher.utter_message(response="utter_need_too_short")
            return {"need": None}
        return {"need": value}

    def validate_timeframe(
        self, value: Text, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> Dict[Text, Any]:
        if answers.days(value) is None:
            dispatcher.utter_message(response="utter_timeframe_not_understood")
            return {"timeframe": None}
        return {"timeframe": value}

    def validate_budget(
        self, value: Text, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> Dict[Text, Any]:
        if answers.budget(value) is None:
            dispatcher.utter_message(response="utter_budget_not_understood")
            return {"budget": None}
        return {"budget": value}

    def validate_authority(
        self, value: Text, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> Dict[Text, Any]:
        if answers.authority(value) is None:
            dispatcher.utter_message(response="utter_authority_not_understood")
            return {"authority": None}
        return {"authority": value}


class ActionSubmitLead(Action):
    def name(self) -> Text:
        return "action_submit_lead"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> List[EventType]:
        told = {name: tracker.get_slot(name) for name in ("need", "timeframe", "budget", "authority")}
        budget = answers.budget(told["budget"])
        store.save(
            sender=tracker.sender_id,
            need=told["need"],
            timeframe=told["timeframe"],
            timeframe_days=answers.days(told["timeframe"]),
            budget_amount=budget.amount,
            budget_currency=budget.currency,
            authority=answers.authority(told["authority"]),
        )
        return [AllSlotsReset()]
