"""Scripts filled with a lead's own facts: never a brace, never a gap."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.answers import Answer, Text
from leads.domain.bant import Temperature, bant, temperature
from leads.domain.facts import Facts
from leads.domain.matrix import Quadrant
from leads.domain.next_steps import NextStep, Suggestion, filled, mentions, next_step
from leads.domain.topics import Topic
from tests.leads.domain.prospects import HOT, MODEL, TODAY, histories, known, told

ANA = told(Topic.NAME, Text("Ana Maria Sousa"))
ACME = told(Topic.COMPANY, Text("Acme"))


def suggested(*answers: Answer, quadrant: Quadrant = Quadrant.GOOD_FIT_INTERESTED) -> Suggestion:
    facts = known(*answers)
    criteria = bant(facts, MODEL.bar, TODAY)
    found = next_step(
        MODEL.next_steps,
        facts,
        quadrant=quadrant,
        temperature=temperature(criteria),
        bant=criteria,
        rep="Robin Vale",
    )
    assert found
    return found


@pytest.mark.parametrize(
    ("text", "facts", "said"),
    [
        ("Hi {name}.", {"name": "Ana"}, "Hi Ana."),
        ("Hi {name}. Welcome.", {}, "Welcome."),
        ("Hi {name|there}. Welcome.", {}, "Hi there. Welcome."),
        ("Hi {name|there}.", {"name": "Ana"}, "Hi Ana."),
        ("Hi{name|}!", {}, "Hi!"),
        ("One.\n{name} is two.\n\nThree.", {}, "One.\n\nThree."),
        ("One.\n\n{name} is two.\n\nThree.", {}, "One.\n\nThree."),
        ("{name}", {"name": "{rep}"}, "{rep}"),
    ],
)
def test_a_sentence_is_said_with_its_facts_or_not_at_all(text: str, facts: dict[str, str], said: str) -> None:
    assert filled(text, facts) == said


def test_what_is_mentioned_is_known() -> None:
    assert mentions("Hi {name|there}, about {need} {} {x y}") == ["name", "need", "", "x y"]


def test_a_lead_gets_the_step_that_is_meant_for_it() -> None:
    assert suggested(*HOT).name == "book"
    assert suggested(*HOT[:3]).name == "complete"
    assert suggested(quadrant=Quadrant.GOOD_FIT_LESS_INTERESTED).name == "revive"
    assert suggested(quadrant=Quadrant.POOR_FIT_INTERESTED).name == "self_serve"
    assert suggested(quadrant=Quadrant.POOR_FIT_NOT_INTERESTED).name == "leave"


def test_it_speaks_of_the_lead() -> None:
    step = suggested(*HOT, ANA, ACME)
    assert step.opener.startswith("Hi Ana, this is Robin Vale")
    assert "we lose leads at night" in step.opener
    assert step.subject == "A short call about Acme"
    assert "50,000 USD" in step.call
    assert "timing" in suggested(*HOT[:3]).do


def test_where_no_step_is_meant_for_a_lead_there_is_none() -> None:
    only_hot = NextStep(
        "hot", frozenset(Quadrant), frozenset({Temperature.HOT}), "Call", "Hi", "Ring", "Hello", "Hello"
    )
    facts = Facts()
    criteria = bant(facts, MODEL.bar, TODAY)
    quadrant, cold = Quadrant.GOOD_FIT_INTERESTED, Temperature.COLD
    assert not next_step([only_hot], facts, quadrant=quadrant, temperature=cold, bant=criteria, rep="Robin")


@given(histories(), st.sampled_from(Quadrant))
def test_whatever_is_known_the_words_are_whole(
    history: tuple[tuple[Answer, ...], object], quadrant: Quadrant
) -> None:
    step = suggested(*history[0], quadrant=quadrant)
    for words in (step.do, step.opener, step.call, step.subject, step.body):
        assert words
        assert not re.search(r"[{}|]", words)
        assert "  " not in words
