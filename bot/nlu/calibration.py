"""How sure is sure enough: a threshold learnt from the training examples alone."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

import numpy as np

from bot.nlu.examples import Example

__all__ = ["Classifier", "Fit", "learnt_threshold", "surely_ours"]

_FOLDS = 10


class Classifier(Protocol):
    """What reads a message into a probability for each label."""

    def probabilities(self, text: str) -> dict[str, float]:
        """By label."""


Fit = Callable[[Sequence[Example]], Classifier]


def surely_ours(likely: Mapping[str, float], *, strange: str) -> float:
    """How much likelier than `strange` the likeliest of our labels is, as a logarithm.

    Where nothing strange was learnt, how much likelier than all the others.
    """
    ours = max((share for label, share in likely.items() if label != strange), default=0.0)
    return _log(ours) - _log(likely[strange] if strange in likely else 1 - ours)


def learnt_threshold(examples: Sequence[Example], fit: Fit, *, strange: str, keep: float) -> float:
    """From which `surely_ours` on a message is taken for ours.

    Every example is read once by a classifier that learnt from the others only, a tenth at a time. The
    threshold is where as many of ours are kept as strange ones are found; without strange examples, where a
    share of `keep` of ours is kept.
    """
    sure = [
        (surely_ours(classifier.probabilities(example.text), strange=strange), example.label != strange)
        for classifier, unseen in _folds(examples, fit)
        for example in unseen
    ]
    ours = np.sort([height for height, is_ours in sure if is_ours])
    others = np.sort([height for height, is_ours in sure if not is_ours])
    if not len(others):
        return float(np.quantile(ours, 1 - keep))
    heights = np.unique([height for height, _ in sure])
    kept = 1 - np.searchsorted(ours, heights) / len(ours)
    found = np.searchsorted(others, heights) / len(others)
    return float(heights[np.minimum(kept, found).argmax()])


def _folds(examples: Sequence[Example], fit: Fit) -> Iterator[tuple[Classifier, list[Example]]]:
    """Every tenth example of each label in turn, so that each fold has some of all."""
    ordered = sorted(examples, key=lambda example: example.label)
    for fold in range(_FOLDS):
        learnt = [example for at, example in enumerate(ordered) if at % _FOLDS != fold]
        yield fit(learnt), ordered[fold::_FOLDS]


def _log(share: float) -> float:
    return math.log(max(share, 1e-12))
