"""What the intent model looks at: n-grams of words, their kinds and letters, and the situation."""

from collections import Counter
from collections.abc import Mapping, Sequence

from bot.nlu.normalise import normalise, words

__all__ = ["Features", "features"]

Features = tuple[Counter[str], ...]  # one block each for words, kinds of words, letters and the situation

_EDGE = "^"  # before the first and after the last word: "is it" opens a question, "it is" closes a reply
_WORD_SIZES = (1, 2)
_LETTER_SIZES = (2, 3, 4, 5)
_LONG = 6  # words; from here on it says little how long a message is


def features(text: str, *, kinds: Mapping[str, str], asking: str | None = None) -> Features:
    """The blocks of `text`, where `kinds` names the kind of some words (see data/nlu/lookups.yml).

    `asking` is what the question before it was about, None when there was none.
    """
    found = words(normalise(text))
    named = [f"<{kinds[word]}>" if word in kinds else word for word in found]
    of_a_kind = set(named) - set(found)
    return (
        Counter(f"word {' '.join(gram)}" for gram in _word_grams(found)),
        Counter(f"kind {' '.join(gram)}" for gram in _word_grams(named) if not of_a_kind.isdisjoint(gram)),
        Counter(f"letters {gram}" for word in found for gram in _letter_grams(word)),
        Counter(_situation(asking, min(len(found), _LONG))) if found else Counter(),
    )


def _word_grams(found: Sequence[str]) -> list[tuple[str, ...]]:
    framed = (_EDGE, *found, _EDGE)
    grams = [framed[at : at + size] for size in _WORD_SIZES for at in range(len(framed) - size + 1)]
    return [gram for gram in grams if gram != (_EDGE,)]


def _letter_grams(word: str) -> list[str]:
    """Within the word only, whose edges show as spaces."""
    padded = f" {word} "
    return [padded[at : at + size] for size in _LETTER_SIZES for at in range(len(padded) - size + 1)]


def _situation(asking: str | None, length: int) -> list[str]:
    """One word after a question about names is a name; the same word out of the blue may be anything."""
    asked = "nothing" if asking is None else "something"
    return [f"asked {asked}", f"asked {asked} {length}", f"asking {asking}", f"asking {asking} {length}"]
