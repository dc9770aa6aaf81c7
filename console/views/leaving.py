"""How a lead leaves the pipeline, as a rep says it."""

import asyncio
from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from sanic import HTTPResponse, Request
from sanic.exceptions import BadRequest
from sanic.response import redirect

from console.desk import Desk
from console.forms import field
from console.guard import signed_in
from leads.domain.lead import DispositionReason, Lead
from leads.domain.outcomes import Result
from leads.services import leaving
from leads.services.inbox import clean_text
from leads.services.leaving import WayOut
from leads.services.ports import Work

__all__ = ["LONGEST_NOTE", "dispose", "note_outcome"]

LONGEST_NOTE = 500

Choice = TypeVar("Choice", bound=StrEnum)


async def dispose(desk: Desk, request: Request, lead_id: str) -> HTTPResponse:
    """Let a lead leave. Raises LeadNotFound, InvalidField."""
    rep, note = signed_in(request), _note(request)
    way_out, reason = _choice(request, "exit", WayOut), field(request, "reason")
    why = _choice(request, "reason", DispositionReason) if reason else None
    return await _changed(
        desk,
        lead_id,
        lambda work: leaving.dispose(
            desk.core, work, lead_id, way_out=way_out, reason=why, note=note, actor=rep.id
        ),
    )


async def note_outcome(desk: Desk, request: Request, lead_id: str) -> HTTPResponse:
    """Note a deal won or lost. Raises LeadNotFound, InvalidField."""
    rep, note, result = signed_in(request), _note(request), _choice(request, "outcome", Result)
    core = desk.core
    return await _changed(
        desk,
        lead_id,
        lambda work: leaving.note_outcome(
            core, work, lead_id, result=result, at=core.clock(), note=note, actor=rep.id
        ),
    )


async def _changed(desk: Desk, lead_id: str, change: Callable[[Work], Lead]) -> HTTPResponse:
    def write() -> None:
        with desk.core.store.writing() as work:
            change(work)

    await asyncio.to_thread(write)
    desk.news.publish(lead_id)
    return redirect(f"/console/leads/{lead_id}#leave", status=303)


def _note(request: Request) -> str | None:
    return clean_text(field(request, "note"))[:LONGEST_NOTE] or None


def _choice(request: Request, name: str, choices: type[Choice]) -> Choice:
    try:
        return choices(field(request, name))
    except ValueError:
        raise BadRequest("Choose one of what the form offers.") from None
