"""How sure is sure enough is learnt from the training examples."""

from collections.abc import Sequence

import pytest

from bot.nlu.calibration import learnt_threshold, surely_ours
from bot.nlu.examples import Example


class Believer:
    """Believes in a label as much as the text says."""

    def probabilities(self, text: str) -> dict[str, float]:
        return {"ours": float(text), "strange": 1 - float(text)}


def fit(examples: Sequence[Example]) -> Believer:
    return Believer()


EXAMPLES = [Example(str(number / 100), "ours") for number in range(1, 100)]


@pytest.mark.parametrize("keep", [0.5, 0.9, 0.95])
def test_the_share_to_be_kept_reaches_the_threshold(keep: float) -> None:
    threshold = learnt_threshold(EXAMPLES, fit, keep=keep, strange="strange")

    kept = [
        surely_ours(Believer().probabilities(example.text), strange="strange") >= threshold
        for example in EXAMPLES
    ]
    assert sum(kept) / len(kept) == pytest.approx(keep, abs=0.02)


def test_with_strange_examples_as_many_are_found_as_ours_are_kept() -> None:
    strange = [Example(str(number / 100), "strange") for number in range(1, 61)]
    ours = [Example(str(number / 100), "ours") for number in range(41, 100)]

    threshold = learnt_threshold([*ours, *strange], fit, strange="strange", keep=0.5)

    heights = {
        label: [
            surely_ours(Believer().probabilities(example.text), strange="strange") for example in examples
        ]
        for label, examples in (("ours", ours), ("strange", strange))
    }
    kept = sum(height >= threshold for height in heights["ours"]) / len(ours)
    found = sum(height < threshold for height in heights["strange"]) / len(strange)
    assert kept == pytest.approx(found, abs=0.03)
    assert kept > 0.8


def test_the_surer_of_ours_and_the_less_strange_the_higher() -> None:
    assert surely_ours({"a": 0.9, "b": 0.1}, strange="x") > surely_ours({"a": 0.6, "b": 0.4}, strange="x")
    assert surely_ours({"a": 0.5, "x": 0.1}, strange="x") > surely_ours({"a": 0.5, "x": 0.4}, strange="x")
