"""The scores of a lead at any moment, and under any version of the model."""

import asyncio
from datetime import datetime

from sanic import HTTPResponse, Request

from console import card
from console.desk import Desk
from console.forms import argument
from console.guard import signed_in
from leads.domain.ledger import Axis
from leads.domain.zones import zone_or_utc
from leads.services import versions, views
from leads.services.errors import InvalidField
from leads.services.hindsight import Hindsight, look_back

__all__ = ["scores_page"]

EARLIEST = 1970
NO_MOMENT = "This is no date and time; one is 2026-11-23T09:00."


async def scores_page(desk: Desk, request: Request, lead_id: str) -> HTTPResponse:
    """`/console/leads/<id>/scores?at=&model=`, the moment as the rep's clock has it. Raises LeadNotFound."""
    core, rep = desk.core, signed_in(request)
    view = await asyncio.to_thread(views.view, core, lead_id)
    known = await asyncio.to_thread(versions.history, core)
    wanted, model = argument(request, "at"), argument(request, "model")
    seen: Hindsight | None = None
    error: str | None = None
    try:
        at = _instant(wanted, rep.timezone)
        seen = await asyncio.to_thread(lambda: look_back(core, lead_id, at=at, version=model))
    except InvalidField as refusal:
        error = str(refusal)
    page = await desk.page(
        request,
        "scores.html",
        lead=view.lead,
        versions=known.versions,
        at=wanted or "",
        model=model or "",
        seen=seen,
        error=error,
        sheets=[_sheet(seen, axis, rep.timezone) for axis in Axis] if seen else [],
    )
    page.status = 422 if error else 200
    return page


def _sheet(seen: Hindsight, axis: Axis, zone: str) -> card.ScoreSheet:
    threshold = seen.model.thresholds.on(axis)
    return card.score_sheet(seen.lines, seen.facts, axis, threshold=threshold, zone=zone)


def _instant(wanted: str | None, zone: str) -> datetime | None:
    """What a clock in this zone showed. Raises InvalidField."""
    if wanted is None:
        return None
    try:
        instant = datetime.fromisoformat(wanted)
    except ValueError:
        raise InvalidField("at", NO_MOMENT) from None
    if instant.year < EARLIEST:
        raise InvalidField("at", NO_MOMENT)
    return instant if instant.tzinfo else instant.replace(tzinfo=zone_or_utc(zone))
