"""Who a simulated prospect is: parts that are drawn independently of each other."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from enum import StrEnum

from bot.bench.prospects.facts import Fact
from leads.domain.answers import Standing
from leads.domain.lead import Channel
from leads.domain.topics import Topic

__all__ = ["Event", "EventKind", "Manner", "Meeting", "Opening", "Persona", "Voice"]


class Voice(StrEnum):
    """How they speak."""

    PLAIN = "plain"
    TERSE = "terse"
    CHATTY = "chatty"
    POLITE = "polite"
    RUDE = "rude"
    SHORTHAND = "shorthand"  # as in text messages
    MISSPELT = "misspelt"
    GERMAN = "german"  # English with the habits of that mother tongue
    FRENCH = "french"
    SPANISH = "spanish"
    POLISH = "polish"
    INDIAN = "indian"
    SHOUTING = "shouting"
    LOWER = "lower case"
    HEDGING = "hedging"
    MIXED = "mixes languages"


class Manner(StrEnum):
    """How they cooperate."""

    ANSWERING = "answers all"
    SEVERAL = "several at once"
    EVASIVE = "evasive"  # puts questions off before answering them
    IGNORANT = "does not know"
    DECLINING = "declines"
    BESIDE = "answers beside the question"


class Opening(StrEnum):
    """How they begin."""

    GREETING = "greets"
    NEED = "names the need"
    MUCH = "tells much at once"
    QUESTION = "asks first"


class EventKind(StrEnum):
    """What they do in the middle."""

    CORRECTION = "corrects"
    WHY = "asks why"
    FAQ = "asks a question"
    SMALL_TALK = "small talk"
    INSULT = "insults"
    PERSON = "asks for a person"
    SILENCE = "goes silent"
    JUNK = "junk"
    COMMAND = "types a command"
    LANGUAGE = "other language"
    AGAIN = "does not follow"
    THANKS = "thanks in between"
    TWICE = "sends it twice"
    MEETING = "asks for a meeting"
    LEAVES = "loses interest"
    LURE = "says stop in passing"
    OPT_OUT = "opts out"


class Meeting(StrEnum):
    """What they do when times are offered."""

    PICKS = "picks"
    PRESSES = "presses a button"
    WANTS_OTHERS = "wants other times"
    REFUSES = "wants no meeting"
    MOVES = "moves it"
    CANCELS = "cancels it"


@dataclass(frozen=True, slots=True)
class Event:
    """Something they do once they have written `after` messages."""

    kind: EventKind
    after: int


@dataclass(frozen=True, slots=True)
class Persona:
    """One simulated prospect.

    `facts` are true; `mistaken` are said first and corrected later; `withheld` topics are never told.
    `sender` is their number or visitor id; `zone` an IANA time zone.
    """

    key: str
    sender: str
    channel: Channel
    zone: str
    voice: Voice
    manner: Manner
    opening: Opening
    meeting: Meeting
    events: tuple[Event, ...]
    facts: Mapping[Topic, Fact]
    mistaken: Mapping[Topic, Fact]
    withheld: Mapping[Topic, Standing]

    @property
    def traits(self) -> Mapping[str, Set[str]]:
        """The parts by which results are told apart."""
        return {
            "channel": {self.channel},
            "voice": {self.voice},
            "manner": {self.manner},
            "opening": {self.opening},
            "meeting": {self.meeting},
            "in the middle": {event.kind for event in self.events} or {"nothing"},
        }
