"""How sure is sure enough: a threshold learnt from the training examples alone."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

import numpy as np

from bot.nlu.examples import Example

__all__ = ["Classifier", "Fit", "learnt_threshold", "surely_ours"]

_FOLDS = 5


class Classifier(Protocol):
    """What reads a message into a probability for each label."""

    def probabilities(self, text: str) -> dict[str, float]:
        """By label."""


Fit = Callable[[Sequence[Example]], Classifier]


def surely_ours(likely: Mapping[str, float], *, strange: str) -> float:
    """How surely a message means one of our labels, on a scale of its own: the higher, the surer.

    Where `strange` messages were learnt too, it counts how unlike them this one is, at half the weight.
    """
    ours = max((share for label, share in likely.items() if label != strange), default=0.0)
    return _log(ours) - (0.5 * _log(likely[strange]) if strange in likely else 0.0)


def learnt_threshold(examples: Sequence[Example], fit: Fit, *, keep: float, strange: str) -> float:
    """The height of `surely_ours` that a share of `keep` of our messages reaches when they are unseen.

    Every example is read once by a classifier that learnt from the others only, a fifth at a time.
    """
    sure = [
        surely_ours(classifier.probabilities(example.text), strange=strange)
        for classifier, unseen in _folds(examples, fit)
        for example in unseen
        if example.label != strange
    ]
    return float(np.quantile(sure, 1 - keep))


def _folds(examples: Sequence[Example], fit: Fit) -> Iterator[tuple[Classifier, list[Example]]]:
    """Every fifth example of each label in turn, so that each fold has some of all."""
    ordered = sorted(examples, key=lambda example: example.label)
    for fold in range(_FOLDS):
        learnt = [example for at, example in enumerate(ordered) if at % _FOLDS != fold]
        yield fit(learnt), ordered[fold::_FOLDS]


def _log(share: float) -> float:
    return math.log(max(share, 1e-12))
