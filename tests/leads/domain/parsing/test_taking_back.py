"""What is said in the place of something earlier."""

import pytest

from leads.domain.parsing.taking_back import corrected_words, only_takes_back


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("actually it's 20k", "20k"),
        ("no wait, 40 people", "40 people"),
        ("Sorry, I meant euros", "euros"),
        ("hang on, make that June", "June"),
        ("oops, that should be 15", "15"),
        ("scratch that: my boss decides", "my boss decides"),
        ("20k actually", "20k"),
        ("change that to next year", "next year"),
        ("in May, I mean", "in May"),
    ],
)
def test_words_that_stand_instead(text: str, instead: str) -> None:
    assert corrected_words(text) == instead


@pytest.mark.parametrize(
    "text",
    [
        "20k",
        "very fast please",
        "better reporting and routing",
        "we need to make that easier",
        "I wait for my boss",
        "meanwhile we use excel",
        "",
    ],
)
def test_nothing_is_taken_back(text: str) -> None:
    assert corrected_words(text) is None


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("that's wrong", True),
        ("no wait, that is not right", True),
        ("oh, my mistake", True),
        ("sorry", False),
        ("that's wrong, it's 30", False),
        ("what's wrong with excel", False),
    ],
)
def test_only_taking_back(text: str, *, only: bool) -> None:
    assert only_takes_back(text) is only
