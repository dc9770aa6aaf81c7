"""The rules of the scoring file: bands of answers, groups of signals, buying cycles."""

import re
from collections.abc import Collection, Mapping
from datetime import date
from string import Formatter

from leads.adapters.yaml_reader import Entry
from leads.domain.answers import AuthorityLevel, Urgency
from leads.domain.bant import Criterion
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
from leads.domain.facts import SignalKind
from leads.domain.ledger import Kind
from leads.domain.matrix import Axis
from leads.domain.model import Band, Cycles, Decay, Peak, Persona, SignalGroup, SignalRule, TopicRules
from leads.domain.topics import BANT, Topic

__all__ = ["read_answers", "read_cycles", "read_decay", "read_signals"]

TEXTS = {Topic.NEED, Topic.CURRENT_SOLUTION, Topic.ROLE, Topic.COMPANY, Topic.INDUSTRY, Topic.COUNTRY}
#: What a band may ask, and of which topics.
ASKABLE: Mapping[str, Collection[Topic]] = {
    "criterion": BANT,
    "level": {Topic.AUTHORITY},
    "within_days": {Topic.TIMEFRAME},
    "urgency": {Topic.TIMEFRAME},
    "people": {Topic.EMPLOYEES},
    "words": TEXTS,
    "domains": {Topic.EMAIL},
    "any": TEXTS | {Topic.EMAIL},
}
#: What the reasons of a topic may mention besides the bar.
MENTIONABLE = {Topic.BUDGET: ("budget",), Topic.EMPLOYEES: ("employees",)}
BAR = ("floor", "horizon")
LEAP_YEAR = 2024  # so that every day there is may be named

NAME = re.compile(r"[a-z0-9_]{1,40}")  # rule names are kept with every ledger line


def read_answers(entry: Entry, *, segments: Mapping[str, bool]) -> dict[Topic, TopicRules]:
    """The rules for answers, as far as their segment is active."""
    rules = {topic_entry.named(Topic): topic_entry for topic_entry in entry.entries().values()}
    read = {topic: _topic_rules(topic, topic_entry) for topic, topic_entry in rules.items()}
    return {topic: read[topic] for topic in read if _is_active(rules[topic], segments)}


def _topic_rules(topic: Topic, entry: Entry) -> TopicRules:
    fields = entry.fields("axis", "segment", "bands", optional=("kind",))
    bands = [_band(topic, band) for band in fields["bands"].entries().values()]
    if not bands:
        fields["bands"].refuse(f"{topic} has no bands")
    kind = fields["kind"].choice(Kind) if "kind" in fields else Kind.EXPLICIT
    return TopicRules(axis=fields["axis"].choice(Axis), kind=kind, bands=tuple(bands))


def _band(topic: Topic, entry: Entry) -> Band:
    asked = [name for name, topics in ASKABLE.items() if topic in topics]
    fields = entry.fields("points", "reason", optional=("persona", *asked))
    conditions = [name for name in asked if name in fields]
    if len(conditions) != 1:
        entry.refuse(f"{entry.name} must have exactly one of {', '.join(asked)}")
    return Band(
        name=_name(entry),
        when=_condition(conditions[0], fields[conditions[0]]),
        points=_points(fields["points"]),
        reason=_reason(fields["reason"], placeholders=(*BAR, *MENTIONABLE.get(topic, ()))),
        persona=fields["persona"].choice(Persona) if "persona" in fields else None,
    )


def _condition(name: str, entry: Entry) -> Condition:
    match name:
        case "criterion":
            return CriterionIs(entry.choice(Criterion))
        case "level":
            return LevelIs(entry.choice(AuthorityLevel))
        case "within_days":
            return Within(entry.whole_number(least=0, most=36_500))
        case "urgency":
            return UrgencyIs(entry.choice(Urgency))
        case "people":
            return _size(entry)
        case "words":
            return Words.of(item.text() for item in entry.items())
        case "domains":
            return Domains(frozenset(item.text().casefold() for item in entry.items()))
        case _:
            return _any_text(entry)


def _size(entry: Entry) -> Size:
    fields = entry.fields(optional=("from", "to"))
    low, high = (fields[end].whole_number(least=0) if end in fields else None for end in ("from", "to"))
    if low is not None and high is not None and low > high:
        entry.refuse(f"people are from {low} to {high}: the first must not be larger")
    return Size(low, high)


