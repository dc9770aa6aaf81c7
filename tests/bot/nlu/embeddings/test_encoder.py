"""Sentence vectors: what can be relied on, and which files are refused."""

import hashlib
import shutil
from pathlib import Path

import numpy as np
import pytest

from bot.nlu.embeddings import EmbeddingsRefused, SentenceEncoder
from tests.bot.nlu.embeddings.tiny import TinyModel


@pytest.fixture(scope="module")
def encoder(tiny: TinyModel) -> SentenceEncoder:
    return SentenceEncoder.load(tiny.file, sha256=tiny.sha256)


def test_vectors_have_length_one(encoder: SentenceEncoder) -> None:
    vectors = encoder.vectors(["the price", "a", "", "the " * 1000])

    assert vectors.shape == (4, 64)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-5)


def test_a_text_has_one_vector_whatever_is_read_with_it(tiny: TinyModel) -> None:
    texts = ["the price", "prices!", "a price", "the", "the price"]
    together = SentenceEncoder.load(tiny.file, sha256=tiny.sha256).vectors(texts)

    for text, vector in zip(texts, together, strict=True):
        (alone,) = SentenceEncoder.load(tiny.file, sha256=tiny.sha256).vectors([text])
        assert vector == pytest.approx(alone, abs=1e-5)


def test_what_reads_the_same_has_the_same_vector(encoder: SentenceEncoder) -> None:
    one, same, other = encoder.vectors(["The Price!", "the  price !", "a price!"])

    assert np.array_equal(one, same)
    assert not np.allclose(one, other)


def test_a_remembered_text_has_the_vector_it_had(encoder: SentenceEncoder) -> None:
    assert np.array_equal(encoder.vectors(["the prices"]), encoder.vectors(["the prices"]))


def test_the_hash_may_be_in_capitals(tiny: TinyModel) -> None:
    assert SentenceEncoder.load(tiny.file, sha256=tiny.sha256.upper()).sha256 == tiny.sha256


@pytest.mark.parametrize("sha256", ["", "0" * 64])
def test_weights_of_another_hash_are_refused(tiny: TinyModel, sha256: str) -> None:
    with pytest.raises(EmbeddingsRefused, match="BANTAM_EMBEDDINGS_SHA256"):
        SentenceEncoder.load(tiny.file, sha256=sha256)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingsRefused, match="cannot be read"):
        SentenceEncoder.load(tmp_path / "model.safetensors", sha256="0" * 64)


def test_a_vocabulary_of_another_model_is_refused(tiny: TinyModel, tmp_path: Path) -> None:
    shutil.copy(tiny.file, tmp_path)
    (tmp_path / "vocab.txt").write_text("[UNK]\n[CLS]\n[SEP]\n")

    with pytest.raises(EmbeddingsRefused, match="3 pieces, but the weights know 13"):
        SentenceEncoder.load(tmp_path / "model.safetensors", sha256=tiny.sha256)


def test_what_is_no_model_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "model.safetensors"
    file.write_bytes(b"nothing of the kind")
    (tmp_path / "vocab.txt").write_text("[UNK]\n[CLS]\n[SEP]\n")

    with pytest.raises(EmbeddingsRefused, match="does not hold a model"):
        SentenceEncoder.load(file, sha256=hashlib.sha256(file.read_bytes()).hexdigest())
