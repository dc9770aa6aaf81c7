"""From the probabilities of a message to what it is taken for, and whether that is sure enough to act on."""

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.nlu.model import IntentModel
from leads.domain.opt_out import OptKeyword, classify

__all__ = ["Ranking", "Reading", "likelihood", "read"]

STOP = "stop"  # the intent of those who do not want to be written to

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


def likelihood(model: IntentModel, text: str, *, asking: str | None = None) -> dict[str, float]:
    """What the model makes of a message, except where the core finds a plain wish not to be written to.

    Such a wish must not depend on what the model has learnt. The single words that carriers obey, such as END
    and CANCEL, mean other things in a chat and are left to the model.
    """
    likely = model.probabilities(text, asking=asking)
    if STOP not in likely or len(text.split()) == 1 or classify(text) is not OptKeyword.STOP:
        return likely
    return {label: float(label == STOP) for label in likely}


def read(
    probabilities: Mapping[str, float],
    *,
    confidence: float,
    margin: float,
    not_to_be_missed: Mapping[str, float] = MappingProxyType({}),
) -> Reading:
    """The reading of a message: sure when its intent reaches `confidence` and leads the next by `margin`.

    An intent that is `not_to_be_missed` comes first and is sure as soon as it reaches its own confidence.
    """
    intents = _ranked(_summed(probabilities))
    urgent = tuple(named for named in intents if named[1] >= not_to_be_missed.get(named[0], math.inf))
    ranked = (*urgent, *(named for named in intents if named not in urgent))
    intent, first = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    is_clear = first >= confidence and first - second >= margin
    below = {label: likely for label, likely in probabilities.items() if label.startswith(f"{intent}/")}
    return Reading(intents=ranked, answers=_ranked(below), is_sure=bool(urgent) or is_clear)


def _summed(probabilities: Mapping[str, float]) -> Mapping[str, float]:
    """Labels below one intent, such as `faq/pricing` and `faq/trial`, speak for it together."""
    sums: dict[str, float] = defaultdict(float)
    for label, likely in probabilities.items():
        sums[label.partition("/")[0]] += likely
    return sums


def _ranked(probabilities: Mapping[str, float]) -> Ranking:
    return tuple(sorted(probabilities.items(), key=lambda named: (-named[1], named[0])))
