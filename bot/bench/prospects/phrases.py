"""The phrase book: everything prospects say, in YAML files that anybody can add to."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

__all__ = ["FOLDER", "every_phrase", "phrases"]

FOLDER = Path(__file__).parent / "phrases"


@cache
def phrases(book: str) -> Mapping[str, Any]:
    """One book, by the name of its file."""
    loaded: Mapping[str, Any] = yaml.safe_load((FOLDER / f"{book}.yml").read_text(encoding="utf-8"))
    return loaded


def every_phrase() -> Iterator[str]:
    """All phrases of all books, placeholders and all."""
    books = sorted(file.stem for file in FOLDER.glob("*.yml"))
    for book in books:
        if book != "voices":  # words to swap, not phrases
            yield from _texts(phrases(book))


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, Mapping):
        # What is expected is no phrase.
        for key, value in node.items():
            if key not in {"holds", "implies", "code", "zone"}:
                yield from _texts(value)
    elif isinstance(node, list):
        for item in node:
            yield from _texts(item)
