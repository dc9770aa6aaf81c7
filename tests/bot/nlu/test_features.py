"""What the model looks at: words, kinds of words and letters."""

from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.features import features

KINDS = {"human": "person", "rep": "person", "talk": "contact"}


def test_words_come_alone_and_in_pairs_with_the_edges_of_the_message() -> None:
    by_word, *_ = features("is it ok", kinds={})

    assert by_word == {f"word {gram}": 1 for gram in ("is", "it", "ok", "^ is", "is it", "it ok", "ok ^")}


def test_words_of_one_kind_look_the_same() -> None:
    _, by_human, *_ = features("get me a human", kinds=KINDS)
    _, by_rep, *_ = features("get me a rep", kinds=KINDS)

    assert by_human == by_rep == {"kind <person>": 1, "kind a <person>": 1, "kind <person> ^": 1}


def test_without_a_word_of_a_known_kind_there_is_no_kind() -> None:
    _, by_kind, *_ = features("good morning", kinds=KINDS)

    assert not by_kind


def test_letters_stay_within_words() -> None:
    _, _, by_letter, _ = features("ab cd", kinds={})

    assert "letters  ab " in by_letter
    assert not any("b c" in feature for feature in by_letter)


def test_markup_is_not_taken_for_a_kind() -> None:
    _, by_kind, *_ = features("<person> hello", kinds={})

    assert not by_kind


def test_the_question_and_the_length_of_the_answer_are_the_situation() -> None:
    *_, asked = features("Jane Doe", kinds={}, asking="name")
    *_, unasked = features("Jane Doe", kinds={})

    assert set(asked) == {"asked something", "asked something 2", "asking name", "asking name 2"}
    assert set(unasked) == {"asked nothing", "asked nothing 2", "asking None", "asking None 2"}


@given(st.text(max_size=60))
def test_any_text_has_features(text: str) -> None:
    assert all(count > 0 for block in features(text, kinds=KINDS) for count in block.values())
