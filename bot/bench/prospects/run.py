"""A run: prospects come, write in turn, and leave."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.bench.prospects.persona import Persona
from bot.bench.prospects.prospect import Message, Prospect, Seen
from bot.bench.prospects.stage import Stage
from bot.bench.prospects.verdict import Line, Played, Verdict, judge

__all__ = ["play"]

AT_ONCE = 10
BETWEEN_MESSAGES = timedelta(seconds=1)
OVER_NIGHT = timedelta(hours=20)


@dataclass(slots=True)
class _Seat:
    """A prospect with what they see and what has been said; `waiting` is what they write tomorrow."""

    prospect: Prospect
    seen: Seen = field(default_factory=Seen)
    lines: list[Line] = field(default_factory=list)
    waiting: Message | None = None


async def play(
    stage: Stage, personas: Iterable[Persona], *, seed: int, tell: Callable[[int], None] = lambda _: None
) -> list[Verdict]:
    """Let them all talk to the bot, and judge it; `tell` hears how many have left.

    A few talk at once, and the others come as these leave; messages are taken one after another, so that a
    run can be repeated. Those who fall silent write again the next day.
    """
    seats = [_Seat(Prospect.sit_down(persona, seed=seed)) for persona in personas]
    coming = list(seats)
    while coming:
        await _play_day(stage, coming, tell=lambda left: tell(len(seats) - left))
        coming = [seat for seat in seats if seat.waiting is not None]
        stage.clock.advance(OVER_NIGHT)
    return [
        judge(Played(seat.prospect, seat.lines, await stage.lead(seat.prospect.persona))) for seat in seats
    ]


async def _play_day(stage: Stage, coming: list[_Seat], *, tell: Callable[[int], None]) -> None:
    """Until everybody has left, or put it off until tomorrow."""
    present: deque[_Seat] = deque()
    outside = deque(coming)
    while present or outside:
        while outside and len(present) < AT_ONCE:
            present.append(outside.popleft())
        seat = present.popleft()
        if await _has_written(stage, seat):
            present.append(seat)
        tell(len(present) + len(outside))


async def _has_written(stage: Stage, seat: _Seat) -> bool:
    """Let this prospect write once; False when they do not, today or any more."""
    message, seat.waiting = seat.waiting, None
    if message is None:
        today = stage.clock.now.astimezone(ZoneInfo(seat.prospect.persona.zone)).date()
        message = seat.prospect.speak(seat.seen, today=today)
        if message is None or message.rests:
            seat.waiting = message
            return False
    stage.clock.advance(BETWEEN_MESSAGES)
    seen = seat.seen = await stage.tell(seat.prospect.persona, message)
    line = Line(
        message.text, message.is_aside, seen.texts, seen.labels, seen.asking, has_failed=seen.is_apology
    )
    seat.lines.append(line)
    return True
