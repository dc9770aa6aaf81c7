"""Reading a YAML file that people edit: typed values, and errors that name the line.

Values are read as they stand in the file, so that `NO` is a country and not a "false".
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from pathlib import Path
from typing import NoReturn, TypeVar

import yaml

from leads.domain.differences import Tree
from leads.services.errors import FileError

__all__ = ["Entry", "parse_yaml", "read_text", "read_yaml"]

Choice = TypeVar("Choice", bound=StrEnum)

SWITCHES = {"on": True, "true": True, "yes": True, "off": False, "false": False, "no": False}


@dataclass(frozen=True, slots=True)
class Entry:
    """One place in the file, by the name and the line it can be found under."""

    file: str
    line: int
    name: str
    node: yaml.Node

    def refuse(self, why: str) -> NoReturn:
        """Raise the `FileError` of this place."""
        raise FileError(self.file, self.line, why)

    def text(self) -> str:
        """A single value as it is written, never empty."""
        if not isinstance(self.node, yaml.ScalarNode):
            self.refuse(f"{self.name} must be a single value")
        value = str(self.node.value).strip()
        if not value:
            self.refuse(f"{self.name} is empty")
        return value

    def whole_number(self, *, least: int | None = None, most: int | None = None) -> int:
        """A whole number, between these ends if there are any."""
        try:
            number = int(self.text())
        except ValueError:
            self.refuse(f"{self.name} must be a whole number, got '{self.text()}'")
        if least is not None and number < least:
            self.refuse(f"{self.name} must be at least {least}, got {number}")
        if most is not None and number > most:
            self.refuse(f"{self.name} must be at most {most}, got {number}")
        return number

    def amount(self) -> Decimal:
        """A number above zero."""
        try:
            amount = Decimal(self.text())
        except InvalidOperation:
            self.refuse(f"{self.name} must be a number, got '{self.text()}'")
        if not amount.is_finite() or amount <= 0:
            self.refuse(f"{self.name} must be above 0, got '{self.text()}'")
        return amount

    def switch(self) -> bool:
        """On or off."""
        position = SWITCHES.get(self.text().lower())
        if position is None:
            self.refuse(f"{self.name} must be on or off, got '{self.text()}'")
        return position

    def choice(self, choices: type[Choice]) -> Choice:
        """One of a closed set of words."""
        try:
            return choices(self.text())
        except ValueError:
            self.refuse(f"{self.name} must be one of {', '.join(choices)}, got '{self.text()}'")

    def named(self, choices: type[Choice]) -> Choice:
        """The name of this entry as one of a closed set of words."""
        try:
            return choices(self.name)
        except ValueError:
            self.refuse(f"{self.name} is not one of {', '.join(choices)}")

    def items(self) -> list["Entry"]:
        """The items of a list, in their order."""
        if not isinstance(self.node, yaml.SequenceNode):
            self.refuse(f"{self.name} must be a list")
        return [Entry(self.file, _line(node), f"each of {self.name}", node) for node in self.node.value]

    def entries(self) -> dict[str, "Entry"]:
        """The entries of a section by name, in their order; a name may stand there once."""
        if not isinstance(self.node, yaml.MappingNode):
            self.refuse(f"{self.name} must be a section")
        entries: dict[str, Entry] = {}
        for key, value in self.node.value:
            name = Entry(self.file, _line(key), "a name", key).text()
            entry = Entry(self.file, _line(key), name, value)
            if name in entries:
                entry.refuse(f"{name} is there twice in {self.name}")
            entries[name] = entry
        return entries

    def fields(self, *needed: str, optional: Collection[str] = ()) -> Mapping[str, "Entry"]:
        """The entries of a section whose names are fixed: all needed ones, and none that is unknown."""
        entries = self.entries()
        for name, entry in entries.items():
            if name not in needed and name not in optional:
                entry.refuse(
                    f"{name} means nothing in {self.name}; known are {', '.join((*needed, *optional))}"
                )
        for name in needed:
            if name not in entries:
                self.refuse(f"{name} is missing in {self.name}")
        return entries

    def plain(self) -> object:
        """What stands here and below, as lists, pairs and texts, without comments and layout."""
        match self.node:
            case yaml.MappingNode():
                return [[name, entry.plain()] for name, entry in self.entries().items()]
            case yaml.SequenceNode():
                return [item.plain() for item in self.items()]
            case _:
                return str(self.node.value)

    def tree(self) -> Tree:
        """What stands here and below, to be compared with another file."""
        match self.node:
            case yaml.MappingNode():
                return {name: entry.tree() for name, entry in self.entries().items()}
            case yaml.SequenceNode():
                return tuple(item.tree() for item in self.items())
            case _:
                return str(self.node.value)


def read_yaml(path: Path) -> Entry:
    """The whole file as one entry. Raises `FileError` where it is not YAML, and `OSError` as `open` does."""
    return parse_yaml(read_text(path), file=path.name)


def read_text(path: Path) -> str:
    """A file of text. Raises `FileError` where it is none, and `OSError` as `open` does."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise FileError(path.name, 1, f"not readable as UTF-8 text ({error.reason})") from error


def parse_yaml(text: str, *, file: str) -> Entry:
    """The same of a text; `file` is what errors call it."""
    try:
        node = _composed(text, file)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise FileError(file, line, f"not readable as YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise FileError(file, 1, f"not readable as YAML: {error}") from error
    except RecursionError as error:
        raise FileError(file, 1, "not readable as YAML: brackets within brackets without end") from error
    if node is None:
        raise FileError(file, 1, "the file is empty")
    return Entry(file, _line(node), "the file", node)


def _composed(text: str, file: str) -> yaml.Node | None:
    """The content, which never refers to itself: that could be endless, and nobody can read it."""
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise FileError(file, _line(event), f"write *{event.anchor} out in full")
    return yaml.compose(text, Loader=yaml.SafeLoader)


def _line(part: yaml.Node | yaml.Event) -> int:
    return part.start_mark.line + 1 if part.start_mark else 1
