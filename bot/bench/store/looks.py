"""What people and programs look at, as they do it: each look is a call of the product's own code."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from bot.bench.store.people import rep_id
from leads.domain.bant import Temperature
from leads.domain.handoff import HandoffState
from leads.domain.lead import Stage
from leads.domain.matrix import Quadrant
from leads.services import booking, queue, views
from leads.services.core import Core
from leads.services.ports import LeadFilter
from leads.services.timeline import timeline
from leads.store import schema
from leads.store.database import Database

__all__ = ["Look", "Places", "looks"]

PAGE, PLOTTED = 51, 500
FILTERS = {
    "all": LeadFilter(),
    "quadrant": LeadFilter(quadrant=Quadrant.GOOD_FIT_INTERESTED),
    "temperature": LeadFilter(temperature=Temperature.HOT),
    "stage": LeadFilter(stage=Stage.QUALIFIED),
    "owner": LeadFilter(owner_id=rep_id(3)),
    "source": LeadFilter(source="referral"),
    "tag, common": LeadFilter(tag="newsletter"),
    "tag, rare": LeadFilter(tag="vip"),
    "tag, nobody's": LeadFilter(tag="nobody's"),
    "q, common": LeadFilter(query="logistics"),
    "q, one name": LeadFilter(query="Jürgen García"),
    "q, nobody's": LeadFilter(query="zzzz"),
    "q, two letters": LeadFilter(query="an"),
    "q, two letters, nobody's": LeadFilter(query="zq"),
    "owner and quadrant": LeadFilter(owner_id=rep_id(3), quadrant=Quadrant.GOOD_FIT_INTERESTED),
    "stage and temperature": LeadFilter(stage=Stage.FAILED, temperature=Temperature.HOT),
    "q and quadrant": LeadFilter(query="logistics", quadrant=Quadrant.GOOD_FIT_INTERESTED),
    "tag and stage": LeadFilter(tag="vip", stage=Stage.QUALIFIED),
}


@dataclass(frozen=True, slots=True)
class Places:
    """Where to look: a lead, somebody's address, and the lead that nine of ten are newer than."""

    lead: str
    address: str
    deep: str
    leads: int


@dataclass(frozen=True, slots=True)
class Look:
    """One thing that somebody waits for. A peer is another way to do the same, to compare with."""

    name: str
    run: Callable[[Core], object]
    is_peer: bool = False


def looks(places: Places, database: Database) -> Iterator[Look]:
    """Everything the console and the lead API show of leads."""
    for name, wanted in (FILTERS | {"q, one address": LeadFilter(query=places.address)}).items():
        yield _list(f"list: {name}", wanted, after=None, limit=PAGE)
        yield _list(f"list: {name}, deep", wanted, after=places.deep, limit=PAGE)
    for name in ("all", "quadrant", "owner"):
        yield _list(f"matrix: {name}", FILTERS[name], after=None, limit=PLOTTED)
    yield Look("api: page of 50", lambda core: views.page(core, LeadFilter(), after=None, limit=50))
    yield Look("api: page of 50, deep", lambda core: _api_page(core, places))
    yield Look("queue: open", lambda core: queue.pending(core, HandoffState.OPEN))
    yield Look("queue: taken", lambda core: queue.pending(core, HandoffState.CLAIMED))
    yield Look("queue: how many wait", queue.waiting)
    yield Look("lead: card", lambda core: views.outlook_of(core, views.view(core, places.lead)))
    yield Look("lead: history", lambda core: timeline(core, places.lead))
    yield Look("lead: free times", lambda core: booking.free_times(core, places.lead))
    yield Look("peer of list: all, deep: by offset", lambda _: _by_offset(database, places), is_peer=True)
    yield Look("peer of list: q, nobody's: read all", lambda _: _by_reading(database), is_peer=True)


def _list(name: str, wanted: LeadFilter, *, after: str | None, limit: int) -> Look:
    def run(core: Core) -> object:
        with core.store.reading() as work:
            return work.leads.page(wanted, after=after, limit=limit)

    return Look(name, run)


def _api_page(core: Core, places: Places) -> object:
    return views.page(core, LeadFilter(), after=places.deep, limit=50)


def _by_offset(database: Database, places: Places) -> object:
    query = sa.select(schema.leads).order_by(schema.leads.c.id.desc()).limit(PAGE)
    with database.reading() as connection:
        return connection.execute(query.offset(places.leads * 9 // 10)).all()


def _by_reading(database: Database) -> object:
    table = schema.leads.c
    sought = sa.or_(*(column.icontains("zzzz") for column in (table.name, table.company, table.email)))
    query = sa.select(schema.leads).where(sought).order_by(table.id.desc()).limit(PAGE)
    with database.reading() as connection:
        return connection.execute(query).all()
