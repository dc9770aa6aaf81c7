"""A bench that says what the model was trained on measures nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from bot.bench.prospects.claims import plain
from bot.bench.prospects.phrases import every_phrase
from tests.support.models import ROOT

#: Shorter ones are words of the language: "hello", "Germany", "not sure".
SHORTEST = 3
ANNOTATION = re.compile(r"\[([^]]*)\](?:\([^)]*\)|\{[^}]*\})")


def phrases() -> set[str]:
    return {words for words in map(plain, every_phrase()) if len(words.split()) >= SHORTEST}


def examples(file: Path) -> Iterator[str]:
    """The training examples in one file."""
    for group in yaml.safe_load(file.read_text("utf-8"))["nlu"]:
        for line in group.get("examples", "").splitlines():
            yield plain(ANNOTATION.sub(r"\1", line.removeprefix("- ")))


@pytest.mark.parametrize("file", sorted((ROOT / "data" / "nlu").glob("*.yml")), ids=lambda file: file.stem)
def test_no_phrase_is_a_training_example(file: Path) -> None:
    assert phrases() & set(examples(file)) == set()


def test_there_are_phrases_to_compare() -> None:
    assert len(phrases()) > 300
