"""`SentenceEncoder`: checked files in, sentence vectors out."""

import hashlib
from collections import OrderedDict, defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.nlu.embeddings.bert import Bert
from bot.nlu.embeddings.errors import EmbeddingsRefused
from bot.nlu.embeddings.wordpiece import Vocabulary
from leads.settings import Settings

__all__ = ["SentenceEncoder", "configured"]

Array = NDArray[np.float32]

_LONGEST = 32  # word pieces read of a text: what somebody wants is told by then, and time grows with them
_TOGETHER = 32  # sentences of one length that are read at once
_KEPT = 4096  # texts whose vectors are remembered


class SentenceEncoder:
    """Turns texts into vectors of length one that are near each other when the texts mean much the same."""

    def __init__(self, vocabulary: Vocabulary, bert: Bert, *, sha256: str) -> None:
        if len(vocabulary.rows) != bert.pieces:
            raise EmbeddingsRefused(
                f"The vocabulary has {len(vocabulary.rows)} pieces, but the weights know {bert.pieces}."
            )
        self.sha256 = sha256
        self._vocabulary = vocabulary
        self._bert = bert
        self._longest = min(_LONGEST, bert.longest)
        self._kept: OrderedDict[str, Array] = OrderedDict()

    @classmethod
    def load(cls, file: Path, *, sha256: str) -> "SentenceEncoder":
        """Load the weights in `file`, with the vocab.txt beside them.

        Raises EmbeddingsRefused, with a sentence for the operator, when the file has another hash
        or does not hold such a model.
        """
        _check(file, sha256)
        return cls(Vocabulary.load(file.with_name("vocab.txt")), Bert.load(file), sha256=sha256.lower())

    def vectors(self, texts: Sequence[str]) -> Array:
        """One row for each text, in their order."""
        missing = dict.fromkeys(text for text in texts if text not in self._kept)
        fresh = self._encode(list(missing))
        rows = [fresh[text] if text in fresh else self._kept[text] for text in texts]
        self._keep(fresh)
        return np.stack(rows)

    def _encode(self, texts: Sequence[str]) -> dict[str, Array]:
        by_length: dict[int, list[tuple[str, list[int]]]] = defaultdict(list)
        for text in texts:
            rows = self._vocabulary.rows_of(text, longest=self._longest)
            by_length[len(rows)].append((text, rows))
        return {
            text: vector
            for group in by_length.values()
            for start in range(0, len(group), _TOGETHER)
            for text, vector in self._encode_together(group[start : start + _TOGETHER])
        }

    def _encode_together(self, group: Sequence[tuple[str, list[int]]]) -> list[tuple[str, Array]]:
        vectors = self._bert.sentence(np.array([rows for _, rows in group], dtype=np.intp))
        return [(text, vector) for (text, _), vector in zip(group, vectors, strict=True)]

    def _keep(self, fresh: dict[str, Array]) -> None:
        self._kept.update(fresh)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)


def configured(settings: Settings) -> SentenceEncoder | None:
    """The encoder that the settings name, None when they name none. Raises EmbeddingsRefused."""
    if settings.embeddings_file is None:
        return None
    return SentenceEncoder.load(settings.embeddings_file, sha256=settings.embeddings_sha256)


def _check(file: Path, sha256: str) -> None:
    if not sha256:
        raise EmbeddingsRefused("BANTAM_EMBEDDINGS_SHA256 must name the hash of BANTAM_EMBEDDINGS_FILE.")
    try:
        with file.open("rb") as opened:
            found = hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as fault:
        raise EmbeddingsRefused(f"{file} cannot be read.") from fault
    if found != sha256.lower():
        raise EmbeddingsRefused(
            f"{file} has the SHA-256 {found}, not {sha256.lower()} as BANTAM_EMBEDDINGS_SHA256 says."
        )
