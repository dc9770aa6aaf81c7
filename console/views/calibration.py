"""Calibration: what won and lost leads say about the scoring file, and drafts made of that."""

import asyncio
from collections.abc import Mapping

from sanic import HTTPResponse, Request
from sanic.response import redirect

from console import calibration as arranged
from console.desk import Desk
from console.forms import field
from console.guard import signed_in
from leads.domain.calibration import FEWEST, Calibration
from leads.domain.learnt import LEVEL
from leads.services import calibrating
from leads.services.core import Core

__all__ = ["accept", "calibrate", "calibration_page"]

HOME = "/console/scoring/calibration"
ALL = "all"


async def calibration_page(desk: Desk, request: Request) -> HTTPResponse:
    """`/console/scoring/calibration`: the newest calibration."""
    found, names = await asyncio.to_thread(_look, desk.core)
    return await desk.page(
        request,
        "calibration.html",
        found=found,
        findings=found.findings if found else None,
        made_by=names.get(found.by, found.by) if found else "",
        is_current=found is not None and found.version == desk.core.model.version,
        names=names,
        fewest=FEWEST,
        level=LEVEL,
        all=ALL,
        arranged=arranged,
    )


async def calibrate(desk: Desk, request: Request) -> HTTPResponse:
    """Learn anew from every outcome there is."""
    rep = signed_in(request)
    await asyncio.to_thread(lambda: calibrating.calibrate(desk.core, desk.statistics, by=rep.id))
    return redirect(HOME, status=303)


async def accept(desk: Desk, request: Request) -> HTTPResponse:
    """Make a draft of one suggestion, or of all, and show it. Raises InvalidField."""
    rep, name = signed_in(request), field(request, "suggestion")
    draft = await asyncio.to_thread(lambda: _accept(desk, name, by=rep.id))
    return redirect(f"/console/scoring/versions/{draft}", status=303)


def _accept(desk: Desk, name: str, *, by: str) -> int:
    names = [name]
    if name == ALL:
        found = calibrating.latest(desk.core)
        findings = found.findings if found else None
        names = [suggestion.name for suggestion in findings.suggestions] if findings else []
    return calibrating.accept(desk.core, names, by=by).number


def _look(core: Core) -> tuple[Calibration | None, Mapping[str, str]]:
    with core.store.reading() as work:
        return work.calibrations.latest(), {rep.id: rep.name for rep in work.reps.all()}
