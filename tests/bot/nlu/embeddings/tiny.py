"""A MiniLM of two layers and sixty-four numbers, with random weights and a small vocabulary."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

PIECES = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "price", "##s", "##less", "naive", "!", ".", "東", "a")
_SIZE, _GROWN, _LONGEST, _LAYERS = 64, 128, 16, 2


@dataclass(frozen=True, slots=True)
class TinyModel:
    file: Path
    sha256: str


def tiny_model(folder: Path) -> TinyModel:
    """Write the files of the model into `folder`; the same ones every time."""
    random = np.random.default_rng(7)
    weights = {
        name: random.normal(scale=0.5, size=shape).astype(np.float32) for name, shape in _shapes().items()
    }
    file = folder / "model.safetensors"
    save_file(weights, file)
    (folder / "vocab.txt").write_text("\n".join(PIECES) + "\n", encoding="utf-8")
    return TinyModel(file, hashlib.sha256(file.read_bytes()).hexdigest())


def _shapes() -> dict[str, tuple[int, ...]]:
    shapes: dict[str, tuple[int, ...]] = {
        "embeddings.word_embeddings.weight": (len(PIECES), _SIZE),
        "embeddings.position_embeddings.weight": (_LONGEST, _SIZE),
        "embeddings.token_type_embeddings.weight": (2, _SIZE),
        **_norm("embeddings.LayerNorm"),
    }
    for layer in range(_LAYERS):
        name = f"encoder.layer.{layer}"
        for part in ("query", "key", "value"):
            shapes |= _dense(f"{name}.attention.self.{part}", _SIZE, _SIZE)
        shapes |= _dense(f"{name}.attention.output.dense", _SIZE, _SIZE)
        shapes |= _norm(f"{name}.attention.output.LayerNorm")
        shapes |= _dense(f"{name}.intermediate.dense", _SIZE, _GROWN)
        shapes |= _dense(f"{name}.output.dense", _GROWN, _SIZE)
        shapes |= _norm(f"{name}.output.LayerNorm")
    return shapes


def _dense(name: str, inputs: int, outputs: int) -> dict[str, tuple[int, ...]]:
    return {f"{name}.weight": (outputs, inputs), f"{name}.bias": (outputs,)}


def _norm(name: str) -> dict[str, tuple[int, ...]]:
    return {f"{name}.weight": (_SIZE,), f"{name}.bias": (_SIZE,)}
