"""Zones as people call them: by a city, by its time, by three letters."""

import pytest

from leads.domain.parsing.zone_names import read_city_zone, read_zone


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("what's that in London time?", "Europe/London"),
        ("Sydney time please", "Australia/Sydney"),
        ("I'm on PST", "America/Los_Angeles"),
        ("could we do 2pm eastern time", "America/New_York"),
        ("11 CET works", "Europe/Berlin"),
        ("the time is fine", None),
        ("that's central to us", None),
        ("2 in the morning?", None),
        ("first one", None),
    ],
)
def test_a_zone_called_by_its_name(text: str, zone: str | None) -> None:
    assert read_zone(text) == zone


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("I'm in Sydney", "Australia/Sydney"),
        ("We are based in São Paulo", "America/Sao_Paulo"),
        ("san francisco, ca", "America/Los_Angeles"),
        ("Munich", "Europe/Berlin"),
        ("Ohio", "America/New_York"),
        ("we're in Texas", "America/Chicago"),
        ("Fargo, ND", "America/Chicago"),
        ("Salem, OR 97301", "America/Los_Angeles"),
        ("HI", "Pacific/Honolulu"),
        ("Hi", None),
        ("Saskatchewan", "America/Regina"),
        ("new york city", "America/New_York"),
        ("somewhere quiet", None),
        ("", None),
    ],
)
def test_the_zone_of_a_city(text: str, zone: str | None) -> None:
    assert read_city_zone(text) == zone
