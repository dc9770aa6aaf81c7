"""How much the trained model understands: the bars are for utterances that were never tuned on (unseen.yml).

The held-out set shaped the training data, so its figures only guard against losing what was reached.
"""

from collections.abc import Iterable

import pytest
import yaml

from tests.bot.nlu.conftest import ROOT, Reader, Utterance

ANSWERS = {"inform", "affirm", "deny", "dont_know", "decline"}
NOT_OURS = {"out_of_scope", "nlu_fallback"}


def accuracy(reader: Reader, utterances: Iterable[Utterance]) -> float:
    hits = [reader.intent(utterance.text) == utterance.intent for utterance in utterances]
    return sum(hits) / len(hits)


def of(intent: str, *sets: Iterable[Utterance]) -> list[Utterance]:
    return [utterance for utterances in sets for utterance in utterances if utterance.intent == intent]


def test_intents_are_recognised(reader: Reader, unseen: list[Utterance], held_out: list[Utterance]) -> None:
    assert accuracy(reader, unseen) >= 0.92
    assert accuracy(reader, held_out) >= 0.95


def test_asking_for_a_person_is_not_missed(
    reader: Reader, unseen: list[Utterance], held_out: list[Utterance]
) -> None:
    assert accuracy(reader, of("ask_human", unseen, held_out)) >= 0.98


def test_hardly_anybody_gets_a_person_without_asking(
    reader: Reader, unseen: list[Utterance], held_out: list[Utterance]
) -> None:
    others = [utterance for utterance in (*unseen, *held_out) if utterance.intent != "ask_human"]

    handed_over = [one.text for one in others if reader.intent(one.text) == "ask_human"]

    assert len(handed_over) <= 0.015 * len(others)


def test_what_is_not_ours_is_told_from_what_is(reader: Reader, unseen: list[Utterance]) -> None:
    strange = [reader.intent(one.text) in NOT_OURS for one in unseen if one.intent == "out_of_scope"]
    ours = [reader.intent(one.text) not in NOT_OURS for one in unseen if one.intent != "out_of_scope"]

    assert sum(strange) / len(strange) >= 0.90
    assert sum(ours) / len(ours) >= 0.90


def test_a_product_question_gets_its_own_answer(
    reader: Reader, unseen: list[Utterance], held_out: list[Utterance]
) -> None:
    questions = of("faq", unseen, held_out)
    answers = [reader.read(question.text).answers for question in questions]
    right = [
        bool(given) and given[0][0] == asked.label for given, asked in zip(answers, questions, strict=True)
    ]

    assert sum(right) / len(right) >= 0.95


def test_what_a_button_says_for_them_is_an_answer(reader: Reader) -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    payloads = {
        button["payload"]
        for variants in domain["responses"].values()
        for variant in variants
        for button in variant.get("buttons", ())
    }
    words = {payload for payload in payloads if not payload.startswith("/")}

    assert {
        payload: reader.intent(payload) for payload in words if reader.intent(payload) not in ANSWERS
    } == {}


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        pytest.param("50k", "inform", id="bare-amount"),
        pytest.param("next quarter", "inform", id="bare-timeframe"),
        pytest.param("Acme GmbH", "inform", id="bare-company"),
        pytest.param("7", "inform", id="bare-number"),
        pytest.param("jane@acme.com", "inform", id="bare-e-mail-address"),
        pytest.param("👍", "affirm", id="thumb-up"),
        pytest.param("👎🏿", "deny", id="thumb-down-with-a-skin-tone"),
        pytest.param("y", "affirm", id="one-letter-yes"),
        pytest.param("n", "deny", id="one-letter-no"),
        pytest.param("¿Cuánto cuesta?", "other_language", id="spanish"),
        pytest.param("ราคาเท่าไหร่ครับ", "other_language", id="thai"),
        pytest.param("ფასი რა არის", "other_language", id="a-script-never-trained"),
        pytest.param("", "nlu_fallback", id="nothing"),
        pytest.param("/restart", "nlu_fallback", id="S06-command"),
        pytest.param("I WANT TO TALK TO A HUMAN!!!", "ask_human", id="shouting"),
    ],
)
def test_L04_short_strange_and_loud(reader: Reader, text: str, intent: str) -> None:
    assert reader.intent(text) == intent
