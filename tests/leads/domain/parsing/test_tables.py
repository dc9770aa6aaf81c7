"""How word lists and phrase patterns are written down."""

from leads.domain.parsing.tables import part, phrases, words


def test_words_of_a_block() -> None:
    assert words(" a b\n c ") == {"a", "b", "c"}


def test_any_line_matches_and_an_indented_one_goes_on() -> None:
    pattern = phrases(
        r"""
        ^one (?:two
            |three)$
        <end>$
        """,
        end="last",
    )
    assert pattern.search("one three")
    assert pattern.search("the last")
    assert not pattern.search("one two three")


def test_a_part_is_one_group() -> None:
    assert part("a\nb") == "(?:a|b)"
