"""The lines that `bantam understand` reads, and what it answers to each."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

import click

from leads.domain.parsing.context import Context
from leads.domain.topics import Topic

__all__ = ["BadLine", "Question", "answer", "question", "understand_all"]


class BadLine(Exception):
    """A line that cannot be read; the message says why, `field` which part of it is at fault."""

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True)
class Question:
    """A message, and the situation it is to be read in."""

    text: str
    context: Context


class Understanding(Protocol):
    """What came out for one message."""

    def as_json(self) -> dict[str, Any]:
        """In the words of the contract."""


class Reader(Protocol):
    """What understands messages."""

    async def read(self, text: str, context: Context) -> Understanding:
        """Read one."""


async def understand_all(reader: Reader, lines: Iterable[bytes]) -> None:
    """Answer every line with a line, as soon as it came."""
    for line in lines:
        if line.strip():
            click.echo(json.dumps(await answer(reader, line), ensure_ascii=False))


async def answer(reader: Reader, line: bytes) -> dict[str, Any]:
    """What the reader makes of a line, or what is wrong with the line."""
    try:
        asked = question(line.decode("utf-8", errors="replace").rstrip("\r\n"), now=datetime.now(UTC))
    except BadLine as fault:
        error = {"code": "bad_request", "message": str(fault), "field": fault.field}
        return {"error": {key: value for key, value in error.items() if value is not None}}
    return (await reader.read(asked.text, asked.context)).as_json()


def question(line: str, *, now: datetime) -> Question:
    """The question in a line: a JSON object, or else the text itself at this moment. Raises BadLine."""
    if not line.lstrip().startswith("{"):
        return Question(line, Context(now=now))
    fields = _object(line)
    return Question(
        _text(fields, "text"),
        Context(
            now=_moment(fields) or now,
            asking=_topic(fields),
            country=_text(fields, "country", needed=False) or None,
            language=_text(fields, "language", needed=False) or None,
        ),
    )


def _object(line: str) -> Mapping[str, Any]:
    try:
        fields: Mapping[str, Any] = json.loads(line)
    except (ValueError, RecursionError) as fault:
        raise BadLine("A line that begins with a brace has to be a JSON object.") from fault
    return fields


def _text(fields: Mapping[str, Any], name: str, *, needed: bool = True) -> str:
    value = fields.get(name)
    if value is None and not needed:
        return ""
    if not isinstance(value, str):
        raise BadLine(f'"{name}" has to be a string.', field=name)
    return value


def _moment(fields: Mapping[str, Any]) -> datetime | None:
    """The moment, in UTC where it names no zone."""
    text = _text(fields, "now", needed=False)
    try:
        moment = datetime.fromisoformat(text) if text else None
    except ValueError as fault:
        raise BadLine('"now" has to be an ISO 8601 date and time.', field="now") from fault
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment


def _topic(fields: Mapping[str, Any]) -> Topic | None:
    name = _text(fields, "asking", needed=False)
    try:
        return Topic(name) if name else None
    except ValueError as fault:
        raise BadLine(f'"asking" has to be one of {", ".join(Topic)}.', field="asking") from fault
