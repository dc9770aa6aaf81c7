"""Which of the offered times somebody picks.

The offer, made on Wednesday 4 March 2026: Monday the 9th at 10:00, Tuesday at 15:00, Wednesday at 10:30.
"""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.domain.answers import Parsed, SlotChoice, Standing
from leads.domain.parsing.context import Context
from leads.domain.parsing.slot_choice import read_slot_choice
from leads.domain.topics import Topic

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)
OFFERED = (
    datetime(2026, 3, 9, 10, 0, tzinfo=UTC),
    datetime(2026, 3, 10, 15, 0, tzinfo=UTC),
    datetime(2026, 3, 11, 10, 30, tzinfo=UTC),
)
NONE = SlotChoice(none_fits=True)

PICKED = [
    ("am Dienstag", 1),
    ("der zweite", 1),
    ("le dernier", 2),
    ("no 3 please", 2),
    ("um 15 Uhr", 1),
    ("monday's no good, nor tuesday", 2),
    ("the 10. März", 1),
    ("halb elf", 2),
    ("10. marzo", 1),
    ("um zehn Uhr", 0),
    ("as late as possible", 2),
    ("the 10 please", 0),
    ("the 11", 2),
    ("1", 0),
    ("2", 1),
    ("#2", 1),
    ("3.", 2),
    ("(1)", 0),
    ("2!", 1),
    ("no. 2", 1),
    ("number 3", 2),
    ("number two", 1),
    ("option 2", 1),
    ("option b", 1),
    ("Option C please", 2),
    ("b", 1),
    ("A", 0),
    ("slot 3", 2),
    ("the first", 0),
    ("first one", 0),
    ("1st", 0),
    ("the second one works", 1),
    ("2nd pls", 1),
    ("the 3rd", 2),
    ("third", 2),
    ("last one", 2),
    ("the last", 2),
    ("the middle one", 1),
    ("one", 0),
    ("two please", 1),
    ("I'll take the second", 1),
    ("let's do 2", 1),
    ("2 works for me", 1),
    ("go with 3", 2),
    ("Tuesday", 1),
    ("tue", 1),
    ("tuesday one", 1),
    ("Teusday", 1),
    ("wensday", 2),
    ("mon", 0),
    ("monday is fine", 0),
    ("Tuesday at 3", 1),
    ("tuesday 3pm", 1),
    ("3pm", 1),
    ("15:00", 1),
    ("at 15h", 1),
    ("3 o'clock", 1),
    ("half past ten", 2),
    ("10:30", 2),
    ("10.30", 2),
    ("half ten", 2),
    ("ten thirty", 2),
    ("10am", 0),
    ("10", 0),
    ("at ten", 0),
    ("the afternoon one", 1),
    ("afternoon please", 1),
    ("pm", 1),
    ("10 march", 1),
    ("March 11", 2),
    ("the 9th", 0),
    ("11/3", 2),
    ("3/11", 2),
    ("not Monday, not Wednesday", 1),
    ("can't do Monday, Tuesday is fine", 1),
    ("Monday doesn't work but Tuesday does", 1),
    ("Tuesday not Monday", 1),
    ("not the first or the last", 1),
    ("not in the morning", 1),
    ("no mornings please", 1),
    ("any", 0),
    ("any of them", 0),
    ("whichever", 0),
    ("whatever works for you", 0),
    ("they all work", 0),
    ("i don't care", 0),
    ("the earliest", 0),
    ("earliest possible", 0),
    ("as soon as possible", 0),
    ("the latest", 2),
    ("the latter", 2),
    ("wednesday morning", 2),
    ("Wed 10.30 please", 2),
    ("the one on tuesday", 1),
    ("the second, no wait, the third", 2),
    ("first... actually make that the second", 1),
    ("hi, 2 would be great thanks", 1),
    ("day after monday", 1),
    ("I prefer the afternoon", 1),
    ("after lunch", 1),
    ("the later one on tuesday", 1),
    ("before 11 on monday", 0),
    ("anything but monday and wednesday", 1),
    ("not sure, maybe the second", 1),
    ("Tue works, Mon doesn't", 1),
    ("10 on monday", 0),
    ("dos", 1),
    ("2️⃣", 1),
    ("Monday, 10:00", 0),
    ("any except 1 and 3", 1),
]
NONE_FITS = [
    "none",
    "none of those",
    "none of these work for me",
    "neither",
    "no",
    "nope",
    "I can't do any of these",
    "can't make any of those",
    "other times?",
    "do you have other times?",
    "something else please",
    "another day",
    "anything on Friday?",
    "Friday",
    "Thursday at 2",
    "next week instead",
    "how about Saturday",
    "none work sorry",
    "these don't suit me",
    "I'm busy all those days",
    "not available then",
    "do you have anything earlier?",
    "anything later in the week?",
    "more options",
    "8am",
    "different time please",
    "all bad",
    "nothing works",
    "none fit",
    "i am on holiday that week",
    "can we do the week after",
    "no good",
]
UNDECIDED = [
    "",
    "maybe",
    "hm",
    "morning",
    "not Monday",
    "7",
    "hello",
    "how long does it take?",
    "who will call me?",
    "yes",
    "ok",
    "🙂",
    "Monday or Tuesday",
    "before 11",
    "why do you ask",
    "thanks",
]


