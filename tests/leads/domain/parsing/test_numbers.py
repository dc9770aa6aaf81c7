"""Numbers in running text: every style reads back the number it was written from."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.parsing.aligned import aligned
from leads.domain.parsing.numbers import find_numbers
from leads.domain.parsing.quantities import find_quantities

NUMBERS = [
    ("250.000", "250000"),
    ("250,000", "250000"),
    ("12 500", "12500"),
    ("12\u00a0500", "12500"),
    ("12\u202f500", "12500"),
    ("12'500", "12500"),
    ("12’500", "12500"),
    ("1.5", "1.5"),
    ("2,5", "2.5"),
    (".5m", "500000"),
    ("0.5", "0.5"),
    ("0,75 mio", "750000"),
    ("12,500.00", "12500"),
    ("12.500,00", "12500"),
    ("1.000.000", "1000000"),
    ("1,50,000", "150000"),
    ("10,00,000", "1000000"),
    ("1.234.567,89", "1234567.89"),
    ("10k", "10000"),
    ("10 K", "10000"),
    ("1.5k", "1500"),
    ("3 grand", "3000"),
    ("3 thousand", "3000"),
    ("4m", "4000000"),
    ("4 mln", "4000000"),
    ("4 mio", "4000000"),
    ("4 million", "4000000"),
    ("1bn", "1000000000"),
    ("1.2 billion", "1200000000"),
    ("5 lakh", "500000"),
    ("3 crore", "30000000"),
    ("twenty five thousand", "25000"),
    ("twenty-five", "25"),
    ("half a million", "500000"),
    ("half million", "500000"),
    ("a couple of hundred", "200"),
    ("fifty", "50"),
    ("a dozen", "12"),
    ("quarter million", "250000"),
    ("three quarters of a million", "750000"),
    ("one point five million", "1500000"),
    ("two thousand five hundred", "2500"),
    ("one hundred and one", "101"),
    ("nine hundred ninety nine thousand nine hundred ninety nine", "999999"),
    ("two fifty k", "250000"),
    ("1 million 200 thousand", "1200000"),
    ("2 and a half thousand", "2500"),
    ("2½ thousand", "2500"),
    ("٥٠٠٠٠", "50000"),
    ("५०", "50"),
    ("fourty", "40"),
    ("a hundered", "100"),
]


@pytest.mark.parametrize(("text", "value"), NUMBERS, ids=[row[0] for row in NUMBERS])
def test_a_number_is_read(text: str, value: str) -> None:
    assert [number.value for number in find_numbers(aligned(text))] == [Decimal(value)]


@pytest.mark.parametrize(
    "text",
    ["1e309", "1e5", "b2b", "q1", "1.2.2027", "web3", "nan", "inf", "1.2.3.4", "", "and a", "²", "9" * 40],
)
def test_what_is_no_number(text: str) -> None:
    assert find_numbers(aligned(text)) == ()


def test_offsets_point_into_the_text() -> None:
    text = "İ think ~ twenty five k, or 1.200"
    found = find_numbers(aligned(text))
    assert [text[number.start : number.end] for number in found] == ["twenty five k", "1.200"]


QUANTITIES = [
    ("10-15k", "10000", "15000"),
    ("between 10 and 15k", "10000", "15000"),
    ("10 to 15 thousand", "10000", "15000"),
    ("10–15k", "10000", "15000"),
    ("up to 10", None, "10"),
    ("at most 10", None, "10"),
    ("under 10", None, "10"),
    ("no more than 10", None, "10"),
    ("at least 10", "10", None),
    ("over 10", "10", None),
    ("north of 10k", "10000", None),
    ("50k+", "50000", None),
    ("about 10", "10", "10"),
    ("50kish", "50000", "50000"),
    ("15 to 10", "10", "15"),
]


@pytest.mark.parametrize(("text", "low", "high"), QUANTITIES, ids=[row[0] for row in QUANTITIES])
def test_ranges_and_bounds(text: str, low: str | None, high: str | None) -> None:
    (found,) = find_quantities(aligned(text))
    assert (found.low, found.high) == tuple(None if end is None else Decimal(end) for end in (low, high))


UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
UNITS += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number: int) -> str:
    """The number in English words."""
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= size:
            rest = f" {spelled(number % size)}" if number % size else ""
            return f"{spelled(number // size)} {name}{rest}"
    if number >= 100:
        rest = f" and {spelled(number % 100)}" if number % 100 else ""
        return f"{UNITS[number // 100]} hundred{rest}"
    if number >= 20:
        return TENS[number // 10] + (f"-{UNITS[number % 10]}" if number % 10 else "")
    return UNITS[number]


def grouped_as_in_india(number: int) -> str:
    """The number in lakh and crore groups: 12,34,567."""
    head, tail = divmod(number, 1000)
    if not head:
        return str(tail)
    groups = [f"{tail:03d}"]
    while head >= 100:
        head, pair = divmod(head, 100)
        groups.insert(0, f"{pair:02d}")
    return ",".join([str(head), *groups])


STYLES: dict[str, Callable[[int], str]] = {
    "plain": str,
    "comma": lambda number: f"{number:,}",
    "dot": lambda number: f"{number:,}".replace(",", "."),
    "space": lambda number: f"{number:,}".replace(",", " "),
    "thin space": lambda number: f"{number:,}".replace(",", "\u202f"),
    "apostrophe": lambda number: f"{number:,}".replace(",", "'"),
    "english cents": lambda number: f"{number:,}.00",
    "german cents": lambda number: f"{number:,}".replace(",", ".") + ",00",
    "india": grouped_as_in_india,
    "k": lambda number: (
        f"{Decimal(number) / 1000:f}k" if number % 10 == 0 and number % 1000 % 10 == 0 else str(number)
    ),
    "words": spelled,
    "arabic digits": lambda number: str(number).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
}


@given(st.integers(min_value=1, max_value=999_999_999), st.sampled_from(sorted(STYLES)))
def test_a_written_number_reads_back(number: int, style: str) -> None:
    written = STYLES[style](number)
    assert [found.value for found in find_numbers(aligned(written))] == [Decimal(number)]


@given(st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False, allow_infinity=False))
def test_cents_read_back(amount: Decimal) -> None:
    english = f"{amount:,.2f}"
    german = english.translate(str.maketrans(",.", ".,"))
    for written in (english, german):
        assert [found.value for found in find_numbers(aligned(written))] == [amount]


@given(st.text(max_size=400))
def test_any_text_keeps_its_length_and_order(text: str) -> None:
    folded = aligned(text)
    assert len(folded) == len(text)
    for found in find_quantities(folded):
        assert 0 <= found.start < found.end <= len(text)
        assert found.low is None or found.high is None or found.low <= found.high
