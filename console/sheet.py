"""The scoring sheet: the model in force, arranged so that everybody can read it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from console.wording import country_in_words, level_in_words, urgency_in_words, words
from leads.domain.bant import Bar, Criterion
from leads.domain.conditions import (
    AnyText,
    Condition,
    CriterionIs,
    Domains,
    LevelIs,
    Size,
    UrgencyIs,
    Within,
    Words,
)
from leads.domain.ledger import Kind
from leads.domain.matrix import Axis
from leads.domain.model import MOST_SEGMENTS, Band, Persona, ScoringModel
from leads.domain.money import money_in_words
from leads.domain.topics import Topic

__all__ = ["Behaviour", "Rule", "TopicSheet", "behaviour", "criteria", "too_many_segments", "topics_on"]

MOST_NAMED = 12
PERSONAS = {Persona.TARGET: "whom we want", Persona.ANTI: "whom we do not want"}


@dataclass(frozen=True, slots=True)
class Rule:
    """What has to be so, what that is worth, and what a lead's card says then."""

    when: str
    points: int
    reason: str
    persona: str | None = None


@dataclass(frozen=True, slots=True)
class TopicSheet:
    """How answers to one topic count: the first rule that holds, and only that one."""

    topic: Topic
    kind: Kind
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Behaviour:
    """Things they do that count together, up to a cap in either direction."""

    name: str
    cap: int
    rules: tuple[Rule, ...]


def topics_on(model: ScoringModel, axis: Axis) -> list[TopicSheet]:
    """The topics that count on an axis, in the order of the conversation."""
    return [
        TopicSheet(topic, rules.kind, tuple(_rule(topic, band, model.bar) for band in rules.bands))
        for topic in Topic
        if (rules := model.answers.get(topic)) and rules.axis is axis
    ]


def behaviour(model: ScoringModel) -> list[Behaviour]:
    """What they do, group by group."""
    return [
        Behaviour(
            name=group.name.replace("_", " ").capitalize(),
            cap=group.cap,
            rules=tuple(
                Rule(words(kind, "signal"), rule.points, rule.reason) for kind, rule in group.signals.items()
            ),
        )
        for group in model.signals
    ]


def too_many_segments(model: ScoringModel) -> bool:
    """Whether so many data segments are active that the scores become hard to explain."""
    return len(model.segments) > MOST_SEGMENTS


def criteria(bar: Bar) -> Iterator[tuple[Topic, str]]:
    """When each of the four criteria is met."""
    yield Topic.NEED, "a problem or goal that we solve is named"
    yield Topic.BUDGET, f"its size reaches {money_in_words(bar.floor)} within a year"
    yield Topic.AUTHORITY, "they have the final yes or no, alone or as one of few"
    yield Topic.TIMEFRAME, f"buying or going live falls within {bar.horizon_days} days"


def _rule(topic: Topic, band: Band, bar: Bar) -> Rule:
    mentioned = {
        "floor": money_in_words(bar.floor),
        "horizon": str(bar.horizon_days),
        "budget": "…",
        "employees": "…",
    }
    return Rule(
        when=_condition(band.when, topic),
        points=band.points,
        reason=band.reason.format_map(mentioned),
        persona=PERSONAS[band.persona] if band.persona else None,
    )


def _condition(condition: Condition, topic: Topic) -> str:
    match condition:
        case CriterionIs(criterion):
            return f"{words(topic, 'topic')} {'is met' if criterion is Criterion.MET else 'is not met'}"
        case LevelIs(level):
            return level_in_words(level)
        case Within(days):
            return f"Within {days} days"
        case UrgencyIs(urgency):
            return urgency_in_words(urgency)
        case Size(low, high):
            return _people(low, high)
        case Words(phrases) if topic is Topic.COUNTRY:
            return _listed([country_in_words(code.upper()) for code in phrases])
        case Words(phrases):
            return _listed(phrases)
        case Domains(domains):
            return f"An address at {_listed(sorted(domains))}"
        case AnyText():
            return "Anything else they name"
        case _:
            assert_never(condition)


def _people(low: int | None, high: int | None) -> str:
    match low, high:
        case None, int():
            return f"Up to {high:,} people"
        case int(), None:
            return f"{low:,} people or more"
        case _:
            return f"{low:,} to {high:,} people"


def _listed(names: tuple[str, ...] | list[str]) -> str:
    shown = ", ".join(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    return f"{shown} and {more} more" if more > 0 else shown
