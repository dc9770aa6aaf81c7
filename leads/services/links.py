"""Addresses that people are given."""

from leads.domain.booking import Booking
from leads.domain.lead import Lead
from leads.services.core import Core

__all__ = ["card_link", "manage_link"]


def manage_link(core: Core, booking: Booking) -> str:
    """Where the prospect can see, move or cancel the meeting. Whoever has the link may."""
    return f"{core.public_url}/meetings/{booking.id}"


def card_link(core: Core, lead: Lead) -> str:
    """The lead's card in the console; it wants a login."""
    return f"{core.public_url}/console/leads/{lead.id}"