def _any_text(entry: Entry) -> AnyText:
    if not entry.switch():
        entry.refuse("any must be true where it is used")
    return AnyText()


def read_signals(entry: Entry, *, segments: Mapping[str, bool]) -> tuple[SignalGroup, ...]:
    """The groups of signals, none when their segment is not active."""
    fields = entry.fields("segment", "groups")
    seen: set[SignalKind] = set()
    groups = tuple(_group(group, seen) for group in fields["groups"].entries().values())
    return groups if _is_active(entry, segments) else ()


def _group(entry: Entry, seen: set[SignalKind]) -> SignalGroup:
    fields = entry.fields("cap", "reason", "kinds")
    return SignalGroup(
        name=_name(entry),
        cap=fields["cap"].whole_number(least=0, most=100),
        reason=_reason(fields["reason"], placeholders=("cap",)),
        signals={_unseen(kind, seen): _signal(kind) for kind in fields["kinds"].entries().values()},
    )


def _unseen(entry: Entry, seen: set[SignalKind]) -> SignalKind:
    kind = entry.named(SignalKind)
    if kind in seen:
        entry.refuse(f"{kind} stands in more than one group")
    seen.add(kind)
    return kind


def _signal(entry: Entry) -> SignalRule:
    fields = entry.fields("points", "reason")
    return SignalRule(points=_points(fields["points"]), reason=_reason(fields["reason"]))


def read_cycles(entry: Entry, *, segments: Mapping[str, bool]) -> Cycles | None:
    """The buying cycles, none when their segment is not active."""
    fields = entry.fields("segment", "months", "reason", optional=("peaks",))
    months = {
        name: cycle.whole_number(least=1, most=600) for name, cycle in fields["months"].entries().items()
    }
    if not months:
        fields["months"].refuse("months has no cycle")
    peaks = fields["peaks"].entries().values() if "peaks" in fields else ()
    cycles = Cycles(
        months,
        _reason(fields["reason"], placeholders=("elapsed", "months")),
        peaks=tuple(_peak(peak) for peak in peaks),
    )
    return cycles if _is_active(entry, segments) else None


def _peak(entry: Entry) -> Peak:
    fields = entry.fields("from", "to", "points", "reason")
    return Peak(
        name=_name(entry),
        start=_day_of_year(fields["from"]),
        end=_day_of_year(fields["to"]),
        points=_points(fields["points"]),
        reason=_reason(fields["reason"]),
    )


def _day_of_year(entry: Entry) -> tuple[int, int]:
    try:
        day = date.fromisoformat(f"{LEAP_YEAR}-{entry.text()}")
    except ValueError:
        entry.refuse(f"{entry.name} must be a month and a day, such as 12-20, got '{entry.text()}'")
    return day.month, day.day


def read_decay(entry: Entry) -> Decay:
    """How interest fades."""
    fields = entry.fields("quiet_days", "half_life_days", "reason")
    return Decay(
        quiet_days=fields["quiet_days"].whole_number(least=0, most=3_650),
        half_life_days=fields["half_life_days"].whole_number(least=1, most=3_650),
        reason=_reason(fields["reason"], placeholders=("days",)),
    )


def _is_active(entry: Entry, segments: Mapping[str, bool]) -> bool:
    segment = entry.entries()["segment"]
    if segment.text() not in segments:
        segment.refuse(f"{segment.text()} is not one of the segments: {', '.join(segments)}")
    return segments[segment.text()]


def _points(entry: Entry) -> int:
    return entry.whole_number(least=-100, most=100)


def _name(entry: Entry) -> str:
    if not NAME.fullmatch(entry.name):
        entry.refuse(f"'{entry.name}' is not a name: up to 40 small letters, digits and _")
    return entry.name


def _reason(entry: Entry, *, placeholders: Collection[str] = ()) -> str:
    try:
        parts = list(Formatter().parse(entry.text()))
    except ValueError as error:
        entry.refuse(f"{entry.name} has a brace that does not close or open ({error})")
    for _, field, form, conversion in parts:
        if field is not None and (field not in placeholders or form or conversion):
            known = ", ".join(f"{{{name}}}" for name in placeholders) or "none"
            entry.refuse(f"{entry.name} mentions {{{field}}}; what it may mention here: {known}")
    return entry.text()
