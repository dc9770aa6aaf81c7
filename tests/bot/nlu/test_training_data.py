"""The data of the model: varied, free of contradictions, and never the utterances it is measured on."""

import re
from collections import Counter, defaultdict

import yaml

from bot.bench.nlu.held_out import IntentCase, intent_cases
from bot.nlu.normalise import normalise, words
from tests.bot.nlu.conftest import INTENT_FILES, NLU_FILES, ROOT, Utterance, lookups

PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]+")


def bare(text: str) -> str:
    """The words alone: two utterances that differ in marks or numbers are one."""
    read = normalise(text)
    return " ".join(PUNCTUATION.sub(" ", read).split()) or read


def test_what_we_measure_with_is_not_in_the_training_data(training: list[Utterance]) -> None:
    taught = {(bare(utterance.text), utterance.asking) for utterance in training}
    measured = [(path.name, case.text, case.asking) for path in INTENT_FILES for case in intent_cases(path)]

    assert [
        (name, text)
        for name, text, asking in measured
        if (bare(text), None) in taught or (asking and (bare(text), asking) in taught)
    ] == []


def test_no_utterance_is_measured_twice() -> None:
    times = Counter((bare(case.text), case.asking) for path in INTENT_FILES for case in intent_cases(path))

    assert {text for text, count in times.items() if count > 1} == set()


def test_no_utterance_means_two_things(training: list[Utterance]) -> None:
    meanings = defaultdict(set)
    for utterance in training:
        meanings[normalise(utterance.text)].add(utterance.label)

    assert {text: labels for text, labels in meanings.items() if len(labels) > 1} == {}


def test_every_intent_has_enough_examples(training: list[Utterance]) -> None:
    counts = Counter(utterance.label for utterance in training)

    assert {label: count for label, count in counts.items() if count < 80} == {}
    assert counts["out_of_scope"] >= 120


def test_every_intent_is_measured(training: list[Utterance], held_out: list[IntentCase]) -> None:
    measured = Counter(label for case in held_out for label in case.intents)

    assert measured.keys() == {utterance.label for utterance in training}
    assert min(measured.values()) >= 12


def test_every_product_question_has_an_answer(training: list[Utterance]) -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    answers = {name.removeprefix("utter_") for name in domain["responses"] if "/" in name}

    assert {utterance.label for utterance in training if "/" in utterance.label} == answers


def test_a_word_in_a_lookup_table_is_one_word_of_one_kind() -> None:
    listed = lookups(*NLU_FILES)

    assert [word for word, _ in listed if words(normalise(word)) != [word]] == []
    assert [word for word, count in Counter(word for word, _ in listed).items() if count > 1] == []
