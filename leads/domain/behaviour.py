"""What visits to a site mean: which pages say more than others, what is a new visit, what we say to it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from itertools import pairwise

from leads.domain.facts import Signal, SignalKind
from leads.domain.topics import Topic

__all__ = ["SEEN", "Pages", "Prompt", "Watching", "due", "is_same_look", "kind_of_view", "visits"]

#: The kinds of signal that looking at a page can be.
SEEN = frozenset(
    {
        SignalKind.PAGE_VIEW,
        SignalKind.REPEAT_VISIT,
        SignalKind.CAREERS_PAGE,
        SignalKind.QUOTE_REQUEST,
        SignalKind.DEMO_REQUEST,
    }
)


@dataclass(frozen=True)
class Pages:
    """Which paths mean more than a view. In a pattern `*` stands for anything; capitals do not matter."""

    patterns: Mapping[SignalKind, tuple[str, ...]]

    def kind_of(self, path: str) -> SignalKind | None:
        """What looking at this page means; None where it is a page like any other."""
        return next((kind for kind, pattern in self._compiled if pattern.fullmatch(path)), None)

    @cached_property
    def _compiled(self) -> list[tuple[SignalKind, re.Pattern[str]]]:
        return [(kind, _any_of(patterns)) for kind, patterns in self.patterns.items() if patterns]


@dataclass(frozen=True, slots=True)
class Prompt:
    """Something said unasked, after this many visits or after a signal of this kind.

    `asks` is the topic that the text asks about.
    """

    name: str
    text: str
    visits: int | None = None
    signal: SignalKind | None = None
    asks: Topic | None = None


@dataclass(frozen=True, slots=True)
class Watching:
    """How visits are read: after which pause a visit is another one, what pages mean, what is said to it."""

    pause: timedelta
    pages: Pages
    prompts: tuple[Prompt, ...] = ()


def visits(seen: Iterable[Signal], pause: timedelta) -> int:
    """How many visits these page views make, in whatever order they come."""
    times = sorted(signal.at for signal in seen if signal.kind in SEEN)
    returns = sum(later - earlier >= pause for earlier, later in pairwise(times))
    return returns + 1 if times else 0


def kind_of_view(path: str, *, before: Iterable[Signal], at: datetime, watching: Watching) -> SignalKind:
    """What looking at this page is: one thing only, so that no view counts twice.

    A page that means something is that; else the first of another visit is a repeat visit.
    """
    special = watching.pages.kind_of(path)
    if special is not None:
        return special
    earlier = [signal.at for signal in before if signal.kind in SEEN and signal.at <= at]
    is_back = bool(earlier) and at - max(earlier) >= watching.pause
    return SignalKind.REPEAT_VISIT if is_back else SignalKind.PAGE_VIEW


def is_same_look(path: str, *, before: Iterable[Signal], at: datetime, watching: Watching) -> bool:
    """Whether this page was looked at a moment ago: reloading it, or coming back to it, is nothing new."""
    return any(
        signal.kind in SEEN and signal.data.get("path") == path and at - signal.at < watching.pause
        for signal in before
    )


def due(watching: Watching, *, before: Sequence[Signal], now: Sequence[Signal]) -> Prompt | None:
    """The first prompt that what was seen now gives cause for."""
    kinds = {signal.kind for signal in now}
    count = visits((*before, *now), watching.pause)
    return next((prompt for prompt in watching.prompts if _is_due(prompt, kinds, count)), None)


def _is_due(prompt: Prompt, kinds: set[SignalKind], count: int) -> bool:
    return prompt.signal in kinds or (prompt.visits is not None and count >= prompt.visits)


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    written = (".*".join(re.escape(part) for part in pattern.split("*")) for pattern in patterns)
    return re.compile("|".join(written), re.IGNORECASE | re.DOTALL)
