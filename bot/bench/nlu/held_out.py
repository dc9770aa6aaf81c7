"""Held-out utterances: how they are written down (tests/understanding/README.md) and read."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from bot.bench.errors import FileNameError, LineError
from leads.domain.parsing.context import Context
from leads.domain.topics import Topic

__all__ = [
    "INTENTS",
    "AnswerCase",
    "HeldOutFile",
    "IntentCase",
    "answer_cases",
    "files",
    "intent_cases",
]

INTENTS = "intents"  # the kind of files that hold intents; all others hold answers
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)

Case = TypeVar("Case", "IntentCase", "AnswerCase")
_NAME = re.compile(r"(?P<kind>\w+?)_(?P<round>\d+)")


@dataclass(frozen=True, slots=True)
class IntentCase:
    """Something people say, and the intents that are right for it, such as `faq/pricing`."""

    text: str
    intents: frozenset[str]
    asking: Topic | None = None
    voice: str = ""


@dataclass(frozen=True, slots=True)
class AnswerCase:
    """Something people say, the situation they say it in, and what has to be understood: topic → fields.

    What is read for an `optional` topic is neither right nor wrong.
    """

    text: str
    context: Context
    expect: Mapping[str, Any]
    voice: str = ""
    optional: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, order=True)
class HeldOutFile:
    """One set of utterances: what it is about, and which attempt at it."""

    kind: str
    round: int
    path: Path


def files(folder: Path) -> list[HeldOutFile]:
    """The sets in `folder`, by kind, the oldest of a kind first. Raises FileNameError."""
    return sorted(_named(path) for path in folder.glob("*.jsonl"))


def intent_cases(path: Path) -> list[IntentCase]:
    """The utterances of a set of intents. Raises LineError."""
    return [_read(path, number, line, _intent_case) for number, line in _lines(path)]


def answer_cases(path: Path) -> list[AnswerCase]:
    """The utterances of a set of answers. Raises LineError."""
    return [_read(path, number, line, _answer_case) for number, line in _lines(path)]


def _named(path: Path) -> HeldOutFile:
    name = _NAME.fullmatch(path.stem)
    if name is None:
        raise FileNameError(name=path.name)
    return HeldOutFile(name["kind"], int(name["round"]), path)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            yield number, line


def _read(path: Path, number: int, line: str, case: Callable[[Mapping[str, Any]], Case]) -> Case:
    try:
        return case(json.loads(line))
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise LineError(name=path.name, line=number, fault=fault) from fault


def _intent_case(fields: Mapping[str, Any]) -> IntentCase:
    intent = fields["intent"]
    return IntentCase(
        text=fields["text"],
        intents=frozenset([intent] if isinstance(intent, str) else intent),
        asking=_topic(fields.get("asking")),
        voice=fields.get("voice", ""),
    )


def _answer_case(fields: Mapping[str, Any]) -> AnswerCase:
    context = Context(
        now=_moment(fields["now"]) if "now" in fields else NOW,
        asking=_topic(fields.get("asking")),
        country=fields.get("country"),
        language=fields.get("language"),
        offered=tuple(_moment(start) for start in fields.get("offered", ())),
    )
    expect = {Topic(topic).value: told for topic, told in fields["expect"].items()}
    optional = frozenset(Topic(topic).value for topic in fields.get("optional", ()))
    return AnswerCase(fields["text"], context, expect, fields.get("voice", ""), optional)


def _topic(name: str | None) -> Topic | None:
    return None if name is None else Topic(name)


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text} has no offset.")
    return moment
