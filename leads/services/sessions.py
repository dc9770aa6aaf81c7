"""Console sessions: who is logged in, for how long, and the token that proves a form is ours."""

import hashlib
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from leads.domain.rep import Rep
from leads.services.core import Core
from leads.services.ports import Session, Work

__all__ = [
    "ABSOLUTE",
    "IDLE",
    "VerifyPassword",
    "Visit",
    "current",
    "is_alive",
    "log_in",
    "log_out",
    "stranger",
]

IDLE = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=12)
TOUCH_EVERY = timedelta(minutes=1)
SESSION_ID = re.compile(r"[\w-]{43}", re.ASCII)  # what secrets.token_urlsafe(32) makes

#: Takes the kept hash, or None for somebody unknown, and the password that was given.
VerifyPassword = Callable[[str | None, str], bool]


@dataclass(frozen=True, slots=True)
class Visit:
    """A browser's session. `rep` is None until somebody has logged in."""

    session_id: str
    csrf: str
    rep: Rep | None


def stranger(session_id: str | None = None) -> Visit:
    """The visit of a browser in which nobody is logged in; it keeps an id that it has already.

    Nothing is stored: strangers cannot fill the store, and their ids never become anybody's session.
    """
    known = session_id if session_id and SESSION_ID.fullmatch(session_id) else None
    kept = known or secrets.token_urlsafe(32)
    return Visit(kept, _hash(f"csrf:{kept}"), rep=None)


def current(core: Core, session_id: str) -> Visit | None:
    """The session of this id, used now; None when nobody is logged in with it, or may be any more."""
    now = core.clock()
    found = _find(core, session_id, now)
    if found is None:
        return None
    session, rep = found
    if now - session.seen_at >= TOUCH_EVERY:
        with core.store.writing() as work:
            work.sessions.touch(session.id_hash, at=now)
    return Visit(session_id, session.csrf, rep)


def is_alive(core: Core, session_id: str) -> bool:
    """Whether somebody is logged in with it. Asking is no use of it: a page left open ends like any other."""
    return _find(core, session_id, core.clock()) is not None


def log_in(core: Core, visit: Visit, *, email: str, password: str, verify: VerifyPassword) -> Visit | None:
    """A new session for the rep with this password, in place of the one before; None when it is wrong.

    An unknown address takes as long as a wrong password, and says as much.
    """
    with core.store.reading() as work:
        rep = work.reps.by_email(email.strip().lower())
    is_right = verify(rep.password_hash if rep else None, password)
    if rep is None or not is_right:
        return None
    with core.store.writing() as work:
        if not _still_is(work, rep):
            return None
        work.sessions.delete(_hash(visit.session_id))
        work.audit(rep.id, "login", lead_id=None, detail={}, at=core.clock())
        return _open(core, work, rep)


def log_out(core: Core, visit: Visit) -> None:
    """End every session of whoever is logged in, on all their devices."""
    if visit.rep is not None:
        with core.store.writing() as work:
            work.sessions.delete_of_rep(visit.rep.id)


def _find(core: Core, session_id: str, now: datetime) -> tuple[Session, Rep] | None:
    if not SESSION_ID.fullmatch(session_id):
        return None
    with core.store.reading() as work:
        session = work.sessions.get(_hash(session_id))
        rep = work.reps.get(session.rep_id) if session and session.rep_id else None
    if session is None or rep is None or not rep.active or _is_over(session, now):
        return None
    return session, rep


def _still_is(work: Work, rep: Rep) -> bool:
    """Whether the rep may log in, and nobody changed the password while we were checking it."""
    now = work.reps.get(rep.id)
    return now is not None and now.active and now.password_hash == rep.password_hash


def _open(core: Core, work: Work, rep: Rep) -> Visit:
    session_id, csrf, now = secrets.token_urlsafe(32), secrets.token_urlsafe(32), core.clock()
    work.sessions.add(Session(_hash(session_id), rep.id, csrf, created_at=now, seen_at=now))
    return Visit(session_id, csrf, rep)


def _is_over(session: Session, now: datetime) -> bool:
    return now - session.seen_at > IDLE or now - session.created_at > ABSOLUTE


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
