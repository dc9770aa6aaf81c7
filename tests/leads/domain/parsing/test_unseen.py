"""Utterances written after the readers were built, and the share of them that must be read right."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from leads.domain.answers import Authority, Parsed, SlotChoice, Standing, Text, YesNo
from leads.domain.parsing.context import Context
from leads.domain.parsing.understand import understand
from leads.domain.topics import Topic

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)
OFFERED = (
    datetime(2026, 3, 9, 10, 0, tzinfo=UTC),
    datetime(2026, 3, 10, 15, 0, tzinfo=UTC),
    datetime(2026, 3, 11, 10, 30, tzinfo=UTC),
)
UNSEEN = Path(__file__).parent / "unseen"
FREE_TEXT = (Topic.NEED, Topic.CURRENT_SOLUTION, Topic.COMPANY, Topic.ROLE, Topic.INDUSTRY, Topic.NAME)


def rows(kind: str) -> list[list[str]]:
    lines = (UNSEEN / f"{kind}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line]


def answered(text: str, asking: Topic) -> Parsed | None:
    context = Context(now=NOW, asking=asking, offered=OFFERED if asking is Topic.SLOT else ())
    return next((parsed for parsed in understand(text, context) if parsed.topic is asking), None)


def told(text: str, asking: Topic) -> str:
    """The value in the short form of the tables; "?" where there is none."""
    parsed = answered(text, asking)
    match parsed.value if parsed else None:
        case Text(text=words):
            return words
        case YesNo(yes=yes):
            return "yes" if yes else "no"
        case Authority(level=level):
            return level
        case SlotChoice(none_fits=True):
            return "none"
        case SlotChoice(index=index):
            return str(index)
    return "?"


def same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


BARS: list[tuple[str, Topic, float]] = [
    ("consent", Topic.CONSENT, 0.97),
    ("slot", Topic.SLOT, 0.95),
    ("name", Topic.NAME, 0.92),
    ("company", Topic.COMPANY, 0.85),
    ("authority", Topic.AUTHORITY, 0.92),
    ("industry", Topic.INDUSTRY, 0.92),
    ("country", Topic.COUNTRY, 0.95),
    ("role", Topic.ROLE, 0.90),
    ("current_solution", Topic.CURRENT_SOLUTION, 0.90),
]


def share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)


@pytest.mark.parametrize(("kind", "asking", "bar"), BARS, ids=[bar[0] for bar in BARS])
def test_most_utterances_are_read_right(kind: str, asking: Topic, bar: float) -> None:
    misses = [(text, told(text, asking)) for text, meant in rows(kind) if not same(told(text, asking), meant)]
    assert 1 - len(misses) / len(rows(kind)) >= bar, misses


@pytest.mark.parametrize("standing", [Standing.UNKNOWN, Standing.DECLINED], ids=str)
def test_not_knowing_and_not_telling_are_recognised(standing: Standing) -> None:
    texts = [text for text, meant in rows("standing") if meant == standing]
    seen = [parsed.standing if (parsed := answered(text, Topic.BUDGET)) else None for text in texts]
    assert share([one is standing for one in seen]) >= 0.9, list(zip(texts, seen, strict=True))


@pytest.mark.parametrize("asking", list(Topic), ids=str)
def test_not_knowing_or_telling_is_never_a_value(asking: Topic) -> None:
    readings = {text: told(text, asking) for text, _ in rows("standing")}
    no_value = ("?", "no") if asking is Topic.CONSENT else ("?",)  # who would rather not does not permit it
    assert {text: reading for text, reading in readings.items() if reading not in no_value} == {}


def test_needs_are_kept() -> None:
    missed = [text for (text,) in rows("need") if told(text, Topic.NEED) in ("?", "no")]
    assert 1 - len(missed) / len(rows("need")) >= 0.95, missed


@pytest.mark.parametrize("asking", FREE_TEXT, ids=str)
def test_asides_are_hardly_ever_stored(asking: Topic) -> None:
    assert share([told(text, asking) == "?" for (text,) in rows("aside")]) >= 0.95
