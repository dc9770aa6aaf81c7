"""While the product serves, scores follow what is published."""

import asyncio
import time
from dataclasses import replace

import pytest

from bot.score_keeper import ScoreKeeper
from leads.domain.lead import Channel
from leads.domain.topics import Topic
from leads.services import intake, versions
from leads.services.core import Core
from leads.services.score_keeping import bring_in_line, lagging
from leads.services.scoring import Scoring
from leads.services.statements import Statement
from leads.services.sweep import BATCH
from tests.support.models import ROOT

SHIPPED = (ROOT / "scoring.yml").read_text(encoding="utf-8")
LESS = SHIPPED.replace("level: decider, points: 25", "level: decider, points: 5")
LEAST = SHIPPED.replace("level: decider, points: 25", "level: decider, points: 1")


@pytest.fixture
def begun(core: Core) -> Core:
    core.scoring.switch(versions.begin(core.store, core.clock, core.scoring.files, lambda: SHIPPED))
    return core


def add(core: Core) -> str:
    with core.store.writing() as work:
        told = [Statement(Topic.AUTHORITY, "I decide alone")]
        return intake.create_lead(core, work, channel=Channel.API, told=told).id


def fit(core: Core, lead_id: str) -> int:
    with core.store.reading() as work:
        lead = work.leads.get(lead_id)
    assert lead
    return lead.fit


async def until(core: Core, lead_id: str, points: int) -> None:
    def wait() -> None:
        while fit(core, lead_id) != points:
            time.sleep(0.01)

    async with asyncio.timeout(60):
        await asyncio.to_thread(wait)


async def test_what_another_process_publishes_counts_here(begun: Core) -> None:
    server = replace(begun, scoring=Scoring(begun.model, begun.scoring.files))
    lead_id = add(begun)
    keeper = ScoreKeeper(server, every_seconds=0.01)
    await keeper.start()
    versions.publish(begun, versions.draft(begun, LESS, by="cli").id, by="cli")
    await until(begun, lead_id, 5)
    assert server.model == begun.model
    versions.publish(begun, "1", by="cli")
    await until(begun, lead_id, 25)
    await keeper.stop()


async def test_a_run_that_was_cut_short_is_finished_by_the_next_start(begun: Core) -> None:
    lead_id = add(begun)
    versions.publish(begun, versions.draft(begun, LESS, by="cli").id, by="cli")
    assert lagging(begun) == 1
    keeper = ScoreKeeper(begun, every_seconds=0.01)
    await keeper.start()
    await until(begun, lead_id, 5)
    await keeper.stop()
    assert lagging(begun) == 0


def test_a_model_published_in_the_middle_of_a_run_is_gone_on_with(begun: Core) -> None:
    elsewhere = replace(begun, scoring=Scoring(begun.model, begun.scoring.files))
    for _ in range(BATCH + 1):
        add(begun)
    less, least = (versions.draft(begun, text, by="cli") for text in (LESS, LEAST))
    versions.publish(begun, less.id, by="cli")

    def publish_another(_done: int, _total: int) -> None:
        versions.publish(elsewhere, least.id, by="somebody else")

    bring_in_line(begun, on_progress=publish_another)
    assert begun.model.version == least.id
    assert lagging(begun) == 0
