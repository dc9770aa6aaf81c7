"""Many leads with a history, and models to score them under."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any

from leads.domain.answers import Answer, Timeframe, Urgency
from leads.domain.facts import Signal, SignalKind
from leads.domain.lead import Channel, Lead
from leads.domain.matrix import Thresholds
from leads.domain.model import ScoringModel
from leads.domain.topics import Topic
from leads.services.assess import facts_of, rescore
from leads.services.core import Core
from leads.services.ports import Work
from tests.leads.domain.prospects import HOT, SAMPLES, answers_to, told


def keep(
    core: Core,
    lead_id: str,
    answers: Iterable[Answer] = (),
    signals: Iterable[Signal] = (),
    **details: Any,
) -> Lead:
    """A lead with these facts, scored as a message would have left it."""
    now = core.clock()
    lead = Lead(lead_id, created_at=now, updated_at=now, channel=Channel.API, **details)
    with core.store.writing() as work:
        work.leads.add(lead)
        return tell(core, work, lead, answers, signals)


def tell(
    core: Core, work: Work, lead: Lead, answers: Iterable[Answer] = (), signals: Iterable[Signal] = ()
) -> Lead:
    """The lead after these facts, which are given ids of its own."""
    work.facts.add_answers(
        lead.id,
        [replace(each, id=f"{lead.id}-{each.id}", message_id=f"{lead.id}-{each.id}") for each in answers],
    )
    for signal in signals:
        work.facts.add_signal(lead.id, replace(signal, id=f"{lead.id}-{signal.id}"))
    return rescore(core, work, lead, facts_of(work, lead.id))[0]


def history(core: Core, random: Random) -> tuple[list[Answer], list[Signal]]:
    """Some answers, a few of them corrected, and some signals."""
    topics = [Topic(random.choice(sorted(SAMPLES))) for _ in range(random.randrange(12))]
    answers = [random.choice(answers_to(topic, minute=minute)) for minute, topic in enumerate(topics)]
    signals = [
        Signal(
            f"signal-{number}",
            random.choice(list(SignalKind)),
            core.clock() - timedelta(days=random.randrange(300)),
        )
        for number in range(random.randrange(10))
    ]
    return answers, signals


def hot(core: Core) -> list[Answer]:
    """The answers of a lead that meets all criteria, told now."""
    in_a_hurry = told(Topic.TIMEFRAME, Timeframe(urgency=Urgency.NOW))
    others = [answer for answer in HOT if answer.topic is not Topic.TIMEFRAME]
    return [replace(answer, at=core.clock()) for answer in (*others, in_a_hurry)]


def with_thresholds(model: ScoringModel, fit: int, interest: int) -> ScoringModel:
    """The model, with other lines between the quadrants."""
    return replace(model, version=f"lines-{fit}-{interest}", thresholds=Thresholds(fit, interest))


def with_more_points(model: ScoringModel, points: int) -> ScoringModel:
    """The model, in which every answer is worth so much more."""
    answers = {
        topic: replace(rules, bands=tuple(replace(band, points=band.points + points) for band in rules.bands))
        for topic, rules in model.answers.items()
    }
    return replace(model, version=f"more-{points}", answers=answers)
