"""Learning from few examples: our classifier beside a scikit-learn pipeline, on the same draws of any set."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline, make_union

from bot.bench.nlu.few_shot_sets import OUT_OF_SCOPE, LabelledSet, Task, draw
from bot.nlu.calibration import Classifier, Fit, learnt_threshold, surely_ours
from bot.nlu.examples import Example
from bot.nlu.model import Encoder, IntentModel

__all__ = ["Figures", "compete", "contestants"]

KEPT = 0.92  # of what is in scope, where the examples show nothing else


@dataclass(frozen=True, slots=True)
class Figures:
    """What one classifier reached, each the mean over the draws.

    `accuracy` is over messages in scope, whatever the confidence. `recall` is the share of out-of-scope
    messages that are told to be so, `kept` the share of the others that are not; None when there are
    no out-of-scope messages.
    """

    name: str
    accuracy: float
    recall: float | None
    kept: float | None
    train_seconds: float
    median_ms: float


def contestants(encoder: Encoder | None) -> dict[str, Fit]:
    """The classifiers that are compared, the reference first."""
    entrants: dict[str, Fit] = {"scikit-learn": _Baseline.fit, "bantam": _fit_ours}
    if encoder:
        entrants["bantam with vectors"] = lambda examples: _fit_ours(examples, encoder=encoder)
    return entrants


def compete(
    labelled: LabelledSet, fits: dict[str, Fit], *, intents: int, shots: int, seeds: Sequence[int]
) -> list[Figures]:
    """Let every classifier learn and answer the same draws. Raises SetError for too few examples."""
    tasks = [draw(labelled, intents=intents, shots=shots, seed=seed) for seed in seeds]
    return [_mean([_try(name, fit, task) for task in tasks]) for name, fit in fits.items()]


class _Baseline:
    """Word and character TF-IDF with logistic regression, as a textbook would set it up."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline

    @classmethod
    def fit(cls, examples: Sequence[Example]) -> "_Baseline":
        pipeline = make_pipeline(
            make_union(
                TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
                TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True),
            ),
            LogisticRegression(C=10, max_iter=1000),
        )
        pipeline.fit([example.text for example in examples], [example.label for example in examples])
        return cls(pipeline)

    def probabilities(self, text: str) -> dict[str, float]:
        (likely,) = self._pipeline.predict_proba([text])
        return dict(zip(map(str, self._pipeline.classes_), likely.tolist(), strict=True))


def _fit_ours(examples: Sequence[Example], *, encoder: Encoder | None = None) -> Classifier:
    return IntentModel.fit(examples, kinds={}, regularisation=1.0, encoder=encoder)


def _try(name: str, fit: Fit, task: Task) -> Figures:
    began = time.perf_counter()
    classifier = fit(task.learnt)
    trained = time.perf_counter() - began
    threshold = learnt_threshold(task.learnt, fit, keep=KEPT, strange=OUT_OF_SCOPE)
    likely: list[dict[str, float]] = []
    spent: list[float] = []
    for example in task.asked:
        began = time.perf_counter()
        likely.append(classifier.probabilities(example.text))
        spent.append(time.perf_counter() - began)
    own = [(each, example.label) for each, example in zip(likely, task.asked, strict=True)]
    ours = [(each, label) for each, label in own if label != OUT_OF_SCOPE]
    strange = [each for each, label in own if label == OUT_OF_SCOPE]
    taken = [surely_ours(each, strange=OUT_OF_SCOPE) >= threshold for each, _ in ours]
    refused = [surely_ours(each, strange=OUT_OF_SCOPE) < threshold for each in strange]
    return Figures(
        name=name,
        accuracy=fmean(_likeliest(each) == label for each, label in ours),
        recall=fmean(refused) if strange else None,
        kept=fmean(taken) if strange else None,
        train_seconds=trained,
        median_ms=1000 * float(np.median(spent)),
    )


def _likeliest(likely: dict[str, float]) -> str:
    ours = {label: share for label, share in likely.items() if label != OUT_OF_SCOPE}
    return max(ours, key=ours.__getitem__)


def _mean(figures: Sequence[Figures]) -> Figures:
    def over(value: Callable[[Figures], Any]) -> Any:
        values = [value(each) for each in figures]
        return None if None in values else fmean(values)

    return Figures(
        name=figures[0].name,
        accuracy=over(lambda each: each.accuracy),
        recall=over(lambda each: each.recall),
        kept=over(lambda each: each.kept),
        train_seconds=over(lambda each: each.train_seconds),
        median_ms=over(lambda each: each.median_ms),
    )
