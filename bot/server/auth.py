"""The API token."""

import hmac

from sanic import Request

from bot.server.errors import BadRequest

__all__ = ["require_token"]


def require_token(request: Request, token: str) -> None:
    """Refuse a request without the right `Authorization: Bearer …`, in the same time for every wrong one."""
    given = request.token or ""
    if not token or not hmac.compare_digest(given.encode(), token.encode()):
        raise BadRequest(
            "A valid API token is needed: send it as 'Authorization: Bearer …'.",
            code="unauthorized",
            status=401,
            headers={"WWW-Authenticate": "Bearer"},
        )
