"""Rendering: the console's templates, always escaped."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from sanic import HTTPResponse, Request
from sanic.response import html

from console import wording
from console.files import address
from leads.services.sessions import stranger

__all__ = ["render"]

_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.globals["asset"] = address
_templates.filters.update(
    ago=wording.ago,
    clock=wording.clock,
    day=wording.day,
    season=wording.season,
    short=wording.short,
    when=wording.when,
    words=wording.words,
)


def render(request: Request, template: str, *, status: int = 200, **values: Any) -> HTTPResponse:
    """A page for whoever is asking, with their session's CSRF token at hand."""
    visit = getattr(request.ctx, "visit", None) or stranger()
    page = _templates.get_template(template).render(
        rep=visit.rep, csrf=visit.csrf, path=request.path, **values
    )
    return html(page, status=status)
