"""Prospects and the real bot, with the trained model."""

import asyncio
import json
import re
from pathlib import Path
from typing import Any

import pytest

from bot.bench.prospects.cast import cast
from bot.bench.prospects.figures import Run, tally
from bot.bench.prospects.report import as_json
from bot.bench.prospects.run import play
from bot.bench.prospects.stage import Stage, settings_for_a_run
from tests.support.models import ROOT, trained_model

PROSPECTS = 12


def a_run(folder: Path) -> Run:
    async def played() -> Run:
        async with Stage.opened(settings_for_a_run(ROOT, folder), trained_model()) as stage:
            return Run(5, 0.0, await play(stage, cast(PROSPECTS, seed=5), seed=5))

    return asyncio.run(played())


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return a_run(tmp_path_factory.mktemp("one"))


def test_everybody_talks_and_is_judged(run: Run) -> None:
    assert len(run.verdicts) == PROSPECTS
    assert all(len(verdict.lines) > 1 and verdict.lines[0].replies for verdict in run.verdicts)


def test_most_of_what_they_tell_is_kept(run: Run) -> None:
    counted = tally(each for verdict in run.verdicts for each in verdict.findings)
    assert counted.told > 5 * PROSPECTS
    assert counted.recall > 0.9


def test_the_same_seed_is_the_same_run(run: Run, tmp_path: Path) -> None:
    assert without_links(a_run(tmp_path)) == without_links(run)


def without_links(run: Run) -> Any:
    """The conversations; the links to meetings are another in every run, so that nobody can guess them."""
    return json.loads(re.sub(r"/meetings/\w+", "", as_json(run)))["conversations"]
