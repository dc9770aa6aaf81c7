"""Who may come in: sessions by cookie, and a CSRF token on every unsafe request."""

import asyncio
import hmac
import re
from urllib.parse import quote, unquote, urlsplit

from sanic import HTTPResponse, Request
from sanic.exceptions import Forbidden, Unauthorized
from sanic.response import redirect

from console.forms import field
from leads.domain.rep import Rep, Role
from leads.services import sessions
from leads.services.core import Core
from leads.services.sessions import Visit

__all__ = ["HOME", "Guard", "may_manage", "safe_path", "signed_in"]

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
FORM = "application/x-www-form-urlencoded"
HOME = "/console/"
LOGIN = "/console/login"
ADDRESS = re.compile(r"/console/[!-\[\]-~]*")  # visible ASCII without the backslash

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Guard:
    """Runs before and after every console request.

    A route's context may say `is_open` (no login needed), `is_file` (no session at all), `is_stream`
    (strangers are refused, not sent to the login) or `is_managed` (for managers and admins).
    """

    def __init__(self, core: Core, *, public_url: str) -> None:
        self._core = core
        self._origin = public_url
        self._is_https = public_url.startswith("https://")
        self.cookie = "__Host-bantam" if self._is_https else "bantam"

    async def check(self, request: Request) -> HTTPResponse | None:
        """Find the visit; refuse what is not allowed, send strangers to the login."""
        if _route_says(request, "is_file"):
            return None
        visit = await self._visit(request)
        request.ctx.visit = visit
        if request.method not in SAFE and not self._is_ours(request, visit):
            raise Forbidden("This form is no longer valid. Go back, reload the page and try again.")
        if _route_says(request, "is_managed") and visit.rep is not None and not may_manage(request):
            raise Forbidden("Managers and admins do this. Ask one of them.")
        if visit.rep is not None or _route_says(request, "is_open"):
            return None
        if _route_says(request, "is_stream"):
            raise Unauthorized("Log in first.")
        return redirect(f"{LOGIN}?next={quote(_address_of(request))}")

    async def finish(self, request: Request, response: HTTPResponse) -> None:
        """Set the cookie of a new session, and the headers that keep pages to themselves."""
        visit: Visit | None = getattr(request.ctx, "visit", None)
        if visit is not None and request.cookies.get(self.cookie) != visit.session_id:
            response.add_cookie(
                self.cookie,
                visit.session_id,
                path="/",
                httponly=True,
                secure=self._is_https,
                # Strict would lose the session whenever somebody comes by a link in a mail.
                samesite="Lax",
                max_age=int(sessions.ABSOLUTE.total_seconds()),
            )
        response.headers.update(HEADERS)
        response.headers.setdefault("Cache-Control", "no-store")

    async def _visit(self, request: Request) -> Visit:
        given = request.cookies.get(self.cookie)
        found = await asyncio.to_thread(sessions.current, self._core, given) if given else None
        return found or sessions.stranger(given)

    def _is_ours(self, request: Request, visit: Visit) -> bool:
        """Whether a form of our own pages was sent, by the browser that got it."""
        origin = request.headers.get("Origin")
        if origin is not None and origin != self._origin and urlsplit(origin).netloc != request.host:
            return False
        if not request.content_type.startswith(FORM):
            return False
        return hmac.compare_digest(field(request, "csrf").encode(), visit.csrf.encode())


def signed_in(request: Request) -> Rep:
    """The rep of this request; pages behind the guard always have one."""
    visit: Visit = request.ctx.visit
    if visit.rep is None:
        raise Unauthorized("Log in first.")
    return visit.rep


def may_manage(request: Request) -> bool:
    """Whether the rep of this request may change what holds for everybody."""
    return signed_in(request).role in (Role.MANAGER, Role.ADMIN)


def safe_path(wanted: str | None) -> str:
    """An address within the console to go to after the login; anything else becomes the start page."""
    if not wanted or not ADDRESS.fullmatch(wanted):
        return HOME
    segments = unquote(urlsplit(wanted).path).replace("\\", "/").split("/")
    return HOME if {".", ".."} & set(segments) else wanted


def _address_of(request: Request) -> str:
    if request.method != "GET":
        return HOME
    return f"{request.path}?{request.query_string}" if request.query_string else request.path


def _route_says(request: Request, name: str) -> bool:
    return request.route is not None and getattr(request.route.ctx, name, False) is True
