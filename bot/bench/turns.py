"""`bantam bench turns`: the contestants play the script in turn, and every lead is checked."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import cycle, islice
from time import perf_counter

from bot.bench.contestant import Contestant
from bot.bench.conversation import Clock, Conversation, converse
from bot.bench.footprint import Footprint, footprint
from bot.bench.measures import Growth, Latency, growth, growth_turns, latency
from bot.bench.script import SCRIPT

__all__ = ["EARLY_TURN", "Outcome", "Plan", "compete"]

EARLY_TURN = 10


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is tried with each contestant. Every conversation plays the whole script."""

    warm_up: int
    conversations: int
    long_turns: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one contestant reached. It counts only when `faults` is empty."""

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


@dataclass(slots=True)
class _Entrant:
    """A contestant that is up, and the conversations it has held."""

    key: str
    contestant: Contestant
    start_up_seconds: float
    idle: Footprint
    held: dict[str, list[Conversation]] = field(default_factory=dict)

    def hold(self, kind: str, turns: Sequence[str], *, clock: Clock) -> None:
        held = self.held.setdefault(kind, [])
        sender = f"bench-{self.key}-{kind}-{len(held) + 1}"
        held.append(converse(self.contestant, sender, turns=turns, clock=clock))

    def outcome(self, plan: Plan) -> Outcome:
        (long,) = self.held["long"]
        every = [conversation for held in self.held.values() for conversation in held]
        timed = [seconds for conversation in self.held["timed"] for seconds in conversation.seconds]
        return Outcome(
            key=self.key,
            title=self.contestant.title,
            reached_by=self.contestant.reached_by,
            start_up_seconds=self.start_up_seconds,
            idle=self.idle,
            after=footprint(self.contestant.process_ids()),
            latency=latency(timed),
            growth=growth(long.seconds, early_turn=EARLY_TURN, late_turn=plan.long_turns, window=len(SCRIPT)),
            checked=len(every),
            silent_repeats=long.silent_repeats,
            faults=tuple(fault for conversation in every for fault in conversation.faults),
        )


def compete(
    contestants: Mapping[str, Contestant],
    *,
    plan: Plan,
    tell: Callable[[str], None],
    clock: Clock = perf_counter,
) -> tuple[Outcome, ...]:
    """Prepare, start and measure the contestants, and stop them whatever happens.

    Timed conversations go round: one with each contestant, then the next with each, so that whatever else the
    machine does meets all of them alike. Only one turn is ever in play. `tell` hears what is going on.
    """
    for key, contestant in contestants.items():
        tell(f"preparing ({key}) {contestant.title}")
        contestant.prepare()
    with ExitStack() as running:
        entrants = [
            _enter(key, contestant, running=running, tell=tell, clock=clock)
            for key, contestant in contestants.items()
        ]
        _hold_all(entrants, plan=plan, tell=tell, clock=clock)
        return tuple(entrant.outcome(plan) for entrant in entrants)


def _enter(
    key: str, contestant: Contestant, *, running: ExitStack, tell: Callable[[str], None], clock: Clock
) -> _Entrant:
    tell(f"starting ({key}) {contestant.title}")
    running.callback(contestant.stop)
    began = clock()
    contestant.start()
    return _Entrant(key, contestant, clock() - began, footprint(contestant.process_ids()))


def _hold_all(entrants: Sequence[_Entrant], *, plan: Plan, tell: Callable[[str], None], clock: Clock) -> None:
    long = tuple(islice(cycle(SCRIPT), growth_turns(plan.long_turns, window=len(SCRIPT))))
    rounds = (("warm", plan.warm_up, SCRIPT), ("timed", plan.conversations, SCRIPT), ("long", 1, long))
    for kind, count, turns in rounds:
        for number in range(1, count + 1):
            tell(f"{kind} conversations, round {number} of {count}")
            for entrant in entrants:
                entrant.hold(kind, turns, clock=clock)
