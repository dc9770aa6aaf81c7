"""Where actions get the core: from the server, or built here when the SDK's own server runs them."""

from functools import cache

from leads.bootstrap import open_core
from leads.services import versions
from leads.services.core import Core
from leads.settings import Settings

__all__ = ["core", "provide"]

_provided: list[Core] = []


def provide(given: Core) -> None:
    """Let the actions of this process use this core."""
    _provided[:] = [given]


def core() -> Core:
    """The core the actions work on."""
    if _provided:
        return _provided[0]
    own = _own_core()
    versions.look(own)  # nobody else does in a process that only runs actions
    return own


@cache
def _own_core() -> Core:
    return open_core(Settings())
