"""The words of the bot: all there, never twice the same, and fit for a text message."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from leads.domain.parsing.context import Context
from leads.domain.parsing.understand import understand
from leads.domain.topics import Topic

Responses = dict[str, list[dict[str, Any]]]

QUESTIONS = [topic for topic in Topic if topic is not Topic.SLOT]  # slots are offered, not asked for
FAQ = [
    "pricing",
    "features",
    "security",
    "integrations",
    "who_are_you",
    "are_you_bot",
    "privacy",
    "support",
    "trial",
    "setup_time",
    "contract_terms",
    "references",
    "location",
    "languages",
    "discount",
    "payment",
    "sign_up",
    "comparison",
    "channels",
    "mobile_app",
    "customisation",
    "api",
    "data_location",
    "uptime",
    "opening_hours",
]
#: How often a key may come up in one conversation, and so how many ways there must be to say it.
FAMILIES = {
    **{f"utter_question_{topic}": 3 for topic in QUESTIONS},
    **{f"utter_rephrase_{topic}": 3 for topic in QUESTIONS},
    **{f"utter_buttons_{topic}": 2 for topic in QUESTIONS},
    **{f"utter_reminder_{topic}": 2 for topic in Topic},
    **{f"utter_why_{topic}": 2 for topic in Topic},
    **{f"utter_faq/{key}": 2 for key in FAQ},
    "utter_ack": 6,
    "utter_invalid_email": 2,
    "utter_invalid_phone": 2,
}
#: Whole messages of their own, sent once for a keyword.
ONCE = {"utter_sms_stopped", "utter_sms_started", "utter_sms_help"}
#: What code fills in, by key.
FILLED = {
    "utter_corrected": {"what"},
    "utter_ack_name": {"name"},
    "utter_summary": {"summary"},
    "utter_what_we_know": {"known"},
    "utter_what_we_know_here": {"known"},
    "utter_offer_slots": {"zone"},
    "utter_other_slots": {"zone"},
    "utter_slot_taken": {"zone"},
    "utter_name_a_time": {"zone"},
    "utter_wished_slots": {"zone"},
    "utter_nearest_slots": {"zone"},
    "utter_slots_elsewhere": {"zone"},
    "utter_reschedule": {"zone"},
    "utter_booked": {"rep", "when", "manage"},
    "utter_already_booked": {"rep", "when", "manage"},
    "utter_meeting_cancelled": {"when"},
    "utter_close_nurture": {"missing"},
    "utter_close_nurture_unreachable": {"missing"},
}
EXAMPLE = re.compile(r"(?<!\w)'([^']+)'(?!\w)")
COMMITS_TO_NOTHING = {"Rather not say", "Not sure"}
GSM_7 = set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€"
)


def texts(responses: Responses) -> Iterator[tuple[str, str]]:
    for key, variants in responses.items():
        for variant in variants:
            yield key, variant["text"]


@pytest.mark.parametrize("key", FAMILIES)
def test_there_are_enough_ways_to_say_it(responses: Responses, key: str) -> None:
    assert len(responses[key]) >= FAMILIES[key]


def test_whatever_may_come_twice_can_be_said_in_two_ways(responses: Responses) -> None:
    single = {key for key, variants in responses.items() if len(variants) < 2}

    assert single == ONCE


def test_no_sentence_comes_twice_under_one_key(responses: Responses) -> None:
    said = Counter(texts(responses))

    assert [sentence for sentence, count in said.items() if count > 1] == []


def test_no_question_is_worded_like_another(responses: Responses) -> None:
    asked = Counter(
        text for key, text in texts(responses) if key.startswith(("utter_question", "utter_rephrase"))
    )

    assert [text for text, count in asked.items() if count > 1] == []


def test_only_what_code_fills_in_is_left_open(responses: Responses) -> None:
    for key, text in texts(responses):
        assert set(re.findall(r"\{(\w*)\}", text)) == FILLED.get(key, set()), key


@pytest.mark.parametrize("topic", QUESTIONS)
def test_a_question_is_one_short_question(responses: Responses, topic: Topic) -> None:
    for variant in responses[f"utter_question_{topic}"]:
        assert variant["text"].count("?") == 1
        assert variant["text"].endswith("?")
        assert len(variant["text"]) <= 80


@pytest.mark.parametrize("topic", QUESTIONS)
def test_a_rephrasing_gives_an_example_and_a_way_out(responses: Responses, topic: Topic) -> None:
    way_out = re.compile(
        r"fine|all right|worries|don't know|no idea|just say so|not sure|skip|isn't decided", re.IGNORECASE
    )
    for variant in responses[f"utter_rephrase_{topic}"]:
        assert EXAMPLE.search(variant["text"]), variant["text"]
        assert way_out.search(variant["text"]), variant["text"]


@pytest.mark.parametrize("topic", QUESTIONS)
def test_buttons_end_with_one_that_commits_to_nothing(responses: Responses, topic: Topic) -> None:
    for variant in responses[f"utter_buttons_{topic}"]:
        titles = [button["title"] for button in variant["buttons"]]
        assert 3 <= len(titles) <= 5
        assert titles[-1] in COMMITS_TO_NOTHING


def test_what_we_suggest_is_understood(responses: Responses) -> None:
    suggested = {
        (topic, words)
        for topic in QUESTIONS
        for variant in (*responses[f"utter_rephrase_{topic}"], *responses[f"utter_buttons_{topic}"])
        for words in (*EXAMPLE.findall(variant["text"]), *(b["payload"] for b in variant.get("buttons", ())))
        if not words.startswith("/")
    }
    now = datetime(2026, 3, 2, 9, tzinfo=UTC)

    lost = {
        (topic, words)
        for topic, words in suggested
        if topic not in {parsed.topic for parsed in understand(words, Context(now=now, asking=topic))}
    }

    assert lost == set()


@pytest.mark.parametrize(
    "key", ["utter_offer_person", "utter_already_said", "utter_technical_problem_person"]
)
def test_the_offer_of_a_person_has_its_buttons(responses: Responses, key: str) -> None:
    for variant in responses[key]:
        assert [button["payload"] for button in variant["buttons"]] == ["/ask_human", "carry on"]


def test_every_text_fits_a_plain_text_message(responses: Responses) -> None:
    assert [(key, sorted(set(text) - GSM_7)) for key, text in texts(responses) if set(text) - GSM_7] == []


def test_nobody_shouts(responses: Responses) -> None:
    assert [text for _, text in texts(responses) if "!" in text] == []


def test_a_text_message_says_who_writes_and_how_to_stop(responses: Responses) -> None:
    for key in ONCE:
        (variant,) = responses[key]
        assert "Bantam" in variant["text"]
        assert len(variant["text"]) <= 160
    assert "STOP" in responses["utter_sms_help"][0]["text"]
    assert "STOP" in responses["utter_sms_started"][0]["text"]
    assert "START" in responses["utter_sms_stopped"][0]["text"]
