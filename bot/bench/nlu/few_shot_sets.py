"""Labelled sets from anywhere: what is read from a file, and how a task of few examples is drawn from it."""

import csv
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.bench.errors import SetError
from bot.nlu.examples import Example

__all__ = ["OUT_OF_SCOPE", "LabelledSet", "Task", "draw", "read_set"]

OUT_OF_SCOPE = "out_of_scope"

_STRANGE = frozenset({"oos", "out_of_scope", "out-of-scope", "outofscope", "none", "fallback"})
_TEXT = ("text", "utterance", "sentence", "query")
_LABEL = ("intent", "label", "category", "class")


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """Examples to learn from and to be asked about. Out-of-scope ones have the label `OUT_OF_SCOPE`.

    `asked` is empty when the file does not tell them apart: then it is what is left of `learnt`.
    """

    learnt: tuple[Example, ...]
    asked: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """A few examples of each intent to learn from, and others to be asked about."""

    learnt: tuple[Example, ...]
    asked: tuple[Example, ...]


def read_set(path: Path) -> LabelledSet:
    """Read CSV, TSV, JSON lines, a JSON list, or the layout of CLINC150. Raises SetError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        match path.suffix.lower():
            case ".csv":
                return LabelledSet(tuple(_rows(csv.reader(text.splitlines()))))
            case ".tsv":
                return LabelledSet(tuple(_rows(csv.reader(text.splitlines(), delimiter="\t"))))
            case ".jsonl" | ".ndjson":
                return LabelledSet(tuple(_entries(map(json.loads, filter(str.strip, text.splitlines())))))
            case _:
                return _from_json(json.loads(text))
    except (OSError, ValueError, KeyError, TypeError, IndexError) as fault:
        raise SetError(name=path.name, fault=fault) from fault


def draw(labelled: LabelledSet, *, intents: int, shots: int, seed: int) -> Task:
    """Choose `intents` intents and `shots` examples of each, always the same for a seed.

    Out-of-scope examples are learnt from only where the file sets some apart for that; else half of them are.
    Raises SetError when there are too few examples.
    """
    chance = random.Random(seed)
    by_label = _grouped(labelled.learnt, chance)
    strange = by_label.pop(OUT_OF_SCOPE, [])
    fitting = sorted(label for label, group in by_label.items() if len(group) > shots or labelled.asked)
    if len(fitting) < intents:
        raise SetError(name="the set", fault=f"only {len(fitting)} intents have more than {shots} examples")
    chosen = chance.sample(fitting, intents)
    learnt = [example for label in chosen for example in by_label[label][:shots]]
    if labelled.asked:
        asked = [example for example in labelled.asked if example.label in {*chosen, OUT_OF_SCOPE}]
        return Task((*learnt, *strange), tuple(asked))
    left = [example for label in chosen for example in by_label[label][shots:]]
    half = len(strange) // 2
    return Task((*learnt, *strange[:half]), (*left, *strange[half:]))


def _grouped(examples: Iterable[Example], chance: random.Random) -> dict[str, list[Example]]:
    groups: dict[str, list[Example]] = defaultdict(list)
    for example in examples:
        groups[example.label].append(example)
    for group in groups.values():
        chance.shuffle(group)
    return dict(groups)


def _from_json(content: Any) -> LabelledSet:
    if isinstance(content, list):
        return LabelledSet(tuple(_entries(content)))
    splits = {name: tuple(_entries(content[name])) for name in content if isinstance(content[name], list)}
    if "train" not in splits:
        raise ValueError('a JSON object needs a "train" list')
    learnt, asked = (
        tuple(example for name in names for example in splits.get(name, ()))
        for names in (("train", "oos_train"), ("test", "oos_test"))
    )
    return LabelledSet(learnt, asked)


def _entries(content: Iterable[Any]) -> Iterator[Example]:
    for entry in content:
        if isinstance(entry, Mapping):
            yield _example(_field(entry, _TEXT), _field(entry, _LABEL))
        else:
            yield _example(entry[0], entry[1])


def _rows(rows: Iterable[Sequence[str]]) -> Iterator[Example]:
    """Rows of text and label; a first row of names may put them in another order."""
    at_text, at_label = 0, 1
    for number, row in enumerate(filter(None, rows)):
        names = [name.strip().lower() for name in row]
        if number == 0 and set(names) & set(_LABEL) and set(names) & set(_TEXT):
            at_text = next(at for at, name in enumerate(names) if name in _TEXT)
            at_label = next(at for at, name in enumerate(names) if name in _LABEL)
            continue
        yield _example(row[at_text], row[at_label])


def _field(entry: Mapping[str, Any], names: Iterable[str]) -> Any:
    found = [entry[name] for name in names if name in entry]
    return found[0]


def _example(text: str, label: str) -> Example:
    name = str(label).strip()
    return Example(str(text), OUT_OF_SCOPE if name.lower() in _STRANGE else name)
