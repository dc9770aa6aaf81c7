"""Time zones by phone number and country: guesses that are right for most."""

import pytest

from leads.adapters.time_zones import TimeZones
from leads.domain.zones import zone_named

ZONES = TimeZones()


@pytest.mark.parametrize(
    ("number", "zone"),
    [
        pytest.param("+12125550100", "America/New_York", id="an area code"),
        pytest.param("+13105550100", "America/Los_Angeles", id="another area code"),
        pytest.param("+14165550100", "America/Toronto", id="the same code, another country"),
        pytest.param("+18005550100", "America/New_York", id="no area: the main zone of the first country"),
        pytest.param("+442079460958", "Europe/London", id="a landline"),
        pytest.param("+447700900123", "Europe/London", id="a mobile"),
        pytest.param("+61412345678", "Australia/Sydney", id="a mobile in a country of many zones"),
        pytest.param("+919812345678", "Asia/Kolkata", id="today's name of the zone"),
        pytest.param("+999123", None, id="no country"),
        pytest.param("hello", None, id="no number"),
    ],
)
def test_the_zone_of_a_number(number: str, zone: str | None) -> None:
    assert ZONES.zone_of_number(number) == zone


@pytest.mark.parametrize(
    ("country", "main"),
    [("US", "America/New_York"), ("AU", "Australia/Sydney"), ("FR", "Europe/Paris"), ("DE", "Europe/Berlin")],
)
def test_the_main_zone_of_a_country_comes_first(country: str, main: str) -> None:
    zones = ZONES.zones_of_country(country)
    assert zones[0] == main
    assert all(zone_named(zone) for zone in zones)


@pytest.mark.parametrize("code", ["", "XX", "us", "../etc"])
def test_no_country_has_no_zones(code: str) -> None:
    assert ZONES.zones_of_country(code) == ()
