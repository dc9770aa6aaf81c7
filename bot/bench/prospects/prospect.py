"""A prospect in conversation: sees what the channel shows, decides what to type, keeps what was told."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random

from bot.bench.prospects.claims import Claim
from bot.bench.prospects.facts import Fact
from bot.bench.prospects.meetings import pick_words, times_in
from bot.bench.prospects.persona import Event, EventKind, Manner, Meeting, Opening, Persona, Voice
from bot.bench.prospects.phrases import phrases
from bot.bench.prospects.voices import in_voice
from leads.domain.answers import Standing
from leads.domain.topics import Topic

__all__ = ["Choice", "Message", "Prospect", "Seen"]

PATIENCE = 5  # answers to one question, until they leave
LONGEST = 45  # messages; nobody chats on for ever

#: What is said beside the matter: the bot's question stands, and that it is put again is no loop.
ASIDES: Mapping[EventKind, str] = {
    EventKind.WHY: "why",
    EventKind.FAQ: "faq",
    EventKind.SMALL_TALK: "small_talk",
    EventKind.INSULT: "insult",
    EventKind.PERSON: "person",
    EventKind.JUNK: "junk",
    EventKind.COMMAND: "commands",
    EventKind.LANGUAGE: "other_language",
    EventKind.LURE: "lure",
    EventKind.OPT_OUT: "opt_out",
}
#: Typed as they stand, whoever types them.
VERBATIM = {EventKind.JUNK, EventKind.COMMAND, EventKind.LANGUAGE, EventKind.OPT_OUT}


@dataclass(frozen=True, slots=True)
class Seen:
    """What the channel shows after a message: the bot's texts, the labels of its buttons, what it asks."""

    texts: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    asking: Topic | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """What they type. `is_aside` when it is not meant to answer; `rests` when a day passes before it."""

    text: str
    is_aside: bool = False
    rests: bool = False


@dataclass(slots=True)
class Choice:
    """What they want of a meeting: the labels of the times they mean, none when they want no meeting."""

    labels: frozenset[str] = frozenset()
    was_offered: bool = False


