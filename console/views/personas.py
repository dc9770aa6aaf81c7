"""Whom we want and whom we do not: `/console/scoring/personas`, for managers and admins."""

import asyncio
import re
from collections.abc import Callable

from sanic import HTTPResponse, Request
from sanic.response import redirect

from console.desk import Desk
from console.forms import argument, field
from console.guard import signed_in
from leads.domain.model import Persona
from leads.domain.versions import Version
from leads.services import personas, versions
from leads.services.errors import FileError, InvalidField
from leads.services.inbox import clean_text
from leads.services.scoring import PersonaBand

__all__ = ["keep_persona", "personas_page", "remove_persona"]

HOME = "/console/scoring/personas"
WHOLE_NUMBER = re.compile(r"[-+−]?[0-9]{1,3}")


async def personas_page(desk: Desk, request: Request) -> HTTPResponse:
    """Every band of roles of a version, to be changed in a draft. Raises VersionNotFound."""
    name = argument(request, "from") or desk.core.model.version
    return await _page(desk, request, await asyncio.to_thread(versions.version_named, desk.core, name))


async def keep_persona(desk: Desk, request: Request) -> HTTPResponse:
    """Keep a band in a draft, or say what is wrong with it. Raises VersionNotFound."""
    core, rep = desk.core, signed_in(request)

    def keep() -> Version:
        return personas.keep_persona(core, field(request, "base"), _band(request), by=rep.id)

    return await _change(desk, request, keep)


async def remove_persona(desk: Desk, request: Request) -> HTTPResponse:
    """Take a band out, in a draft, or say why not. Raises VersionNotFound."""
    core, rep = desk.core, signed_in(request)

    def remove() -> Version:
        return personas.remove_persona(core, field(request, "base"), field(request, "name"), by=rep.id)

    return await _change(desk, request, remove)


async def _change(desk: Desk, request: Request, change: Callable[[], Version]) -> HTTPResponse:
    base = await asyncio.to_thread(versions.version_named, desk.core, field(request, "base"))
    try:
        version = await asyncio.to_thread(change)
    except InvalidField as error:
        return await _page(desk, request, base, error=str(error))
    except FileError as error:
        return await _page(desk, request, base, error=f"{error.why[:1].upper()}{error.why[1:]}.")
    return redirect(f"{HOME}?from={version.number}", status=303)


async def _page(desk: Desk, request: Request, version: Version, *, error: str | None = None) -> HTTPResponse:
    model = await asyncio.to_thread(versions.model_of, desk.core, version)
    page = await desk.page(
        request,
        "scoring_personas.html",
        version=version,
        is_in_force=version.id == desk.core.model.version,
        bands=personas.personas_of(model),
        kinds=list(Persona),
        error=error,
    )
    page.status = 422 if error else 200
    return page


def _band(request: Request) -> PersonaBand:
    """What the form says. Raises InvalidField."""
    points = field(request, "points").strip()
    if not WHOLE_NUMBER.fullmatch(points):
        raise InvalidField("points", "Points are a whole number.")
    persona = field(request, "persona")
    words = (clean_text(word) for word in re.split(r"[,\n]", field(request, "words")))
    return PersonaBand(
        name=clean_text(field(request, "name")).lower().replace(" ", "_"),
        words=tuple(word for word in words if word),
        persona=Persona(persona) if persona in set(Persona) else None,
        points=int(points.replace("−", "-")),
        reason=clean_text(field(request, "reason")),
    )
