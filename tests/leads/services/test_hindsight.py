"""Scores at any past moment: as they were, and as another version would have had them from what was known."""

from datetime import datetime, timedelta

import pytest

from leads.domain.facts import SignalKind
from leads.domain.lead import Channel
from leads.domain.matrix import Quadrant, Scores
from leads.domain.topics import Topic
from leads.services import intake, score_keeping, versions
from leads.services.core import Core
from leads.services.errors import InvalidField, LeadNotFound
from leads.services.hindsight import look_back
from leads.services.intake import LeadChanges
from leads.services.statements import Statement
from tests.leads.conftest import ROOT, Clock

SHIPPED = (ROOT / "scoring.yml").read_text(encoding="utf-8")
MODEST = SHIPPED.replace("level: decider, points: 25", "level: decider, points: 5")
HOUR = timedelta(hours=1)


@pytest.fixture
def begun(core: Core) -> Core:
    core.scoring.switch(versions.begin(core.store, core.clock, core.scoring.files, lambda: SHIPPED))
    return core


def tell(core: Core, lead_id: str | None, topic: Topic, words: str) -> str:
    with core.store.writing() as work:
        told = (Statement(topic, words),)
        if lead_id is None:
            return intake.create_lead(core, work, channel=Channel.API, told=told).id
        return intake.change_lead(core, work, lead_id, LeadChanges(told=told), actor="test").id


def signal(core: Core, lead_id: str, at: datetime) -> None:
    with core.store.writing() as work:
        intake.add_signal(core, work, lead_id, kind=SignalKind.QUOTE_REQUEST, at=at, data={})


def test_every_moment_of_a_life_can_be_seen_again(begun: Core, clock: Clock) -> None:
    seen: list[tuple[datetime, Scores, Quadrant]] = []
    lead_id = tell(begun, None, Topic.AUTHORITY, "I decide alone")
    steps = (
        (Topic.BUDGET, "50000 usd"),
        (Topic.NEED, "we lose leads at night"),
        (Topic.AUTHORITY, "my boss decides, I only look around"),
        (Topic.BUDGET, "100 usd"),
    )
    for topic, words in steps:
        now = look_back(begun, lead_id)
        seen.append((clock.now, now.scores, now.quadrant))
        clock.advance(HOUR)
        tell(begun, lead_id, topic, words)
    for at, scores, quadrant in seen:
        for moment in (at, at + HOUR - timedelta(minutes=1)):
            then = look_back(begun, lead_id, at=moment)
            assert (then.scores, then.quadrant, then.was_so) == (scores, quadrant, True)
    assert len({scores for _, scores, _ in seen}) > 2


def test_what_was_heard_of_later_was_not_known(begun: Core, clock: Clock) -> None:
    lead_id = tell(begun, None, Topic.NEED, "we lose leads at night")
    happened = clock.now + HOUR
    clock.advance(3 * HOUR)
    signal(begun, lead_id, happened)
    between = look_back(begun, lead_id, at=happened + HOUR)
    assert between.scores == Scores(fit=0, interest=35)
    assert look_back(begun, lead_id, at=happened + HOUR, version="1").scores == between.scores
    assert look_back(begun, lead_id).scores == Scores(fit=0, interest=65)


def test_another_version_would_have_had_it_differently(begun: Core, clock: Clock) -> None:
    lead_id = tell(begun, None, Topic.AUTHORITY, "I decide alone")
    before = clock.now
    clock.advance(HOUR)
    modest = versions.draft(begun, MODEST, by="test")
    then = look_back(begun, lead_id, at=before, version=modest.id)
    assert (then.scores.fit, then.was_so) == (5, False)
    assert {line.model for line in then.lines} == {modest.id}
    assert look_back(begun, lead_id, at=before).scores.fit == 25


def test_the_past_stays_what_it_was_when_a_version_is_published(begun: Core, clock: Clock) -> None:
    lead_id = tell(begun, None, Topic.AUTHORITY, "I decide alone")
    first, before = begun.model, clock.now
    clock.advance(HOUR)
    versions.publish(begun, versions.draft(begun, MODEST, by="test").id, by="test")
    published = clock.now
    clock.advance(HOUR)
    score_keeping.bring_in_line(begun)
    then = look_back(begun, lead_id, at=before)
    assert (then.scores.fit, then.model) == (25, first)
    between = look_back(begun, lead_id, at=published)
    assert (between.scores.fit, between.model) == (5, begun.model)
    assert look_back(begun, lead_id).scores.fit == 5


def test_before_there_was_anything_there_is_nothing(begun: Core, clock: Clock) -> None:
    lead_id = tell(begun, None, Topic.AUTHORITY, "I decide alone")
    then = look_back(begun, lead_id, at=clock.now - HOUR)
    assert (then.lines, then.scores) == ((), Scores())


def test_silence_counts_as_it_did_then(begun: Core, clock: Clock) -> None:
    lead_id = tell(begun, None, Topic.NEED, "we lose leads at night")
    clock.advance(timedelta(days=120))
    quiet, moment = look_back(begun, lead_id).scores, clock.now
    assert quiet.interest < 35
    clock.advance(timedelta(days=200))
    assert look_back(begun, lead_id, at=moment).scores == quiet


def test_what_cannot_be_seen_is_refused(begun: Core, clock: Clock) -> None:
    lead_id = tell(begun, None, Topic.AUTHORITY, "I decide alone")
    with pytest.raises(InvalidField, match="not come yet"):
        look_back(begun, lead_id, at=clock.now + HOUR)
    with pytest.raises(InvalidField, match="no such version"):
        look_back(begun, lead_id, version="9")
    with pytest.raises(LeadNotFound):
        look_back(begun, "nobody")
