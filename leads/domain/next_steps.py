"""What a rep does next with a lead: an opener, a call script and an e-mail, with the lead's own facts."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from leads.domain.bant import Bant, Temperature
from leads.domain.facts import Facts
from leads.domain.matrix import Quadrant
from leads.domain.telling import in_words, listed
from leads.domain.topics import Topic

__all__ = ["MENTIONABLE", "NextStep", "Suggestion", "filled", "mentions", "next_step"]

#: Facts that a script may mention, by the topic that tells them.
FACTS = {
    "name": Topic.NAME,
    "company": Topic.COMPANY,
    "role": Topic.ROLE,
    "need": Topic.NEED,
    "current_solution": Topic.CURRENT_SOLUTION,
    "timeframe": Topic.TIMEFRAME,
    "budget": Topic.BUDGET,
    "employees": Topic.EMPLOYEES,
    "industry": Topic.INDUSTRY,
}
#: What a script may mention: facts, what is still missing of BANT, and the rep who uses it.
MENTIONABLE = (*FACTS, "missing", "rep")

MENTION = re.compile(r"\{([^{}|]*)(?:\|([^{}]*))?\}")
#: What ends a sentence, but is no sign that something was left out.
END = re.compile(r"(?<!\.)[.!?]+$")
SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do with leads of these quadrants and temperatures.

    The words mention facts as {name}, or as {name|there} with what stands there while the fact is not known.
    """

    name: str
    quadrants: frozenset[Quadrant]
    temperatures: frozenset[Temperature]
    do: str
    opener: str
    call: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A next step for one lead, ready to be used."""

    name: str
    do: str
    opener: str
    call: str
    subject: str
    body: str


def next_step(
    steps: Iterable[NextStep],
    facts: Facts,
    *,
    quadrant: Quadrant,
    temperature: Temperature,
    bant: Bant,
    rep: str,
) -> Suggestion | None:
    """The first step that is meant for leads like this one; `rep` is the name of whoever is to take it."""
    step = next((one for one in steps if quadrant in one.quadrants and temperature in one.temperatures), None)
    if step is None:
        return None
    known = _known(facts, bant) | {"rep": rep}
    return Suggestion(
        name=step.name,
        do=filled(step.do, known),
        opener=filled(step.opener, known),
        call=filled(step.call, known),
        subject=filled(step.subject, known),
        body=filled(step.body, known),
    )


def mentions(text: str) -> list[str]:
    """What a text mentions in braces."""
    return [match[1] for match in MENTION.finditer(text)]


def filled(text: str, known: Mapping[str, str]) -> str:
    """The text with its facts; without sentences whose fact is not known, unless they have other words."""
    lines = (_filled_line(line, known) for line in text.strip().splitlines())
    kept = "\n".join(line for line in lines if line is not None)
    return re.sub(r"\n{3,}", "\n\n", kept).strip()


def _filled_line(line: str, known: Mapping[str, str]) -> str | None:
    """A line, empty where it was; None where nothing of it is left."""
    sentences = SENTENCE.split(line)
    kept = [sentence for sentence in sentences if _can_be_said(sentence, known)]
    if not kept:
        return None
    return " ".join(MENTION.sub(lambda match: known.get(match[1]) or match[2], one) for one in kept)


def _can_be_said(sentence: str, known: Mapping[str, str]) -> bool:
    return all(match[1] in known or match[2] is not None for match in MENTION.finditer(sentence))


def _known(facts: Facts, bant: Bant) -> dict[str, str]:
    values = {name: facts.value(topic) for name, topic in FACTS.items()}
    known = {name: _quotable(in_words(value)) for name, value in values.items() if value is not None}
    if "name" in known:
        known["name"] = known["name"].split()[0]
    return known | ({"missing": listed(bant.missing)} if bant.missing else {})


def _quotable(words: str) -> str:
    """On one line, and without what ends it: more may follow."""
    return END.sub("", " ".join(words.split()))
