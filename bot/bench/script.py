"""The qualification every contestant is put through, and the lead it must leave behind."""

from dataclasses import dataclass

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

    need: str
    timeframe: str
    budget: int
    currency: str
    authority: str


EXPECTED = FinishedLead(
    need="We need to answer our web leads faster",
    timeframe="We want it running within three months",
    budget=25_000,
    currency="EUR",
    authority="decider",
)
"""The lead that `SCRIPT` must leave in the store, however often it is repeated."""
