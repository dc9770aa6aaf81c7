"""Amounts, counts, dates, picks of a time and yes or no, on held-out utterances: the bars over whole sets."""

from pathlib import Path
from typing import Any

import pytest

from bot.answers import shapes_of
from bot.bench.nlu.answers import compare, is_told
from bot.bench.nlu.held_out import AnswerCase, HeldOutFile, answer_cases, files
from leads.adapters.scoring_file import load_scoring
from leads.domain.parsing.understand import understand

ROOT = Path(__file__).parents[4]
BAR = load_scoring(ROOT / "scoring.yml").model.bar
SETS = {f"{each.kind}_{each.round}": each for each in files(ROOT / "tests" / "understanding")}
WORDS_OF_MONEY = ("currency", "period")


def sets_of(*kinds: str) -> list[HeldOutFile]:
    return [each for each in SETS.values() if each.kind in kinds]


def read(case: AnswerCase) -> dict[str, Any]:
    return shapes_of(understand(case.text, case.context), case.text, case.context, bar=BAR)


def accuracy(held_out: HeldOutFile, *, ignoring: tuple[str, ...] = ()) -> float:
    return compare(answer_cases(held_out.path), read, ignoring=ignoring).accuracy


def named(held_out: HeldOutFile) -> str:
    return held_out.path.stem


@pytest.mark.parametrize("held_out", sets_of("budget"), ids=named)
def test_what_they_would_spend(held_out: HeldOutFile) -> None:
    assert accuracy(held_out, ignoring=WORDS_OF_MONEY) >= 0.97
    assert accuracy(held_out) >= 0.93


@pytest.mark.parametrize("held_out", sets_of("timeframe", "slot", "headcount"), ids=named)
def test_dates_times_and_counts(held_out: HeldOutFile) -> None:
    assert accuracy(held_out) >= 0.95


@pytest.mark.parametrize("held_out", sets_of("yesno"), ids=named)
def test_yes_and_no(held_out: HeldOutFile) -> None:
    assert accuracy(held_out) >= 0.97


@pytest.mark.parametrize("held_out", sets_of("refusals"), ids=named)
def test_no_value_for_what_was_not_told(held_out: HeldOutFile) -> None:
    stored = [
        case.text
        for case in answer_cases(held_out.path)
        if case.context.asking is not None and is_told(read(case).get(case.context.asking))
    ]
    assert stored == []
