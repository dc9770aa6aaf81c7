"""The API token."""

import hmac

from sanic import Request

from bot.server.errors import BadRequest

__all__ = ["require_token"]


def require_token(request: Request, token: str) -> None:
    """Refuse a request without the right `Authorization: Bearer …`, in the same time for every wrong one.

    Without a token of our own nobody gets in.
    """
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    # What is no text in a header arrives as lone surrogates.
    is_right = hmac.compare_digest(given.strip().encode(errors="surrogatepass"), token.encode())
    if not token or scheme.lower() != "bearer" or not is_right:
        raise BadRequest(
            "A valid API token is needed: send it as 'Authorization: Bearer …'.",
            code="unauthorized",
            status=401,
            headers={"WWW-Authenticate": "Bearer"},
        )
