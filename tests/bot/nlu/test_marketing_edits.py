"""A marketer edits data, never code: a new product question, and a new wording of an answer."""

import asyncio
import shutil

import pytest
import yaml

from bot.engine.engine import Engine
from bot.training import train
from tests.bot.nlu.conftest import ROOT

NEW_QUESTIONS = """
- intent: faq/parking
  examples: |
    - is there parking at your office
    - where can I park
    - do you have a car park
    - can visitors park for free
    - parking available?
    - where do I leave my car
    - is there a garage for guests
    - how do I find a parking space near you
"""
NEW_ANSWER = "There is a car park behind the building, free for guests."
NEW_WORDING = "It starts at nothing. Really."


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """The bot after an edit of domain.yml and data/nlu/faq_company.yml."""
    project = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "data", project / "data")
    for name in ("config.yml", "endpoints.yml"):
        shutil.copy(ROOT / name, project)
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    domain["responses"]["utter_faq/parking"] = [{"text": NEW_ANSWER}]
    domain["responses"]["utter_faq/pricing"] = [{"text": NEW_WORDING}]
    (project / "domain.yml").write_text(yaml.safe_dump(domain, sort_keys=False), encoding="utf-8")
    with (project / "data/nlu/faq_company.yml").open("a", encoding="utf-8") as questions:
        questions.write(NEW_QUESTIONS)
    model = project / "model.tar.gz"
    train(project, model, progress=lambda _: None)
    return Engine(model)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        pytest.param("is there somewhere to park my car?", "faq/parking", id="the-new-question"),
        pytest.param("what does it cost?", "faq/pricing", id="an-old-question"),
    ],
)
def test_a_new_question_is_understood(edited: Engine, text: str, intent: str) -> None:
    assert asyncio.run(edited.read(text)).intent == intent


@pytest.mark.parametrize(
    ("key", "said"), [("utter_faq/parking", NEW_ANSWER), ("utter_faq/pricing", NEW_WORDING)]
)
def test_the_edited_words_are_those_that_are_said(edited: Engine, key: str, said: str) -> None:
    assert edited.wording.text(key) == said
