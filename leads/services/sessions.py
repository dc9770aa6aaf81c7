"""Console sessions: who is logged in, for how long, and the token that proves a form is ours."""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from leads.domain.rep import Rep
from leads.services.core import Core
from leads.services.ports import Session, Work

__all__ = ["ABSOLUTE", "IDLE", "Visit", "begin", "current", "log_in", "log_out"]

IDLE = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=12)
TOUCH_EVERY = timedelta(minutes=1)

VerifyPassword = Callable[[str | None, str], bool]


@dataclass(frozen=True, slots=True)
class Visit:
    """A browser's session. `rep` is None until somebody has logged in."""

    session_id: str
    csrf: str
    rep: Rep | None


def begin(core: Core) -> Visit:
    """A new session for a browser that has none, with nobody logged in."""
    with core.store.writing() as work:
        return _open(core, work, rep=None)


def current(core: Core, session_id: str) -> Visit | None:
    """The session of this id; None when there is none, it is over, or its rep may not log in any more."""
    now = core.clock()
    with core.store.reading() as work:
        session = work.sessions.get(_hash(session_id))
        rep = work.reps.get(session.rep_id) if session and session.rep_id else None
    if session is None or _is_over(session, now):
        return None
    if session.rep_id is not None and (rep is None or not rep.active):
        return None
    if now - session.seen_at >= TOUCH_EVERY:
        with core.store.writing() as work:
            work.sessions.touch(session.id_hash, at=now)
    return Visit(session_id, session.csrf, rep)


def log_in(core: Core, visit: Visit, *, email: str, password: str, verify: VerifyPassword) -> Visit | None:
    """A new session for the rep with this password, in place of the one before; None when it is wrong.

    An unknown address takes as long as a wrong password, and says as much.
    """
    with core.store.reading() as work:
        rep = work.reps.by_email(email.strip().lower())
    is_right = verify(rep.password_hash if rep else None, password)
    if rep is None or not rep.active or not is_right:
        return None
    with core.store.writing() as work:
        work.sessions.delete(_hash(visit.session_id))
        work.audit(rep.id, "login", lead_id=None, detail={}, at=core.clock())
        return _open(core, work, rep=rep)


def log_out(core: Core, visit: Visit) -> None:
    """End every session of whoever is logged in, on all their devices."""
    with core.store.writing() as work:
        work.sessions.delete(_hash(visit.session_id))
        if visit.rep is not None:
            work.sessions.delete_of_rep(visit.rep.id)


def _open(core: Core, work: Work, *, rep: Rep | None) -> Visit:
    session_id, csrf, now = secrets.token_urlsafe(32), secrets.token_urlsafe(32), core.clock()
    work.sessions.add(Session(_hash(session_id), rep.id if rep else None, csrf, created_at=now, seen_at=now))
    return Visit(session_id, csrf, rep)


def _is_over(session: Session, now: datetime) -> bool:
    return now - session.seen_at > IDLE or now - session.created_at > ABSOLUTE


def _hash(session_id: str) -> str:
    return hashlib.sha256(session_id.encode()).hexdigest()
