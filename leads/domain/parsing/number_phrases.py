"""The grammar of one number: what "two and a half thousand" or "1 million 200 thousand" amounts to."""

from dataclasses import dataclass, replace
from decimal import Decimal

from leads.domain.parsing.number_words import (
    FRACTION_SIGNS,
    FRACTIONS,
    MAGNITUDES,
    TEENS,
    TENS,
    UNITS,
    VAGUE,
)
from leads.domain.parsing.numerals import numeral_value

__all__ = ["Phrase", "Token", "phrase_at"]


@dataclass(frozen=True, slots=True)
class Token:
    """A numeral, a word or a fraction sign; `joined` when it touches the token before it."""

    text: str
    start: int
    end: int
    joined: bool = False

    @property
    def is_numeral(self) -> bool:
        return self.text not in FRACTION_SIGNS and (self.text[0].isdigit() or self.text[0] in ".,")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A number read from a run of tokens, and the index of the token after it."""

    value: Decimal
    after: int
    magnitude: Decimal = Decimal(1)
    vague: bool = False


Run = tuple[Token, ...]

_ONE, _HUNDRED, _THOUSAND = Decimal(1), Decimal(100), Decimal(1000)
_JOINED_ONLY = frozenset(["ks", "mm", "mn", "t", "b"])  # a magnitude only when it touches the digits
_PRICE_ENDS = frozenset([25, 50, 75, 95, 99])
_CLOSING = frozenset(["g", "gs", "large"])  # "10 large" is money, "10 large boxes" are not
_ALONE = frozenset(
    ["dozen", "hundred", "thousand", "million", "billion", "lakh", "crore"]
)  # "hundred people"
_NOT_AFTER_WORDS = frozenset(["m", "mn", "cr", "l", "tis", "mille", "mila"])  # "five m" is no number


def phrase_at(run: Run, at: int, *, mil: Decimal, counted: bool, may_join: bool) -> Phrase | None:
    """The number that starts at this token, or None.

    `counted` says that a unit follows the token at once, so "3 m" may be three of them instead of a
    magnitude;
    `may_join` that an "and" may lead on, which it must not do after "between".
    """
    head = _head_at(run, at, counted=counted, may_join=may_join)
    if head is None:
        return None
    whole = head if counted and run[at].is_numeral else _sized(head, run, mil)
    if whole.magnitude >= _THOUSAND:
        return _with_rest(whole, run, mil, may_join=may_join)
    return _with_half(whole, run, _ONE) if may_join and whole.after == head.after else whole


def _word(run: Run, at: int) -> str:
    return run[at].text if at < len(run) else ""


def _head_at(run: Run, at: int, *, counted: bool, may_join: bool) -> Phrase | None:
    """The number before any magnitude word of a thousand or more."""
    token = run[at]
    if token.is_numeral:
        return _digits_at(run, at, counted=counted)
    if token.joined:
        return None
    small = _below_thousand(run, at, may_join=may_join)
    if small is not None:
        return small
    after_article = at + (token.text in ("a", "an", "the"))
    return (
        _fraction_at(run, after_article)
        or _vague_at(run, after_article)
        or _lone_magnitude(run, after_article)
    )


def _digits_at(run: Run, at: int, *, counted: bool) -> Phrase | None:
    scaled = not counted and _factor(run, at + 1, spelled=False) is not None
    value = numeral_value(run[at].text, scaled=scaled)
    if value is None:
        return None
    sign = FRACTION_SIGNS.get(_word(run, at + 1))
    if sign is not None:
        return Phrase(value + sign, at + 2)
    if _word(run, at + 1) in ("quarters", "quarter"):
        return _of_magnitude(value * FRACTIONS["quarter"], run, at + 2) or Phrase(value, at + 1)
    return Phrase(value, at + 1)


def _below_thousand(run: Run, at: int, *, may_join: bool) -> Phrase | None:
    word = _word(run, at)
    if word in ("zero", "nil"):
        return Phrase(Decimal(0), at + 1)
    if word in ("a", "an") and _word(run, at + 1) in ("hundred", "dozen"):
        number, after = 1, at + 1
    elif word == "hundred":
        number, after = 1, at
    else:
        small = _below_hundred(run, at)
        if small is None:
            return None
        number, after = small
        tail = _below_hundred(run, after)
        if tail and _is_price(number, tail[0]):
            return Phrase(Decimal(number * 100 + tail[0]), tail[1])
    if _word(run, after) == "point":
        return _with_decimals(number, run, after)
    if _word(run, after) in ("quarters", "quarter"):
        return _of_magnitude(number * FRACTIONS["quarter"], run, after + 1) or Phrase(Decimal(number), after)
    if _word(run, after) not in ("hundred", "hundreds"):
        return Phrase(Decimal(number), after)
    return _hundreds(Phrase(number * _HUNDRED, after + 1, magnitude=_HUNDRED), run, may_join=may_join)


def _is_price(hundreds: int, rest: int) -> bool:
    """Whether two numbers are said as "two fifty" and "twenty-two fifty" are, not as "fifteen twenty"."""
    return rest > 9 if hundreds < 10 else hundreds % 10 > 0 and rest in _PRICE_ENDS


def _below_hundred(run: Run, at: int) -> tuple[int, int] | None:
    word = _word(run, at)
    if word in TENS:
        unit = UNITS.get(_word(run, at + 1), 0)
        return TENS[word] + unit, at + 1 + bool(unit)
    number = UNITS.get(word) or TEENS.get(word)
    return None if number is None else (number, at + 1)


def _hundreds(hundreds: Phrase, run: Run, *, may_join: bool) -> Phrase:
    """Adds the "and fifty" of "one hundred and fifty"."""
    joint = _word(run, hundreds.after) == "and"
    rest = _below_hundred(run, hundreds.after + joint)
    if rest is None or (joint and not may_join) or _word(run, rest[1]) in ("hundred", "hundreds"):
        return hundreds
    return Phrase(hundreds.value + rest[0], rest[1])


def _with_decimals(number: int, run: Run, point: int) -> Phrase:
    """ "one point two five"."""
    after, digits = point + 1, ""
    while _word(run, after) in UNITS and len(digits) < 4:
        digits, after = digits + str(UNITS[_word(run, after)]), after + 1
    return Phrase(Decimal(f"{number}.{digits}"), after) if digits else Phrase(Decimal(number), point)


def _fraction_at(run: Run, at: int) -> Phrase | None:
    """ "half a million", "quarter million"; a fraction of nothing is no number."""
    fraction = FRACTION_SIGNS.get(_word(run, at)) or FRACTIONS.get(_word(run, at))
    return None if fraction is None else _of_magnitude(fraction, run, at + 1)


def _of_magnitude(value: Decimal, run: Run, at: int) -> Phrase | None:
    """The phrase with this value when "of a million" or the like follows."""
    at += _word(run, at) == "of"
    at += _word(run, at) in ("a", "an", "one")
    return Phrase(value, at) if _word(run, at) in MAGNITUDES else None


def _vague_at(run: Run, at: int) -> Phrase | None:
    number = VAGUE.get(_word(run, at))
    if number is None:
        return None
    after = at + 1 + (_word(run, at + 1) in ("of", "o"))
    return Phrase(Decimal(number), after, vague=True)


def _lone_magnitude(run: Run, at: int) -> Phrase | None:
    """ "a million", "hundred": one of it, without saying so."""
    word = _word(run, at)
    known = word in _ALONE or (
        at > 0 and run[at - 1].text == "a" and word in ("grand", "k", "thou", "mil", "mill", "bil")
    )
    return Phrase(_ONE, at) if known else None


def _factor(run: Run, at: int, *, spelled: bool) -> Decimal | None:
    """The magnitude this token stands for behind a number, if it is one."""
    word = _word(run, at)
    if word not in MAGNITUDES or (word in _JOINED_ONLY and not run[at].joined):
        return None
    if word in _CLOSING and at + 1 < len(run):
        return None
    return None if spelled and word in _NOT_AFTER_WORDS else MAGNITUDES[word]


def _sized(head: Phrase, run: Run, mil: Decimal) -> Phrase:
    """The head times the magnitudes that follow it: "5 hundred thousand"."""
    spelled = not run[head.after - 1].is_numeral
    phrase = _with_half(head, run, _ONE)
    if _factor(run, phrase.after, spelled=spelled) is None:
        phrase = head
    for _ in range(2):
        factor = _factor(run, phrase.after, spelled=spelled)
        if factor is None:
            break
        factor = mil if _word(run, phrase.after) in ("mil", "mill") else factor
        phrase = Phrase(phrase.value * factor, phrase.after + 1, magnitude=phrase.magnitude * factor)
    return phrase


def _with_half(phrase: Phrase, run: Run, size: Decimal) -> Phrase:
    """Adds "and a half", of the size given."""
    if _word(run, phrase.after) != "and" or phrase.vague:
        return phrase
    at = phrase.after + 1 + (_word(run, phrase.after + 1) in ("a", "one"))
    fraction = FRACTIONS.get(_word(run, at))
    return phrase if fraction is None else replace(phrase, value=phrase.value + fraction * size, after=at + 1)


def _with_rest(whole: Phrase, run: Run, mil: Decimal, *, may_join: bool) -> Phrase:
    """Adds smaller parts: "two thousand five hundred", "1 million 200 thousand", "a million and a half"."""
    for _ in range(3):
        halved = _with_half(whole, run, whole.magnitude)
        if halved is not whole:
            return halved if may_join else whole
        joint = _word(run, whole.after) == "and"
        closed = run[whole.after - 1].joined or (joint and not may_join)
        rest = None if closed else _rest_at(run, whole.after + joint, mil)
        if rest is None or rest.value >= whole.magnitude:
            return whole
        magnitude = rest.magnitude if rest.magnitude >= _THOUSAND else _ONE
        whole = Phrase(whole.value + rest.value, rest.after, magnitude=magnitude)
    return whole


def _rest_at(run: Run, at: int, mil: Decimal) -> Phrase | None:
    """A further part of a number; digits are one only with a magnitude of their own."""
    if at >= len(run):
        return None
    if run[at].is_numeral:
        head = _digits_at(run, at, counted=False)
        sized = head and _sized(head, run, mil)
        return sized if sized and sized.magnitude >= _HUNDRED and not run[sized.after - 1].joined else None
    small = _below_thousand(run, at, may_join=True)
    return small and _sized(small, run, mil)
