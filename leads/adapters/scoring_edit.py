"""Changing the text of a scoring file here and there: comments and layout of all the rest stay."""

from collections.abc import Mapping

import yaml

from leads.adapters.scoring_file import FILE, read_scoring
from leads.adapters.yaml_reader import Entry, parse_yaml
from leads.domain.model import Loaded
from leads.domain.topics import Topic
from leads.services.errors import FileError
from leads.services.scoring import PersonaBand, Place

__all__ = ["YamlScoring"]

ROLES: Place = ("answers", Topic.ROLE, "bands")


class YamlScoring:
    """The scoring file as YAML."""

    def read(self, text: str) -> Loaded:
        """The model in it."""
        return read_scoring(text)

    def replaced(self, text: str, values: Mapping[Place, str]) -> str:
        """With other single values at these places."""
        file = parse_yaml(text, file=FILE)
        spots = sorted(((_spot(file, place), value) for place, value in values.items()), reverse=True)
        for (start, end), value in spots:
            text = f"{text[:start]}{_written(value)}{text[end:]}"
        return text

    def with_persona(self, text: str, band: PersonaBand) -> str:
        """With this band of roles in place of the one of its name, or as the first that is looked at."""
        bands = _at(parse_yaml(text, file=FILE), ROLES)
        standing = bands.entries().get(band.name)
        lines = _lines(band)
        if standing is not None:
            start, end = _begin(standing.node), _end(standing.node)
            return f"{text[:start]}{_joined(lines, standing.node)}{text[end:]}"
        start = text.rindex("\n", 0, _begin(bands.node)) + 1
        margin = " " * (_begin(bands.node) - start)
        added = "".join(f"{margin}  {line}\n" for line in lines)
        return f"{text[:start]}{margin}{band.name}:\n{added}{text[start:]}"

    def without_persona(self, text: str, name: str) -> str:
        """Without the band of roles of this name."""
        bands = _at(parse_yaml(text, file=FILE), ROLES)
        found = next(((key, value) for key, value in bands.node.value if key.value == name), None)
        if found is None:
            bands.refuse(f"there is no {name} in {bands.name}")
        start = text.rindex("\n", 0, _begin(found[0])) + 1
        end = text.find("\n", _end(found[1])) + 1 or len(text)
        return text[:start] + text[end:]


def _at(file: Entry, place: Place) -> Entry:
    entry = file
    for name in place:
        below = entry.entries().get(name)
        if below is None:
            entry.refuse(f"there is no {name} in {entry.name}")
        entry = below
    return entry


def _spot(file: Entry, place: Place) -> tuple[int, int]:
    entry = _at(file, place)
    entry.text()
    return _begin(entry.node), _end(entry.node)


def _begin(node: yaml.Node) -> int:
    return _mark(node.start_mark)


def _end(node: yaml.Node) -> int:
    """Where it ends; what YAML takes for the end of a block lies behind the comments that follow it."""
    is_block = isinstance(node, yaml.CollectionNode) and not node.flow_style and bool(node.value)
    if not is_block:
        return _mark(node.end_mark)
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


def _mark(mark: yaml.Mark | None) -> int:
    if mark is None:
        raise FileError(FILE, 1, "a part of the file has no place in the text")
    return mark.index


def _lines(band: PersonaBand) -> list[str]:
    persona = [f"persona: {band.persona}"] if band.persona else []
    return [
        f"words: [{', '.join(_written(word) for word in band.words)}]",
        *persona,
        f"points: {band.points}",
        f"reason: {_quoted(band.reason)}",
    ]


def _joined(lines: list[str], node: yaml.Node) -> str:
    """In the style in which the node before was written."""
    if getattr(node, "flow_style", False) or node.start_mark is None:
        return "{" + ", ".join(lines) + "}"
    return ("\n" + " " * node.start_mark.column).join(lines)


def _written(value: str) -> str:
    """As it has to be written in the file: in quotes where it could be read as something else."""
    is_plain = value.replace("-", "").replace("_", "").replace(" ", "").isalnum() and value == value.strip()
    return value if (is_plain and not value.startswith("-")) or _is_number(value) else _quoted(value)


def _is_number(value: str) -> bool:
    return value.removeprefix("-").replace(".", "", 1).isdecimal()


def _quoted(value: str) -> str:
    return str(yaml.safe_dump(value, default_style='"', width=10_000, allow_unicode=True)).strip()
