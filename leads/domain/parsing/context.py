"""What a reader needs to know besides the words: who is asked what, when and where."""

from dataclasses import dataclass
from datetime import date, datetime

from leads.domain.parsing.tables import words
from leads.domain.topics import Topic

__all__ = ["MAX_LENGTH", "Context"]

MAX_LENGTH = 2000  # longer texts are read up to here: nobody states a budget on page two


_REGION_LENGTH = 2
# Where a language that names no region is at home; English is at home in too many places.
_HOME_OF = dict(
    pair.split(":")
    for pair in words("""
        bg:BG cs:CZ da:DK de:DE el:GR es:ES et:EE fi:FI fr:FR he:IL hi:IN hr:HR hu:HU is:IS it:IT ja:JP ko:KR
        lt:LT lv:LV nb:NO nl:NL nn:NO no:NO pl:PL pt:PT ro:RO ru:RU sk:SK sl:SI sv:SE th:TH tr:TR uk:UA vi:VN
        zh:CN
    """)
)


@dataclass(frozen=True, slots=True)
class Context:
    """The situation a message is read in.

    `now` is aware and in the prospect's own zone, so that "tomorrow" is theirs. `country` is ISO 3166
    alpha-2 or None; `language` is the tag of the one they use ("de", "en-GB"), or None.
    `fiscal_year_start` is the month (1-12) in which "Q1" begins when they say "fiscal"; plain quarters are
    calendar quarters. `offered` are the starts of the slots now on offer, in the prospect's zone, in their
    order. `is_doubtful` says that the message may well be no answer at all: free words count only where they
    are known for one, or say by themselves what they are.
    """

    now: datetime
    asking: Topic | None = None
    country: str | None = None
    language: str | None = None
    fiscal_year_start: int = 1
    offered: tuple[datetime, ...] = ()
    is_doubtful: bool = False

    @property
    def region(self) -> str | None:
        """Whose way of writing numbers, dates and money they follow: their country's, or their language's."""
        if self.country or not self.language:
            return self.country
        language, _, rest = self.language.replace("_", "-").partition("-")
        named = rest.rpartition("-")[2].upper()
        return named if len(named) == _REGION_LENGTH else _HOME_OF.get(language.lower())

    @property
    def today(self) -> date:
        """The prospect's calendar date."""
        return self.now.date()
