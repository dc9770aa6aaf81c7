"""Who asks, and how often: what every route of the widget's channel checks first."""

from sanic import Request

from bot.channels.limits import Limit, network_of
from bot.channels.visitors import Visitor, VisitorTokens
from bot.server.errors import BadRequest
from leads.services.ports import Clock

__all__ = ["keep_to", "network", "visitor_of"]


def visitor_of(request: Request, tokens: VisitorTokens, clock: Clock) -> Visitor:
    """The visitor whose token a request carries. Raises BadRequest."""
    visitor = tokens.read(request.token or "", now=clock())
    if visitor is None:
        raise BadRequest("This token is not valid.", code="bad_token", status=401)
    return visitor


def network(request: Request) -> str:
    """Where a request comes from, as limits count it."""
    return network_of(request.remote_addr or request.ip)


def keep_to(limit: Limit, key: str) -> None:
    """Count one more use by this key. Raises BadRequest, with the seconds to wait, when that is too much."""
    wait = limit.wait(key)
    if wait:
        sentence = f"That was a lot at once. Please try again in {wait} seconds."
        raise BadRequest(sentence, code="slow_down", status=429, headers={"Retry-After": str(wait)})
