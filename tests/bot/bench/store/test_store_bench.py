"""The bench of the store, small: the leads are sound, every look is timed, and the plans say what is read."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.bench.store.cli import store
from bot.bench.store.founding import BLOCK, lead_id
from bot.bench.store.plans import Statement, plan_of
from leads.domain.lead import Channel, Lead
from leads.domain.ledger import totals
from leads.domain.matrix import Scores
from leads.services.ports import LeadFilter
from leads.store.database import Database
from leads.store.migrate import migrate
from leads.store.unit_of_work import SqlStore

ROOT = Path(__file__).parents[4]


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """A store that the bench has filled and looked at."""
    folder = tmp_path_factory.mktemp("bench")
    database = Database(f"sqlite:///{folder}/store.sqlite3")
    arguments = ["--leads", str(2 * BLOCK), "--database", str(database.engine.url)]
    files = ["--json", str(folder / "run.json"), "--text", str(folder / "run.txt")]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        result = CliRunner().invoke(store, [*arguments, *files, "--sweep"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return database


def file_of(founded: Database, name: str) -> Path:
    return Path(founded.engine.url.database or "").with_name(name)


def test_copies_are_leads_like_the_others(founded: Database) -> None:
    with SqlStore(founded).reading() as work:
        leads = work.leads.in_order(after=None, limit=3 * BLOCK)
        assert [lead.id for lead in leads] == [lead_id(number) for number in range(2 * BLOCK)]
        for lead in leads[:: BLOCK // 10]:
            assert totals(work.facts.ledger(lead.id)) == Scores(lead.fit, lead.interest)
        copy, original = leads[BLOCK + 7], leads[7]
        assert len(work.facts.answers(copy.id)) == len(work.facts.answers(original.id)) > 0
        somebody = next(lead for lead in leads[BLOCK:] if lead.email)
        assert work.leads.page(LeadFilter(query=somebody.email), after=None, limit=5) == [somebody]


def test_what_it_measured_can_be_read_by_programs(founded: Database) -> None:
    run = json.loads(file_of(founded, "run.json").read_text())
    assert (run["database"], run["leads"], run["reads_in"]) == ("sqlite", 2 * BLOCK, "1000 steps")
    by_name = {look["look"]: look for look in run["looks"]}
    assert len(by_name) == len(run["looks"]) > 40
    assert all(look["p50_ms"] <= look["p95_ms"] for look in run["looks"])
    assert "ix_leads_owner" in by_name["list: owner"]["indexes"]
    read_whole = {name for name, look in by_name.items() if look["scans"] and not look["is_peer"]}
    assert read_whole <= {"list: q, two letters", "list: q, two letters, nobody's"}
    assert [(sweep["name"], sweep["leads"]) for sweep in run["sweeps"]] == [
        ("preview", 2 * BLOCK),
        ("rescore", 2 * BLOCK),
    ]


def test_the_text_has_every_plan(founded: Database) -> None:
    text = file_of(founded, "run.txt").read_text()
    assert "list: quadrant, deep: p50" in text
    assert "SEARCH leads USING INDEX ix_leads_quadrant" in text


@pytest.mark.parametrize(
    ("text", "scans"),
    [
        ("SELECT * FROM leads WHERE channel = 'api'", ("leads",)),
        ("SELECT * FROM leads WHERE id > '0' ORDER BY id", ()),
        ("SELECT * FROM leads WHERE owner_id = 'rep-1'", ()),
        ("SELECT * FROM reps", ()),
    ],
)
def test_reading_a_whole_table_is_noticed(founded: Database, text: str, scans: tuple[str, ...]) -> None:
    with founded.reading() as connection:
        assert plan_of(connection, Statement(text, ())).scans == scans


def test_a_store_in_use_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = Database(f"sqlite:///{tmp_path}/store.sqlite3")
    migrate(database)
    now = datetime(2026, 11, 22, tzinfo=UTC)
    with SqlStore(database).writing() as work:
        work.leads.add(Lead("somebody", now, now, Channel.API))
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(store, ["--database", str(database.engine.url)])
    assert result.exit_code != 0
    assert "has leads of its own" in result.output
    with SqlStore(database).reading() as work:
        assert work.leads.count() == 1
