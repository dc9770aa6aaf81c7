"""Which scoring model is in force, as this process knows it, and the port to its file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from leads.domain.model import Loaded, Persona, ScoringModel

__all__ = ["PersonaBand", "Place", "Scoring", "ScoringFiles"]

#: Where a value stands in the file, as ("answers", "budget", "bands", "reaches_floor", "points").
Place = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonaBand:
    """A band of roles: who they are by the words of their titles, and what that is worth."""

    name: str
    words: tuple[str, ...]
    persona: Persona | None
    points: int
    reason: str


class ScoringFiles(Protocol):
    """Reading the text of a scoring file, and changing it where comments and layout stay.

    All raise FileError, naming the line, for what is wrong.
    """

    def read(self, text: str) -> Loaded: ...
    def replaced(self, text: str, values: Mapping[Place, str]) -> str:
        """With other single values at these places."""
        ...

    def with_persona(self, text: str, band: PersonaBand) -> str:
        """With this band of roles in place of the one of its name, or as the first that is looked at."""
        ...

    def without_persona(self, text: str, name: str) -> str:
        """Without the band of roles of this name."""
        ...


class Scoring:
    """The model in force, to be had at once from any thread, and the files that models are read from."""

    def __init__(self, model: ScoringModel, files: ScoringFiles) -> None:
        self._model = model
        self.files = files

    @property
    def model(self) -> ScoringModel:
        """The model in force. It may be another one the next time: ask once for what belongs together."""
        return self._model

    def switch(self, model: ScoringModel) -> None:
        """From now on this one is in force; whoever has asked before goes on with what they got."""
        self._model = model
