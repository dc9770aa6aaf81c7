"""Which clock a lead goes by: as told, as their browser said, or guessed from country and number."""

from collections.abc import Collection
from dataclasses import replace

from leads.domain.answers import Text
from leads.domain.conversation import Conversation
from leads.domain.facts import Facts
from leads.domain.lead import Lead
from leads.domain.parsing.zone_names import read_city_zone, read_zone
from leads.domain.topics import Topic
from leads.services.core import Core

__all__ = ["located"]


def located(
    core: Core, lead: Lead, conversation: Conversation, facts: Facts, *, told: Collection[Topic], words: str
) -> Lead:
    """The lead with the time zone to show times in; the same lead when nothing better is known.

    What they say themselves counts most, then what their browser said, then their country, then their number.
    `told` are the topics of the message in `words`.
    """
    zone = (
        _named(core, conversation, facts, told, words)
        or _of_told_country(core, lead, facts, told)
        or lead.timezone
        or next(iter(core.places.zones_of_country(_country(facts))), None)
        or (core.places.zone_of_number(lead.phone) if lead.phone else None)
    )
    return lead if zone == lead.timezone else replace(lead, timezone=zone)


def _named(
    core: Core, conversation: Conversation, facts: Facts, told: Collection[Topic], words: str
) -> str | None:
    """A zone named as such while times are on the table, or the city they say they are in."""
    if conversation.asking is Topic.SLOT and (zone := read_zone(words)):
        return zone
    city = read_city_zone(words) if Topic.COUNTRY in told else None
    return city if city in core.places.zones_of_country(_country(facts)) else None


def _of_told_country(core: Core, lead: Lead, facts: Facts, told: Collection[Topic]) -> str | None:
    """The main zone of the country just told, unless their clock is one of that country already."""
    zones = core.places.zones_of_country(_country(facts)) if Topic.COUNTRY in told else ()
    return next(iter(zones), None) if lead.timezone not in zones else None


def _country(facts: Facts) -> str:
    value = facts.value(Topic.COUNTRY)
    return value.text if isinstance(value, Text) else ""
