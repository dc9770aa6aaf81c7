"""What a prospect has told, as the lead should show it, and what the lead does show."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Protocol

from leads.domain.topics import Topic

__all__ = [
    "Accepts",
    "Claim",
    "Holds",
    "Named",
    "OneOf",
    "Outcome",
    "exactly",
    "held",
    "is_given",
    "matched",
    "near",
    "plain",
]

Fields = Mapping[str, Any]


class Accepts(Protocol):
    """Which values of a field are right."""

    def __call__(self, value: Any) -> bool:
        """Whether this one is."""
        ...


@dataclass(frozen=True, slots=True)
class OneOf:
    """Any of these values."""

    values: frozenset[Any]

    def __call__(self, value: Any) -> bool:
        return value in self.values

    def __str__(self) -> str:
        return " or ".join(sorted(map(str, self.values))[:3])


@dataclass(frozen=True, slots=True)
class Holds:
    """A text with any of these words in it, or a part of what they said that is more than a word."""

    words: tuple[str, ...]
    within: str

    def __call__(self, value: Any) -> bool:
        text = plain(str(value or ""))
        is_theirs = " " in text and text in plain(self.within)
        return is_theirs or any(re.search(rf"\b{re.escape(plain(word))}", text) for word in self.words)

    def __str__(self) -> str:
        return "/".join(self.words)


@dataclass(frozen=True, slots=True)
class Named:
    """This name, with or without the legal form, however it is written."""

    name: str

    def __call__(self, value: Any) -> bool:
        return _bare(str(value or "")) == _bare(self.name)

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Claim:
    """What one message told about a topic. Fields that are not named are free; `told` is False for a
    "don't know" or a "rather not say", which must leave no value at all."""

    topic: Topic
    words: str
    fields: Mapping[str, Accepts] = field(default_factory=dict)
    told: bool = True

    def __str__(self) -> str:
        if not self.told:
            return "nothing"
        return ", ".join(f"{name} {accepts}" for name, accepts in self.fields.items()) or self.words


class Outcome(StrEnum):
    """What became of a claim: the lead shows it, shows nothing, or shows something else."""

    RECALLED = "recalled"
    MISSED = "missed"
    WRONG = "wrong"


def exactly(value: Any) -> OneOf:
    """This value and no other."""
    return OneOf(frozenset({value}))


def near(day: date, *, days: int = 0) -> OneOf:
    """A date at most so many days away, as the lead API writes dates."""
    around = (day + timedelta(days=shift) for shift in range(-days, days + 1))
    return OneOf(frozenset(each.isoformat() for each in around))


def plain(text: str) -> str:
    """The text for comparing: letters and digits in lower case, single spaces."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))


def held(lead: Fields, topic: Topic) -> Fields:
    """What the lead API shows about a topic, as flat fields."""
    return _HELD[topic](lead)


def is_given(fields: Fields) -> bool:
    """Whether there is a value, and not just a status or words."""
    criterion = fields.get("status") in {"met", "not_met"}
    return criterion or any(fields[name] is not None for name in fields.keys() - {"status", "words"})


def matched(claim: Claim, fields: Fields) -> Outcome:
    """What became of this claim."""
    if not claim.told:
        return Outcome.WRONG if is_given(fields) else Outcome.RECALLED
    off = [fields.get(name) for name, accepts in claim.fields.items() if not accepts(fields.get(name))]
    if not off:
        return Outcome.RECALLED
    # A value that is absent was missed; one that is there and not right is wrong.
    blank = {None, "unknown"}
    return Outcome.MISSED if not is_given(fields) or set(off) <= blank else Outcome.WRONG


def _bare(name: str) -> str:
    forms = {"gmbh", "ltd", "ag", "ab", "inc", "llc", "limited", "the"}
    return " ".join(word for word in plain(name).split() if word not in forms)


def _criterion(topic: Topic, *names: str) -> Callable[[Fields], Fields]:
    return lambda lead: {name: lead["bant"][topic][name] for name in ("status", *names)}


def _one(group: str, name: str) -> Callable[[Fields], Fields]:
    return lambda lead: {"value": lead[group][name]}


def _consent(lead: Fields) -> Fields:
    state = lead["consent"]["email"]
    return {"value": None if state == "unknown" else state}


_HELD: Mapping[Topic, Callable[[Fields], Fields]] = {
    Topic.NEED: lambda lead: {
        "status": lead["bant"]["need"]["status"],
        "words": lead["bant"]["need"]["text"],
    },
    Topic.CURRENT_SOLUTION: lambda lead: {"value": lead["bant"]["need"]["current_solution"]},
    Topic.TIMEFRAME: _criterion(Topic.TIMEFRAME, "earliest", "latest"),
    Topic.BUDGET: _criterion(Topic.BUDGET, "low", "high", "currency", "period"),
    Topic.AUTHORITY: _criterion(Topic.AUTHORITY, "level"),
    Topic.EMPLOYEES: lambda lead: {
        name: lead["firmographics"]["employees"][name] for name in ("low", "high")
    },
    Topic.INDUSTRY: _one("firmographics", "industry"),
    Topic.ROLE: _one("contact", "role"),
    Topic.COMPANY: _one("contact", "company"),
    Topic.COUNTRY: _one("contact", "country"),
    Topic.NAME: _one("contact", "name"),
    Topic.EMAIL: _one("contact", "email"),
    Topic.PHONE: _one("contact", "phone"),
    Topic.CONSENT: _consent,
}
