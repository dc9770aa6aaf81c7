"""Reading what a browser sends: always text, and clean text where it is to be kept or sought."""

from sanic import Request

from leads.services.inbox import clean_text

__all__ = ["argument", "field"]

LONGEST_ARGUMENT = 200


def field(request: Request, name: str) -> str:
    """A field of the form that was sent, as it came; empty when it is not there."""
    form = request.form
    return str(form.get(name) or "") if form else ""


def argument(request: Request, name: str) -> str | None:
    """A part of the address's query, cleaned and cut; None when there is nothing in it."""
    return clean_text(str(request.args.get(name) or ""))[:LONGEST_ARGUMENT] or None
