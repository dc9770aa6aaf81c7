"""What every use case is given: the store, the clock, new ids, the scoring model in force, the time zones."""

from dataclasses import dataclass, field, replace
from typing import Self

from leads.domain.model import ScoringModel
from leads.services.ports import Clock, NewId, Nowhere, Places, Store
from leads.services.scoring import Scoring

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
    scoring: Scoring
    public_url: str
    places: Places = field(default_factory=Nowhere)

    @property
    def model(self) -> ScoringModel:
        """The scoring model in force."""
        return self.scoring.model

    def pinned(self) -> Self:
        """The same core on the model that is in force now, whatever is published meanwhile.

        A use case that scores works with this: nobody is scored by half of one model and half of another.
        """
        return self.under(self.model)

    def under(self, model: ScoringModel) -> Self:
        """The same core as if this model were in force."""
        return replace(self, scoring=Scoring(model, self.scoring.files))