def context(offered: tuple[datetime, ...] = OFFERED) -> Context:
    return Context(now=NOW, asking=Topic.SLOT, offered=offered)


@pytest.mark.parametrize(("text", "index"), PICKED, ids=[row[0] for row in PICKED])
def test_one_of_the_offered_is_picked(text: str, index: int) -> None:
    assert read_slot_choice(text, context()) == Parsed(Topic.SLOT, Standing.GIVEN, SlotChoice(index=index))


@pytest.mark.parametrize("text", NONE_FITS)
def test_none_of_the_offered_fits(text: str) -> None:
    assert read_slot_choice(text, context()) == Parsed(Topic.SLOT, Standing.GIVEN, NONE)


@pytest.mark.parametrize("text", UNDECIDED)
def test_what_picks_none_or_more_than_one_is_not_guessed(text: str) -> None:
    assert read_slot_choice(text, context()) is None


@pytest.mark.parametrize(
    "text",
    ["yes", "ok", "sounds good", "works", "👍", "1", "that works", "perfect", "book it", "lock it in please"],
)
def test_a_yes_takes_the_only_slot(text: str) -> None:
    parsed = read_slot_choice(text, context(OFFERED[:1]))
    assert parsed == Parsed(Topic.SLOT, Standing.GIVEN, SlotChoice(index=0))


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("not the first", 1),
        ("not Monday", 1),
        ("anything but the first", 1),
        ("the other one", None),
        ("later", 1),
        ("the later one", 1),
        ("the earlier one", 0),
        ("either", 0),
        ("both work", 0),
        ("the former", 0),
    ],
    ids=str,
)
def test_of_two_the_other_is_left(text: str, index: int | None) -> None:
    parsed = read_slot_choice(text, context(OFFERED[:2]))
    assert parsed == (
        Parsed(Topic.SLOT, Standing.GIVEN, SlotChoice(index=index)) if index is not None else None
    )


SAME_DAY = (
    datetime(2026, 3, 5, 9, 0, tzinfo=UTC),
    datetime(2026, 3, 5, 14, 0, tzinfo=UTC),
    datetime(2026, 3, 6, 9, 30, tzinfo=UTC),
    datetime(2026, 3, 6, 16, 30, tzinfo=UTC),
)


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("tomorrow at 9", 0),
        ("tomorrow afternoon", 1),
        ("tmrw 2pm", 1),
        ("friday afternoon", 3),
        ("friday 9:30", 2),
        ("the day after tomorrow in the morning", 2),
        ("4.30pm", 3),
        ("half past four", 3),
        ("4", 3),
        ("2", 1),
        ("thursday", None),
        ("the first on friday", 2),
        ("the last on thursday", 1),
        ("friday, the earlier one", 2),
        ("quarter past nine", NONE),
        ("9", 0),
        ("tomorrow", None),
        ("2pm tomorrow works", 1),
        ("1630", 3),
        ("friday any time", 2),
    ],
    ids=str,
)
def test_days_with_several_slots(text: str, index: int | SlotChoice | None) -> None:
    expected = SlotChoice(index=index) if isinstance(index, int) else index
    parsed = read_slot_choice(text, context(SAME_DAY))
    assert (parsed.value if parsed else None) == expected


def test_without_an_offer_nothing_is_picked() -> None:
    assert read_slot_choice("2", context(())) is None


@settings(deadline=None)
@given(st.text(max_size=300), st.lists(st.datetimes(timezones=st.just(UTC)), max_size=5))
def test_any_text_can_be_read(text: str, offered: list[datetime]) -> None:
    parsed = read_slot_choice(text, context(tuple(offered)))
    assert parsed is None or isinstance(parsed.value, SlotChoice)


@settings(deadline=None)
@given(st.integers(0, 4), st.sampled_from(["{}", "#{}", "option {}", "number {} please", "I'd take {}"]))
def test_a_number_on_the_list_picks_its_place(index: int, form: str) -> None:
    offered = tuple(datetime(2026, 3, 9 + day, 19, 0, tzinfo=UTC) for day in range(5))
    parsed = read_slot_choice(form.format(index + 1), context(offered))
    assert parsed == Parsed(Topic.SLOT, Standing.GIVEN, SlotChoice(index=index))
