"""A small BERT in plain arrays: from the rows of word pieces to one vector for a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.special import erf

from bot.nlu.embeddings.errors import EmbeddingsRefused

__all__ = ["Bert"]

Array = NDArray[np.float32]

_HEAD_SIZE = 32  # of MiniLM; the file of weights does not tell
_EPSILON = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class Bert:
    """The weights by their names in a file that Hugging Face's BERT writes."""

    weights: Mapping[str, Array]

    @classmethod
    def load(cls, file: Path) -> Self:
        """Read a safetensors file. Raises EmbeddingsRefused when it does not hold such a model."""
        try:
            from safetensors import SafetensorError  # noqa: PLC0415 - comes with the extra `embeddings`
            from safetensors.numpy import load_file  # noqa: PLC0415
        except ImportError as fault:
            raise EmbeddingsRefused("Sentence vectors need the extra: uv sync --extra embeddings.") from fault
        try:
            bert = cls(load_file(file))
            bert.sentence(np.zeros((1, 1), dtype=np.intp))
        except (OSError, SafetensorError, KeyError, ValueError) as fault:
            raise EmbeddingsRefused(f"{file} does not hold a model in MiniLM's layout: {fault}") from fault
        return bert

    @property
    def pieces(self) -> int:
        """How many word pieces have a vector."""
        return len(self.weights["embeddings.word_embeddings.weight"])

    @property
    def longest(self) -> int:
        """How many word pieces a sentence may have."""
        return len(self.weights["embeddings.position_embeddings.weight"])

    def sentence(self, rows: NDArray[np.intp]) -> Array:
        """One vector of length one for each sentence, from the rows of its pieces: all of one length."""
        states = self._embedded(rows)
        for layer in range(self._layers()):
            states = self._layer(f"encoder.layer.{layer}", states)
        pooled = states.mean(axis=1)
        normed: Array = pooled / np.linalg.norm(pooled, axis=1, keepdims=True)
        return normed

    def _layers(self) -> int:
        return len({name.split(".")[2] for name in self.weights if name.startswith("encoder.layer.")})

    def _embedded(self, rows: NDArray[np.intp]) -> Array:
        states = (
            self.weights["embeddings.word_embeddings.weight"][rows]
            + self.weights["embeddings.position_embeddings.weight"][: rows.shape[1]]
            + self.weights["embeddings.token_type_embeddings.weight"][0]
        )
        return self._normed("embeddings.LayerNorm", states)

    def _layer(self, name: str, states: Array) -> Array:
        attended = self._dense(f"{name}.attention.output.dense", self._attention(name, states))
        states = self._normed(f"{name}.attention.output.LayerNorm", states + attended)
        grown = _gelu(self._dense(f"{name}.intermediate.dense", states))
        return self._normed(f"{name}.output.LayerNorm", states + self._dense(f"{name}.output.dense", grown))

    def _attention(self, name: str, states: Array) -> Array:
        query, key, value = (
            _heads(self._dense(f"{name}.attention.self.{part}", states)) for part in ("query", "key", "value")
        )
        scores = query @ key.swapaxes(-1, -2) / np.float32(np.sqrt(_HEAD_SIZE))
        likely = np.exp(scores - scores.max(axis=-1, keepdims=True))
        likely /= likely.sum(axis=-1, keepdims=True)
        attended: Array = (likely @ value).swapaxes(1, 2).reshape(states.shape)
        return attended

    def _dense(self, name: str, states: Array) -> Array:
        result: Array = states @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return result

    def _normed(self, name: str, states: Array) -> Array:
        centred = states - states.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + np.float32(_EPSILON))
        result: Array = centred / spread * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]
        return result


def _heads(states: Array) -> Array:
    """One slice for each head: (sentence, head, piece, size)."""
    return states.reshape(*states.shape[:2], -1, _HEAD_SIZE).swapaxes(1, 2)


def _gelu(states: Array) -> Array:
    result: Array = states * np.float32(0.5) * (1 + erf(states / np.float32(np.sqrt(2))))
    return result
