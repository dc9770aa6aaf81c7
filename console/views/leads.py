"""All leads: the matrix and a list, both filtered alike."""

import asyncio
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from urllib.parse import urlencode

from sanic import HTTPResponse, Request

from console.desk import Desk
from console.forms import argument
from console.matrix import matrix_of
from leads.domain.bant import Temperature
from leads.domain.lead import Lead, Stage
from leads.domain.matrix import Quadrant
from leads.services.ports import LeadFilter

__all__ = ["leads_page"]

PAGE = 50
IN_MATRIX = 500
#: The page's words for the fields of a filter.
FIELDS = {
    "quadrant": "quadrant",
    "temperature": "temperature",
    "stage": "stage",
    "owner": "owner_id",
    "q": "query",
}


@dataclass(frozen=True, slots=True)
class Found:
    """What a filter lets through: one page more than shown, and the newest for the picture."""

    listed: list[Lead]
    plotted: list[Lead]
    reps: Mapping[str, str]


async def leads_page(desk: Desk, request: Request) -> HTTPResponse:
    """`/console/`"""
    wanted = _filter(request)
    after = argument(request, "after")
    found = await asyncio.to_thread(_look, desk, wanted, after)
    shown = found.listed[:PAGE]
    older = _address(wanted, after=shown[-1].id) if len(found.listed) > PAGE else None
    return await desk.page(
        request,
        "leads.html",
        leads=shown,
        older=older,
        newest=_address(wanted) if after else None,
        matrix=matrix_of(found.plotted, desk.core.model.thresholds),
        is_cut=len(found.plotted) == IN_MATRIX,
        wanted=wanted,
        is_filtered=wanted != LeadFilter(),
        reps=found.reps,
        quadrants=list(Quadrant),
        temperatures=list(Temperature),
        stages=list(Stage),
    )


def _filter(request: Request) -> LeadFilter:
    """What the form asks for. A value that is none of the form's is no wish."""
    return LeadFilter(
        quadrant=_one_of(Quadrant, argument(request, "quadrant")),
        temperature=_one_of(Temperature, argument(request, "temperature")),
        stage=_one_of(Stage, argument(request, "stage")),
        owner_id=argument(request, "owner"),
        query=argument(request, "q"),
    )


def _one_of(names: type[Quadrant] | type[Temperature] | type[Stage], wanted: str | None) -> str | None:
    return wanted if wanted in list(names) else None


def _look(desk: Desk, wanted: LeadFilter, after: str | None) -> Found:
    with desk.core.store.reading() as work:
        return Found(
            listed=work.leads.page(wanted, after=after, limit=PAGE + 1),
            plotted=work.leads.page(wanted, after=None, limit=IN_MATRIX),
            reps={rep.id: rep.name for rep in work.reps.all()},
        )


def _address(wanted: LeadFilter, *, after: str | None = None) -> str:
    """The page with these filters, from below the lead `after`."""
    given = asdict(wanted)
    values = {name: given[field] for name, field in FIELDS.items()} | {"after": after}
    query = urlencode({name: value for name, value in values.items() if value})
    return f"/console/?{query}" if query else "/console/"