@dataclass(slots=True)
class Prospect:
    """One persona at the keyboard. `speak` until it returns None: then they have left."""

    persona: Persona
    rng: Random
    claims: dict[Topic, Claim] = field(default_factory=dict)
    told_in: dict[Topic, list[str]] = field(default_factory=lambda: defaultdict(list))
    choice: Choice = field(default_factory=Choice)
    opted_out: bool = False
    asked_for_person: bool = False
    gave_up_on: Topic | None = None
    _agenda: list[Event] = field(init=False)
    _answers: Counter[Topic] = field(default_factory=Counter)
    _written: int = 0
    _passed_over: bool = False
    _after_booking: bool = False
    _pending: dict[Topic, Claim] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._agenda = sorted(self.persona.events, key=lambda event: event.after)

    def speak(self, seen: Seen, *, today: date) -> Message | None:
        """What they write now; None when they leave."""
        if self.opted_out or self.gave_up_on or self._written >= LONGEST:
            return None
        self._pending = {}
        message = self._next(seen, today)
        if message is not None:
            self._written += 1
            self._remember(message.text)
        return message

    # --- deciding

    def _next(self, seen: Seen, today: date) -> Message | None:
        if self._written == 0:
            return self._open(today)
        event = self._due(seen)
        if event is not None:
            return self._act(event, today)
        if seen.asking is Topic.SLOT:
            return self._at_the_calendar(seen)
        if seen.asking is None:
            return self._after_the_questions()
        return self._answer(seen.asking, today)

    def _open(self, today: date) -> Message:
        match self.persona.opening:
            case Opening.GREETING:
                return Message(self._voiced(self._phrase("greeting")), is_aside=True)
            case Opening.QUESTION:
                return Message(self._voiced(self._phrase("faq")), is_aside=True)
            case Opening.NEED:
                words = self._tell(Topic.NEED, today)
            case Opening.MUCH:
                words = ", ".join(self._tell(topic, today) for topic in self._much())
        return Message(self._voiced(self._phrase("opening").replace("{value}", words)))

    def _much(self) -> Iterable[Topic]:
        also = [
            topic
            for topic in (Topic.TIMEFRAME, Topic.BUDGET, Topic.AUTHORITY, Topic.EMPLOYEES)
            if self._may_tell(topic)
        ]
        return Topic.NEED, *self.rng.sample(also, min(len(also), 2))

    def _due(self, seen: Seen) -> Event | None:
        ready = (event for event in self._agenda if event.after <= self._written and self._can(event, seen))
        event = next(ready, None)
        if event is not None:
            self._agenda.remove(event)
        return event

    def _can(self, event: Event, seen: Seen) -> bool:
        if event.kind is EventKind.CORRECTION:
            return any(topic in self.claims for topic in self.persona.mistaken)
        return event.kind is EventKind.OPT_OUT or seen.asking not in {None, Topic.SLOT}

    def _act(self, event: Event, today: date) -> Message:
        if event.kind is EventKind.CORRECTION:
            (topic,) = self.persona.mistaken
            fact = self.persona.facts[topic]
            return Message(self._voiced(self._say(fact, fact.correcting, today)), is_aside=True)
        if event.kind is EventKind.SILENCE:
            return Message(self._voiced(self._phrase("back")), is_aside=True, rests=True)
        self.asked_for_person |= event.kind is EventKind.PERSON
        self.opted_out |= event.kind is EventKind.OPT_OUT
        words = self._phrase(ASIDES[event.kind])
        return Message(words if event.kind in VERBATIM else self._voiced(words), is_aside=True)

    def _after_the_questions(self) -> Message | None:
        if self.choice.labels and not self._after_booking:
            self._after_booking = True
            if self.persona.meeting is Meeting.MOVES:
                return Message(self._voiced(self._of("meetings", "change")))
            if self.persona.meeting is Meeting.CANCELS:
                self.choice.labels = frozenset()
                return Message(self._voiced(self._of("meetings", "cancel")))
        if self.rng.random() < 0.4 and not self._passed_over:
            self._passed_over = True
            return Message(self._voiced(self._phrase("bye")), is_aside=True)
        return None

    # --- meetings

    def _at_the_calendar(self, seen: Seen) -> Message | None:
        self.choice.was_offered = True
        self._answers[Topic.SLOT] += 1
        if self._answers[Topic.SLOT] > PATIENCE:
            self.gave_up_on = Topic.SLOT
            return None
        times = times_in(seen.labels)
        if self.persona.meeting is Meeting.REFUSES:
            self.choice.labels = frozenset()
            return Message(self._voiced(self._of("meetings", "no_meeting")))
        if self.persona.meeting is Meeting.WANTS_OTHERS and self._answers[Topic.SLOT] == 1:
            return Message(self._voiced(self._of("meetings", "none")))
        if not times:
            return Message(self._voiced(self._of("meetings", "none")))
        words, self.choice.labels = pick_words(times, self.rng.choice(times), self.rng)
        return Message(self._voiced(words))

    # --- answering

    def _answer(self, topic: Topic, today: date) -> Message | None:
        self._answers[topic] += 1
        tries = self._answers[topic]
        if tries > PATIENCE:
            self.gave_up_on = topic
            return None
        if topic in self.persona.withheld:
            return self._withhold(topic)
        if tries == 1 and self.persona.manner is Manner.EVASIVE and self.rng.random() < 0.5:
            return Message(self._voiced(self._phrase("evasive")))
        if tries == 1 and self.persona.manner is Manner.BESIDE and (other := self._another(topic)):
            return Message(self._voiced(self._tell(other, today), topic=other), is_aside=True)
        fact = self._fact(topic)
        words = self._say(fact, fact.reply, today)
        if tries > 1 and topic in self.claims:
            words = self._again(fact, today)
        if self.persona.manner is Manner.SEVERAL and (other := self._another(topic)):
            words = f"{words}, {self._tell(other, today)}"
        return Message(self._voiced(words, topic=topic))

    def _again(self, fact: Fact, today: date) -> str:
        """The same in other words, as people do who have not been understood."""
        words = self._say(fact, fact.telling or fact.reply, today)
        return f"{self._phrase('repeat_head')} {words}" if self.rng.random() < 0.3 else words

    def _withhold(self, topic: Topic) -> Message:
        standing = self.persona.withheld[topic]
        words = self._phrase("dont_know" if standing is Standing.UNKNOWN else "decline")
        self._pending[topic] = Claim(topic, words, told=False)
        return Message(self._voiced(words))

    def _another(self, topic: Topic) -> Topic | None:
        """Something they have not told, can tell unasked, and do not want to hide."""
        untold = [other for other in Topic if other is not topic and self._may_tell(other)]
        return self.rng.choice(untold) if untold else None

    def _may_tell(self, topic: Topic) -> bool:
        known = topic in self.persona.facts and bool(self._fact(topic).telling)
        return known and topic not in self.claims and topic not in self.persona.withheld

    def _fact(self, topic: Topic) -> Fact:
        """What they say about a topic now: a mistake until it is put right."""
        is_mistaken = any(event.kind is EventKind.CORRECTION for event in self._agenda)
        mistaken = self.persona.mistaken.get(topic) if is_mistaken else None
        return mistaken or self.persona.facts[topic]

    def _tell(self, topic: Topic, today: date) -> str:
        fact = self._fact(topic)
        return self._say(fact, fact.telling or fact.reply, today)

    def _say(self, fact: Fact, frames: Iterable[str], today: date) -> str:
        words, fields = fact.say(
            tuple(frames), self.rng, today=today, briefly=self.persona.voice is Voice.TERSE
        )
        self._pending[fact.topic] = Claim(fact.topic, words, fields)
        return words

    def _remember(self, text: str) -> None:
        for topic, claim in self._pending.items():
            self.claims[topic] = claim
            self.told_in[topic].append(text)

    # --- words

    def _phrase(self, name: str) -> str:
        return self._of("manners", name)

    def _of(self, book: str, name: str) -> str:
        return str(self.rng.choice(phrases(book)[name]))

    def _voiced(self, words: str, *, topic: Topic | None = None) -> str:
        return in_voice(words, self.persona.voice, self.rng, topic=topic)
