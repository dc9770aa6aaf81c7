"""What the bot's next move depends on."""

from dataclasses import dataclass

from leads.domain.answers import SlotChoice
from leads.domain.conversation import Conversation
from leads.domain.dialogue import Heard
from leads.domain.followup import Followup, followup
from leads.domain.lead import Lead, Stage
from leads.services.assess import Assessment
from leads.services.core import Core
from leads.services.offers import Pick

__all__ = ["Situation"]

UNDECIDED = {Stage.NEW, Stage.QUALIFYING}


@dataclass(frozen=True, slots=True)
class Situation:
    """How things stand after a message was heard; `pick` is the slot they mean, if any.

    `has_moved` says that times are to be shown in another zone than before.
    """

    conversation: Conversation
    lead: Lead
    assessment: Assessment
    heard: Heard
    pick: Pick | None
    words: str
    has_moved: bool = False

    @property
    def choice(self) -> Pick | None:
        """The pick to act on: who only tells where they are does not turn the times down."""
        is_none = isinstance(self.pick, SlotChoice) and self.pick.index is None
        return None if self.has_moved and is_none else self.pick

    @property
    def is_decided(self) -> bool:
        """Whether a follow-up was started already."""
        return self.lead.stage not in UNDECIDED

    @property
    def is_at_rest(self) -> bool:
        """Whether we had said all there was to say, and asked nothing."""
        return self.is_decided and self.conversation.asking is None

    def followup(self, core: Core) -> Followup:
        """The follow-up of the lead as it is now."""
        assessed = self.assessment
        return followup(assessed.facts, core.model, quadrant=assessed.quadrant, bant=assessed.bant)
