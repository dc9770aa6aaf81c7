"""Examples that name no question are learnt as said out of the blue, or in answer to any."""

from bot.nlu.examples import Example, in_context

NAME = Example("Ann", "inform", asking="name")
SIZE = Example("50", "inform", asking="employees")
PRICE = Example("what does it cost", "faq/pricing")
HELLO = Example("hello", "greet")
THANKS = Example("thanks", "thanks")


def test_examples_without_any_question_come_as_they_are() -> None:
    assert list(in_context([PRICE, HELLO])) == [PRICE, HELLO]


def test_every_other_one_is_given_a_question_in_turn() -> None:
    learnt = in_context([NAME, PRICE, SIZE, HELLO, THANKS, PRICE])

    assert [(example.text, example.asking) for example in learnt] == [
        ("Ann", "name"),
        ("what does it cost", None),
        ("50", "employees"),
        ("hello", "employees"),
        ("thanks", None),
        ("what does it cost", "name"),
    ]
