"""The port for text messages: what is sent, what may become of it, and who sends it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from leads.domain.delivery import DeliveryStatus

__all__ = ["NotSent", "Refusal", "SendResult", "Sent", "Sms", "SmsSender"]


@dataclass(frozen=True, slots=True)
class Sms:
    """A text to one E.164 number; no longer than one message may be (see leads.domain.sms)."""

    recipient: str
    text: str


@dataclass(frozen=True, slots=True)
class Sent:
    """The carrier has taken it, and calls it by this id from now on."""

    provider_id: str
    status: DeliveryStatus


class Refusal(StrEnum):
    """Why a message was not sent, by what follows from it."""

    OPTED_OUT = "opted_out"  # they told the carrier to stop us: never again
    INVALID_NUMBER = "invalid_number"  # nobody can be texted there
    RATE_LIMITED = "rate_limited"  # later, and slower
    TRANSIENT = "transient"  # it did not get there: later
    UNCERTAIN = "uncertain"  # no answer: it may have been taken, so look before sending it again
    PERMANENT = "permanent"  # the same request would be refused again

    @property
    def may_pass(self) -> bool:
        """Whether the same message may go through later."""
        return self in {Refusal.RATE_LIMITED, Refusal.TRANSIENT, Refusal.UNCERTAIN}


@dataclass(frozen=True, slots=True)
class NotSent:
    """It was not taken, as far as we know; `code` is the carrier's own."""

    refusal: Refusal
    code: int | None = None


SendResult = Sent | NotSent


class SmsSender(Protocol):
    """Whoever brings texts to telephones. Both calls end within seconds, and tell failures by value."""

    async def send(self, sms: Sms) -> SendResult:
        """Hand the message over, once."""
        ...

    async def find(self, sms: Sms, *, since: datetime) -> SendResult | None:
        """The same message, if it was handed over since then; NotSent when there is no telling."""
        ...
