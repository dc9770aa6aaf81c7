import pytest

from leads.domain.parsing.coming_back import without_coming_back


@pytest.mark.parametrize(
    "text",
    [
        "ok, back at my desk",
        "I'm back!",
        "sorry, was dragged into a call. where did we stop?",
        "hello again, sorry for the long silence",
        "had to run, sorry about that",
        "right, got a bit of time again",
        "sry 4 the late answer",
        "oops, fell asleep",
        "can we carry on where we left off?",
        "just came back from lunch",
    ],
)
def test_who_only_says_that_they_are_back_says_no_more(text: str) -> None:
    assert without_coming_back(text) == ""


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("back now. 20k", "20k"),
        ("sorry for the late reply, we'd need it in March", "we'd need it in March"),
        ("where were we? ah, 50 people", "ah, 50 people"),
    ],
)
def test_what_is_said_besides_stays(text: str, rest: str) -> None:
    assert without_coming_back(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        "right away",
        "ok, right away please",
        "we want to get back to leads faster",
        "the delay in our replies",
        "we had to go with spreadsheets",
        "our leads get stuck in the inbox",
        "40 people are back in the office since May",
        "now",
        "",
    ],
)
def test_other_words_stay_as_they_are(text: str) -> None:
    assert without_coming_back(text) == text
