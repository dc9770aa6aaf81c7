"""`bantam bench turns`: one contestant after the other plays the script, and every lead is checked."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from time import perf_counter

from bot.bench.contestant import Contestant
from bot.bench.footprint import Footprint, footprint
from bot.bench.measures import Growth, Latency, growth, growth_turns, latency
from bot.bench.script import EXPECTED, SCRIPT, FinishedLead

__all__ = ["EARLY_TURN", "Outcome", "Plan", "measure"]

EARLY_TURN = 10

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is tried with each contestant. Every conversation plays the whole script."""

    warm_up: int
    conversations: int
    long_turns: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one contestant reached. It counts only when `faults` is empty.

    `silent_repeats` are turns of the long conversation that got no reply because all had been said before.
    """

    key: str
    title: str
    reached_by: str
    start_up_seconds: float
    idle: Footprint
    after: Footprint
    latency: Latency
    growth: Growth
    checked: int
    silent_repeats: int
    faults: tuple[str, ...]

    @property
    def counts(self) -> bool:
        """Whether all that was asked was answered and every conversation left the expected lead."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class _Conversation:
    sender: str
    seconds: tuple[float, ...]
    silent: tuple[int, ...]
    lead: FinishedLead | None

    @property
    def faults(self) -> list[str]:
        """What keeps the run from counting. A repeat may stay silent: a bot need not say all again."""
        unanswered = [f"turn {turn} got no reply" for turn in self.silent if turn <= len(SCRIPT)]
        wrong = [] if self.lead == EXPECTED else [f"the store holds {self.lead}"]
        return [f"{self.sender}: {what}" for what in (*unanswered, *wrong)]


def measure(key: str, contestant: Contestant, *, plan: Plan, clock: Clock = perf_counter) -> Outcome:
    """Start a contestant, warm it up, time its turns, check its store, and stop it whatever happens."""
    contestant.prepare()
    try:
        return _play(key, contestant, plan=plan, clock=clock)
    finally:
        contestant.stop()


def _play(key: str, contestant: Contestant, *, plan: Plan, clock: Clock) -> Outcome:
    began = clock()
    contestant.start()
    start_up = clock() - began
    idle = footprint(contestant.process_ids())

    def hold(kind: str, count: int, turns: Sequence[str]) -> list[_Conversation]:
        senders = (f"bench-{key}-{kind}-{number}" for number in range(1, count + 1))
        return [_converse(contestant, sender, turns=turns, clock=clock) for sender in senders]

    warm_up = hold("warm", plan.warm_up, SCRIPT)
    timed = hold("timed", plan.conversations, SCRIPT)
    length = growth_turns(plan.long_turns, window=len(SCRIPT))
    (long,) = hold("long", 1, tuple(islice(cycle(SCRIPT), length)))
    held = (*warm_up, *timed, long)
    return Outcome(
        key=key,
        title=contestant.title,
        reached_by=contestant.reached_by,
        start_up_seconds=start_up,
        idle=idle,
        after=footprint(contestant.process_ids()),
        latency=latency([seconds for conversation in timed for seconds in conversation.seconds]),
        growth=growth(long.seconds, early_turn=EARLY_TURN, late_turn=plan.long_turns, window=len(SCRIPT)),
        checked=len(held),
        silent_repeats=sum(turn > len(SCRIPT) for turn in long.silent),
        faults=tuple(fault for conversation in held for fault in conversation.faults),
    )


def _converse(contestant: Contestant, sender: str, *, turns: Iterable[str], clock: Clock) -> _Conversation:
    seconds: list[float] = []
    silent: list[int] = []
    for number, text in enumerate(turns, start=1):
        began = clock()
        replies = contestant.send(sender, text=text)
        seconds.append(clock() - began)
        if not any(replies):
            silent.append(number)
    return _Conversation(sender, tuple(seconds), tuple(silent), contestant.lead(sender))
