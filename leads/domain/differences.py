"""What differs between two files, place by place, so that somebody can read it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeAlias

__all__ = ["Difference", "Tree", "differences"]

#: The content of a file: sections, lists and texts.
Tree: TypeAlias = "str | tuple[Tree, ...] | Mapping[str, Tree]"

ORDER = "order"


@dataclass(frozen=True, slots=True)
class Difference:
    """What stood at a place before, and what stands there after; None is nothing.

    Each item that came to a list or left it is a difference of its own. Where only the order of a section
    changed, the place ends in "order" and both sides list the names.
    """

    place: tuple[str, ...]
    before: str | None
    after: str | None


def differences(before: Tree, after: Tree) -> tuple[Difference, ...]:
    """Every difference, in the order of the newer file; what was removed comes where its section ends."""
    return tuple(_compared((), before, after))


def _compared(place: tuple[str, ...], before: Tree, after: Tree) -> Iterator[Difference]:
    match before, after:
        case Mapping(), Mapping():
            yield from _sections(place, before, after)
        case tuple(), tuple():
            yield from _lists(place, before, after)
        case _ if before != after:
            yield Difference(place, _in_words(before), _in_words(after))


def _sections(
    place: tuple[str, ...], before: Mapping[str, Tree], after: Mapping[str, Tree]
) -> Iterator[Difference]:
    for name, tree in after.items():
        if name in before:
            yield from _compared((*place, name), before[name], tree)
        else:
            yield Difference((*place, name), None, _in_words(tree))
    for name, tree in before.items():
        if name not in after:
            yield Difference((*place, name), _in_words(tree), None)
    stayed = [name for name in before if name in after]
    now = [name for name in after if name in before]
    if stayed != now:
        yield Difference((*place, ORDER), ", ".join(stayed), ", ".join(now))


def _lists(place: tuple[str, ...], before: tuple[Tree, ...], after: tuple[Tree, ...]) -> Iterator[Difference]:
    old, new = [_in_words(item) for item in before], [_in_words(item) for item in after]
    gone, come = _more(old, new), _more(new, old)
    for item in gone:
        yield Difference(place, item, None)
    for item in come:
        yield Difference(place, None, item)
    if not gone and not come and any(one != other for one, other in zip_longest(old, new)):
        yield Difference((*place, ORDER), ", ".join(old), ", ".join(new))


def _more(items: list[str], others: list[str]) -> list[str]:
    """What there is more of here than there."""
    return list((Counter(items) - Counter(others)).elements())


def _in_words(tree: Tree) -> str:
    match tree:
        case str():
            return tree
        case Mapping():
            return "; ".join(f"{name}: {_in_words(part)}" for name, part in tree.items())
        case _:
            return ", ".join(_in_words(item) for item in tree)
