"""Sizes told by their order only: "five figures", "low six figures", "tens of thousands"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

__all__ = ["VagueSize", "find_vague_sizes"]


@dataclass(frozen=True, slots=True)
class VagueSize:
    """An order of size and where it stands; both ends are meant inclusively."""

    low: Decimal
    high: Decimal
    start: int
    end: int


_COUNTS = {"four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8} | {str(n): n for n in range(4, 9)}
_THIRDS = {
    "low": (10, 40),
    "lower": (10, 40),
    "mid": (40, 70),
    "middle": (40, 70),
    "high": (70, 100),
    "upper": (70, 100),
}
_POWERS = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "lakh": 10**5, "crore": 10**7}

_FIGURES = re.compile(
    r"\b(?:(?P<third>low|lower|mid|middle|high|upper)(?:[ -]end)?[ -](?:of )?)?(?P<count>four|five|six"
    r"|seven|eight|[4-8])"
    r"[ -]?(?:figures?|figs?|digits?)\b(?:\s(?:sum|budget|amount))?"
)
_SEVERAL = re.compile(r"\bseveral (?P<power>dozen|hundred|thousand|million|lakh|crore)s?\b")
_PLURAL = re.compile(
    r"\b(?:(?:low|mid|high|upper)[ -])?(?:(?P<times>tens|dozens|hundreds|thousands) of )?"
    r"(?P<power>dozen|hundred|thousand|million|lakh"
    r"|crore)s\b(?! of (?:thousand|million))"
)
_FIGURES_PLURAL = re.compile(r"(?<![\w.,])(?P<power>10{1,6})'?s\b(?! of (?:thousand|million))")
_TIMES = {"tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1000}


def find_vague_sizes(text: str) -> tuple[VagueSize, ...]:
    """Every size of an aligned text that is told by its order only."""
    return (*_figures(text), *_several(text), *_plurals(text), *_plurals_in_figures(text))


def _figures(text: str) -> Iterator[VagueSize]:
    for match in _FIGURES.finditer(text):
        ten = Decimal(10) ** (_COUNTS[match["count"]] - 2)
        low, high = _THIRDS.get(match["third"] or "", (10, 100))
        yield VagueSize(low * ten, high * ten - 1, match.start(), match.end())


def _several(text: str) -> Iterator[VagueSize]:
    for match in _SEVERAL.finditer(text):
        power = Decimal(_POWERS[match["power"]])
        yield VagueSize(3 * power, 9 * power, match.start(), match.end())


def _plurals_in_figures(text: str) -> Iterator[VagueSize]:
    """ "100s", "1000's"."""
    for match in _FIGURES_PLURAL.finditer(text):
        low = Decimal(match["power"])
        yield VagueSize(low, low * 10 - 1, match.start(), match.end())


def _plurals(text: str) -> Iterator[VagueSize]:
    for match in _PLURAL.finditer(text):
        if re.search(
            r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|few|couple|of|hundred|half|quarter|and))\s?$",
            text[max(0, match.start() - 10) : match.start()],
        ):
            continue
        low = Decimal(_POWERS[match["power"]] * _TIMES.get(match["times"] or "", 1))
        yield VagueSize(low, low * 10 - 1, match.start(), match.end())
