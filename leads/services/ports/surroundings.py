"""What the use cases need of the world: the time, new ids, where places are."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

__all__ = ["Clock", "NewId", "Nowhere", "Places"]


Clock = Callable[[], datetime]
NewId = Callable[[], str]


class Places(Protocol):
    """Time zones (IANA names) of places. All of them are guesses: people are told the zone they are shown."""

    def zone_of_number(self, number: str) -> str | None:
        """The zone a phone number (E.164) belongs to."""
        ...

    def zones_of_country(self, country: str) -> Sequence[str]:
        """Every zone of a country (ISO 3166 alpha-2), the main one first; none for no country."""
        ...


class Nowhere:
    """Places where nothing is known of any."""

    def zone_of_number(self, number: str) -> str | None:  # noqa: ARG002 - the port's signature
        """None."""
        return None

    def zones_of_country(self, country: str) -> Sequence[str]:  # noqa: ARG002 - the port's signature
        """None."""
        return ()
