"""The sales team: who is in it, and how they start."""

from collections.abc import Callable
from dataclasses import replace

from leads.domain.rep import Rep, Role
from leads.domain.zones import zone_named
from leads.services.core import Core
from leads.services.errors import InvalidField

__all__ = ["OFFICE_HOURS", "add_rep", "found_team", "set_password"]

OFFICE_HOURS = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), ("09:00-17:00",))

#: The people of a first run: somebody to log in as, and two calendars to book.
FOUNDERS = (
    ("Ada Admin", "admin@bantam.example", Role.ADMIN, "UTC", False),
    ("Robin Vale", "robin@bantam.example", Role.REP, "Europe/London", True),
    ("Noor Haddad", "noor@bantam.example", Role.REP, "America/New_York", True),
)


def add_rep(
    core: Core,
    *,
    name: str,
    email: str,
    role: Role,
    timezone: str,
    password_hash: str,
    bookable: bool,
) -> Rep:
    """Add a member of the team with office hours in their zone. Raises InvalidField."""
    address = email.strip().lower()
    if zone_named(timezone) is None:
        raise InvalidField("timezone", f"{timezone} is not a time zone; one is Europe/Berlin.")
    rep = Rep(
        id=core.new_id(),
        name=name,
        email=address,
        role=role,
        password_hash=password_hash,
        timezone=timezone,
        hours=OFFICE_HOURS,
        created_at=core.clock(),
        bookable=bookable,
    )
    with core.store.writing() as work:
        work.lock("team")
        if work.reps.by_email(address):
            raise InvalidField("email", f"{address} is in the team already.")
        work.reps.add(rep)
    return rep


def found_team(core: Core, *, hash_password: Callable[[str], str], password: str) -> list[Rep]:
    """Add the first people, all with this password; nobody when there is a team already."""
    with core.store.reading() as work:
        if work.reps.all():
            return []
    return [
        add_rep(
            core,
            name=name,
            email=email,
            role=role,
            timezone=timezone,
            password_hash=hash_password(password),
            bookable=bookable,
        )
        for name, email, role, timezone, bookable in FOUNDERS
    ]


def set_password(core: Core, *, email: str, password_hash: str) -> bool:
    """Give a new password and end every session of that person; False when nobody has this address."""
    with core.store.writing() as work:
        rep = work.reps.by_email(email.strip().lower())
        if rep is None:
            return False
        work.reps.save(replace(rep, password_hash=password_hash))
        work.sessions.delete_of_rep(rep.id)
        return True
