"""Which scoring model is in force, as this process knows it."""

from collections.abc import Callable

from leads.domain.model import Loaded, ScoringModel

__all__ = ["ReadScoring", "Scoring"]

#: Reads the text of a scoring file. Raises FileError, naming the line, for what is wrong in it.
ReadScoring = Callable[[str], Loaded]


class Scoring:
    """The model in force, to be had at once from any thread, and how the text of another is read."""

    def __init__(self, model: ScoringModel, read: ReadScoring) -> None:
        self._model = model
        self.read = read

    @property
    def model(self) -> ScoringModel:
        """The model in force. It may be another one the next time: ask once for what belongs together."""
        return self._model

    def switch(self, model: ScoringModel) -> None:
        """From now on this one is in force; whoever has asked before goes on with what they got."""
        self._model = model
