"""Finding leads: whatever was changed how often, a page shows what the filter lets through, newest first."""

from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from leads.domain.lead import Channel, Lead, Source
from leads.services.core import Core
from leads.services.ports import LeadFilter
from leads.store import migrate, schema
from leads.store.database import Database


@pytest.fixture
def people(core: Core) -> list[Lead]:
    """Four leads, oldest first."""
    now = core.clock()
    leads = [
        Lead("1", now, now, Channel.API, name="Ana Müller", company="Acme Foods", tags=("vip", "a b")),
        Lead("2", now, now, Channel.API, name="ben", email="ben@acme.example", source=Source("ad")),
        Lead("3", now, now, Channel.API, name="王伟", phone="+4930123", tags=("vip",), source=Source("fair")),
        Lead("4", now, now, Channel.API, name='50% "off" _x', company="ACME", source=Source("ad")),
    ]
    with core.store.writing() as work:
        for lead in leads:
            work.leads.add(lead)
    return leads


def found(core: Core, wanted: LeadFilter, *, after: str | None = None, limit: int = 10) -> str:
    with core.store.reading() as work:
        return "".join(lead.id for lead in work.leads.page(wanted, after=after, limit=limit))


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("acme", "421"),
        ("ACME", "421"),
        ("Acme Foods", "1"),
        ("me fo", "1"),
        ("müller", "1"),
        ("n", "21"),
        ("be", "2"),
        ("@acme.", "2"),
        ("王伟", "3"),
        ("30123", "3"),
        ("%", "4"),
        ("50%", "4"),
        ('"off"', "4"),
        ("_x", "4"),
        ("f' OR 1", ""),
        ("NEAR(acme foods)", ""),
        ("acme*", ""),
        ("müllerAcme", ""),
        ("nobody", ""),
    ],
)
def test_words(core: Core, people: list[Lead], text: str, ids: str) -> None:
    assert found(core, LeadFilter(query=text)) == ids


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (LeadFilter(), "4321"),
        (LeadFilter(tag="vip"), "31"),
        (LeadFilter(tag="a b"), "1"),
        (LeadFilter(tag="a"), ""),
        (LeadFilter(source="ad"), "42"),
        (LeadFilter(source="ad", query="acme"), "42"),
        (LeadFilter(source="fair", tag="vip"), "3"),
        (LeadFilter(tag="vip", query="acme"), "1"),
        (LeadFilter(stage="new", quadrant="poor_fit_not_interested", temperature="cold"), "4321"),
        (LeadFilter(stage="qualified"), ""),
    ],
)
def test_filters_and_their_pages(core: Core, people: list[Lead], wanted: LeadFilter, ids: str) -> None:
    assert found(core, wanted) == ids
    pages, after = "", None
    while page := found(core, wanted, after=after, limit=1):
        pages, after = pages + page, page
    assert pages == ids


def test_an_edit_is_found_and_what_it_replaced_is_not(core: Core, people: list[Lead]) -> None:
    with core.store.writing() as work:
        work.leads.save(replace(people[0], name="Eve", tags=("a b", "new"), source=Source("friend")))
    assert found(core, LeadFilter(query="müller")) == ""
    assert found(core, LeadFilter(query="eve")) == "1"
    assert found(core, LeadFilter(query="acme foods")) == "1"
    assert [found(core, LeadFilter(tag=tag)) for tag in ("vip", "a b", "new")] == ["3", "1", "1"]
    assert found(core, LeadFilter(source="friend")) == "1"


def test_nothing_of_a_deleted_lead_is_left(core: Core, database: Database, people: list[Lead]) -> None:
    with database.writing() as connection:
        connection.execute(sa.delete(schema.leads).where(schema.leads.c.id == "1"))
        words = connection.execute(sa.select(schema.lead_words.c.lead_id)).scalars().all()
        tags = connection.execute(sa.select(schema.lead_tags.c.lead_id)).scalars().all()
    assert (sorted(words), tags) == (["2", "3", "4"], ["3"])
    assert found(core, LeadFilter(query="acme")) == "42"
    assert found(core, LeadFilter(tag="vip")) == "3"


def test_leads_from_before_the_search_are_found(core: Core, database: Database, people: list[Lead]) -> None:
    with database.writing() as connection:
        config = Config()
        config.set_main_option("script_location", str(Path(migrate.__file__).parent / "migrations"))
        config.attributes["connection"] = connection
        command.downgrade(config, "0008")
    migrate.migrate(database)
    assert found(core, LeadFilter(query="acme")) == "421"
    assert found(core, LeadFilter(tag="vip")) == "31"
    assert found(core, LeadFilter(source="ad")) == "42"


def test_leads_under_other_models(core: Core, people: list[Lead]) -> None:
    with core.store.writing() as work:
        for lead, model in zip(people, ("old", "new", "older", "new"), strict=True):
            work.leads.save(replace(lead, model=model))
    with core.store.reading() as work:
        for besides, ids in {"new": "13", "old": "234", "": "1234", "zz": "1234"}.items():
            assert work.leads.count(besides=besides) == len(ids)
            found_leads = work.leads.in_order(after=None, limit=9, besides=besides)
            assert "".join(lead.id for lead in found_leads) == ids
        assert [lead.id for lead in work.leads.in_order(after="1", limit=1, besides="new")] == ["3"]
        assert work.leads.count() == 4


def test_no_leads_under_other_models(core: Core) -> None:
    with core.store.reading() as work:
        assert work.leads.count(besides="new") == 0
        assert work.leads.in_order(after=None, limit=9, besides="new") == []
