"""Erasing a person, by an admin who means it."""

import asyncio

from sanic import HTTPResponse, Request
from sanic.exceptions import Forbidden
from sanic.response import redirect

from console.desk import Desk
from console.forms import field
from console.guard import HOME, signed_in
from leads.domain.rep import Role
from leads.services import erasing

__all__ = ["erase"]


async def erase(desk: Desk, request: Request, lead_id: str) -> HTTPResponse:
    """Erase a lead and all that is theirs. Raises LeadNotFound."""
    rep = signed_in(request)
    if rep.role is not Role.ADMIN:
        raise Forbidden("Only admins erase a person. Ask one of them.")
    if field(request, "sure") != "yes":
        raise Forbidden("Say that you are sure: nobody can bring back what is erased.")
    await asyncio.to_thread(lambda: erasing.erase(desk.core, lead_id, actor=rep.id))
    desk.news.publish(lead_id)
    return redirect(HOME, status=303)
