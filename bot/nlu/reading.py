"""From the probabilities of a message to what it is taken for, and whether that is sure enough to act on."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Ranking", "Reading", "read"]

Ranking = tuple[tuple[str, float], ...]  # names with their probabilities, likeliest first


@dataclass(frozen=True, slots=True)
class Reading:
    """What one message is taken for.

    `intents` is never empty. `answers` ranks the labels below the first intent, such as `faq/pricing` below
    `faq`, and is empty for an intent that has none.
    """

    intents: Ranking
    answers: Ranking
    is_sure: bool


def read(probabilities: Mapping[str, float], *, confidence: float, margin: float) -> Reading:
    """The reading of a message: sure when its intent reaches `confidence` and leads the next by `margin`."""
    sums: dict[str, float] = defaultdict(float)
    for label, probability in probabilities.items():
        sums[_intent(label)] += probability
    intents = _ranked(sums)
    intent, first = intents[0]
    second = intents[1][1] if len(intents) > 1 else 0.0
    below = {label: p for label, p in probabilities.items() if label.startswith(f"{intent}/")}
    is_sure = first >= confidence and first - second >= margin
    return Reading(intents=intents, answers=_ranked(below), is_sure=is_sure)


def _intent(label: str) -> str:
    return label.partition("/")[0]


def _ranked(probabilities: Mapping[str, float]) -> Ranking:
    return tuple(sorted(probabilities.items(), key=lambda named: (-named[1], named[0])))
