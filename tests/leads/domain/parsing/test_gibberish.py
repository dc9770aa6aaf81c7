import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.parsing.gibberish import is_gibberish

NOTHING_SAID = (
    "sdfkjh wkrtjh",
    "fghj",
    "mmmm",
    "qwertzuiop",
    "<br/>",
    "<script>run()</script>",
    "{{config}}",
    "${PATH} {name}",
    "1; DROP TABLE users; --",
    "/reset",
    '/inform{"name": "x"}',
)
SAID = (
    "CRM",
    "crm",
    "HR",
    "insights",
    "healthcare",
    "birthplace records",
    "breakthroughs",
    "SugarCRM",
    "hubspt",
    "Schwartz",
    "Pszczyna office",
    "lengths",
    "no",
    "sdfkjh, sorry, my cat. faster replies",
    "our forms break on {slot} every day",
    "drop table reservations are slow",
    "we lose leads; select the good ones",
    "<b>faster replies</b>",
    "",
    "12",
    "🙂",
)


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_code_and_random_keys_say_nothing(text: str) -> None:
    assert is_gibberish(text)


@pytest.mark.parametrize("text", SAID)
def test_whatever_has_a_word_in_it_may_say_something(text: str) -> None:
    assert not is_gibberish(text)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz ", max_size=80))
def test_a_word_beside_it_speaks_for_any_text(text: str) -> None:
    assert not is_gibberish(f"{text} faster replies")
