"""A prospect in conversation: sees what the channel shows, and decides what to type."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Self, assert_never

from bot.bench.prospects.meetings import Time, pick_words, times_in
from bot.bench.prospects.persona import Event, EventKind, Manner, Meeting, Opening, Persona
from bot.bench.prospects.phrases import phrases
from bot.bench.prospects.story import Story
from bot.bench.prospects.voices import in_voice
from leads.domain.topics import Topic

__all__ = ["Message", "Prospect", "Seen"]

PATIENCE = 5  # answers to one question, until they leave
LONGEST = 45  # messages; nobody chats on for ever
SAYS_BYE = 0.4
EVADES = 0.5

#: What is said beside the matter: the bot's question stands, and that it is put again is no loop.
ASIDES: Mapping[EventKind, str] = {
    EventKind.WHY: "why",
    EventKind.FAQ: "faq",
    EventKind.SMALL_TALK: "small_talk",
    EventKind.INSULT: "insult",
    EventKind.PERSON: "person",
    EventKind.SILENCE: "back",
    EventKind.JUNK: "junk",
    EventKind.COMMAND: "commands",
    EventKind.LANGUAGE: "other_language",
    EventKind.AGAIN: "again",
    EventKind.THANKS: "thanks",
    EventKind.MEETING: "book",
    EventKind.LEAVES: "leave",
    EventKind.LURE: "lure",
    EventKind.OPT_OUT: "opt_out",
}
#: Typed as they stand, whoever types them.
VERBATIM = {EventKind.JUNK, EventKind.COMMAND, EventKind.LANGUAGE, EventKind.OPT_OUT}


@dataclass(frozen=True, slots=True)
class Seen:
    """What the channel shows after a message: the bot's texts, the labels of its buttons, what it asks.

    `is_apology` when the bot says that something went wrong on its side.
    """

    texts: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    asking: Topic | None = None
    is_apology: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """What they type. `is_aside` when it is not meant to answer; `rests` when a night passes before it.

    With a `button`, they press that one instead of typing.
    """

    text: str
    is_aside: bool = False
    rests: bool = False
    button: str | None = None


@dataclass(slots=True)
class Prospect:
    """One persona at the keyboard. `picked` are the labels of the times they mean, none for no meeting."""

    story: Story
    picked: frozenset[str] = frozenset()
    opted_out: bool = False
    asked_for_person: bool = False
    asked_to_meet: bool = False
    lost_interest: bool = False
    _agenda: list[Event] = field(default_factory=list)
    _answers: Counter[Topic] = field(default_factory=Counter)
    _times: list[Time] = field(default_factory=list)
    _written: int = 0
    _asked: Topic | None = None
    _last: str = ""
    _has_left: bool = False
    _has_met: bool = False

    @classmethod
    def sit_down(cls, persona: Persona, *, seed: int) -> Self:
        """The persona, with nothing said yet; the same seed says the same."""
        story = Story(persona, Random(f"{seed}/{persona.key}"))
        return cls(story, _agenda=sorted(persona.events, key=lambda event: event.after))

    @property
    def persona(self) -> Persona:
        """Who they are."""
        return self.story.persona

    def speak(self, seen: Seen, *, today: date) -> Message | None:
        """What they write on this day of theirs; None when they leave."""
        if self._has_left or self._written >= LONGEST:
            return None
        self.story.today, self._asked = today, seen.asking
        message = self._next(seen)
        if message is not None:
            self._written += 1
            self._last = message.text
            self.story.sent(message.text)
        return message

    def _next(self, seen: Seen) -> Message | None:
        if self._written == 0:
            return self._open()
        event = self._due(seen)
        if event is not None:
            return self._act(event)
        if seen.asking is None:
            return self._end()
        self._answers[seen.asking] += 1
        if self._answers[seen.asking] > PATIENCE:
            return None
        return self._meet(seen) if seen.asking is Topic.SLOT else self._answer(seen.asking)

    def _open(self) -> Message:
        match self.persona.opening:
            case Opening.GREETING:
                return self._message(self._phrase("greeting"), is_aside=True)
            case Opening.QUESTION:
                return self._message(self._phrase("faq"), is_aside=True)
            case Opening.NEED:
                words = self.story.tell(Topic.NEED)
            case Opening.MUCH:
                words = ", ".join(self.story.much())
            case _:
                assert_never(self.persona.opening)
        return self._message(self._phrase("opening").replace("{value}", words))

    # --- what they do in the middle

    def _due(self, seen: Seen) -> Event | None:
        ready = (event for event in self._agenda if event.after <= self._written and self._can(event, seen))
        event = next(ready, None)
        if event is not None:
            self._agenda.remove(event)
        return event

    def _can(self, event: Event, seen: Seen) -> bool:
        if event.kind is EventKind.CORRECTION:
            return self.story.may_put_right()
        return event.kind is EventKind.OPT_OUT or seen.asking not in {None, Topic.SLOT}

    def _act(self, event: Event) -> Message:
        if event.kind is EventKind.CORRECTION:
            return self._message(self.story.put_right(), is_aside=True)
        if event.kind is EventKind.TWICE:
            return Message(self._last, is_aside=True)
        self.asked_for_person |= event.kind is EventKind.PERSON
        self.asked_to_meet |= event.kind is EventKind.MEETING
        self.opted_out |= event.kind is EventKind.OPT_OUT
        self.lost_interest |= event.kind is EventKind.LEAVES
        self._has_left |= self.opted_out or self.lost_interest
        words = self._phrase(ASIDES[event.kind])
        if event.kind in VERBATIM:
            return Message(words, is_aside=True)
        return self._message(words, is_aside=True, rests=event.kind is EventKind.SILENCE)

    # --- answering

    def _answer(self, topic: Topic) -> Message:
        manner, is_first = self.persona.manner, self._answers[topic] == 1
        if topic in self.persona.withheld:
            return self._message(self.story.withhold(topic))
        if is_first and manner is Manner.EVASIVE and self.story.rng.random() < EVADES:
            return self._message(self._phrase("evasive"))
        if is_first and manner is Manner.BESIDE and (other := self.story.another(topic)):
            return self._message(self.story.tell(other), topic=other, is_aside=True)
        is_repeated = not is_first and topic in self.story.claims
        words = self.story.again(topic) if is_repeated else self.story.reply(topic)
        if manner is Manner.SEVERAL and (other := self.story.another(topic)):
            words = f"{words}, {self.story.tell(other)}"
        return self._message(words, topic=topic)

    # --- meeting

    def _meet(self, seen: Seen) -> Message:
        self._times = times_in(seen.labels) or self._times
        if self.persona.meeting is Meeting.REFUSES:
            return self._message(self._phrase("no_meeting", book="meetings"))
        wants_others = self.persona.meeting is Meeting.WANTS_OTHERS and self._answers[Topic.SLOT] == 1
        if wants_others or not self._times:
            return self._message(self._phrase("none", book="meetings"))
        wanted = self.story.rng.choice(self._times)
        if self.persona.meeting is Meeting.PRESSES and (button := _button_of(wanted, seen.labels)):
            self.picked = frozenset({wanted.label})
            return Message(button, button=button)
        words, self.picked = pick_words(self._times, wanted, self.story.rng)
        return self._message(words)

    def _end(self) -> Message | None:
        """Nothing is asked any more: move or cancel what was booked, say goodbye, or just leave."""
        if self.picked and not self._has_met:
            self._has_met = True
            if self.persona.meeting is Meeting.MOVES:
                return self._message(self._phrase("change", book="meetings"))
            if self.persona.meeting is Meeting.CANCELS:
                self.picked = frozenset()
                return self._message(self._phrase("cancel", book="meetings"))
        self._has_left = True
        return self._message(self._phrase("bye"), is_aside=True) if self._is_polite() else None

    def _is_polite(self) -> bool:
        return self.story.rng.random() < SAYS_BYE

    # --- words

    def _phrase(self, name: str, *, book: str = "manners") -> str:
        return str(self.story.rng.choice(phrases(book)[name]))

    def _message(
        self, words: str, *, topic: Topic | None = None, is_aside: bool = False, rests: bool = False
    ) -> Message:
        voice, rng = self.persona.voice, self.story.rng
        text = in_voice(words, voice, rng, topic=topic, asked=self._asked)
        return Message(text, is_aside=is_aside, rests=rests)


def _button_of(time: Time, labels: Sequence[str]) -> str | None:
    """The button that shows this time."""
    return next((label for label in labels if time.label in label), None)
