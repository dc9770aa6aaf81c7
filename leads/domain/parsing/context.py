"""What a reader needs to know besides the words: who is asked what, when and where."""

from dataclasses import dataclass
from datetime import date, datetime

from leads.domain.topics import Topic

__all__ = ["MAX_LENGTH", "Context"]

MAX_LENGTH = 2000  # longer texts are read up to here: nobody states a budget on page two


@dataclass(frozen=True, slots=True)
class Context:
    """The situation a message is read in.

    `now` is aware and in the prospect's own zone, so that "tomorrow" is theirs. `country` is ISO 3166
    alpha-2 or None. `fiscal_year_start` is the month (1-12) in which "Q1" begins when they say "fiscal";
    plain quarters are calendar quarters. `offered` are the starts of the slots now on offer, in the
    prospect's zone, in their order. `is_doubtful` says that the message may well be no answer at all: free
    words count only where they are known for one, or say by themselves what they are.
    """

    now: datetime
    asking: Topic | None = None
    country: str | None = None
    fiscal_year_start: int = 1
    offered: tuple[datetime, ...] = ()
    is_doubtful: bool = False

    @property
    def today(self) -> date:
        """The prospect's calendar date."""
        return self.now.date()
