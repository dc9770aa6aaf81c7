"""The intent model by itself: it learns, it repeats itself, it survives being kept."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from bot.nlu.examples import Example
from bot.nlu.model import IntentModel, WrongEncoder

EXAMPLES = {
    "greet": ["hello", "hello there", "hi there", "good morning", "good morning to you"],
    "thanks": ["thank you", "thanks a lot", "thank you so much", "many thanks", "thanks"],
    "ask_human": [
        "talk to a human",
        "get me a human",
        "talk to a rep please",
        "get me a rep",
        "a human please",
    ],
}
KINDS = {"human": "person", "rep": "person", "agent": "person"}
LEARNT = [Example(text, label) for label, texts in EXAMPLES.items() for text in texts]


def fitted() -> IntentModel:
    return IntentModel.fit(LEARNT, kinds=KINDS, regularisation=1.0)


MODEL = fitted()


def likeliest(text: str) -> str:
    probabilities = MODEL.probabilities(text)
    return max(probabilities, key=probabilities.__getitem__)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("Hello!", "greet", id="other-case-and-marks"),
        pytest.param("thankss", "thanks", id="misspelt"),
        pytest.param("I want to talk to an agent", "ask_human", id="a-word-known-only-by-its-kind"),
    ],
)
def test_it_reads_what_it_was_not_taught(text: str, label: str) -> None:
    assert likeliest(text) == label


@given(st.text())
def test_probabilities_are_probabilities(text: str) -> None:
    probabilities = MODEL.probabilities(text)

    assert probabilities.keys() == EXAMPLES.keys()
    assert all(0 <= likely <= 1 for likely in probabilities.values())
    assert sum(probabilities.values()) == pytest.approx(1) or not any(probabilities.values())


@pytest.mark.parametrize("text", ["", " \n", "\u200b", "🦄"])
def test_what_is_not_known_at_all_is_not_guessed(text: str) -> None:
    assert set(MODEL.probabilities(text).values()) == {0.0}


def test_the_same_examples_give_the_same_model() -> None:
    again = fitted()

    assert again.labels == MODEL.labels
    assert again.columns == MODEL.columns
    assert np.array_equal(again.weights, MODEL.weights)
    assert np.array_equal(again.bias, MODEL.bias)


def test_a_kept_model_reads_the_same(tmp_path: Path) -> None:
    MODEL.save(tmp_path)

    kept = IntentModel.load(tmp_path)

    for text in ("hello", "get me an agent", "", "что"):
        assert kept.probabilities(text) == MODEL.probabilities(text)


def test_a_kept_model_holds_nothing_that_could_run(tmp_path: Path) -> None:
    MODEL.save(tmp_path)

    assert {file.name for file in tmp_path.iterdir()} == {"intents.npz", "intents.json"}
    with np.load(tmp_path / "intents.npz", allow_pickle=False) as arrays:
        assert all(array.dtype == np.float32 for array in arrays.values())


def test_two_labels_are_too_few() -> None:
    with pytest.raises(ValueError, match="at least three"):
        IntentModel.fit([Example("yes", "affirm"), Example("no", "deny")], kinds={}, regularisation=1.0)


def test_the_question_decides_what_the_words_leave_open() -> None:
    names = [Example(name, "inform", asking="name") for name in ("Ann", "Bo", "Cy Lee", "Dee", "Eli Fox")]
    model = IntentModel.fit([*LEARNT, *names], kinds={}, regularisation=1.0)

    asked = model.probabilities("Joan", asking="name")

    assert asked["inform"] > model.probabilities("Joan")["inform"]
    assert max(asked, key=asked.__getitem__) == "inform"
    assert model.probabilities("thank you so much", asking="name")["thanks"] > 0.5


class Meaning:
    """Sentence vectors that know two meanings."""

    sha256 = "of-meanings"

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([[1, 0] if "person" in text or "human" in text else [0, 1] for text in texts], "f4")


def test_sentence_vectors_tell_what_words_do_not(tmp_path: Path) -> None:
    model = IntentModel.fit(LEARNT, kinds={}, regularisation=1.0, encoder=Meaning())
    model.save(tmp_path)

    kept = IntentModel.load(tmp_path, encoder=Meaning())

    read = kept.probabilities("person")
    assert max(read, key=read.__getitem__) == "ask_human"
    assert read == model.probabilities("person")


@pytest.mark.parametrize(("trained", "used"), [(Meaning(), None), (None, Meaning())])
def test_a_model_is_used_with_the_vectors_it_was_trained_with(
    trained: Meaning | None, used: Meaning | None, tmp_path: Path
) -> None:
    IntentModel.fit(LEARNT, kinds={}, regularisation=1.0, encoder=trained).save(tmp_path)

    with pytest.raises(WrongEncoder, match="train it again"):
        IntentModel.load(tmp_path, encoder=used)
