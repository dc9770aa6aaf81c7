"""Prospects and conversations for tests, said in a few words."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

from bot.bench.prospects.cast import cast
from bot.bench.prospects.claims import Claim, exactly
from bot.bench.prospects.persona import Manner, Meeting, Opening, Persona, Voice
from bot.bench.prospects.prospect import Prospect
from bot.bench.prospects.story import Story
from bot.bench.prospects.verdict import Line, Played
from leads.domain.lead import Channel
from leads.domain.topics import Topic

TODAY = date(2026, 11, 24)


def a_persona(**parts: Any) -> Persona:
    """Somebody plain who answers all and does nothing in the middle."""
    plain = {
        "channel": Channel.REST,
        "voice": Voice.PLAIN,
        "manner": Manner.ANSWERING,
        "opening": Opening.NEED,
        "meeting": Meeting.PICKS,
        "events": (),
        "mistaken": {},
        "withheld": {},
    }
    return replace(next(iter(cast(1, seed=1))), **(plain | parts))


def a_prospect(persona: Persona | None = None, **told: Claim) -> Prospect:
    """Somebody who has told these things, by topic."""
    story = Story(persona or a_persona(), Random(1))
    for topic, claim in told.items():
        story.claims[Topic(topic)] = claim
        story.told_in[Topic(topic)].append(claim.words)
    return Prospect(story)


def a_claim(topic: Topic, words: str = "so and so", **fields: Any) -> Claim:
    """These words, and the values they mean."""
    return Claim(topic, words, {name: exactly(value) for name, value in fields.items()})


def a_line(text: str = "hello", *replies: str, asking: Topic | None = None, is_aside: bool = False) -> Line:
    """A message and what the bot said to it."""
    return Line(text, is_aside, replies, (), asking)


def a_lead(**changes: Any) -> dict[str, Any]:
    """A lead of the API that knows nothing; `changes` are `group__field` or `group__field__part`."""
    criterion = {"status": "unknown", "text": None}
    lead: dict[str, Any] = {
        "contact": dict.fromkeys(("name", "email", "phone", "company", "role", "country")),
        "firmographics": {"employees": {"low": None, "high": None}, "industry": None},
        "bant": {
            "budget": {**criterion, "low": None, "high": None, "currency": None, "period": None},
            "authority": {**criterion, "level": None},
            "need": {**criterion, "current_solution": None},
            "timeframe": {**criterion, "earliest": None, "latest": None},
        },
        "consent": {"sms": "unknown", "email": "unknown"},
        "handoff": None,
        "stage": "qualifying",
        "meeting": None,
    }
    for path, value in changes.items():
        *groups, name = path.split("__")
        place = lead
        for group in groups:
            place = place[group]
        place[name] = value
    return lead


def played(prospect: Prospect, *lines: Line, lead: Mapping[str, Any] | None = None) -> Played:
    """A conversation that is over."""
    return Played(prospect, lines or (a_line("hello", "Hi."),), lead or a_lead())
