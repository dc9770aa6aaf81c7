"""The scoring file: what is in the one we ship, and how the mistakes of those who edit it are told."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from leads.adapters.scoring_file import load_scoring
from leads.domain.answers import Text
from leads.domain.bant import Criterion
from leads.domain.conditions import CriterionIs, Judged, Words
from leads.domain.facts import SignalKind
from leads.domain.lead import DispositionReason
from leads.domain.ledger import Kind
from leads.domain.matrix import Axis, Quadrant, Thresholds
from leads.domain.model import Band, Loaded, Peak, Persona
from leads.domain.money import Money
from leads.domain.parsing.industry import INDUSTRIES
from leads.domain.topics import Topic
from leads.services.errors import FileError
from tests.leads.domain.prospects import SCORING_FILE, TODAY

SHIPPED = SCORING_FILE.read_text(encoding="utf-8")


def loaded(folder: Path, text: str) -> Loaded:
    file = folder / "scoring.yml"
    file.write_text(text, encoding="utf-8")
    return load_scoring(file)


def edited(old: str, new: str) -> str:
    """The shipped file with one change in it."""
    assert SHIPPED.count(old) == 1, f"{old!r} must stand in the file once"
    return SHIPPED.replace(old, new)


def test_the_shipped_file_holds_the_numbers_of_the_domain(tmp_path: Path) -> None:
    model = loaded(tmp_path, SHIPPED).model
    assert model.thresholds == Thresholds(fit=50, interest=50)
    assert model.ready_line == 60
    assert model.bar.floor == Money(Decimal(5_000), "USD")
    assert model.bar.horizon_days == 183
    assert model.bar.rates["USD"] == 1
    assert model.segments == (
        "demographic",
        "firmographic",
        "budget_and_authority",
        "need_and_timeframe",
        "behaviour",
    )


def test_the_shipped_file_brings_no_warning(tmp_path: Path) -> None:
    assert loaded(tmp_path, SHIPPED).warnings == ()


def test_a_band_is_read_whole(tmp_path: Path) -> None:
    rules = loaded(tmp_path, SHIPPED).model.answers
    assert rules[Topic.BUDGET].bands[0] == Band(
        name="reaches_floor",
        when=CriterionIs(Criterion.MET),
        points=30,
        reason="Budget of {budget} reaches our floor of {floor}",
    )
    assert rules[Topic.BUDGET].axis is Axis.FIT
    assert rules[Topic.BUDGET].kind is Kind.EXPLICIT
    assert rules[Topic.EMAIL].kind is Kind.IMPLICIT
    assert rules[Topic.ROLE].bands[0].persona is Persona.ANTI


def test_follow_ups_are_read(tmp_path: Path) -> None:
    touches = loaded(tmp_path, SHIPPED).model.touches
    assert touches.by_quadrant[Quadrant.GOOD_FIT_LESS_INTERESTED] == 14
    assert touches.by_reason[DispositionReason.NO_BUDGET] == 180
    assert touches.by_reason[DispositionReason.NOT_A_FIT] is None


def test_norway_is_a_country_not_a_no(tmp_path: Path) -> None:
    served = loaded(tmp_path, SHIPPED).model.answers[Topic.COUNTRY].bands[1]
    assert served.when.holds(Judged(Text("NO"), Criterion.UNKNOWN, TODAY))


def test_the_industries_of_the_shipped_file_are_those_the_bot_can_hear(tmp_path: Path) -> None:
    (target,) = loaded(tmp_path, SHIPPED).model.answers[Topic.INDUSTRY].bands
    assert isinstance(target.when, Words)
    assert set(target.when.phrases) <= set(Words.of(INDUSTRIES).phrases)


def test_a_segment_switched_off_takes_its_rules_with_it(tmp_path: Path) -> None:
    model = loaded(tmp_path, edited("  firmographic: on", "  firmographic: off")).model
    assert "firmographic" not in model.segments
    assert not {Topic.EMPLOYEES, Topic.INDUSTRY, Topic.COUNTRY} & set(model.answers)
    assert Topic.ROLE in model.answers
    silent = loaded(tmp_path, edited("  behaviour: on", "  behaviour: off")).model
    assert (silent.signals, silent.cycles) == ((), None)


def test_more_than_five_active_segments_bring_a_warning(tmp_path: Path) -> None:
    line = line_of(SHIPPED, "segments:\n")
    six = edited("  behaviour: on", "  behaviour: on\n  technographic: on")
    assert loaded(tmp_path, six).warnings == (
        f"scoring.yml line {line}: 6 data segments are active; "
        "start with three to 5, more make the scores hard to explain",
    )
    spare = edited("  behaviour: on", "  behaviour: on\n  technographic: off")
    assert loaded(tmp_path, spare).warnings == ()


def test_the_version_names_the_content_and_not_the_layout(tmp_path: Path) -> None:
    version = loaded(tmp_path, SHIPPED).model.version
    assert version.startswith("first-guesses-")
    assert len(version) <= 32
    assert loaded(tmp_path, f"# note\n{SHIPPED}\n").model.version == version
    assert (
        loaded(tmp_path, edited('points: 30, reason: "Budget', 'points: 31, reason: "Budget')).model.version
        != version
    )
    assert loaded(tmp_path, edited("first-guesses", "second")).model.version.startswith("second-")


def test_the_order_of_bands_is_part_of_the_version(tmp_path: Path) -> None:
    first, second = "      decider: {", "      shared: {"
    swapped = edited(first, "      x: {").replace(second, first).replace("      x: {", second)
    assert loaded(tmp_path, swapped).model.version != loaded(tmp_path, SHIPPED).model.version


def test_the_same_file_gives_the_same_model(tmp_path: Path) -> None:
    model = loaded(tmp_path, SHIPPED).model
    assert loaded(tmp_path, SHIPPED).model == model
    assert replace(model, version="") == replace(loaded(tmp_path, f"# x\n{SHIPPED}").model, version="")


def test_every_signal_is_worth_something_or_starts_a_cycle(tmp_path: Path) -> None:
    scored = {kind for group in loaded(tmp_path, SHIPPED).model.signals for kind in group.signals}
    assert scored == set(SignalKind) - {SignalKind.PURCHASE}


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        pytest.param(
            "cap: 60", "cap: sixty", "cap must be a whole number, got 'sixty'", id="word for number"
        ),
        pytest.param("cap: 60", "cap: 6.5", "cap must be a whole number, got '6.5'", id="fraction"),
        pytest.param("cap: 60", "cap: -1", "cap must be at least 0, got -1", id="negative cap"),
        pytest.param("cap: 60", "cap:", "cap is empty", id="nothing"),
        pytest.param("cap: 60", "cap: [60]", "cap must be a single value", id="list for value"),
        pytest.param("cap: 60", "cap: 999", "cap must be at most 100, got 999", id="too much"),
        pytest.param(
            "cap: 60", "cop: 60", "cop means nothing in requests; known are cap, reason, kinds", id="typo"
        ),
        pytest.param(
            'points: 35, reason: "Named',
            'points: ten, reason: "Named',
            "points must be a whole number, got 'ten'",
            id="points",
        ),
        pytest.param(
            'points: 35, reason: "Named', 'reason: "Named', "points is missing in named", id="no points"
        ),
        pytest.param(
            "{level: shared, ", "{", "shared must have exactly one of criterion, level", id="no condition"
        ),
        pytest.param(
            "{level: shared, ",
            "{level: shared, criterion: met, ",
            "shared must have exactly one of criterion, level",
            id="two conditions",
        ),
        pytest.param(
            "{level: shared, ",
            "{people: {to: 3}, ",
            "people means nothing in shared; known are points, reason, persona, criterion, level",
            id="condition of another topic",
        ),
        pytest.param(
            "level: shared",
            "level: boss",
            "level must be one of decider, shared, influencer, none, got 'boss'",
            id="unknown level",
        ),
        pytest.param(
            "{from: 5, to: 19}",
            "{from: 19, to: 5}",
            "people are from 19 to 5: the first must not be larger",
            id="range turned round",
        ),
        pytest.param(
            "{any: true, points: 10",
            "{any: false, points: 10",
            "any must be true where it is used",
            id="any that is none",
        ),
        pytest.param(
            "  need:\n",
            "  needs:\n",
            "needs is not one of need, current_solution, timeframe, budget",
            id="unknown topic",
        ),
        pytest.param(
            "quote_request: {",
            "quote: {",
            "quote is not one of page_view, repeat_visit, quote_request",
            id="unknown signal",
        ),
        pytest.param(
            "form_submit: {",
            "page_view: {",
            "page_view stands in more than one group",
            id="signal in two groups",
        ),
        pytest.param(
            'floor of {floor}"}\n      below',
            'floor of {flour}"}\n      below',
            "reason mentions {flour}; what it may mention here: {floor}, {horizon}, {budget}",
            id="unknown placeholder",
        ),
        pytest.param(
            "Visits count for {cap} points",
            "Visits count for {cap points",
            "reason has a brace that does not close or open (",
            id="open brace",
        ),
        pytest.param(
            "Viewed a page",
            "Viewed {0}",
            "reason mentions {0}; what it may mention here: none",
            id="placeholder where there is none",
        ),
        pytest.param(
            "Visits count for {cap} points",
            "Visits count for {cap.real} points",
            "reason mentions {cap.real}",
            id="attribute",
        ),
        pytest.param(
            "  fit: 50", "  fit: 0", "fit must be at least 1, got 0", id="threshold without a low side"
        ),
        pytest.param("  fit: 50", "  fit: 50\n  fit: 60", "fit is there twice in thresholds", id="twice"),
        pytest.param(
            "    segment: need_and_timeframe\n    bands:\n      soon",
            "    segment: needs\n    bands:\n      soon",
            "needs is not one of the segments: demographic, firmographic",
            id="unknown segment",
        ),
        pytest.param(
            "behaviour: on", "behaviour: maybe", "behaviour must be on or off, got 'maybe'", id="switch"
        ),
        pytest.param(
            "label: first-guesses",
            "label: First Guesses!",
            "label must be up to 20 small letters",
            id="label",
        ),
        pytest.param("currency: USD}", "currency: dollars}", "'dollars' is not a currency", id="currency"),
        pytest.param("EUR: 1.1", "EUR: free", "EUR must be a number, got 'free'", id="rate"),
        pytest.param("EUR: 1.1", "EUR: 0", "EUR must be above 0, got '0'", id="rate of nothing"),
        pytest.param("EUR: 1.1", "EUR: .inf", "EUR must be a number, got '.inf'", id="endless rate"),
        pytest.param("EUR: 1.1", "EUR: NaN", "EUR must be above 0, got 'NaN'", id="no number"),
        pytest.param(
            "order: [need, timeframe,",
            "order: [timeframe, need,",
            "the order must begin with need",
            id="need not first",
        ),
        pytest.param(
            "order: [need, timeframe,",
            "order: [need, need, timeframe,",
            "need is there twice",
            id="asked twice",
        ),
        pytest.param(
            "always: []",
            "always: [email]",
            "email is asked when the outcome stands, not to find it",
            id="contact data",
        ),
        pytest.param("always: []", "always: company", "always must be a list", id="value for list"),
        pytest.param(
            "not_a_fit: never", "not_a_fit: soon", "not_a_fit must be a whole number, got 'soon'", id="touch"
        ),
        pytest.param(
            "not_a_fit: never",
            "no_time: never",
            "no_time is not one of not_ready_to_buy",
            id="unknown reason",
        ),
        pytest.param(
            "half_life_days: 90",
            "half_life_days: 0",
            "half_life_days must be at least 1, got 0",
            id="fading at once",
        ),
        pytest.param("yearly: 12", "yearly: 0", "yearly must be at least 1, got 0", id="cycle of no time"),
        pytest.param("      decider:", "      The Boss:", "'The Boss' is not a name", id="band name"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, old: str, new: str, why: str) -> None:
    text = edited(old, new)
    with pytest.raises(FileError) as refusal:
        loaded(tmp_path, text)
    assert str(refusal.value).startswith(f"scoring.yml line {first_change(text)}: {why}")


def test_without_a_decay_interest_does_not_fade(tmp_path: Path) -> None:
    start, end = SHIPPED.index("decay:"), SHIPPED.index("# Questions are asked")
    assert loaded(tmp_path, SHIPPED[:start] + SHIPPED[end:]).model.decay is None


def first_change(text: str) -> int:
    """The first line that is not as in the shipped file."""
    pairs = zip(SHIPPED.splitlines(), text.splitlines(), strict=False)
    return next(number for number, (before, after) in enumerate(pairs, 1) if before != after)


@pytest.mark.parametrize(
    ("old", "new", "at", "why"),
    [
        pytest.param(
            "    good_fit_interested: 3\n",
            "",
            "  by_quadrant:",
            "good_fit_interested is missing in by_quadrant",
            id="left out",
        ),
        pytest.param(
            "label: first-guesses", "", "thresholds:", "label is missing in the file", id="no label"
        ),
        pytest.param(
            "decider: {level: decider, ",
            "decider: {",
            "      decider:",
            "decider must have exactly one of criterion, level",
            id="no condition",
        ),
    ],
)
def test_what_is_missing_is_told_with_the_line_of_its_section(
    tmp_path: Path, old: str, new: str, at: str, why: str
) -> None:
    text = edited(old, new)
    with pytest.raises(FileError, match=why) as refusal:
        loaded(tmp_path, text)
    assert text.splitlines()[refusal.value.line - 1].startswith(at)


def with_peak(line: str) -> str:
    return edited("  # peaks:\n", f"  peaks:\n    {line}\n  # peaks:\n")


def test_seasons_of_buying_are_read(tmp_path: Path) -> None:
    text = with_peak('winter: {from: 12-01, to: 02-29, points: 10, reason: "Winter"}')
    cycles = loaded(tmp_path, text).model.cycles
    assert cycles
    assert cycles.peaks == (Peak("winter", (12, 1), (2, 29), 10, "Winter"),)


@pytest.mark.parametrize("day", ["13-01", "02-30", "2026-01-01", "12"])
def test_a_season_begins_on_a_day_there_is(tmp_path: Path, day: str) -> None:
    text = with_peak(f'winter: {{from: {day}, to: 02-29, points: 10, reason: "Winter"}}')
    with pytest.raises(FileError, match="from must be a month and a day") as refusal:
        loaded(tmp_path, text)
    assert refusal.value.line == line_of(text, "    winter:")


def test_what_is_found_out_before_anybody_is_cold_is_read(tmp_path: Path) -> None:
    assert loaded(tmp_path, SHIPPED).model.research[:2] == (Topic.NEED, Topic.TIMEFRAME)
    with pytest.raises(FileError, match="each of research must be one of"):
        loaded(tmp_path, edited("research: [need,", "research: [shoe_size,"))
