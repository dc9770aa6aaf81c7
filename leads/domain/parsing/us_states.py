"""The states of the USA: what each is called, its postal code, and the clock most of it goes by."""

import re

from leads.domain.parsing.tables import words

__all__ = ["STATE_NAMES", "STATE_ZONES", "with_states_in_full"]

_STATES = """
AL America/Chicago alabama
AK America/Anchorage alaska
AZ America/Phoenix arizona
AR America/Chicago arkansas
CA America/Los_Angeles california
CO America/Denver colorado
CT America/New_York connecticut
DE America/New_York delaware
DC America/New_York district of columbia
FL America/New_York florida
GA America/New_York georgia usa
HI Pacific/Honolulu hawaii
ID America/Boise idaho
IL America/Chicago illinois
IN America/Indiana/Indianapolis indiana
IA America/Chicago iowa
KS America/Chicago kansas
KY America/New_York kentucky
LA America/Chicago louisiana
ME America/New_York maine
MD America/New_York maryland
MA America/New_York massachusetts
MI America/Detroit michigan
MN America/Chicago minnesota
MS America/Chicago mississippi
MO America/Chicago missouri
MT America/Denver montana
NE America/Chicago nebraska
NV America/Los_Angeles nevada
NH America/New_York new hampshire
NJ America/New_York new jersey
NM America/Denver new mexico
NY America/New_York new york state
NC America/New_York north carolina
ND America/Chicago north dakota
OH America/New_York ohio
OK America/Chicago oklahoma
OR America/Los_Angeles oregon
PA America/New_York pennsylvania
RI America/New_York rhode island
SC America/New_York south carolina
SD America/Chicago south dakota
TN America/Chicago tennessee
TX America/Chicago texas
UT America/Denver utah
VT America/New_York vermont
VA America/New_York virginia
WA America/Los_Angeles washington state
WV America/New_York west virginia
WI America/Chicago wisconsin
WY America/Denver wyoming
"""
_ROWS = [line.split(" ", 2) for line in _STATES.strip().splitlines()]
_NAME_OF = {code: name for code, _, name in _ROWS}
# Codes that stand for no country as well, and for no word when they are written in capitals.
_NO_COUNTRIES = words("AK CT DC FL HI IA KS MI ND NH NJ NV NY OH RI TX UT VT WA WI WV WY")

STATE_NAMES: tuple[str, ...] = tuple(_NAME_OF.values())
STATE_ZONES: dict[str, str] = {name: zone for _, zone, name in _ROWS}

_TOWN_AND_CODE = re.compile(
    rf"(?<=[^\W\d_])(?P<joint>,? )(?P<code>{'|'.join(sorted(_NO_COUNTRIES))})\b"
    r"(?=\s*(?:$|[.,;!?)]|and\b))"
)
_TOWN_AND_ZIP = re.compile(
    rf"(?<=[^\W\d_])(?P<joint>,? )(?P<code>{'|'.join(_NAME_OF)})(?=\s+\d{{5}}(?:-\d{{4}})?\b)"
)


def with_states_in_full(text: str) -> str:
    """The text with the postal code behind a town, or alone, written out: "Dayton, OH" is Dayton, ohio."""
    alone = text.strip(" .!")
    if alone in _NO_COUNTRIES:
        return _NAME_OF[alone]
    for pattern in (_TOWN_AND_ZIP, _TOWN_AND_CODE):
        text = pattern.sub(lambda match: f"{match['joint']}{_NAME_OF[match['code']]}", text)
    return text
