"""What the intent model learns from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import cycle

__all__ = ["Example", "in_context"]


@dataclass(frozen=True, slots=True)
class Example:
    """Something people say, and what they mean by it; `asking` is what it was said in answer to, if known."""

    text: str
    label: str
    asking: str | None = None


def in_context(examples: Iterable[Example]) -> Iterator[Example]:
    """The examples, where every other one that names no question is given one, in turn.

    So that a question makes its own answers likelier, and nothing else impossible: "what does it cost" may be
    said after any. When no example names a question they come as they are.
    """
    kept = list(examples)
    topics = sorted({example.asking for example in kept if example.asking is not None})
    situations = cycle([situation for topic in topics for situation in (None, topic)] or [None])
    for example in kept:
        yield example if example.asking is not None else replace(example, asking=next(situations))
