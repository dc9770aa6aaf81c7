"""The qualification every contestant is put through, and the lead it must leave behind."""

from dataclasses import dataclass
from decimal import Decimal

__all__ = ["EXPECTED", "SCRIPT", "FinishedLead"]

SCRIPT = (
    "Hello",
    "I am interested in your product",
    "We need to answer our web leads faster",
    "How much does it cost?",
    "We want it running within three months",
    "Are you a bot?",
    "We have set aside 25000 euros",
    "I make the final decision",
    "Thank you for your help",
    "Goodbye",
)
"""Ten user turns: four answers of a form, and what people say around them."""


@dataclass(frozen=True, slots=True)
class FinishedLead:
    """What a contestant's own store holds about one sender: two raw answers and two parsed ones."""

    need: str | None
    timeframe: str | None
    budget: Decimal | None
    currency: str | None
    authority: str | None


EXPECTED = FinishedLead(
    need="We need to answer our web leads faster",
    timeframe="We want it running within three months",
    budget=Decimal(25_000),
    currency="EUR",
    authority="decider",
)
"""The lead that `SCRIPT` must leave in the store, however often it is repeated."""
