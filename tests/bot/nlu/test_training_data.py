"""The data of the model: varied, free of contradictions, and never the utterances it is measured on."""

import re
from collections import Counter, defaultdict

import pytest
import yaml

from bot.nlu.normalise import normalise, words
from tests.bot.nlu.conftest import NLU_FILES, ROOT, Utterance, lookups

FAQ = {
    "faq/pricing",
    "faq/features",
    "faq/security",
    "faq/integrations",
    "faq/who_are_you",
    "faq/are_you_bot",
    "faq/privacy",
    "faq/support",
    "faq/trial",
    "faq/setup_time",
    "faq/contract_terms",
    "faq/references",
    "faq/location",
    "faq/languages",
}
PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]+")


def bare(text: str) -> str:
    """The words alone: two utterances that differ in marks or numbers are one."""
    read = normalise(text)
    return " ".join(PUNCTUATION.sub(" ", read).split()) or read


@pytest.mark.parametrize("kept_apart", ["held_out", "unseen"])
def test_what_we_measure_with_is_not_in_the_training_data(
    kept_apart: str, training: list[Utterance], request: pytest.FixtureRequest
) -> None:
    measured: list[Utterance] = request.getfixturevalue(kept_apart)
    taught = {bare(utterance.text) for utterance in training}

    assert [utterance.text for utterance in measured if bare(utterance.text) in taught] == []


def test_unseen_utterances_are_not_among_the_held_out(
    held_out: list[Utterance], unseen: list[Utterance]
) -> None:
    assert not {bare(one.text) for one in held_out} & {bare(one.text) for one in unseen}


def test_no_utterance_means_two_things(training: list[Utterance]) -> None:
    meanings = defaultdict(set)
    for utterance in training:
        meanings[normalise(utterance.text)].add(utterance.label)

    assert {text: labels for text, labels in meanings.items() if len(labels) > 1} == {}


def test_every_intent_has_enough_examples(training: list[Utterance]) -> None:
    counts = Counter(utterance.label for utterance in training)

    assert {label: count for label, count in counts.items() if count < 80} == {}
    assert counts["out_of_scope"] >= 120


def test_every_intent_is_measured(training: list[Utterance], held_out: list[Utterance]) -> None:
    measured = Counter(utterance.label for utterance in held_out)

    assert measured.keys() == {utterance.label for utterance in training}
    assert min(measured.values()) >= 12


def test_every_product_question_has_an_answer(training: list[Utterance]) -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    answers = {name.removeprefix("utter_") for name in domain["responses"] if "/" in name}

    assert {utterance.label for utterance in training if "/" in utterance.label} == answers
    assert answers == FAQ


def test_a_word_in_a_lookup_table_is_one_word_of_one_kind() -> None:
    listed = lookups(*NLU_FILES)

    assert [word for word, _ in listed if words(normalise(word)) != [word]] == []
    assert [word for word, count in Counter(word for word, _ in listed).items() if count > 1] == []
