"""The time zone somebody names, by a city or by what the zone is called: "Sydney", "London time", "PST"."""

import re
from collections.abc import Iterator

from leads.domain.parsing.tables import words
from leads.domain.parsing.us_states import STATE_ZONES, with_states_in_full
from leads.domain.parsing.wording import clean, folded
from leads.domain.zones import zone_names

__all__ = ["read_city_zone", "read_zone"]

# Places that no zone is named after; an indented line goes on with the zone above it.
_MORE_CITIES = """
America/Los_Angeles san francisco, sf, bay area, seattle, portland, san diego, san jose, oakland, las
    vegas, sacramento, la
America/Denver salt lake city, albuquerque
America/Phoenix tucson
America/Chicago dallas, houston, austin, san antonio, minneapolis, st louis, kansas city, milwaukee, new
    orleans, nashville, memphis
America/New_York nyc, boston, philadelphia, atlanta, miami, washington dc, orlando, tampa, charlotte,
    raleigh, pittsburgh, cleveland, columbus
America/Toronto montreal, ottawa, ontario, quebec
America/Edmonton calgary, alberta
America/Vancouver british columbia
America/Sao_Paulo rio de janeiro, rio, brasilia
Australia/Sydney canberra, new south wales
Australia/Melbourne victoria
Australia/Brisbane gold coast, queensland, cairns
Australia/Perth western australia
Asia/Kolkata mumbai, delhi, new delhi, bangalore, bengaluru, chennai, hyderabad, pune
Asia/Shanghai beijing, shenzhen, guangzhou
Europe/Berlin munich, hamburg, frankfurt, cologne
Europe/Lisbon porto
Atlantic/Canary canary islands, tenerife, las palmas, gran canaria
Asia/Yekaterinburg ekaterinburg
America/Monterrey monterrey
America/Winnipeg manitoba
America/Regina saskatchewan, saskatoon
America/Halifax nova scotia, new brunswick
America/St_Johns newfoundland
Australia/Hobart tasmania
Australia/Adelaide south australia
Australia/Darwin northern territory
"""
_CALLED = {
    "America/New_York": "est edt et eastern",
    "America/Chicago": "cst cdt ct central",
    "America/Denver": "mst mdt mt mountain",
    "America/Los_Angeles": "pst pdt pt pacific",
    "Europe/London": "gmt bst uk british",
    "Europe/Berlin": "cet cest mez german",
    "Europe/Athens": "eet eest",
    "Asia/Kolkata": "ist indian",
    "Australia/Sydney": "aest aedt",
    "Australia/Perth": "awst",
    "Asia/Tokyo": "jst",
    "Asia/Singapore": "sgt",
    "Pacific/Auckland": "nzst nzdt",
    "UTC": "utc",
}
#: Said with "time" behind them only; by themselves they are other words.
_WITH_TIME = words("et ct mt pt eastern central mountain pacific uk british german indian ist bst cst")
_NOT_AREAS = words("Etc US Canada Brazil Chile Mexico")
_NO_PLACES = words("easter center knox general vincent jersey man")


def _cities() -> Iterator[tuple[str, str]]:
    for zone in sorted(zone_names()):
        area, _, city = zone.rpartition("/")
        if area and area.split("/")[0] not in _NOT_AREAS:
            yield folded(city.replace("_", " ")), zone
    for entry in _MORE_CITIES.strip().replace("\n    ", " ").splitlines():
        zone, _, listed = entry.partition(" ")
        yield from ((city.strip(), zone) for city in listed.split(","))
    yield from STATE_ZONES.items()


_CITY = {city: zone for city, zone in _cities() if city not in _NO_PLACES}
_NAME = {name: zone for zone, names in _CALLED.items() for name in names.split()}
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_LONGEST = 3  # words


def read_zone(text: str) -> str | None:
    """The IANA name of a zone that is called by its name or by a city's time: "PST", "Sydney time"."""
    said = _said(text)
    for at, word in enumerate(said):
        is_time = said[at + 1 : at + 2] in (["time"], ["timezone"])
        if word in _NAME and (is_time or word not in _WITH_TIME):
            return _NAME[word]
    before = next((said[:at] for at, word in enumerate(said) if word in ("time", "timezone")), [])
    return next((zone for name, zone in _named(before) if before[-len(name.split()) :] == name.split()), None)


def read_city_zone(text: str) -> str | None:
    """The IANA name of the zone of the first city the text names, if any. Whose city it is, is not asked."""
    return next((zone for _, zone in _named(_said(with_states_in_full(clean(text))))), None)


def _said(text: str) -> list[str]:
    return _WORD.findall(folded(clean(text)).replace(".", ""))


def _named(said: list[str]) -> Iterator[tuple[str, str]]:
    for start in range(len(said)):
        for size in range(_LONGEST, 0, -1):
            name = " ".join(said[start : start + size])
            if name in _CITY:
                yield name, _CITY[name]
                break
