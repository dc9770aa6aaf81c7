"""`IntentReader`: the one NLU component of our Rasa pipeline, from a message's text to its intent."""

import inspect
import warnings
from typing import Any, Self

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.constants import (
    RESPONSE_SELECTOR_PREDICTION_KEY,
    RESPONSE_SELECTOR_RANKING_KEY,
    RESPONSE_SELECTOR_RESPONSES_KEY,
    RESPONSE_SELECTOR_RETRIEVAL_INTENTS,
    RESPONSE_SELECTOR_UTTER_ACTION_KEY,
)
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME, UTTER_PREFIX
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import (
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    INTENT_RESPONSE_KEY,
    METADATA,
    METADATA_INTENT,
    PREDICTED_CONFIDENCE_KEY,
    RESPONSE_SELECTOR,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu import examples, features, model, normalise
from bot.nlu.embeddings import configured
from bot.nlu.examples import Example
from bot.nlu.model import IntentModel
from bot.nlu.reading import Reading, likelihood, read
from leads.settings import Settings

__all__ = ["ASKING", "IntentReader", "examples_in", "kinds_in"]

ASKING = "asking"  # the metadata, of a message and of an example, that names the question it answers

# Rasa's check of a project knows its own components only, and finds the work that ours does missing.
for _unfounded in (
    "You have defined training data with examples for training a response selector",
    "You have defined training data consisting of lookup tables",
):
    warnings.filterwarnings("ignore", message=_unfounded)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentReader(GraphComponent, IntentClassifier):
    """Sets `intent` and `intent_ranking`, and for a product question which answer it asks for.

    Below `confidence_threshold`, or with the second intent closer than `margin_threshold`, the intent is
    `nlu_fallback`, and the ranking keeps what was thought. An intent `not_to_be_missed` is taken from its own
    threshold on. A message that has an intent already is left alone.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """What config.yml may set, and what holds otherwise."""
        return {
            "confidence_threshold": 0.3,
            "margin_threshold": 0.05,
            "not_to_be_missed": {},  # intent -> the probability from which it is taken, whatever leads
            "ranking_length": 5,  # intents kept in the ranking, which is stored with every message
            "regularisation": 1.0,  # scikit-learn's C
        }

    def __init__(
        self,
        config: dict[str, Any],
        *,
        model_storage: ModelStorage,
        resource: Resource,
        model: IntentModel | None = None,
    ) -> None:
        self._confidence = _setting(config, "confidence_threshold", at_most=1.0)
        self._margin = _setting(config, "margin_threshold", at_most=1.0)
        urgent = config["not_to_be_missed"]
        self._not_to_be_missed = {intent: _setting(urgent, intent, at_most=1.0) for intent in urgent}
        self._ranking_length = int(_setting(config, "ranking_length", at_most=100))
        self._regularisation = _setting(config, "regularisation", at_most=1e6)
        self._model_storage = model_storage
        self._resource = resource
        self._model = model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003 - Rasa's signature
    ) -> Self:
        """A reader that has yet to be trained."""
        return cls(config, model_storage=model_storage, resource=resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003 - Rasa's signature
        **_: Any,
    ) -> Self:
        """The reader that was trained and kept under `resource`."""
        with model_storage.read_from(resource) as directory:
            model = IntentModel.load(directory, encoder=configured(Settings()))
        return cls(config, model_storage=model_storage, resource=resource, model=model)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:  # noqa: ARG003 - Rasa's signature
        """What a trained model depends on besides the data: Rasa trains anew when it changed."""
        code = "".join(inspect.getsource(module) for module in (normalise, examples, features, model))
        return code + Settings().embeddings_sha256

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples and the lookup tables of the project, and keep what was learnt."""
        self._model = IntentModel.fit(
            examples_in(training_data),
            kinds=kinds_in(training_data),
            regularisation=self._regularisation,
            encoder=configured(Settings()),
        )
        with self._model_storage.write_to(self._resource) as directory:
            self._model.save(directory)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Read every message that has no intent yet; the same list comes back."""
        for message in messages:
            if message.get(INTENT) is None:
                self._process(message)
        return messages

    def _process(self, message: Message) -> None:
        if self._model is None:
            raise RuntimeError("IntentReader has to be trained before it can read.")
        asking = (message.get(METADATA) or {}).get(ASKING)
        reading = read(
            likelihood(self._model, message.get(TEXT) or "", asking=asking),
            confidence=self._confidence,
            margin=self._margin,
            not_to_be_missed=self._not_to_be_missed,
        )
        ranking = reading.intents[: self._ranking_length]
        if not reading.is_sure:
            ranking = ((DEFAULT_NLU_FALLBACK_INTENT_NAME, self._confidence), *ranking)
        message.set(INTENT, _named(*ranking[0]), add_to_output=True)
        message.set(INTENT_RANKING_KEY, [_named(*intent) for intent in ranking], add_to_output=True)
        if reading.is_sure and reading.answers:
            message.set(RESPONSE_SELECTOR, self._selection(reading), add_to_output=True)

    def _selection(self, reading: Reading) -> dict[str, Any]:
        """Which answer to give, in the words of Rasa's ResponseSelector, whose actions read it."""
        intent, _ = reading.intents[0]
        answer, confidence = reading.answers[0]
        return {
            RESPONSE_SELECTOR_RETRIEVAL_INTENTS: [intent],
            intent: {
                RESPONSE_SELECTOR_PREDICTION_KEY: {
                    INTENT_RESPONSE_KEY: answer,
                    PREDICTED_CONFIDENCE_KEY: confidence,
                    RESPONSE_SELECTOR_UTTER_ACTION_KEY: f"{UTTER_PREFIX}{answer}",
                    RESPONSE_SELECTOR_RESPONSES_KEY: [],  # the words themselves stay in domain.yml
                },
                RESPONSE_SELECTOR_RANKING_KEY: [
                    {INTENT_RESPONSE_KEY: name, PREDICTED_CONFIDENCE_KEY: likely}
                    for name, likely in reading.answers[: self._ranking_length]
                ],
            },
        }


def examples_in(training_data: TrainingData) -> list[Example]:
    """The examples of intents, with the question they name."""
    return [_example(message) for message in training_data.intent_examples if message.get(TEXT)]


def kinds_in(training_data: TrainingData) -> dict[str, str]:
    """The kind of every word in a lookup table."""
    return {word: table["name"] for table in training_data.lookup_tables for word in table["elements"]}


def _example(message: Message) -> Example:
    of_intent = (message.get(METADATA) or {}).get(METADATA_INTENT) or {}
    return Example(message.get(TEXT), message.get_full_intent(), asking=of_intent.get(ASKING))


def _named(name: str, confidence: float) -> dict[str, Any]:
    return {INTENT_NAME_KEY: name, PREDICTED_CONFIDENCE_KEY: confidence}


def _setting(config: dict[str, Any], name: str, *, at_most: float) -> float:
    value = config[name]
    if not isinstance(value, int | float) or not 0 <= value <= at_most:
        raise InvalidConfigException(
            f"IntentReader: {name} must be a number from 0 to {at_most:g}, not {value!r}."
        )
    return value
