"""What the bot makes of a message: the model's intent, the core's answers, in the shapes of a lead."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.answers import shapes_of
from bot.engine.engine import Engine
from leads.adapters.scoring_file import load_scoring
from leads.domain.parsing.context import Context
from leads.services.reading import answers
from leads.services.spoken import Spoken
from leads.settings import Settings

__all__ = ["Reader", "Understood"]


@dataclass(frozen=True, slots=True)
class Understood:
    """What a message is taken for, how surely, and the answers in it by topic."""

    intent: str | None
    confidence: float
    answers: dict[str, Any]

    def as_json(self) -> dict[str, Any]:
        """What `bantam understand` prints."""
        return {"intent": self.intent, "confidence": round(self.confidence, 4), "answers": self.answers}


class Reader:
    """One loaded model for any number of messages."""

    def __init__(self, settings: Settings, model: Path) -> None:
        self._engine = Engine(model)
        self._scoring = load_scoring(settings.project / settings.scoring_file).model

    async def read(self, text: str, context: Context) -> Understood:
        """Read a message as the bot would when it has just asked about `context.asking`."""
        reading = await self._engine.read(text, asking=context.asking)
        spoken = Spoken("", "", text, reading.intent or "", reading.confidence)
        parsed = answers(text, context, spoken)
        return Understood(
            reading.intent,
            reading.confidence,
            shapes_of(parsed, text, context, bar=self._scoring.bar),
        )
