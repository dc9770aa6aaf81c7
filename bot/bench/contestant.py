"""What the bench asks of whoever takes part."""

from collections.abc import Sequence
from typing import Protocol

from bot.bench.script import FinishedLead

__all__ = ["Contestant"]


class Contestant(Protocol):
    """A bot that qualifies leads. It is called one call at a time, in the order below."""

    @property
    def title(self) -> str:
        """Its name in the table."""
        ...

    @property
    def reached_by(self) -> str:
        """How a message gets in and a reply out, in a few words."""
        ...

    def prepare(self) -> None:
        """Do once what a deployment does before it starts (install, train); not measured."""
        ...

    def start(self) -> None:
        """Return when the first message can be answered, with an empty store. Timed as the start-up."""
        ...

    def process_ids(self) -> Sequence[int]:
        """The processes that were started; their children are found by the bench."""
        ...

    def send(self, sender: str, *, text: str) -> Sequence[str]:
        """Play one turn and return the texts of the replies. Timed as the cost of the turn."""
        ...

    def lead(self, sender: str) -> FinishedLead | None:
        """What the store holds about a sender, read from the store itself."""
        ...

    def stop(self) -> None:
        """End every process that was started; allowed at any time, also after a failed start."""
        ...
