"""The component in Rasa's terms: what it puts on a message, what it leaves alone, what it refuses."""

from pathlib import Path
from typing import Any

import pytest
from rasa.core.actions.action import ActionRetrieveResponse
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.intent_classifier import IntentReader

EXAMPLES = {
    "greet": ["hello", "hello there", "hi there", "good morning", "hi"],
    "faq/pricing": ["what does it cost", "how much does it cost", "tell me the price", "what is the price"],
    "faq/trial": ["can I try it for free", "is there a free trial", "can we try it", "a trial please"],
    "ask_human": ["talk to a human", "get me a human", "a human please", "let me talk to a human"],
}
NOTHING = GraphSchema({})


class Workshop:
    """Where a reader is trained, kept and loaded again."""

    def __init__(self, folder: Path) -> None:
        self.storage = LocalModelStorage(folder)
        self.resource = Resource("intents")
        self.context = ExecutionContext(NOTHING)

    def reader(self, **config: Any) -> IntentReader:
        settings = {**IntentReader.get_default_config(), **config}
        reader = IntentReader.create(settings, self.storage, self.resource, self.context)
        reader.train(training_data())
        return IntentReader.load(settings, self.storage, self.resource, self.context)


def training_data() -> TrainingData:
    examples = [Message.build(text, intent) for intent, texts in EXAMPLES.items() for text in texts]
    return TrainingData(examples, lookup_tables=[{"name": "person", "elements": ["human", "rep"]}])


def read(reader: IntentReader, text: str) -> dict[str, Any]:
    (message,) = reader.process([Message({"text": text})])
    return dict(message.as_dict(only_output_properties=True))


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


def test_an_intent_with_its_ranking(workshop: Workshop) -> None:
    parsed = read(workshop.reader(ranking_length=2), "hello there!")

    assert parsed["intent"] == parsed["intent_ranking"][0]
    assert parsed["intent"]["name"] == "greet"
    assert 0.5 < parsed["intent"]["confidence"] <= 1
    assert len(parsed["intent_ranking"]) == 2
    assert "response_selector" not in parsed


def test_lookup_tables_are_learnt_from(workshop: Workshop) -> None:
    assert read(workshop.reader(), "get me a rep")["intent"]["name"] == "ask_human"


def test_a_product_question_names_its_answer_as_rasas_actions_expect_it(workshop: Workshop) -> None:
    parsed = read(workshop.reader(), "what's the price?")
    tracker = DialogueStateTracker.from_events(
        "visitor", [UserUttered("what's the price?", parsed["intent"], parse_data=parsed)]
    )

    assert parsed["intent"]["name"] == "faq"
    assert parsed["response_selector"]["all_retrieval_intents"] == ["faq"]
    assert parsed["response_selector"]["faq"]["response"]["intent_response_key"] == "faq/pricing"
    assert ActionRetrieveResponse("utter_faq").get_full_retrieval_name(tracker) == "utter_faq/pricing"


def test_an_unsure_reading_falls_back_and_keeps_the_ranking(workshop: Workshop) -> None:
    reader = workshop.reader(confidence_threshold=0.99)

    parsed = read(reader, "hello, what does a human cost")

    assert parsed["intent"] == {"name": "nlu_fallback", "confidence": 0.99}
    assert parsed["intent_ranking"][0] == parsed["intent"]
    assert {ranked["name"] for ranked in parsed["intent_ranking"][1:]} == {"greet", "faq", "ask_human"}
    assert "response_selector" not in parsed


def test_an_intent_not_to_be_missed_is_taken_early(workshop: Workshop) -> None:
    text = "hello there, good morning human"

    assert read(workshop.reader(confidence_threshold=0.0), text)["intent"]["name"] != "ask_human"
    assert read(workshop.reader(not_to_be_missed={"ask_human": 0.001}), text)["intent"]["name"] == "ask_human"


@pytest.mark.parametrize("text", ["", "   ", "\x00", "?" * 100_000, "a" * 100_000, "🦄", "ᚠᛇᚻ"])
def test_L04_any_message_is_read(workshop: Workshop, text: str) -> None:
    assert read(workshop.reader(), text)["intent"]["name"]


def test_a_message_that_has_an_intent_is_left_alone(workshop: Workshop) -> None:
    message = Message({"text": "hello", "intent": {"name": "deny", "confidence": 1.0}})

    workshop.reader().process([message])

    assert message.get("intent")["name"] == "deny"
    assert message.get("intent_ranking") is None


def test_an_untrained_reader_says_so(workshop: Workshop) -> None:
    settings = IntentReader.get_default_config()
    reader = IntentReader.create(settings, workshop.storage, workshop.resource, workshop.context)

    with pytest.raises(RuntimeError, match="trained"):
        read(reader, "hello")


@pytest.mark.parametrize(
    "setting",
    [
        pytest.param({"confidence_threshold": 1.1}, id="above-one"),
        pytest.param({"margin_threshold": -0.1}, id="negative"),
        pytest.param({"confidence_threshold": "high"}, id="a-word"),
        pytest.param({"not_to_be_missed": {"ask_human": 2}}, id="urgent-above-one"),
    ],
)
def test_a_setting_out_of_bounds_is_refused(workshop: Workshop, setting: dict[str, Any]) -> None:
    with pytest.raises(InvalidConfigException, match=r"must be a number from 0 to 1, not"):
        workshop.reader(**setting)


def test_a_changed_model_code_means_a_new_training() -> None:
    addon = IntentReader.fingerprint_addon({})

    assert "def normalise" in addon
    assert "def features" in addon
    assert "class IntentModel" in addon
