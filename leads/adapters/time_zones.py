"""Time zones by phone number and by country: from the numbering plan, and the table that tzdata brings."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import phonenumbers
from phonenumbers.timezone import time_zones_for_number

from leads.domain.zones import zone_named

__all__ = ["TimeZones"]

#: Where most people live, of countries that span several zones; the table lists zones from east to west.
MAIN = {
    "AR": "America/Argentina/Buenos_Aires",
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "CD": "Africa/Kinshasa",
    "CL": "America/Santiago",
    "CN": "Asia/Shanghai",
    "CY": "Asia/Nicosia",
    "DE": "Europe/Berlin",
    "EC": "America/Guayaquil",
    "ES": "Europe/Madrid",
    "ID": "Asia/Jakarta",
    "KZ": "Asia/Almaty",
    "MN": "Asia/Ulaanbaatar",
    "MX": "America/Mexico_City",
    "MY": "Asia/Kuala_Lumpur",
    "NZ": "Pacific/Auckland",
    "PT": "Europe/Lisbon",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
    "US": "America/New_York",
    "UZ": "Asia/Tashkent",
}


class TimeZones:
    """Guesses, good enough to show times in: people are told the zone and can name another."""

    def zone_of_number(self, number: str) -> str | None:
        """That of the area an E.164 number belongs to; the main one of its country where it has no area."""
        try:
            parsed = phonenumbers.parse(number)
        except phonenumbers.NumberParseException:
            return None
        by_code = phonenumbers.region_code_for_country_code(parsed.country_code or 0)
        country = phonenumbers.region_code_for_number(parsed) or by_code
        local = [zone for zone in time_zones_for_number(parsed) if zone_named(zone) and zone != "Etc/Unknown"]
        if len(local) == 1 and (zone := zone_named(local[0])):
            return _modern(zone.key, country)
        return next(iter(self.zones_of_country(country or "")), None)

    def zones_of_country(self, country: str) -> tuple[str, ...]:
        """The zones of an ISO 3166 country, the main one first; none for a code that does not exist."""
        zones = _table().get(country, ())
        main = MAIN.get(country, zones[0] if zones else None)
        return tuple(sorted(zones, key=lambda zone: zone != main))


def _modern(zone: str, country: str | None) -> str:
    """Today's name where a country has one zone only: "Asia/Calcutta" is "Asia/Kolkata" now."""
    zones = _table().get(country or "", ())
    return zones[0] if len(zones) == 1 else zone


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    zones: dict[str, list[str]] = defaultdict(list)
    for line in (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            country, _, zone, *_ = line.split("\t")
            zones[country].append(zone)
    return {country: tuple(names) for country, names in zones.items()}
