"""How prospects speak: the same message the way different people would type it."""

import re
from collections.abc import Callable, Mapping
from random import Random

from bot.bench.prospects.facts import CLOSE, OPEN
from bot.bench.prospects.persona import Voice
from bot.bench.prospects.phrases import phrases
from leads.domain.topics import Topic

__all__ = ["in_voice"]

VALUE = re.compile(f"({OPEN}.*?{CLOSE})", re.DOTALL)
#: Nobody hedges on their own name.
UNSURE = {Topic.BUDGET, Topic.TIMEFRAME, Topic.EMPLOYEES}
YES_OR_NO = {Topic.CONSENT, Topic.AUTHORITY}
MISSPELT_WORDS = 0.15
Change = Callable[[str, Random, Topic | None], str]

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def in_voice(
    text: str, voice: Voice, rng: Random, *, topic: Topic | None = None, asked: Topic | None = None
) -> str:
    """The text about `topic` as this voice says it; what is between OPEN and CLOSE keeps its letters.

    Where a yes or a no was `asked` for, nobody says "of course" only to be polite.
    """
    if voice is Voice.POLITE and asked in YES_OR_NO:
        topic = None
    return _VOICES.get(voice, _plainly)(text, rng, topic).replace(OPEN, "").replace(CLOSE, "").strip()


def _around(text: str, change: Callable[[str], str]) -> str:
    """Change everything but the values."""
    return "".join(part if part.startswith(OPEN) else change(part) for part in VALUE.split(text))


def _swap(words: Mapping[str, str]) -> Callable[[str], str]:
    pattern = re.compile(rf"(?<![\w'])({'|'.join(map(re.escape, words))})(?![\w'])")
    return lambda text: re.sub(r"(?<=\S)  +", " ", pattern.sub(lambda found: words[found[1]], text))


def _plainly(text: str, _: Random, __: Topic | None) -> str:
    return text


def _manner(name: str, rng: Random) -> str:
    return str(rng.choice(phrases("manners")[name]))


def _chatty(text: str, rng: Random, topic: Topic | None) -> str:
    head = f"{_manner('chatty_head', rng)} " if topic in UNSURE and rng.random() < 0.6 else ""
    tail = f". {_manner('chatty_tail', rng)}" if rng.random() < 0.6 else ""
    return f"{head}{text.rstrip('.')}{tail}"


def _polite(text: str, rng: Random, topic: Topic | None) -> str:
    has_head = topic is not None and rng.random() < 0.5
    head = f"{_manner('polite_head', rng)} " if has_head else ""
    tail = f", {_manner('polite_tail', rng)}" if rng.random() < 0.4 else ""
    return f"{head}{text}{tail}"


def _rude(text: str, rng: Random, _: Topic | None) -> str:
    return f"{text}. {_manner('rude_tail', rng)}" if rng.random() < 0.4 else text


def _mixed(text: str, rng: Random, _: Topic | None) -> str:
    head = f"{_manner('mixed_head', rng)} " if rng.random() < 0.5 else ""
    tail = f", {_manner('mixed_tail', rng)}" if rng.random() < 0.5 else ""
    return f"{head}{text}{tail}"


def _shorthand(text: str, _: Random, __: Topic | None) -> str:
    return _around(text, lambda part: _swap(phrases("voices")["shorthand"])(part).lower().replace("'", ""))


def _misspelt(text: str, rng: Random, _: Topic | None) -> str:
    return _around(text, lambda part: re.sub(r"[a-z]{4,}", lambda found: _typo(found[0], rng), part))


def _typo(word: str, rng: Random) -> str:
    if rng.random() >= MISSPELT_WORDS:
        return word
    at = rng.randrange(1, len(word) - 1)
    slips = (
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],  # swapped
        word[:at] + word[at + 1 :],  # left out
        word[:at] + word[at] + word[at:],  # doubled
        word[:at] + _beside(word[at]) + word[at + 1 :],  # the key next to it
    )
    return rng.choice(slips)


def _beside(letter: str) -> str:
    row = next(row for row in ROWS if letter in row)
    place = row.index(letter)
    return row[place + 1] if place + 1 < len(row) else row[place - 1]


def _accent(words: Mapping[str, str]) -> Change:
    return lambda text, _, __: _around(text, _swap(words))


def _shouting(text: str, _: Random, __: Topic | None) -> str:
    return text.upper()


def _lower(text: str, _: Random, __: Topic | None) -> str:
    return text.lower().rstrip(".!")


def _hedging(text: str, rng: Random, topic: Topic | None) -> str:
    return f"{_manner('hedge_head', rng)} {text}" if topic in UNSURE and rng.random() < 0.8 else text


_VOICES: Mapping[Voice, Change] = {
    Voice.CHATTY: _chatty,
    Voice.POLITE: _polite,
    Voice.RUDE: _rude,
    Voice.SHORTHAND: _shorthand,
    Voice.MISSPELT: _misspelt,
    Voice.SHOUTING: _shouting,
    Voice.LOWER: _lower,
    Voice.HEDGING: _hedging,
    Voice.MIXED: _mixed,
    **{Voice(voice): _accent(words) for voice, words in phrases("voices")["accents"].items()},
}
