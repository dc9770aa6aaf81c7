"""The people who sell."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

__all__ = ["Rep", "Role"]


class Role(StrEnum):
    """What a person may do in the console."""

    REP = "rep"
    MANAGER = "manager"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Rep:
    """A member of the sales team. `hours` maps weekdays (mon … sun) to local "HH:MM-HH:MM" spans."""

    id: str
    name: str
    email: str
    role: Role
    password_hash: str
    timezone: str
    hours: Mapping[str, tuple[str, ...]]
    created_at: datetime
    phone: str | None = None
    active: bool = True
    bookable: bool = True
