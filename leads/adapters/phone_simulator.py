"""Texts without a carrier: nothing leaves this machine, and every message arrives at once."""

import secrets
from datetime import datetime

from leads.domain.delivery import DeliveryStatus
from leads.services.sms import SendResult, Sent, Sms

__all__ = ["PhoneSimulator"]


class PhoneSimulator:
    """Stands in for a carrier where there are no credentials, or in a dry run.

    The outbox is the record of what was "sent"; the simulated phone shows it from there.
    """

    async def send(self, _: Sms) -> SendResult:
        """Take the message, under an id like Twilio's."""
        return Sent(f"SM{secrets.token_hex(16)}", DeliveryStatus.DELIVERED)

    async def find(self, _: Sms, *, since: datetime) -> SendResult | None:  # noqa: ARG002 - the port's shape
        """Nothing was handed to anybody, so nothing can be lost."""
        return None
