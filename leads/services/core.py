"""What every use case is given: the store, the clock, new ids, the scoring model in force, the time zones."""

from dataclasses import dataclass, field

from leads.domain.model import ScoringModel
from leads.services.ports import Clock, NewId, Nowhere, Places, Store

__all__ = ["Core"]


@dataclass(frozen=True, slots=True)
class Core:
    """The first argument of a use case. A use case `f(core, …)` opens one transaction; its parts
    `g(core, work, …)` work inside one that is open. All of them block: call them off the event loop.

    `public_url` has no slash at its end.
    """

    store: Store
    clock: Clock
    new_id: NewId
    model: ScoringModel
    public_url: str
    places: Places = field(default_factory=Nowhere)
