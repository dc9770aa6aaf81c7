"""The intent model: a logistic regression over rarity-weighed features, kept as plain arrays."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bot.nlu.features import Features, features

__all__ = ["IntentModel"]

_FEWEST_EXAMPLES = 2  # a feature seen in one example only says nothing about the next message
_ARRAYS = "intents.npz"
_NAMES = "intents.json"


@dataclass(frozen=True, slots=True, eq=False)
class IntentModel:
    """Reads a message into a probability for each label; the same examples always give the same model."""

    labels: tuple[str, ...]
    kinds: Mapping[str, str]  # word -> name of the list it stands in
    columns: Mapping[str, int]  # feature -> its row in `weights`
    rarity: NDArray[np.float32]  # one a feature
    weights: NDArray[np.float32]  # one row a feature, one column a label
    bias: NDArray[np.float32]  # one a label

    @classmethod
    def fit(
        cls, texts: Sequence[str], labels: Sequence[str], *, kinds: Mapping[str, str], regularisation: float
    ) -> Self:
        """Learn from examples; `regularisation` is scikit-learn's C. Raises ValueError below three labels."""
        counts = Counter(labels)
        if len(counts) < 3:
            raise ValueError("An intent model needs examples of at least three labels.")
        mean = len(labels) / len(counts)
        read = [features(text, kinds=kinds) for text in texts]
        columns, rarity = _vocabulary(read)
        regression = LogisticRegression(
            C=regularisation,
            class_weight={label: (mean / count) ** 0.5 for label, count in counts.items()},
            solver="sag",  # thrice as fast as the default here
            tol=1e-3,
            max_iter=1000,
            random_state=0,
        )
        regression.fit(_matrix(read, columns=columns, rarity=rarity), labels)
        return cls(
            labels=tuple(map(str, regression.classes_)),
            kinds=dict(kinds),
            columns=columns,
            rarity=rarity,
            weights=np.ascontiguousarray(regression.coef_.T, dtype=np.float32),
            bias=regression.intercept_.astype(np.float32),
        )

    def probabilities(self, text: str) -> dict[str, float]:
        """How likely each label is for `text`; they sum to one, or to nothing when nothing in it is known."""
        rows, values = _weighed(features(text, kinds=self.kinds), columns=self.columns, rarity=self.rarity)
        if not rows.size:
            return dict.fromkeys(self.labels, 0.0)
        scores = self.bias.astype(np.float64) + values @ self.weights[rows]
        likely = np.exp(scores - scores.max())
        return dict(zip(self.labels, (likely / likely.sum()).tolist(), strict=True))

    def save(self, directory: Path) -> None:
        """Write the model into `directory`, as arrays and JSON: nothing that could run when it is read."""
        np.savez(directory / _ARRAYS, rarity=self.rarity, weights=self.weights, bias=self.bias)
        names = {"labels": self.labels, "kinds": self.kinds, "features": list(self.columns)}
        (directory / _NAMES).write_text(json.dumps(names), encoding="utf-8")

    @classmethod
    def load(cls, directory: Path) -> Self:
        """The model that `save` wrote there."""
        names = json.loads((directory / _NAMES).read_text(encoding="utf-8"))
        with np.load(directory / _ARRAYS, allow_pickle=False) as arrays:
            return cls(
                labels=tuple(names["labels"]),
                kinds=names["kinds"],
                columns=_numbered(names["features"]),
                rarity=arrays["rarity"],
                weights=arrays["weights"],
                bias=arrays["bias"],
            )


def _vocabulary(read: Iterable[Features]) -> tuple[dict[str, int], NDArray[np.float32]]:
    """The features worth knowing, numbered, and how rare each is: log((1 + all) / (1 + with it)) + 1."""
    examples = list(read)
    seen = Counter(feature for blocks in examples for block in blocks for feature in block)
    columns = _numbered(sorted(feature for feature, count in seen.items() if count >= _FEWEST_EXAMPLES))
    counts = np.array([seen[feature] for feature in columns], dtype=np.float64)
    return columns, (np.log((1 + len(examples)) / (1 + counts)) + 1).astype(np.float32)


def _numbered(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}


def _matrix(
    read: Iterable[Features], *, columns: Mapping[str, int], rarity: NDArray[np.float32]
) -> csr_matrix:
    rows = [_weighed(blocks, columns=columns, rarity=rarity) for blocks in read]
    ends = np.cumsum([0, *(len(where) for where, _ in rows)])
    where = np.concatenate([where for where, _ in rows])
    values = np.concatenate([values for _, values in rows])
    return csr_matrix((values, where, ends), shape=(len(rows), len(columns)))


def _weighed(
    blocks: Features, *, columns: Mapping[str, int], rarity: NDArray[np.float32]
) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """Where the known features of a message stand and what each weighs; every block has length one."""
    where: list[int] = []
    values = [np.empty(0, dtype=np.float32)]
    for block in blocks:
        known = [(columns[feature], count) for feature, count in block.items() if feature in columns]
        if not known:
            continue
        at, counts = zip(*known, strict=True)
        weight = np.array(counts, dtype=np.float32) * rarity[list(at)]
        where += at
        values.append(weight / np.linalg.norm(weight))
    return np.array(where, dtype=np.intp), np.concatenate(values)
