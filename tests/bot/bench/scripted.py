"""A contestant for tests: it keeps what it was told, and can be made to fail in one way."""

import os
from collections import defaultdict
from collections.abc import Sequence

from bot.bench.errors import RequestError
from bot.bench.script import EXPECTED, SCRIPT, FinishedLead


class Scripted:
    """Answers every text and stores the expected lead once a sender has played the whole script."""

    title = "scripted"
    reached_by = "a call"

    def __init__(
        self,
        *,
        silent_at: str | None = None,
        forgets: str | None = None,
        breaks: bool = False,
        repeats_itself: bool = True,
        calls: list[str] | None = None,
        met: list[str] | None = None,
    ) -> None:
        self.calls = [] if calls is None else calls
        self.met = [] if met is None else met
        self.said: dict[str, list[str]] = defaultdict(list)
        self._silent_at = silent_at
        self._forgets = forgets
        self._breaks = breaks
        self._repeats_itself = repeats_itself

    def prepare(self) -> None:
        self.calls.append("prepare")

    def start(self) -> None:
        self.calls.append("start")

    def process_ids(self) -> Sequence[int]:
        return [os.getpid()]

    def send(self, sender: str, *, text: str) -> Sequence[str]:
        if self._breaks:
            raise RequestError(status=500, body="out of order")
        if sender not in self.said:
            self.met.append(sender)
        is_repeat = text in self.said[sender]
        self.said[sender].append(text)
        is_silent = text == self._silent_at or (is_repeat and not self._repeats_itself)
        return [] if is_silent else ["Noted."]

    def lead(self, sender: str) -> FinishedLead | None:
        played = self.said[sender][: len(SCRIPT)] == list(SCRIPT)
        return EXPECTED if played and sender != self._forgets else None

    def stop(self) -> None:
        self.calls.append("stop")
