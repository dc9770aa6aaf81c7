"""`bantam leads`: erasing one person."""

from pathlib import Path

import pytest

from leads.bootstrap import open_core
from leads.domain.lead import Channel
from leads.domain.topics import Topic
from leads.services import intake
from leads.services.statements import Statement
from leads.settings import Settings
from tests.bot.cli.conftest import Bantam


@pytest.fixture
def lead_id(var: Path) -> str:
    core = open_core(Settings())
    with core.store.writing() as work:
        told = [Statement(Topic.EMAIL, "canary@acme.example")]
        return intake.create_lead(core, work, channel=Channel.API, told=told).id


def is_there(lead_id: str) -> bool:
    with open_core(Settings()).store.reading() as work:
        return work.leads.get(lead_id) is not None


def test_a_person_is_erased(bantam: Bantam, lead_id: str) -> None:
    result = bantam("leads", "erase", lead_id, "--yes")
    assert result.exit_code == 0, result.output
    assert not is_there(lead_id)


def test_it_asks_first(bantam: Bantam, lead_id: str) -> None:
    assert bantam("leads", "erase", lead_id).exit_code == 1
    assert is_there(lead_id)


def test_somebody_unknown_is_named(bantam: Bantam) -> None:
    result = bantam("leads", "erase", "nobody", "--yes")
    assert result.exit_code == 1
    assert "There is no lead nobody." in result.output
