"""What outcomes teach about the scoring file, arranged as the page shows it and the command prints it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from console.wording import WORDS, words
from leads.domain.calibration import Findings, Shortfall
from leads.domain.ladder import Forecast, Line, Rung, Suggestion
from leads.domain.learnt import Bin, Estimate, Quality, Scale, Weight

__all__ = [
    "Bar",
    "Curve",
    "Dot",
    "Row",
    "bar_of",
    "curve_of",
    "forecast_in_words",
    "missing_in_words",
    "quality_in_words",
    "rows",
    "rule_in_words",
    "rungs_by_line",
    "scale_in_words",
    "workload_in_words",
]

SIDE = 300
#: Points that a bar shows, from one end to the other.
FIRST, LAST = -60, 60
WIDE = 160
NOBODY = "leads of nobody"
MINUS, DASH = "\N{MINUS SIGN}", "\N{EN DASH}"


@dataclass(frozen=True, slots=True)
class Dot:
    """Leads whose chance was put alike: y downwards, the interval from `top` to `bottom`."""

    x: float
    y: float
    top: float
    bottom: float
    bin: Bin


@dataclass(frozen=True, slots=True)
class Curve:
    """What was said against what came true; on the diagonal both are the same."""

    side: int
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """An interval of points, cut at the ends of the scale; `present` is what the file says."""

    width: int
    start: float
    end: float
    middle: float
    present: float
    zero: float


@dataclass(frozen=True, slots=True)
class Row:
    """A rule, what it turned out to be worth, and whether that leaves its present points out."""

    weight: Weight
    name: str
    odds: str
    points: str
    bar: Bar | None
    is_off: bool


def curve_of(quality: Quality) -> Curve:
    """The calibration curve as a picture."""
    return Curve(SIDE, tuple(_dot(each) for each in quality.curve))


def rows(findings: Findings) -> list[Row]:
    """Every rule that a lead showed, in the order of the file."""
    return [_row(weight) for weight in findings.weights if weight.leads]


def bar_of(weight: Weight) -> Bar | None:
    """The interval of a rule's points as a picture; None where there are none."""
    points = weight.points
    if points is None:
        return None
    return Bar(
        width=WIDE,
        start=_along(points.low),
        end=_along(points.high),
        middle=_along(points.middle),
        present=_along(weight.rule.points),
        zero=_along(0),
    )


def rungs_by_line(findings: Findings) -> Mapping[Line, list[Rung]]:
    """The ladder, line by line, from the lowest rung to the highest; without those that move no lead."""
    moving = [rung for rung in findings.rungs if rung.leads]
    return {line: [rung for rung in moving if rung.line is line] for line in Line}


def rule_in_words(name: str) -> str:
    """A rule or a line, by its name in the file."""
    group, _, rule = name.partition(".")
    if group == "thresholds":
        return words(rule, "line")
    if rule in WORDS["signal"]:
        return words(rule, "signal")
    return f"{words(group, 'topic')}: {rule.replace('_', ' ')}"


def forecast_in_words(forecast: Forecast) -> str:
    """What a change brings in a month."""
    return ", ".join(_forecast_parts(forecast)) or "no call more or less"


def workload_in_words(suggestion: Suggestion | Rung, names: Mapping[str, str]) -> str:
    """Who has more or fewer calls in a month."""
    changes = sorted(suggestion.forecast.by_owner, key=lambda each: each[1])
    return ", ".join(
        f"{names.get(owner or '', 'leads of nobody')} {_signed(calls)}" for owner, calls in changes
    )


def missing_in_words(missing: Shortfall) -> str:
    """What is needed before anything can be learnt."""
    needed = ((missing.won, "won"), (missing.lost, "lost"))
    return " and ".join(f"{count} more {how}" for count, how in needed if count)


def scale_in_words(scale: Scale) -> str:
    """What a point of an axis is worth."""
    axis = words(scale.axis, "axis")
    if scale.doubling is None:
        return f"{axis}: it is not clear yet that its points tell who buys, so none of them is put right."
    return f"{axis}: every {scale.doubling:.0f} points double the odds of winning."


def quality_in_words(quality: Quality) -> Iterator[str]:
    """How good the chances are, on leads that were left out when they were learnt."""
    yield (
        f"Brier score {quality.brier:.3f}, the smaller the better: saying the same for everybody has "
        f"{quality.brier_of_base_rate:.3f}, the two scores alone {quality.brier_of_scores:.3f}."
    )
    yield f"In {quality.ranking:.0%} of pairs the lead that was won had the better chance; chance alone: 50%."


def _row(weight: Weight) -> Row:
    points = weight.points
    return Row(
        weight=weight,
        name=rule_in_words(weight.rule.name),
        odds=f"× {weight.odds.middle:.2g} ({weight.odds.low:.2g}{DASH}{weight.odds.high:.2g})",
        points=f"{_whole(points.middle)} ({_whole(points.low)} to {_whole(points.high)})" if points else DASH,
        bar=bar_of(weight),
        is_off=points is not None and points.excludes(weight.rule.points),
    )


def _forecast_parts(forecast: Forecast) -> Iterator[str]:
    kinds = (
        (forecast.calls_saved, "fewer", forecast.sales_at_risk, "at risk"),
        (forecast.calls_added, "more", forecast.sales_in_reach, "in reach"),
    )
    for calls, how, sales, where in kinds:
        if calls.middle:
            yield f"{_count(calls.middle)} {how} {_noun(calls, 'call')} a month"
            span = f"{sales.low:.0f}{DASH}{sales.high:.0f}"
            yield f"{_count(sales.middle)} {_noun(sales, 'sale')} {where} ({span})"


def _noun(estimate: Estimate, name: str) -> str:
    return name if _count(estimate.middle) == "1" else f"{name}s"


def _count(number: float) -> str:
    """A whole number, or one place of a small one."""
    return f"{number:.0f}" if number >= 3 or number == round(number) else f"{number:.1f}".removesuffix(".0")


def _signed(number: float) -> str:
    return f"{'+' if number > 0 else MINUS}{_count(abs(number))}"


def _whole(number: float) -> str:
    return f"{number:+.0f}".replace("-", MINUS) if round(number) else "0"


def _dot(each: Bin) -> Dot:
    return Dot(
        x=round(SIDE * each.said, 1),
        y=_down(each.share.middle),
        top=_down(each.share.high),
        bottom=_down(each.share.low),
        bin=each,
    )


def _down(share: float) -> float:
    return round(SIDE * (1 - share), 1)


def _along(points: float) -> float:
    return round(WIDE * (max(FIRST, min(LAST, points)) - FIRST) / (LAST - FIRST), 1)
