"""The utterances that the tests read, and the model as the project trains it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.bench.nlu.held_out import INTENTS, IntentCase, files, intent_cases
from bot.nlu.examples import Example
from bot.nlu.model import IntentModel
from bot.nlu.reading import Reading, likelihood, read

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something people say, and the full intent behind it, such as `faq/pricing`."""

    text: str
    label: str
    asking: str | None = None

    @property
    def intent(self) -> str:
        return self.label.partition("/")[0]


def utterances(*files: Path) -> list[Utterance]:
    """All examples of intents in Rasa's NLU files."""
    return [
        Utterance(line.removeprefix("- "), item["intent"], (item.get("metadata") or {}).get("asking"))
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


INTENT_FILES = [file.path for file in files(ROOT / "tests/understanding") if file.kind == INTENTS]
NLU_FILES = sorted((ROOT / "data/nlu").glob("*.yml"))


@pytest.fixture(scope="session")
def training() -> list[Utterance]:
    return utterances(*NLU_FILES)


@pytest.fixture(scope="session")
def held_out() -> list[IntentCase]:
    """Every set: what was looked at may not get worse."""
    return [case for path in INTENT_FILES for case in intent_cases(path)]


@pytest.fixture(scope="session")
def unseen() -> list[IntentCase]:
    """The newest set, which nobody has tuned on: the figures to believe."""
    return intent_cases(INTENT_FILES[-1])


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

    def read(self, text: str, *, asking: str | None = None) -> Reading:
        return read(
            likelihood(self.model, text, asking=asking),
            confidence=self.pipeline["confidence_threshold"],
            margin=self.pipeline["margin_threshold"],
            not_to_be_missed=self.pipeline["not_to_be_missed"],
        )

    def label(self, text: str, *, asking: str | None = None) -> str:
        """What it is taken for: an intent, or the product question."""
        reading = self.read(text, asking=asking)
        if not reading.is_sure:
            return "nlu_fallback"
        return reading.answers[0][0] if reading.answers else reading.intents[0][0]

    def intent(self, text: str, *, asking: str | None = None) -> str:
        return self.label(text, asking=asking).partition("/")[0]


@pytest.fixture(scope="session")
def reader(training: list[Utterance], pipeline: dict[str, Any]) -> Reader:
    model = IntentModel.fit(
        [Example(utterance.text, utterance.label, utterance.asking) for utterance in training],
        kinds=dict(lookups(*NLU_FILES)),
        regularisation=1.0,
    )
    return Reader(model, pipeline)
