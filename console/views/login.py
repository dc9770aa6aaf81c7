"""Logging in and out."""

import asyncio

from sanic import HTTPResponse, Request
from sanic.response import redirect

from console.attempts import Attempts, network_of
from console.desk import Desk
from console.forms import field
from console.guard import safe_path
from console.pages import render
from leads.services import sessions
from leads.services.inbox import clean_text
from leads.services.sessions import VerifyPassword

__all__ = ["LoginViews"]

LOGIN = "/console/login"
WRONG = "This address and password do not go together. Please try again."


class LoginViews:
    """The login form, and what it does. Guessing is slowed down by network and by account."""

    def __init__(self, desk: Desk, verify: VerifyPassword) -> None:
        self._desk = desk
        self._verify = verify
        self._by_network = Attempts(most=5, seconds=60)
        self._by_account = Attempts(most=10, seconds=15 * 60)
        self._at_home: set[tuple[str, str]] = set()
        # Checking a password takes a lot of memory on purpose: two at a time are enough.
        self._room = asyncio.Semaphore(2)

    async def form(self, request: Request) -> HTTPResponse:
        """The login form; who is logged in already goes on."""
        wanted = safe_path(request.args.get("next"))
        if request.ctx.visit.rep is not None:
            return redirect(wanted, status=303)
        return render(request, "login.html", email="", error=None, next=wanted)

    async def log_in(self, request: Request) -> HTTPResponse:
        """Try a password; a few times a minute."""
        email = clean_text(field(request, "email")).lower()
        wanted = safe_path(field(request, "next"))
        network = network_of(request.client_ip)
        keys = ((self._by_network, network), (self._by_account, self._account(email, network)))
        if wait := max(attempts.wait(key) for attempts, key in keys):
            error = f"Too many attempts. Please try again in {_in_words(wait)}."
            page = render(request, "login.html", status=429, email=email, next=wanted, error=error)
            page.headers["Retry-After"] = str(wait)
            return page
        for attempts, key in keys:
            attempts.note(key)
        if not await self._try(request, email, field(request, "password")):
            return render(request, "login.html", status=401, email=email, next=wanted, error=WRONG)
        for attempts, key in keys:
            attempts.forgive(key)
        self._at_home.add((email, network))
        return redirect(wanted, status=303)

    async def log_out(self, request: Request) -> HTTPResponse:
        """End all sessions of this person."""
        await asyncio.to_thread(sessions.log_out, self._desk.core, request.ctx.visit)
        request.ctx.visit = sessions.stranger()
        self._desk.news.publish("sessions")
        return redirect(LOGIN, status=303)

    async def _try(self, request: Request, email: str, password: str) -> bool:
        async with self._room:
            visit = await asyncio.to_thread(
                lambda: sessions.log_in(
                    self._desk.core, request.ctx.visit, email=email, password=password, verify=self._verify
                )
            )
        if visit is None:
            return False
        request.ctx.visit = visit
        return True

    def _account(self, email: str, network: str) -> str:
        """Where somebody has logged in before is counted apart: strangers cannot lock them out there."""
        return f"{email} at {network}" if (email, network) in self._at_home else email


def _in_words(seconds: int) -> str:
    if seconds <= 90:
        return f"{seconds} second{'s' if seconds != 1 else ''}"
    return f"{-(-seconds // 60)} minutes"
