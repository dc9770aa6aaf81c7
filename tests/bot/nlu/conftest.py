"""The utterances that the tests read, and the model as the project trains it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.nlu.model import IntentModel
from bot.nlu.reading import Reading, read

ROOT = Path(__file__).parents[3]
HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something people say, and the full intent behind it, such as `faq/pricing`."""

    text: str
    label: str

    @property
    def intent(self) -> str:
        return self.label.partition("/")[0]


def utterances(*files: Path) -> list[Utterance]:
    """All examples of intents in Rasa's NLU files."""
    return [
        Utterance(line.removeprefix("- "), item["intent"])
        for item in _items(*files)
        if "intent" in item
        for line in item["examples"].splitlines()
    ]


def lookups(*files: Path) -> list[tuple[str, str]]:
    """All words of the lookup tables, each with the name of its table."""
    return [
        (line.removeprefix("- "), item["lookup"])
        for item in _items(*files)
        if "lookup" in item
        for line in item["examples"].splitlines()
    ]


def _items(*files: Path) -> Iterator[dict[str, Any]]:
    for file in files:
        yield from yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]


NLU_FILES = sorted((ROOT / "data/nlu").glob("*.yml"))


@pytest.fixture(scope="session")
def training() -> list[Utterance]:
    return utterances(*NLU_FILES)


@pytest.fixture(scope="session")
def held_out() -> list[Utterance]:
    return utterances(HERE / "held_out.yml")


@pytest.fixture(scope="session")
def unseen() -> list[Utterance]:
    return utterances(HERE / "unseen.yml")


@pytest.fixture(scope="session")
def pipeline() -> dict[str, Any]:
    """What config.yml sets for the one component of the pipeline."""
    (component,) = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))["pipeline"]
    return dict(component)


@dataclass(frozen=True, slots=True)
class Reader:
    """The trained model with the thresholds of config.yml."""

    model: IntentModel
    pipeline: dict[str, Any]

    def read(self, text: str) -> Reading:
        return read(
            self.model.probabilities(text),
            confidence=self.pipeline["confidence_threshold"],
            margin=self.pipeline["margin_threshold"],
            not_to_be_missed=self.pipeline["not_to_be_missed"],
        )

    def intent(self, text: str) -> str:
        reading = self.read(text)
        return reading.intents[0][0] if reading.is_sure else "nlu_fallback"


@pytest.fixture(scope="session")
def reader(training: list[Utterance], pipeline: dict[str, Any]) -> Reader:
    model = IntentModel.fit(
        [utterance.text for utterance in training],
        [utterance.label for utterance in training],
        kinds=dict(lookups(*NLU_FILES)),
        regularisation=10.0,
    )
    return Reader(model, pipeline)
