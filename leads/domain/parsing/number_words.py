"""The words numbers are made of: counting words, magnitudes and fractions, with their usual misspellings."""

from decimal import Decimal

from leads.domain.parsing.spelling import slips, within_one_slip

__all__ = [
    "FRACTIONS",
    "FRACTION_SIGNS",
    "MAGNITUDES",
    "MILLION",
    "TEENS",
    "TENS",
    "UNITS",
    "VAGUE",
    "number_word",
]

THOUSAND, MILLION, BILLION = Decimal(10**3), Decimal(10**6), Decimal(10**9)
LAKH, CRORE = Decimal(10**5), Decimal(10**7)


def _counting(words: str, *, start: int, step: int = 1) -> dict[str, int]:
    return {word: start + step * place for place, word in enumerate(words.split())}


UNITS = _counting("one two three four five six seven eight nine", start=1)
TEENS = _counting("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", start=10)
TENS = _counting("twenty thirty forty fifty sixty seventy eighty ninety", start=20, step=10)
MAGNITUDES = {
    "dozen": Decimal(12),
    **dict.fromkeys(["hundred", "hundreds", "hundo", "hunnid", "hundert"], Decimal(100)),
    **dict.fromkeys(
        [
            *("k", "ks", "t", "thousand", "thousands", "thou", "grand", "grands", "racks", "bands"),
            *("tsd", "tausend", "tys", "tysięcy", "tis", "tusen", "tusind", "duizend", "mille", "mila"),
            *("g", "gs", "large", "千", "천"),
        ],
        THOUSAND,
    ),
    **dict.fromkeys(["万", "萬", "만"], Decimal(10**4)),
    **dict.fromkeys(["lakh", "lakhs", "lac", "lacs", "l"], LAKH),
    **dict.fromkeys(
        [
            *("m", "mm", "mn", "mil", "mill", "mln", "mio", "million", "millions"),
            *("millionen", "miljoen", "miljoner", "millioner", "millones", "milioni", "milionów"),
        ],
        MILLION,
    ),
    **dict.fromkeys(["crore", "crores", "cr"], CRORE),
    **dict.fromkeys(["億", "亿", "억"], Decimal(10**8)),
    **dict.fromkeys(["b", "bn", "bln", "bil", "billion", "billions", "mrd", "milliard"], BILLION),
}
FRACTIONS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("0.25")}
FRACTION_SIGNS = {
    **dict.fromkeys(["¼", "1/4"], Decimal("0.25")),
    **dict.fromkeys(["½", "1/2"], Decimal("0.5")),
    **dict.fromkeys(["¾", "3/4"], Decimal("0.75")),
}
VAGUE = {"couple": 2, "few": 3}  # how many only beside what they count: "a few hundred", "a couple of months"

_MISSPELT = {
    "coupla": "couple",
    "cpl": "couple",
    "eigth": "eight",
    "fivety": "fifty",
    "fifthy": "fifty",
    "fourty": "forty",
    "hlf": "half",
    "hunderd": "hundred",
    "hundrd": "hundred",
    "ninty": "ninety",
    "thirthy": "thirty",
    "thrity": "thirty",
    "twelv": "twelve",
    "tweny": "twenty",
    "twenny": "twenty",
    "twinty": "twenty",
}
_LEAST_LENGTH = 6
_OTHER_WORDS = frozenset(["seventh", "hundredth", "millionth", "billionth", "billing", "billings", "bullion"])
_WORDS = frozenset([*UNITS, *TEENS, *TENS, *MAGNITUDES])
_LONG = slips(word for word in _WORDS if len(word) > _LEAST_LENGTH)
_SLIPS_OF_TENS = slips(TENS)


def number_word(word: str) -> str:
    """The word as the tables above spell it; any other word is returned as it is."""
    stem = word.removesuffix("ish").removesuffix(".")
    if stem in _WORDS:
        return stem
    if word in _MISSPELT:
        return _MISSPELT[word]
    if word.endswith("ty"):
        meant = within_one_slip(word, _SLIPS_OF_TENS)
    elif len(word) < _LEAST_LENGTH or word in _OTHER_WORDS:
        return word
    else:
        meant = within_one_slip(word, _LONG)
    return meant if meant and meant[0] == word[0] else word
