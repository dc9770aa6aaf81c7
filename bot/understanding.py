"""What the bot makes of a message: the model's intent, the core's answers, in the shapes of a lead."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.answers import answers_in
from bot.engine.engine import Engine
from leads.adapters.scoring_file import load_scoring
from leads.domain.parsing.context import Context
from leads.domain.topics import Topic
from leads.settings import Settings

__all__ = ["Reader"]


class Reader:
    """One loaded model for any number of messages."""

    def __init__(self, settings: Settings, model: Path) -> None:
        self._engine = Engine(model)
        self._scoring = load_scoring(settings.project / settings.scoring_file).model

    async def read(
        self, text: str, *, asking: str | None = None, now: datetime | None = None, country: str | None = None
    ) -> dict[str, Any]:
        """Intent, confidence, and the answers by topic."""
        moment = now or datetime.now(UTC)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        topic = Topic(asking) if asking in set(Topic) else None
        reading = await self._engine.read(text)
        return {
            "intent": reading.intent,
            "confidence": round(reading.confidence, 4),
            "answers": answers_in(
                text, Context(now=moment, asking=topic, country=country), bar=self._scoring.bar
            ),
        }
