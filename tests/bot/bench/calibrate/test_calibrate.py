"""A quick run of the bench that shows whether calibration finds the truth."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.bench.calibrate.cli import calibrate
from bot.bench.calibrate.report import as_json, faults
from bot.bench.calibrate.run import Recovery, recover
from bot.bench.calibrate.world import Guesses, draw
from leads.adapters.scoring_file import load_scoring
from leads.domain.traits import rules_of

RULES = rules_of(load_scoring(Path(__file__).parents[4] / "scoring.yml").model)


def learn_in(guesses: Guesses, leads: int, *, worlds: int = 25) -> Recovery:
    return recover(RULES, guesses=guesses, leads=leads, seeds=range(worlds))


@pytest.fixture(scope="module")
def believed() -> list[Recovery]:
    """Some hundred and a thousand leads, where the team is off by as much as is expected."""
    return [learn_in(Guesses.AS_BELIEVED, leads) for leads in (100, 1000)]


def test_intervals_hold_the_truth_about_as_often_as_they_claim(believed: list[Recovery]) -> None:
    for recovery in believed:
        assert recovery.coverage == pytest.approx(0.9, abs=0.02 + 2 * recovery.error)
        assert recovery.binomial_error < recovery.error < 0.05


def test_more_outcomes_bring_smaller_errors_and_leave_the_guesses_behind(believed: list[Recovery]) -> None:
    few, many = believed
    assert many.mean(lambda trial: trial.off) < 0.7 * few.mean(lambda trial: trial.off)
    assert many.mean(lambda trial: trial.width) < 0.7 * few.mean(lambda trial: trial.width)
    assert few.mean(lambda trial: trial.way) < 0.8 < many.mean(lambda trial: trial.way)


def test_good_guesses_help_and_bad_ones_are_soon_given_up() -> None:
    right, shuffled = (learn_in(guesses, 200, worlds=12) for guesses in (Guesses.RIGHT, Guesses.SHUFFLED))
    assert right.mean(lambda trial: trial.worth) > 60
    assert shuffled.mean(lambda trial: trial.worth) < 30
    assert right.mean(lambda trial: trial.off) < shuffled.mean(lambda trial: trial.off)
    assert right.coverage > 0.95  # the guesses say more than the prior dares to claim
    assert shuffled.coverage > 0.8


def test_a_world_is_the_same_for_the_same_seed() -> None:
    once, again = (draw(RULES, guesses=Guesses.RIGHT, leads=50, seed=3) for _ in range(2))
    assert once.examples == again.examples


def test_too_few_outcomes_are_refused() -> None:
    recovery = learn_in(Guesses.RIGHT, 10, worlds=5)
    assert (recovery.trials, recovery.refused) == ((), 5)
    assert as_json([recovery], seed=0)["refuses"] == {"outcomes": 10, "refused": True}


def test_intervals_that_do_not_hold_what_they_claim_are_a_fault(believed: list[Recovery]) -> None:
    assert list(faults(believed)) == []
    too_narrow = tuple(replace(trial, held=(*trial.held, *[False] * 5)) for trial in believed[1].trials)
    assert any("hold the truth" in fault for fault in faults([replace(believed[1], trials=too_narrow)]))


def test_learning_nothing_from_more_is_a_fault(believed: list[Recovery]) -> None:
    few, many = believed
    assert any("no more" in fault for fault in faults([few, replace(few, leads=many.leads)]))


def test_the_command_prints_what_it_found(tmp_path: Path) -> None:
    file = tmp_path / "found.json"
    result = CliRunner().invoke(calibrate, ["--worlds", "3", "--leads", "200", "--json", str(file)])
    assert "worth" in result.output
    found = json.loads(file.read_text())
    assert [(each["guesses"], each["leads"]) for each in found["recoveries"]] == [
        (guesses, 200) for guesses in Guesses
    ]
