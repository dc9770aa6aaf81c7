"""The next steps of the scoring file: for whom each is, and what it says."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from leads.adapters.yaml_reader import Entry
from leads.domain.bant import Temperature
from leads.domain.matrix import Quadrant
from leads.domain.next_steps import MENTIONABLE, NextStep, mentions

__all__ = ["read_next_steps", "uncovered"]

Choice = TypeVar("Choice", bound=StrEnum)

LONGEST = 4_000


def read_next_steps(entry: Entry) -> tuple[NextStep, ...]:
    """The steps in the order of the file: for each lead the first that is meant for it counts."""
    return tuple(_next_step(step) for step in entry.entries().values())


def uncovered(steps: Iterable[NextStep]) -> list[str]:
    """Leads for which there is no next step, as "good fit interested, cold"."""
    known = {
        (quadrant, temperature)
        for step in steps
        for quadrant in step.quadrants
        for temperature in step.temperatures
    }
    return [
        f"{quadrant.replace('_', ' ')}, {temperature}"
        for quadrant in Quadrant
        for temperature in Temperature
        if (quadrant, temperature) not in known
    ]


def _next_step(entry: Entry) -> NextStep:
    fields = entry.fields("do", "opener", "call", "email", optional=("quadrants", "temperatures"))
    email = fields["email"].fields("subject", "body")
    return NextStep(
        name=entry.name,
        quadrants=_some(fields.get("quadrants"), Quadrant),
        temperatures=_some(fields.get("temperatures"), Temperature),
        do=_script(fields["do"]),
        opener=_script(fields["opener"]),
        call=_script(fields["call"]),
        subject=_script(email["subject"]),
        body=_script(email["body"]),
    )


def _some(entry: Entry | None, choices: type[Choice]) -> frozenset[Choice]:
    """Those listed; all of them where nothing is."""
    return frozenset(choices) if entry is None else frozenset(item.choice(choices) for item in entry.items())


def _script(entry: Entry) -> str:
    text = entry.text()
    if len(text) > LONGEST:
        entry.refuse(f"{entry.name} has more than {LONGEST:,} characters")
    unknown = [name for name in mentions(text) if name not in MENTIONABLE]
    if unknown:
        known = ", ".join(f"{{{name}}}" for name in MENTIONABLE)
        entry.refuse(f"{entry.name} mentions {{{unknown[0]}}}; what it may mention: {known}")
    return text
