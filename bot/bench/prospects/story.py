"""What a prospect tells of themselves: in which words, and what the bot should have kept of it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from bot.bench.prospects.claims import Claim
from bot.bench.prospects.facts import Fact
from bot.bench.prospects.persona import Persona, Voice
from bot.bench.prospects.phrases import phrases
from leads.domain.answers import Standing
from leads.domain.topics import Topic

__all__ = ["Story"]

REPEATS_CROSSLY = 0.3
OFTEN_TOLD_FIRST = (Topic.TIMEFRAME, Topic.BUDGET, Topic.AUTHORITY, Topic.EMPLOYEES)


@dataclass(slots=True)
class Story:
    """Words for the facts of one persona. `claims` are what was told last of every topic, `told_in` the
    messages it was told in; both are there once `sent` has taken the message."""

    persona: Persona
    rng: Random
    today: date = date.min
    is_put_right: bool = False
    claims: dict[Topic, Claim] = field(default_factory=dict)
    told_in: dict[Topic, list[str]] = field(default_factory=lambda: defaultdict(list))
    _on_the_tongue: dict[Topic, Claim] = field(default_factory=dict)

    @property
    def implied(self) -> set[Topic]:
        """Topics that may be inferred from what was told."""
        return {topic for told in self.claims for topic in self.persona.facts[told].implies}

    def may_put_right(self) -> bool:
        """Whether a mistake has been told."""
        return any(topic in self.claims for topic in self.persona.mistaken)

    def reply(self, topic: Topic) -> str:
        """An answer to the question about this topic."""
        fact = self._fact(topic)
        return self._say(fact, fact.reply)

    def again(self, topic: Topic) -> str:
        """The same in other words, as people do who have not been understood."""
        head = self.rng.choice(phrases("manners")["repeat_head"])
        return f"{head} {self.tell(topic)}" if self.rng.random() < REPEATS_CROSSLY else self.tell(topic)

    def tell(self, topic: Topic) -> str:
        """The same unasked."""
        fact = self._fact(topic)
        return self._say(fact, fact.telling or fact.reply)

    def put_right(self) -> str:
        """The truth, after a mistake."""
        self.is_put_right = True
        (topic,) = self.persona.mistaken
        fact = self._fact(topic)
        return self._say(fact, fact.correcting)

    def withhold(self, topic: Topic) -> str:
        """Not knowing, or not telling."""
        standing = self.persona.withheld[topic]
        name = "dont_know" if standing is Standing.UNKNOWN else "decline"
        words = str(self.rng.choice(phrases("manners")[name]))
        self._on_the_tongue[topic] = Claim(topic, words, told=False)
        return words

    def much(self) -> list[str]:
        """What some say right away."""
        also = [topic for topic in OFTEN_TOLD_FIRST if self._may_tell(topic)]
        chosen = self.rng.sample(also, min(len(also), 2))
        return [self.tell(topic) for topic in (Topic.NEED, *chosen)]

    def another(self, topic: Topic) -> Topic | None:
        """Something else that they have not told, can tell unasked, and do not want to hide."""
        untold = [other for other in Topic if other is not topic and self._may_tell(other)]
        return self.rng.choice(untold) if untold else None

    def sent(self, message: str) -> None:
        """The message with what was last put into words has gone."""
        for topic, claim in self._on_the_tongue.items():
            self.claims[topic] = claim
            self.told_in[topic].append(message)
        self._on_the_tongue = {}

    def _may_tell(self, topic: Topic) -> bool:
        is_said = topic in self.claims or topic in self.persona.withheld
        return not is_said and topic in self.persona.facts and bool(self._fact(topic).telling)

    def _fact(self, topic: Topic) -> Fact:
        """What they say about a topic now: a mistake until it is put right."""
        mistaken = None if self.is_put_right else self.persona.mistaken.get(topic)
        return mistaken or self.persona.facts[topic]

    def _say(self, fact: Fact, frames: Sequence[str]) -> str:
        is_brief = self.persona.voice is Voice.TERSE
        words, fields = fact.say(frames, self.rng, today=self.today, briefly=is_brief)
        self._on_the_tongue[fact.topic] = Claim(fact.topic, words, fields)
        return words
