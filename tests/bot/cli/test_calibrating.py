"""Calibration from the command line."""

import json

from leads.bootstrap import open_core
from leads.services import versions
from leads.settings import Settings
from tests.bot.cli.conftest import Bantam
from tests.support.outcomes import filled


def test_too_few_outcomes_are_refused_with_the_number_still_needed(bantam: Bantam) -> None:
    filled(open_core(Settings()), leads=10)
    refused = bantam("calibrate")
    assert refused.exit_code == 1
    assert "more won and" in refused.output
    assert "are needed" in refused.output


def test_a_report_and_a_draft(bantam: Bantam) -> None:
    core = open_core(Settings())
    filled(core, leads=400)
    report = bantam("calibrate")
    assert report.exit_code == 0
    for words in ("400", "Brier score", "Suggestions:", "requests.form_submit: 10 -> -", "a month", "said "):
        assert words in report.output, words
    accepted = bantam("calibrate", "--accept", "requests.form_submit")
    (draft,) = versions.history(core).drafts
    assert f"Draft {draft.number}" in accepted.output
    assert bantam("calibrate", "--accept", "no.such.rule").exit_code == 1


def test_everything_as_json(bantam: Bantam) -> None:
    filled(open_core(Settings()), leads=100)
    found = json.loads(bantam("calibrate", "--json").output)
    assert found["tally"]["won"] + found["tally"]["lost"] == 100
    assert len(found["findings"]["quality"]["curve"]) > 3
