"""Casting: drawing prospects from a seed. The same seed and number give the same prospect."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

from bot.bench.prospects.facts import Fact, about
from bot.bench.prospects.persona import Event, EventKind, Manner, Meeting, Opening, Persona, Voice
from bot.bench.prospects.phrases import phrases
from leads.domain.answers import Standing
from leads.domain.lead import Channel
from leads.domain.topics import Topic

__all__ = ["cast"]

TOLD: tuple[Topic, ...] = tuple(topic for topic in Topic if topic is not Topic.SLOT)
CORRECTABLE = (
    Topic.BUDGET, Topic.BUDGET, Topic.TIMEFRAME, Topic.TIMEFRAME, Topic.EMPLOYEES, Topic.COMPANY, Topic.EMAIL,
)  # fmt: skip
UNKNOWN_TO_THEM = (
    Topic.BUDGET, Topic.TIMEFRAME, Topic.EMPLOYEES, Topic.CURRENT_SOLUTION, Topic.AUTHORITY,
)  # fmt: skip
PRIVATE = (Topic.BUDGET, Topic.COMPANY, Topic.EMPLOYEES, Topic.NAME, Topic.EMAIL, Topic.ROLE)
WITHHELD_BY = {
    Manner.IGNORANT: (Standing.UNKNOWN, UNKNOWN_TO_THEM),
    Manner.DECLINING: (Standing.DECLINED, PRIVATE),
}
COMMON: tuple[EventKind, ...] = tuple(
    kind for kind in EventKind if kind not in {EventKind.OPT_OUT, EventKind.LURE, EventKind.LEAVES}
)
LATEST_EVENT = 7


def cast(count: int, *, seed: int) -> Iterator[Persona]:
    """This many prospects."""
    return (_persona(number, Random(f"{seed}/{number}")) for number in range(1, count + 1))


def _persona(number: int, rng: Random) -> Persona:
    channel = rng.choices((Channel.SMS, Channel.WIDGET, Channel.REST), (3, 4, 3))[0]
    sender = f"+1415555{number:04}" if channel is Channel.SMS else f"prospect-{number:04}"
    who = _somebody(number, rng)
    if channel is Channel.SMS:
        who = {**who, "phone": sender}
    manner = rng.choices(tuple(Manner), (5, 3, 2, 2, 2, 2))[0]
    facts: dict[Topic, Fact] = {topic: about(topic, rng, who=who) for topic in TOLD}
    events = _events(channel, rng)
    return Persona(
        key=f"p{number:04}",
        sender=sender,
        channel=channel,
        # A text message does not tell where its sender is.
        zone="UTC" if channel is Channel.SMS else who["country"]["zone"],
        voice=rng.choice(tuple(Voice)),
        manner=manner,
        opening=rng.choice(tuple(Opening)),
        meeting=rng.choices(tuple(Meeting), (6, 2, 2, 2, 2, 2))[0],
        events=events,
        facts=facts,
        mistaken=_mistaken(facts, events, who, rng),
        withheld=_withheld(manner, rng),
    )


def _somebody(number: int, rng: Random) -> Mapping[str, Any]:
    people = phrases("people")
    name, company = rng.choice(people["name"]), rng.choice(people["company"])
    domain = rng.choice((f"{_latin(company)}.co.uk", f"{_latin(company)}.com", "gmail.com"))
    user = ".".join(map(_latin, name.split()))
    return {
        "name": name,
        "company": company,
        "country": rng.choice(people["country"]),
        # Nobody shares an address or a number with another.
        "email": f"{user}{number}@{domain}",
        "phone": rng.choice(("+44 7700 90{:04}", "+1 212 555 {:04}")).format(number),
    }


def _latin(name: str) -> str:
    """What of a name goes into an address."""
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFKD", name.casefold()))


def _events(channel: Channel, rng: Random) -> tuple[Event, ...]:
    kinds = rng.sample(COMMON, rng.choices((0, 1, 2, 3), (3, 4, 3, 1))[0])
    kinds += [EventKind.LEAVES] if rng.random() < 0.06 else []
    if channel is Channel.SMS:
        kinds += [EventKind.LURE] if rng.random() < 0.2 else []
        kinds += [EventKind.OPT_OUT] if rng.random() < 0.2 else []
    return tuple(Event(kind, rng.randint(1, LATEST_EVENT)) for kind in kinds)


def _mistaken(
    facts: Mapping[Topic, Fact], events: tuple[Event, ...], who: Mapping[str, Any], rng: Random
) -> Mapping[Topic, Fact]:
    if all(event.kind is not EventKind.CORRECTION for event in events):
        return {}
    topic = rng.choice(CORRECTABLE)
    return {topic: about(topic, rng, who={**who, **_other(who, rng)})} if facts[topic].correcting else {}


def _other(who: Mapping[str, Any], rng: Random) -> Mapping[str, Any]:
    """Another company and address, for those who mix something up."""
    company = rng.choice([name for name in phrases("people")["company"] if name != who["company"]])
    return {"company": company, "email": f"old.{who['email']}"}


def _withheld(manner: Manner, rng: Random) -> Mapping[Topic, Standing]:
    if manner not in WITHHELD_BY:
        return {}
    standing, topics = WITHHELD_BY[manner]
    return dict.fromkeys(rng.sample(topics, rng.randint(1, 3)), standing)
