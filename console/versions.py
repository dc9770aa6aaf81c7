"""Versions of the scoring model, arranged as the pages show them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from console.wording import words
from leads.domain.differences import Difference
from leads.domain.versions import History, Publication, Version
from leads.services.preview import Preview, Workload

__all__ = [
    "Changed",
    "Listed",
    "Load",
    "Moved",
    "changed",
    "excerpt",
    "listed",
    "loads",
    "moves",
    "name_of",
]

Cell = TypeVar("Cell", bound=StrEnum)

#: Sections of the file that only hold others.
FRAMES = frozenset({"bands", "groups", "kinds", "answers"})
AROUND = 2


@dataclass(frozen=True, slots=True)
class Listed:
    """A version in the list: what it is now, and every time it was put in force."""

    version: Version
    state: str
    author: str
    publications: tuple[tuple[Publication, str], ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """One difference, in words."""

    place: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Moved:
    """So many leads would be elsewhere."""

    count: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Load:
    """The leads for sales of one owner."""

    owner: str
    load: Workload


def listed(known: History, names: Mapping[str, str]) -> list[Listed]:
    """Every version, newest first. `names` of reps, by id."""
    return [_listed(version, known, names) for version in known.versions]


def name_of(actor: str, names: Mapping[str, str]) -> str:
    """A rep by name, and any program as it calls itself."""
    return names.get(actor, actor)


def changed(found: Iterable[Difference]) -> list[Changed]:
    """Differences, each with its place in words."""
    return [Changed(_place(each.place), each.before, each.after) for each in found]


def moves(found: Mapping[tuple[Cell, Cell], int], table: str) -> list[Moved]:
    """Who would be elsewhere, the most first; `table` has the words for the cells."""
    ordered = sorted(found.items(), key=lambda item: -item[1])
    return [
        Moved(count, words(before, table), words(after, table))
        for (before, after), count in ordered
        if before is not after
    ]


def loads(found: Preview, names: Mapping[str, str]) -> list[Load]:
    """The workload, by name of the owner; leads that nobody has come last."""
    owned = [Load(names.get(owner, owner), load) for owner, load in found.workload.items() if owner]
    nobodys = [Load("Nobody yet", load) for owner, load in found.workload.items() if not owner]
    return [*sorted(owned, key=lambda each: each.owner), *nobodys]


def excerpt(text: str, line: int) -> list[tuple[int, str]]:
    """The lines around one, with their numbers."""
    numbered = list(enumerate(text.splitlines(), start=1))
    return numbered[max(0, line - 1 - AROUND) : line + AROUND]


def _listed(version: Version, known: History, names: Mapping[str, str]) -> Listed:
    published = tuple(_published(version, known, names))
    state = "in force" if version == known.in_force else "earlier" if published else "draft"
    return Listed(version, state, name_of(version.created_by, names), published)


def _published(
    version: Version, known: History, names: Mapping[str, str]
) -> Iterator[tuple[Publication, str]]:
    for publication in known.publications:
        if publication.version_id == version.id:
            yield publication, name_of(publication.by, names)


def _place(place: tuple[str, ...]) -> str:
    names = [name.replace("_", " ") for name in place if name not in FRAMES]
    return " › ".join(names).capitalize()
