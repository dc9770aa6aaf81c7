"""One conversation with a contestant: what each turn cost, and what it left in the store."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.bench.contestant import Contestant
from bot.bench.script import EXPECTED, SCRIPT, FinishedLead

__all__ = ["Clock", "Conversation", "converse"]

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation that was held. `silent` are the numbers, from one, of turns that got no reply."""

    sender: str
    seconds: tuple[float, ...]
    silent: tuple[int, ...]
    lead: FinishedLead | None

    @property
    def faults(self) -> tuple[str, ...]:
        """What keeps a run from counting: no reply the first time through, or not the expected lead."""
        unanswered = [f"turn {turn} got no reply" for turn in self.silent if turn <= len(SCRIPT)]
        wrong = [] if self.lead == EXPECTED else [f"the store holds {self.lead}"]
        return tuple(f"{self.sender}: {what}" for what in (*unanswered, *wrong))

    @property
    def silent_repeats(self) -> int:
        """How many turns of a repeated script got no reply: a bot need not say all again."""
        return sum(turn > len(SCRIPT) for turn in self.silent)


def converse(contestant: Contestant, sender: str, *, turns: Iterable[str], clock: Clock) -> Conversation:
    """Play these turns, timing each by itself, then read the lead."""
    seconds: list[float] = []
    silent: list[int] = []
    for number, text in enumerate(turns, start=1):
        began = clock()
        replies = contestant.send(sender, text=text)
        seconds.append(clock() - began)
        if not any(replies):
            silent.append(number)
    return Conversation(sender, tuple(seconds), tuple(silent), contestant.lead(sender))
