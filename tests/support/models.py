"""The trained model for tests: the product's own, trained once for the data as they are."""

from pathlib import Path

from bot.training import model_path, train

__all__ = ["ROOT", "trained_model"]

ROOT = Path(__file__).parents[2]


def trained_model() -> Path:
    """Where the model is; trained now if it is not there yet."""
    model = model_path(ROOT, ROOT / "var")
    if not model.is_file():
        train(ROOT, model, progress=lambda _: None)
    return model
