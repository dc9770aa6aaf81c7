"""Money and head counts in the many ways people write them, each with what it means."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from bot.bench.prospects.claims import Accepts, exactly

__all__ = ["Amount", "Heads", "an_amount", "some_heads"]

ONCE = (3000, 4500, 6000, 8000, 12000, 15000, 18000, 20000, 25000, 30000, 40000, 60000, 75000, 120000, 250000)
MONTHLY = (300, 450, 800, 1200, 2000, 3500)
HEADS = (3, 7, 9, 12, 18, 25, 35, 40, 60, 85, 120, 150, 240, 400, 750, 1200, 3000)
CURRENCIES: Mapping[str, tuple[str, ...]] = {
    "USD": ("${}", "{} dollars", "{} USD", "US${}", "{} bucks", "USD {}"),
    "EUR": ("€{}", "{} euros", "{} EUR", "{} €", "EUR {}", "{} euro"),
    "GBP": ("£{}", "{} pounds", "{} quid", "GBP {}"),
    "CHF": ("CHF {}", "{} CHF", "{} Swiss francs"),
    "SEK": ("SEK {}", "{} SEK"),
}
WORDS = {
    3: "three", 6: "six", 7: "seven", 8: "eight", 9: "nine", 12: "twelve", 15: "fifteen", 18: "eighteen",
    20: "twenty", 25: "twenty-five", 30: "thirty", 35: "thirty-five", 40: "forty", 60: "sixty",
    75: "seventy-five", 85: "eighty-five", 120: "a hundred and twenty", 250: "two hundred fifty",
}  # fmt: skip
HEDGES = ("around {}", "about {}", "roughly {}", "approx. {}", "something like {}", "ca. {}", "{} or so")
CEILINGS = ("up to {}", "max {}", "no more than {}", "at most {}", "{} tops", "not over {}")
FLOORS = ("at least {}", "{} minimum", "no less than {}", "upwards of {}")
RANGES = ("{} to {}", "between {} and {}", "{}-{}", "somewhere between {} and {}", "from {} to {}")
PERIODS = {
    "month": ("{} a month", "{} per month", "{}/month", "{} monthly", "{} every month"),
    "year": ("{} a year", "{} per year", "{} annually", "{}/yr", "{} p.a."),
}


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum in a currency (none when they do not say), for a period; a bound or range as in the lead."""

    low: int | None
    high: int | None
    currency: str | None
    period: str | None

    @property
    def fields(self) -> Mapping[str, Accepts]:
        """What the lead should show: currency and period where they were said."""
        said = {"currency": self.currency, "period": self.period}
        return {
            "low": exactly(self.low),
            "high": exactly(self.high),
            **{name: exactly(value) for name, value in said.items() if value is not None},
        }

    def words(self, rng: Random) -> str:
        """One way to write it."""
        money = rng.choice(CURRENCIES[self.currency]) if self.currency else "{}"
        in_words = not money.startswith(("$", "€", "£", "US$"))
        text = _bounded(
            self.low, self.high, rng, written=lambda number: _sum(number, rng, in_words=in_words), unit=money
        )
        return rng.choice(PERIODS[self.period]).format(text) if self.period else text


@dataclass(frozen=True, slots=True)
class Heads:
    """How many people work there."""

    low: int | None
    high: int | None

    @property
    def fields(self) -> Mapping[str, Accepts]:
        """What the lead should show."""
        return {"low": exactly(self.low), "high": exactly(self.high)}

    def words(self, rng: Random) -> str:
        """One way to write it."""
        return _bounded(self.low, self.high, rng, written=lambda number: _count(number, rng), unit="{}")


def an_amount(rng: Random) -> Amount:
    """Any amount."""
    period = rng.choices((None, "month", "year"), (8, 1, 1))[0]
    amounts = MONTHLY if period == "month" else ONCE
    currency = rng.choices((*CURRENCIES, None), (5, 5, 3, 1, 1, 4))[0]
    return Amount(*_bounds(amounts, rng), currency, period)


def some_heads(rng: Random) -> Heads:
    """Any number of people but one."""
    return Heads(*_bounds(HEADS, rng))


def _bounds(among: tuple[int, ...], rng: Random) -> tuple[int | None, int | None]:
    shape = rng.choices(("single", "up to", "at least", "range"), (12, 2, 1, 3))[0]
    place = rng.randrange(len(among) - 1)
    low, high = among[place], among[place + 1]
    return {"single": (low, low), "up to": (None, high), "at least": (low, None), "range": (low, high)}[shape]


def _bounded(
    low: int | None, high: int | None, rng: Random, *, written: Callable[[int], str], unit: str
) -> str:
    if low is None or high is None:
        frames, bound = (CEILINGS, high) if low is None else (FLOORS, low)
        return rng.choice(frames).format(unit.format(written(bound or 0)))
    if low != high:
        return _range(low, high, rng, unit=unit)
    single = unit.format(written(low))
    return rng.choice(HEDGES).format(single) if rng.random() < 0.3 else single


def _range(low: int, high: int, rng: Random, *, unit: str) -> str:
    thousands = low % 1000 == 0 and high % 1000 == 0
    written = (f"{low // 1000}k", f"{high // 1000}k") if thousands else (str(low), str(high))
    text = rng.choice(RANGES)
    if unit.startswith("{}"):
        return text.format(written[0], unit.format(written[1]))
    return text.format(unit.format(written[0]), unit.format(written[1]))


def _sum(number: int, rng: Random, *, in_words: bool) -> str:
    thousands, rest = divmod(number, 1000)
    ways = [str(number), f"{number:,}"]
    if rest % 100 == 0:
        short = f"{number / 1000:g}"
        ways += [f"{short}k", f"{short}K"]
    if rest == 0:
        ways += [f"{thousands}.000", f"{thousands} 000"]
    if rest == 0 and in_words:
        ways += [f"{thousands} thousand", f"{thousands} grand", f"{thousands} thousand"]
        ways += [f"{WORDS[thousands]} thousand"] if thousands in WORDS else []
    return rng.choice(ways)


def _count(number: int, rng: Random) -> str:
    return rng.choice([str(number), str(number), WORDS.get(number, f"{number:,}")])
