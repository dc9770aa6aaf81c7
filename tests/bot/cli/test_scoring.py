"""The scoring model from the command line: nothing changes a score but publishing."""

import re
from pathlib import Path

import pytest

from bot.cli.scoring_file import news_of_file
from leads.bootstrap import open_core
from leads.domain.lead import Channel
from leads.domain.topics import Topic
from leads.services import intake, versions
from leads.services.statements import Statement
from leads.settings import Settings
from tests.bot.cli.conftest import Bantam
from tests.support.models import ROOT

SHIPPED = (ROOT / "scoring.yml").read_text(encoding="utf-8")
TOLD = (
    Statement(Topic.NEED, "we lose leads at night"),
    Statement(Topic.BUDGET, "50000 usd"),
    Statement(Topic.AUTHORITY, "I decide alone"),
    Statement(Topic.TIMEFRAME, "as soon as possible"),
    Statement(Topic.NAME, "Ana"),
)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A scoring file to edit."""
    file = tmp_path / "scoring.yml"
    file.write_text(SHIPPED, encoding="utf-8")
    monkeypatch.setenv("BANTAM_SCORING_FILE", str(file))
    return file


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def ana(bantam: Bantam, file: Path) -> str:
    """A lead for sales: fit 55."""
    core = open_core(Settings())
    with core.store.writing() as work:
        return intake.create_lead(core, work, channel=Channel.API, told=TOLD).id


def test_a_file_is_checked(bantam: Bantam, file: Path) -> None:
    assert "Fine" in bantam("scoring", "check").output
    edit(file, "  fit: 50\n", "  fit: 500\n")
    wrong = bantam("scoring", "check")
    assert wrong.exit_code == 1
    line = SHIPPED[: SHIPPED.index("  fit: 50\n")].count("\n") + 1
    assert f"scoring.yml line {line}: fit must be at most 100, got 500" in wrong.output


def test_an_edited_file_is_a_draft_until_it_is_published(bantam: Bantam, file: Path, ana: str) -> None:
    settings = Settings()
    assert news_of_file(open_core(settings), settings) is None
    edit(file, "  fit: 50\n", "  fit: 56\n")
    core = open_core(settings)
    assert "kept as draft 2" in str(news_of_file(core, settings))
    assert core.model.thresholds.fit == 50
    assert "~ thresholds > fit: 50 -> 56" in bantam("scoring", "diff").output
    tried = bantam("scoring", "preview").output
    assert "1 from good fit interested to poor fit interested" in tried
    assert "No longer for sales: Ana, fit 55 -> 55" in tried
    assert bantam("scoring", "publish", "-m", "Fewer calls").exit_code == 0
    core = open_core(settings)
    assert core.model.thresholds.fit == 56
    assert news_of_file(core, settings) is None
    with core.store.reading() as work:
        lead = work.leads.get(ana)
    assert lead
    assert (lead.quadrant, lead.model) == ("poor_fit_interested", core.model.version)
    assert "Fewer calls" in bantam("scoring", "history").output


def test_rolling_back_brings_the_scores_back(bantam: Bantam, file: Path, ana: str) -> None:
    before = open_core(Settings()).model
    edit(file, "level: decider, points: 25", "level: decider, points: 5")
    assert "~ answers > authority > bands > decider > points: 25 -> 5" in bantam("scoring", "publish").output
    assert "Leads rescored: 1." in bantam("scoring", "rollback", "1").output
    core = open_core(Settings())
    assert core.model == before
    with core.store.reading() as work:
        lead, ledger = work.leads.get(ana), work.facts.ledger(ana)
    assert lead
    assert lead.fit == 55 == sum(line.points for line in ledger if line.axis == "fit")
    assert [line.points for line in ledger if line.rule == "authority.decider"] == [25, -20, 20]
    assert "is version 2; version 1 is in force" in str(news_of_file(core, Settings()))


def test_a_file_that_is_wrong_stops_no_later_start(bantam: Bantam, file: Path) -> None:
    open_core(Settings())
    file.write_text("label: x\n")
    core = open_core(Settings())
    assert "The scoring file is not used: scoring.yml line 1" in str(news_of_file(core, Settings()))
    refused = bantam("scoring", "publish")
    assert refused.exit_code == 1
    assert "is missing" in refused.output
    assert versions.history(core).drafts == ()


def test_a_version_can_be_taken_out_as_a_file(bantam: Bantam, file: Path) -> None:
    assert bantam("scoring", "export").output == SHIPPED
    assert bantam("scoring", "export", "7").exit_code == 1


def test_other_lines_are_tried_on_the_past(bantam: Bantam, ana: str) -> None:
    told = bantam("scoring", "what-if", "--fit", "56").output
    assert "1 leads, fit 50 -> 56, interest 50 -> 50, ready 60 -> 60" in told
    (ever,) = (line for line in told.splitlines() if line.startswith("  ever"))
    assert re.findall(r"\d+ -> \d+", ever) == ["1 -> 0", "1 -> 1", "1 -> 1", "1 -> 0"]
