from collections import Counter
from datetime import date
from random import Random

import pytest

from bot.bench.prospects.cast import cast
from bot.bench.prospects.persona import EventKind, Persona
from leads.domain.lead import Channel
from leads.domain.topics import Topic

TODAY = date(2026, 11, 24)


def told(persona: Persona) -> list[str]:
    """What a prospect would say of every topic."""
    return [fact.say(fact.reply, Random(1), today=TODAY)[0] for fact in persona.facts.values()]


def test_the_same_seed_gives_the_same_prospects() -> None:
    one, other = (list(cast(20, seed=7)) for _ in range(2))
    assert [(persona.traits, told(persona)) for persona in one] == [
        (persona.traits, told(persona)) for persona in other
    ]


def test_another_seed_gives_others() -> None:
    one, other = (list(cast(20, seed=seed)) for seed in (1, 2))
    assert [told(persona) for persona in one] != [told(persona) for persona in other]


def test_more_prospects_are_the_same_and_more() -> None:
    few, many = list(cast(5, seed=3)), list(cast(10, seed=3))
    assert [told(persona) for persona in many[:5]] == [told(persona) for persona in few]


@pytest.mark.parametrize("kind", ["channel", "voice", "manner", "opening", "meeting", "in the middle"])
def test_every_trait_is_played_by_several(kind: str) -> None:
    traits = Counter(trait for persona in cast(300, seed=1) for trait in persona.traits[kind])
    assert min(traits.values()) >= 3


def test_nobody_shares_an_address_or_a_number() -> None:
    personas = list(cast(300, seed=1))
    for topic in (Topic.EMAIL, Topic.PHONE):
        said = {str(persona.facts[topic].wording(Random(1), TODAY)[1]["value"]) for persona in personas}
        assert len(said) == len(personas)


def test_only_those_who_text_opt_out() -> None:
    out = {EventKind.OPT_OUT, EventKind.LURE}
    channels = {
        persona.channel for persona in cast(300, seed=1) if any(event.kind in out for event in persona.events)
    }
    assert channels == {Channel.SMS}
