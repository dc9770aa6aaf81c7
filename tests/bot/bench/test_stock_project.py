"""The peer has to be an honest one: Rasa's own defaults, and every answer of the script understood."""

import runpy
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.bench.script import EXPECTED, SCRIPT
from bot.bench.stock_project import PROJECT, Pipeline, StockHome, fingerprint

TENSORFLOW = {"DIETClassifier", "ResponseSelector", "TEDPolicy", "UnexpecTEDIntentPolicy"}


def read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((PROJECT / name).read_text(encoding="utf-8"))
    return content


def listed_by_rasa_init() -> dict[str, Any]:
    """The default that stands in comments in the configuration `rasa init` writes."""
    text = files("rasa").joinpath("cli/initial_project/config.yml").read_text(encoding="utf-8")
    lines = [line.removeprefix("#") if line.startswith("#   ") else line for line in text.splitlines()]
    content: dict[str, Any] = yaml.safe_load("\n".join(lines))
    return content


@pytest.mark.parametrize("part", ["recipe", "language", "pipeline", "policies"])
def test_the_diet_configuration_is_the_one_of_rasa_init(part: str) -> None:
    assert read(Pipeline.DIET.config)[part] == listed_by_rasa_init()[part]


def test_the_lean_configuration_has_no_tensorflow_component() -> None:
    lean = read(Pipeline.LEAN.config)
    assert TENSORFLOW.isdisjoint(component["name"] for component in (*lean["pipeline"], *lean["policies"]))


def test_the_form_asks_for_the_four_answers_of_the_script() -> None:
    form = read("domain.yml")["forms"]["qualification_form"]
    assert form["required_slots"] == ["need", "timeframe", "budget", "authority"]


def test_the_actions_understand_the_answers_of_the_script() -> None:
    answers = runpy.run_path(str(PROJECT / "actions" / "answers.py"))
    _, _, need, _, timeframe, _, budget, authority, _, _ = SCRIPT
    assert (need, timeframe) == (EXPECTED.need, EXPECTED.timeframe)
    assert answers["days"](timeframe) == 90
    assert answers["budget"](budget) == (EXPECTED.budget, EXPECTED.currency)
    assert answers["authority"](authority) == EXPECTED.authority


def test_no_answer_of_the_script_was_trained_on() -> None:
    trained = (PROJECT / "data" / "nlu.yml").read_text(encoding="utf-8").lower()
    answers = [SCRIPT[turn] for turn in (2, 4, 6, 7)]
    assert [text for text in answers if f"- {text.lower()}\n" in trained] == []


def test_each_pipeline_has_a_model_of_its_own(tmp_path: Path) -> None:
    home = StockHome(tmp_path)
    assert home.model(Pipeline.DIET) != home.model(Pipeline.LEAN)
    assert home.model(Pipeline.DIET).name == f"diet-{fingerprint(Pipeline.DIET)}.tar.gz"


def test_the_peer_writes_only_into_its_home(tmp_path: Path) -> None:
    variables = StockHome(tmp_path).variables(STOCK_LEADS="leads")
    assert variables["RASA_CACHE_DIRECTORY"].startswith(str(tmp_path))
    assert variables["UV_PROJECT_ENVIRONMENT"].startswith(str(tmp_path))
    assert variables["STOCK_LEADS"] == "leads"


def test_the_peer_sends_no_telemetry_and_listens_on_this_machine_only(tmp_path: Path) -> None:
    variables = StockHome(tmp_path).variables()
    assert variables["RASA_TELEMETRY_ENABLED"] == "false"
    assert variables["SANIC_HOST"] == "127.0.0.1"
