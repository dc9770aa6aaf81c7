"""The fields of a lead as senders write them, nested as in its JSON or flat, brought into one flat form."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from bot.server.errors import BadRequest
from leads.services.errors import InvalidField

__all__ = ["Fields", "flat", "grouped_schema", "named_as_written"]

#: What stands in which part of a lead's JSON.
GROUPS = {
    "contact": {"name", "email", "phone", "company", "role", "country", "timezone", "language"},
    "firmographics": {"employees", "industry"},
    "bant": {"budget", "authority", "need", "timeframe"},
}
UTM = "utm_"


@dataclass(frozen=True, slots=True)
class Fields:
    """Fields by their flat names; `written` says how the sender wrote the name of each."""

    values: Mapping[str, Any]
    written: Mapping[str, str]


def flat(data: Mapping[str, Any]) -> Fields:
    """The fields of a lead without their groups. `utm_…` and `referrer` become parts of `source`.

    Raises BadRequest for a field that is in the wrong group, or there twice. One that is null says nothing.
    """
    values: dict[str, Any] = {}
    written: dict[str, str] = {}
    source: dict[str, Any] = {}
    for name, origin, value in _ungrouped(data):
        if name.startswith(UTM):
            source.setdefault("utm", {})[name.removeprefix(UTM)] = value
        elif name == "referrer":
            source["referrer"] = value
        elif name in values:
            raise BadRequest("This field is there twice.", field=origin)
        else:
            values[name], written[name] = value, origin
    if source:
        values["source"] = _joined(values.get("source"), source)
    return Fields(values, written)


def grouped_schema(schema: dict[str, Any]) -> None:
    """Add to the JSON Schema of a lead's flat fields what `flat` takes besides them."""
    fields = dict(schema["properties"])
    for group, members in GROUPS.items():
        parts = {name: fields[name] for name in sorted(members)}
        schema["properties"][group] = {
            "type": ["object", "null"],
            "properties": parts,
            "additionalProperties": False,
        }
    if "source" in fields:
        schema["properties"]["referrer"] = {"type": ["string", "null"]}
        schema["patternProperties"] = {f"^{UTM}": {"type": ["string", "null"]}}


def _ungrouped(data: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Flat name, name as written, and value of every field that says something."""
    for name, value in data.items():
        if name not in GROUPS:
            yield from _said(name, name, value)
        elif isinstance(value, Mapping):
            for member, part in value.items():
                if member not in GROUPS[name]:
                    raise BadRequest("There is no such field.", field=f"{name}.{member}", code="invalid")
                yield from _said(member, f"{name}.{member}", part)
        elif value is not None:
            raise BadRequest("This must be an object.", field=name, code="invalid")


def _said(name: str, written: str, value: Any) -> Iterator[tuple[str, str, Any]]:
    if value is not None:
        yield name, written, value


def _joined(source: object, parts: dict[str, Any]) -> object:
    match source:
        case None:
            return parts
        case str():
            whole: dict[str, Any] = {"kind": source}
        case dict():
            whole = source
        case _:
            return source  # its model says what is wrong with it
    if twice := whole.keys() & parts.keys():
        raise BadRequest("This field is there twice.", field=f"source.{min(twice)}")
    return whole | parts


@contextmanager
def named_as_written(fields: Fields) -> Iterator[None]:
    """What is refused in here is named as the sender wrote it."""
    try:
        yield
    except InvalidField as error:
        raise InvalidField(fields.written.get(error.field, error.field), str(error)) from error
