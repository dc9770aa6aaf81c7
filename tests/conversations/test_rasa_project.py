"""The project in Rasa's own eyes: valid, without a warning, and with the parts the code counts on."""

import warnings

from rasa.shared.core.domain import Domain
from rasa.validator import Validator

from leads.domain.topics import Topic
from tests.conversations.conftest import load_project

ACTIONS = {
    "action_record_answers",
    "validate_qualification_form",
    "action_explain_question",
    "action_greet",
    "action_hand_over",
    "action_cancel_meeting",
    "action_change_meeting",
}


#: Said by Rasa to everybody, about itself.
ABOUT_RASA = ("Slot auto-fill has been removed", "pkg_resources is deprecated")


def test_rasa_finds_nothing_to_warn_of() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        for message in ABOUT_RASA:
            warnings.filterwarnings("ignore", message=message)
        validator = Validator.from_importer(load_project())

        assert validator.verify_domain_validity()
        assert validator.verify_nlu(ignore_warnings=False)
        assert validator.verify_actions_in_stories_rules()
        assert validator.verify_forms_in_stories_rules()
        assert validator.verify_form_slots()
        assert validator.verify_slot_mappings()
        assert validator.verify_story_structure(ignore_warnings=False)


def test_the_form_asks_for_every_topic(domain: Domain) -> None:
    assert domain.required_slots_for_form("qualification_form") == list(Topic)


def test_every_topic_is_filled_by_the_core(domain: Domain) -> None:
    slots = {slot.name: slot for slot in domain.slots}

    for topic in Topic:
        assert slots[topic].type_name == "any"
        assert slots[topic].mappings == [{"type": "custom", "action": "action_record_answers"}]
        assert not slots[topic].influence_conversation


def test_the_actions_are_those_of_the_actions_package(domain: Domain) -> None:
    assert {name for name in domain.user_actions if not name.startswith("utter_")} == ACTIONS


def test_product_questions_are_a_retrieval_intent(domain: Domain) -> None:
    assert domain.retrieval_intents == ["faq"]
