"""What a lead was worth at a moment in the past: as it was, or as another version would have had it."""

from dataclasses import dataclass
from datetime import datetime

from leads.domain.bant import Temperature
from leads.domain.facts import Facts
from leads.domain.ledger import Change, changes, totals
from leads.domain.matrix import Quadrant, Scores
from leads.domain.model import ScoringModel
from leads.services import versions
from leads.services.assess import assess, zone_of
from leads.services.core import Core
from leads.services.errors import InvalidField, LeadNotFound

__all__ = ["Hindsight", "look_back"]


@dataclass(frozen=True, slots=True)
class Hindsight:
    """A lead at a moment under a model; the scores are the sums of the lines.

    `was_so` says that the lines are those of the ledger then, and not what some version would have said.
    """

    at: datetime
    facts: Facts
    model: ScoringModel
    lines: tuple[Change, ...]
    quadrant: Quadrant
    temperature: Temperature
    was_so: bool

    @property
    def scores(self) -> Scores:
        """The sums of the lines."""
        return totals(self.lines)


def look_back(
    core: Core, lead_id: str, *, at: datetime | None = None, version: str | None = None
) -> Hindsight:
    """The lead as it was at a moment, or as the version of this id or number would have had it.

    Only what was known at that moment counts: what we heard of later was not known, whenever it happened.
    Raises LeadNotFound, InvalidField.
    """
    now = core.clock()
    moment = at or now
    if moment > now:
        raise InvalidField("at", "This moment has not come yet.")
    with core.store.reading() as work:
        lead = work.leads.get(lead_id)
        if lead is None:
            raise LeadNotFound
        answers, signals = work.facts.answers(lead_id), work.facts.signals(lead_id)
        written = [entry for entry in work.facts.ledger(lead_id) if entry.at <= moment]
        known = work.scoring.history()
    wanted = known.at(moment) if version is None else known.named(version)
    if wanted is None and version is not None:
        raise InvalidField("model", "There is no such version.")
    model = versions.model_of(core, wanted) if wanted else core.model
    facts = Facts.known_by(moment, answers, signals=signals)
    assessed = assess(facts, model, now=moment.astimezone(zone_of(lead)))
    standing = written if version is None else []
    due = changes(standing, assessed.lines, model=model.version, at=moment)
    return Hindsight(
        at=moment,
        facts=facts,
        model=model,
        lines=(*standing, *due),
        quadrant=assessed.quadrant,
        temperature=assessed.temperature,
        was_so=version is None,
    )
