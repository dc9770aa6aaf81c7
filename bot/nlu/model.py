"""The intent model: a linear support vector machine over rarity-weighed features, kept as plain arrays."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.svm import LinearSVC

from bot.nlu.examples import Example, in_context
from bot.nlu.features import Features, features

__all__ = ["Encoder", "IntentModel", "WrongEncoder"]

Array = NDArray[np.float32]

_VECTOR_LENGTH = 2.0  # how much a sentence vector weighs, where each block of features weighs one
_SHARPNESS = 5.0  # how fast probability falls with the distance from the margin: so that it is one
_IN_CONTEXT = 6.0  # how much more an example counts that names its question: they are few, and answers many
_ARRAYS = "intents.npz"
_NAMES = "intents.json"


class Encoder(Protocol):
    """What turns texts into vectors of length one; `sha256` tells one encoder from another."""

    sha256: str

    def vectors(self, texts: Sequence[str]) -> Array:
        """One row for each text."""


class WrongEncoder(Exception):
    """The intent model was trained with other sentence vectors than are in use now; train it again."""


@dataclass(frozen=True, slots=True, eq=False)
class IntentModel:
    """Reads a message into a probability for each label; the same examples always give the same model."""

    labels: tuple[str, ...]
    kinds: Mapping[str, str]  # word -> name of the list it stands in
    columns: Mapping[str, int]  # feature -> its row in `weights`
    rarity: Array  # one a feature
    weights: Array  # one row a feature, then one a number of the sentence vector; one column a label
    bias: Array  # one a label
    encoder: Encoder | None = None

    @classmethod
    def fit(
        cls,
        examples: Iterable[Example],
        *,
        kinds: Mapping[str, str],
        regularisation: float,
        encoder: Encoder | None = None,
    ) -> Self:
        """Learn from examples; `regularisation` is scikit-learn's C. Raises ValueError below three labels."""
        given = list(examples)
        learnt = list(in_context(given))
        counts = Counter(example.label for example in learnt)
        if len(counts) < 3:
            raise ValueError("An intent model needs examples of at least three labels.")
        mean = len(learnt) / len(counts)
        read = [features(example.text, kinds=kinds, asking=example.asking) for example in learnt]
        if not any(example.asking for example in given):
            read = [blocks[:-1] for blocks in read]  # all in one situation: it tells nothing
        columns, rarity = _vocabulary(read)
        seen = _matrix(read, columns=columns, rarity=rarity)
        if encoder:
            seen = hstack([seen, _vectors(encoder, [example.text for example in learnt])], format="csr")
        machine = LinearSVC(
            C=regularisation,
            class_weight={label: (mean / count) ** 0.5 for label, count in counts.items()},
            tol=1e-2,
            random_state=0,
        )
        machine.fit(
            seen,
            [example.label for example in learnt],
            sample_weight=[_IN_CONTEXT if example.asking else 1.0 for example in given],
        )
        return cls(
            labels=tuple(map(str, machine.classes_)),
            kinds=dict(kinds),
            columns=columns,
            rarity=rarity,
            weights=np.ascontiguousarray(machine.coef_.T, dtype=np.float32),
            bias=machine.intercept_.astype(np.float32),
            encoder=encoder,
        )

    def probabilities(self, text: str, *, asking: str | None = None) -> dict[str, float]:
        """How likely each label is for `text`, said in answer to a question about `asking`.

        They sum to one, or to nothing when nothing in it is known.
        """
        read = features(text, kinds=self.kinds, asking=asking)
        rows, values = _weighed(read, columns=self.columns, rarity=self.rarity)
        if not self.encoder and not any(feature in self.columns for block in read[:-1] for feature in block):
            return dict.fromkeys(self.labels, 0.0)
        scores = self.bias.astype(np.float64) + values @ self.weights[rows]
        if self.encoder:
            scores += _vectors(self.encoder, [text])[0] @ self.weights[len(self.columns) :]
        likely = np.exp(_SHARPNESS * (scores - scores.max()))
        return dict(zip(self.labels, (likely / likely.sum()).tolist(), strict=True))

    def save(self, directory: Path) -> None:
        """Write the model into `directory`, as arrays and JSON: nothing that could run when it is read."""
        np.savez(directory / _ARRAYS, rarity=self.rarity, weights=self.weights, bias=self.bias)
        names = {
            "labels": self.labels,
            "kinds": self.kinds,
            "features": list(self.columns),
            "encoder": self.encoder and self.encoder.sha256,
        }
        (directory / _NAMES).write_text(json.dumps(names), encoding="utf-8")

    @classmethod
    def load(cls, directory: Path, *, encoder: Encoder | None = None) -> Self:
        """The model that `save` wrote there. Raises WrongEncoder when it needs another encoder, or none."""
        names = json.loads((directory / _NAMES).read_text(encoding="utf-8"))
        if names["encoder"] != (encoder and encoder.sha256):
            raise WrongEncoder(WrongEncoder.__doc__)
        with np.load(directory / _ARRAYS, allow_pickle=False) as arrays:
            return cls(
                labels=tuple(names["labels"]),
                kinds=names["kinds"],
                columns=_numbered(names["features"]),
                rarity=arrays["rarity"],
                weights=arrays["weights"],
                bias=arrays["bias"],
                encoder=encoder,
            )


def _vectors(encoder: Encoder, texts: Sequence[str]) -> Array:
    return encoder.vectors(texts) * np.float32(_VECTOR_LENGTH)


def _vocabulary(read: Iterable[Features]) -> tuple[dict[str, int], Array]:
    """The features, numbered, and how rare each is: log((1 + all) / (1 + with it)) + 1."""
    examples = list(read)
    seen = Counter(feature for blocks in examples for block in blocks for feature in block)
    columns = _numbered(sorted(seen))
    counts = np.array([seen[feature] for feature in columns], dtype=np.float64)
    return columns, (np.log((1 + len(examples)) / (1 + counts)) + 1).astype(np.float32)


def _numbered(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}


def _matrix(read: Iterable[Features], *, columns: Mapping[str, int], rarity: Array) -> csr_matrix:
    rows = [_weighed(blocks, columns=columns, rarity=rarity) for blocks in read]
    ends = np.cumsum([0, *(len(where) for where, _ in rows)])
    where = np.concatenate([where for where, _ in rows])
    values = np.concatenate([values for _, values in rows])
    return csr_matrix((values, where, ends), shape=(len(rows), len(columns)))


def _weighed(
    blocks: Features, *, columns: Mapping[str, int], rarity: Array
) -> tuple[NDArray[np.intp], Array]:
    """Where the known features of a message stand and what each weighs; every block has length one."""
    where: list[int] = []
    values = [np.empty(0, dtype=np.float32)]
    for block in blocks:
        known = [(columns[feature], count) for feature, count in block.items() if feature in columns]
        if not known:
            continue
        at, counts = zip(*known, strict=True)
        weight = (1 + np.log(np.array(counts, dtype=np.float32))) * rarity[list(at)]
        where += at
        values.append(weight / np.linalg.norm(weight))
    return np.array(where, dtype=np.intp), np.concatenate(values)
