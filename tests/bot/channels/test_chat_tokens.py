"""Visitor tokens: ours alone, and for their time."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.visitors import TOKEN_LIFE, Visitor, VisitorTokens

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TOKENS = VisitorTokens("a secret for tests that is long enough")
VISITOR = Visitor("v-1", utm={"source": "fair"}, language="de", timezone="Europe/Berlin")
SECOND = timedelta(seconds=1)


def test_a_token_brings_back_its_visitor() -> None:
    assert TOKENS.read(TOKENS.issue(VISITOR, now=NOW), now=NOW) == VISITOR


@pytest.mark.parametrize(
    ("later", "is_good"),
    [
        (TOKEN_LIFE, True),
        (TOKEN_LIFE + SECOND, False),
        (-timedelta(seconds=60), True),
        (-timedelta(seconds=61), False),
    ],
    ids=["last second", "a second late", "clock a minute behind", "clock further behind"],
)
def test_S24_F32_a_token_has_its_time(later: timedelta, is_good: bool) -> None:
    token = TOKENS.issue(VISITOR, now=NOW)
    assert (TOKENS.read(token, now=NOW + later) is not None) == is_good


def test_S24_a_token_of_another_key_is_not_ours() -> None:
    foreign = VisitorTokens("another secret that is long enough").issue(VISITOR, now=NOW)
    assert TOKENS.read(foreign, now=NOW) is None


@given(st.text(max_size=200))
def test_S07_words_are_no_token(text: str) -> None:
    assert TOKENS.read(text, now=NOW) is None


@given(st.data())
def test_S07_a_token_that_was_touched_is_no_token(data: st.DataObject) -> None:
    token = TOKENS.issue(VISITOR, now=NOW)
    place = data.draw(st.integers(0, len(token) - 2))  # the last character of base64 has bits to spare
    letter = data.draw(st.sampled_from("abcXYZ019-_.").filter(lambda letter: letter != token[place]))
    assert TOKENS.read(token[:place] + letter + token[place + 1 :], now=NOW) is None


def test_ids_do_not_repeat() -> None:
    assert len({VisitorTokens.new_id() for _ in range(1_000)}) == 1_000
