"""Changing single values in the text of a scoring file, and nothing else: comments and layout stay."""

from collections.abc import Mapping

import yaml

from leads.adapters.yaml_reader import Entry, parse_yaml
from leads.services.errors import FileError

__all__ = ["Place", "replaced"]

#: Where a value stands, as ("answers", "budget", "bands", "reaches_floor", "points").
Place = tuple[str, ...]

FILE = "scoring.yml"


def replaced(text: str, values: Mapping[Place, str]) -> str:
    """The text with other values at these places. Raises FileError for a place that holds no single value."""
    file = parse_yaml(text, file=FILE)
    spots = sorted(((_spot(file, place), value) for place, value in values.items()), reverse=True)
    for (start, end), value in spots:
        text = f"{text[:start]}{_written(value)}{text[end:]}"
    return text


def _spot(file: Entry, place: Place) -> tuple[int, int]:
    entry = file
    for name in place:
        below = entry.entries().get(name)
        if below is None:
            raise FileError(FILE, entry.line, f"there is no {name} in {entry.name}")
        entry = below
    entry.text()
    start, end = entry.node.start_mark, entry.node.end_mark
    if start is None or end is None:
        raise FileError(FILE, entry.line, f"{entry.name} has no place in the text")
    return start.index, end.index


def _written(value: str) -> str:
    """As it has to be written in the file: in quotes where it would be read as something else."""
    written = yaml.safe_dump(value, default_style='"', width=10_000, allow_unicode=True).strip()
    is_plain = value.replace("-", "").replace("_", "").replace(".", "").isalnum()
    return value if is_plain else written
