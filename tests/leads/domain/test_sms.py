"""Text messages: encodings, segments, and cutting long texts without losing a character."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.sms import MAX_SEGMENTS, Encoding, Measure, measure, plainly, split

GSM7 = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = "\f^{}\\[~]|€"

gsm_texts = st.text(alphabet=GSM7 + EXTENDED, max_size=900)
any_texts = st.text(max_size=500)
mixed_texts = st.text(alphabet=st.sampled_from("ab  \n€^¡@é👍🏽👩\u200d💻e\u0301ж"), max_size=900)


@pytest.mark.parametrize(
    ("text", "encoding", "units", "segments"),
    [
        pytest.param("", Encoding.GSM7, 0, 0, id="empty"),
        pytest.param("Hello", Encoding.GSM7, 5, 1, id="plain"),
        pytest.param("¡Hola! @Ñandú", Encoding.UCS2, 13, 1, id="ú is not in the alphabet"),
        pytest.param("¡Qué año! @5", Encoding.GSM7, 12, 1, id="¡ and @ are"),
        pytest.param("à la carte", Encoding.GSM7, 10, 1, id="à is"),
        pytest.param("ça va", Encoding.UCS2, 5, 1, id="ç is not, only Ç"),
        pytest.param("5€", Encoding.GSM7, 3, 1, id="the euro takes two septets"),
        pytest.param("“quoted”", Encoding.UCS2, 8, 1, id="curly quotes"),
        pytest.param("tab\there", Encoding.UCS2, 8, 1, id="tab"),
        pytest.param("👍", Encoding.UCS2, 2, 1, id="an emoji is two units"),
        pytest.param("a" * 160, Encoding.GSM7, 160, 1, id="160 plain"),
        pytest.param("a" * 161, Encoding.GSM7, 161, 2, id="161 plain"),
        pytest.param("a" * 306, Encoding.GSM7, 306, 2, id="306 plain"),
        pytest.param("a" * 307, Encoding.GSM7, 307, 3, id="307 plain"),
        pytest.param("€" * 80, Encoding.GSM7, 160, 1, id="80 euros"),
        pytest.param("€" * 81, Encoding.GSM7, 162, 2, id="81 euros"),
        pytest.param("a" * 152 + "€" + "a" * 151, Encoding.GSM7, 305, 2, id="euro moves on"),
        pytest.param("a" * 152 + "€" + "a" * 152, Encoding.GSM7, 306, 3, id="a septet is lost"),
        pytest.param("ж" * 70, Encoding.UCS2, 70, 1, id="70 Cyrillic"),
        pytest.param("ж" * 71, Encoding.UCS2, 71, 2, id="71 Cyrillic"),
        pytest.param("ж" * 134, Encoding.UCS2, 134, 2, id="134 Cyrillic"),
        pytest.param("ж" * 135, Encoding.UCS2, 135, 3, id="135 Cyrillic"),
        pytest.param("👍" * 35, Encoding.UCS2, 70, 1, id="35 emoji"),
        pytest.param("👍" * 66, Encoding.UCS2, 132, 2, id="66 emoji, 33 a part"),
        pytest.param("👍" * 67, Encoding.UCS2, 134, 3, id="67 emoji need a third part"),
        pytest.param("a" * 159 + "👍", Encoding.UCS2, 161, 3, id="one emoji makes a long text dear"),
    ],
)
def test_measure(text: str, encoding: Encoding, units: int, segments: int) -> None:
    assert measure(text) == Measure(encoding=encoding, units=units, segments=segments)


@given(gsm_texts)
def test_plain_texts_are_counted_in_septets(text: str) -> None:
    size = measure(text)
    assert size.encoding is Encoding.GSM7
    assert size.units == len(text) + sum(text.count(character) for character in EXTENDED)


@given(any_texts.filter(lambda text: not set(text) <= set(GSM7 + EXTENDED)))
def test_every_other_text_is_counted_in_utf_16_units(text: str) -> None:
    size = measure(text)
    assert size.encoding is Encoding.UCS2
    assert size.units == len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(st.one_of(any_texts, gsm_texts, mixed_texts))
def test_segments_are_as_many_as_their_capacity_allows(text: str) -> None:
    size = measure(text)
    alone, joined = (160, 153) if size.encoding is Encoding.GSM7 else (70, 67)
    # A part may end one unit early, rather than tear a pair.
    fewest = -(-size.units // joined) if size.units > alone else min(size.units, 1)
    most = -(-size.units // (joined - 1)) if size.units > alone else fewest
    assert fewest <= size.segments <= most


@given(st.one_of(any_texts, gsm_texts, mixed_texts), st.text(max_size=1))
def test_more_text_never_takes_fewer_segments(text: str, more: str) -> None:
    assert measure(text + more).segments >= measure(text).segments


@given(st.one_of(any_texts, gsm_texts, mixed_texts), st.integers(min_value=1, max_value=4))
def test_F40_splitting_loses_nothing_and_keeps_the_limit(text: str, most: int) -> None:
    messages = split(text, max_segments=most)
    assert "".join(messages) == text
    assert all(1 <= measure(message).segments <= most for message in messages)


@given(st.lists(st.text(alphabet="abcdefgh", min_size=1, max_size=12), max_size=120))
def test_split_cuts_between_words(words: list[str]) -> None:
    messages = split(" ".join(words), max_segments=1)
    assert [word for message in messages for word in message.split()] == words


@given(st.lists(st.sampled_from(["👩\u200d💻", "👍🏽", "e\u0301", "❤\ufe0f"]), max_size=120))
def test_split_keeps_together_what_is_one_character_to_a_reader(characters: list[str]) -> None:
    for message in split("".join(characters), max_segments=1):
        assert message[0] != "\u200d"
        assert message[-1] != "\u200d"
        assert message[0] not in "🏽\ufe0f"
        assert not unicodedata.combining(message[0])


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        pytest.param("", (), id="nothing to send"),
        pytest.param("short", ("short",), id="short"),
        pytest.param("a" * 200, ("a" * 160, "a" * 40), id="a word longer than a message"),
        pytest.param("one " * 41, ("one " * 40, "one "), id="after the space"),
        pytest.param("x" * 100 + "\n" + "y" * 100, ("x" * 100 + "\n", "y" * 100), id="after the line"),
        pytest.param("é¡@" * 54, ("é¡@" * 53 + "é", "¡@"), id="¡ and @ stay what they are"),
        pytest.param("👍" * 36, ("👍" * 35, "👍"), id="between emoji"),
        pytest.param(" " + "b" * 200, (" " + "b" * 159, "b" * 41), id="no message of white space alone"),
        pytest.param("\u0301" * 80, ("\u0301" * 70, "\u0301" * 10), id="nothing but accents"),
    ],
)
def test_split_at_one_segment(text: str, messages: tuple[str, ...]) -> None:
    assert split(text, max_segments=1) == messages


def test_split_allows_several_segments_by_default() -> None:
    messages = split("word " * 400)
    assert [measure(message).segments for message in messages] == [MAX_SEGMENTS, MAX_SEGMENTS, 2]


def test_split_refuses_no_segments() -> None:
    with pytest.raises(ValueError, match="at least one segment"):
        split("text", max_segments=0)


def test_typographic_marks_do_not_make_a_text_dearer() -> None:
    written = "You\u2019re booked: 10:00\u201310:30 \u2026"
    assert plainly(written) == "You're booked: 10:00-10:30 ..."
    assert measure(plainly(written)).encoding is Encoding.GSM7
